"""The product's own notes of one subject over many sessions, and how long each takes.

    python -m bench.days SUBJECT FIRST LAST [--prices DIR ...] [--save DIR]

Each note is planned, written, proven and freed of what failed as the pipeline does it,
as of half an hour after its session's bar was known, by the seeds' desk; it knows the
notes before it as the shelf would hand them on. `--save` lays each down in a folder of
its own, as `edition/slug`, for the other benches. Times are of one core; the panel's
own loading stands apart. The last line is JSON.
"""

import argparse
import json
import sys
import time
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, MutableMapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from statistics import fmean, median

from bench.seeds import desk
from generator import angles, market, news, proof, scores, stories, writing
from generator.desk.drafts import files_of
from generator.desk.past import MOST, told
from generator.errors import GeneratorError, PriceError
from generator.market.sessions import aware, calendar, known_at
from generator.model.market import Tape
from generator.model.news import Harvest, Story
from generator.model.note import Draft, PastNote
from generator.plain import calendar as releases
from generator.plain.files import errors_of
from generator.plain.places import SEEDS
from generator.plain.world import World
from generator.settings import Desk, Scores

AFTER = timedelta(minutes=30)  # from when a bar is known to when its note is written
STAGES = ("news", "tape", "plan", "write", "proof")

Spent = MutableMapping[str, list[float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evening:
    """What one session's note has in hand."""

    as_of: datetime
    harvest: Harvest
    stories: Sequence[Story]
    tape: Tape


@dataclass(frozen=True, slots=True)
class Watch:
    """Seconds of one core spent in each stage, one for each note."""

    spent: Spent = field(default_factory=lambda: defaultdict(list))

    @contextmanager
    def over(self, stage: str) -> Iterator[None]:
        """Adds what the block takes to a stage."""
        began = time.process_time()
        yield
        self.spent.setdefault(stage, []).append(time.process_time() - began)


def drafts(
    prices: Sequence[Path],
    subject: str,
    benchmark: str = "",
    *,
    first: date,
    last: date,
    feeds: Path | None = None,
    memory: int = MOST,
    watch: Watch | None = None,
) -> Iterator[Draft]:
    """The note of every session from `first` to `last`, each knowing those before.

    `memory` is how many earlier notes one knows, at most. Without `feeds` there are no
    headlines. Raises PriceError where the subject has no bars then or cannot be traded.
    """
    world, watch = desk(), watch or Watch()
    panel = loaded(tuple(prices))
    known: deque[PastNote] = deque(maxlen=memory)
    for as_of in evenings(panel, subject, first, last):
        day = evening(panel, world, as_of, feeds=feeds, watch=watch)
        draft = noted(day, world, (subject, benchmark), past=[*known], watch=watch)
        known.appendleft(told(draft.ledger))
        yield draft


@lru_cache(maxsize=2)
def loaded(prices: tuple[Path, ...]) -> market.Panel:
    """The panel of price folders or files' folders, read once."""
    return market.load(prices, desk().instruments)


def evenings(
    panel: market.Panel, subject: str, first: date, last: date
) -> list[datetime]:
    """When the note of each session of a subject is written; PriceError if of none."""
    held = panel.bars.get(subject)
    if not held:
        message = f"{subject}: no bars in these folders; name one that has a file there"
        raise PriceError(message)
    instrument, dates = panel.instruments[subject], held[0].dates
    rows = [row for row in range(len(dates)) if first <= held[0].day(row) <= last]
    if not rows:
        span = f"{held[0].day(0)} to {held[0].day(-1)}"
        raise PriceError(f"{subject}: no session between; its bars are of {span}")
    table = calendar(instrument.calendar, held[0].day(rows[0]), held[0].day(rows[-1]))
    known = known_at(dates[rows], instrument, table)
    return [aware(moment) + AFTER for moment in known]


def evening(
    panel: market.Panel,
    world: World,
    as_of: datetime,
    *,
    feeds: Path | None,
    watch: Watch,
) -> Evening:
    """The headlines, stories and tape of a moment."""
    with watch.over("news"):
        harvest = news.gather(world.sources, as_of, feeds=feeds) if feeds else NONE
        told_of = stories.tell(harvest.headlines, world.lexicon)
    with watch.over("tape"):
        tape = market.read(panel, as_of)
    return Evening(as_of=as_of, harvest=harvest, stories=told_of, tape=tape)


NONE = Harvest((), ())


def noted(
    day: Evening,
    world: World,
    asked: tuple[str, str],
    *,
    past: Sequence[PastNote],
    watch: Watch,
) -> Draft:
    """The proven note on a subject and a benchmark (maybe "") of one evening."""
    with watch.over("plan"):
        ahead = releases.ahead(
            day.harvest.headlines, world.releases, day.as_of, dated=world.dated
        )
        angle = angles.asked(*asked, day.stories, day.tape, past=past)
        (dressed,) = angles.dress([angle], day.stories, day.tape, ahead)
        plan = writing.plan(
            dressed,
            scores.rate(dressed, day.tape, Scores()),
            day.tape,
            edition=day.as_of.date(),
            themes=world.themes,
            silences=day.harvest.silences,
            past=past,
            desk=Desk(),
        )
    with watch.over("write"):
        draft = writing.write(plan)
    with watch.over("proof"):
        return writing.without(draft, proof.check(draft.markdown, draft.ledger))


def saved(notes: Iterable[Draft], folder: Path) -> list[Path]:
    """The folders `edition/slug` of notes laid down; DiskError if one cannot be."""
    paths = []
    for draft in notes:
        head = draft.ledger.note
        path = folder / head.edition.isoformat() / head.slug
        with errors_of(path):
            for name, body in files_of(draft).items():
                place = path / name
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(body)
        paths.append(path)
    return paths


def table(spent: Mapping[str, Sequence[float]]) -> Iterator[str]:
    """Milliseconds a note by stage."""
    yield f"{'stage':10}{'mean ms':>10}{'median':>10}{'worst':>10}"
    for stage in STAGES:
        times = [1000 * one for one in spent[stage]]
        yield f"{stage:10}{fmean(times):10.1f}{median(times):10.1f}{max(times):10.1f}"


def main(
    subject: str, span: tuple[date, date], prices: Sequence[Path], save: Path | None
) -> dict[str, object]:
    """Print the table and give what the last line says."""
    watch, began = Watch(), time.process_time()
    loaded(tuple(prices))
    loading = time.process_time() - began
    made = drafts(prices, subject, first=span[0], last=span[1], watch=watch)
    notes = [*made]
    if save:
        saved(notes, save)
    withheld = sum(len(one.ledger.withheld) for one in notes)
    print("\n".join(table(watch.spent)))
    whole = sum(map(sum, watch.spent.values()))
    after = [sum(times) for times in zip(*(watch.spent[s] for s in LAST), strict=True)]
    return {
        "bench": "days",
        "notes": len(notes),
        "withheld": withheld,
        "load_s": round(loading, 2),
        "notes_per_s": round(len(notes) / max(whole, 1e-9), 2),
        "write_and_proof_ms": round(1000 * median(after), 1),
        "write_and_proof_worst_ms": round(1000 * max(after), 1),
    }


LAST = ("write", "proof")


def told_line(arguments: Sequence[str] | None = None) -> int:
    """The bench from the command line: 0, or 1 with one line on what to mend."""
    parser = argparse.ArgumentParser(prog="bench.days", description=__doc__)
    parser.add_argument("subject")
    parser.add_argument("first", type=date.fromisoformat, metavar="FIRST")
    parser.add_argument("last", type=date.fromisoformat, metavar="LAST")
    parser.add_argument("--prices", action="append", type=Path, metavar="DIR")
    parser.add_argument("--save", type=Path, metavar="DIR")
    given = parser.parse_args(arguments)
    prices, span = given.prices or [SEEDS / "prices"], (given.first, given.last)
    try:
        print(json.dumps(main(given.subject, span, prices, given.save)))
    except GeneratorError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(told_line())
