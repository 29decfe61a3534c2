"""Marks that every desk draws: sessions, weeks, floor pivots, means, round numbers."""

from collections.abc import Iterator

import numpy as np

from generator.market.levels.candidates import Candidate, Candidates, Span, top
from generator.market.states import MEANS
from generator.market.view import View

MONDAY = 3  # the days from a Monday to 1 January 1970, a Thursday
LONGEST = 15  # rows that hold two calendar weeks
PIVOTS = {  # name -> words and formula, of P=(high+low+close)/3 of the last session
    "pivot.second_resistance": ("second pivot resistance", "P+(high-low)"),
    "pivot.first_resistance": ("first pivot resistance", "2*P-low"),
    "pivot.point": ("floor pivot", "P"),
    "pivot.first_support": ("first pivot support", "2*P-high"),
    "pivot.second_support": ("second pivot support", "P-(high-low)"),
}
CLOSE = "close of the session before"
ROUND, OVER = "round number", "round number over the record high"
ROUNDS, BIG = 2, 10  # round numbers a side; steps that make a big one


def marks(view: View) -> Candidates:
    """All of them."""
    yield from means(view)
    yield from weeks(view)
    yield from last_sessions(view)
    yield from pivots(view)
    yield from round_numbers(view)


def means(view: View) -> Candidates:
    """The means of the last closes."""
    for count in reversed(MEANS):
        first = view.last - count + 1
        if view.unbroken(count) and first >= view.priced_from:
            price = float(view.bars.close[-count:].mean())
            yield Candidate(
                name=f"mean.{count}",
                kind="mean",
                price=price,
                method=f"{count}-day mean",
                made=(view.last,),
                rows=(first, view.last),
                formula=f"mean(close, {count})",
            )


def last_sessions(view: View) -> Candidates:
    """High and low of the last session; high, low and close of the one before."""
    last = view.last
    if last >= view.whole_from:
        words = {side: f"session {side}" for side in ("high", "low")}
        yield from Span("session", "session", (last, last)).extremes(view, words)
    if last - 1 >= view.whole_from:
        words = {side: f"{side} of the session before" for side in ("high", "low")}
        span = Span("before", "session before", (last - 1, last - 1))
        yield from span.extremes(view, words)
    if last - 1 >= view.priced_from:
        price, rows = float(view.bars.close[-2]), (last - 1, last - 1)
        made = (last - 1,)
        yield Candidate(
            "before.close", "session before", price, CLOSE, made, rows, "close[last]"
        )


def weeks(view: View) -> Candidates:
    """High and low of the calendar week so far, and of the one before."""
    start = max(view.whole_from, len(view.bars) - LONGEST)
    days = view.bars.dates[start:].astype(np.int64)
    numbers = (days + MONDAY) // 7
    for kind, back in (("week", 0), ("prior week", 1)):
        rows = start + np.flatnonzero(numbers == numbers[-1] - back)
        # A week of one session has no more to say than that session.
        if len(rows) and start < rows[0] < view.last:
            span = Span(kind.replace(" ", "_"), kind, (int(rows[0]), int(rows[-1])))
            words = {side: f"{kind}'s {side}" for side in ("high", "low")}
            yield from span.extremes(view, words)


def pivots(view: View) -> Candidates:
    """The classic floor pivots of the last session."""
    last = view.last
    if last < view.whole_from:
        return
    high, low = float(view.bars.high[-1]), float(view.bars.low[-1])
    middle = (high + low + view.close) / 3
    prices = (
        middle + high - low,
        2 * middle - low,
        middle,
        2 * middle - high,
        middle - high + low,
    )
    for (name, (words, formula)), price in zip(PIVOTS.items(), prices, strict=True):
        told = f"{formula}, P=(high+low+close)/3"
        yield Candidate(name, "pivot", price, words, (last,), (last, last), told)


def round_numbers(view: View) -> Candidates:
    """Two round numbers either side, a big one either side, and the next over the high.

    A big one is a multiple of ten steps: 7,000, where the step is 50.
    """
    step = view.instrument.round
    if step <= 0:
        return
    for word, size in (("round", step), ("big_round", BIG * step)):
        floor = int(np.floor(view.close / size))
        for name, number in around(floor, ROUNDS if word == "round" else 1):
            if number > 0:
                yield rounded(view, f"{word}.{name}", number, size)
    highs = view.bars.high[view.whole_from :]
    if len(highs):
        yield over(view, view.whole_from + top(highs), step)


def around(floor: int, count: int) -> Iterator[tuple[str, int]]:
    """The multiples above and below a price, the nearest first."""
    for number in range(count):
        yield f"above.{number + 1}", floor + 1 + number
        yield f"below.{number + 1}", floor - number


def rounded(view: View, name: str, number: int, step: float) -> Candidate:
    """A multiple of a step."""
    return Candidate(
        name=name,
        kind="big round number" if name.startswith("big") else "round number",
        price=float(f"{number * step:.10g}"),
        method=ROUND,
        made=(view.last,),
        rows=(view.last, view.last),
        formula=f"{number}*{step:g}",
    )


def over(view: View, row: int, step: float) -> Candidate:
    """The round number over the highest price, a record where that is proven (T5)."""
    number = int(np.floor(view.bars.high[row] / step)) + 1
    proven = view.reaches_inception and view.whole_from == view.priced_from
    return rounded(view, "round.over", number, step)._replace(
        kind="round over the high",
        method=OVER if proven else ROUND,
        made=(row,),
        rows=(row, row),
    )
