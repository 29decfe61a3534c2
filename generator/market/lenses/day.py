"""Lenses on what one session did to a year, a range, a climb and a week."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from generator.market.deep.windows import year_returns
from generator.market.indicators import Floats
from generator.market.lenses.past import beyond, often
from generator.market.lenses.runs import is_lull
from generator.market.lenses.seen import Seen
from generator.market.view import YEAR, View
from generator.model.market import Insight
from generator.plain.words import FLAT

HALF = 0.5  # of the year's return: from when one session made it
BEGUN = 42  # sessions of a year, two months, before one of them can make it
SETTLED = 60  # sessions of a year before its narrowest is news
STEEP = 0.9  # surprise of the way down from which a refund is told
LEAST_HOLE = 0.3  # of an average day: a smaller one is a sliver
WIDE = 0.9  # surprise from which a hole is told
WEEK = 5
UNUSUAL = 0.8  # surprise from which a week is told


def day_of_year(seen: Seen) -> Insight | None:
    """A year whose sign, or half of whose return, is the last session's."""
    view = seen.scene.view
    share, whole = seen.value("day_share.ytd"), seen.value("return.ytd")
    part, score = seen.value("without_day.ytd"), seen.value("zscore.1")
    if whole is None or part is None or score is None or abs(score) < 1:
        return None
    if (seen.value("year_sessions") or 0) < BEGUN:
        return None
    flips = whole * part < 0 and min(abs(whole), abs(part)) >= FLAT
    if not (flips or (share or 0) >= HALF):
        return None
    wholes, days = year_returns(view), view.moves
    with np.errstate(invalid="ignore", divide="ignore"):
        parts = (1 + wholes) / (1 + days) - 1
        like = (wholes * parts < 0) | (np.abs(parts) <= np.abs(wholes) * (1 - HALF))
        like &= np.abs(view.zscores) >= abs(score)
    roles = seen.named(
        whole="return.ytd", part="without_day.ytd", points="day_points.ytd",
        share="day_share.ytd", day="return.1", sessions="year_sessions",
    )  # fmt: skip
    why = "one session made the year; without it the year says something else"
    return seen.insight("day_of_year", roles, 1 - float(like.mean()), why)


def hole(seen: Seen) -> Insight | None:
    """A day that left prices untouched between its range and the one before."""
    view = seen.scene.view
    side = "up" if seen.value("hole.up") else "down"
    if (seen.value(f"hole_atr.{side}") or 0) < LEAST_HOLE:
        return None
    widths = holes(view.bars.high, view.bars.low, view.bars.close)
    rare = 1 - beyond(widths)
    if rare < WIDE:
        return None
    roles = seen.named(
        width=f"hole.{side}", share=f"hole_share.{side}", days=f"hole_atr.{side}",
        low="past_low.1", high="past_high.1", move="return.1",
    )  # fmt: skip
    why = "nobody traded between the two ranges, so few hold positions there"
    return seen.insight("hole", roles, rare, why)


def holes(high: Floats, low: Floats, close: Floats) -> Floats:
    """The untouched width of each day over the close before; 0 where there is none."""
    up, down = low[1:] - high[:-1], low[:-1] - high[1:]
    widths = np.maximum(np.maximum(up, down), 0) / close[:-1]
    return np.concatenate([[np.nan], widths])


def range_rank(seen: Seen) -> Insight | None:
    """The narrowest or the widest session of the year so far; no lull is narrow."""
    view = seen.scene.view
    count = seen.value("year_sessions")
    for word, sign in (("low", -1), ("high", 1)):
        name = f"range_rank.{word}.ytd"
        if seen.value(name) != 1 or not count or count < SETTLED:
            continue
        if not seen.value("range"):  # one price all day is no range
            continue
        if word == "low" and is_lull(seen.scene):
            continue
        closes = np.concatenate([[np.nan], view.bars.close[:-1]])
        spans = sign * (view.bars.high - view.bars.low) / closes
        roles = seen.named(
            range="range", rank=name, sessions="year_sessions", move="return.1"
        )
        kind = "narrowest" if word == "low" else "widest"
        why = f"the {kind} session of the year so far"
        return seen.insight("range_rank", roles, 1 - beyond(spans), why)
    return None


def refund(seen: Seen) -> Insight | None:
    """A climb that was given back in fewer sessions than it took."""
    view = seen.scene.view
    up, down = seen.value("climb_sessions"), seen.value("refund_sessions")
    if not up or not down or down >= up or len(view.bars) <= YEAR:
        return None
    rare = 1 - beyond(steepness(view))
    if rare < STEEP:
        return None
    roles = seen.named(
        climb="climb_sessions", refund="refund_sessions", start="climb_from",
        left="climb_left", drawdown="drawdown", close="close",
    )  # fmt: skip
    why = "the way up took longer than the way down"
    return seen.insight("refund", roles, rare, why)


def steepness(view: View) -> Floats:
    """How far under the year's high, over the root of the sessions from it.

    The root lets long and short falls compare: chance alone goes as far.
    """
    years = sliding_window_view(view.bars.close, YEAR)
    ages = np.argmax(years[:, ::-1], axis=1)  # the last, where two are as high
    rows = np.arange(YEAR - 1, len(view.bars))
    falls = 1 - view.bars.close[rows] / view.bars.close[rows - ages]
    steps = view.places[rows] - view.places[rows - ages]
    steep: Floats = falls / np.sqrt(np.maximum(steps, 1))
    return steep


def week_rank(seen: Seen) -> Insight | None:
    """A five-session move that few in its own past went beyond."""
    if seen.value("beyond.5") is None:
        return None
    weeks = seen.scene.view.returns(WEEK)
    rare = 1 - 2 * often(weeks * np.sign(weeks[-1]))  # either sign might have come
    if rare < UNUSUAL:
        return None
    roles = seen.named(
        move="return.5", beyond="beyond.5", count="beyond_count.5",
        best_since="best_since.5", worst_since="worst_since.5",
    )  # fmt: skip
    why = "few of its own weeks went as far"
    return seen.insight("week_rank", roles, rare, why)
