"""A verb in the present or the past, told in the past unless it lasts."""

from collections.abc import Iterator

from generator.plain.inflection import past
from generator.writing.clauses import verbs
from generator.writing.clauses.otherwords import DAYS, MONTHS
from generator.writing.clauses.phrases import Piece, Pieces, Plural
from generator.writing.clauses.reading import Reading, Sentence, State, as_tense

BARE_AFTER = frozenset("see watch help let make hear".split())


def is_degree(s: Sentence, at: int) -> bool:
    """Whether a word says how much, and may stand before its verb: "sharply"."""
    one = s.told[at]
    plain = one.low in {"still", "also", "again", "now", "soon", "just", "almost"}
    return "R" in one.tags and (one.low.endswith("ly") or plain)


def finite(
    s: Sentence, at: int, plural: Plural, *, main: bool, back: bool
) -> Iterator[Reading]:
    """A verb in the present or past, told in the past unless it lasts."""
    one = s.told[at]
    if one.kind != "word" or one.shown[:1].isupper() or one.is_owner:
        return
    for kind, verb in verbs.read(one.low):
        if kind == "B" and past(verb) == verb and s.low(at + 1) == "by":
            continue
        cost = _verbness(s, kind, verb) + _lacks(s, verb, at)
        before = s.told[at - 1]
        if verb in verbs.TO_TAKING and s.low(at + 1) == "to":
            cost = 0.0
        if kind == "Z" and "P" in one.tags and before.kind == "word":
            cost += 0.6 if before.tags & {"C", "M"} else 0.0
        if (kind == "Z" and plural is not True) or (kind == "B" and plural is True):
            lately = s.low(at - 1) in {"now", "still", "always"}
            lasts = (_lasts(s, verb, at) or lately) and (main or not back)
            if lasts or (not main and not back):
                piece, tense = s.kept(at), "present"
            else:
                piece, tense = Piece(past(verb), at, turned=True), "past"
            yield from then(s, at, verb, piece, tense=tense, cost=cost)
        elif kind == "D":
            yield from _was(s, at, verb, plural, cost=cost)
        elif kind == "N" and verb in verbs.TRANSITIVE:
            cost += 0.0 if main else 0.5
            yield from _passive(s, at, verb, plural, cost=cost)


def _lacks(s: Sentence, verb: str, at: int) -> float:
    """How odd a verb is without the "to" or the "as" that it should have."""
    rest = [one.low for one in s.told[at + 1 :]]
    if verb in verbs.BIDDING and "to" not in rest and "for" not in rest[:1]:
        return 3.0
    strange = any(one.kind == "name" for one in s.told[at + 1 : at + 4])
    if verb in verbs.NAMING and strange and not {"as", "to", "for"} & set(rest):
        return 3.0
    return 3.0 if verb == "say" and rest[:1] == ["to"] else 0.0


def _lasts(s: Sentence, verb: str, at: int) -> bool:
    if verb not in verbs.LASTING:
        return False
    return not (verb in verbs.HANGING and s.low(at + 1) in {"on", "over", "down"})


def _verbness(s: Sentence, kind: str, verb: str) -> float:
    if kind in {"D", "N"}:
        return 0.2
    if kind == "Z":
        lasting = verb in verbs.LASTING
        return (1.0 if lasting else 3.0) if verb in verbs.NOUNS_FIRST else 0.0
    if verb in verbs.NOUNS_FIRST:
        return 1.6
    return 0.7 if verb in verbs.NOUNISH else 0.4


def _was(
    s: Sentence, at: int, verb: str, plural: Plural, *, cost: float
) -> Iterator[Reading]:
    """A past that the title has its."""
    same = any(kind == "N" for kind, _ in verbs.read(s.low(at)))
    alone = verb in verbs.INTRANSITIVE or verb in verbs.SPEECH
    followed = bool(s.phrases.at(at + 1, "object"))
    if same and followed and verb in verbs.GIVING:
        return
    told = verb in verbs.BIDDING or verb in {"say", "tell"}
    if same and (s.low(at + 1) == "by" or (told and s.low(at + 1) == "to")):
        return
    bare = any(kind == "B" for kind, _ in verbs.read(s.low(at)))
    if same and not followed and not alone:
        return
    if bare and plural is not True:
        cost += 1.3 if verb in verbs.NOUNS_FIRST else 0.5
    yield from then(s, at, verb, s.kept(at), tense="past", cost=cost)


def _passive(
    s: Sentence, at: int, verb: str, plural: Plural, *, cost: float
) -> Iterator[Reading]:
    """A bare participle: "nine banks fined" were fined."""
    if s.phrases.at(at + 1, "object") and not is_time(s, at + 1):
        return
    if s.low(at) in {"set", "expected", "seen", "forecast", "put", "bet"}:
        return
    cost += 0.6 if s.told[at].low == verb else 0.0
    both = verb in verbs.INTRANSITIVE or verb in verbs.SPEECH
    if both and s.low(at) in {"beat", "sold", "said"}:
        return
    rest = s.rest(at + 1, "after", back=True)
    if rest:
        was = Piece("were" if plural else "was")
        pieces = (was, s.kept(at), *rest.pieces)
        yield Reading(pieces, cost + rest.cost + (0.8 if both else 0), "past", at)


def then(
    s: Sentence, at: int, verb: str, piece: Piece, *, tense: str, cost: float
) -> Iterator[Reading]:
    """A verb and what follows it."""
    back = tense == "past"
    for state in _states(s, verb):
        rest = s.rest(at + 1, state, back=back)
        if rest and state == "object" and _is_odd_object(s, at, verb):
            rest = Reading(rest.pieces, rest.cost + 4.0)
        if rest:
            pieces = (piece, *rest.pieces)
            yield Reading(pieces, cost + rest.cost, as_tense(tense), at)
    if verb in verbs.SPEECH and s.low(at + 1) != "no":
        said = s.clause(at + 1, back=back)
        if said:
            that = () if verb == "say" else (Piece("that"),)
            pieces = (piece, *that, *said.pieces)
            yield Reading(pieces, cost + said.cost + 0.2, as_tense(tense), at)


def _is_odd_object(s: Sentence, at: int, verb: str) -> bool:
    """Whether a verb that takes none has an object that is no measure."""
    alone = verb in verbs.INTRANSITIVE and verb not in verbs.TRANSITIVE
    if not alone or at + 1 >= s.size or is_time(s, at + 1):
        return False
    following = s.told[at + 1]
    noun = following.kind == "name" or bool(following.tags & {"C", "M", "P"})
    return noun and "R" not in following.tags


def _states(s: Sentence, verb: str) -> tuple[State, ...]:
    states: list[State] = []
    if verb not in verbs.EVERY:
        return ("wanted", "object")
    if verb in verbs.TRANSITIVE and verb not in verbs.INTRANSITIVE:
        states.append("wanted")
    elif (
        verb in verbs.INTRANSITIVE
        or verb in verbs.TRANSITIVE
        or verb in verbs.TO_TAKING
        or verb in verbs.LASTING
    ):
        states.append("object")
    if (verb in verbs.TO_TAKING or verb in verbs.SPEECH) and "object" not in states:
        states.append("willing")
    if verb in BARE_AFTER:
        states.append("seen")
    if verb in {"become", "remain"} and "object" not in states:
        states.append("object")
    if verb in verbs.LINKING:
        states.append("linked")
    return tuple(states)


def doing(s: Sentence, at: int, plural: Plural, shift: Pieces) -> Iterator[Reading]:
    """A form in -ing alone: "Boulder County laying off 31 people"."""
    if s.told[at].shown[:1].isupper():
        return
    for kind, verb in verbs.read(s.low(at)):
        if kind == "G":
            be = Piece("are" if plural else "is")
            for one in then(s, at, verb, s.kept(at), tense="present", cost=1.6):
                yield Reading((be, *shift, *one.pieces), one.cost, "present", at)


def is_lone_at(s: Sentence, at: int) -> bool:
    """Whether the subject is but one plain noun: "Day trading"."""
    return at == 1 and s.told[0].kind == "word"


def is_time(s: Sentence, at: int) -> bool:
    """Whether a time begins there: "today", "last week"."""
    word = s.low(at)
    if word in DAYS or word in MONTHS or word in {"today", "yesterday", "tomorrow"}:
        return True
    timed = word in {"this", "last", "next", "every", "each"}
    return timed and s.low(at + 1) in {
        "year", "month", "week", "quarter", "summer", "winter", "spring", "fall",
        "autumn", "night", "session", *DAYS, *MONTHS,
    }  # fmt: skip
