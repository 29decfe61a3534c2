"""Ranks and dates: where the last close, move, gap, range and volume stand."""

from collections.abc import Iterator

import numpy as np

from generator.market.indicators import Floats, last_at_least
from generator.market.moves import base_of
from generator.market.states import top
from generator.market.view import Figure, Scene, View

Figures = Iterator[Figure]
WEEK = 5


def facts(scene: Scene) -> Figures:
    """All ranks of one instrument."""
    view = scene.view
    if view.as_traded:
        yield from of_close(view)
    if not view.is_gauge:
        yield from of_week(view)
        yield from of_gap(view)
        yield from this_year(view)
    yield from before(view)


def of_close(view: View) -> Figures:
    """The close's rank in the bars, and the records it is measured against."""
    closes, start, last = view.bars.close, view.priced_from, view.last
    if last - start < 1:
        return
    rows, unit = (start, last), view.instrument.unit
    rank = 1 + int((closes[start:last] > closes[last]).sum())
    formula = "1+count(close > close[last])"
    yield view.figure("close_rank", rank, "count", rows, formula=formula)
    row = start + top(closes[start:last])
    prior, made = float(closes[row]), (view.bars.day(row),)
    yield view.figure(
        "previous_top", prior, unit, (start, last - 1), formula="max(close)", made=made
    )
    if rank == 1:
        formula = "close[last]-max(close before)"
        margin = view.close - prior
        yield view.figure("top_margin", margin, unit, rows, formula=formula, made=made)
    yield from of_high(view)


def of_high(view: View) -> Figures:
    """The highest price before the last session, in bars with high and low."""
    start, last, highs = view.whole_from, view.last, view.bars.high
    if view.is_gauge or last - start < 1:
        return
    row = start + top(highs[start:last])
    yield view.figure(
        "previous_high",
        float(highs[row]),
        view.instrument.unit,
        (start, last - 1),
        formula="max(high)",
        made=(view.bars.day(row),),
    )
    lower = np.flatnonzero(view.bars.close[start:last] < view.bars.low[last])
    if len(lower):
        row = start + int(lower[-1])
        count = int(view.places[last] - view.places[row])
        yield view.figure(
            "closes_over_low",
            count,
            "sessions",
            (row, last),
            formula="sessions since close < low[last]",
            made=(view.bars.day(row), view.bars.day(row + 1)),
        )


def of_week(view: View) -> Figures:
    """The five-session return's rank among its sign, and the last one as large."""
    weeks = view.returns(WEEK)
    now = float(weeks[-1])
    if not np.isfinite(now) or now == 0:
        return
    sign = 1 if now > 0 else -1
    signed = np.where(np.isfinite(weeks), weeks * sign, -np.inf)
    rows = (0, view.last)
    larger = int((signed[:-1] > signed[-1]).sum())
    formula = "count(return.5 beyond return.5[last], in its sign)"
    yield view.figure("beyond.5", larger, "count", rows, formula=formula)
    count = int(np.isfinite(weeks).sum())
    yield view.figure("beyond_count.5", count, "count", rows, formula="count(return.5)")
    row = last_at_least(signed)
    if row >= 0:
        name = "best_since.5" if sign > 0 else "worst_since.5"
        yield view.figure(
            name,
            int(view.places[-1] - view.places[row]),
            "sessions",
            (row, view.last),
            formula="sessions since return.5 >= return.5[last], in its sign",
            made=(view.bars.day(row),),
        )


def of_gap(view: View) -> Figures:
    """The opening gap's rank among gaps of its sign; not for an index."""
    if view.instrument.kind == "index":
        return
    gaps = opening_gaps(view)
    now = float(gaps[-1])
    if not np.isfinite(now) or now == 0:
        return
    sign = 1 if now > 0 else -1
    rank = 1 + int((gaps[:-1] * sign > now * sign).sum())
    formula = "1+count(gaps of its sign > gap[last])"
    rows = (0, view.last)
    yield view.figure("gap_rank.1", rank, "count", rows, formula=formula)


def opening_gaps(view: View) -> Floats:
    """Each open against the close of the session before; NaN across a missing bar."""
    gaps = np.full(len(view.bars), np.nan)
    steps = np.diff(view.places) == 1
    gaps[1:] = np.where(steps, view.bars.open[1:] / view.bars.close[:-1] - 1, np.nan)
    return gaps


def this_year(view: View) -> Figures:
    """Sessions of the year so far, and the ranks of volume and range among them."""
    base = base_of(view, "ytd")
    if base < 0 or view.last - base < 2:
        return
    rows = (base + 1, view.last)
    count = view.last - base
    yield view.figure("year_sessions", count, "count", rows, formula="count(close)")
    year = slice(base + 1, view.last + 1)
    yield from volume_of(view)
    if view.instrument.kind != "index":
        yield from low_rank(view, "volume", view.bars.volume[year], rows)
    spans = view.bars.high[year] - view.bars.low[year]
    yield from low_rank(view, "range_points", spans, rows)
    before = view.bars.close[base : view.last]
    yield from low_rank(view, "range", spans / before, rows)


def volume_of(view: View) -> Figures:
    """The shares traded in the last session; not for an index."""
    volume = float(view.bars.volume[-1])
    if view.instrument.kind != "index" and np.isfinite(volume):
        rows = (view.last, view.last)
        yield view.figure("volume", volume, "shares", rows, formula="volume[last]")


def low_rank(view: View, name: str, values: Floats, rows: tuple[int, int]) -> Figures:
    """The last value's rank from the bottom and from the top of the year."""
    if not np.isfinite(values).all():
        return
    for word, sided in (("low", -values), ("high", values)):
        rank = 1 + int((sided[:-1] > sided[-1]).sum())
        formula = f"1+count({name} of the year beyond the last)"
        yield view.figure(
            f"{name}_rank.{word}.ytd", rank, "count", rows, formula=formula
        )


def before(view: View) -> Figures:
    """Since when the close of the session before was the highest or the lowest."""
    closes = view.bars.close[:-1]
    if len(closes) < 2 or not view.as_traded:
        return
    for word, values in (("high", closes), ("low", -closes)):
        row = last_at_least(values)
        count = int(view.places[-2] - view.places[row]) if row >= 0 else 0
        if count > WEEK:
            yield view.figure(
                f"{word}_since_before",
                count,
                "sessions",
                (row, view.last - 1),
                formula=f"sessions since close was as {word} as close[last]",
                made=(view.bars.day(row),),
            )
