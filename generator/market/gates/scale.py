"""Scale: jumps that no price makes, splits that were not taken into the prices."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from generator.market.bars import Bars
from generator.market.gates.clean import before, usual_before
from generator.market.gates.marks import RECENT
from generator.market.indicators import Floats, Ints
from generator.model.market import Gap, Instrument

Mask = NDArray[np.bool_]
PRICES = ("open", "high", "low", "close")
JUMP, JUMP_DAYS = 0.40, 8  # a larger move, in both measures, looks like an error
SPLITS = (1.5, 2, 3, 4, 5, 6, 7, 8, 10, 15, 20, 25, 30, 50, 100, 1000)
SHARES = ("stock", "etf")  # what is split
BASKETS = ("index", "etf")  # no news halves all of their members in silence
UNITS = (100, 1000)  # pence in a pound, fils in a dinar
RATE_UNITS = (10, 100)  # a yield in tenths, as one vendor has it, or as a ratio
YOUNG = 10  # bars after which a usual day is known well enough for this
NEWS_VOLUME = 2.0  # times the split's own effect on the count of shares traded
BEYOND = 4  # times: no price does that in a day without the volume of news
NEVER = 20  # times: nor with it
SPLIT_NEAR, SPLIT_DAYS = 0.03, 3  # the day's own move beside the split, in both
HALF = 1.5  # the one split that is no jump; a share's price falls so on news alone
SPIKE, HEALED = 5, 0.1  # sessions within which, and how near, a bad tick returns
TOLD_NEAR = timedelta(31)  # days from its ex-date on which a told split may be wrong
SAME = 0.1  # of a log: two scales that are one
NOISE = 3  # usual days within which the bars do not tell whether a split is in them
CENTS = 4  # decimals at most that a price is rounded to


@dataclass(frozen=True, slots=True, kw_only=True)
class Jump:
    """A move too large to be believed: where the price is back, what it looks like.

    `scale` is the log of the change of scale that it looks like, 0 for none; `told`
    the ex-date of a split that looks like it, from which on that is known.
    """

    row: int
    step: float
    back: int
    scale: float
    like: str
    told: date | None = None
    told_scale: float = 0.0

    def looks(self, until: date) -> tuple[float, str]:
        """The scale it looks like by what was known on a day, and the words for it."""
        if self.told and self.told <= until:
            return self.told_scale, f"like its split of {self.told}"
        return self.scale, self.like


@dataclass(frozen=True, slots=True)
class Cut:
    """A split that its vendor tells and that the prices before it do not hold.

    Unless the price is back on row `back`: then it was a bad tick.
    """

    row: int
    ratio: float
    back: int


@dataclass(frozen=True, slots=True)
class Scale:
    """What may have changed the scale of some bars, oldest first."""

    jumps: tuple[Jump, ...]
    cuts: tuple[Cut, ...]


def scale_of(bars: Bars, instrument: Instrument) -> Scale:
    """The moves too large to be believed without another word, and splits not held."""
    if len(bars) < 2:
        return Scale((), ())
    usual = usual_before(bars)
    rows = far_rows(bars, instrument, usual)
    kind = instrument.kind
    jumps = tuple(as_jump(bars, row, kind, usual=float(usual[row])) for row in rows)
    return Scale(jumps, tuple(cuts_of(bars, usual)) if bars.splits else ())


@dataclass(frozen=True, slots=True, eq=False)
class Kept:
    """The rows on the scale of the last one, what the others are divided by, and why.

    `divisors` is None where no row is on another scale by a split that is told.
    """

    rows: Ints
    divisors: Floats | None
    gaps: tuple[Gap, ...] = ()

    def of(self, bars: Bars) -> Bars:
        """The bars that are kept, on one scale."""
        whole = len(self.rows) == self.rows[-1] + 1
        made = bars.taken(slice(len(self.rows)) if whole else self.rows)
        if self.divisors is None:
            return made
        prices = {name: getattr(made, name) / self.divisors for name in PRICES}
        return replace(made, volume=made.volume * self.divisors, **prices)


def kept(bars: Bars, count: int, scale: Scale, name: str) -> Kept:
    """Which of the first `count` rows may be used.

    A move over 40% and 8 usual days is an error until the next session confirms it;
    one that looks like a split is an error for good, and one that is undone within
    five sessions was a bad tick.
    """
    met = [jump for jump in scale.jumps if jump.row < count]
    due = [
        cut for cut in scale.cuts if cut.row < count and not cut.row < cut.back < count
    ]
    if not (met or due):
        return Kept(np.arange(count), None)
    known = bars.taken(slice(count))
    use, gaps = believed(known, met, {cut.row for cut in due}, name)
    if not due:
        return Kept(np.flatnonzero(use), None, tuple(gaps))
    divisors = np.ones(count)
    for cut in due:
        divisors[: cut.row] *= cut.ratio
        gaps.append(
            Gap(
                name,
                f"prices before {bars.day(cut.row)} are put on the scale after its "
                f"split of {cut.ratio:g} for 1, which they did not hold",
                "history",
            )
        )
    return Kept(np.flatnonzero(use), divisors[use], tuple(gaps))


def believed(
    bars: Bars, met: list[Jump], due: set[int], name: str
) -> tuple[Mask, list[Gap]]:
    """Which rows are on the scale of the last one, and a Gap for each that is not."""
    count, until = len(bars), bars.day(-1)
    use, level, gaps = np.ones(count, dtype=bool), np.zeros(count), []
    steps: dict[int, str] = {}
    for jump in met:
        row, move = jump.row, f"{jump.step - 1:+.0%} on {bars.day(jump.row)}"
        scale, like = jump.looks(until)
        if not use[row - 1]:
            continue
        if row < jump.back < count:
            use[row : jump.back] = False
            why = f"{jump.back - row} bars refused: {move} was undone, a bad tick"
            gaps.append(Gap(name, why, weight(row, count)))
        elif row in due:
            continue
        elif row == count - 1:
            use[row] = False
            why = f"its last bar is refused: {move} looks like a split or unit error"
            gaps.append(Gap(name, why, "lost"))
        elif scale:
            level[:row] -= scale
            steps[row] = f"{move}, {like}"
    wrong = np.abs(level) > SAME
    gaps += spans(bars, wrong, steps, name)
    return use & ~wrong, gaps


def weight(row: int, count: int) -> Literal["recent", "history"]:
    """What a fault on a row touches, of so many rows."""
    return "recent" if row >= count - RECENT else "history"


def spans(bars: Bars, wrong: Mask, steps: dict[int, str], name: str) -> Iterator[Gap]:
    """A Gap for each run of rows on another scale; a step begins and ends each."""
    edges = np.flatnonzero(np.diff(wrong.astype(np.int8), prepend=0, append=0))
    for start, stop in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        which = f"before {bars.day(stop)}"
        if start:
            which = f"from {bars.day(start)} to {bars.day(stop - 1)}"
        why = f"bars {which} are refused: {steps[start or stop]}"
        yield Gap(name, why, weight(stop, len(bars)))


def far_rows(bars: Bars, instrument: Instrument, usual: Floats) -> list[int]:
    """The rows of those moves.

    News brings volume: where it is far above what a split of that size would print,
    the move is believed. What a dividend explains is no move.
    """
    steps = bars.close / before(bars.close)
    with np.errstate(invalid="ignore", divide="ignore"):
        sizes = np.maximum(steps, 1 / steps)
        if instrument.kind == "volatility":  # it may double in a day
            return np.flatnonzero(sizes > BEYOND).tolist()
        if instrument.kind == "rate":
            units = [np.abs(sizes / unit - 1) < SAME for unit in RATE_UNITS]
            whole = np.fmax(bars.close, before(bars.close)) >= 1
            return np.flatnonzero(np.any(units, axis=0) & whole).tolist()
        limits = np.maximum(JUMP, JUMP_DAYS * usual)
        limits[:YOUNG] = JUMP
        if instrument.kind in SHARES:
            halves = (np.abs(sizes / HALF - 1) < SPLIT_NEAR) & (limits == JUMP)
            limits[halves] = 0
        far = np.flatnonzero(np.abs(steps - 1) > limits).tolist()
    return [
        row
        for row in far
        if abs(bare_step(bars, row) - 1) > limits[row] and not is_news(bars, row)
    ]


def bare_step(bars: Bars, row: int) -> float:
    """The step of a close on the one before, as far as nothing else explains it.

    A dividend may, and so may rounding: from 1 to 2 in whole numbers can be nothing.
    """
    last, close = float(bars.close[row - 1]), float(bars.close[row])
    paid = 0.0
    if "dividend" not in bars.adjusted:
        paid = bars.dividends.get(bars.day(row), 0.0)
    step = min(close / last, (close + paid) / last, key=lambda one: abs(np.log(one)))
    slack = (grain(bars, row) + grain(bars, row - 1)) / 2 / last
    return step - float(np.clip(step - 1, -slack, slack))


def grain(bars: Bars, row: int) -> float:
    """The unit that the prices of a row are rounded to: 1, 0.1, ... 0.0001."""
    prices = np.array([getattr(bars, name)[row] for name in PRICES])
    prices = prices[np.isfinite(prices)]
    for places in range(CENTS):
        units = prices * 10**places
        if (np.abs(units - np.round(units)) <= 1e-6 * units).all():
            return float(10.0**-places)
    return float(10.0**-CENTS)


def is_news(bars: Bars, row: int) -> bool:
    """Whether the volume of a jump tells of news, not of a new scale."""
    step = float(bars.close[row] / bars.close[row - 1])
    size = max(step, 1 / step)
    habit = bars.volume[max(row - 20, 0) : row]
    habit = habit[np.isfinite(habit)]
    usual = float(habit.mean()) if len(habit) else np.nan
    return bool(size < NEVER and bars.volume[row] > NEWS_VOLUME * size * usual)


def as_jump(bars: Bars, row: int, kind: str, *, usual: float) -> Jump:
    """A jump with what it looks like."""
    step = float(bars.close[row] / bars.close[row - 1])
    near = max(SPLIT_NEAR, SPLIT_DAYS * usual)
    size, way = max(step, 1 / step), 1 if step > 1 else -1
    scale, like = 0.0, ""
    unit = next((one for one in UNITS if abs(size / one - 1) < max(near, SAME)), 0)
    if unit:
        scale, like = way * np.log(unit), f"like a change of units, {unit} times"
    elif kind in BASKETS or (kind in SHARES and is_split(size, near)):
        scale, like = np.log(step), "like a split"
    elif size > BEYOND:
        scale, like = np.log(step), "beyond all reason"
    told = told_near(bars, row, near)
    ratio = float(np.log(bars.splits[told])) if told else 0.0
    return Jump(
        row=row,
        step=step,
        back=healed(bars.close, row),
        scale=float(scale),
        like=like,
        told=told,
        told_scale=way * abs(ratio),
    )


def is_split(size: float, near: float) -> bool:
    """Whether a step is of the size of a split, one way or the other."""
    return any(abs(size / split - 1) < near for split in SPLITS)


def told_near(bars: Bars, row: int, near: float) -> date | None:
    """The ex-date of a told split of that size within a month of a row."""
    step = float(bars.close[row] / bars.close[row - 1])
    size, day = max(step, 1 / step), bars.day(row)
    for ex, ratio in sorted(bars.splits.items()):
        times = max(ratio, 1 / ratio)
        if abs(ex - day) <= TOLD_NEAR and abs(size / times - 1) < max(near, SAME):
            return ex
    return None


def healed(closes: Floats, row: int) -> int:
    """The row on which the price is back where it was before `row`; -1 if it is not."""
    last = closes[row - 1]
    after = closes[row + 1 : row + 1 + SPIKE]
    rows = np.flatnonzero(np.abs(after / last - 1) < HEALED)
    return row + 1 + int(rows[0]) if len(rows) else -1


def cuts_of(bars: Bars, usual: Floats) -> Iterator[Cut]:
    """The told splits that the closes before their ex-date do not hold."""
    for ex, ratio in sorted(bars.splits.items()):
        row = int(np.searchsorted(bars.dates, np.datetime64(ex)))
        if not 0 < row < len(bars) or ratio <= 0 or ratio == 1:
            continue
        step, whole = np.log(bare_step(bars, row)), -np.log(ratio)
        missing = abs(step - whole) < abs(step)
        if abs(whole) < NOISE * usual[row] + SPLIT_NEAR:  # too small to be seen
            missing = bars.adjusted == "none"
        if missing:
            yield Cut(row, ratio, healed(bars.close, row))
