"""How long a chart takes, and how large it is.

    python -m bench.charts [DIR] [--as-of 2018-12-26]      (default: seeds/prices)

Each kind of chart is drawn of every instrument of a price folder that has what it
needs, of 126 and of 252 sessions, as of midnight after a day: a price with all that
it can have, levels, means, volume and three marked days. Each drawing is timed 20
times after the first, and its fastest counts as warm. The last line is JSON.
"""

import argparse
import json
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

from generator import market
from generator.market import Panel, drawn
from generator.model.market import Mark, Tape
from generator.plain.places import SEEDS
from generator.plain.world import world
from generator.publish import charts

SIZES = (126, 252)
TIMES = 20
BYTES, MS = 12_000, 2.0


def panel_of(folder: Path) -> Panel:
    """The bars of a folder, of the instruments that the seeds know."""
    known = world(
        instruments=SEEDS / "instruments.toml",
        sources=SEEDS / "sources.toml",
        playbook=SEEDS / "playbook",
        calendar=SEEDS / "calendar.toml",
    )
    return market.load([folder], known.instruments)


def made(
    panel: Panel, tape: Tape, name: str, size: int
) -> Iterator[tuple[str, Callable[[], str]]]:
    """Each kind of chart that an instrument can have, and what draws it."""
    price = drawn.series(panel, name, tape.as_of, size)
    day = price.dates[-1]
    days = (*price.dates[size // 2 : size // 2 + 1], day + timedelta(3))
    marks = [Mark("High", one, one) for one in days]
    marks.append(Mark("Fed decision", day, day + timedelta(7)))
    full = replace(price, marks=tuple(marks))
    yield "price", partial(charts.chart, full, tape.levels(name))
    pairs = (
        drawn.beside(panel, name, tape.as_of, benchmark=one, sessions=size)
        for one in panel.instruments[name].benchmarks
    )
    pair = next(filter(None, pairs), None)
    if pair:
        yield "relative", partial(charts.relative, pair)
        yield "ratio", partial(charts.ratio, pair)
    fear = drawn.volatilities(panel, name, tape.as_of, size)
    if fear:
        yield "volatility", partial(charts.volatility, fear)


def fastest(draw: Callable[[], str]) -> float:
    """The least of the times that a drawing takes once it is warm, in ms."""
    taken = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        draw()
        taken.append(1e3 * (time.perf_counter() - begun))
    return min(taken)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=SEEDS / "prices")
    parser.add_argument("--as-of", type=date.fromisoformat, default=date(2018, 12, 26))
    asked = parser.parse_args()
    midnight = datetime.combine(asked.as_of, datetime.min.time(), UTC) + timedelta(1)
    panel = panel_of(asked.folder)
    tape = market.read(panel, midnight)
    found: dict[tuple[str, int], list[tuple[int, float]]] = {}
    for size in SIZES:
        for name in tape.sessions:
            for kind, draw in made(panel, tape, name, size):
                one = len(draw().encode()), fastest(draw)
                found.setdefault((kind, size), []).append(one)
    print(
        f"{'chart':12}{'sessions':>9}{'drawn':>7}{'bytes':>8}{'ms':>7}{'ms, worst':>11}"
    )
    for (kind, size), ones in sorted(found.items()):
        sizes, times = zip(*ones, strict=True)
        print(
            f"{kind:12}{size:9}{len(ones):7}{max(sizes):8}"
            f"{statistics.median(times):7.2f}{max(times):11.2f}"
        )
    every = [one for ones in found.values() for one in ones]
    most, slowest = max(one[0] for one in every), max(one[1] for one in every)
    told = {"drawn": len(every), "bytes_most": most, "ms_most": round(slowest, 2)}
    held = {"within": most <= BYTES and slowest <= MS}
    print(json.dumps({"bench": "charts", **told, **held}))


if __name__ == "__main__":
    main()
