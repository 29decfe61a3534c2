"""A verb with its helper, also where the title leaves the helper out."""

from collections.abc import Iterator

from generator.writing.clauses import verbs
from generator.writing.clauses.finite import is_degree, then
from generator.writing.clauses.nouns import MEASURED
from generator.writing.clauses.nounwords import EARNED
from generator.writing.clauses.otherwords import (
    COPULAS,
    HAVING,
    MODALS,
    PARTICLES,
    PREPOSITIONS,
    STANDING,
)
from generator.writing.clauses.phrases import Piece, Pieces, Plural
from generator.writing.clauses.reading import Reading, Sentence, State, Tense, on

STANDINGS = tuple(
    (tuple(one.split()), one) for one in sorted(STANDING, key=lambda s: -len(s.split()))
)

PAST_STANDING = frozenset(
    "above below up down higher lower flat mixed steady unchanged sluggish subdued "
    "muted".split()
)

NOT = frozenset({"not", "never", "no longer"})


def helped(s: Sentence, at: int, plural: Plural, shift: Pieces) -> Iterator[Reading]:
    """A verb with its helper: "could cut", "is cutting", "has cut", "to cut"."""
    word = s.low(at)
    mine = (*shift, s.kept(at))
    if word in MODALS:
        tense: Tense = "future" if word in {"will", "won't"} else "present"
        yield from infinitive(s, at + 1, mine, tense)
    elif word in COPULAS:
        if plural is not None and (word[:3] in {"are", "wer"}) != plural:
            return
        tense = "past" if word.startswith(("was", "wer")) else "present"
        yield from _being(s, at + 1, mine, tense)
    elif word in HAVING:
        yield from _having(s, at + 1, mine)
    elif word in {"does", "do", "did", "doesn't", "don't", "didn't"}:
        tense = "past" if word.startswith("did") else "present"
        yield from infinitive(s, at + 1, mine, tense)
    elif word == "to":
        be = Piece("are" if plural else "is")
        odd = _is_finite_like(s, at - 1)
        for one in infinitive(s, at + 1, (be, *mine), "future", only_to=True):
            kinds = verbs.read(s.low(at + 1))
            noun = any(verb in verbs.NOUNS_FIRST for _, verb in kinds)
            cost = one.cost + (2.5 if odd else 0.0) + (1.5 if noun else 0.0)
            yield Reading(one.pieces, cost, one.tense, one.verb)


def _is_finite_like(s: Sentence, at: int) -> bool:
    """Whether a noun is rather the verb: "rises to", "plans to"."""
    return any(
        (kind in {"Z", "B"} and verb in verbs.TO_TAKING | verbs.INTRANSITIVE)
        or (kind == "G" and verb in verbs.TO_TAKING)
        for kind, verb in verbs.read(s.low(at))
    )


def infinitive(
    s: Sentence, at: int, before: Pieces, tense: Tense, *, only_to: bool = False
) -> Iterator[Reading]:
    """A bare verb and what follows it; `only_to` allows no "not" before it."""
    while at < s.size and (s.low(at) in NOT or is_degree(s, at)):
        if only_to and s.low(at) in NOT:
            return
        before, at = (*before, s.kept(at)), at + 1
    if s.low(at) == "be":
        yield from _being(s, at + 1, (*before, s.kept(at)), tense)
        return
    if s.low(at) == "have":
        yield from _having(s, at + 1, (*before, s.kept(at)), tense)
        return
    if at >= s.size or s.told[at].shown[:1].isupper():
        return
    for one in _bare(s, at, tense):
        yield Reading(before + one.pieces, one.cost, tense, at)


def _bare(s: Sentence, at: int, tense: Tense) -> Iterator[Reading]:
    """A bare verb; a word of no list is taken for one where an object follows."""
    if s.told[at].tags == {"U"} and not s.told[at].is_owner:
        rest = s.rest(at + 1, "wanted", back=tense == "past")
        if rest:
            yield Reading((s.kept(at), *rest.pieces), 0.6 + rest.cost)
    for kind, verb in verbs.read(s.low(at)):
        if kind == "B":
            yield from then(s, at, verb, s.kept(at), tense=tense, cost=0.0)
            if at + 1 == s.size and verb in verbs.TRANSITIVE:
                yield Reading((s.kept(at),), 0.8)


def _being(s: Sentence, at: int, before: Pieces, tense: Tense) -> Iterator[Reading]:
    """What follows "is": a form in -ing, a participle, an adjective, a noun."""
    while at < s.size and (s.low(at) in NOT or is_degree(s, at)):
        before, at = (*before, s.kept(at)), at + 1
    if at >= s.size:
        return
    for kind, verb in verbs.read(s.low(at)):
        if kind == "G":
            for one in then(s, at, verb, s.kept(at), tense=tense, cost=0.0):
                yield Reading(before + one.pieces, one.cost, tense, at)
        elif kind == "N":
            rest = s.rest(at + 1, "after", back=tense == "past")
            if rest:
                pieces = (*before, s.kept(at), *rest.pieces)
                yield Reading(pieces, rest.cost, tense, at)
    for one in _being_so(s, at, back=tense == "past"):
        yield Reading(before + one.pieces, one.cost, tense, at - 1)


def _being_so(s: Sentence, at: int, *, back: bool) -> Iterator[Reading]:
    """An adjective, a noun or a place after "is"."""
    linked = s.rest(at, "linked", back=back)
    if linked:
        yield Reading(linked.pieces, linked.cost + 0.1)
    for phrase in s.phrases.at(at, "object"):
        cost = phrase.cost + 0.3
        yield from on(s, phrase.end, phrase.pieces, state="after", back=back, cost=cost)
    if s.low(at) in PREPOSITIONS:
        yield from on(s, at, (), state="after", back=back, cost=0.2)


def _having(
    s: Sentence, at: int, before: Pieces, tense: Tense = "present"
) -> Iterator[Reading]:
    while at < s.size and (s.low(at) in NOT or is_degree(s, at)):
        before, at = (*before, s.kept(at)), at + 1
    if s.low(at) == "been":
        yield from _being(s, at + 1, (*before, s.kept(at)), tense)
        return
    if at >= s.size:
        return
    for kind, verb in verbs.read(s.low(at)):
        if kind == "N":
            for one in then(s, at, verb, s.kept(at), tense=tense, cost=0.0):
                yield Reading(before + one.pieces, one.cost, tense, at)
    for phrase in s.phrases.at(at, "object"):
        rest = s.rest(phrase.end, "after", back=False)
        if rest:
            pieces = (*before, *phrase.pieces, *rest.pieces)
            yield Reading(pieces, phrase.cost + rest.cost + 0.2, tense, at - 1)


def standing(s: Sentence, at: int, plural: Plural, shift: Pieces) -> Iterator[Reading]:
    """Where the title leaves out "is": "set to", "up 3%", "in talks to"."""
    words = tuple(s.low(i) for i in range(at, min(s.size, at + 4)))
    for parts, told in STANDINGS:
        if words[: len(parts)] != parts:
            continue
        end = at + len(parts)
        over = parts[0] in PAST_STANDING
        tense: Tense = "past" if over else "present"
        be = ("were" if plural else "was") if over else ("are" if plural else "is")
        kept = tuple(s.kept(i) for i in range(at, end))
        before = (Piece(be), *shift, *kept)
        if told.endswith(" to"):
            yield from infinitive(s, end, before, tense)
            continue
        earned = s.low(at - 1) in EARNED or s.low(at - 1) in MEASURED
        verb = any(
            kind == "Z" and verb not in verbs.NOUNS_FIRST
            for kind, verb in verbs.read(s.low(at - 1))
        )
        likely = _is_finite_like(s, at - 1) or (verb and parts[0] in PARTICLES)
        odd = 2.5 if likely and not earned else 0.0
        state: State = "object" if told in PAST_STANDING else "after"
        if told.rpartition(" ")[2] in PREPOSITIONS - PARTICLES:
            state = "wanted"
        rest = s.rest(end, state, back=over)
        if rest:
            cost = rest.cost + 0.4 + odd
            yield Reading(before + rest.pieces, cost, tense, at)
        break
