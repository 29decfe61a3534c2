"""The planted errors are errors and the rewordings are none: both are as they claim."""

import re

import pytest

from bench.planted import PLANTS, caught, missed, planted, reworded
from bench.rewording import EDITS, FIGURES, RESHAPES
from generator.proof import blocking, check
from tests.proof.notes import a_note

SEEDS = range(4)
BARE = {"wrong size of verb", "stale close", "wrong number word", "wrong comparative"}


def lines(text: str) -> list[str]:
    return text.split("\n")


@pytest.mark.parametrize("seed", SEEDS)
def test_a_copy_differs_from_the_note_in_the_line_it_names(seed: int) -> None:
    draft = a_note()
    for one in planted(draft, seed, each=3):
        pairs = zip(lines(draft.markdown), lines(one.markdown), strict=True)
        differ = [n for n, (was, now) in enumerate(pairs, 1) if was != now]
        assert differ == [one.line], one.kind
        assert one.new in lines(one.markdown)[one.line - 1]
        assert one.old in lines(draft.markdown)[one.line - 1]


def test_every_kind_that_the_note_allows_is_planted() -> None:
    kinds = {one.kind for seed in SEEDS for one in planted(a_note(), seed, each=9)}
    assert set(PLANTS) - kinds <= BARE


def test_one_seed_plants_the_same_errors_and_another_seed_others() -> None:
    draft = a_note()
    assert planted(draft, 1) == planted(draft, 1)
    assert planted(draft, 1) != planted(draft, 2)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_proof_reports_every_planted_error(seed: int) -> None:
    draft = a_note()
    assert [(one.kind, one.new) for one in missed(draft, planted(draft, seed))] == []


def test_a_note_without_an_error_is_not_caught() -> None:
    draft = a_note()
    first = planted(draft, 1)[0]
    same = type(first)(
        kind="none", markdown=draft.markdown, line=first.line, old="", new=""
    )
    assert not caught(same, check(draft.markdown, draft.ledger), draft.ledger)


def test_there_are_sixty_edits_and_each_finds_what_it_is_for() -> None:
    assert len(EDITS) + len(FIGURES) + len(RESHAPES) >= 60
    assert all(re.compile(pattern) for pattern, *_ in (*EDITS, *FIGURES))
    assert all(new for _, new in EDITS)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_reworded_note_is_another_with_the_same_head_and_foot(seed: int) -> None:
    draft = a_note()
    for text in reworded(draft, seed):
        assert text != draft.markdown
        for mark in ("\n## Sources", "\n---\n"):
            cut = slice(draft.markdown.index(mark), None)
            if mark == "\n## Sources":
                assert text.endswith(draft.markdown[cut])
            else:
                head = draft.markdown[: draft.markdown.index("\n## ")]
                assert text.startswith(head)


@pytest.mark.parametrize("seed", range(12))
def test_a_reworded_note_is_not_reported(seed: int) -> None:
    draft = a_note()
    for text in reworded(draft, seed):
        found = blocking(check(text, draft.ledger))
        assert [(one.text, one.why) for one in found if one.line > 1] == []


def test_a_quotation_is_never_reworded() -> None:
    draft = a_note()
    said = "Treasury settlements will withdraw $62 billion from markets"
    assert all(said in text for seed in SEEDS for text in reworded(draft, seed))
