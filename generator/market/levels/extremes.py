"""Extremes: records, the year's, those of some days, since the peak, percent lines."""

from generator.market.levels.candidates import (
    Candidate,
    Candidates,
    Span,
    raised,
    start_of,
    top,
)
from generator.market.view import YEAR, View
from generator.plain.clock import month

RECORDS = {  # field -> its name as a record, and where that is unproven
    "high close": ("record close", "highest close"),
    "high": ("record high", "highest price"),
    "low close": ("record low close", "lowest close"),
    "low": ("record low", "lowest price"),
}
YEARS = {
    "high": "52-week high",
    "low": "52-week low",
    "high close": "52-week closing high",
    "low close": "52-week closing low",
}
DAYS = (55, 20, 10)
MOVE = 5  # sessions of a last move
PRIOR = 20  # sessions before the last, as a breakout is measured
LINES = {20: "bear-market line", 10: "correction line"}  # percent under the high


def extremes(view: View) -> Candidates:
    """All of them."""
    yield from records(view)
    yield from year(view)
    yield from previous(view)
    yield from since_peak(view)
    yield from percent_lines(view)
    yield from days(view)


def records(view: View) -> Candidates:
    """The highest and lowest close and price of the bars."""
    for field in RECORDS:
        span = Span("record", "record", (start_of(view, field), view.last))
        yield span.extreme(view, field, named(view, field))


def named(view: View, field: str) -> str:
    """`record close`, or `highest close since January 1999` where that is unproven."""
    start, (record, extreme) = start_of(view, field), RECORDS[field]
    if view.reaches_inception and start == view.priced_from:
        return record
    return f"{extreme} since {month(view.bars.day(start))}"


def year(view: View) -> Candidates:
    """The highest and lowest close and price of 252 sessions."""
    start = view.last - YEAR + 1
    if view.unbroken(YEAR):
        for field, method in YEARS.items():
            if start >= start_of(view, field):
                yield Span("year", "52-week", (start, view.last)).extreme(
                    view, field, method
                )


def previous(view: View) -> Candidates:
    """The highest close and price before the last five sessions, where they beat it."""
    last = view.last - MOVE
    for field in ("high close", "high"):
        start = start_of(view, field)
        values = raised(view, field, slice(start, None))
        if last - start >= YEAR and values[-MOVE:].max() > values[:-MOVE].max():
            span = Span("previous", "previous record", (start, last))
            yield span.extreme(view, field, f"previous {named(view, field)}")


def since_peak(view: View) -> Candidates:
    """The highest and lowest price after the day of the highest close."""
    first = peak(view) + 1
    if view.whole_from <= first <= view.last:
        span = Span("since_peak", "since the peak", (first, view.last))
        yield from span.extremes(
            view, {"high": "post-peak high", "low": "post-peak low"}
        )


def peak(view: View) -> int:
    """The row of the highest close."""
    return view.priced_from + top(view.bars.close[view.priced_from :])


def percent_lines(view: View) -> Candidates:
    """10% and 20% under the highest close of a year's bars or more."""
    rows = (view.priced_from, view.last)
    if rows[1] - rows[0] < YEAR:
        return
    row = peak(view)
    for percent, method in LINES.items():
        share = (100 - percent) / 100
        price = share * float(view.bars.close[row])
        formula = f"{share:g}*max(close[first..last])"
        yield Candidate(
            f"line.{percent}", "percent line", price, method, (row,), rows, formula
        )


def days(view: View) -> Candidates:
    """The highest and lowest price of 55, 20 and ten sessions, and of 20 before."""
    for count in DAYS:
        first = view.last - count + 1
        if view.unbroken(count) and first >= view.whole_from:
            span = Span(f"days.{count}", f"{count}-day", (first, view.last))
            words = {side: f"{count}-day {side}" for side in ("high", "low")}
            yield from span.extremes(view, words)
    first = view.last - PRIOR
    if view.unbroken(PRIOR + 1) and first >= view.whole_from:
        span = Span(f"prior.{PRIOR}", f"{PRIOR}-day", (first, view.last - 1))
        words = {side: f"prior {PRIOR}-day {side}" for side in ("high", "low")}
        yield from span.extremes(view, words)
