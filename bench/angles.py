"""Every candidate of a day with the factors of its score, and which become notes.

    python -m bench.angles [DIR ...] [--prices DIR] [--as-of T] [--notes 3]

A DIR is a folder of recorded feeds, or one that holds them as `feeds`; the moment is
`--as-of`, else 22:00Z of the day the DIR is named for. Without a DIR the recorded day
of the seeds is taken. The notes are those of a first edition: nothing was written
before. The last line is JSON.
"""

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from datetime import time as clock_time
from pathlib import Path

from bench.seeds import desk
from generator import angles, market, news, stories
from generator.cli_day import hook_lines, table
from generator.errors import GeneratorError
from generator.model.news import Story
from generator.plain import clock
from generator.plain.places import SEEDS
from generator.plain.world import World

NOTES = 3  # of an edition, as a desk has without other settings
EVENING = clock_time(22)
SEEDED = "2018-12-26T22:00Z"


@dataclass(frozen=True, slots=True)
class Weighed:
    """What one edition had to choose from."""

    name: str
    told: Sequence[Story]
    sifted: Sequence[angles.Sifted]
    hook: angles.Hook

    @property
    def notes(self) -> list[str]:
        """The subjects that become notes, the best first."""
        return [one.angle.subject for one in self.sifted if not one.passed]

    @property
    def kinds(self) -> list[str]:
        """Which candidates a story leads, and which the tape."""
        return [one.angle.kind for one in self.sifted]

    @property
    def row(self) -> Mapping[str, object]:
        """What the JSON says of it."""
        headlines = [reason for story in self.told for reason in story.asides]
        return {
            "candidates": len(self.sifted),
            "by_news": self.kinds.count("news"),
            "by_tape": self.kinds.count("tape"),
            "notes": self.notes,
            "covered": self.hook.covered,
            "unusual": self.hook.unusual,
            "headlines": len(headlines),
            "set_aside": sum(reason is not None for reason in headlines),
            "stories": len(self.told),
        }


def weighed(
    folder: Path, as_of: datetime, panel: market.Panel, known: World, *, most: int
) -> Weighed:
    """The candidates of one folder of feeds at a moment."""
    harvest = news.gather(known.sources, as_of, feeds=feeds_of(folder))
    told = stories.tell(harvest.headlines, known.lexicon)
    tape = market.read(panel, as_of)
    found = angles.weigh(told, tape, [], known.themes)
    sifted = angles.sift(found, tape, most)
    return Weighed(folder.name, told, sifted, angles.hook(told, tape))


def feeds_of(folder: Path) -> Path:
    """The folder itself, or the `feeds` in it."""
    inner = folder / "feeds"
    return inner if inner.is_dir() else folder


def moment_of(folder: Path) -> datetime:
    """The evening of the day a folder is named for."""
    for name in (folder.name, folder.parent.name):
        try:
            return datetime.combine(date.fromisoformat(name), EVENING, UTC)
        except ValueError:
            continue
    raise GeneratorError(f"{folder}: is not named for a day; say when with --as-of")


def report(one: Weighed) -> Iterator[str]:
    """The table of an edition."""
    yield f"\n{one.name}: {len(one.sifted)} candidates, {len(one.told)} stories"
    yield from hook_lines(one.hook)
    yield from table(one.sifted)


def main(
    folders: Sequence[Path], prices: Sequence[Path], as_of: str, *, most: int = NOTES
) -> Mapping[str, object]:
    """Print the tables and give what the last line says."""
    known = desk()
    panel = market.load(prices, known.instruments)
    found = []
    for folder in folders:
        when = clock.moment(as_of) if as_of else moment_of(folder)
        found.append(weighed(folder, when, panel, known, most=most))
        print("\n".join(report(found[-1])))
    return {
        "bench": "angles",
        "candidates": sum(len(one.sifted) for one in found),
        "editions": {one.name: one.row for one in found},
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="bench.angles", description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, metavar="DIR")
    parser.add_argument("--prices", action="append", type=Path, metavar="DIR")
    parser.add_argument("--as-of", default="", metavar="T")
    parser.add_argument("--notes", type=int, default=NOTES)
    asked = parser.parse_args()
    given = asked.folders or [SEEDS / "feeds"]
    when = asked.as_of or ("" if asked.folders else SEEDED)
    bars = asked.prices or [SEEDS / "prices"]
    try:
        print(json.dumps(main(given, bars, when, most=asked.notes)))
    except GeneratorError as error:
        raise SystemExit(f"bench.angles: {error}") from error
