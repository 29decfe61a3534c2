"""What each phrase of a text adds to its tone: what moves, and what is said."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.stories.tone.lexicon import lexicon
from generator.stories.tone.saying import ADVICE
from generator.stories.tone.tokens import FIGURE, tokens
from generator.stories.tone.tree import Sense, longest

REACH = 6  # units between a verb and what it moves
BACK = 24  # units between ", up from" and the noun of the clause before
NEAR = 3  # units between an adjective and its noun, a negation and what it turns
COMMA = 0.8  # the least weight of what follows a comma
PAUSES = frozenset(",:()\u2013\u2014-") | {"--"}
STOPS = frozenset(".;?!")
# A verb before one of these has nothing that it is done to: "raised by 5 %".
CLOSING = frozenset(
    f"by to in at from and for over about around nearly almost {FIGURE}".split()
)
HEADS = frozenset({"of", "in", "on", "for", "at", "from", "to"})
LOOSE = frozenset({"up", "down"})  # a direction only before a figure or a pause


class Unit(NamedTuple):
    """A word or phrase of a text, what it means, and the clause it stands in."""

    word: str
    start: int
    end: int
    sense: Sense
    weight: float
    clause: int
    sentence: int


class Event(NamedTuple):
    """What a phrase adds: its worth, the weight of its clause, and its unit."""

    phrase: str
    worth: float
    weight: float
    at: int


def units(text: str) -> list[Unit]:
    """The words and phrases of a text, each in its clause."""
    root, found = lexicon(), tokens(text)
    words = [token.word for token in found]
    read: list[Unit] = []
    at, weight, clause, sentence = 0, 1.0, 0, 0
    while at < len(words):
        end, sense = longest(root, words, at)
        word = " ".join(words[at:end])
        if sense.clause is not None:
            clause, weight = clause + 1, sense.clause
        elif word in STOPS:
            clause, sentence, weight = clause + 1, sentence + 1, 1.0
        elif word in PAUSES:
            clause, weight = clause + 1, max(weight, COMMA)
        place = found[at].start, found[end - 1].end
        read.append(Unit(word, *place, sense, weight, clause, sentence))
        at = end
    return read


def events(read: Sequence[Unit], told: Sequence[Event], used: set[int]) -> list[Event]:
    """What the phrases add, in order, with what was `told` by the units `used`."""
    found = list(told)
    for at, unit in enumerate(read):
        if unit.sense.way and at not in used:
            found += _moved(read, at, used)
    for at, unit in enumerate(read):
        if unit.sense.worth and at not in used:
            worth = unit.sense.worth * _denial(read, at)
            found.append(Event(unit.word, worth, unit.weight, at))
    if read and read[0].word in ADVICE and all(event.at for event in found):
        found.append(Event(read[0].word, ADVICE[read[0].word], 1.0, 0))
    return sorted(found, key=_place)


def _place(event: Event) -> int:
    return event.at


def _moved(read: Sequence[Unit], at: int, used: set[int]) -> Iterator[Event]:
    """What a word of direction adds, with the noun that it moves."""
    unit = read[at]
    if unit.word in LOOSE and not _is_closed(read, at):
        return
    noun = _noun_of(read, at)
    if noun is None:
        if not unit.sense.bound:
            used.add(at)
            yield Event(unit.word, unit.sense.way * _denial(read, at), unit.weight, at)
        return
    more = read[noun].sense.noun or 0.0
    if unit.sense.upon not in {None, more}:
        return
    first, last = sorted((at, noun))
    used |= {at} | {
        place for place in range(first, last + 1) if read[place].sense.noun is not None
    }
    worth = unit.sense.way * more * _denial(read, at)
    if worth:
        yield Event(f"{read[first].word} {read[last].word}", worth, unit.weight, at)


def _is_closed(read: Sequence[Unit], at: int) -> bool:
    """Whether a figure, a preposition or the clause's end follows."""
    if at + 1 >= len(read):
        return True
    return read[at + 1].word in CLOSING or read[at + 1].clause != read[at].clause


def _is_joined(read: Sequence[Unit], at: int) -> bool:
    """Whether it is a second verb, whose subject is that of the first."""
    return at > 0 and read[at - 1].word == "and"


def _noun_of(read: Sequence[Unit], at: int) -> int | None:
    """Where the noun stands that a word of direction moves, if it is there."""
    sense, noun = read[at].sense, None
    if sense.leading:
        noun = _noun_after(read, at, NEAR)
    if noun is None and sense.transitive and not _is_closed(read, at):
        noun = _noun_after(read, at, REACH)
    if noun is not None or sense.bound or (sense.transitive and _is_joined(read, at)):
        return noun
    if at + 1 < len(read) and read[at + 1].word in {"in", "of"}:  # "a fall in sales"
        noun = _noun_after(read, at + 1, REACH)
    return _noun_before(read, at) if noun is None else noun


def _noun_after(read: Sequence[Unit], at: int, reach: int) -> int | None:
    """The next noun of the clause."""
    for place in range(at + 1, min(len(read), at + 1 + reach)):
        unit = read[place]
        if unit.clause != read[at].clause or unit.word == "and":
            return None
        if unit.sense.noun is not None:
            return place
    return None


def _noun_before(read: Sequence[Unit], at: int) -> int | None:
    """The noun before; at the opening of a clause, that of the clause before.

    Of "shares in the retailer" it is the head, "shares".
    """
    clause, sentence = read[at].clause, read[at].sentence
    opens = at == 0 or read[at - 1].clause != clause or read[at - 1].word in PAUSES
    found, headed = None, False
    for place in range(at - 1, max(-1, at - 1 - (BACK if opens else REACH)), -1):
        unit = read[place]
        if unit.sentence != sentence or (unit.clause != clause and not opens):
            break
        if unit.sense.noun is not None:
            if found is None or headed:
                found, headed = place, False
            if opens:
                break
        elif unit.sense.way and found is not None:
            break
        headed = headed or unit.word in HEADS
    return found


def _denial(read: Sequence[Unit], at: int) -> float:
    """What a negation shortly before makes of a worth."""
    for place in range(at - 1, max(-1, at - 1 - NEAR), -1):
        if read[place].clause != read[at].clause:
            break
        turned = read[place].sense.turns
        if turned is not None:
            return turned
    return 1.0
