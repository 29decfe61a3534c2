"""Sequels: what may follow a day, asked of days in one state and of all days.

Each question is answered on every row: over 0 is yes, NaN is not yet known.
"""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

import numpy as np

from generator.market.deep.aftermath import HORIZONS, WITHIN, Past
from generator.market.deep.conditions import State
from generator.market.indicators import Floats, Ints
from generator.market.view import Figure, Pair, View

Figures = Iterator[Figure]
SWING = 0.01  # the size of a day that a calm is measured by
NAMED = 8  # cases up to which each is named by its date


class Sequel(NamedTuple):
    """A question: in words, as values on each row, and for which horizons.

    `mean` is what its mean is called, with its unit and its formula; without one the
    values are 0 and 1. `asked` of any day, or only of days in a state.
    """

    words: str
    values: Callable[[Past, State, int], Floats] | None
    horizons: tuple[int, ...]
    mean: tuple[str, str, str] | None = None
    asked: bool = True


def risen(past: Past, state: State, count: int) -> Floats:
    """The return over the next sessions."""
    return past.after(count)


def swung(past: Past, state: State, count: int) -> Floats:
    """1 where a day of 1% or more was among the next sessions."""
    sizes = past.swing(count)
    return np.where(np.isfinite(sizes), sizes >= SWING, np.nan)


def refilled(past: Past, state: State, count: int) -> Floats:
    """1 where one of the next sessions traded back to the state's line."""
    assert state.line is not None, state.words
    lows = past.reach("low", np.minimum, count)
    highs = past.reach("high", np.maximum, count)
    back = lows <= state.line if state.side > 0 else highs >= state.line
    return np.where(np.isfinite(lows + highs + state.line), back, np.nan)


def reclaimed(past: Past, state: State, count: int) -> Floats:
    """1 where one of the next sessions closed beyond the state's line."""
    assert state.line is not None, state.words
    ends = past.reach("close", np.minimum if state.side > 0 else np.maximum, count)
    back = ends < state.line if state.side > 0 else ends > state.line
    return np.where(np.isfinite(ends + state.line), back, np.nan)


SEQUELS: dict[str, Sequel] = {
    "up": Sequel(
        "close {} sessions on > close",
        risen,
        HORIZONS,
        ("mean", "ratio", "mean(close {} sessions on/close-1)"),
    ),
    "ahead": Sequel(
        "return over the next {} > the other's",
        None,  # it is asked of each rival
        HORIZONS,
        ("lead", "pct_points", "mean(return over the next {} - the other's)"),
    ),
    "swing": Sequel("a day of 1% or more in the next {}", swung, (WITHIN,)),
    "refill": Sequel(
        "a price back at the edge in the next {}", refilled, (WITHIN,), asked=False
    ),
    "reclaim": Sequel(
        "a close beyond the edge in the next {}", reclaimed, (WITHIN,), asked=False
    ),
}


@cache
def said(word: str, horizon: int) -> str:
    """A question over one horizon."""
    return SEQUELS[word].words.format(horizon)


class Outcome(NamedTuple):
    """The answers to one question over one horizon, on every row."""

    word: str
    horizon: int
    values: Floats
    on: View | Pair

    @property
    def sequel(self) -> Sequel:
        """The question."""
        return SEQUELS[self.word]

    @property
    def end(self) -> str:
        """What a figure's name ends in: the horizon, and the other it is ahead of."""
        if isinstance(self.on, Pair) and self.word == "ahead":
            return f"{self.horizon}.{self.on.against.id}"
        return f"{self.horizon}"

    def of(self, rows: Ints) -> Ints:
        """Those of the rows whose answer is known."""
        return rows[np.isfinite(self.values[rows])]

    @property
    def known(self) -> Ints:
        """All rows whose answer is known."""
        return np.flatnonzero(np.isfinite(self.values))

    def counted(
        self, stem: str, name: str, rows: Ints, made: tuple[date, ...]
    ) -> Figure:
        """How many of the rows have the answer yes."""
        value = int(np.count_nonzero(self.values[rows] > 0))
        days = "those days" if stem == "precedent" else "all days"
        formula = f"count({said(self.word, self.horizon)}) of {days}"
        return self.figure(
            f"{stem}_{self.word}_count.{name}",
            value,
            "count",
            formula=formula,
            made=made,
        )

    def shares(
        self, stem: str, name: str, rows: Ints, made: tuple[date, ...]
    ) -> Figures:
        """The share of the rows with the answer yes, and the mean of its size."""
        days = "those days" if stem == "precedent" else "all days"
        values = self.values[rows]
        formula = f"share({said(self.word, self.horizon)}) of {days}"
        share = np.count_nonzero(values > 0) / len(values)
        yield self.figure(
            f"{stem}_{self.word}.{name}", share, "ratio", formula=formula, made=made
        )
        if self.sequel.mean:
            kind, unit, words = self.sequel.mean
            formula = f"{words.format(self.horizon)} of {days}"
            mean = float(values.sum()) / len(values)
            name = f"{stem}_{kind}.{name}"
            yield self.figure(name, mean, unit, formula=formula, made=made)

    def base(self, name: str, rows: Ints, view: View) -> Figures:
        """What followed all of the rows, and how many they are."""
        if not len(rows):
            return
        made = dates(view, rows)
        yield from self.shares("base", name, rows, made)
        if self.sequel.mean:
            formula = f"count(days) with {self.horizon} later sessions"
            name = f"base.n.{name}"
            yield self.figure(name, len(rows), "count", formula=formula, made=made)

    def figure(
        self,
        name: str,
        value: float,
        unit: str,
        *,
        formula: str,
        made: tuple[date, ...],
    ) -> Figure:
        """A figure of all rows, where it was looked for."""
        rows = (0, self.on.last)
        return self.on.figure(name, value, unit, rows, formula=formula, made=made)


def outcomes(past: Past, state: State, horizon: int) -> Iterator[Outcome]:
    """The answers to all that is asked of a state over one horizon."""
    for word in state.sequels:
        sequel = SEQUELS[word]
        if sequel.values is None:
            for pair in state.rivals:
                yield Outcome(word, horizon, past.lead(pair, horizon), pair)
        elif horizon in sequel.horizons:
            values = sequel.values(past, state, horizon)
            yield Outcome(word, horizon, values, state.on)


def dates(view: View, cases: Ints) -> tuple[date, ...]:
    """The dates of the cases; of many, the first and the last."""
    told = cases if len(cases) <= NAMED else cases[[0, -1]]
    return tuple(view.bars.day(int(row)) for row in told)
