"""Two lines in one frame: a full one and a broken one, with a key over them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.publish.charts.layout import BELOW, key, margin, months
from generator.publish.charts.plot import (
    Frame,
    Label,
    at,
    curve,
    dot,
    framed,
    grid,
    line,
)
from generator.publish.charts.rules import picture
from generator.publish.charts.words import ends

TALL = 180  # the height of the frame
OVER = 6  # between the key and the frame
LETTERS = 24  # of a name in the key
BAND = ("80th", "20th")  # percentile: the upper edge, and the lower


@dataclass(frozen=True, slots=True, kw_only=True)
class Twin:
    """Two lines over the same dates, what they are called, and how values print.

    `start` is a value to rule a line at, `band` a range to shade.
    """

    dates: Sequence[date]
    main: Sequence[float]
    other: Sequence[float]
    names: tuple[str, str]
    printed: Callable[[float], str]
    start: float | None = None
    band: tuple[float, float] | None = None


def drawn(twin: Twin, *, title: str, told: str) -> str:
    """The two lines as SVG; empty where the full one has fewer than two values."""
    first, last = ends(twin.main)
    if first == last:
        return ""
    labels = list(labels_of(twin))
    entries = [("main", twin.names[0]), ("other", twin.names[1])]
    over, height = key(entries)
    frame = framed(
        [*twin.main, *twin.other, *([twin.start] if twin.start is not None else [])],
        labels,
        top=height + OVER,
        tall=TALL,
        count=len(twin.dates),
    )
    pieces = (
        *banded(frame, twin.band),
        grid(frame),
        *ruled(frame, twin.start),
        over,
        curve("other", frame, twin.other),
        curve("main", frame, twin.main),
        dot(frame, last, twin.main[last]),
        months(frame, twin.dates, frame.floor),
        margin(frame, labels),
    )
    below = frame.floor + BELOW
    return picture(below, title=title, told=told, drawn="\n".join(pieces))


def labels_of(twin: Twin) -> Iterator[Label]:
    """The last value of each line, and the edges of the band."""
    for kind, values in (("close", twin.main), ("second", twin.other)):
        _, row = ends(values)
        if row >= 0:
            yield Label(twin.printed(values[row]), values[row], kind, row, kept=True)
    for name, value in zip(BAND, reversed(twin.band or ()), strict=False):
        yield Label(f"{name} {twin.printed(value)}", value, "mean")


def banded(frame: Frame, band: tuple[float, float] | None) -> Iterator[str]:
    """The range from side to side, between broken edges."""
    if band:
        low, high = map(frame.y, band)
        wide = frame.right - frame.left
        yield (
            f'<rect class="band" x="{at(frame.left)}" y="{at(high)}" '
            f'width="{at(wide)}" height="{at(low - high)}"/>'
        )
        for y in (low, high):
            yield line("edge", (frame.left, y), (frame.right, y))


def ruled(frame: Frame, value: float | None) -> Iterator[str]:
    """A full line at the value from which both begin."""
    if value is not None:
        yield line("axis", *((x, frame.y(value)) for x in (frame.left, frame.right)))
