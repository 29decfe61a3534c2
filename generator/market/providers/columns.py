"""Rows as columns of numbers, made clean, and the bars that they become."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from generator.errors import PriceError
from generator.market.bars import FIELDS, Bars, Origin
from generator.market.indicators import Floats, Ints
from generator.market.sessions import Days

EXTRAS = ("dividends", "splits", "adj_close")
SHOWN = 3  # examples that a fault names before it counts the rest
SLACK = 1e-5  # of the close: adjusted prices are rounded, and cross by less


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """The rows of a file: their days, and the numbers of each field; NaN is absent."""

    days: Days
    fields: Mapping[str, Floats]

    def __len__(self) -> int:
        return len(self.days)

    def taken(self, rows: NDArray[np.bool_] | Ints | slice) -> "Columns":
        """These rows alone."""
        some = {name: column[rows] for name, column in self.fields.items()}
        return Columns(self.days[rows], some)


def filled(days: Days, fields: Mapping[str, Floats]) -> Columns:
    """Columns with every field that bars have, NaN where the file has none."""
    bare = np.full(len(days), np.nan)
    every = {name: fields.get(name, bare) for name in FIELDS}
    told = {name: fields[name] for name in EXTRAS if name in fields}
    return Columns(days, every | told)


def in_order(
    columns: Columns, label: str, faults: list[str], *, newest_first: bool = False
) -> Columns:
    """The rows by date, each date once; a date told in two ways is left out."""
    steps = np.diff(columns.days).astype(np.int64)
    if (steps > 0).all():
        return columns
    if (steps < 0).any():
        if not (newest_first and (steps <= 0).all()):
            faults.append(
                f"{label}: dates out of order; they are sorted, mend the file"
            )
        columns = columns.taken(np.argsort(columns.days, kind="stable"))
    return _once(columns, label, faults)


def _once(columns: Columns, label: str, faults: list[str]) -> Columns:
    """The rows of each date, where they say one thing."""
    days, starts = np.unique(columns.days, return_index=True)
    stops = np.append(starts[1:], len(columns))
    keep = np.ones(len(columns), dtype=np.bool_)
    same, unlike = 0, []
    for day, start, stop in zip(days, starts, stops, strict=True):
        if stop - start == 1:
            continue
        keep[start + 1 : stop] = False
        told = len(_rows(columns, start, stop))
        same += int(stop - start) - told
        if told > 1:
            keep[start] = False
            unlike.append(
                f"{label}: {day} has different rows; that session is left out"
            )
    if same:
        faults.append(f"{label}: {same} rows stand twice; one of each is used")
    faults.extend(f"{line}, keep the true row" for line in unlike[:SHOWN])
    faults.extend(
        rest(label, len(unlike), "dates have different rows; they are left out")
    )
    return columns.taken(keep)


def _rows(columns: Columns, start: int, stop: int) -> set[bytes]:
    """The different rows of a span."""
    block = np.column_stack([some[start:stop] for some in columns.fields.values()])
    return {row.tobytes() for row in block + 0.0}


def rest(label: str, count: int, what: str) -> list[str]:
    """A line for the faults beyond those that were shown."""
    if count <= SHOWN:
        return []
    return [f"{label}: {count - SHOWN} more {what}, mend the file"]


def closed(columns: Columns, label: str, faults: list[str], *, signed: bool) -> Columns:
    """The rows that have a close, above zero unless signed; PriceError if none is."""
    close = columns.fields["close"]
    bare = np.isnan(close)
    used = int((~bare).nonzero()[0].max(initial=-1)) + 1
    if used and used < len(close):
        faults.append(
            f"{label}: no close in the last {len(close) - used} rows; they are left "
            f"out, fetch it again after the close"
        )
    if not signed:
        wrong = close <= 0
        if wrong.any() and not (close > 0).any():
            raise PriceError(
                f"{label}: no close above zero; mend the file, or if it is a rate say "
                f"so in the instruments"
            )
        if wrong.any():
            faults.append(
                f"{label}: {int(wrong.sum())} closes at or below zero, the last on "
                f"{columns.days[wrong][-1]}; they are left out, mend the file"
            )
        bare |= wrong
    return columns.taken(~bare) if bare.any() else columns


def as_bars(columns: Columns, origin: Origin, *, signed: bool) -> Bars:
    """The columns as bars, without the highs, lows and opens that cannot be true."""
    opened, high, low, close, volume = (columns.fields[name].copy() for name in FIELDS)
    after = columns.fields.get("adj_close", np.full(len(close), np.nan))
    slack = np.abs(close) * SLACK
    wrong = (high < close - slack) | (low > close + slack)
    if not signed:
        wrong |= low <= 0
        opened[opened <= 0] = np.nan
    high[wrong] = low[wrong] = np.nan
    # An auction's or a stale first print may lie outside the session's range.
    opened[(opened > high + slack) | (opened < low - slack)] = np.nan
    volume[volume <= 0] = np.nan
    return Bars(
        columns.days,
        opened,
        high,
        low,
        close,
        volume,
        wrong,
        origin=origin,
        splits=dict(events(columns, "splits", (0.0, 1.0))),
        dividends=dict(events(columns, "dividends", (0.0,))),
        adj_close=None if np.isnan(after).all() else after,
    )


def events(
    columns: Columns, name: str, nothing: tuple[float, ...]
) -> Iterator[tuple[date, float]]:
    """Each date and value of a field of events, but those that mean nothing."""
    values = columns.fields.get(name)
    if values is None:
        return
    for row in (np.isfinite(values) & ~np.isin(values, nothing)).nonzero()[0]:
        yield columns.days[row].item(), float(values[row])


def within(bars: Bars, first: date, last: date) -> Bars:
    """The bars from `first` to `last`, both included, and the events of those days."""
    start, stop = np.datetime64(first, "D"), np.datetime64(last, "D")
    rows = (bars.dates >= start) & (bars.dates <= stop)
    return replace(
        bars.taken(rows),
        splits=_then(bars.splits, first, last),
        dividends=_then(bars.dividends, first, last),
    )


def _then(told: Mapping[date, float], first: date, last: date) -> dict[date, float]:
    return {day: value for day, value in told.items() if first <= day <= last}
