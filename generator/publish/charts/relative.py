"""Relative strength: two prices from one start, or one in terms of the other."""

from collections.abc import Sequence
from math import fsum, isfinite, nan

from generator.model.market import Series
from generator.plain.figures import plain
from generator.publish.charts.twin import LETTERS, Twin, drawn
from generator.publish.charts.words import course, ends, figure, named, short, span

START = 100.0
HABIT = 20  # sessions of the ratio's mean: about a month
HALF = 16  # letters of a name, where two share an entry of the key


def relative(series: Series) -> str:
    """The closes beside those of `series.second`, both 100 on the first date, as SVG.

    That is the first date on which both have a price over zero. Empty where fewer
    than two dates have both, or there is no second.
    """
    start, second = start_of(series), series.second
    if start < 0 or second is None:
        return ""
    dates = series.dates[start:]
    main = from_start(series.closes[start:])
    other = from_start(second.values[start:])
    names = (
        short(series.name, series.subject, LETTERS),
        short(second.name, second.subject, LETTERS),
    )
    one, two = named(series.name), named(second.name)
    return drawn(
        Twin(
            dates=dates, main=main, other=other, names=names, printed=plain, start=START
        ),
        title=f"{one} and {two}, both {START:.0f} at the start, "
        + span(dates[0], dates[ends(main)[1]]),
        told=f"{one} stands at {course(dates, main, plain)}. "
        f"{two} stands at {course(dates, other, plain)}.",
    )


def ratio(series: Series) -> str:
    """The closes over those of `series.second`, with their 20-session mean, as SVG.

    Empty where fewer than two dates have both, or there is no second.
    """
    start, second = start_of(series), series.second
    if start < 0 or second is None:
        return ""
    dates = series.dates[start:]
    pairs = zip(series.closes[start:], second.values[start:], strict=True)
    main = [over / under if under else nan for over, under in pairs]
    other = mean(main, HABIT)
    over, under = (short(one.name, one.subject, HALF) for one in (series, second))
    told = f"The ratio of the closes is {course(dates, main, _ratio)}."
    if ends(other)[0] >= 0:
        told += f" Its mean of {HABIT} sessions is {course(dates, other, _ratio)}."
    return drawn(
        Twin(
            dates=dates,
            main=main,
            other=other,
            names=(f"{over} / {under}", f"mean of {HABIT} sessions"),
            printed=_ratio,
        ),
        title=f"{named(series.name)} over {named(second.name)}, "
        + span(dates[0], dates[ends(main)[1]]),
        told=told,
    )


def start_of(series: Series) -> int:
    """The first row on which both have a price over zero; -1 without a later one."""
    others = series.second.values if series.second else ()
    rows = [
        row
        for row, (one, two) in enumerate(zip(series.closes, others, strict=False))
        if one > 0 and two > 0 and isfinite(one + two)
    ]
    return rows[0] if len(rows) > 1 else -1


def from_start(values: Sequence[float]) -> tuple[float, ...]:
    """The values in hundredths of the first."""
    return tuple(START * value / values[0] for value in values)


def mean(values: Sequence[float], count: int) -> list[float]:
    """The mean of the last `count` values, on each row; NaN where one is missing."""
    windows = (values[max(row - count, 0) : row] for row in range(1, len(values) + 1))
    return [fsum(w) / count if len(w) == count else nan for w in windows]


def _ratio(value: float) -> str:
    return figure(value, "")
