"""Turns: swing points, the clusters they form, and the edges of open gaps."""

from collections import Counter
from typing import NamedTuple

import numpy as np

from generator.market.indicators import Floats
from generator.market.levels.candidates import (
    FAR,
    Candidate,
    Candidates,
    formula_of,
    raised,
    start_of,
)
from generator.market.view import YEAR, View

SWING, MAJOR = 5, 10  # bars either side of a swing point; of an old one
LONG = 5 * YEAR  # rows searched for old ones
TOUCHES = 3  # swing points that make a cluster
HOLE = 0.1  # ATRs: a narrower gap is no more than a rounding of the open


class Turn(NamedTuple):
    """A high, low or close that stands out from the bars either side."""

    row: int
    price: float
    field: str
    reach: int

    def candidate(self, number: int) -> Candidate:
        """The turn as a level; `number` counts from the newest."""
        side = self.field.split()[0]
        kind = "closing swing" if self.field.endswith("close") else "swing"
        return Candidate(
            name=f"{kind.replace(' ', '_')}.{side}.{number}",
            kind=kind,
            price=self.price,
            method=f"{kind} {side}",
            made=(self.row,),
            rows=(self.row - self.reach, self.row + self.reach),
            formula=formula_of(self.field),
        )


def turns(view: View, size: float) -> Candidates:
    """Clusters, swing points and closing swing points; `size` is the ATR."""
    recent = year_of(view)
    yield from clusters(view, recent, size)
    shown = Counter[str]()
    for turn in sorted([*recent, *old(view), *closing(view)], reverse=True):
        shown[turn.field] += 1
        if abs(turn.price - view.close) <= FAR * size:
            yield turn.candidate(shown[turn.field])


def year_of(view: View) -> list[Turn]:
    """The swing highs and lows of 252 rows, from five bars either side."""
    rows = (len(view.bars) - YEAR, len(view.bars))
    return [
        Turn(row, price, field, SWING)
        for field in ("high", "low")
        for row, price in turning(view, field, rows, SWING)
    ]


def old(view: View) -> list[Turn]:
    """The swing highs and lows before that, from ten bars either side."""
    rows = (len(view.bars) - LONG, len(view.bars) - YEAR)
    return [
        Turn(row, price, field, MAJOR)
        for field in ("high", "low")
        for row, price in turning(view, field, rows, MAJOR)
    ]


def closing(view: View) -> list[Turn]:
    """The closes of 252 rows that stand out from five either side."""
    rows = (len(view.bars) - YEAR, len(view.bars))
    return [
        Turn(row, price, field, SWING)
        for field in ("high close", "low close")
        for row, price in turning(view, field, rows, SWING)
    ]


def turning(
    view: View, field: str, rows: tuple[int, int], reach: int
) -> list[tuple[int, float]]:
    """The rows from first up to end, and their prices, that stand out.

    No price within `reach` rows goes beyond; of equal ones side by side the first
    counts. The last `reach` rows of the bars cannot be known to stand out.
    """
    first = max(rows[0] - reach, start_of(view, field))
    values = raised(view, field, slice(first, max(rows[1] + reach, 0)))
    if len(values) < 2 * reach + 1:
        return []
    middle = values[reach:-reach]
    before = highest(values, reach)[: len(middle)]
    stands = (middle == highest(values, 2 * reach + 1)) & (middle > before)
    found = reach + np.flatnonzero(stands)
    prices = np.abs(values[found])
    return list(zip((first + found).tolist(), prices.tolist(), strict=True))


def highest(values: Floats, count: int) -> Floats:
    """The highest of each run of `count` values, by doubling the run."""
    width = 1
    while 2 * width <= count:
        values = np.maximum(values[:-width], values[width:])
        width *= 2
    rest = count - width
    return np.maximum(values[:-rest], values[rest:]) if rest else values


def clusters(view: View, points: list[Turn], size: float) -> Candidates:
    """Three or more swing points within one ATR, the most often touched first.

    Its price is the newest point's; `made` are all of them, newest first.
    """
    left = sorted(points, key=lambda point: (point.price, point.row))
    number = 0
    while group := widest(left, size):
        number += 1
        rows = tuple(sorted({point.row for point in group}, reverse=True))
        newest = max(group)
        yield Candidate(
            name=f"cluster.{number}",
            kind="swing cluster",
            price=newest.price,
            method="swing cluster",
            made=rows,
            rows=(rows[-1] - SWING, rows[0] + SWING),
            formula=f"{newest.field}[made], the newest of {len(rows)} swing points "
            f"within atr.14",
        )
        left = [point for point in left if point not in group]


def widest(points: list[Turn], size: float) -> list[Turn]:
    """The most points, ordered by price, within one size; none under three."""
    if len(points) < TOUCHES:
        return []
    prices = np.array([point.price for point in points])
    ends = np.searchsorted(prices, prices + size, side="right")
    start = int((ends - np.arange(len(points))).argmax())
    end = int(ends[start])
    return points[start:end] if end - start >= TOUCHES else []


def gap_edges(view: View, size: float) -> Candidates:
    """Both edges of each gap that is still open, newest first."""
    start = view.whole_from
    high, low = view.bars.high[start:], view.bars.low[start:]
    if len(high) < 2:
        return
    # The lowest low and highest high from each row to the last one.
    lows = np.minimum.accumulate(low[::-1])[::-1][1:]
    highs = np.maximum.accumulate(high[::-1])[::-1][1:]
    least = HOLE * size
    up = (low[1:] - high[:-1] > least) & (lows > high[:-1])
    down = (low[:-1] - high[1:] > least) & (highs < low[:-1])
    for number, row in enumerate(np.flatnonzero(up | down)[::-1].tolist(), 1):
        fields = ("high", "low") if up[row] else ("low", "high")
        before = start + row
        for field, edge in zip(fields, (before, before + 1), strict=True):
            side = "lower" if field == "high" else "upper"
            yield Candidate(
                name=f"gap.{number}.{side}",
                kind="gap edge",
                price=float(getattr(view.bars, field)[edge]),
                method="gap edge",
                made=(edge,),
                rows=(edge, edge),
                formula=f"{field}[last]",
            )
