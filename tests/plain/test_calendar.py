"""What is still to come, from headlines and from the calendar."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest

from generator import news
from generator.model.facts import EventFact
from generator.model.news import Headline
from generator.model.playbook import Dated, Moved, Release
from generator.plain.calendar import ahead
from generator.plain.clock import moment
from generator.plain.places import SEEDS
from generator.plain.world import world
from tests.builders import NOW, a_headline

RELEASES = (
    Release(name="CPI", aliases=("CPI", "consumer prices", "inflation data")),
    Release(name="Employment report", aliases=("jobs report", "jobs data", "payrolls")),
    Release(name="Fed decision", aliases=("Fed meeting", "Fed's rate decision")),
    Release(name="ECB decision", aliases=("ECB meeting",), own=True),
)
KNOWN = world(
    instruments=SEEDS / "instruments.toml",
    sources=SEEDS / "sources.toml",
    playbook=SEEDS / "playbook",
    calendar=SEEDS / "calendar.toml",
)


def awaited(title: str, summary: str = "") -> list[str]:
    headline = a_headline(title, summary=summary)
    return [event.name for event in ahead([headline], RELEASES, NOW)]


def due(as_of: str, *titles: str, **more: Any) -> dict[str, EventFact]:
    """What is ahead by the seeds, with headlines of that moment."""
    now = moment(as_of)
    more = {"published": now, "summary": "", **more}
    told = [a_headline(one, id=str(n), **more) for n, one in enumerate(titles)]
    return {one.name: one for one in ahead(told, KNOWN.releases, now)}


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
        ("Stocks mixed ahead of the Fed meeting", ["Fed decision"]),
        ("European shares steady ahead of ECB meeting", ["ECB decision"]),
        ("Gold hovers near record; US jobs data eyed", ["Employment report"]),
        ("CPI rose 0.3% in January", []),
        ("Stocks jump after the jobs report", []),
        ("Cooler-than-expected inflation data lift stocks this week", []),
        ("Stocks gain on favorable U.S. inflation data, eyeing more this week", []),
        ("Consumer prices fell last month", []),
        ("India's CPI is due this week", []),
        ("Sterling near four-week low ahead of UK inflation data", []),
        ("US shutdown will delay the jobs report", []),
        ("Unexpected rise in consumer prices sets stocks up for a poor week", []),
        ("May jobs report: economy unexpectedly adds 2 million payrolls", []),
        ("The jobs data, released Friday, also show fewer hours this week", []),
        ("Last Friday's jobs report could keep the Fed on hold", []),
        ("Tech firms cut their payrolls, more to come next week", []),
        ("Nvidia's results next week could move the market", []),
        ("Apple cuts jobs and prices", []),
        ("", []),
    ],
)
def test_a_release_is_ahead_only_if_the_words_say_so(
    text: str, names: list[str]
) -> None:
    assert awaited(text) == names


def test_what_a_headline_tells_as_out_it_does_not_await() -> None:
    told = "Consumer prices jumped. Ahead of the inflation data stocks had been flat."
    assert awaited("Stocks slide", told) == []


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
    assert jobs.origin == "headline"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("CPI on Wednesday", "2026-02-11"),
        ("Wednesday's CPI could rattle bonds", "2026-02-11"),
        ("Stocks flat before Wed's CPI", "2026-02-11"),
        ("Feb. 13 inflation report awaited", None),
        ("Feb. 13 CPI awaited", "2026-02-13"),
        ("CPI report due out Feb 13", "2026-02-13"),
        ("CPI is due on 13 February", "2026-02-13"),
        ("CPI, due Friday the 13th, is the next test", "2026-02-13"),
        ("CPI is due tomorrow", "2026-02-09"),
        ("CPI is due in two days", "2026-02-10"),
        ("CPI data were delayed to Friday", "2026-02-13"),
    ],
)
def test_a_day_beside_the_release_is_its_day(text: str, day: str | None) -> None:
    events = ahead([a_headline(text, summary="")], RELEASES, NOW)
    days = [one.first.isoformat() for one in events if one.first == one.last]
    assert days == [day] * (day is not None)


@pytest.mark.parametrize(
    "text",
    [
        "CPI is due in two weeks",
        "CPI is due next month",
        "CPI is due on March 11",
        "The October 15 CPI will set the cost of living adjustment",
    ],
)
def test_what_is_further_off_than_five_sessions_is_not_ahead(text: str) -> None:
    assert awaited(text) == []


def test_a_weekday_counts_from_the_day_on_which_it_was_printed() -> None:
    said = datetime(2026, 2, 3, 15, tzinfo=UTC)  # a Tuesday
    headline = a_headline("Traders await Wednesday's CPI", summary="", published=said)
    assert ahead([headline], RELEASES, said) != []
    assert ahead([headline], RELEASES, NOW) == []


def test_a_meeting_is_decided_on_its_last_day() -> None:
    text = "Fed meeting on Tuesday and Wednesday to decide on rates"
    assert due("2025-10-27T12:00Z", text)["Fed decision"].days == ()
    text = "Fed meeting begins Tuesday, a busy week"
    assert due("2025-10-27T12:00Z", text)["Fed decision"].days == ()


def test_the_calendar_knows_the_day_better_than_a_headline() -> None:
    dated = [Dated("CPI", date(2026, 2, 13)), Dated("CPI", date(2026, 3, 11))]
    headline = a_headline("Stocks slip ahead of CPI", summary="")
    (event,) = ahead([headline], RELEASES, NOW, dated=dated)
    assert event.first == event.last == date(2026, 2, 13)
    assert event.sources == ("h0",)
    assert event.origin == "listed"


def test_days_that_disagree_are_both_kept_and_neither_is_printed() -> None:
    event = due("2026-02-09T12:00Z", "Traders await Thursday's CPI")["CPI"]
    assert event.days == (date(2026, 2, 12), date(2026, 2, 13))
    assert (event.first, event.last) == event.days
    assert event.origin == "headline"


def test_the_newest_headline_speaks_first_where_they_disagree() -> None:
    old = a_headline("CPI due Thursday", id="a", summary="")
    new = a_headline(
        "CPI due Friday", id="b", summary="", published=NOW.replace(minute=30)
    )
    (event,) = ahead([old, new], RELEASES, NOW.replace(hour=23))
    assert event.days == (date(2026, 2, 13), date(2026, 2, 12))
    assert event.sources == ("b", "a")


def test_a_newer_headline_that_agrees_with_the_calendar_settles_it() -> None:
    now = moment("2026-02-09T12:00Z")
    texts = ("CPI due Thursday", "CPI due Friday")
    told = [
        a_headline(text, id=text, summary="", published=now.replace(hour=hour))
        for text, hour in zip(texts, (9, 11), strict=True)
    ]
    cpi = next(one for one in ahead(told, KNOWN.releases, now) if one.name == "CPI")
    assert (cpi.first, cpi.days, cpi.origin) == (date(2026, 2, 13), (), "listed")


def test_one_headline_does_not_outweigh_a_calendar_that_has_no_such_day() -> None:
    text = "Traders await Wednesday's Fed meeting"
    assert "Fed decision" not in due("2026-02-09T12:00Z", text)
    both = due("2026-02-09T12:00Z", text, "Fed meeting on Wednesday")
    assert both["Fed decision"].first == date(2026, 2, 11)


def test_a_release_that_came_out_since_is_awaited_no_more() -> None:
    said = moment("2025-12-17T12:00Z")
    more = {"published": said}
    text = "Stocks slip ahead of CPI"
    assert due("2025-12-18T12:00Z", text, **more)["CPI"].sources == ("0",)
    assert "CPI" not in due("2025-12-18T14:00Z", text, **more)


def test_a_dated_release_counts_within_five_sessions() -> None:
    soon, late = Dated("CPI", date(2026, 2, 13)), Dated("CPI", date(2026, 2, 17))
    past = Dated("CPI", date(2026, 2, 6))
    assert [one.sources for one in ahead([], RELEASES, NOW, dated=[soon])] == [()]
    assert ahead([], RELEASES, NOW, dated=[late, past]) == []


def test_a_holiday_is_no_session_that_one_waits_for() -> None:
    after = [Dated("CPI", date(2026, 2, 18))]  # Monday the 16th is Presidents' Day
    wednesday = datetime(2026, 2, 10, 23, tzinfo=UTC)
    assert [one.first for one in ahead([], RELEASES, wednesday, dated=after)] == [
        date(2026, 2, 18)
    ]


def test_a_headline_of_last_month_awaits_nothing() -> None:
    old = a_headline("Stocks slip ahead of CPI", published=NOW.replace(month=1))
    assert ahead([old], RELEASES, NOW) == []


def test_what_came_out_today_is_no_longer_ahead() -> None:
    evening = datetime(2026, 2, 11, 22, tzinfo=UTC)
    morning = datetime(2026, 2, 11, 7, tzinfo=UTC)
    day = [Dated("CPI", date(2026, 2, 11))]
    assert ahead([], RELEASES, evening, dated=day) == []
    assert [one.name for one in ahead([], RELEASES, morning, dated=day)] == ["CPI"]


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("Fed decision", "2018-12-19T18:59Z", "2018-12-19T19:00Z"),  # 14:00, winter
        ("Fed decision", "2019-07-31T17:59Z", "2019-07-31T18:00Z"),  # 14:00, summer
        ("CPI", "2026-02-13T13:29Z", "2026-02-13T13:30Z"),
        ("ISM manufacturing index", "2019-01-03T14:59Z", "2019-01-03T15:00Z"),
        ("ECB decision", "2025-10-30T13:14Z", "2025-10-30T13:15Z"),  # 14:15 Frankfurt
        ("Bank of Japan decision", "2025-10-30T02:59Z", "2025-10-30T03:00Z"),
        ("Bank of England decision", "2025-08-07T10:59Z", "2025-08-07T11:00Z"),
        ("Option expiry", "2019-04-18T19:59Z", "2019-04-18T20:00Z"),
    ],
)
def test_a_release_is_ahead_until_its_own_hour(
    name: str, before: str, after: str
) -> None:
    day = moment(before).date()
    assert due(before)[name].first == day
    assert name not in due(after) or due(after)[name].first > day


def test_a_morning_headline_awaits_that_day_and_not_the_next() -> None:
    said = datetime(2026, 2, 11, 6, 28, tzinfo=UTC)
    headline = a_headline("Stocks slip ahead of CPI", summary="", published=said)
    assert ahead([headline], RELEASES, said) != []
    evening = datetime(2026, 2, 11, 22, tzinfo=UTC)
    assert ahead([headline], RELEASES, evening) == []


def test_a_moved_day_holds_from_the_day_after_one_knew() -> None:
    cpi = Release(
        name="CPI",
        dates=(date(2026, 2, 11),),
        moved=(
            Moved(day=date(2026, 2, 11), to=date(2026, 2, 13), known=date(2026, 2, 6)),
        ),
        hour=time(8, 30),
    )
    days = [
        [
            one.first.day
            for one in ahead([], [cpi], datetime(2026, 2, day, 20, tzinfo=UTC))
        ]
        for day in (5, 6, 7)
    ]
    assert days == [[11], [11], [13]]


def test_the_origin_tells_a_list_from_a_rule() -> None:
    found = due("2025-10-27T22:00Z")
    assert found["Fed decision"].origin == "listed"
    assert found["Consumer confidence"].origin == "rule"
    assert found["Consumer confidence"].first == date(2025, 10, 28)


def test_the_shutdown_of_2025_is_seen_only_as_it_was_known() -> None:
    assert due("2025-10-01T10:00Z")["Employment report"].first == date(2025, 10, 3)
    assert "Employment report" not in due("2025-10-03T10:00Z")
    assert "Jobless claims" not in due("2025-10-27T22:00Z")
    assert "Employment report" not in due("2025-11-14T22:00Z")
    assert due("2025-11-17T10:00Z")["Employment report"].first == date(2025, 11, 20)
    assert due("2025-10-20T10:00Z")["CPI"].first == date(2025, 10, 24)
    found = due("2026-02-05T22:00Z")
    assert found["Employment report"].first == date(2026, 2, 11)
    assert found["Employment report"].origin == "listed"


def test_a_report_that_may_be_put_off_has_no_certain_day() -> None:
    texts = (
        "A shutdown would delay the jobs report, due on Friday",
        "The September jobs report may be postponed",
        "Shutdown threatens Friday's jobs report",
    )
    for text in texts:
        event = due("2025-10-01T22:00Z", text)["Employment report"]
        assert event.at_risk, text
        assert event.sources == ("0",)
        assert (event.first, event.days) == (date(2025, 10, 3), (date(2025, 10, 3),))
        assert event.last > event.first
    sure = due(
        "2025-10-01T22:00Z", "The Fed may delay cuts until after the jobs report"
    )
    assert not sure["Employment report"].at_risk


def edition(shared: Path, as_of: str) -> tuple[Sequence[Headline], list[EventFact]]:
    """The headlines of a recorded day and what is ahead on it."""
    now = moment(as_of)
    feeds = shared / "editions" / as_of[:10] / "feeds"
    told = news.gather(KNOWN.sources, now, feeds=feeds).headlines
    return told, ahead(told, KNOWN.releases, now, dated=KNOWN.dated)


@pytest.mark.parametrize(
    ("as_of", "wanted", "spoken"),
    [
        (
            "2026-02-08T22:00Z",
            {"Employment report": "2026-02-11", "CPI": "2026-02-13"},
            {"Employment report": 2, "CPI": 1},
        ),
        (
            "2025-10-27T22:00Z",
            {"Fed decision": "2025-10-29", "ECB decision": "2025-10-30"},
            {"Fed decision": 2, "Megacap earnings": 1},
        ),
        ("2025-10-31T22:00Z", {"ISM manufacturing index": "2025-11-03"}, {}),
        (
            "2025-10-01T22:00Z",
            {"Employment report": "2025-10-03", "Fed minutes": "2025-10-08"},
            {"Employment report": 5},
        ),
        ("2020-03-09T22:00Z", {"CPI": "2020-03-11", "ECB decision": "2020-03-12"}, {}),
        ("2019-07-15T22:00Z", {"Beige Book": "2019-07-17"}, {}),
    ],
)
def test_a_recorded_day_awaits_what_its_headlines_and_the_calendar_name(
    shared: Path, as_of: str, wanted: dict[str, str], spoken: dict[str, int]
) -> None:
    _, events = edition(shared, as_of)
    days = {one.name: one.first.isoformat() for one in events}
    assert wanted.items() <= days.items()
    assert {one.name: len(one.sources) for one in events if one.sources} == spoken


def test_the_order_of_the_headlines_changes_nothing(shared: Path) -> None:
    now = moment("2025-10-01T22:00Z")
    told, events = edition(shared, "2025-10-01T22:00Z")
    again = ahead(told[::-1], KNOWN.releases[::-1], now, dated=KNOWN.dated)
    assert again == events


@pytest.mark.parametrize(
    "text",
    [
        "CPI due Friday " * 7000,
        "ahead of CPI " + "x" * 100_000,
        " " * 100_000 + "CPI",
        "delay the " * 10_000 + "CPI",
        "CPI " + "Friday's big " * 8000,
        "\u202eהמדד CPI \u0661\u0662 مؤشر 消费者物价 🚀\x00\x07\ufeff due Friday",
        "CPI due on February 30",
        "CPI due Feb 99",
        "İİİİ CPI due Friday",
    ],
)
def test_odd_text_is_read_without_a_fall(text: str) -> None:
    headline = a_headline(text, summary=text)
    for one in ahead([headline], RELEASES, NOW):
        assert one.first <= one.last
