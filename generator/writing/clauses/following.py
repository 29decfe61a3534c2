"""What a preposition governs, measures and times, and clauses cut short."""

from collections.abc import Iterator

from generator.writing.clauses import verbs
from generator.writing.clauses.articles import Role
from generator.writing.clauses.finite import is_time, then
from generator.writing.clauses.nounwords import OFFICES
from generator.writing.clauses.otherwords import DETERMINERS, PREPOSITIONS
from generator.writing.clauses.phrases import Phrase, Piece
from generator.writing.clauses.reading import Reading, Sentence, on
from generator.writing.clauses.subjects import joined

WHOLE = frozenset(
    {
        "for longer",
        "for now",
        "for good",
        "in full",
        "near flat",
        "from abroad",
        "as usual",
    }
)

DOUBLED = frozenset("from since out up according due thanks because ahead".split())


def placed(s: Sentence, at: int, *, back: bool) -> Iterator[Reading]:
    """A preposition and what it governs."""
    prep, kept = s.low(at), s.kept(at)
    if prep in {"vs", "vs."}:
        kept = Piece("versus", at)
    role: Role = "as" if prep == "as" else "after"
    for phrase in joined(s, at + 1, role, prep):
        pieces = (kept, *phrase.pieces)
        cost = phrase.cost + _orders(s, at, phrase)
        if prep == "as" and not _is_office(s, phrase):
            cost += 9.0
        yield from on(s, phrase.end, pieces, state="after", back=back, cost=cost)
    if prep not in {"to", "as", "vs"}:
        for one in _doing(s, at + 1):
            yield Reading((kept, *one.pieces), one.cost)
    if f"{prep} {s.low(at + 1)}" in WHOLE:
        pieces = (kept, s.kept(at + 1))
        yield from on(s, at + 2, pieces, state="after", back=back, cost=0.0)
    if prep == "as" and at + 1 < s.size and s.told[at + 1].tags & {"N"}:
        pieces = (kept, s.kept(at + 1))
        yield from on(s, at + 2, pieces, state="after", back=back, cost=0.4)
    if s.low(at + 1) in PREPOSITIONS and prep in DOUBLED:
        for told in placed(s, at + 1, back=back):
            yield Reading((kept, *told.pieces), told.cost + 0.2)


def _doing(s: Sentence, at: int) -> Iterator[Reading]:
    """A form in -ing after a preposition: "after posting losses"."""
    if at >= s.size or s.told[at].shown[:1].isupper():
        return
    odd = 2.0 if at + 2 == s.size else 0.2  # "on delisting report"
    for kind, verb in verbs.read(s.low(at)):
        if kind == "G":
            yield from then(s, at, verb, s.kept(at), tense="past", cost=odd)


def _is_office(s: Sentence, phrase: Phrase) -> bool:
    """Whether what follows "as" is what somebody or something is."""
    head = s.told[phrase.head].low
    given = s.told[phrase.pieces[0].at].low in DETERMINERS
    return head in OFFICES or given or head in {"part", "hedge", "sign", "result"}


def _orders(s: Sentence, at: int, phrase: Phrase) -> float:
    """How odd a noun after "to" is that may be a verb: "to cut", not "to record"."""
    first = s.told[at + 1]
    if s.low(at) == "to" and first.tags == {"U"} and first.shown.islower():
        return 2.0
    if s.low(at) != "to" or "B" not in first.tags:
        return 0.0
    nouns = first.low in {"record", "market", "level", "low", "high"}
    if phrase.lone and first.low in {"halt", "close", "end", "standstill"}:
        return 0.0
    return 0.0 if nouns else 9.0


def timed(s: Sentence, at: int, *, back: bool) -> Iterator[Reading]:
    """A measure or a time after the object: "3%", "this week"."""
    for phrase in s.phrases.at(at, "object"):
        head = s.told[phrase.head]
        measure = head.kind in {"percent", "money"} or (
            is_time(s, at) and not head.tags & {"P"}
        )
        if measure:
            cost = phrase.cost + (0.2 if is_time(s, at) else 0.4)
            yield from on(
                s, phrase.end, phrase.pieces, state="after", back=back, cost=cost
            )
    if s.low(at) in {"this", "last", "next"} and is_time(s, at):
        pieces = (s.kept(at), s.kept(at + 1))
        yield from on(s, at + 2, pieces, state="after", back=back, cost=0.1)


def reduced(s: Sentence, at: int, *, back: bool) -> Iterator[Reading]:
    """A clause cut short: "a deal linking", "workers affected by"."""
    for kind, verb in verbs.read(s.low(at)):
        if kind == "G" and verb not in verbs.LASTING - {"include", "contain"}:
            for one in then(s, at, verb, s.kept(at), tense="past", cost=0.7):
                yield Reading(one.pieces, one.cost)
        elif (
            kind == "N"
            and verb in verbs.TRANSITIVE
            and s.low(at + 1) in PREPOSITIONS | {"to"}
        ):
            yield from on(s, at + 1, (s.kept(at),), state="after", back=back, cost=0.7)
