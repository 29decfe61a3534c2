"""A title read as one sentence: its subject, its verb and all that follows."""

from collections.abc import Iterator, Sequence

from generator.writing.clauses import verbs
from generator.writing.clauses.finite import (
    doing,
    finite,
    is_degree,
    is_lone_at,
    is_time,
)
from generator.writing.clauses.helped import helped, standing
from generator.writing.clauses.nounwords import PLURALS
from generator.writing.clauses.otherwords import DETERMINERS, PREPOSITIONS
from generator.writing.clauses.phrases import Phrase, Phrases, Piece, Pieces, Plural
from generator.writing.clauses.reading import Reading, State, clearest
from generator.writing.clauses.rests import freely, options
from generator.writing.clauses.subjects import subjects
from generator.writing.clauses.tokens import Token

MOST = 2.1  # a reading that is odder is none


class Parser:
    """Reads one title; every stretch of it is read once."""

    def __init__(self, told: Sequence[Token], indices: frozenset[str]) -> None:
        self.told = told
        self.size = len(told)
        self.phrases = Phrases(told, indices)
        self._rests: dict[tuple[int, State, bool], Reading | None] = {}
        self._clauses: dict[tuple[int, bool], Reading | None] = {}

    def low(self, at: int) -> str:
        """The word at a place in small letters; empty past the end."""
        return self.told[at].low if at < self.size else ""

    def kept(self, at: int) -> Piece:
        """A token as it is."""
        return Piece(self.told[at].shown, at)

    def whole(self) -> Reading | None:
        """The reading of the title as one sentence; None where it has none, or two."""
        best = clearest(list(self._sentences(0)), 0.5)
        if best and best.tense == "past" and self._is_ahead():
            return None
        return best if best and best.cost <= MOST else None

    def _is_ahead(self) -> bool:
        """Whether a time to come is named, of which no past may tell."""
        return any(
            one.low == "tomorrow" or (one.low == "next" and is_time(self, at))
            for at, one in enumerate(self.told)
        )

    def _sentences(self, start: int) -> Iterator[Reading]:
        for subject in subjects(self, start):
            for told in self.predicates(subject.end, subject.plural, main=True):
                cost = subject.cost + told.cost + self._lone(subject)
                put = told.pieces[0].at < 0
                if self._holds_verb(start, subject.end):
                    cost += 3.0 if put else 1.5
                if put:
                    cost += self._unsure(subject, told)
                yield Reading(subject.pieces + told.pieces, cost, told.tense, told.verb)

    def _unsure(self, subject: Phrase, told: Reading) -> float:
        """How doubtful it is to put "is" or "are" between a subject and the rest."""
        head = self.told[subject.head]
        strange = head.kind == "name" and not head.known and subject.size == 1
        many = head.text.endswith("s") and not head.low.endswith(("ss", "us", "is"))
        cost = 3.0 if strange and many else 0.0
        if told.pieces[-1].at < 0 or self.low(subject.end) != "to":
            return cost
        words = {self.low(one.at) for one in subject.pieces}
        if self.low(subject.head) in verbs.INFINITIVE_NOUNS or words & {
            "on",
            "at",
            "for",
        }:
            cost += 3.0
        return cost

    def _holds_verb(self, start: int, end: int) -> bool:
        """Whether a subject's words hold what is rather its verb: "CMA calls for"."""
        last = self.told[end - 1]
        if last.tags == {"G"}:
            return True  # "Trump planning to"
        for at in range(start + 1, end - 1):
            one = self.told[at]
            following = self.low(at + 1)
            if "Z" in one.tags and (following in PREPOSITIONS or following == "to"):
                return True
            after = self.told[at + 1]
            named = after.kind == "name" or following in DETERMINERS
            before = self.told[at - 1]
            doing = any(
                kind == "G" and verb in verbs.TO_TAKING
                for kind, verb in verbs.read(one.low)
            )
            if doing and (before.kind == "name" or before.tags & {"C", "M", "P"}):
                return True
            owned = before.kind == "name" and not before.is_owner
            many = before.tags & {"P"} or before.low[:-1] in PLURALS
            if "B" in one.tags and many and not before.is_owner:
                return True
            if "Z" in one.tags and (named or (owned and "B" not in after.tags)):
                return True
        return False

    def _lone(self, subject: Phrase) -> float:
        """A bare noun at the start may be an order: "Watch", "Cut"."""
        first = self.told[0]
        single = subject.size == 1 and first.kind == "word" and "P" not in first.tags
        order = (subject.lone or single) and "B" in first.tags
        return 4.0 if order else 0.0

    def clause(self, start: int, *, back: bool) -> Reading | None:
        """A clause from there to the end, in the past where the main one is so."""
        key = start, back
        if key not in self._clauses:
            self._clauses[key] = None
            found = [
                Reading(s.pieces + p.pieces, s.cost + p.cost, p.tense, p.verb)
                for s in subjects(self, start)
                for p in self.predicates(s.end, s.plural, main=False, back=back)
            ]
            self._clauses[key] = clearest(found, 0.25)
        return self._clauses[key]

    def predicates(
        self, at: int, plural: Plural, *, main: bool, back: bool = True
    ) -> Iterator[Reading]:
        """What may be said of a subject from there on; `back` tells it in the past."""
        start = at
        shift: Pieces = ()
        while at < self.size and is_degree(self, at):
            shift = (*shift, self.kept(at))
            at += 1
        if self.low(at) in {"more", "less"} and self.low(at + 1) == "than":
            shift = (*shift, self.kept(at), self.kept(at + 1))
            at += 2
        if at >= self.size:
            return
        for one in finite(self, at, plural, main=main, back=back):
            cost = one.cost + 0.2 * len(shift)
            be = one.pieces[:1] if one.pieces[0].at < 0 else ()
            pieces = (*be, *shift, *one.pieces[len(be) :])
            yield Reading(pieces, cost, one.tense, one.verb)
        if main and not is_lone_at(self, at):
            yield from doing(self, at, plural, shift)
        for one in helped(self, at, plural, shift):
            later = 0.0 if main or self.low(at) != "to" else 1.5
            yield Reading(one.pieces, one.cost + later, one.tense, one.verb)
        if at == start or main:
            for one in standing(self, at, plural, shift):
                cost = one.cost + (0.0 if main else 0.5)
                yield Reading(one.pieces, cost, one.tense, one.verb)

    def rest(self, at: int, state: State, *, back: bool) -> Reading | None:
        """The likeliest reading of all from there to the end."""
        if at >= self.size:
            return Reading((), 0.0) if state in {"object", "after"} else None
        key = at, state, back
        if key not in self._rests:
            self._rests[key] = None
            found = options(self, at, state, back=back)
            self._rests[key] = min(found, key=lambda one: one.cost, default=None)
        return self._rests[key]

    def freely(self, at: int, *, back: bool) -> Iterator[Reading]:
        """What may follow when nothing must."""
        return freely(self, at, back=back)
