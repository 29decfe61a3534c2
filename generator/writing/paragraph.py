"""A paragraph as told, and which of them the brief form can best spare."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.writing.marks import bare

BRIEF = 350  # words of prose; with table and captions a brief note has at most 450
SPARED = (
    "third precedent also own head-fake not-that second volatility sectors "
    "concession numbers across changed"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A move as told: its marked sentences, and the Facts that let it be told."""

    role: str
    section: str
    sentences: tuple[str, ...]
    goal: str = ""
    form: str = ""
    licences: tuple[str, ...] = ()
    rests_on: tuple[str, ...] = ()


def once(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs, with earlier days like this one counted by one measure only."""
    goals = {one.goal for one in paragraphs}
    return [
        one for one in paragraphs if one.goal != "precedent" or "not-that" not in goals
    ]


def within(paragraphs: Sequence[Paragraph], most: int = BRIEF) -> list[Paragraph]:
    """The paragraphs, without what a note of at most so many words can best spare."""
    kept = list(paragraphs)
    for goal in SPARED.split():
        if words(kept) <= most:
            break
        kept = [one for one in kept if one.goal != goal]
    return kept


def words(paragraphs: Sequence[Paragraph]) -> int:
    """How many words of prose there are; a title is none."""
    prose = [one for one in paragraphs if one.section != "title"]
    return sum(len(bare(text).split()) for one in prose for text in one.sentences)
