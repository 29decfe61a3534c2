"""A cause needs a headline before an unusual move that the benchmark leaves open."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from generator.model.facts import Fact
from generator.model.note import Draft
from generator.proof import check
from tests.proof.notes import a_note, a_return, facts, priced, sources
from tests.proof.test_check import with_sentence

EARLY = datetime(2026, 2, 6, 14, tzinfo=UTC)
LATE = datetime(2026, 2, 8, 18, tzinfo=UTC)
SENTENCE = "The Russell 2000 rose 3.60% on Friday because of them, Seeking Alpha says."


def a_moved_note(
    *, zscore: float = 3.3, residual: float = 2.4, published: datetime = EARLY
) -> Draft:
    """The note whose ledger tells of a day, its size and what was its own."""
    more: tuple[Fact, ...] = (
        a_return("RUT", 1, 0.0360),
        priced("RUT", "zscore", 1, value=zscore, unit="sigmas"),
        priced("RUT", "residual", 1, "spx", value=residual, unit="pct_points"),
    )
    told = tuple(replace(one, published=published) for one in sources())
    return a_note(facts=(*facts(), *more), sources=told)


def causes(draft: Draft, sentence: str) -> list[str]:
    """The causal words that stand reported of a sentence put into the note."""
    found = check(with_sentence(draft, sentence), draft.ledger)
    return [one.text for one in found if one.rule == "T10"]


def test_a_cause_after_a_headline_of_a_rare_move_of_its_own_stands() -> None:
    assert causes(a_moved_note(), SENTENCE) == []


@pytest.mark.parametrize(
    "draft",
    [
        a_moved_note(zscore=1.4),
        a_moved_note(residual=0.9),
        a_moved_note(published=LATE),
        a_note(),
    ],
)
def test_a_cause_of_an_ordinary_explained_or_earlier_move_is_reported(
    draft: Draft,
) -> None:
    assert causes(draft, SENTENCE) == ["because of"]


def test_a_cause_that_no_headline_tells_is_reported() -> None:
    bare = SENTENCE.replace(", Seeking Alpha says", "")
    assert causes(a_moved_note(), bare) == ["because of"]


@pytest.mark.parametrize(
    "tail",
    [
        "on fears of a recession",
        "after the Fed decision",
        "amid worries about growth",
        "as traders fled",
        "in response to the report",
        "helped by a weaker dollar",
        "following strong bank earnings",
        "when bond yields jumped",
        "thanks to the settlements",
    ],
)
def test_every_way_of_giving_a_cause_is_read(tail: str) -> None:
    assert causes(a_note(), f"The Russell 2000 rose 2.17% in five sessions {tail}.")


@pytest.mark.parametrize(
    "sentence",
    [
        "The Russell 2000 rose 2.17% in five sessions, on the day's own count.",
        "The Russell 2000 rose 2.17% in five sessions, as of Friday.",
        "The Russell 2000 closed at 2,670.34 on Friday, as large as life.",
        "We wait because waiting is cheap, Seeking Alpha or not.",
    ],
)
def test_a_time_and_a_measure_are_no_cause(sentence: str) -> None:
    assert [one for one in causes(a_note(), sentence) if one != "because"] == []
