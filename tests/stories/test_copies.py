"""One text is one headline, however many print it."""

from datetime import timedelta

import pytest

from generator.model.news import Headline
from generator.stories.copies import once
from tests.builders import NOW, a_headline

TITLE = "Copper miners rally after smelter fire shuts a fifth of supply"
SUMMARY = "A fire at the region's largest smelter has cut the supply of refined metal."


def printed(*texts: tuple[str, str]) -> list[Headline]:
    """These titles and summaries an hour apart, each by a publisher of its own."""
    return [
        a_headline(
            title,
            id=f"h{number}",
            summary=summary,
            publisher=f"P{number}",
            family=f"p{number}",
            published=NOW - timedelta(hours=len(texts) - number),
        )
        for number, (title, summary) in enumerate(texts)
    ]


@pytest.mark.parametrize(
    "other",
    [
        TITLE.upper(),
        f"{TITLE}!",
        TITLE.replace("fire", "fire,"),
        f"{TITLE} - Daily Ledger",
        f"{TITLE} | Daily Ledger",
        f"UPDATE 2-{TITLE}",
        f"{TITLE} (Reuters)",
    ],
)
def test_one_text_with_other_punctuation_or_signature_is_one(other: str) -> None:
    (one,) = once(printed((TITLE, SUMMARY), (other, "")))
    assert one.title == TITLE
    assert one.families == {"p0", "p1"}


def test_a_new_title_over_the_same_summary_is_one() -> None:
    other = "Smelter fire shuts a fifth of copper supply, miners gain"
    (one,) = once(printed((TITLE, SUMMARY), (other, SUMMARY)))
    assert [carrier.publisher for carrier in one.carriers] == ["P1"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # Boilerplate under two titles.
        ((TITLE, SUMMARY), ("Bank lifts its dividend after a good year", SUMMARY)),
        # A column that comes again.
        (
            ("Stocks making the biggest moves midday", SUMMARY),
            (
                "Stocks making the biggest moves midday",
                "An airline, two banks and a maker of toys lead the list this Tuesday.",
            ),
        ),
        # Too short to tell.
        (("Opening Bell", ""), ("Opening bell", "")),
        # Another figure, another company, another part.
        (
            ("Dow falls 300 points as oil jumps", ""),
            ("Dow falls 500 points as oil jumps", ""),
        ),
        (
            ("Acme beats estimates in the third quarter", ""),
            ("Bolt beats estimates in the third quarter", ""),
        ),
        ((f"{TITLE} - Part 1", ""), (f"{TITLE} - Part 2", "")),
    ],
)
def test_what_only_looks_alike_stays_apart(
    first: tuple[str, str], second: tuple[str, str]
) -> None:
    assert len(once(printed(first, second))) == 2


def test_a_copy_is_found_behind_another_text_of_the_same_boilerplate() -> None:
    other = "Smelter fire shuts a fifth of copper supply, miners gain"
    told = printed(
        (TITLE, SUMMARY), ("Bank lifts its dividend", SUMMARY), (other, SUMMARY)
    )
    first, second = once(told)
    assert first.families == {"p0", "p2"}
    assert second.families == {"p1"}


def test_a_text_that_comes_again_after_days_is_another() -> None:
    early, late = printed((TITLE, ""), (TITLE, ""))
    again = a_headline(TITLE, id="x", summary="", published=NOW + timedelta(days=4))
    assert once([early, late, again])[-1] == again


def test_the_earliest_with_a_summary_speaks() -> None:
    (one,) = once(printed((TITLE, ""), (TITLE, SUMMARY), (TITLE, SUMMARY)))
    assert one.publisher == "P1"
    assert [carrier.publisher for carrier in one.carriers] == ["P0", "P2"]


def test_a_publisher_that_prints_twice_is_counted_once() -> None:
    first, second = printed((TITLE, SUMMARY), (TITLE, SUMMARY))
    same = a_headline(
        TITLE, id="b", summary=SUMMARY, publisher="P0", published=second.published
    )
    (one,) = once([first, same])
    assert one.carriers == ()


def test_the_order_of_headlines_changes_nothing() -> None:
    found = printed((TITLE, SUMMARY), (TITLE, ""), ("Gold slips", ""))
    assert once(found) == once(found[::-1])


def test_ten_thousand_copies_are_one_headline() -> None:
    copies = [
        a_headline(TITLE, id=str(n), publisher=f"P{n}", family=f"p{n}")
        for n in range(10_000)
    ]
    (one,) = once(copies)
    assert len(one.families) == 10_000
