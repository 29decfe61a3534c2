"""Clean bars: fields that cannot be of their day are left out, and marked.

Each rule reads a row and rows before it alone, so a row is clean or not for good.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from generator.market.bars import Bars
from generator.market.gates.marks import Mark, lacking
from generator.market.indicators import Floats, Ints, decayed
from generator.model.market import Instrument

Mask = NDArray[np.bool_]
DISAGREE, LEFT = "they disagree with the close", "it is left out"
SOME: Literal["quarter"] = "quarter"
SLACK = 1e-5  # of the close: adjusted prices are rounded, and cross by less
WICK = 3.0  # times the day's open and close: no session's high lies so far (GME: 1.8)
STALE, HABIT = 5e-5, 21  # of a price, sessions: opens that repeat the close before
MOST = 0.75  # share of the habit from which such an open is no accident
ROUND_THE_CLOCK = ("coin", "currency")  # their day opens where the last one closed
SIZES = 1000  # times less or more than usual: no day's volume is
ROLL, SWING = 63, 10.0  # a future's volume that swings so is of a dying contract
QUIET, LOUD = 0.7, 4.0  # an index cannot move 4 usual days on less volume than usual
CAP = 0.4  # of a price: larger moves count as this in a usual day


def cleaned(bars: Bars, instrument: Instrument) -> tuple[Bars, list[Mark]]:
    """The bars without what cannot be true, and what was absent or left out."""
    days = bars.dates
    wild, outside = wicks(bars, instrument), out_of_range(bars)
    refused = bars.refused | wild | contradicting(bars, instrument)
    stale, odd = stale_opens(bars, instrument), odd_volumes(bars, instrument)
    made = bars
    if (refused | outside | stale | odd).any():
        made = replace(
            bars,
            open=np.where(stale | wild | outside, np.nan, bars.open),
            high=np.where(refused, np.nan, bars.high),
            low=np.where(refused, np.nan, bars.low),
            volume=np.where(odd, np.nan, bars.volume),
            refused=refused,
        )
    marks = [
        *absent(made, instrument, stale=stale, odd=odd),
        Mark(f"high and low are refused on {{}}: {DISAGREE}", days[refused]),
        Mark(f"the open only repeats the close before on {{}}; {LEFT}", days[stale]),
        Mark(f"the volume is not believed on {{}}; {LEFT}", days[odd], touches=SOME),
    ]
    return made, [mark for mark in marks if len(mark.days)]


def contradicting(bars: Bars, instrument: Instrument) -> Mask:
    """The rows whose high or low the close contradicts, or that are no price."""
    slack = SLACK * np.abs(bars.close)
    with np.errstate(invalid="ignore"):
        wrong: Mask = (bars.high < bars.close - slack) | (bars.low > bars.close + slack)
        wrong |= bars.high < bars.low - slack
        if instrument.kind != "rate":
            wrong |= bars.low <= 0
    return wrong


def out_of_range(bars: Bars) -> Mask:
    """The opens outside their day: an auction's print, or a stale one."""
    slack = SLACK * np.abs(bars.close)
    with np.errstate(invalid="ignore"):
        found: Mask = bars.open > bars.high + slack
        found |= bars.open < bars.low - slack
    return found


def absent(
    bars: Bars, instrument: Instrument, *, stale: Mask, odd: Mask
) -> Iterator[Mark]:
    """The fields that some rows lack, and days with one price for all of them."""
    days, ranged = bars.dates, np.isfinite(bars.high + bars.low)
    if instrument.kind == "rate":
        return
    yield lacking("open, high, low", days[~ranged & ~bars.refused])
    yield lacking("open", days[~np.isfinite(bars.open) & ranged & ~stale])
    unsold = lacking("volume", days[~np.isfinite(bars.volume) & ~odd])
    # No figure is made of an index's volume, so its absence touches none.
    yield replace(unsold, touches="never") if instrument.kind == "index" else unsold
    flat = (bars.high == bars.low) & (bars.open == bars.close)
    line = "a single price for the whole day on {}"
    yield Mark(line, days[flat], touches=SOME)


def before(values: Floats) -> Floats:
    """Each row's value of the row before; NaN on the first."""
    return np.concatenate([[np.nan], values[:-1]])


def usual_before(bars: Bars) -> Floats:
    """The size of a usual day before each row; a wrong scale counts as one bad day."""
    moves = np.clip(bars.close / before(bars.close) - 1, -CAP, CAP)
    return np.nan_to_num(before(decayed(moves, 20)))


def wicks(bars: Bars, instrument: Instrument) -> Mask:
    """The rows whose high, low or open is of another scale than the rest of them."""
    if instrument.kind == "rate":
        return np.zeros(len(bars), dtype=bool)
    last = before(bars.close)
    with np.errstate(invalid="ignore"):
        opened = bars.open
        far = (opened > WICK * bars.close) | (opened < bars.close / WICK)
        far &= (opened > WICK * last) | (opened < last / WICK)
        top = np.fmax(bars.close, np.where(far, last, opened))
        bottom = np.fmin(bars.close, np.where(far, last, opened))
        far |= (bars.high > WICK * top) | (bars.low < bottom / WICK)
    return far


def stale_opens(bars: Bars, instrument: Instrument) -> Mask:
    """The opens that repeat the close before, where most of a month's do."""
    if instrument.kind in ROUND_THE_CLOCK:
        return np.zeros(len(bars), dtype=bool)
    with np.errstate(invalid="ignore"):
        same = np.abs(bars.open - before(bars.close)) <= STALE * np.abs(bars.close)
    same &= ~((bars.high == bars.low) & (bars.open == bars.close))
    total = np.cumsum(same)
    lately = total - np.concatenate([np.zeros(HABIT, dtype=int), total])[: len(bars)]
    stale: Mask = same & (lately > MOST * HABIT)
    return stale


def odd_volumes(bars: Bars, instrument: Instrument) -> Mask:
    """The volumes that cannot be of that day and that instrument."""
    volume = bars.volume
    if not np.isfinite(volume).any():
        return np.zeros(len(bars), dtype=bool)
    kept = np.nan_to_num(volume)
    total, count = np.cumsum(kept), np.cumsum(np.isfinite(volume))
    rows = np.arange(len(bars))
    start = np.maximum(rows - HABIT, 0)
    sold = count[rows - 1] - count[start]
    with np.errstate(invalid="ignore", divide="ignore"):
        habit = (total[rows - 1] - total[start]) / sold
        odd: Mask = (volume < habit / SIZES) | (volume > habit * SIZES)
    odd &= (rows > HABIT) & (sold > HABIT // 2)
    if instrument.kind == "commodity":
        odd |= swinging(volume)
    if instrument.kind == "index":
        moves = np.abs(bars.close / before(bars.close) - 1)
        usual = usual_before(bars)
        with np.errstate(invalid="ignore"):
            quiet = (volume < QUIET * habit) & (moves > LOUD * usual)
        odd |= quiet & (rows > HABIT) & (usual > 0)
    return odd


def swinging(volume: Floats) -> Mask:
    """The rows before which the volumes of three months swing more than tenfold."""
    early = np.full(ROLL - 1, np.nan)
    windows = sliding_window_view(np.concatenate([early, volume]), ROLL)
    ordered = np.sort(windows, axis=1)  # what is absent stands last
    counts = np.isfinite(windows).sum(axis=1)
    low, high = (quantile(ordered, counts, share) for share in (0.1, 0.9))
    with np.errstate(invalid="ignore"):
        found: Mask = (high > SWING * low) & np.isfinite(volume) & (counts >= HABIT)
    return found


def quantile(ordered: Floats, counts: Ints, share: float) -> Floats:
    """A quantile of each row's first `counts` values, between two of them linear."""
    places = np.maximum(counts - 1, 0) * share
    below = places.astype(np.int64)
    rows = np.arange(len(ordered))
    first = ordered[rows, below]
    second = ordered[rows, np.minimum(below + 1, np.maximum(counts - 1, 0))]
    return first + (places - below) * (second - first)
