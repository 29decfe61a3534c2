"""How many computed figures of the reference notes come out of the market wing.

    python -m bench.reference [FILE or DIR ...] [--prices DIR] [--todo | --matched]

A figure is matched where a Fact has its subject, its meaning (`meanings.toml`), its
window and its value, within half a unit of the last digit that the ledger gives. All
others are listed with the reason; the last line is JSON.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bench.ledgers import MEANING, Figure, Note, kind, note
from bench.matches import Verdict, book, meanings, verdict
from generator import market
from generator.errors import GeneratorError
from generator.model.market import Tape
from generator.plain.places import SEEDS
from generator.plain.world import world

SHARED = Path(__file__).resolve().parents[2] / "shared"
WIDE = 90  # characters of a figure's words that a line shows
REASONS = {
    "no such metric": "no Fact of this subject has that meaning, or is that price",
    "other window": "the metric is there, over other sessions",
    "other definition": "theirs is defined otherwise, and so has another value",
    "value differs": "metric and window are there, the value is another",
    "no bars": "no prices of that subject as of that moment",
    "no such meaning": "the words stand in no row of meanings.toml",
}


@dataclass(frozen=True, slots=True)
class Page:
    """A note and what became of each of its counted figures."""

    note: Note
    found: tuple[Verdict, ...]


def pages(notes: Sequence[Note], prices: Sequence[Path]) -> tuple[Page, ...]:
    """Each note with its verdicts, from the prices of these folders."""
    known = meanings()
    return tuple(
        Page(desk, tuple(verdict(one, shelf, known) for one in counted(desk)))
        for desk, tape in zip(notes, tapes(notes, prices), strict=True)
        for shelf in (book(desk, tape),)
    )


def counted(desk: Note) -> Iterator[Figure]:
    """The figures of a note that bars can give."""
    return (figure for figure in desk.figures if kind(figure) == "counted")


def tapes(notes: Sequence[Note], prices: Sequence[Path]) -> Iterator[Tape]:
    """The tape of each note's moment."""
    desk = world(
        instruments=SEEDS / "instruments.toml",
        sources=SEEDS / "sources.toml",
        playbook=SEEDS / "playbook",
        calendar=SEEDS / "calendar.toml",
    )
    panel = market.load(prices, desk.instruments)
    seen: dict[object, Tape] = {}
    for one in notes:
        if one.as_of not in seen:
            seen[one.as_of] = market.read(panel, one.as_of)
        yield seen[one.as_of]


# --- the report


def report(known: Sequence[Page]) -> Iterator[str]:
    """The tables, the figures left out, and the line of JSON."""
    yield line("figures by class", [*MEANING, "all"])
    for page in known:
        classes = Counter(kind(figure) for figure in page.note.figures)
        yield line(
            page.note.name, [*(classes[one] for one in MEANING), classes.total()]
        )
    yield ""
    yield from (f"{name}: {why}" for name, why in MEANING.items())
    yield ""
    yield line("counted figures", ["counted", "matched", "share", *map(short, REASONS)])
    for page in known:
        yield line(page.note.name, tally(page.found))
    yield line("all", tally([one for page in known for one in page.found]))
    yield ""
    yield from (f"{name}: {why}" for name, why in REASONS.items())
    yield ""
    yield from (told(page, one) for page in known for one in page.found if one.reason)
    yield ""
    yield from (
        said(page, figure, f"not counted, {kind(figure)}")
        for page in known
        for figure in page.note.figures
        if kind(figure) != "counted"
    )
    yield json.dumps(summary(known))


def line(name: str, cells: Iterable[object]) -> str:
    """One row of a table."""
    return f"{name:26}" + "".join(f"{cell!s:>11}" for cell in cells)


def short(reason: str) -> str:
    """A reason as the head of a column."""
    return reason.replace("no such ", "no ").replace("definition", "def")[:10]


def tally(found: Sequence[Verdict]) -> list[object]:
    """Counted, matched, share, and how many were left out for each reason."""
    reasons = Counter(one.reason for one in found)
    share = f"{100 * reasons[''] / max(len(found), 1):.1f}%"
    return [len(found), reasons[""], share, *(reasons[one] for one in REASONS)]


def told(page: Page, one: Verdict) -> str:
    """What became of a figure, in a line."""
    ours = f": {one.fact} {one.ours}".rstrip() if one.fact else ""
    return said(page, one.figure, (one.reason or "matched") + ours)


def said(page: Page, figure: Figure, why: str) -> str:
    """A figure with its words and value, and why it stands in a list."""
    theirs = figure.value if isinstance(figure.value, date) else f"{figure.value:.7g}"
    words = figure.said[:WIDE]
    return f"{page.note.name} {figure.row} {figure.subject}: {words} = {theirs}: {why}"


def summary(known: Sequence[Page]) -> dict[str, object]:
    """The last line: what was counted, matched and left out, in all and by note."""
    each = {
        page.note.name: {
            "figures": len(page.found),
            "matched": sum(not one.reason for one in page.found),
        }
        for page in known
    }
    figures = sum(one["figures"] for one in each.values())
    matched = sum(one["matched"] for one in each.values())
    return {
        "bench": "reference",
        "figures": figures,
        "matched": matched,
        "left_out": figures - matched,
        "share": round(matched / max(figures, 1), 4),
        "notes": each,
    }


def todo(known: Sequence[Page]) -> Iterator[str]:
    """The figures left out, by family, the most frequent first."""
    lacking = [
        (one.family, told(page, one))
        for page in known
        for one in page.found
        if one.reason
    ]
    for family, count in Counter(family for family, _ in lacking).most_common():
        yield f"\n## {family}: {count}"
        yield from (f"- {words}" for name, words in lacking if name == family)


def matched(known: Sequence[Page]) -> Iterator[str]:
    """The figures that were matched, each with its Fact."""
    return (told(page, one) for page in known for one in page.found if not one.reason)


def arguments() -> argparse.Namespace:
    """What the command was given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("notes", nargs="*", type=Path, metavar="FILE or DIR")
    parser.add_argument("--prices", action="append", type=Path, metavar="DIR")
    for flag, words in (("--todo", "the misses by family"), ("--matched", "the hits")):
        parser.add_argument(flag, action="store_true", help=words)
    return parser.parse_args()


def main() -> int:
    """Read the notes, look for each figure, print."""
    given = arguments()
    paths = [
        path
        for one in given.notes or [SHARED / "reference-notes"]
        for path in ([one] if one.is_file() else sorted(one.glob("[0-9]*.md")))
    ]
    if not paths:
        sys.stdout.write("reference: no notes here to hold against; name FILE or DIR\n")
        return 0
    data = SHARED / "data"
    prices = given.prices or [data / "prices", data / "prices-second-vendor"]
    try:
        known = pages([note(path) for path in paths], prices)
    except (GeneratorError, ValueError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    view = todo if given.todo else matched if given.matched else report
    print("\n".join(view(known)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
