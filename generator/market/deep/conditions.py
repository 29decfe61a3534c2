"""Conditions: states of the price, its range, its benchmark and its options.

Each function is given the Past and gives a State where the last day is in it, else
None; it asks that first, for most days are in few states. A flag depends on its own
row and earlier ones alone.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.market.deep.aftermath import HORIZONS, Past
from generator.market.deep.expanding import at_or_below
from generator.market.features.windows import window_max
from generator.market.indicators import LEAST_PAST, Floats
from generator.market.view import YEAR, Pair, View

Flags = NDArray[np.bool_]
NEAR = 0.98  # of the highest close: from here it may be the next thing to happen
TENTH, TWENTIETH = 10, 5  # percent of a past
LEVELS = (40.0, 30.0)  # of an implied volatility
APART = 21  # sessions: days within them belong to one episode


@dataclass(frozen=True, eq=False, kw_only=True)
class State:
    """Days like the last one: a flag on each row, and what is told of them.

    `sequels` are what may follow, the first one counts the cases; `rivals` are those
    that `ahead` compares with. `judged` marks the rows of which the state could be
    said, None if of all. `every` are all days in the state, where `flags` are no more
    than the first of each episode. `size` is the round size that the last day and an
    earlier one reach, with its unit. `line` is the price to come back to, from above if
    `side` is 1, from below if -1. `most` is a quantity whose highest is told.
    """

    words: str
    flags: Flags
    on: View | Pair
    sequels: tuple[str, ...] = ("up",)
    horizons: tuple[int, ...] = HORIZONS
    rivals: tuple[Pair, ...] = ()
    judged: Flags | None = None
    every: Flags | None = None
    size: tuple[float, str] | None = None
    line: Floats | None = None
    side: int = 0
    most: Floats | None = None


def highest(past: Past) -> State | None:
    """A close over all earlier ones in the bars, which is there or near."""
    view = past.view
    start = view.priced_from
    closes = view.bars.close[start:]
    if not view.as_traded or len(closes) <= YEAR:
        return None
    if closes[-1] < NEAR * closes[:-1].max():
        return None
    rows = np.arange(len(view.bars))
    flags, judged = peaks(view), rows >= start + YEAR
    words = "close > all closes before, 252 at least"
    return State(words=words, flags=flags & judged, on=view, judged=judged)


def peaks(view: View) -> Flags:
    """The rows with a close over all earlier traded ones."""
    start, closes = view.priced_from, view.bars.close
    flags = np.zeros(len(closes), dtype=bool)
    tops = np.maximum.accumulate(closes[start:])
    flags[start + 1 :] = closes[start + 1 :] > tops[:-1]
    return flags


def narrow(past: Past) -> State | None:
    """A range in the narrowest twentieth of its past."""
    view = past.view
    found = tail((view.bars.high - view.bars.low) / past.before, TWENTIETH, -1)
    if found is None:
        return None
    return State(
        words="(high-low)/close before in the lowest 5% of its past, 252 at least",
        flags=found[0],
        judged=found[1],
        on=view,
        sequels=("up", "swing"),
    )


def highest_narrow(past: Past) -> State | None:
    """A highest close on such a range."""
    view = past.view
    if not view.as_traded or not peaks(view)[-1]:
        return None
    found = narrow(past)
    if found is None:
        return None
    return State(
        words=f"close > all closes before and {found.words}",
        flags=found.flags & peaks(view),
        on=view,
        sequels=found.sequels,
        judged=found.judged,
    )


def tail(values: Floats, share: float, sign: int) -> tuple[Flags, Flags] | None:
    """The rows in the highest or lowest share of their past, and those to be judged.

    A past has 252 values at least. None where the last row is not in it.
    """
    if not in_tail(last_place(values), share, sign):
        return None
    places = at_or_below(values)
    known = np.isfinite(places)
    judged = known & (np.cumsum(known) >= LEAST_PAST)
    with np.errstate(invalid="ignore"):
        ends = places >= 100 - share if sign > 0 else places <= share
    return judged & ends, judged


def last_place(values: Floats) -> float:
    """The share of values at or below the last, times 100; NaN under 252."""
    known = values[np.isfinite(values)]
    if len(known) < LEAST_PAST or not np.isfinite(values[-1]):
        return float("nan")
    return 100 * int(np.count_nonzero(known <= known[-1])) / len(known)


def in_tail(place: float, share: float, sign: int) -> bool:
    """Whether a percentile lies in the highest or the lowest share; NaN does not."""
    return place >= 100 - share if sign > 0 else place <= share


def implied_level(past: Past) -> State | None:
    """An implied volatility at or over the highest round level it reaches."""
    values, pair = past.implied, past.scene.implied
    if values is None or pair is None:
        return None
    level = reached(values, LEVELS)
    if level is None:
        return None
    return State(
        words=f"implied volatility >= {level:g}",
        flags=values >= level,
        on=pair,
        size=(level, "points"),
        most=values,
    )


def reached(values: Floats, sizes: tuple[float, ...]) -> float | None:
    """The largest of the sizes that the last value and an earlier one reach."""
    fits = (one for one in sizes if values[-1] >= one)
    return next((one for one in fits if np.count_nonzero(values >= one) > 1), None)


def implied_end(past: Past, sign: int) -> State | None:
    """An implied volatility in the top or bottom twentieth of its past."""
    values, pair = past.implied, past.scene.implied
    found = None if values is None else tail(values, TWENTIETH, sign)
    if found is None or pair is None:
        return None
    words = f"implied volatility in the {end(sign)} 5% of its past, 252 at least"
    return State(words=words, flags=found[0], judged=found[1], on=pair)


def end(sign: int) -> str:
    """The end of a past, in words."""
    return "highest" if sign > 0 else "lowest"


def bench_highest(past: Past) -> State | None:
    """A close of the benchmark over all its earlier ones in the bars."""
    pair = past.bench
    if pair is None or not pair.against.as_traded:
        return None
    top = peaks(pair.against)
    if len(top) - pair.against.priced_from <= YEAR or not top[pair.right[-1]]:
        return None
    there = np.arange(len(top)) >= pair.against.priced_from + YEAR
    return State(
        words="the benchmark's close > all its closes before, 252 at least",
        flags=past.on_rows(pair, (top & there)[pair.right].astype(np.float64)) > 0,
        judged=past.on_rows(pair, there[pair.right].astype(np.float64)) > 0,
        on=pair,
        sequels=("ahead",),
        rivals=(pair,),
    )


def ratio_end(past: Past, sign: int) -> State | None:
    """The ratio to the benchmark at its highest or lowest of 252 shared sessions."""
    pair = past.bench
    if pair is None or not (pair.subject.as_traded and pair.against.as_traded):
        return None
    rows = pair.both
    ratio = sign * pair.closes[rows] / pair.against_closes[rows]
    if len(ratio) <= YEAR or ratio[-1] < ratio[-YEAR:].max():
        return None
    tops = window_max(ratio, YEAR)
    flags = np.zeros(len(past.view.bars), dtype=bool)
    with np.errstate(invalid="ignore"):
        flags[pair.left[rows]] = ratio >= tops
    return State(
        words=f"close/the benchmark's the {end(sign)} of 252",
        flags=flags,
        on=pair,
        sequels=("ahead",),
        rivals=(pair,),
    )


def lead_end(past: Past, count: int, sign: int) -> State | None:
    """The lead over the benchmark in the top or bottom tenth of its past."""
    pair = past.bench
    if pair is None:
        return None
    found = tail(past.lead_before(pair, count), TENTH, sign)
    if found is None:
        return None
    return State(
        words=f"relative_return.{count} in the {end(sign)} tenth of its past",
        flags=found[0],
        judged=found[1],
        on=pair,
        sequels=("ahead",),
        rivals=(pair,),
    )
