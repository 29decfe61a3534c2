"""Other windows and other days: longer and shorter returns, the days of the week."""

from collections.abc import Iterator

import numpy as np

from generator.market.indicators import Floats
from generator.market.moves import PARTS, base_of
from generator.market.view import Figure, Scene, View

Figures = Iterator[Figure]
SPANS = (2, 3, 4, 20, 63, 126, 252)  # sessions, beside those any note may tell
DAYS = 4  # sessions before the last that complete its week
BACK = 12  # sessions whose bars a story of the last weeks may name
MEANS = (50, 125, 200)


def facts(scene: Scene) -> Figures:
    """Returns over other windows, single days, and the bars of the last weeks."""
    view = scene.view
    if not view.is_rate:
        yield from returns(view)
        yield from days(view)
        yield from points(view)
    yield from past_bars(view)
    if not view.is_gauge and view.as_traded:
        yield from stretches(view)


def returns(view: View) -> Figures:
    """Returns over counts of sessions that few notes tell."""
    bases = {str(count): view.row_before(count) for count in SPANS}
    for count, row in (bases | {"qtd": base_of(view, "qtd")}).items():
        if row >= 0:
            value = view.close / float(view.bars.close[row]) - 1
            formula = "close[last]/close[first]-1"
            rows = (row, view.last)
            yield view.figure(f"return.{count}", value, "ratio", rows, formula=formula)


def days(view: View) -> Figures:
    """The returns of the four sessions before the last, each on its own."""
    for back in range(1, DAYS + 1):
        last, first = view.row_before(back), view.row_before(back + 1)
        if first < 0 or last < 0:
            continue
        value = float(view.bars.close[last] / view.bars.close[first]) - 1
        formula = "close[last]/close[first]-1"
        name = f"day_return.{back}"
        yield view.figure(name, value, "ratio", (first, last), formula=formula)


def points(view: View) -> Figures:
    """What the last session added to a window's return, in points of it."""
    before = view.row_before(1)
    for name in PARTS:
        base = base_of(view, name) if name == "ytd" else view.row_before(int(name))
        if base < 0 or before <= base:
            continue
        added = 100 * (view.close - float(view.bars.close[before]))
        value = added / float(view.bars.close[base])
        formula = "100*(close[last]-close[last-1])/close[first]"
        rows = (base, view.last)
        yield view.figure(
            f"day_points.{name}", value, "pct_points", rows, formula=formula
        )


def year_returns(view: View) -> Floats:
    """The return of each row on the last close of the year before; NaN in the first."""
    years = view.bars.dates.astype("datetime64[Y]")
    firsts = np.searchsorted(years, years)
    bases = np.where(firsts > 0, view.bars.close[firsts - 1], np.nan)
    return view.bars.close / bases - 1


def past_bars(view: View) -> Figures:
    """Close, high and low of each of the last sessions before this one."""
    unit = view.instrument.unit
    fields = {"close": view.bars.close}
    if not view.is_gauge:
        fields |= {"high": view.bars.high, "low": view.bars.low}
    for back in range(1, BACK + 1):
        row = view.row_before(back)
        if row < view.priced_from:
            continue
        for word, prices in fields.items():
            value = float(prices[row])
            if np.isfinite(value):
                yield view.figure(
                    f"past_{word}.{back}",
                    value,
                    unit,
                    (row, row),
                    formula=f"{word}[last]",
                )


def stretches(view: View) -> Figures:
    """The gap to each mean the session before, and the widest gap in the bars."""
    for count in MEANS:
        if not view.unbroken(count + 1):
            continue
        gaps = view.column(f"sma_gap.{count}")
        last = view.last
        if np.isfinite(gaps[last - 1]):
            yield view.figure(
                f"sma_gap_before.{count}",
                float(gaps[last - 1]),
                "ratio",
                (last - count, last - 1),
                formula=f"close[last]/mean(close, {count})-1",
            )
        if np.isfinite(gaps[last]):
            row = int(np.nanargmax(gaps))
            yield view.figure(
                f"sma_gap_high.{count}",
                float(gaps[row]),
                "ratio",
                (view.priced_from, last),
                formula=f"max(close/mean(close, {count})-1)",
                made=(view.bars.day(row),),
            )
