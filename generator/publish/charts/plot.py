"""What all charts are drawn with: the frame, its scale, lines, dots and words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby, pairwise
from math import floor, isfinite, log10
from xml.sax.saxutils import escape

from generator.publish.charts.words import room, tick

# Units of the picture. Text is written at 18 units where it is at most 480 px wide
# (10.5 px at 360) and at 12 on a page (13 px) and on paper (7.8 pt); room is kept for
# the larger.
WIDTH = 560
TOP = 14
TEXT = 18
ROW = 20  # between the baselines of two labels
RISE = 4.5  # from the middle of a line of text down to its baseline
LEG = 12  # from the frame to a label, crossed by its leader
PAD = 0.04  # of the range, over and under the lines
STEPS = (1, 2, 2.5, 5, 10)

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Frame:
    """Where values and sessions stand in the picture."""

    left: float
    right: float
    top: float
    floor: float
    low: float
    high: float
    count: int

    def x(self, index: float) -> float:
        """The place of a session, from the left."""
        return self.left + (self.right - self.left) * index / max(self.count - 1, 1)

    def y(self, value: float) -> float:
        """The place of a value, from the top."""
        share = (value - self.low) / (self.high - self.low)
        return self.floor - (self.floor - self.top) * share


@dataclass(frozen=True, slots=True)
class Label:
    """Words in the right margin for a value, whose line ends at that row, if at one.

    One that is `kept` is written even where there are more labels than fit.
    """

    text: str
    value: float
    kind: str
    row: int | None = None
    kept: bool = False


def framed(
    values: Iterable[float],
    labels: Sequence[Label],
    *,
    top: float,
    tall: float,
    count: int,
) -> Frame:
    """The frame that holds these values, with margins for its ticks and labels."""
    prices = [value for value in values if isfinite(value)]
    prices += [label.value for label in labels]
    low, high = min(prices), max(prices)
    pad = (high - low) * PAD or abs(high) * PAD or 1
    low, high = low - pad, high + pad
    step = step_of(high - low)
    ticks = max(room(tick(price, step), TEXT) for price in ticks_of(low, high)) + 8
    gutter = max((room(label.text, TEXT) for label in labels), default=0) + LEG + 4
    return Frame(ticks, WIDTH - gutter, top, top + tall, low, high, count)


def lowered(frame: Frame, by: float) -> Frame:
    """The frame with more room over it."""
    return replace(frame, top=frame.top + by, floor=frame.floor + by)


def step_of(span: float) -> float:
    """A round step that parts the span in three to six."""
    power = 10.0 ** floor(log10(span / 4))
    return next(power * n for n in STEPS if span / (power * n) <= 6)


def ticks_of(low: float, high: float) -> list[float]:
    """The round values between two others."""
    step = step_of(high - low)
    first, last = floor(low / step) + 1, floor(high / step)
    return [number * step for number in range(first, last + 1)]


@cache
def tenths(number: int) -> str:
    """`-.5` from -5: so many tenths in as few letters as SVG allows."""
    whole, rest = divmod(abs(number), 10)
    sign = "-" if number < 0 else ""
    return f"{sign}{whole or ''}.{rest}" if rest else f"{sign}{whole}"


def at(place: float) -> str:
    """A coordinate, to a tenth of a unit."""
    return tenths(round(place * 10))


def packed(numbers: Iterable[int]) -> str:
    """Numbers of tenths in a row: `2.7-1.4 3.5.5`."""
    told, last = [], ""
    for number in numbers:
        text = tenths(number)
        parted = text[0] == "-" or (text[0] == "." and "." in last) or not last
        told.append(text if parted else f" {text}")
        last = text
    return "".join(told)


def traced(points: Iterable[Point | None]) -> str:
    """The way of a pen through the points; it is lifted where there is none.

    Each step is counted from the last point as rounded, so that no error adds up. A
    point alone between two holes is a dot.
    """
    ways = []
    for here, run in groupby(points, lambda point: point is not None):
        if here:
            tens = [(round(x * 10), round(y * 10)) for x, y in filter(None, run)]
            steps = [
                step for (x, y), (u, v) in pairwise(tens) for step in (u - x, v - y)
            ]
            begun = f"M{packed(tens[0])}"
            ways.append(f"{begun}l{packed(steps)}" if steps else f"{begun}h0")
    return "".join(ways)


def points_of(
    frame: Frame, values: Sequence[float], every: int = 1
) -> Iterator[Point | None]:
    """Where every so manieth value stands, the last among them; None for a hole."""
    for index in range((len(values) - 1) % every, len(values), every):
        value = values[index]
        yield (frame.x(index), frame.y(value)) if isfinite(value) else None


def curve(kind: str, frame: Frame, values: Sequence[float], *, every: int = 1) -> str:
    """A line through the values, or through every so manieth."""
    return f'<path class="{kind}" d="{traced(points_of(frame, values, every))}"/>'


def line(kind: str, *points: Point) -> str:
    """A line from point to point."""
    return f'<path class="{kind}" d="{traced(points)}"/>'


def text(x: float, y: float, words: str, *, kind: str = "", anchor: str = "") -> str:
    """Words; their baseline begins, or by the anchor ends or has its middle, there."""
    named = f' class="{kind}"' if kind else ""
    held = f' text-anchor="{anchor}"' if anchor else ""
    return f'<text x="{at(x)}" y="{at(y)}"{named}{held}>{escape(words)}</text>'


def dot(frame: Frame, index: int, value: float) -> str:
    """The last point of a line."""
    place = f'cx="{at(frame.x(index))}" cy="{at(frame.y(value))}"'
    return f'<circle class="end" {place} r="3.2"/>'


def grid(frame: Frame) -> str:
    """Dotted lines at round values, in one path, and the values."""
    step = step_of(frame.high - frame.low)
    values = ticks_of(frame.low, frame.high)
    wide = at(frame.right - frame.left)
    drawn = "".join(f"M{at(frame.left)} {at(frame.y(one))}h{wide}" for one in values)
    told = [
        text(frame.left - 6, frame.y(one) + RISE, tick(one, step)) for one in values
    ]
    words = "\n".join(told)
    return (
        f'<path class="grid" d="{drawn}"/>\n<g class="tick" text-anchor="end">\n'
        f"{words}\n</g>"
    )
