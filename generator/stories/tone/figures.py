"""Two figures set side by side: "a profit of EUR 5 mn, against EUR 7 mn"."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.stories.tone.reading import COMMA, STOPS, Event, Unit
from generator.stories.tone.tokens import FIGURE, amount

AGAINST = frozenset({"compared", "against", "versus", "vs", "from", "comparison"})
BEFORE, AFTER = 14, 10  # units between such a word and the figures it compares
WITHIN = 16  # units between a figure and the noun it measures


class Amount(NamedTuple):
    """A figure of a text: its unit, how much it is, and whether it is percent."""

    at: int
    value: float
    is_percent: bool


def compared(text: str, read: Sequence[Unit], used: set[int]) -> Iterator[Event]:
    """What comparisons add; their units join `used`."""
    for at, unit in enumerate(read):
        if unit.word not in AGAINST:
            continue
        now = _amount(text, read, range(at - 1, max(-1, at - BEFORE), -1))
        then = _amount(text, read, range(at + 1, min(len(read), at + AFTER)))
        noun = None if now is None else _measured(read, now.at)
        if not now or not then or noun is None or now.is_percent != then.is_percent:
            continue
        sign = read[noun].sense.noun or 0.0
        named = _named(read, at + 1, then.at)
        other = read[named[0]].sense.noun or 0.0 if named else sign
        moving = [place for place in range(noun, at) if read[place].sense.way]
        if moving and other == sign:
            continue  # the word of direction has said it
        used |= {at, noun, *named, *moving}
        better = sign * now.value - other * then.value
        if sign and better:
            phrase, worth = (
                f"{read[noun].word} {unit.word}",
                1.0 if better > 0 else -1.0,
            )
            yield Event(phrase, worth, max(unit.weight, COMMA), at)


def _named(read: Sequence[Unit], first: int, last: int) -> list[int]:
    """The nouns from one unit to another."""
    return [
        place for place in range(first, last + 1) if read[place].sense.noun is not None
    ]


def _amount(text: str, read: Sequence[Unit], places: Iterable[int]) -> Amount | None:
    """The first figure at these places that is no year."""
    for place in places:
        unit = read[place]
        if unit.word in STOPS:
            return None
        if unit.word == FIGURE:
            after = read[place + 1].word.split() if place + 1 < len(read) else [""]
            found = amount(text[unit.start : unit.end], after[0])
            if found:
                return Amount(place, *found)
    return None


def _measured(read: Sequence[Unit], figure: int) -> int | None:
    """The noun that a figure measures: the nearest before it in its sentence."""
    for place in range(figure - 1, max(-1, figure - WITHIN), -1):
        if read[place].word in STOPS:
            return None
        if read[place].sense.noun is not None:
            return place
    return None
