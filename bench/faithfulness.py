"""Every printed figure of notes, recomputed from the price files by a second path.

    python -m bench.faithfulness [DIR ...] [--days SUBJECT FIRST LAST] [--prices DIR]

DIR holds notes, each a `note.md` with its `ledger.json`; with `--days` they are made.
Each figure, date, window, name and direction word that stands printed is read twice, by
the ledger's bound spans and by a plain search, and recomputed by bench/second: TA-Lib
and pandas on the CSV files, no code of `generator/market`. What that cannot say is
counted as unchecked. Then errors are planted in every tenth note (bench/planted.py),
and it is counted how many the product's own proof reports, and what it reports of the
notes as they stand and of copies reworded. The last line is JSON.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from bench.days import drafts
from bench.planted import caught, planted, reworded
from bench.second.earlier import Before, before
from bench.second.judge import judged
from bench.second.shelf import Shelf, shelf
from bench.second.verdict import Verdict
from generator.desk.drafts import draft_of
from generator.errors import GeneratorError, NoteError
from generator.model.note import Draft
from generator.plain.places import SEEDS
from generator.proof import check

NUMBERS = ("figure", "date", "window", "unbound")
LISTED = ("source", "sources", "head", "chart")  # of headlines and the front matter
BESIDE = ("subject", "way")  # the words beside a figure, not the figure
EVERY, COPIES = 10, 2
STATES = ("right", "wrong", "unchecked")


@dataclass(slots=True)
class Tally:
    """What was found in notes: verdicts by metric, evidence, and the proof's record."""

    notes: int = 0
    days: set[date] = field(default_factory=set)
    counts: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    odd: list[str] = field(default_factory=list)
    planted: Counter[tuple[str, bool]] = field(default_factory=Counter)
    read: int = 0
    reported: int = 0
    texts: int = 0
    blamed: int = 0

    def add(self, draft: Draft, verdicts: Iterable[Verdict]) -> None:
        """Counts the verdicts on one note."""
        head = draft.ledger.note
        self.notes += 1
        self.days.add(head.edition)
        for one in verdicts:
            self.counts[one.metric, class_of(one), one.state] += 1
            if one.state != "right":
                self.odd.append(f"{one.state} {head.edition} {head.subject} {one.line}")

    def prove(self, draft: Draft, seed: int) -> None:
        """Counts what the proof reports of planted errors, and of true texts."""
        before = check(draft.markdown, draft.ledger)
        for plant in planted(draft, seed):
            self.planted[plant.kind, caught(plant, before, draft.ledger)] += 1
        for text in (draft.markdown, *reworded(draft, seed, copies=COPIES)):
            found = check(text, draft.ledger)
            standing = sum(one.verdict != "SAME" for one in found)
            self.read, self.reported = self.read + len(found), self.reported + standing
            self.texts, self.blamed = self.texts + 1, self.blamed + bool(standing)

    def of(self, kind: str, state: str = "") -> int:
        """How many of a class there are, in a state or in all."""
        return sum(
            count
            for (_, own, told), count in self.counts.items()
            if own == kind and state in ("", told)
        )


def class_of(one: Verdict) -> str:
    """Whether it is a figure, a word, or of the front matter and the sources."""
    if one.metric in LISTED:
        return "listed"
    is_number = one.printed.kind in NUMBERS and one.metric not in BESIDE
    return "figure" if is_number else "word"


def measured(notes: Iterable[Draft], files: Shelf, every: int = EVERY) -> Tally:
    """The verdicts on notes; every so many of them prove the proof as well."""
    tally, last = Tally(), dict[str, Before]()
    for number, draft in enumerate(notes):
        head = draft.ledger.note
        moment = files.at(head.as_of)
        if moment.line(head.subject) is None:
            message = f"{head.subject}: no bars in these folders; give its --prices"
            raise NoteError(message)
        tally.add(draft, judged(draft, moment, last.get(head.subject)))
        last[head.subject] = before(draft)
        if every and number % every == 0:
            tally.prove(draft, number)
    return tally


def report(tally: Tally, *, verbose: bool = False) -> Iterator[str]:
    """The table by metric, the evidence against a note, and the planted errors."""
    yield f"{'metric':26}{'class':8}{'printed':>9}{'wrong':>7}{'unchecked':>11}"
    rows = Counter[tuple[str, str]]()
    for (metric, kind, _), count in tally.counts.items():
        rows[metric, kind] += count
    for (metric, kind), count in sorted(
        rows.items(), key=lambda row: (-row[1], row[0])
    ):
        wrong, open_ = (tally.counts[metric, kind, state] for state in STATES[1:])
        yield f"{metric:26}{kind:8}{count:9,}{wrong:7}{open_:11}"
    shown = tally.odd if verbose else [one for one in tally.odd if one[:5] == "wrong"]
    yield from ("", *shown) if shown else ()
    if tally.planted:
        yield from kinds(tally)


def kinds(tally: Tally) -> Iterator[str]:
    """How many of each kind of planted error the proof reports."""
    yield f"\n{'planted':26}{'errors':>9}{'caught':>9}"
    for kind in sorted({kind for kind, _ in tally.planted}):
        hit, miss = tally.planted[kind, True], tally.planted[kind, False]
        yield f"{kind:26}{hit + miss:9}{hit:9}"


def tree(tally: Tally) -> dict[str, object]:
    """What the last line says."""
    return {
        "bench": "faithfulness",
        "notes": tally.notes,
        "days": len(tally.days),
        "figures": tally.of("figure"),
        "wrong": tally.of("figure", "wrong"),
        "unchecked": tally.of("figure", "unchecked"),
        "words": tally.of("word"),
        "words_wrong": tally.of("word", "wrong"),
        "words_unchecked": tally.of("word", "unchecked"),
        "listed": tally.of("listed"),
        "listed_wrong": tally.of("listed", "wrong"),
        "planted": tally.planted.total(),
        "caught": sum(count for (_, hit), count in tally.planted.items() if hit),
        "false_reports": tally.reported,
        "read": tally.read,
        "texts": tally.texts,
        "texts_reported": tally.blamed,
    }


# --- which notes


def in_folders(places: Sequence[Path]) -> Iterator[Draft]:
    """The notes in folders; NoteError where there is none."""
    for place in places:
        paths = sorted(place.rglob("ledger.json"))
        folders = [path.parent for path in paths if "release" not in path.parts]
        if not folders:
            raise NoteError(f"{place}: no note here; name a folder that holds notes")
        yield from map(draft_of, folders)


def over_days(days: Sequence[Sequence[str]], prices: Sequence[Path]) -> Iterator[Draft]:
    """The product's own notes of subjects between days."""
    for subject, first, last in days:
        try:
            span = date.fromisoformat(first), date.fromisoformat(last)
        except ValueError as error:
            message = f"{first} {last}: {error}; write a day like 2018-12-26"
            raise NoteError(message) from error
        yield from drafts(prices, subject, first=span[0], last=span[1])


def arguments(given: Sequence[str] | None) -> argparse.Namespace:
    """What the command was given."""
    parser = argparse.ArgumentParser(prog="bench.faithfulness", description=__doc__)
    parser.add_argument("places", nargs="*", type=Path, metavar="DIR")
    words = ("SUBJECT", "FIRST", "LAST")
    parser.add_argument("--days", nargs=3, action="append", metavar=words)
    parser.add_argument("--prices", action="append", type=Path, metavar="DIR")
    parser.add_argument("--every", type=int, default=EVERY, help="0: plant nothing")
    parser.add_argument(
        "-v", "--verbose", action="store_true", help="what is unchecked"
    )
    return parser.parse_args(given)


def told_line(words: Sequence[str] | None = None) -> int:
    """The bench from the command line: 0, or 1 with one line on what to mend."""
    given = arguments(words)
    prices = given.prices or [SEEDS / "prices"]
    days = given.days or [["SPX", "2018-12-03", "2018-12-31"]]
    try:
        files = shelf(prices, SEEDS / "instruments.toml")
        notes = in_folders(given.places) if given.places else over_days(days, prices)
        tally = measured(notes, files, given.every)
    except (GeneratorError, OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    print("\n".join(report(tally, verbose=given.verbose)))
    print(json.dumps(tree(tally)))
    return 0


if __name__ == "__main__":
    sys.exit(told_line())
