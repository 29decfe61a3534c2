"""Choice: which candidates are one level, and which levels a table shows."""

from itertools import chain
from typing import NamedTuple

from generator.market.levels.candidates import FAR, Candidate
from generator.market.levels.extremes import extremes
from generator.market.levels.marks import marks
from generator.market.levels.turns import gap_edges, turns
from generator.market.view import View

NEAR = 0.1  # ATRs: no distance
ZONE = 0.5  # ATRs either side of a level: what lies within is the same level
MOST = 3  # levels a side
HALF_LIFE = 63  # sessions after which a date has lost half of what it can lose
STALE = 0.5  # what is left of a very old one
MIDWAY = 4  # ATRs at which a level counts half as much as one at the close
COMPANY, CROWD = 0.08, 4  # what each other method in the zone adds, and how many may
OTHER_SIDE = 0.85  # of an old high under the close, or an old low over it
INSIDE = 0.5  # of a level at the close itself,
WHOLE = 0.5  # and ATRs off it from which nothing is taken
ALIKE = 0.8  # what each level of the same kind, already in the table, leaves of one


class Zone(NamedTuple):
    """A level: the strongest candidate of a zone, and the others within it."""

    head: Candidate
    others: tuple[Candidate, ...]

    @property
    def prices(self) -> tuple[float, float]:
        """The lowest and the highest price in it."""
        prices = [self.head.price, *(one.price for one in self.others)]
        return min(prices), max(prices)

    @property
    def touched(self) -> tuple[int, ...]:
        """The rows of the swing points of a cluster in it, newest first."""
        members = (self.head, *self.others)
        named = (one.made for one in members if one.kind == "swing cluster")
        return next(named, ())


def candidates(view: View, size: float) -> list[Candidate]:
    """Every price within five ATR of the close that may be a level; `size` is the ATR.

    One that stands on the close itself is among them, and no level.
    """
    found = chain(extremes(view), turns(view, size), gap_edges(view, size), marks(view))
    close, reach = view.close, FAR * size
    return [one for one in found if abs(one.price - close) <= reach]


def zones(view: View, found: list[Candidate], size: float) -> list[Zone]:
    """The candidates merged, the strongest first; none nearer than a tenth of an ATR.

    What lies within half an ATR of a stronger one, on the same side of the close, is
    the same level.
    """
    close, told = view.close, []
    left = [one for one in found if abs(one.price - close) >= NEAR * size]
    left.sort(
        key=lambda one: (-worth(view, one, size), abs(one.price - close), one.name)
    )
    while left:
        head = left[0]
        low, high = around(head, close, size)
        near = tuple(one for one in left[1:] if low <= one.price <= high)
        left = [one for one in left[1:] if not low <= one.price <= high]
        told.append(Zone(head, near))
    return told


def around(head: Candidate, close: float, size: float) -> tuple[float, float]:
    """The lowest and highest price of a zone, which never reaches over the close."""
    low, high = head.price - ZONE * size, head.price + ZONE * size
    return (low, min(high, close)) if head.price < close else (max(low, close), high)


def worth(view: View, one: Candidate, size: float) -> float:
    """How strong a candidate's name is.

    Less for an old date, for an old high below or an old low above, and for a price
    that an ordinary day walks through.
    """
    age = int(view.places[-1] - view.places[one.made[0]])
    fresh: float = STALE + (1 - STALE) * 0.5 ** (age / HALF_LIFE)
    away = abs(one.price - view.close) / size
    clear = min(INSIDE + (1 - INSIDE) * away / WHOLE, 1.0)
    return one.strength * fresh * clear * (1 if is_own_side(one, view) else OTHER_SIDE)


def is_own_side(one: Candidate, view: View) -> bool:
    """Whether a swing low lies below the close, or a swing high above it."""
    if one.kind not in ("swing", "closing swing"):
        return True
    return one.method.endswith("low") == (one.price < view.close)


def score(view: View, zone: Zone, size: float) -> float:
    """What ranks a level: its name, its company and how near it stands."""
    kinds = {one.kind for one in zone.others} - {zone.head.kind}
    company = 1 + COMPANY * min(len(kinds), CROWD)
    away = abs(zone.head.price - view.close) / size
    return worth(view, zone.head, size) * company / (1 + away / MIDWAY)


def chosen(view: View, merged: list[Zone], size: float) -> dict[str, list[Zone]]:
    """The three best of each side, the nearest first."""
    close = view.close
    sides = {
        "resistance": [zone for zone in merged if zone.head.price > close],
        "support": [zone for zone in merged if zone.head.price < close],
    }
    best = {side: varied(view, known, size) for side, known in sides.items()}
    return {
        side: sorted(known, key=lambda zone: abs(zone.head.price - close))
        for side, known in best.items()
    }


def varied(view: View, known: list[Zone], size: float) -> list[Zone]:
    """The three best, each kind counting for less once it is there."""
    scores = {number: score(view, zone, size) for number, zone in enumerate(known)}
    told: list[Zone] = []
    while scores and len(told) < MOST:
        best = max(scores, key=lambda number: (scores[number], -number))
        told.append(known[best])
        del scores[best]
        for number in scores:
            if known[number].head.kind == told[-1].head.kind:
                scores[number] *= ALIKE
    return told
