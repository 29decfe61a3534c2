"""Columns of bars to compute features on: walks, whole and torn."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from generator.market.bars import Bars
from generator.market.features import Column, Frames, frames_of
from generator.market.indicators import Floats, Ints
from generator.market.sessions import Days

KINDS = ("stock", "etf", "index", "coin", "volatility", "stock", "rate", "etf")


def weekdays(count: int, first: str = "2004-12-20") -> Days:
    """So many weekdays, as the sessions of an exchange without holidays."""
    days = np.arange(np.datetime64(first), np.datetime64("2060-01-01"))
    found: Days = days[np.is_busday(days)][:count]
    return found


def a_walk(rows: int = 400, *, seed: int = 1, name: str = "A", **more: Any) -> Column:
    """A column of whole bars that walk at random, the same for the same seed."""
    chance = np.random.default_rng(seed)
    close = 100 * np.exp(np.cumsum(chance.normal(0.0002, 0.012, rows)))
    opened = close * np.exp(chance.normal(0, 0.004, rows))
    high = np.maximum(opened, close) * np.exp(np.abs(chance.normal(0, 0.004, rows)))
    low = np.minimum(opened, close) * np.exp(-np.abs(chance.normal(0, 0.004, rows)))
    volume = np.exp(chance.normal(15, 0.5, rows))
    wrong = np.zeros(rows, dtype=bool)
    bars = Bars(weekdays(rows), opened, high, low, close, volume, wrong)
    told = {"places": np.arange(rows), "kind": "stock", **more}
    return Column(name=name, bars=bars, **told)


def a_column(closes: Sequence[float], *, spread: float = 1.0, **more: Any) -> Column:
    """A column with these closes, and highs and lows so far from them."""
    rows = len(closes)
    return with_closes(a_walk(rows, **more), np.array(closes, dtype=float), spread)


def with_closes(column: Column, close: Floats, spread: float) -> Column:
    """The column with other closes, opened there."""
    bars = replace(
        column.bars, open=close, high=close + spread, low=close - spread, close=close
    )
    return replace(column, bars=bars)


def scaled(column: Column, times: float) -> Column:
    """The column with all prices so many times as high."""
    prices = {
        field: getattr(column.bars, field) * times
        for field in ("open", "high", "low", "close")
    }
    return replace(column, bars=replace(column.bars, **prices))


def taken(column: Column, rows: Ints | slice) -> Column:
    """The column with these rows alone; what is gone is a missing session."""
    bars, places = column.bars.taken(rows), column.places[rows]
    priced_from = min(column.priced_from, len(bars))
    return replace(column, bars=bars, places=places, priced_from=priced_from)


def until(column: Column, day: np.datetime64) -> Column:
    """The column as it was known on a day."""
    return taken(column, slice(int((column.bars.dates <= day).sum())))


def torn(column: Column, seed: int) -> Column:
    """The column with sessions, highs, opens and volumes missing here and there."""
    chance = np.random.default_rng(seed)
    rows = len(column.bars)
    lost = chance.choice(np.arange(1, rows), 3, replace=False)
    column = taken(column, np.delete(np.arange(rows), lost))
    bars, rows = column.bars, rows - 3
    fields = {name: getattr(bars, name).copy() for name in ("open", "high", "volume")}
    first = int(chance.integers(0, rows // 2))
    fields["high"][first : first + int(chance.integers(0, 30))] = np.nan
    fields["open"][chance.integers(0, rows, 5)] = np.nan
    fields["volume"][chance.integers(0, rows, 2)] = np.nan
    return replace(column, bars=replace(bars, **fields))


def a_torn_panel(seed: int, rows: int = 460) -> tuple[Column, ...]:
    """Columns of every kind and of several lengths, some torn, two adjusted."""
    chance = np.random.default_rng(seed)
    found = []
    for number, kind in enumerate(KINDS):
        size = rows - int(chance.integers(0, 40)) * (number % 3)
        priced_from = int(chance.integers(1, rows // 3)) if number in (5, 7) else 0
        column = a_walk(
            size,
            seed=int(chance.integers(1 << 32)),
            name=f"{kind}{number}",
            kind=kind,
            priced_from=priced_from,
        )
        found.append(torn(column, seed + number) if number % 2 else column)
    return tuple(found)


def a_frame(*columns: Column) -> Frames:
    """The features of some columns."""
    return frames_of(columns)


def values(column: Column, feature: str) -> Floats:
    """A feature of one column alone."""
    return frames_of([column])[feature][:, 0]
