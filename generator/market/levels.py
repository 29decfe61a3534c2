"""Levels: prices above and below the close, each with the method and date that made it.

Measured over five million level records: none holds better than chance, so a level is
a reference and nothing here says that it will hold.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from generator.market.indicators import Floats
from generator.market.metrics import metric_of
from generator.market.states import MEANS, atr, top
from generator.market.view import YEAR, Rows, Scene, View
from generator.model.facts import LevelFact
from generator.model.market import fact_id
from generator.plain.clock import month
from generator.plain.figures import kept, renderings

FAR, NEAR, SAME = 5, 0.1, 0.25  # ATRs: out of reach, no distance, one level
MOST = 3  # levels a side
WEAK = ("round number", "high of the session before", "low of the session before")
SWING = 5  # bars either side of a swing point
QUARTER, MONTH = 63, 20  # sessions searched for gaps and extremes; swings: a year


@dataclass(frozen=True, slots=True)
class Candidate:
    """A price that may be a level; those named better come first."""

    price: float
    method: str
    made: date
    rows: Rows
    formula: str


def levels(scene: Scene) -> list[LevelFact]:
    """At most three levels a side, the nearest first; none without an ATR."""
    view = scene.view
    found = atr(view) if view.as_traded and not view.is_gauge else None
    if not found:
        return []
    size = found[0]
    told: list[Candidate] = []
    for one in candidates(view):
        distance = (one.price - view.close) / size
        if NEAR <= abs(distance) <= FAR and apart(one, told, view.close, size):
            told.append(one)
    sides = {
        "resistance": [one for one in told if one.price > view.close],
        "support": [one for one in told if one.price < view.close],
    }
    return [
        level(view, f"{side}.{number}", one, size)
        for side, known in sides.items()
        for number, one in enumerate(chosen(known, view.close), 1)
    ]


def chosen(known: list[Candidate], close: float) -> list[Candidate]:
    """The nearest, then the nearest that are more than a round number or yesterday."""

    def distance(one: Candidate) -> float:
        return abs(one.price - close)

    near = sorted(known, key=distance)
    strong = [one for one in near[1:] if one.method not in WEAK]
    weak = [one for one in near[1:] if one.method in WEAK]
    return near[:1] + sorted((strong + weak)[: MOST - 1], key=distance)


def apart(one: Candidate, told: list[Candidate], close: float, size: float) -> bool:
    """Whether no better named level of that side stands within a quarter of an ATR."""
    return all(
        abs(one.price - other.price) > SAME * size
        or (one.price > close) != (other.price > close)
        for other in told
    )


def candidates(view: View) -> Iterator[Candidate]:
    """Every price that may be a level, those named better first."""
    yield from records(view)
    turns = list(swings(view))
    own = [one for one in turns if is_own_side(one, view.close)]
    yield from own
    for count in reversed(MEANS):
        if view.unbroken(count):
            rows = (view.last - count + 1, view.last)
            level = float(view.bars.close[-count:].mean())
            formula = f"mean(close, {count})"
            day = view.bars.day(view.last)
            yield Candidate(level, f"{count}-day mean", day, rows, formula)
    yield from month_extremes(view)
    # An old high under the price, or an old low over it, says less than its own side.
    yield from (one for one in turns if one not in own)
    yield from gap_edges(view)
    yield from session_before(view)
    yield from round_numbers(view)


def records(view: View) -> Iterator[Candidate]:
    """The highest close and price; a record only where the bars reach the inception."""
    closes, first = view.bars.close, view.priced_from
    rows, row = (first, view.last), first + top(closes[first:])
    name = named("close", view, first)
    yield Candidate(
        float(closes[row]), name, view.bars.day(row), rows, "max(close[first..last])"
    )
    start = view.whole_from
    highs = view.bars.high[start:]
    row = start + top(highs)
    name = named("price", view, start)
    formula = "max(high[first..last])"
    span = (start, view.last)
    yield Candidate(float(view.bars.high[row]), name, view.bars.day(row), span, formula)


def named(what: str, view: View, start: int) -> str:
    """`record close`, or `highest close since January 1999` where that is unproven."""
    if view.reaches_inception and start == view.priced_from:
        return f"record {'close' if what == 'close' else 'high'}"
    return f"highest {what} since {month(view.bars.day(start))}"


def swings(view: View) -> Iterator[Candidate]:
    """Highs and lows that stand out from five bars either side, newest first."""
    start = max(view.whole_from, len(view.bars) - YEAR)
    sides = {"high": view.bars.high[start:], "low": view.bars.low[start:]}
    found = [
        (start + row, word, float(prices[row]))
        for word, prices in sides.items()
        for row in turning(prices if word == "high" else -prices)
    ]
    for row, word, price in sorted(found, reverse=True):
        kind = "max" if word == "high" else "min"
        yield Candidate(
            price,
            f"swing {word}",
            view.bars.day(row),
            (row - SWING, row + SWING),
            f"{kind}({word}[first..last])",
        )


def is_own_side(one: Candidate, close: float) -> bool:
    """Whether a swing low lies below the close, or a swing high above it."""
    return (one.price < close) == (one.method == "swing low")


def turning(prices: Floats) -> list[int]:
    """The rows whose price is the highest of five rows either side."""
    size = 2 * SWING + 1
    if len(prices) < size:
        return []
    tops = sliding_window_view(prices, size).max(axis=1)
    rows = np.flatnonzero(prices[SWING:-SWING] == tops)
    return [SWING + int(row) for row in rows]


def month_extremes(view: View) -> Iterator[Candidate]:
    """The highest and the lowest price of 20 sessions."""
    start = view.last - MONTH + 1
    if start < view.whole_from:
        return
    rows = (start, view.last)
    highs, lows = view.bars.high[start:], view.bars.low[start:]
    for word, prices, kind in (("high", highs, "max"), ("low", lows, "min")):
        row = top(prices if word == "high" else -prices)
        yield Candidate(
            float(prices[row]),
            f"20-day {word}",
            view.bars.day(start + row),
            rows,
            f"{kind}({word}[first..last])",
        )


def gap_edges(view: View) -> Iterator[Candidate]:
    """Both edges of each gap of 63 sessions that is still open, newest first."""
    high, low = view.bars.high, view.bars.low
    start = max(view.whole_from, len(view.bars) - QUARTER) + 1
    for row in range(view.last, start - 1, -1):
        up = low[row] > high[row - 1] and low[row:].min() > high[row - 1]
        down = high[row] < low[row - 1] and high[row:].max() < low[row - 1]
        if not (up or down):
            continue
        words = ("high", "low") if up else ("low", "high")
        for word, edge in zip(words, (row - 1, row), strict=True):
            price = float((high if word == "high" else low)[edge])
            day = view.bars.day(edge)
            yield Candidate(price, "gap edge", day, (edge, edge), f"{word}[last]")


def session_before(view: View) -> Iterator[Candidate]:
    """High and low of the session before the last."""
    row = view.last - 1
    if row < view.whole_from:
        return
    for word, prices in (("high", view.bars.high), ("low", view.bars.low)):
        name = f"{word} of the session before"
        price, day = float(prices[row]), view.bars.day(row)
        yield Candidate(price, name, day, (row, row), f"{word}[last]")


def round_numbers(view: View) -> Iterator[Candidate]:
    """The two round numbers above the close and the two below."""
    step = view.instrument.round
    if step <= 0:
        return
    floor = int(np.floor(view.close / step))
    day, rows = view.bars.day(view.last), (view.last, view.last)
    for number in (floor + 1, floor, floor + 2, floor - 1):
        if number > 0:
            price = float(f"{number * step:.10g}")
            formula = f"{number}*{step:g}"
            yield Candidate(price, "round number", day, rows, formula)


def level(view: View, name: str, one: Candidate, size: float) -> LevelFact:
    """A candidate as a Fact, by the name of `support.1`: T6 holds, or we were wrong."""
    close, side = view.close, metric_of(name)
    assert (one.price < close) == (side == "support"), one
    value, away = kept(one.price), kept(one.price / close - 1)
    days = kept((one.price - close) / size)
    printed = (
        *renderings(value, view.instrument.unit),
        *renderings(away, "ratio"),
        *renderings(days, "atr"),
    )
    return LevelFact(
        id=fact_id(view.id, name),
        subject=view.id,
        metric=side,
        value=value,
        unit=view.instrument.unit,
        method=one.method,
        made=(one.made,),
        distance_atr=days,
        distance=away,
        renderings=printed,
        window=view.window(one.rows, side),
        known_at=view.known,
        provider=view.bars.origin.provider,
        vendor=view.bars.vendor,
        adjusted=view.bars.adjusted,
        formula=one.formula,
        bars_sha256=view.digest(one.rows),
        history_from=view.bars.day(view.priced_from),
    )
