"""The tone toward each name of a text: "Apple falls as Samsung gains"."""

from bisect import bisect_right
from collections.abc import Sequence

from generator.stories.tone.reading import Event, Unit
from generator.stories.tone.weighing import Reading, clipped, reading

# What is good for the one before is bad for the one behind.
RIVALRY = frozenset(
    """
    against versus vs beat beats beaten outperform outperforms outperformed outpace
    outpaces outpaced overtake overtakes overtook surpass surpasses surpassed trounces
    trumps outshines outshine over
    """.split()
)


def leans(text: str, places: Sequence[tuple[int, int]]) -> list[float]:
    """The tone toward each name, -1 to 1, by the character offsets of the names.

    A clause speaks of the names in it, one without names of the name before. Where
    two names share a clause, each has what is said next to it. A name of which nothing
    is said has the tone of the whole text; one outside the text has 0.
    """
    known = reading(text)
    if not known.units:
        return [0.0] * len(places)
    whole = sum(event.worth * event.weight for event in known.events)
    spots = [_spot(known.units, *place) for place in places]
    named = sorted({spot for spot in spots if spot is not None})
    told = _told(known, named)
    return [
        0.0 if spot is None else clipped(told.get(spot, whole) * known.share)
        for spot in spots
    ]


def _spot(read: Sequence[Unit], start: int, end: int) -> int | None:
    """The unit in which a name begins, or beside which, where it is none itself."""
    if not 0 <= start < min(end, read[-1].end + 1):
        return None
    at = bisect_right(read, start, key=_start) - 1
    if at < 0 or (read[at].end <= start and at + 1 < len(read)):
        at += 1
    return at


def _start(unit: Unit) -> int:
    return unit.start


def _told(known: Reading, named: Sequence[int]) -> dict[int, float]:
    """What is said of each name, by its unit; others are left out."""
    clauses: dict[int, list[int]] = {}
    for spot in named:
        clauses.setdefault(known.units[spot].clause, []).append(spot)
    with_names, told = sorted(clauses), dict[int, float]()
    said: dict[int, list[Event]] = {}
    for event in known.events if named else ():
        said.setdefault(known.units[event.at].clause, []).append(event)
    for clause, spoken in said.items():
        own = clause in clauses
        before = max(0, bisect_right(with_names, clause) - 1)
        names = clauses[with_names[before]]
        for event in spoken:
            worth = event.worth if own else event.worth * event.weight
            for spot, part in _dealt(known.units, event, names, spoken if own else ()):
                told[spot] = told.get(spot, 0.0) + worth * part
    return told


def _dealt(
    read: Sequence[Unit], event: Event, names: Sequence[int], spoken: Sequence[Event]
) -> list[tuple[int, float]]:
    """The names that an event of their clause is about, with its sign for each."""
    if len(names) == 1 or not spoken:
        return [(spot, 1.0) for spot in names]
    for rival in names[1:]:
        if any(unit.word in RIVALRY for unit in read[max(0, rival - 2) : rival]):
            return [(spot, 1.0 if spot < rival else -1.0) for spot in names]
    if min(one.worth for one in spoken) < 0 < max(one.worth for one in spoken):
        before = [spot for spot in names if spot <= event.at]
        return [(before[-1] if before else names[0], 1.0)]
    return [(spot, 1.0) for spot in names]
