"""How well names are found: precision, recall, traps, and headlines a second.

    python -m bench.names [FILE ...] [--errors] [--kinds KIND,KIND] [--traps FILE]

FILE is tab-separated, `text<TAB>entities`, with or without a header (with one, the
columns `text` and `entities` are read, whatever else there is). Entities are parted by
`;`, `,` or `|`; each is an id, a ticker, a name or any alias the lexicon knows, in any
case, with or without its kind before a colon (`company:JPM`). No entity: none. One with
`~` before it may be found or not. What the lexicon cannot resolve counts as missed.
Without FILE the tree's own `bench/names.tsv` is read.

Sets are compared headline by headline; an instrument and the company of that ticker are
one. A stretch of text that has two meanings (FOMC: the institution and its meeting) is
right if either is labelled. Themes, and the market's own dates (earnings season,
option expiry), are no names and are left out. A label that is no spelling we know is
read as a text, and stands for what is named in most of it. A kind that a file
labels nowhere is not scored in it (many files label no places or people); `--kinds`
names the kinds to score instead. `--errors` lists what is wrong and what is missed.
Traps come from `bench/traps.tsv`, `text<TAB>what must not be linked` (empty: nothing of
the market may be). The rate is that of the bulk door, best of three, on one core.
The last line is JSON.
"""

import argparse
import csv
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.seeds import desk
from generator.errors import GeneratorError
from generator.plain.names import Found, Lexicon, found, found_all, named

HERE = Path(__file__).parent
PARTED = re.compile(r"[;|]|,(?!\s*(?:Inc|Ltd|Corp|plc)\b)")
KINDS = ("instrument", "company", "institution", "person", "release", "place")
ONE = {"instrument": "company"}  # kinds that are one where the id is one
# Dates of the market's own: like themes they are no names, unless a file labels them.
EVENTS = frozenset(
    {
        "Earnings season",
        "Megacap earnings",
        "Option expiry",
        "Quarter-end",
        "Quarterly expiry of options and futures",
        "VIX expiry",
    }
)
OTHERS = frozenset(KINDS) - {"place"}  # what a trap without a name must not link
TIMED = 20_000  # headlines at least, for the rate
AGAIN = 3


class BenchError(GeneratorError):
    """A file that cannot be read; one line says why."""


@dataclass(frozen=True, slots=True)
class Label:
    """An entity of a file: as written there, its kind if told, and what it may mean."""

    text: str
    kind: str
    ids: frozenset[str]
    is_optional: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A headline and what was labelled in it."""

    text: str
    labels: tuple[Label, ...]


@dataclass(slots=True)
class Tally:
    """What was right, wrong and missed, by kind, with examples."""

    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    errors: list[tuple[str, str, str]] = field(default_factory=list)

    def rate(self, against: Counter[str], kind: str | None = None) -> float:
        """Right among right and these; 1 where there is neither."""
        right = self.right[kind] if kind else self.right.total()
        other = against[kind] if kind else against.total()
        return right / (right + other) if right + other else 1.0


def lines(path: Path) -> Iterator[list[str]]:
    """The cells of each line of a file; BenchError if it cannot be read."""
    try:
        with path.open(encoding="utf-8", newline="") as opened:
            yield from csv.reader(opened, delimiter="\t", quoting=csv.QUOTE_NONE)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise BenchError(f"{path}: {why}; give a file of text<TAB>entities") from error


def cells(path: Path, second: str) -> Iterator[tuple[str, str]]:
    """The text and the second column of each row, by a header if there is one."""
    columns = (0, 1)
    for number, row in enumerate(lines(path)):
        if number == 0 and {"text", second} <= {*row}:
            columns = (row.index("text"), row.index(second))
        elif row and len(row) > columns[0]:
            last = row[columns[1]] if len(row) > columns[1] else ""
            yield row[columns[0]], last


class Resolver:
    """What the words of a file may mean, through the lexicon itself."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.kinds: dict[str, str] = {}
        ids: dict[str, set[str]] = {}
        for name in lexicon.names:
            if name.kind in KINDS:
                ids.setdefault(name.id.lower(), set()).add(name.id)
                self.kinds.setdefault(name.id, name.kind)
            if name.kind == "person":  # "Conway" is enough where a file labels her
                ids.setdefault(name.text.split()[-1].lower(), set()).add(name.id)
        for ticker, known in lexicon.tickers.items():
            if ticker.rstrip(".") == ticker or ticker[:-1] not in lexicon.tickers:
                ids.setdefault(ticker.rstrip(".").lower(), set()).add(known)
        self.ids = ids

    def label(self, text: str) -> Label:
        """An entity as a file writes it."""
        bare = text.lstrip("~").strip()
        kind, colon, rest = bare.partition(":")
        kind = kind.strip().lower()
        if not colon or kind not in KINDS:
            kind, rest = "", bare
        rest = rest.strip().removeprefix("$")
        spelled = {
            one.id for one in self.lexicon.speller.spelled(rest) if one.kind in KINDS
        }
        ids = self.ids.get(rest.lower(), set()) | spelled or self._within(rest)
        asked = {one for one in ids if not kind or self._is(one, kind)}
        known = frozenset(asked or ids)
        told = kind or min((self.kinds.get(one, "") for one in known), default="")
        return Label(rest, ONE.get(told, told), known, text.startswith("~"))

    def _within(self, text: str) -> set[str]:
        """What is named in a label that is no spelling of ours, if most of it is."""
        told = [one for one in found(text, self.lexicon) if one.kind in KINDS]
        covered = sum(one.end - one.start for one in told)
        return {one.id for one in told} if 2 * covered >= len(text) else set()

    def _is(self, name: str, kind: str) -> bool:
        known = self.kinds.get(name, "company")
        return ONE.get(known, known) == ONE.get(kind, kind)

    def rows(self, path: Path) -> list[Row]:
        """The headlines of a file with their labels."""
        return [
            Row(
                text,
                tuple(self.label(one) for one in PARTED.split(told) if one.strip()),
            )
            for text, told in cells(path, "entities")
        ]


def tallied(
    rows: Sequence[Row], lexicon: Lexicon, scored: Iterable[str] | None
) -> Tally:
    """What of these headlines is found rightly; `scored` None: the kinds they label."""
    labelled = {one.kind for row in rows for one in row.labels}
    kinds = {ONE.get(one, one) for one in (scored or labelled)}
    tally = Tally()
    told = found_all([row.text for row in rows], lexicon)
    for row, names in zip(rows, told, strict=True):
        _compare(row, [one for one in names if one.kind in KINDS], kinds, tally)
    return tally


def _compare(row: Row, names: Sequence[Found], kinds: set[str], tally: Tally) -> None:
    """One headline's sets against each other."""
    wanted = frozenset[str]().union(*(one.ids for one in row.labels))
    fit = [one for one in names if one.id in wanted]
    found = {one.id for one in fit}
    for label in row.labels:
        kind = label.kind or "company"
        if label.is_optional or kind not in kinds:
            continue
        if label.ids & found:
            tally.right[kind] += 1
        else:
            tally.missed[kind] += 1
            unknown = "" if label.ids else " (unknown)"
            tally.errors.append(("missed", f"{kind}:{label.text}{unknown}", row.text))
    extra = {
        one.id: one
        for one in names
        if one.id not in wanted | EVENTS
        and not any(one.start < two.end and two.start < one.end for two in fit)
    }
    for one in extra.values():
        kind = ONE.get(one.kind, one.kind)
        if kind in kinds:
            tally.wrong[kind] += 1
            said = f"{kind}:{one.id} from {one.text!r}"
            tally.errors.append(("wrong", said, row.text))


def trapped(path: Path, resolver: Resolver) -> list[tuple[str, str]]:
    """The traps of a file that were linked, each with what was."""
    rows = list(cells(path, "not"))
    told = found_all([text for text, _ in rows], resolver.lexicon)
    caught = []
    for (text, forbidden), names in zip(rows, told, strict=True):
        split = [one for one in PARTED.split(forbidden) if one.strip()]
        ids = {name for one in split for name in resolver.label(one).ids}
        caught += [
            (text, f"{one.kind}:{one.id}")
            for one in names
            if (one.id in ids if split else one.kind in OTHERS)
        ]
    return caught


def rate(texts: Sequence[str], lexicon: Lexicon) -> float:
    """Headlines a second of the bulk door, by the processor's clock."""
    if not texts:
        return 0.0
    many = [*texts] * (TIMED // len(texts) + 1)
    best = 0.0
    for _ in range(AGAIN):
        began = time.process_time()
        named(many, lexicon)
        best = max(best, len(many) / (time.process_time() - began))
    return best


def table(tally: Tally) -> Iterator[str]:
    """A line for each kind and one for all."""
    heads = ("right", "wrong", "missed", "prec", "recall")
    yield f"{'kind':<12} " + " ".join(f"{one:>6}" for one in heads)
    kinds = sorted({*tally.right, *tally.wrong, *tally.missed})
    for kind in [*kinds, ""]:
        counts = [
            one[kind] if kind else one.total()
            for one in (tally.right, tally.wrong, tally.missed)
        ]
        precision = tally.rate(tally.wrong, kind or None)
        recall = tally.rate(tally.missed, kind or None)
        shown = " ".join(f"{one:>6}" for one in counts)
        yield f"{kind or 'all':<12} {shown} {precision:>6.3f} {recall:>6.3f}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table, the errors if asked, and the line of JSON."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--errors", action="store_true", help="list each error")
    parser.add_argument("--kinds", default="", help="the kinds to score, by commas")
    parser.add_argument("--traps", type=Path, default=HERE / "traps.tsv")
    asked = parser.parse_args(arguments)
    try:
        print(json.dumps(measured(asked)))
    except GeneratorError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def measured(asked: argparse.Namespace) -> Mapping[str, object]:
    """The figures of the files that were asked for, after their table."""
    lexicon = desk().lexicon
    resolver = Resolver(lexicon)
    files = asked.files or [HERE / "names.tsv"]
    rows = [row for path in files for row in resolver.rows(path)]
    if not rows:
        told = ", ".join(map(str, files))
        raise GeneratorError(f"{told}: no headline; write lines of text<TAB>entities")
    kinds = [one.strip().lower() for one in asked.kinds.split(",") if one.strip()]
    tally = tallied(rows, lexicon, kinds or None)
    caught = trapped(asked.traps, resolver)
    for line in table(tally):
        print(line)
    if asked.errors:
        for error in sorted(tally.errors):
            print("  ".join(error))
        for text, linked in caught:
            print(f"trap  {linked}  {text}")
    return {
        "bench": "names",
        "precision": round(tally.rate(tally.wrong), 4),
        "recall": round(tally.rate(tally.missed), 4),
        "traps_linked": len({text for text, _ in caught}),
        "per_s": round(rate([row.text for row in rows], lexicon)),
        "headlines": len(rows),
        "entities": tally.right.total() + tally.missed.total(),
    }


if __name__ == "__main__":
    sys.exit(main())
