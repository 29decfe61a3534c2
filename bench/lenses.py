"""How often each lens speaks, and whether its surprise means what it says.

    python -m bench.lenses [DIR ...] [--days 100] [--seed 20260208]

The tape is read as of evenings drawn at random. A surprise is the share of the
instrument's own past that was more common, so over .95 should be found on about one
day in twenty: of the days of those instruments that the lens ever spoke of (`own`)
or, where it looks at rare states only, on fewer. The last line is JSON.
"""

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from datetime import time as clock
from pathlib import Path
from statistics import median

import numpy as np

from generator import market
from generator.market import LENSES, Panel
from generator.model.market import Insight, Tape
from generator.plain.places import SEEDS
from generator.plain.world import world

DAYS, SEED = 100, 20260208
WARM = 504  # sessions before the first that is drawn: a past of two years
EVENING = clock(23, 30)  # every exchange has closed, and no coin's bar of the day
RARE = 0.95
MOST = 0.06  # of days over RARE; a lens with clearly more is not calibrated


@dataclass(frozen=True, slots=True)
class Evening:
    """What the lenses saw on one day: of how many instruments, in how long."""

    day: date
    subjects: frozenset[str]
    insights: tuple[Insight, ...]
    seconds: float


def evenings(panel: Panel, count: int, seed: int) -> Iterator[Evening]:
    """The tape of each drawn day, oldest first."""
    for day in drawn(panel, count, seed):
        as_of = datetime.combine(day, EVENING, UTC)
        began = time.process_time()
        tape = market.read(panel, as_of)
        seconds = time.process_time() - began
        yield Evening(day, frozenset(fresh(tape, day)), tape.insights, seconds)


def drawn(panel: Panel, count: int, seed: int) -> list[date]:
    """Days on which half of the instruments or more have a bar."""
    dates = np.concatenate([bars[0].dates for bars in panel.bars.values()])
    days, counts = np.unique(dates, return_counts=True)
    full = days[counts >= len(panel.bars) / 2][WARM:].tolist()
    picked: list[date] = random.Random(seed).sample(full, min(count, len(full)))  # noqa: S311 (no secret)
    return sorted(picked)


def fresh(tape: Tape, day: date) -> Iterator[str]:
    """The instruments with a bar of the day itself."""
    return (name for name, session in tape.sessions.items() if session.last == day)


@dataclass(frozen=True, slots=True)
class Row:
    """One lens over all days: shares of instrument-days, all and its own."""

    lens: str
    speaks: float
    rare: float
    own_speaks: float
    own_rare: float
    own: int
    middle: float
    error: float

    @property
    def is_calibrated(self) -> bool:
        """Whether what it calls rare is, as far as so many days can tell."""
        return self.own_rare - self.error <= MOST


def rows(told: Sequence[Evening]) -> Iterator[Row]:
    """A row for each lens, in the order of the table."""
    days = Counter(name for one in told for name in one.subjects)
    for lens in LENSES:
        found = [
            insight
            for one in told
            for insight in one.insights
            if insight.lens == lens and insight.subject in one.subjects
        ]
        own = sum(days[name] for name in {one.subject for one in found})
        rare = sum(one.surprise > RARE for one in found)
        yield Row(
            lens=lens,
            speaks=len(found) / days.total(),
            rare=rare / days.total(),
            own_speaks=len(found) / max(own, 1),
            own_rare=rare / max(own, 1),
            own=own,
            middle=median(one.surprise for one in found) if found else 0.0,
            error=error(told, found),
        )


def error(told: Sequence[Evening], found: Sequence[Insight]) -> float:
    """The standard error of the share over RARE, a day's instruments together."""
    names = {one.subject for one in found}
    counted = [len(one.subjects & names) for one in told]
    mine = set(map(id, found))
    rare = [
        sum(id(insight) in mine and insight.surprise > RARE for insight in one.insights)
        for one in told
    ]
    whole = max(sum(counted), 1)
    mean = sum(rare) / whole
    spread = sum(
        (hits - mean * count) ** 2 for hits, count in zip(rare, counted, strict=True)
    )
    return float(spread**0.5) / whole


def per_subject(told: Sequence[Evening]) -> list[int]:
    """The number of insights of each instrument on each day."""
    counts = []
    for one in told:
        seen = Counter(insight.subject for insight in one.insights)
        counts += [seen[name] for name in one.subjects]
    return counts


def report(found: Sequence[Row]) -> Iterator[str]:
    """The table: a line for each lens."""
    yield (
        f"{'':20}{'all instrument-days':^18}{'of its own subjects':^35}\n"
        f"{'lens':20}{'speaks':>9}{'>.95':>9}{'days':>10}{'speaks':>9}{'>.95':>9}"
        f"{'+-':>7}{'median':>9}"
    )
    for row in found:
        mark = "" if row.is_calibrated else "  *"
        yield (
            f"{row.lens:20}{row.speaks:9.2%}{row.rare:9.2%}{row.own:10,}"
            f"{row.own_speaks:9.2%}{row.own_rare:9.2%}{row.error:7.2%}"
            f"{row.middle:9.3f}{mark}"
        )
    yield f"\n* over {MOST:.0%} of its own subjects' days by more than the error"


def main(
    folders: Sequence[Path], *, days: int = DAYS, seed: int = SEED
) -> Mapping[str, object]:
    """Print the table and give what the last line says."""
    desk = world(
        instruments=SEEDS / "instruments.toml",
        sources=SEEDS / "sources.toml",
        playbook=SEEDS / "playbook",
        calendar=SEEDS / "calendar.toml",
    )
    panel = market.load(folders, desk.instruments)
    told = list(evenings(panel, days, seed))
    found = list(rows(told))
    counts = per_subject(told)
    first, last = told[0].day.isoformat(), told[-1].day.isoformat()
    print(f"{len(told)} days, {first} to {last}, {len(counts):,} instrument-days\n")
    print("\n".join(report(found)))
    middle, each = median(counts), 1000 * median(one.seconds for one in told)
    print(f"median insights per instrument-day: {middle:g}; {each:.0f} ms per tape")
    return {
        "bench": "lenses",
        "days": len(told),
        "first": first,
        "last": last,
        "instrument_days": len(counts),
        "lenses": {
            row.lens: {
                "speaks": round(row.speaks, 4),
                "rare": round(row.rare, 4),
                "own_speaks": round(row.own_speaks, 4),
                "own_rare": round(row.own_rare, 4),
                "error": round(row.error, 4),
            }
            for row in found
        },
        "uncalibrated": [row.lens for row in found if not row.is_calibrated],
        "median_insights": middle,
        "ms_per_tape": round(each, 1),
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="bench.lenses", description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, metavar="DIR")
    parser.add_argument("--days", type=int, default=DAYS)
    parser.add_argument("--seed", type=int, default=SEED)
    asked = parser.parse_args()
    given = asked.folders or [SEEDS / "prices"]
    print(json.dumps(main(given, days=asked.days, seed=asked.seed)))
