"""Windows over wide arrays: one column an instrument, one row a bar, oldest first.

Every value depends on its own row and on earlier rows of its own column, never on a
later one or on another column. A window's sum is made of sums of its halves, so that
it depends on the rows of the window alone, to the last bit, and errs by no more than
a few roundings: nothing runs along from the first row to be left over in the last.
"""

from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from generator.market.indicators import Floats, Ints, faded

Flags = NDArray[np.bool_]
Counts = NDArray[np.int32]
Moments = tuple[Floats, Floats]  # mean, sum of squares about it
AT_ONCE = 8  # columns whose moments fit the processor's cache: 3 times as fast


def lagged(values: Floats, count: int) -> Floats:
    """The value `count` rows before each row."""
    found = np.full(values.shape, np.nan)
    if count < len(values):
        found[count:] = values[: len(values) - count]
    return found


def doubled(values: Floats, most: int, join: np.ufunc) -> Iterator[tuple[int, Floats]]:
    """The windows of 1, 2, 4, ... rows, to `most`, each joined from two half as long.

    Row r of an array is the window that begins there. An array lives until the next
    but one is made: two pieces of memory serve all of them.
    """
    yield 1, values
    pieces = np.empty((2, *values.shape))
    width, turn = 1, 0
    while 2 * width <= most:
        whole = pieces[turn][: len(values) - width]
        values = join(values[:-width], values[width:], out=whole)
        width, turn = 2 * width, 1 - turn
        yield width, values


def window_sum(values: Floats, count: int) -> Floats:
    """The sum of the last `count` values; NaN where one of them is."""
    found = np.full(values.shape, np.nan)
    total, first = found[count - 1 :], 0
    if not len(total):
        return found
    total[:] = 0
    for width, sums in doubled(values, count, np.add):
        if count & width:
            total += sums[first : first + len(total)]
            first += width
    return found


def window_mean(values: Floats, count: int) -> Floats:
    """The mean of the last `count` values; NaN where one of them is."""
    found = window_sum(values, count)
    found /= count
    return found


def window_max(values: Floats, count: int) -> Floats:
    """The highest of the last `count` values; NaN where one of them is."""
    return extreme(values, count, np.maximum)


def window_min(values: Floats, count: int) -> Floats:
    """The lowest of the last `count` values; NaN where one of them is."""
    return extreme(values, count, np.minimum)


def extreme(values: Floats, count: int, choose: np.ufunc) -> Floats:
    """The extreme of the last `count` values, from two windows that overlap."""
    found = np.full(values.shape, np.nan)
    rows = len(values) - count + 1
    if rows > 0:
        *_, (width, power) = doubled(values, count, choose)
        late = power[count - width : count - width + rows]
        choose(power[:rows], late, out=found[count - 1 :])
    return found


def squares(values: Floats, count: int) -> Floats:
    """The sum of squares of the last `count` values about their own mean.

    Equal values give 0 and no rounding error: nothing large is taken from what is
    nearly as large.
    """
    found = np.full(values.shape, np.nan)
    if count > len(values):
        return found
    wide, last = (one.reshape(len(one), -1) for one in (values, found[count - 1 :]))
    for first in range(0, wide.shape[1], AT_ONCE):
        some = slice(first, first + AT_ONCE)
        last[:, some] = spreads(np.ascontiguousarray(wide[:, some]), count)
    return found


def spreads(values: Floats, count: int) -> Floats:
    """That sum of each window, of a few columns."""
    rows, first = len(values) - count + 1, 0
    total = room(values[:rows])
    for width, power in moments(values, count):
        if count & width:
            piece = cut(power, first, first + rows)
            total = (
                joined(total, piece, (first, width), room(piece[0]))
                if first
                else (piece[0].copy(), piece[1].copy())
            )
            first += width
    return total[1]


def room(values: Floats) -> Moments:
    """Memory for two arrays."""
    return np.empty(values.shape), np.empty(values.shape)


def cut(power: Moments, first: int, end: int | None) -> Moments:
    """Some rows of the moments."""
    return power[0][first:end], power[1][first:end]


def moments(values: Floats, most: int) -> Iterator[tuple[int, Moments]]:
    """Mean and sum of squares about it of windows of 1, 2, 4, ... rows, to `most`.

    As in `doubled`, an array lives until the next but one is made.
    """
    power: Moments = (values, np.zeros(values.shape))
    yield 1, power
    pieces = room(values), room(values)
    width, turn = 1, 0
    while 2 * width <= most:
        early, late = cut(power, 0, -width), cut(power, width, None)
        out = cut(pieces[turn], 0, len(early[0]))
        power = joined(early, late, (width, width), out)
        width, turn = 2 * width, 1 - turn
        yield width, power


def joined(
    left: Moments, right: Moments, sizes: tuple[int, int], out: Moments
) -> Moments:
    """The moments of two stretches as one (Chan, Golub and LeVeque 1979)."""
    first, second = sizes
    mean, spread = out
    np.subtract(right[0], left[0], out=spread)
    np.multiply(spread, second / (first + second), out=mean)
    mean += left[0]
    spread *= spread
    spread *= first * second / (first + second)
    spread += left[1]
    spread += right[1]
    return out


def deviation(values: Floats, count: int) -> Floats:
    """The sample standard deviation of the last `count` values."""
    found = squares(values, count)
    found /= count - 1
    return np.sqrt(found, out=found)


def line_slope(values: Floats, count: int) -> Floats:
    """The least-squares slope of the last `count` values on 0, 1, 2, ..., a row."""
    found = np.full(values.shape, np.nan)
    moment = found[count - 1 :]  # of each value times its place from the middle
    if not len(moment):
        return found
    moment[:] = 0
    for place in range(count // 2):
        early = values[place : place + len(moment)]
        late = values[count - 1 - place : count - 1 - place + len(moment)]
        moment += (late - early) * ((count - 1) / 2 - place)
    moment /= count * (count**2 - 1) / 12
    return found


def rows_of(flags: NDArray[np.generic]) -> Counts:
    """The number of each row, as a column."""
    return np.arange(len(flags), dtype=np.int32)[:, None]


def run_lengths(flags: Flags) -> Counts:
    """For each row, how many rows up to it carry the flag without a break."""
    rows = rows_of(flags)
    breaks = np.maximum.accumulate(np.where(flags, np.int32(-1), rows), axis=0)
    lengths: Counts = rows - breaks
    lengths *= flags
    return lengths


def sided_runs(values: Floats, lines: Floats) -> Counts:
    """Rows in a row above the line, or minus those below it; 0 on it or without it."""
    sides = (values > lines).astype(np.int8)
    sides -= values < lines
    turns = np.ones(sides.shape, dtype=bool)
    turns[1:] = sides[1:] != sides[:-1]
    rows = rows_of(sides)
    starts = np.maximum.accumulate(np.where(turns, rows, np.int32(0)), axis=0)
    lengths: Counts = rows - starts
    lengths += 1
    lengths *= sides
    return lengths


def stretches(values: Floats) -> Mapping[tuple[int, int], Ints]:
    """Each first row and end of an unbroken run of values, with its columns."""
    there = np.isfinite(values.T)
    edges = np.diff(there, axis=1, prepend=False, append=False)
    columns, rows = np.nonzero(edges)
    found: dict[tuple[int, int], list[int]] = {}
    for column, first, end in zip(
        columns[::2].tolist(), rows[::2].tolist(), rows[1::2].tolist(), strict=True
    ):
        found.setdefault((first, end), []).append(column)
    return {span: np.array(numbers) for span, numbers in found.items()}


def smoothed(
    values: Floats, count: int, weight: float, *, seeded: int | None = None
) -> Floats:
    """An exponential average of each unbroken run of values.

    It begins on row `seeded` of the run (`count` where that is not given) with the
    mean of the `count` values up to there; from then on each value has that weight.
    """
    begins = seeded or count
    found = np.full(values.shape, np.nan)
    for (first, end), columns in stretches(values).items():
        start = first + begins - 1
        if start < end:
            part = values[start:end, columns]
            seeds = window_mean(values[start - count + 1 : start + 1, columns], count)
            part[0] = seeds[-1]
            part[1:] *= weight
            found[start:end, columns] = faded(part, 1 - weight)
    return found


def since(flags: Flags, places: Ints) -> Floats:
    """Sessions since the last row with the flag, 0 on it; NaN before the first."""
    marked = np.maximum.accumulate(np.where(flags, places, -1), axis=0)
    found = (places - marked).astype(np.float64)
    found[marked < 0] = np.nan
    return found


def excursions(values: Floats, lines: Floats, most: Ints) -> tuple[Floats, Floats]:
    """How long values have been above a line they broke, and what ended that.

    A value over its row's line breaks it, and that line is held while later values
    stay over it, for `most` rows (of each column) at the longest. The first array
    counts the rows since the break, 1 on the day itself, 0 while no line is broken;
    the second holds, on the row of the first value back under the line, how many rows
    it had been over it.
    """
    outside, back = np.zeros(values.shape), np.zeros(values.shape)
    count = np.zeros(values.shape[1:])
    broken = np.full(values.shape[1:], np.inf)
    for row, (value, line) in enumerate(zip(values, lines, strict=True)):
        over = value > broken
        np.copyto(back[row], count, where=~over)
        stays = over & (count < most)
        fresh = (value > line) & ~stays
        count += 1
        count *= stays
        count += fresh
        outside[row] = count
        broken[~stays] = np.inf
        np.copyto(broken, line, where=fresh)
    return outside, back
