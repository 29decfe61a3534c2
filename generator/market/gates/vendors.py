"""Vendors: where two of them differ, and what only one of them says."""

from collections.abc import Iterator, Sequence

import numpy as np

from generator.market.bars import Bars
from generator.market.indicators import Floats, Ints
from generator.model.market import Gap, Instrument

COMPARED, TOLERANCE = 21, 0.001  # sessions and share by which vendors may differ
PARTS = {"GBp": "GBP", "GBX": "GBP", "ZAc": "ZAR", "ILA": "ILS", "USX": "USD"}
POINTS = ("points", "percent")  # units that are no currency
PAID = {"splits and dividends"}  # an adjustment that moves closes, not the last ones
BORROWED, LEAST = 0.9, 63  # share of at least so many sessions with one volume


def sources(bars: Bars, others: Sequence[Bars], name: str) -> Iterator[Gap]:
    """Where other vendors' closes differ, or that there is none to compare with."""
    compared = 0
    for other in others:
        rows, theirs = shared(bars, other)
        compared += len(rows)
        for why in disputes(bars.taken(rows), other.taken(theirs)):
            yield Gap(name, why)
    if not compared:
        yield Gap(name, f"single source: {bars.vendor}", "source")


def shared(bars: Bars, other: Bars) -> tuple[Ints, Ints]:
    """The rows of both on those of the last sessions that both have."""
    start = max(len(bars) - COMPARED, 0)
    dates = bars.dates[start:]
    rows = np.searchsorted(other.dates, dates)
    inside = np.minimum(rows, len(other) - 1)
    same = np.flatnonzero(other.dates[inside] == dates)
    return start + same, inside[same]


def disputes(bars: Bars, other: Bars) -> Iterator[str]:
    """Where two vendors' closes of the same sessions differ; the first is used.

    Prices that are adjusted for other things are compared by their moves.
    """
    mine, theirs = bars.close, other.close
    if not len(mine):
        return
    times = float(np.median(theirs / mine))
    if abs(np.log10(max(times, 1e-9))) > 1:
        yield f"{other.vendor} has prices {times:.4g} times those of {bars.vendor}"
        return
    what, dates = "close", bars.dates
    if bars.adjusted != other.adjusted and {bars.adjusted, other.adjusted} & PAID:
        what, dates = "move", dates[1:]
        mine, theirs = moves(mine), moves(theirs)
        apart = np.flatnonzero(np.abs(theirs - mine) > TOLERANCE)
    else:
        apart = np.flatnonzero(np.abs(theirs - mine) > TOLERANCE * np.abs(mine))
    if not len(apart):
        return
    row, count = int(apart[-1]), len(apart)
    more = f", on {count} of {len(mine)} sessions in all" if count > 1 else ""
    form = "{:.2f}" if what == "close" else "{:+.2%}"
    yield (
        f"vendors disagree on the {what} of {dates[row]}: {bars.vendor} "
        f"{form.format(mine[row])}, {other.vendor} {form.format(theirs[row])}{more}; "
        f"the first is used"
    )


def moves(closes: Floats) -> Floats:
    """The return of each row on the one before."""
    return closes[1:] / closes[:-1] - 1


def misnamed(bars: Bars, instrument: Instrument) -> str:
    """Why prices in another currency cannot be used; empty where nothing says so."""
    told, own = bars.origin.currency, instrument.currency
    if not told or told == own or instrument.unit in POINTS:
        return ""
    parts = PARTS.get(told) == own or PARTS.get(own) == told
    size = ", a factor of 100" if parts else ""
    return (
        f"its prices are in {told} and the instrument is told in {own}{size}; not "
        f"used, mend its currency or its prices"
    )


def borrowed(bars: Bars, other: Bars) -> bool:
    """Whether the volumes of an index are those of another one's file."""
    dates = bars.dates
    rows = np.minimum(np.searchsorted(other.dates, dates), len(other) - 1)
    mine, theirs = bars.volume, other.volume[rows]
    both = (other.dates[rows] == dates) & np.isfinite(mine) & np.isfinite(theirs)
    same = both & (mine == theirs)
    telling = len(np.unique(mine[same])) >= LEAST  # no accident, and no constant
    return telling and bool(same.sum() > BORROWED * both.sum())
