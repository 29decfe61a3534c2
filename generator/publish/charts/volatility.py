"""Volatility: what options imply beside what prices delivered."""

from collections.abc import Iterator

from generator.model.market import Line, Series
from generator.plain.figures import plain
from generator.publish.charts.twin import LETTERS, Twin, drawn
from generator.publish.charts.words import course, ends, named, short, span

DELIVERED = "realized, 20 sessions"


def volatility(series: Series) -> str:
    """The implied volatility beside the realised one of `series.second`, as SVG.

    Both are in percent a year; `series.band` is shaded. Empty where fewer than two
    dates have an implied volatility, or there is no second.
    """
    second = series.second
    first, last = ends(series.closes)
    if first == last or second is None:
        return ""
    twin = Twin(
        dates=series.dates,
        main=series.closes,
        other=second.values,
        names=(short(series.name, series.subject, LETTERS), DELIVERED),
        printed=plain,
        band=series.band,
    )
    days = span(series.dates[first], series.dates[last])
    pair = f"{named(series.name)} and realized volatility, {named(second.name)}"
    words = " ".join(told(series, second))
    return drawn(twin, title=f"{pair}, {days}", told=words)


def told(series: Series, second: Line) -> Iterator[str]:
    """What the chart shows, in sentences."""
    name, dates = named(series.name), series.dates
    yield f"{name} closed at {course(dates, series.closes, plain)}."
    if ends(second.values)[0] >= 0:
        delivered = course(dates, second.values, plain)
        yield f"Realised volatility over 20 sessions, a year, is {delivered}."
    if series.band:
        low, high = map(plain, series.band)
        yield (
            f"The shaded band, {low} to {high}, holds the 20th to the 80th percentile "
            f"of the last 252 closes of {name}."
        )
