"""Parts of a day and of a fall: gap, hole, give-back, climb and refund."""

from collections.abc import Iterator

import numpy as np

from generator.market.states import atr, top
from generator.market.view import Figure, Scene, View

Figures = Iterator[Figure]
LEAST_CLIMB = 3  # sessions: a shorter way up or down is a day's story
YEAR = 252


def facts(scene: Scene) -> Figures:
    """What the last session was made of, and what it undid."""
    view = scene.view
    if view.is_gauge or not view.as_traded:
        return
    yield from opening(view)
    yield from hole(view)
    yield from ranges(view)
    yield from drawdown_day(view)
    yield from climb(view)


def opening(view: View) -> Figures:
    """How much of the opening gap was given back, and the best price of the day."""
    before, bars = view.row_before(1), view.bars
    if before < 0:
        return
    close, rows = float(bars.close[before]), (before, view.last)
    for word, price in (("high", bars.high[-1]), ("low", bars.low[-1])):
        if np.isfinite(price):
            value = float(price) / close - 1
            formula = f"{word}[last]/close[first]-1"
            yield view.figure(f"{word}_gap.1", value, "ratio", rows, formula=formula)
    opened = float(bars.open[-1])
    if view.instrument.kind == "index" or not np.isfinite(opened) or opened == close:
        return
    share = (opened - view.close) / (opened - close)
    if share > 0:
        formula = "(open[last]-close[last])/(open[last]-close[first])"
        yield view.figure("gap_giveback.1", share, "ratio", rows, formula=formula)


def hole(view: View) -> Figures:
    """The hole that a day left between its range and the one before it."""
    before, bars = view.row_before(1), view.bars
    if before < 0:
        return
    up = float(bars.low[-1] - bars.high[before])
    down = float(bars.low[before] - bars.high[-1])
    width = max(up, down) if np.isfinite(up + down) else 0.0
    if width <= 0:
        return
    side = "up" if up > 0 else "down"
    edges = "low[last]-high[first]" if up > 0 else "low[first]-high[last]"
    rows, unit = (before, view.last), view.instrument.unit
    yield view.figure(f"hole.{side}", width, unit, rows, formula=edges)
    share = width / float(bars.close[before])
    formula = f"({edges})/close[first]"
    yield view.figure(f"hole_share.{side}", share, "ratio", rows, formula=formula)
    found = atr(view)
    if found:
        formula = f"({edges})/atr.14"
        span = (found[1][0], view.last)
        value = width / found[0]
        yield view.figure(f"hole_atr.{side}", value, "atr", span, formula=formula)


def ranges(view: View) -> Figures:
    """The average day a session ago and at the highest close, beside today's."""
    found = atr(view)
    if not found:
        return
    size, (start, last) = found
    bars = view.bars
    for word, price in (("low", bars.low[-1]), ("high", bars.high[-1])):
        if np.isfinite(price):
            formula = f"abs(close[last]-{word}[last])/atr.14"
            away = abs(view.close - float(price)) / size
            rows = (start, last)
            yield view.figure(f"close_{word}_atr", away, "atr", rows, formula=formula)
    sizes = view.column("atr.14")
    peak = view.priced_from + top(bars.close[view.priced_from :])
    unit = view.instrument.unit
    for word, row in (("before", last - 1), ("peak", peak)):
        if row == last or not np.isfinite(sizes[row]):
            continue
        then, rows = float(sizes[row]), (start, row)
        formula = "wilder(true range, 14), seeded by mean(first 14)"
        name = f"atr_{word}.14"
        day = (bars.day(row),)
        yield view.figure(name, then, unit, rows, formula=formula, made=day)
        times, formula = then / size, f"atr_{word}.14/atr.14"
        span = (start, last)
        name = f"atr_{word}_share"
        yield view.figure(name, times, "ratio", span, formula=formula, made=day)


def drawdown_day(view: View) -> Figures:
    """What the last session added to the fall from the highest close, in points."""
    start, before = view.priced_from, view.row_before(1)
    if before < start:
        return
    closes = view.bars.close
    peak = start + top(closes[start:])
    if peak == view.last:
        return
    added = 100 * (view.close - float(closes[before])) / float(closes[peak])
    formula = "100*(close[last]-close[last-1])/max(close)"
    rows, day = (peak, view.last), (view.bars.day(peak),)
    yield view.figure(
        "drawdown_day", added, "pct_points", rows, formula=formula, made=day
    )


def climb(view: View) -> Figures:
    """The way up to the year's highest close that the last sessions went back down."""
    start = max(view.priced_from, len(view.bars) - YEAR)
    closes = view.bars.close[start:]
    peak = top(closes)
    under = np.flatnonzero(closes[:peak] <= closes[-1])
    if peak > len(closes) - 1 - LEAST_CLIMB or not len(under):
        return
    foot, peak = start + int(under[-1]), start + peak
    up, down = (
        int(view.places[peak] - view.places[foot]),
        int(view.places[view.last] - view.places[peak]),
    )
    if up < LEAST_CLIMB:
        return
    day, last = view.bars.day, view.last
    made, unit = (day(foot), day(peak)), view.instrument.unit
    steps = {"climb_sessions": (up, foot, peak), "refund_sessions": (down, peak, last)}
    for name, (count, first, end) in steps.items():
        formula = "sessions from first to last"
        rows = (first, end)
        yield view.figure(name, count, "sessions", rows, formula=formula, made=made)
    level = float(view.bars.close[foot])
    formula = "the last close at or under close[last] before the year's highest"
    rows = (foot, foot)
    yield view.figure("climb_from", level, unit, rows, formula=formula, made=made[:1])
    left = view.close / level - 1
    formula = "close[last]/close[first]-1"
    rows = (foot, last)
    yield view.figure("climb_left", left, "ratio", rows, formula=formula, made=made)
