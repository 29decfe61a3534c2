"""Falls: how far under its highest close, and how fast it came there."""

from bench.second.shelf import Line
from bench.second.single import plain
from bench.second.truth import Asked, Table, Truth, top


def drawdown(asked: Asked) -> Truth:
    """The close against the highest close, with its date."""
    line = asked.line
    peak = line.priced + top(line.close[line.priced :])
    return plain(line.close[-1] / line.close[peak] - 1, line, peak)


def drawdown_sessions(asked: Asked) -> Truth:
    """The sessions since the highest close."""
    line = asked.line
    peak = line.priced + top(line.close[line.priced :])
    return plain(line.places[-1] - line.places[peak], line, peak)


def drawdown_day(asked: Asked) -> Truth:
    """What the last session added to the fall, in points."""
    line = asked.line
    peak = line.close[line.priced :].max()
    return plain(100 * (line.close[-1] - line.close[line.back(1)]) / peak, line)


def slumps(line: Line, depth: int) -> list[tuple[int, int]]:
    """Each fall of so many percent: the rows of its highest close and of crossing."""
    found: list[tuple[int, int]] = []
    peak, crossed = line.priced, False
    for row in range(line.priced, len(line.close)):
        if line.close[row] >= line.close[peak]:
            crossed = crossed and line.close[row] == line.close[peak]
            peak = row if not crossed else peak
        elif not crossed and line.close[row] <= line.close[peak] * (1 - depth / 100):
            crossed = True
            found.append((peak, row))
    return found


def fall_speed(asked: Asked) -> Truth:
    """The sessions from the highest close to the first close so far under."""
    line = asked.line
    high, low = slumps(line, asked.count)[-1]
    return plain(line.places[low] - line.places[high], line, high, low)


def lengths(asked: Asked) -> list[int]:
    """The sessions that each fall took."""
    line = asked.line
    return [
        int(line.places[low] - line.places[high])
        for high, low in slumps(line, asked.count)
    ]


def fall_rank(asked: Asked) -> Truth:
    """1 and the falls that were faster."""
    times = lengths(asked)
    return plain(1 + sum(one < times[-1] for one in times[:-1]), asked.line)


def fall_count(asked: Asked) -> Truth:
    """The falls of that depth in the bars."""
    return plain(len(lengths(asked)), asked.line)


TABLE: Table = {
    "drawdown": drawdown,
    "drawdown_sessions": drawdown_sessions,
    "drawdown_day": drawdown_day,
    "fall_speed": fall_speed,
    "fall_rank": fall_rank,
    "fall_count": fall_count,
}
