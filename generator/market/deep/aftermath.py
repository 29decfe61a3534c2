"""Aftermath: what came after each row of an instrument's bars.

All arrays have one value a row of the instrument, NaN where what came after is not
known yet, or where a bar in it is missing (T4).
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from generator.market.indicators import Floats, Ints
from generator.market.view import Pair, Scene, View

HORIZONS = (5, 10, 21)  # sessions looked ahead: a week, two, a month
WITHIN = 10  # sessions in which a price is reached or is not
Pick = Callable[[Floats, Floats], Floats]  # np.minimum or np.maximum


def rows_after(places: Ints, count: int) -> Ints:
    """The row `count` sessions after each row; -1 where there is no such bar."""
    size = len(places)
    rows = np.arange(count, size + count)
    if is_whole(places):
        return np.where(rows < size, rows, -1)
    rows = np.minimum(np.searchsorted(places, places + count), size - 1)
    return np.where(places[rows] == places + count, rows, -1)


def returns_after(closes: Floats, places: Ints, count: int) -> Floats:
    """The return over the `count` sessions after each row."""
    if is_whole(places):
        found = np.full(len(closes), np.nan)
        if len(closes) > count:
            found[:-count] = closes[count:] / closes[:-count] - 1
        return found
    rows = rows_after(places, count)
    return np.where(rows >= 0, closes[rows] / closes - 1, np.nan)


def is_whole(places: Ints) -> bool:
    """Whether no session between the first row and the last lacks its bar."""
    return bool(places[-1] - places[0] == len(places) - 1)


def extremes_after(values: Floats, places: Ints, count: int, pick: Pick) -> Floats:
    """The lowest or highest of the `count` values after each row, its own left out."""
    found = np.full(len(values), np.nan)
    if len(values) > count:
        found[:-count] = running(values[1:], count, pick)
    if is_whole(places):
        return found
    whole = rows_after(places, count) == np.arange(count, len(values) + count)
    return np.where(whole, found, np.nan)


def running(values: Floats, count: int, pick: Pick) -> Floats:
    """The lowest or highest of each `count` values in a row; NaN where one is."""
    span, found = 1, values
    while 2 * span <= count:
        found = pick(found[:-span], found[span:])
        span *= 2
    size = len(values) - count + 1
    return pick(found[:size], found[count - span : count - span + size])


def groups(places: Ints, apart: int) -> Ints:
    """The first of each group of places that lie more than so many sessions apart."""
    first = np.ones(len(places), dtype=bool)
    first[1:] = places[1:] - places[:-1] > apart
    return np.flatnonzero(first)


@dataclass(frozen=True, eq=False)
class Past:
    """One instrument's rows and what came after each, computed when first asked for."""

    scene: Scene
    kept: dict[tuple[object, ...], Floats] = field(default_factory=dict)

    @property
    def view(self) -> View:
        """The instrument."""
        return self.scene.view

    def of(self, key: tuple[object, ...], made: Callable[[], Floats]) -> Floats:
        """The array of that key, made once."""
        if key not in self.kept:
            self.kept[key] = made()
        return self.kept[key]

    @cached_property
    def before(self) -> Floats:
        """The close of the session before each row."""
        return self.earlier(self.view.bars.close)

    def earlier(self, values: Floats) -> Floats:
        """The value of the session before each row."""
        found = np.full(len(values), np.nan)
        found[1:] = np.where(np.diff(self.view.places) == 1, values[:-1], np.nan)
        return found

    @cached_property
    def bench(self) -> Pair | None:
        """The first benchmark, if it is one that is bought and has the last session."""
        found = next(iter(self.scene.benchmarks), None)
        return found if found and self.is_rival(found) else None

    @cached_property
    def rivals(self) -> tuple[Pair, ...]:
        """That benchmark, and the others the instrument is measured against."""
        first = (self.bench,) if self.bench else ()
        return (*first, *(one for one in self.scene.rivals if self.is_rival(one)))

    def is_rival(self, pair: Pair) -> bool:
        """Whether a return may be compared with the other's, up to the last row."""
        return not pair.against.is_gauge and bool(pair.left[-1] == self.view.last)

    @cached_property
    def implied(self) -> Floats | None:
        """The implied volatility's close on each row; None without one for the last."""
        pair = self.scene.implied
        if pair is None or pair.left[-1] != self.view.last:
            return None
        return self.on_rows(pair, pair.against_closes)

    def on_rows(self, pair: Pair, values: Floats) -> Floats:
        """Values of a pair's rows, on the rows of the instrument."""
        found = np.full(len(self.view.bars), np.nan)
        found[pair.left[pair.both]] = values[pair.both]
        return found

    def after(self, count: int) -> Floats:
        """The return over the next `count` sessions."""
        view = self.view
        return self.of(
            ("after", count),
            lambda: returns_after(view.bars.close, view.places, count),
        )

    def leads(self, pair: Pair, count: int) -> Floats:
        """That return less the other's, in points, on each row of the pair."""

        def made() -> Floats:
            own = returns_after(pair.closes, pair.places, count)
            return 100 * (own - returns_after(pair.against_closes, pair.places, count))

        return self.of(("leads", pair.against.id, count), made)

    def lead(self, pair: Pair, count: int) -> Floats:
        """The same on the rows of the instrument."""
        return self.of(
            ("lead", pair.against.id, count),
            lambda: self.on_rows(pair, self.leads(pair, count)),
        )

    def lead_before(self, pair: Pair, count: int) -> Floats:
        """The lead of the `count` sessions up to each row of the instrument."""

        def made() -> Floats:
            rows = rows_after(pair.places, count)
            found = np.full(len(rows), np.nan)
            found[rows[rows >= 0]] = self.leads(pair, count)[rows >= 0]
            return self.on_rows(pair, found)

        return self.of(("lead before", pair.against.id, count), made)

    def reach(self, name: str, pick: Pick, count: int = WITHIN) -> Floats:
        """The lowest or highest of a field of the next sessions' bars."""
        values: Floats = getattr(self.view.bars, name)
        return self.of(
            (name, pick, count),
            lambda: extremes_after(values, self.view.places, count, pick),
        )

    def swing(self, count: int = WITHIN) -> Floats:
        """The largest daily move, of either sign, of the next sessions."""
        sizes = np.abs(self.view.moves)
        return self.of(
            ("swing", count),
            lambda: extremes_after(sizes, self.view.places, count, np.maximum),
        )
