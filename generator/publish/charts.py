"""A chart of closes and levels, as SVG written by hand."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from math import floor, log10
from xml.sax.saxutils import escape

from generator.model.facts import LevelFact, PriceFact
from generator.model.market import Series
from generator.plain.clock import MONTHS, brief_day
from generator.plain.figures import plain
from generator.plain.places import TEMPLATES

# Units of the picture. At 360 px it is drawn at half size, so its text is set for
# 18 units there (9 px) and 12 elsewhere; room is kept for the larger.
WIDTH, HEIGHT = 640, 340
TOP, FLOOR = 14, HEIGHT - 46
TEXT = 18
ROW = 19  # between the baselines of two labels
MONTH_ROOM = 46  # "May" or "2026" at 18 units


@dataclass(frozen=True, slots=True)
class Label:
    """Words in the margin: at the price `true`, written at the height `y`."""

    text: str
    true: float
    y: float
    kind: str


@dataclass(frozen=True, slots=True)
class Frame:
    """Where prices and sessions stand in the picture."""

    left: float
    right: float
    low: float
    high: float
    count: int

    def x(self, index: int) -> float:
        """The place of a session, from the left."""
        return self.left + (self.right - self.left) * index / max(self.count - 1, 1)

    def y(self, price: float) -> float:
        """The place of a price, from the top."""
        share = (price - self.low) / (self.high - self.low)
        return FLOOR - (FLOOR - TOP) * share


def chart(
    series: Series, levels: Sequence[LevelFact], close: PriceFact | None = None
) -> str:
    """The closes, their levels and the last close as an SVG of about 10 kB.

    It scales by its viewBox; its colours are the page's variables, or its own where
    it stands alone. A level outside the plotted closes widens the range. Empty where
    the series has fewer than two closes.
    """
    if len(series.closes) < 2:
        return ""
    last = close.value if close else series.closes[-1]
    named = [(_printed(fact), fact.value, "named") for fact in levels]
    named.append((f"Close {_figure(close, last)}", last, "close"))
    frame = _frame(series, named)
    labels = _spread([Label(t, p, frame.y(p), kind) for t, p, kind in named])
    drawn = (
        _ground(), _grid(frame), _closes(frame, series.closes), _months(frame, series),
        _margin(frame, labels),
    )  # fmt: skip
    return _wrapped(series, levels, "\n".join(drawn))


def _wrapped(series: Series, levels: Sequence[LevelFact], drawn: str) -> str:
    name, first, last = series.name, series.dates[0], series.dates[-1]
    title = f"{name}, daily closes from {brief_day(first)} to {brief_day(last)}"
    told = "; ".join(
        f"{fact.metric} {_figure(fact, fact.value)} ({fact.method})" for fact in levels
    )
    desc = f"Last close {_figure(None, series.closes[-1])}. Levels: {told or 'none'}."
    style = (TEMPLATES / "page" / "chart.css").read_text("utf-8").strip()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}">\n<title>{escape(title)}</title>\n'
        f"<desc>{escape(desc)}</desc>\n<style>\n{style}\n</style>\n{drawn}\n</svg>\n"
    )


def _figure(fact: PriceFact | LevelFact | None, value: float) -> str:
    """The price as the note prints it."""
    if fact and fact.renderings:
        return fact.renderings[0]
    return plain(value, 2 if abs(value) >= 20 else 4)


def _printed(level: LevelFact) -> str:
    """`S1 2,569.23`: the level's letter and its place in the table."""
    rank = level.id.rsplit(".", 1)[-1]
    return f"{level.metric[:1].upper()}{rank if rank.isdigit() else ''} " + _figure(
        level, level.value
    )


def room(text: str, size: float = TEXT) -> float:
    """The width that a text may need, in units; generous, for any sans."""
    narrow = sum(letter in " .,'il:" for letter in text)
    return size * (0.34 * narrow + 0.66 * (len(text) - narrow))


def _frame(series: Series, named: Sequence[tuple[str, float, str]]) -> Frame:
    prices = [*series.closes, *(price for _, price, _ in named)]
    low, high = min(prices), max(prices)
    pad = (high - low or abs(high) or 1) * 0.04
    gutter = max(room(text) for text, _, _ in named) + 16
    ticks = max(room(_tick(price, high - low)) for price in (low, high)) + 8
    return Frame(ticks, WIDTH - gutter, low - pad, high + pad, len(series.closes))


def _spread(labels: Sequence[Label]) -> list[Label]:
    """The labels moved apart, in order of price, within the picture.

    Where there are more than fit, those furthest from the close stay unwritten.
    """
    close = labels[-1].true
    near = sorted(labels, key=lambda one: (abs(one.true - close), one.text))
    fit = sorted(near[: (FLOOR - TOP) // ROW], key=lambda one: (one.y, one.text))
    runs: list[list[Label]] = []
    for label in fit:
        runs.append([label])
        while len(runs) > 1 and _first(runs[-1]) < _first(runs[-2]) + ROW * len(
            runs[-2]
        ):
            runs[-2:] = [runs[-2] + runs[-1]]
    return [
        replace(label, y=_first(run) + ROW * step)
        for run in runs
        for step, label in enumerate(run)
    ]


def _first(run: Sequence[Label]) -> float:
    """The height of a run's first label, where the run centres on its prices."""
    height = ROW * (len(run) - 1)
    centred = sum(label.y for label in run) / len(run) - height / 2
    return min(max(centred, TOP), FLOOR - height)


def _line(kind: str, *points: tuple[float, float]) -> str:
    path = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    return f'<path class="{kind}" d="M{path}"/>'


def _text(x: float, y: float, words: str, *, kind: str = "", anchor: str = "") -> str:
    named = f' class="{kind}"' if kind else ""
    held = f' text-anchor="{anchor}"' if anchor else ""
    return f'<text x="{x:.1f}" y="{y:.1f}"{named}{held}>{escape(words)}</text>'


def _ground() -> str:
    return f'<rect class="ground" width="{WIDTH}" height="{HEIGHT}"/>'


def _closes(frame: Frame, closes: Sequence[float]) -> str:
    points = [(frame.x(index), frame.y(price)) for index, price in enumerate(closes)]
    around = [(points[0][0], FLOOR), *points, (points[-1][0], FLOOR)]
    x, y = points[-1]
    dot = f'<circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="3.5"/>'
    return "\n".join([_line("area", *around), _line("closes", *points), dot])


def _grid(frame: Frame) -> str:
    """Hairlines at round prices, and the prices."""
    span = frame.high - frame.low
    drawn = []
    for price in _round_prices(frame.low, frame.high):
        y = frame.y(price)
        drawn.append(_line("grid", (frame.left, y), (frame.right, y)))
        drawn.append(_text(frame.left - 6, y + 4, _tick(price, span), anchor="end"))
    return "\n".join(drawn)


def _round_prices(low: float, high: float) -> Iterator[float]:
    step = _step(high - low)
    number = floor(low / step) + 1
    while number * step < high:
        yield number * step
        number += 1


def _step(span: float) -> float:
    """A round step that parts the span in three to six."""
    power = 10.0 ** floor(log10(span / 4))
    return next(power * n for n in (1, 2, 2.5, 5, 10) if span / (power * n) <= 6)


def _tick(price: float, span: float) -> str:
    step = _step(span or abs(price) or 1)
    digits = 0 if step >= 1 else min(6, 1 - floor(log10(step)))
    return plain(price, digits)


def _months(frame: Frame, series: Series) -> str:
    """The axis, with the months and, where it changes, the year."""
    axis = _line("axis", (frame.left, FLOOR), (frame.right, FLOOR))
    drawn, year = [axis], 0
    for index, day in _month_starts(series.dates, frame.x):
        x = frame.x(index)
        drawn.append(_line("axis", (x, FLOOR), (x, FLOOR + 4)))
        drawn.append(_text(x, FLOOR + 20, MONTHS[day.month - 1][:3], anchor="middle"))
        if day.year != year:
            drawn.append(_text(x, FLOOR + 39, str(day.year), anchor="middle"))
            year = day.year
    return "\n".join(drawn)


def _month_starts(
    dates: Sequence[date], x: Callable[[int], float]
) -> list[tuple[int, date]]:
    """The first sessions of months, as many as can be named without touching."""
    pairs = zip(range(1, len(dates)), dates[:-1], dates[1:], strict=True)
    starts = [(i, day) for i, before, day in pairs if before.month != day.month]
    starts = starts or [(0, dates[0])]
    for every in (1, 2, 3, 6, 12, 24, 60, 120):
        kept = [one for one in starts if _month(one[1]) % every == 0]
        places = [x(index) for index, _ in kept]
        gaps = pairwise(places)
        if kept and all(after - before >= MONTH_ROOM for before, after in gaps):
            return kept
    return starts[:1]


def _month(day: date) -> int:
    """Months since January of the year 0, so that quarters begin with January."""
    return day.year * 12 + day.month - 1


def _margin(frame: Frame, labels: Sequence[Label]) -> str:
    """A line at each level and the close, led to its label."""
    drawn = []
    for label in labels:
        y = frame.y(label.true)
        led = label.kind == "named"
        drawn.append(
            _line("level" if led else "last", (frame.left, y), (frame.right, y))
        )
        ends = (frame.right, y), (frame.right + 10, label.y)
        drawn.append(_line("lead" if led else "last", *ends))
        drawn.append(_text(frame.right + 13, label.y + 4, label.text, kind=label.kind))
    return "\n".join(drawn)
