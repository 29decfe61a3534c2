"""States: means and runs, RSI, ATR, volatility, extremes, volume, falls."""

from collections.abc import Iterator

import numpy as np

from generator.market.features import ranges
from generator.market.indicators import Floats, last_at_least
from generator.market.view import YEAR, Figure, Scene, View

Figures = Iterator[Figure]
MEANS = (50, 200)
LONG = 20  # sessions: a shorter "since" is no news
DEPTHS = (20, 15, 10)  # percent under a high, the deepest first


def facts(scene: Scene) -> Figures:
    """All states of one instrument; those told in prices only where as traded."""
    view = scene.view
    if view.as_traded:
        yield from averages(view)
        yield from extremes(view)
        yield from falls(view)
        yield from atr_fact(view)
    yield from oscillators(view)
    yield from volumes(view)


def averages(view: View) -> Figures:
    """The 50- and 200-day mean, the distance from it, and the run on one side."""
    last, unit = view.last, view.instrument.unit
    for count in MEANS:
        level = view.feature(f"sma.{count}")
        if level is None:
            continue
        rows = (last - count + 1, last)
        formula = f"mean(close, {count})"
        yield view.figure(f"sma.{count}", level, unit, rows, formula=formula)
        gap = view.feature(f"sma_gap.{count}")
        if gap is not None:
            formula = f"close[last]/mean(close, {count})-1"
            yield view.figure(f"sma_gap.{count}", gap, "ratio", rows, formula=formula)
        yield from runs(view, count)


def runs(view: View, count: int) -> Figures:
    """The closes in a row on the mean's one side, and the run that this one ended."""
    for side in ("above", "below"):
        length = int(view.feature(f"run_{side}.{count}") or 0)
        first = view.last - length + 1
        if length:
            yield view.figure(
                f"run_{side}.{count}",
                length,
                "sessions",
                (max(first - count, 0), view.last),
                formula=f"closes in a row {side} mean(close, {count})",
                made=(view.bars.day(first),),
            )
    ended = int(view.feature(f"run_ended.{count}") or 0)
    first = view.last - ended
    if ended:
        yield view.figure(
            f"run_ended.{count}",
            ended,
            "sessions",
            (max(first - count, 0), view.last),
            formula=f"closes in a row across mean(close, {count}) before close[last]",
            made=(view.bars.day(first), view.bars.day(view.last - 1)),
        )


def atr(view: View) -> tuple[float, tuple[int, int]] | None:
    """ATR(14) and the rows that made it; None under 100 bars with high and low."""
    size = view.feature("atr.14")
    first = view.whole_from  # its own close is traded where prices begin there
    start = first if first == view.priced_from else first - 1
    return (size, (max(start, 0), view.last)) if size else None


def atr_fact(view: View) -> Figures:
    """ATR(14), where high and low are there for long enough."""
    found = atr(view)
    if found:
        formula = "wilder(true range, 14), seeded by mean(first 14)"
        unit = view.instrument.unit
        yield view.figure("atr.14", found[0], unit, found[1], formula=formula)


def oscillators(view: View) -> Figures:
    """RSI and the volatility of daily log returns."""
    rows, year = (0, view.last), days_a_year(view)
    strength = view.feature("rsi.14")
    if strength is not None:
        formula = "wilder RSI of close, 14, seeded by mean(first 14)"
        yield view.figure("rsi.14", strength, "index", rows, formula=formula)
    spread = view.feature("volatility.20")
    if spread is not None:
        formula = f"sd(log returns, 20)*sqrt({year})"
        span = (view.last - 20, view.last)
        yield view.figure("volatility.20", spread, "ratio", span, formula=formula)
    swings = view.feature("ewvol.8")
    if swings is not None:
        formula = f"sqrt(ewm(log return^2, halflife=8))*sqrt({year})"
        yield view.figure("ewvol.8", swings, "ratio", rows, formula=formula)


def days_a_year(view: View) -> int:
    """Sessions a year: 365 for what trades every day."""
    return 365 if view.instrument.kind == "coin" else 252


def realised(view: View) -> Floats:
    """The exponentially weighted daily volatility, half-life 8; NaN on row 0."""
    swings = view.frames.of(ranges.swings)
    return swings[: len(view.bars), view.frames.wide.number[view.id]]


def extremes(view: View) -> Figures:
    """Highest and lowest closes, and since when the last one is either."""
    closes, last, unit = view.bars.close, view.last, view.instrument.unit
    whole, year = (view.priced_from, last), (last - YEAR + 1, last)
    for name, rows in (("all", whole), ("252", year)):
        if rows[0] < 0 or (name == "252" and not view.unbroken(YEAR)):
            continue
        window = closes[rows[0] :]
        for word, place in (("high", top(window)), ("low", top(-window))):
            row = rows[0] + place
            yield view.figure(
                f"{word}.{name}",
                float(closes[row]),
                unit,
                rows,
                formula=f"{'max' if word == 'high' else 'min'}(close[first..last])",
                made=(view.bars.day(row),),
            )
    if view.reaches_inception:
        count = last - whole[0] + 1
        yield view.figure("record", count, "sessions", whole, formula="count(close)")
    traded = np.where(np.arange(len(closes)) >= whole[0], closes, np.nan)
    yield from since(view, "high_since", traded, "close >= close[last]")
    yield from since(view, "low_since", -traded, "close <= close[last]")


def top(values: Floats) -> int:
    """The last row with the highest value."""
    return len(values) - 1 - int(np.argmax(values[::-1]))


def since(view: View, name: str, values: Floats, test: str) -> Figures:
    """Since when the last value is the highest, if for more than 20 sessions."""
    row = last_at_least(values)
    count = int(view.places[-1] - view.places[row]) if row >= 0 else 0
    if count > LONG:
        yield view.figure(
            name,
            count,
            "sessions",
            (row, view.last),
            formula=f"sessions since {test}",
            made=(view.bars.day(row),),
        )


def volumes(view: View) -> Figures:
    """Volume beside the 20 sessions before, and since when it is an extreme."""
    if view.instrument.kind == "index":  # a sum over others, and vendors disagree on it
        return
    volume, last = view.bars.volume, view.last
    for count in (1, 5):
        size = 20 + count
        if not view.unbroken(size) or not np.isfinite(volume[-size:]).all():
            continue
        times = float(volume[-count:].mean() / volume[-size:-count].mean())
        formula = f"mean(volume, {count})/mean(volume of the 20 before)"
        rows = (last - size + 1, last)
        yield view.figure(
            f"volume_ratio.{count}.20", times, "times", rows, formula=formula
        )
    if np.isfinite(volume[-1]):
        # What is not known may have been as high or as low: no count goes past it.
        told = np.where(np.arange(len(volume)) > last_hole(volume), volume, np.nan)
        most, least = (np.nan_to_num(one, nan=-np.inf) for one in (told, -told))
        yield from since(view, "volume_since", most, "volume >= volume[last]")
        yield from since(view, "volume_low_since", least, "volume <= volume[last]")


def last_hole(values: Floats) -> int:
    """The last row without a value; -1 if there is none."""
    rows = np.flatnonzero(~np.isfinite(values))
    return int(rows[-1]) if len(rows) else -1


def falls(view: View) -> Figures:
    """The distance from the highest close, and the speed of a fall of 10% or more."""
    if view.is_gauge:
        return
    start = view.priced_from
    closes, rows = view.bars.close, (start, view.last)
    peak = start + top(closes[start:])
    drop = view.close / float(closes[peak]) - 1
    day = (view.bars.day(peak),)
    formula = "close[last]/max(close)-1"
    yield view.figure("drawdown", drop, "ratio", rows, formula=formula, made=day)
    count = int(view.places[-1] - view.places[peak])
    formula = "sessions since max(close)"
    span = (peak, view.last)
    yield view.figure(
        "drawdown_sessions", count, "sessions", span, formula=formula, made=day
    )
    depth = next((depth for depth in DEPTHS if drop <= -depth / 100), None)
    if depth:
        yield from speeds(view, depth)


def speeds(view: View, depth: int) -> Figures:
    """How fast this fall of so many percent came, beside the others in the bars."""
    start = view.priced_from
    closes = view.bars.close[start:]
    found = [(start + high, start + low) for high, low in episodes(closes, depth)]
    peak, cross = found[-1]
    times = [int(view.places[low] - view.places[high]) for high, low in found]
    made = (view.bars.day(peak), view.bars.day(cross))
    formula = f"sessions from max(close) to close <= {1 - depth / 100:g}*max(close)"
    yield view.figure(
        f"fall_speed.{depth}",
        times[-1],
        "sessions",
        (peak, cross),
        formula=formula,
        made=made,
    )
    rank = 1 + sum(time < times[-1] for time in times[:-1])
    rows = (start, view.last)
    formula = f"1+count(falls of {depth}% that took fewer sessions)"
    yield view.figure(f"fall_rank.{depth}", rank, "count", rows, formula=formula)
    formula = f"count(falls of {depth}% from a highest close)"
    yield view.figure(f"fall_count.{depth}", len(found), "count", rows, formula=formula)


def episodes(closes: Floats, depth: int) -> list[tuple[int, int]]:
    """Each fall of so many percent: the row of the highest close, and of crossing."""
    tops = np.maximum.accumulate(closes)
    deep = closes <= tops * (1 - depth / 100)
    fresh = np.concatenate([[True], tops[1:] > tops[:-1]])
    peaks = np.flatnonzero(fresh)
    found = []
    for number, peak in enumerate(peaks):
        end = peaks[number + 1] if number + 1 < len(peaks) else len(closes)
        if end - peak > 1:
            rows = np.flatnonzero(deep[peak:end])
            if len(rows):
                cross = peak + int(rows[0])
                found.append((int(peak) + top(closes[peak:cross]), int(cross)))
    return found
