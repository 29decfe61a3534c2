"""One way to read the rest of a title, and what the readers of its parts share."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from generator.writing.clauses.phrases import Phrases, Piece, Pieces, Plural
from generator.writing.clauses.tokens import Token

Tense = Literal["past", "present", "future"]
# What may come next: an object, or one that must; nothing that must; "to"; after
# "saw sales" a bare verb; after "remains" an adjective.
State = Literal["willing", "object", "wanted", "after", "seen", "linked"]


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read the rest of a title, and how odd it is."""

    pieces: Pieces
    cost: float
    tense: Tense = "past"
    verb: int = -1


class Sentence(Protocol):
    """A title that is being read, each stretch of it once."""

    told: Sequence[Token]
    size: int
    phrases: Phrases

    def low(self, at: int) -> str:
        """The word at a place in small letters; empty past the end."""

    def kept(self, at: int) -> Piece:
        """A token as it is."""

    def rest(self, at: int, state: State, *, back: bool) -> Reading | None:
        """The likeliest reading of all from there to the end."""

    def clause(self, start: int, *, back: bool) -> Reading | None:
        """A clause from there to the end, in the past where the main one is so."""

    def predicates(
        self, at: int, plural: Plural, *, main: bool, back: bool
    ) -> Iterator[Reading]:
        """What may be said of a subject from there on."""

    def freely(self, at: int, *, back: bool) -> Iterator[Reading]:
        """What may follow when nothing must."""


def on(
    s: Sentence, at: int, before: Pieces, *, state: State, back: bool, cost: float
) -> Iterator[Reading]:
    """These pieces, and then the likeliest reading of the rest."""
    rest = s.rest(at, state, back=back)
    if rest:
        yield Reading(before + rest.pieces, cost + rest.cost)


def as_tense(word: str) -> Tense:
    """A tense of that name."""
    return "past" if word == "past" else "future" if word == "future" else "present"


def is_alike(tense: Tense, *, back: bool) -> bool:
    """Whether two verbs may be joined by "and"."""
    return (tense == "past") == back


def clearest(found: list[Reading], margin: float) -> Reading | None:
    """The least odd reading; None where one with another verb is hardly odder."""
    ranked = sorted(found, key=lambda one: one.cost)
    if not ranked:
        return None
    rivals = (one for one in ranked[1:] if one.verb != ranked[0].verb)
    second = next(rivals, None)
    near = second is not None and second.cost - ranked[0].cost < margin
    return None if near else ranked[0]
