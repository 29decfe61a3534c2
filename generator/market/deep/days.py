"""Days: states of the last session and the last week, by the size of their move."""

import numpy as np

from generator.market.deep.aftermath import HORIZONS, WITHIN, Past, groups
from generator.market.deep.conditions import (
    APART,
    TWENTIETH,
    State,
    in_tail,
    last_place,
    reached,
)
from generator.market.indicators import Floats

TOLD = 10  # sessions that the precedents of any note look ahead
RARE = 2.0  # usual days from which a move has precedents
GAPS = (0.05, 0.03, 0.02, 0.01)
SIZES = (0.1, 0.075, 0.05, 0.04, 0.035, 0.03, 0.025, 0.02, 0.015, 0.01)
HOLE, FALL = 0.01, 0.02
WEEK, LONG_MEAN = 5, 200
OPENED = ("etf", "stock")  # whose first price is a trade of that morning


def opening_gap(past: Past, sign: int) -> State | None:
    """An opening gap of at least the round size that the last one reaches."""
    view = past.view
    if view.instrument.kind not in OPENED:
        return None
    gaps = sign * (view.bars.open / past.before - 1)
    size = reached(gaps, GAPS)
    if size is None:
        return None
    side = ">=" if sign > 0 else "<="
    return State(
        words=f"open/close before-1 {side} {sign * size:g}",
        flags=gaps >= size,
        on=view,
        sequels=("up", "ahead", "refill"),
        rivals=past.rivals,
        size=(sign * size, "ratio"),
        line=past.before,
        side=sign,
    )


def hole(past: Past, sign: int) -> State | None:
    """A range that leaves 1% or more of the close before untouched."""
    edge, width = untouched(past, sign)
    if not width[-1] >= HOLE:
        return None
    return State(
        words=f"{edges(sign)} >= {HOLE:g}*close before",
        flags=width >= HOLE,
        on=past.view,
        sequels=("up", "refill", "reclaim"),
        size=(HOLE, "ratio"),
        line=edge,
        side=sign,
    )


def hole_day(past: Past, sign: int) -> State | None:
    """A day of 2% or more that leaves a hole behind it."""
    moves = sign * past.view.moves
    if not moves[-1] >= FALL:
        return None
    edge, width = untouched(past, sign)
    if not width[-1] > 0:
        return None
    side = ">=" if sign > 0 else "<="
    return State(
        words=f"close/close before-1 {side} {sign * FALL:g} and {edges(sign)} > 0",
        flags=(moves >= FALL) & (width > 0),
        on=past.view,
        sequels=("up", "refill", "reclaim"),
        size=(sign * FALL, "ratio"),
        line=edge,
        side=sign,
    )


def untouched(past: Past, sign: int) -> tuple[Floats, Floats]:
    """The near edge of the day before, and what lies untouched beyond it."""
    bars = past.view.bars
    edge = past.earlier(bars.high if sign > 0 else bars.low)
    width = bars.low - edge if sign > 0 else edge - bars.high
    return edge, width / past.before


def edges(sign: int) -> str:
    """The hole in words."""
    return "low-high before" if sign > 0 else "low before-high"


def large_day(past: Past, sign: int) -> State | None:
    """A daily move of at least the round size that the last one reaches.

    Where there is a 200-day mean, days without one are left out, so that those above it
    and those below it make up the whole.
    """
    view = past.view
    moves = sign * view.moves
    size = reached(moves, SIZES)
    if size is None:
        return None
    flags = moves >= size
    side = ">=" if sign > 0 else "<="
    words = f"close/close before-1 {side} {sign * size:g}"
    if view.as_traded and np.isfinite(long_mean(past)[-1]):
        flags = flags & np.isfinite(long_mean(past))
        words = f"{words}, with a 200-day mean"
    return State(words=words, flags=flags, on=view, size=(sign * size, "ratio"))


def long_mean(past: Past) -> Floats:
    """The 200-day mean of traded closes."""
    view = past.view

    return past.of(("mean", LONG_MEAN), lambda: view.column(f"sma.{LONG_MEAN}"))


def sided_day(past: Past, sign: int, side: int) -> State | None:
    """Those of the large days on one side of the 200-day mean.

    Of the side that the last day is not on, only the count is told.
    """
    view = past.view
    whole = large_day(past, sign) if view.as_traded else None
    if whole is None or not np.isfinite(long_mean(past)[-1]):
        return None
    with np.errstate(invalid="ignore"):
        above = view.bars.close >= long_mean(past)
    same = above if side > 0 else ~above
    word = ">=" if side > 0 else "<"
    return State(
        words=f"{whole.words}, close {word} it",
        flags=whole.flags & same,
        on=view,
        sequels=("up",) if same[-1] else (),
        horizons=(WITHIN,),
        size=whole.size,
    )


def unusual(past: Past) -> State | None:
    """A daily move as large, in usual days, as the last one, if that is two or more.

    What followed over ten sessions any note may tell, so it stands elsewhere.
    """
    scores = past.view.zscores
    if not abs(scores[-1]) >= RARE:
        return None
    sign = np.sign(scores[-1])
    with np.errstate(invalid="ignore"):
        flags = scores * sign >= abs(scores[-1])
    words = "zscore.1 of that sign, as large"
    others = tuple(one for one in HORIZONS if one != TOLD)
    return State(words=words, flags=flags, on=past.view, horizons=others)


def large_week(past: Past, sign: int) -> State | None:
    """A five-session move as large as the last, one of the rarest twentieth.

    Only the first of each group of such days counts: their weeks overlap.
    """
    view = past.view
    weeks = sign * view.returns(WEEK)
    if not weeks[-1] > 0 or not in_tail(last_place(weeks), TWENTIETH, 1):
        return None
    every = weeks >= weeks[-1]
    rows, flags = np.flatnonzero(every), np.zeros(len(weeks), dtype=bool)
    flags[rows[groups(view.places[rows], APART)]] = True
    side = ">=" if sign > 0 else "<="
    words = f"return.5 {side} the last"
    return State(words=words, flags=flags, on=view, every=every)
