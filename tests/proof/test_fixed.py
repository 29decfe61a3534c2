"""What an editor may not say otherwise: the foot, the stance, shares, other days."""

from dataclasses import replace

import pytest

from generator.model.note import Claim, Draft
from generator.proof import blocking, check, standing
from tests.proof.notes import a_note, unmarked

CALL = (
    "**Call:** none for {w:ten sessions|call}, measured against the {n:S&P 500|SPX}; "
    "void on a close below {f:2,576.42|rut.support.1}."
)


def a_called_note() -> Draft:
    """The note with the line of its call at the foot."""
    draft = a_note()
    text, bound = unmarked(CALL)
    line = Claim(id="call", section="foot", role="call", text=text, bound=bound)
    ledger = replace(draft.ledger, claims=(*draft.ledger.claims, line))
    shown = draft.markdown.replace("**Prices:**", f"{text}\n\n**Prices:**", 1)
    return replace(draft, markdown=shown, ledger=ledger)


def told(old: str, new: str) -> set[tuple[str, str, str, str | None]]:
    """What stands after an edit: verdict, rule, text and the nearest."""
    draft = a_called_note()
    assert old in draft.markdown
    found = standing(check(draft.markdown.replace(old, new, 1), draft.ledger))
    shown = [(one.verdict, one.rule, one.text, one.nearest) for one in found]
    assert len(set(shown)) == len(shown), "nothing is said twice"
    return set(shown)


def test_the_foot_as_it_was_written_stands() -> None:
    draft = a_called_note()
    assert standing(check(draft.markdown, draft.ledger)) == []


@pytest.mark.parametrize(
    ("rule", "old", "new"),
    [
        ("T13", "**Call:** none", "**Call:** up"),
        ("T13", "below 2,576.42.\n\n**Prices", "below 2,670.34.\n\n**Prices"),
        ("T13", "none for ten sessions", "none for five sessions"),
        ("T12", "no credit spread", "no credit"),
        ("T14", "daily bars to the", "hourly bars to the"),
    ],
)
def test_a_line_of_the_foot_is_not_edited(rule: str, old: str, new: str) -> None:
    draft = a_called_note()
    lines = {one.text for one in draft.ledger.claims if one.section == "foot"}
    whole = {(verdict, by, near) for verdict, by, _, near in told(old, new)}
    assert any(("CHANGED", rule, line) in whole for line in lines)


def test_a_line_of_the_foot_cannot_be_taken_out() -> None:
    draft = a_called_note()
    text, _ = unmarked(CALL)
    found = blocking(check(draft.markdown.replace(text, ""), draft.ledger))
    assert [(one.verdict, one.rule) for one in found] == [("LOST", "T13")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("**Neutral. Strykr", "**Bullish. Strykr"),
        ("We keep our seat.", "Bullish, and we keep our seat."),
    ],
)
def test_a_stance_is_the_ledgers_and_is_reported_once(old: str, new: str) -> None:
    assert told(old, new) == {("CHANGED", "T13", "Bullish", "Neutral")}


def test_the_true_stance_may_be_said_again() -> None:
    assert told("We keep our seat.", "Neutral, so we keep our seat.") == set()


@pytest.mark.parametrize(
    "share",
    ["doubled", "tripled", "a third of", "two-thirds", "half of", "twice the"],
)
def test_a_share_in_words_is_a_figure_without_a_fact(share: str) -> None:
    new = f"We keep our seat, though it {share} it."
    assert told("We keep our seat.", new) == {("NEW", "T1", share, None)}


def test_a_share_that_a_source_says_is_a_quotation() -> None:
    draft = a_note()
    first, *rest = draft.ledger.sources
    said = replace(first, summary="Settlements doubled. They take $62 billion.")
    ledger = replace(draft.ledger, sources=(said, *rest))
    text = draft.markdown.replace(
        "We keep our seat.", "“Settlements doubled”, we read."
    )
    shares = [one for one in standing(check(text, ledger)) if one.text == "doubled"]
    assert shares == []


@pytest.mark.parametrize("day", ["Thursday", "5 February 2026", "Wednesday"])
def test_a_day_that_still_stands_does_not_hide_another(day: str) -> None:
    old = "in five sessions to 2,670.34"
    first = told(old, f"{old} on {day}")
    assert {one[:3] for one in first} == {("NEW", "T3", day)}
    old = "On Friday it closed above its"
    second = told(old, f"On {day} it closed, as on Friday it closed, above its")
    assert {one[:3] for one in second} == {("NEW", "T3", day)}


def test_a_day_beside_its_own_figure_may_be_added() -> None:
    assert told("sessions to 2,670.34", "sessions to 2,670.34 on Friday") == set()
