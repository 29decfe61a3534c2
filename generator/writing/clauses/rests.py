"""What may follow a verb: its object, and then nothing that must."""

from collections.abc import Iterator

from generator.plain.inflection import bases
from generator.writing.clauses import verbs
from generator.writing.clauses.finite import is_time, then
from generator.writing.clauses.following import placed, reduced, timed
from generator.writing.clauses.further import further
from generator.writing.clauses.helped import infinitive
from generator.writing.clauses.nounwords import BEST
from generator.writing.clauses.otherwords import PARTICLES, PREPOSITIONS, SUBORDINATING
from generator.writing.clauses.phrases import Piece, Pieces
from generator.writing.clauses.reading import Reading, Sentence, State, on
from generator.writing.clauses.subjects import joined

LINKED = frozenset(
    "as worth due subject close ready able unable likely unlikely set keen".split()
)

KEEPING = frozenset("keep hold leave maintain see take".split())


def options(s: Sentence, at: int, state: State, *, back: bool) -> Iterator[Reading]:
    """Every way to read on from there."""
    if state == "willing":
        if s.low(at) == "to":
            yield from freely(s, at, back=back)
        return
    if state == "linked":
        yield from _linked(s, at, back=back)
        return
    if state in {"object", "wanted", "seen"}:
        yield from _objects(s, at, state, back=back)
    if state in {"wanted", "seen"}:
        if s.low(at) in PARTICLES and state == "wanted":
            yield from on(s, at + 1, (s.kept(at),), state="wanted", back=back, cost=0.1)
        return
    yield from freely(s, at, back=back)


def _objects(s: Sentence, at: int, state: State, *, back: bool) -> Iterator[Reading]:
    for phrase in joined(s, at, "object"):
        if state == "seen":
            for kind, verb in verbs.read(s.low(phrase.end)):
                if kind in {"B", "G"}:
                    kept = s.kept(phrase.end)
                    for one in then(s, phrase.end, verb, kept, tense="past", cost=0.2):
                        cost = phrase.cost + one.cost
                        yield Reading(phrase.pieces + one.pieces, cost)
            continue
        yield from on(
            s, phrase.end, phrase.pieces, state="after", back=back, cost=phrase.cost
        )
        keeps = not KEEPING.isdisjoint(bases(s.low(at - 1)))
        if keeps and _is_adjective(s, phrase.end):  # "keeps rates unchanged"
            pieces = (*phrase.pieces, s.kept(phrase.end))
            cost = phrase.cost + 0.3
            yield from on(
                s, phrase.end + 1, pieces, state="after", back=back, cost=cost
            )


def _is_adjective(s: Sentence, at: int) -> bool:
    return at < s.size and s.low(at) in {
        "unchanged", "steady", "higher", "lower", "flat", "stable", "open", "private",
        "afloat", "alive", "intact", "liable",
    }  # fmt: skip


def _linked(s: Sentence, at: int, *, back: bool) -> Iterator[Reading]:
    """An adjective after "remain" or "is"; with "and" perhaps two."""
    one = s.told[at]
    if "J" in one.tags or one.low in {"up", "down", "off"} | LINKED or "N" in one.tags:
        the = (Piece("the"),) if one.low in BEST else ()
        pieces = (*the, s.kept(at))
        yield from on(s, at + 1, pieces, state="after", back=back, cost=0.0)
        paired = s.low(at + 1) in {"and", "but"} and at + 2 < s.size
        if paired and "J" in s.told[at + 2].tags:
            both = tuple(s.kept(i) for i in range(at, at + 3))
            yield from on(s, at + 3, both, state="after", back=back, cost=0.1)
        if s.low(at + 1) == "than":
            yield from _than(s, at, back=back)
    elif "R" in one.tags or _is_figure_next(s, at):
        kept = (s.kept(at),)
        if "R" in one.tags:
            yield from on(s, at + 1, kept, state="linked", back=back, cost=0.2)
        for phrase in s.phrases.at(at, "object"):
            cost = phrase.cost + 0.2
            if s.told[phrase.head].is_figure:
                yield from on(
                    s, phrase.end, phrase.pieces, state="linked", back=back, cost=cost
                )


def _is_figure_next(s: Sentence, at: int) -> bool:
    return at < s.size and s.told[at].is_figure


def _than(s: Sentence, at: int, *, back: bool) -> Iterator[Reading]:
    pieces: Pieces = (s.kept(at), s.kept(at + 1))
    if at + 2 < s.size and s.told[at + 2].tags & {"N", "J"}:
        done = (*pieces, s.kept(at + 2))
        yield from on(s, at + 3, done, state="after", back=back, cost=0.1)
    for phrase in s.phrases.at(at + 2, "after", "than"):
        done = pieces + phrase.pieces
        yield from on(s, phrase.end, done, state="after", back=back, cost=phrase.cost)


def freely(s: Sentence, at: int, *, back: bool) -> Iterator[Reading]:
    """What may follow when nothing must."""
    one, word = s.told[at], s.low(at)
    if word in SUBORDINATING:
        inner = s.clause(at + 1, back=back)
        if inner:
            yield Reading((s.kept(at), *inner.pieces), inner.cost)
    if word in PREPOSITIONS:
        yield from placed(s, at, back=back)
    if word == "to":
        yield from _to_do(s, at)
    yield from _in_a_word(s, at, back=back)
    if is_time(s, at) or one.is_figure or word in {"more", "less", "almost"}:
        yield from timed(s, at, back=back)
    if one.tags & {"G", "N"} and not one.shown[:1].isupper():
        yield from reduced(s, at, back=back)
    if word in {",", "and", "but"}:
        yield from further(s, at, back=back)
    if word in {"that", "which"}:
        for told in s.predicates(at + 1, None, main=False, back=False):
            yield Reading((s.kept(at), *told.pieces), told.cost + 0.4)


def _to_do(s: Sentence, at: int) -> Iterator[Reading]:
    """The word "to" and a bare verb; a word that is rather a noun is odd there."""
    for told in infinitive(s, at + 1, (s.kept(at),), "present", only_to=True):
        nounish = verbs.read(s.low(told.verb))
        odd = any(v in verbs.NOUNS_FIRST for k, v in nounish if k == "B")
        yield Reading(told.pieces, told.cost + (1.5 if odd else 0.0))


def _in_a_word(s: Sentence, at: int, *, back: bool) -> Iterator[Reading]:
    """An adverb, a particle or an adjective that stands alone."""
    one, word, kept = s.told[at], s.low(at), (s.kept(at),)
    if "R" in one.tags and word not in {"in", "on", "above", "over"}:
        particle = 0.1 if word in PARTICLES or word.endswith("ly") else 0.2
        yield from on(s, at + 1, kept, state="after", back=back, cost=particle)
        if word in {"up", "down", "off", "out"}:
            yield from on(s, at + 1, kept, state="object", back=back, cost=0.3)
    if "J" in one.tags and s.low(at + 1) == "than":
        for told in _than(s, at, back=back):
            yield Reading(told.pieces, told.cost + 0.2)
    if "J" in one.tags and word in {"higher", "lower", "flat", "private", "steady"}:
        yield from on(s, at + 1, kept, state="after", back=back, cost=0.2)
