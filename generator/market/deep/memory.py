"""Memory: the last day, fall or stretch beside the few earlier ones like it."""

from collections.abc import Iterator

import numpy as np

from generator.market.deep.aftermath import groups
from generator.market.deep.conditions import APART
from generator.market.deep.sequels import NAMED
from generator.market.indicators import Floats, Ints
from generator.market.states import DEPTHS, episodes, top
from generator.market.view import Figure, Scene, View

Figures = Iterator[Figure]
HABIT = 60  # daily moves, up to the session before
LARGE = 2.0  # standard deviations from which a day's rank on that scale is told
FEW = 3  # ranks from which the largest earlier move is told
FALLS = 4  # earlier falls that are told one by one
MEAN, LATELY, ON = 50, 10, 63  # sessions
STEEP = 0.05  # of a mean: less is no stretch
SELDOM = 0.01  # share of days with such a stretch, at most


def facts(scene: Scene) -> Figures:
    """All that is told of earlier days one by one."""
    view = scene.view
    yield from sixty(view)
    yield from largest_before(view)
    if view.as_traded and not view.is_gauge:
        yield from falls(view)
        for name, sign in (("over", 1), ("under", -1)):
            yield from stretched(view, name, sign)


def sixty(view: View) -> Figures:
    """The last move in standard deviations of the 60 before it, and its rank so."""
    moves, last = view.moves, view.last
    if last <= HABIT or not np.isfinite(moves[last - HABIT :]).all():
        return
    usual = float(np.std(moves[last - HABIT : last], ddof=1))
    if not usual:
        return
    rows, score = (last - HABIT - 1, last), abs(float(moves[last])) / usual
    formula = "abs(move[last])/sd(move, 60 before)"
    yield view.figure("zscore60.1", score, "sigmas", rows, formula=formula)
    if score < LARGE:
        return
    scores = np.sign(moves[last]) * view.column("zscore_sd.1")
    rank = 1 + int((scores[:-1] > score).sum())
    formula = "1+count(moves of its sign > the last, each in sd of the 60 before)"
    rows = (0, last)
    yield view.figure("zrank60.1", rank, "count", rows, formula=formula)


def largest_before(view: View) -> Figures:
    """The largest earlier move of its sign, and the next one, for a day like those."""
    moves, last = view.moves, view.last
    if last < 2 or not np.isfinite(moves[last]) or moves[last] == 0:
        return
    sign, name = (1, "best") if moves[last] > 0 else (-1, "worst")
    signed = np.where(np.isfinite(moves), sign * moves, -np.inf)
    if int((signed > signed[last]).sum()) >= FEW:
        return
    row = top(signed[:last])
    if signed[row] <= 0:
        return
    kind = "pct_points" if view.is_rate else "ratio"
    formula = "move[last]"
    for stem, day in (("previous", row), ("after_previous", row + 1)):
        if day >= last or not np.isfinite(moves[day]):
            continue
        yield view.figure(
            f"{stem}_{name}",
            float(moves[day]),
            kind,
            (day - 1, day),
            formula=formula,
            made=(view.bars.day(day),),
        )


def falls(view: View) -> Figures:
    """The sessions that each earlier fall of this depth took, and the deeper ones."""
    start = view.priced_from
    closes = view.bars.close[start:]
    drop = closes[-1] / closes.max() - 1
    depth = next((one for one in DEPTHS if drop <= -one / 100), None)
    if depth is None:
        return
    found = [(start + high, start + low) for high, low in episodes(closes, depth)]
    times = [int(view.places[low] - view.places[high]) for high, low in found]
    formula = f"sessions from max(close) to close <= {1 - depth / 100:g}*max(close)"
    for back, (high, low) in enumerate(found[-2 : -FALLS - 2 : -1], 1):
        count = int(view.places[low] - view.places[high])
        made = view.bars.day(high), view.bars.day(low)
        name = f"fall_speed_before.{depth}.{back}"
        yield view.figure(
            name, count, "sessions", (high, low), formula=formula, made=made
        )
    rows = (start, view.last)
    if len(times) > 1:
        name, formula = f"fall_speed_share.{depth}", "fall_speed/fall_speed_before.1"
        share = times[-1] / times[-2]
        yield view.figure(name, share, "ratio", rows, formula=formula)
    deeper = len(deepest(closes)[deepest(closes) < drop])
    formula = "count(earlier falls from a highest close with a close further under it)"
    yield view.figure("fall_deeper", deeper, "count", rows, formula=formula)


def deepest(closes: Floats) -> Floats:
    """The lowest close of each earlier fall, against the highest close before it."""
    tops = np.maximum.accumulate(closes)
    starts = np.flatnonzero(np.concatenate([[True], tops[1:] > tops[:-1]]))
    lows: Floats = np.minimum.reduceat(closes / tops - 1, starts)[:-1]
    return lows


def stretched(view: View, name: str, sign: int) -> Figures:
    """The stretch from the 50-day mean, now or lately, that an earlier day reached.

    Its size is the largest whole percent that both reach.
    """
    gaps = sign * stretches(view)
    if not np.isfinite(gaps[-LATELY - 1 :]).all() or len(gaps) <= LATELY + APART:
        return
    recent, earlier = gaps[-LATELY - 1 :], gaps[: -LATELY - 1 - APART]
    if not np.isfinite(earlier).any():
        return
    size = np.floor(100 * min(recent.max(), np.nanmax(earlier))) / 100
    days = np.flatnonzero(gaps >= size)
    if size < STEEP or len(days) > SELDOM * np.isfinite(gaps).sum():
        return
    yield from stretch(view, name, days, sign * float(size))
    peak = view.last - LATELY + int(np.argmax(recent))
    yield view.figure(
        f"stretch_peak.{name}",
        sign * float(gaps[peak]),
        "ratio",
        (peak - MEAN + 1, peak),
        formula=f"close[last]/mean(close, {MEAN})-1",
        made=(view.bars.day(peak),),
    )


def stretches(view: View) -> Floats:
    """The traded closes against their 50-day mean."""
    return view.column(f"sma_gap.{MEAN}")


def stretch(view: View, name: str, days: Ints, size: float) -> Figures:
    """The days stretched so far, and what became of the first."""
    rows, closes, first = (view.priced_from, view.last), view.bars.close, int(days[0])
    made = tuple(view.bars.day(int(day)) for day in days[:NAMED])
    formula = "the largest whole percent that these days reach"
    yield view.figure(f"stretch_size.{name}", size, "ratio", rows, formula=formula)
    side = ">=" if size > 0 else "<="
    formula = f"count(close/mean(close, {MEAN})-1 {side} {size:g})"
    count = f"stretch_days.{name}"
    yield view.figure(count, len(days), "count", rows, formula=formula, made=made)
    times = len(groups(view.places[days], APART))
    formula = f"groups of those days more than {APART} sessions apart"
    count = f"stretch_episodes.{name}"
    yield view.figure(count, times, "count", rows, formula=formula, made=made)
    row = int(np.searchsorted(view.places, view.places[first] + ON))
    if row <= view.last and view.places[row] - view.places[first] == ON:
        value, formula = (
            float(closes[row] / closes[first] - 1),
            "close[last]/close[first]-1",
        )
        name_, span = f"after_stretch.{name}.{ON}", (first, row)
        yield view.figure(name_, value, "ratio", span, formula=formula, made=made[:1])
    yield from recovery(view, name, first, 1 if size > 0 else -1)


def recovery(view: View, name: str, first: int, sign: int) -> Figures:
    """Sessions until a close beyond the first such day's, and the years since it."""
    closes, day = sign * view.bars.close, view.bars.day(first)
    beyond = np.flatnonzero(closes[first + 1 :] > closes[first])
    if len(beyond):
        row = first + 1 + int(beyond[0])
        count = int(view.places[row] - view.places[first])
        made, formula = (day, view.bars.day(row)), "sessions to close > close[first]"
        yield view.figure(
            f"stretch_recovery.{name}",
            count,
            "sessions",
            (first, row),
            formula=formula if sign > 0 else formula.replace(">", "<"),
            made=made,
        )
    last = view.bars.day(view.last)
    years = last.year - day.year - ((last.month, last.day) < (day.month, day.day))
    formula, rows = "whole years from first to last", (first, view.last)
    yield view.figure(f"stretch_years.{name}", years, "count", rows, formula=formula)
