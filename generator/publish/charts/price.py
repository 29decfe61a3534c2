"""The price: closes with their means, levels, volume and marked days."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from math import isfinite, nan

from generator.model.facts import LevelFact, PriceFact
from generator.model.market import Series
from generator.plain.clock import brief_day
from generator.plain.figures import plain
from generator.publish.charts import events
from generator.publish.charts.layout import BELOW, margin, months
from generator.publish.charts.plot import (
    LEG,
    RISE,
    ROW,
    TOP,
    Frame,
    Label,
    at,
    curve,
    dot,
    framed,
    grid,
    line,
    lowered,
    packed,
    tenths,
    text,
)
from generator.publish.charts.rules import picture
from generator.publish.charts.words import course, ends, figure, named, of_level, span

TALL = 250  # the height of the frame
VOLUME, GAP = 46, 14  # the height of the highest bar, and the room over it
DENSE = 150  # sessions from which every other one will do for a mean
SEEN = 10  # tenths of a unit: a lower zone is its line
MEANS = ("fast", "slow")  # how the shorter mean is drawn, and the longer


def chart(
    series: Series, levels: Sequence[LevelFact], close: PriceFact | None = None
) -> str:
    """The closes with all that the series and the ledger know of them, as SVG.

    At most 12 kB for 252 sessions. A level outside the closes widens the range; the
    levels furthest from the close go unwritten where there are more than fit. Empty
    where the series has fewer than two closes.
    """
    first, last = ends(series.closes)
    if first == last:
        return ""
    labels = [*labels_of(series, close), *map(label_of, levels)]
    found = events.placed(series.marks, series.dates)
    count = max([len(series.dates), *(int(row) + 1 for row, _ in found)])
    frame = framed(series.closes, labels, top=TOP, tall=TALL, count=count)
    flags = events.flags(found, frame)
    frame = lowered(frame, ROW * max((flag.row + 1 for flag in flags), default=0))
    floor = frame.floor + (GAP + VOLUME if series.volumes else 0)
    drawn = (
        zones(frame, levels),
        grid(frame),
        volumes(frame, series.volumes, floor),
        events.drawn(flags, floor),
        *(line("level", *across(frame, level.value)) for level in levels),
        *curves(frame, series),
        dot(frame, last, series.closes[last]),
        months(frame, series.dates, floor),
        margin(frame, labels),
    )
    days = span(series.dates[first], series.dates[last])
    return picture(
        floor + BELOW,
        title=f"{named(series.name)}, daily closes {days}",
        told=" ".join(told(series, levels)),
        drawn="\n".join(filter(None, drawn)),
    )


def labels_of(series: Series, close: PriceFact | None) -> Iterator[Label]:
    """The labels of the last close and of each mean."""
    _, last = ends(series.closes)
    value = close.value if close else series.closes[last]
    printed = close.renderings[0] if close and close.renderings else ""
    words = f"Close {printed or figure(value, series.unit)}"
    yield Label(words, value, "close", last, kept=True)
    for count, mean in sorted(series.means.items()):
        _, row = ends(mean)
        if row >= 0:
            yield Label(f"{count}-day", mean[row], "mean", row, kept=True)


def label_of(level: LevelFact) -> Label:
    """`S1 2,569.23`: the level's letter, its place in the table and its price."""
    rank = level.id.rsplit(".", 1)[-1]
    name = level.metric[:1].upper() + (rank if rank.isdigit() else "")
    return Label(f"{name} {of_level(level)}", level.value, "named")


def across(frame: Frame, value: float) -> tuple[tuple[float, float], ...]:
    """From one side of the frame to the other."""
    return (frame.left, frame.y(value)), (frame.right, frame.y(value))


def zones(frame: Frame, levels: Sequence[LevelFact]) -> str:
    """The range of prices that each level stands for, where it can be seen."""
    wide, ways = at(frame.right - frame.left), []
    for low, high in filter(None, (level.zone for level in levels)):
        top = max(frame.y(high), frame.top)
        tall = round(10 * (min(frame.y(low), frame.floor) - top))
        if tall >= SEEN:
            ways.append(f"M{at(frame.left)} {at(top)}h{wide}v{tenths(tall)}h-{wide}z")
    return f'<path class="band" d="{"".join(ways)}"/>' if ways else ""


def curves(frame: Frame, series: Series) -> Iterator[str]:
    """The means, the longest first, and the closes over them."""
    drawn = zip(sorted(series.means), MEANS, strict=False)
    for count, kind in reversed(list(drawn)):
        within = [cut(one, frame) for one in series.means[count]]
        yield curve(kind, frame, within, every=1 + len(within) // DENSE)
    yield curve("main", frame, series.closes)


def cut(value: float, frame: Frame) -> float:
    """The value, if it is in the frame: a mean does not widen the range."""
    return value if frame.low <= value <= frame.high else nan


def volumes(frame: Frame, counts: Sequence[float], floor: float) -> str:
    """Bars of volume side by side on the axis; none where it is not known."""
    highest = max(filter(isfinite, counts), default=0)
    if not highest:
        return ""
    half = (frame.x(1) - frame.x(0)) / 2
    edges = [round(10 * (frame.x(row) - half)) for row in range(len(counts) + 1)]
    tall = [
        round(10 * VOLUME * count / highest) if isfinite(count) else 0
        for count in counts
    ]
    steps = "".join(
        f"v{packed([before - now])}h{packed([right - left])}"
        for before, now, left, right in zip(
            [0, *tall], tall, edges, edges[1:], strict=False
        )
    )
    way = f"M{packed([edges[0], round(10 * floor)])}{steps}V{at(floor)}z"
    words = text(frame.right + LEG, floor - VOLUME / 2 + RISE, "Volume", kind="key")
    return f'<path class="volume" d="{way}"/>\n{words}'


def told(series: Series, levels: Sequence[LevelFact]) -> Iterator[str]:
    """What the chart shows, in sentences."""
    yield f"Closed at {course(series.dates, series.closes, _in(series.unit))}."
    yield f"{_extreme(series, 'Highest', max)}, {_extreme(series, 'lowest', min)}."
    for count, mean in sorted(series.means.items()):
        _, row = ends(mean)
        if row >= 0:
            value = figure(mean[row], series.unit)
            yield f"The mean of {count} closes stands at {value}."
    lines = [f"{one.metric} {of_level(one)} ({one.method})" for one in levels]
    yield f"Levels: {'; '.join(lines) or 'none'}."
    if series.volumes and isfinite(series.volumes[-1]):
        last = plain(series.volumes[-1], 0)
        yield f"The bars beneath are volume, {last} on the last day."
    shown = [events.told(one) for _, one in events.placed(series.marks, series.dates)]
    if shown:
        yield f"Marked: {', '.join(shown)}."


def _in(unit: str) -> Callable[[float], str]:
    return lambda value: figure(value, unit)


def _extreme(
    series: Series, word: str, choice: Callable[[Iterable[float]], float]
) -> str:
    """`Highest at 6,978.60 on 27 Jan 2026`."""
    value = choice(filter(isfinite, series.closes))
    day = series.dates[series.closes.index(value)]
    return f"{word} at {figure(value, series.unit)} on {brief_day(day)}"
