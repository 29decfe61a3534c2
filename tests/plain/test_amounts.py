"""The amounts a headline prints are quoted with their exact place."""

import pytest

from generator.plain.amounts import amounts
from tests.builders import a_headline


def printed(title: str, summary: str = "") -> list[str]:
    headline = a_headline(title, summary=summary)
    return [fact.renderings[0] for fact in amounts(headline, "s4")]


def test_an_amount_has_its_place_value_and_unit() -> None:
    summary = "This week, Treasury settlements will withdraw $62 billion from markets."
    (fact,) = amounts(a_headline("Liquidity drain", summary=summary), "s4")
    assert (fact.id, fact.source, fact.field) == ("s4.62bn", "s4", "summary")
    assert summary[slice(*fact.at)] == "$62 billion"
    assert (fact.value, fact.unit) == (62e9, "USD")
    assert fact.renderings == ("$62 billion",)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("US crude jumps more than 8%", ["8%"]),
        ("Dow soars 1,086 points", ["1,086"]),
        ("Index sinks to -8 in December", ["-8"]),
        ("S&P 500 ends 19.8% under its record", ["19.8%"]),
        ("Bitcoin tops $110K", ["$110K"]),
        ("Saudi deal worth €3.5 billion", ["€3.5 billion"]),
    ],
)
def test_amounts_are_found_as_printed(text: str, figures: list[str]) -> None:
    assert printed(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "Russell 2000, Nasdaq 100 and FTSE 100",
        "Best day since March 2009",
        "Sebi fines broker Rs 72 crore",
        "HK$1.37 billion",
        "The 10-year yield",
        "Open 24/7 on 2026-02-08 at 10:30",
        "Q3 and H1 results",
        "COVID-19 and the G20",
        "",
    ],
)
def test_what_is_no_sure_amount_is_left_out(text: str) -> None:
    assert printed(text) == []


def test_basis_points_are_points_of_a_percentage() -> None:
    for text in ("Fed cuts 25 bps", "Fed cuts by 0.25 percentage points"):
        (fact,) = amounts(a_headline(text, summary=""), "s1")
        assert (fact.value, fact.unit) == (0.25, "pct_points")


def test_a_number_that_the_summary_cuts_off_is_left_out() -> None:
    assert printed("", f"{'Words and more words. ' * 6}It paid $1") == []


def test_a_hard_space_prints_as_a_plain_one_too() -> None:
    (fact,) = amounts(a_headline("A $5\u00a0billion deal", summary=""), "s1")
    assert fact.renderings == ("$5\u00a0billion", "$5 billion")


def test_title_and_summary_do_not_share_an_id() -> None:
    facts = amounts(a_headline("Up 8%", summary="It rose 8% and then 9%."), "s1")
    assert [(fact.id, fact.field) for fact in facts] == [
        ("s1.8%", "title"),
        ("s1.9%", "summary"),
    ]
