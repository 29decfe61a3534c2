"""What stands round the frame of a chart, spread so that no words touch."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise

from generator.plain.clock import MONTHS
from generator.publish.charts.plot import (
    LEG,
    RISE,
    ROW,
    TEXT,
    WIDTH,
    Frame,
    Label,
    line,
    text,
)
from generator.publish.charts.words import room

MONTH_ROOM = 46  # "May" or "2026" at 18 units
BELOW = 44  # under the frame, for months and years
SAMPLE = 26  # the piece of line that a key shows
APART = 16  # between two entries of a key
EDGE = 4.0  # from the side of the picture to the key


def spread(
    centres: Sequence[float], sizes: Sequence[float], low: float, high: float
) -> list[float]:
    """The centres of things of these sizes moved apart, in their order, in bounds.

    Those that touch form a run, which stands where its things are moved least.
    """

    def start(run: Sequence[int]) -> float:
        before, wished = 0.0, 0.0
        for number in run:
            wished += centres[number] - before - sizes[number] / 2
            before += sizes[number]
        return max(min(wished / len(run), high - before), low)

    def end(run: Sequence[int]) -> float:
        return start(run) + sum(sizes[number] for number in run)

    runs: list[list[int]] = []
    for number in range(len(centres)):
        runs.append([number])
        while len(runs) > 1 and start(runs[-1]) < end(runs[-2]):
            runs[-2:] = [runs[-2] + runs[-1]]
    placed = []
    for run in runs:
        place = start(run)
        for number in run:
            placed.append(place + sizes[number] / 2)
            place += sizes[number]
    return placed


def margin(frame: Frame, labels: Sequence[Label]) -> str:
    """Each label at the right, led to from where its line ends."""
    written = fitting(frame, labels)
    heights = [frame.y(label.value) for label in written]
    rows = [float(ROW)] * len(written)
    placed = spread(heights, rows, frame.top - ROW / 2, frame.floor + ROW / 2)
    drawn = []
    for label, true, y in zip(written, heights, placed, strict=True):
        begun = frame.right if label.row is None else frame.x(label.row)
        points = (begun, true), (frame.right, true), (frame.right + LEG - 3, y)
        drawn.append(line("lead", *dict.fromkeys(points)))
        drawn.append(text(frame.right + LEG, y + RISE, label.text, kind=label.kind))
    return "\n".join(drawn)


def fitting(frame: Frame, labels: Sequence[Label]) -> list[Label]:
    """As many labels as there are rows, from top to bottom.

    First those to be kept, then the nearest to the first of them.
    """
    fixed = next((one.value for one in labels if one.kept), 0.0)
    worth = sorted(
        labels, key=lambda one: (not one.kept, abs(one.value - fixed), one.text)
    )
    rows = int((frame.floor - frame.top) // ROW) + 1
    return sorted(worth[:rows], key=lambda one: (-one.value, one.text))


def months(frame: Frame, dates: Sequence[date], floor: float) -> str:
    """The axis, with the months and, where it changes, the year."""
    drawn = [line("axis", (frame.left, floor), (frame.right, floor))]
    year = 0
    for index, day in month_starts(dates, frame.x):
        x = frame.x(index)
        drawn.append(line("axis", (x, floor), (x, floor + 4)))
        drawn.append(text(x, floor + 20, MONTHS[day.month - 1][:3]))
        if day.year != year:
            drawn.append(text(x, floor + 39, str(day.year)))
            year = day.year
    words = "\n".join(drawn)
    return f'<g class="when" text-anchor="middle">\n{words}\n</g>'


def month_starts(
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


def key(entries: Sequence[tuple[str, str]]) -> tuple[str, float]:
    """What each kind of line is, in rows over the frame, and the height of the rows."""
    drawn, x, y = [], EDGE, ROW / 2
    for kind, words in entries:
        wide = SAMPLE + 6 + room(words, TEXT)
        if x > EDGE and x + wide > WIDTH:
            x, y = EDGE, y + ROW
        drawn.append(line(kind, (x, y), (x + SAMPLE, y)))
        drawn.append(text(x + SAMPLE + 6, y + RISE, words, kind="key"))
        x += wide + APART
    return "\n".join(drawn), y + ROW / 2
