"""Actions: dividends that the prices or the adjusted closes contradict."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.market.bars import Bars
from generator.market.gates.clean import before, usual_before
from generator.market.gates.marks import Mark
from generator.market.indicators import Floats, Ints

Mask = NDArray[np.bool_]
AGREE = 0.05  # of a dividend: what an adjusted close may take off more or less
LEAST = 1e-4  # of a price: a smaller step of an adjusted close is rounding
ALIKE = 0.2  # of a dividend: two that are one, told twice
SOON, SELDOM, AT_ONCE = 10, 30, 4  # sessions from the one to the other, and usually
LARGE, SEEN = 0.05, 0.5  # of a price, of a dividend: more, and the price must fall
DAYS_OFF = 3  # usual days that may hide a fall
TINY, HUNDRED = 1e-3, 100  # of a price, times: pence that were taken for pounds
SEVERAL, ODDS = 4, 4.6  # dividends; the log of a hundred to one
QUIET_DAY = 0.003  # of a price: no name's usual day is less for this
PLACES = 7  # decimals at most that an adjusted close is rounded to


@dataclass(frozen=True, slots=True, eq=False)
class Paid:
    """The dividends of some bars, one value each, as shares of the close before.

    `fell` is the fall to the low of the ex-date, `gone` the mean fall of its open and
    close, `usual` a usual day, `split` the split of that day (1 where there is none).
    `traded` is whether the price could tell anything.
    """

    rows: Ints
    share: Floats
    fell: Floats
    gone: Floats
    usual: Floats
    split: Floats
    traded: Mask


def dividends(bars: Bars) -> list[Mark]:
    """What is odd about the dividends of some bars; the prices stay as they are."""
    paid = paid_in(bars)
    if not len(paid.rows):
        return []
    tests = dict(adjustment(bars, paid)) if bars.adj_close is not None else {}
    if "dividend" in bars.adjusted:
        late = (paid.share > LARGE) & (paid.gone > SEEN * paid.share)
        tests["the dividend is still in the prices on {}"] = late & seen(paid)
    else:
        deep = (paid.share > LARGE) & (paid.fell < SEEN * paid.share)
        far = paid.share - paid.fell > DAYS_OFF * paid.usual
        line = "the dividend is beyond what the price shows on {}"
        tests[line] = deep & far & seen(paid)
    tests["the dividend is told twice on {}"] = doubled(paid)
    tests["the dividend looks like a hundredth of the true one on {}"] = tiny(paid)
    days = bars.dates[paid.rows]
    marks = [Mark(line, days[odd], "ex-dates") for line, odd in tests.items()]
    return [*(mark for mark in marks if len(mark.days)), *phantoms(bars, paid)]


def paid_in(bars: Bars) -> Paid:
    """The dividends that have a bar before and one on their ex-date or after it."""
    dates = np.array(sorted(bars.dividends), dtype="datetime64[D]")
    sums = np.array([bars.dividends[day] for day in sorted(bars.dividends)])
    rows = np.searchsorted(bars.dates, dates)
    use = (rows > 0) & (rows < len(bars))
    rows, sums = rows[use], sums[use]
    last, close = bars.close[rows - 1], bars.close[rows]
    with np.errstate(invalid="ignore"):
        opened = np.where(np.isfinite(bars.open[rows]), bars.open[rows], close)
        low = np.fmin(bars.low[rows], np.fmin(opened, close))
        traded = (bars.volume[rows] > 0) | (close != last)
    return Paid(
        rows,
        sums / last,
        1 - low / last,
        1 - (opened + close) / 2 / last,
        np.maximum(usual_before(bars)[rows], QUIET_DAY),
        np.array([bars.splits.get(bars.day(int(row)), 1.0) for row in rows]),
        traded,
    )


def seen(paid: Paid) -> Mask:
    """Whether a fall of that size would stand out from usual days."""
    return paid.traded & (paid.share > DAYS_OFF * paid.usual)


def adjustment(bars: Bars, paid: Paid) -> Iterator[tuple[str, Mask]]:
    """Where the adjusted close does not take off what was paid.

    From one session to the next it must change by the share of the close before that
    was paid: adj[t-1]/close[t-1] = (1 - dividend/close[t-1])*adj[t]/close[t].
    """
    every, rounding = taken_off(bars)
    taken, slack = every[paid.rows], rounding[paid.rows]
    wrong = np.abs(taken - paid.share) > AGREE * paid.share + slack + LEAST
    none = np.abs(taken) < paid.share / (3 * HUNDRED) + slack
    part = taken / paid.share
    kinds = {
        "the dividend is not in the adjusted close on {}": none,
        "the adjusted close holds a hundredth of the dividend on {}": near(
            part * HUNDRED
        ),
        "the adjusted close holds the dividend a hundredfold on {}": near(
            part / HUNDRED
        ),
        "the dividend is not adjusted for the split on {}": (paid.split != 1)
        & near(part * paid.split),
    }
    left = wrong
    for line, kind in kinds.items():
        yield line, left & kind
        left = left & ~kind
    yield "the adjusted close holds another sum than the dividend on {}", left


def near(part: Floats) -> Mask:
    """The shares that are one but for what is rounded."""
    found: Mask = np.abs(part - 1) < ALIKE
    return found


def taken_off(bars: Bars) -> tuple[Floats, Floats]:
    """What the adjusted close takes off on each row, and what rounding makes of that.

    Both are shares of the close before.
    """
    assert bars.adj_close is not None
    share = bars.adj_close / bars.close
    with np.errstate(invalid="ignore", divide="ignore"):
        taken = 1 - before(share) / share
        grain = 0.5 * 10.0 ** -places_of(bars.adj_close).astype(np.float64)
        slack = grain * (1 / bars.adj_close + 1 / before(bars.adj_close))
    return taken, slack


def places_of(values: Floats) -> Ints:
    """The decimals that the prices up to each row are rounded to."""
    found = np.full(len(values), PLACES)
    for places in reversed(range(PLACES)):
        units = values * 10**places
        whole = np.abs(units - np.round(units)) <= 1e-6 * np.abs(units)
        found[whole | np.isnan(values)] = places
    most: Ints = np.maximum.accumulate(found)
    return most


def phantoms(bars: Bars, paid: Paid) -> Iterator[Mark]:
    """Steps of the adjusted close where nothing was paid, as stitching makes them."""
    if bars.adj_close is None:
        return
    taken, slack = taken_off(bars)
    with np.errstate(invalid="ignore"):
        odd = np.abs(taken) > slack + LEAST
    odd[: paid.rows[0] + 1] = False  # earlier dividends may not have been told
    odd[paid.rows] = False
    if odd.any():
        line = "the adjusted close steps without a dividend on {}"
        yield Mark(line, bars.dates[odd])


def doubled(paid: Paid) -> Mask:
    """The dividends that repeat the one before, of a name that pays seldom.

    Of a name that has paid but once nobody knows how often: some pay every week.
    """
    gaps = np.diff(paid.rows, prepend=-SELDOM)
    odd = np.zeros(len(gaps), dtype=bool)
    for place in range(1, len(gaps)):
        like = abs(paid.share[place] / paid.share[place - 1] - 1) < ALIKE
        seldom = place > 1 and np.median(gaps[1:place]) >= SELDOM
        soon = SOON if seldom else AT_ONCE if place == 1 else 0
        odd[place] = like and gaps[place] <= soon
    return odd


def tiny(paid: Paid) -> Mask:
    """The dividends that the prices of their ex-dates take for a hundred times more.

    The likelihood of the falls, as normal about the one and about the other with a
    usual day for deviation, is compared over all so small ones up to each.
    """
    small = paid.share < TINY
    one, other = paid.gone - paid.share, paid.gone - HUNDRED * paid.share
    gain = np.where(small, (one**2 - other**2) / (2 * paid.usual**2), 0.0)
    likely: Mask = (np.cumsum(gain) > ODDS) & (np.cumsum(small) >= SEVERAL)
    return likely & small
