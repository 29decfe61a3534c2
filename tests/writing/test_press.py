"""What a headline prints beside plain amounts: sums in rupees, times, multiples."""

from datetime import UTC, datetime

from generator.model.news import Headline
from generator.writing.press import line_of, worded

NOW = datetime(2026, 2, 8, 22, tzinfo=UTC)


def a_headline(title: str, summary: str = "") -> Headline:
    return Headline(
        id="s1",
        title=title,
        summary=summary,
        publisher="Demo Wire",
        family="demo",
        link="https://example.org/1",
        published=NOW,
        fetched=NOW,
    )


def test_times_sums_and_multiples_are_read_with_their_place() -> None:
    title = "Profit doubles to Rs 100 cr in first quarter, best in 27 years"
    found = {fact.unit: fact for fact in worded(a_headline(title))}
    assert {unit: fact.value for unit, fact in found.items()} == {
        "times": 2.0,
        "INR": 1e9,
        "quarter": 1.0,
        "years": 27.0,
    }
    assert title[slice(*found["INR"].at)] == "Rs 100 cr"


def test_a_weekday_and_a_half_of_a_summary_are_read() -> None:
    summary = "It sold half of it on Wednesday."
    found = worded(a_headline("Firm sells stake", summary))
    assert [(fact.value, fact.unit) for fact in found] == [
        (0.5, "ratio"),
        (3.0, "weekday"),
    ]
    assert all(summary[slice(*fact.at)] in fact.renderings for fact in found)


def test_a_line_that_has_no_word_of_its_title_is_not_quoted() -> None:
    weather = a_headline("Stocks drift as hiring slows", summary=f"{SHOWERS} Low 52F.")
    assert line_of(weather) == ""
    said = a_headline("Stocks drift as hiring slows", summary=f"{DRIFTED} More below.")
    assert line_of(said) == DRIFTED


SHOWERS = "Watertown, SD (57201) Today chance of a morning shower."
DRIFTED = "Most stocks drifted after another weak report on jobs."
