"""Indicators as pure functions of arrays, oldest first; NaN where none is defined.

All are causal: a value depends on its own row and earlier ones, never on later ones.
"""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
WILDER = 14
BLOCK = 128  # rows; 0.5 to the power of 128/8 is far from where floats end
LEAST_PAST = 252  # values before a percentile of its own past is said
LEAST_MOVES = 60  # daily moves before one is called usual


def padded(values: Floats, size: int) -> Floats:
    """The values with NaN before them, to that size."""
    return np.concatenate([np.full(size - len(values), np.nan), values])


def mean(values: Floats, count: int) -> Floats:
    """The mean of the last `count` values, on each row."""
    if len(values) < count:
        return np.full(len(values), np.nan)
    means: Floats = sliding_window_view(values, count).mean(axis=1)
    return padded(means, len(values))


def bases(places: Ints, count: int) -> Ints:
    """The row `count` sessions before each row; -1 where that session has no bar."""
    if places[-1] - places[0] == len(places) - 1:  # no session is missing
        rows = np.arange(-count, len(places) - count)
        return np.maximum(rows, -1)
    wanted = places - count
    rows = np.searchsorted(places, wanted)
    return np.where(places[rows] == wanted, rows, -1)


def changes(values: Floats, places: Ints, count: int) -> Floats:
    """The difference over `count` sessions, on each row."""
    rows = bases(places, count)
    return np.where(rows >= 0, values - values[rows], np.nan)


def returns(values: Floats, places: Ints, count: int) -> Floats:
    """The return over `count` sessions, on each row."""
    rows = bases(places, count)
    return np.where(rows >= 0, values / values[rows] - 1, np.nan)


def faded(values: Floats, keep: float) -> Floats:
    """The running sum of values, all that stood before losing a share each row.

    Block by block, so that no power of `keep` runs out of range; each row depends on
    earlier ones alone, to the bit.
    """
    found, carried = np.empty_like(values), np.zeros(values.shape[1:])
    powers = (keep ** np.arange(1, BLOCK + 1)).reshape(-1, *[1] * (values.ndim - 1))
    for first in range(0, len(values), BLOCK):
        part = values[first : first + BLOCK]
        fade = powers[: len(part)]
        found[first : first + BLOCK] = fade * (np.cumsum(part / fade, axis=0) + carried)
        carried = found[first + len(part) - 1]
    return found


def averaged(values: Floats, halflife: float) -> Floats:
    """The exponentially weighted mean of all values so far; those absent only age."""
    there, keep = np.isfinite(values), 0.5 ** (1 / halflife)
    weights = faded(there.astype(np.float64), keep)
    with np.errstate(invalid="ignore"):
        return faded(np.where(there, values, 0.0), keep) / weights


def decayed(moves: Floats, halflife: float) -> Floats:
    """The root of the exponentially weighted mean square of the moves."""
    return np.sqrt(averaged(moves**2, halflife))


def true_ranges(high: Floats, low: Floats, before: Floats) -> Floats:
    """The range of each bar, stretched to the close before it."""
    reach = np.maximum(np.abs(high - before), np.abs(low - before))
    return np.maximum(high - low, reach)


def percentiles(values: Floats, last: int) -> Floats:
    """The share of values so far at or below each of the `last` values, times 100.

    NaN rows count for nothing and have none; nor has a row with under 252 values.
    """
    rows = np.flatnonzero(np.isfinite(values))
    known = values[rows]
    tail = known[-last:]
    start = len(known) - len(tail)
    before = np.searchsorted(np.sort(known[:start]), tail, side="right")
    within = np.tril(tail[None, :] <= tail[:, None]).sum(axis=1)
    counts = start + 1 + np.arange(len(tail))
    shares = np.where(counts >= LEAST_PAST, 100 * (before + within) / counts, np.nan)
    found = np.full(len(values), np.nan)
    found[rows[-last:]] = shares
    return found[-last:]


def last_at_least(values: Floats) -> int:
    """The last earlier row with a value at least as high as the last; -1 if none."""
    rows = np.flatnonzero(values[:-1] >= values[-1])
    return int(rows[-1]) if len(rows) else -1


def share_of_highs(values: Floats, span: int) -> float:
    """The share of rows whose value no one of the `span` before it reaches.

    At least one row's share, for the last is such a row.
    """
    if len(values) <= span or span < 1:
        return 1 / max(len(values), 1)
    above = values[span:] > sliding_window_view(values, span).max(axis=1)[:-1]
    return max(float(above.mean()), 1 / len(above))


def slopes(subject: Floats, against: Floats, count: int) -> Floats:
    """The slope of subject on against over the last `count` rows, on each row."""
    if len(subject) < count:
        return np.full(len(subject), np.nan)
    left = sliding_window_view(subject, count)
    right = sliding_window_view(against, count)
    off = right - right.mean(axis=1)[:, None]
    spread = (off * off).sum(axis=1)
    spread[spread == 0] = np.nan
    return padded((off * left).sum(axis=1) / spread, len(subject))
