"""What is still to come, from headlines and from the calendar."""

from datetime import UTC, date, datetime

import pytest

from generator.model.playbook import Dated, Release
from generator.plain.calendar import ahead, weekdays
from tests.builders import NOW, a_headline

RELEASES = (
    Release(name="CPI", aliases=("CPI", "consumer prices", "inflation data")),
    Release(name="Employment report", aliases=("jobs report", "jobs data", "payrolls")),
    Release(name="Fed decision", aliases=("Fed meeting", "Fed's rate decision")),
)


def awaited(title: str, summary: str = "") -> list[str]:
    headline = a_headline(title, summary=summary)
    return [event.name for event in ahead([headline], RELEASES, NOW)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Wall Street looks to the Fed's rate decision this week", ["Fed decision"]),
        ("Stocks slip ahead of CPI", ["CPI"]),
        (
            "Will investors get stung by a poor January jobs report?",
            ["Employment report"],
        ),
        ("A week of delayed jobs and CPI data", ["CPI", "Employment report"]),
        ("Traders await Wednesday's CPI", ["CPI"]),
        ("Payrolls due on Friday", ["Employment report"]),
        ("CPI rose 0.3% in January", []),
        ("Stocks jump after the jobs report", []),
        ("Cooler-than-expected inflation data lift stocks this week", []),
        ("Stocks gain on favorable U.S. inflation data, eyeing more this week", []),
        ("Consumer prices fell last month", []),
        ("India's CPI is due this week", []),
        ("US shutdown will delay the jobs report", []),
        ("Apple cuts jobs and prices", []),
        ("", []),
    ],
)
def test_a_release_is_ahead_only_if_the_words_say_so(
    text: str, names: list[str]
) -> None:
    assert awaited(text) == names


def test_the_event_keeps_its_headlines_and_their_words() -> None:
    headlines = [
        a_headline("Delayed jobs and CPI data this week", id="a", summary=""),
        a_headline("What the jobs report will show", id="b", summary=""),
    ]
    cpi, jobs = ahead(headlines, RELEASES, NOW)
    assert (cpi.id, cpi.sources, cpi.renderings) == ("cpi", ("a",), ("CPI",))
    assert jobs.sources == ("a", "b")
    assert jobs.renderings == ("Employment report", "jobs", "jobs report")
    assert (jobs.first, jobs.last) == (date(2026, 2, 8), date(2026, 2, 15))


def test_a_weekday_beside_the_release_is_its_day() -> None:
    (event,) = ahead([a_headline("CPI on Wednesday", summary="")], RELEASES, NOW)
    assert event.first == event.last == date(2026, 2, 11)


def test_the_calendar_knows_the_day_better_than_a_headline() -> None:
    dated = [Dated("CPI", date(2026, 2, 13)), Dated("CPI", date(2026, 3, 11))]
    headline = a_headline("Stocks slip ahead of CPI", summary="")
    (event,) = ahead([headline], RELEASES, NOW, dated=dated)
    assert event.first == event.last == date(2026, 2, 13)
    assert event.sources == ("h0",)


def test_a_dated_release_counts_within_five_weekdays() -> None:
    soon, late = Dated("CPI", date(2026, 2, 13)), Dated("CPI", date(2026, 2, 16))
    past = Dated("CPI", date(2026, 2, 6))
    assert [one.sources for one in ahead([], RELEASES, NOW, dated=[soon])] == [()]
    assert ahead([], RELEASES, NOW, dated=[late, past]) == []


def test_a_headline_of_last_month_awaits_nothing() -> None:
    old = a_headline("Stocks slip ahead of CPI", published=NOW.replace(month=1))
    assert ahead([old], RELEASES, NOW) == []


def test_weekdays_are_counted_without_weekends() -> None:
    assert weekdays(date(2026, 2, 6), date(2026, 2, 9)) == 1
    assert weekdays(date(2026, 2, 8), date(2026, 2, 13)) == 5


def test_what_came_out_today_is_no_longer_ahead() -> None:
    evening = datetime(2026, 2, 11, 22, tzinfo=UTC)
    morning = datetime(2026, 2, 11, 7, tzinfo=UTC)
    due = [Dated("CPI", date(2026, 2, 11))]
    assert ahead([], RELEASES, evening, dated=due) == []
    assert [one.name for one in ahead([], RELEASES, morning, dated=due)] == ["CPI"]


def test_a_morning_headline_awaits_that_day_and_not_the_next() -> None:
    said = datetime(2026, 2, 11, 6, 28, tzinfo=UTC)
    headline = a_headline("Stocks slip ahead of CPI", summary="", published=said)
    assert ahead([headline], RELEASES, said) != []
    evening = datetime(2026, 2, 11, 22, tzinfo=UTC)
    assert ahead([headline], RELEASES, evening) == []
