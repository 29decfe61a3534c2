"""How often the tone of headlines agrees with people who labelled them.

    python -m bench.tone FILE [FILE ...]

A file is tab-separated text with a header: `text` and `tone` (positive, neutral,
negative or 1, 0, -1), and where known `set` and `entities`, JSON of names and their
tone. A field may be quoted and then hold tabs and line breaks. Rows that cannot be read
are counted and named. The entity figures take each name at its first place in the text;
those that do not stand there are counted. The last line is JSON; `per_s` is texts a
second on one core, the best of three rounds.
"""

import argparse
import csv
import json
import re
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.stories.tone import banded, leans, score

SIGNS = {
    "positive": 1, "neutral": 0, "negative": -1,
    "1": 1, "+1": 1, "0": 0, "-1": -1, "1.0": 1, "0.0": 0, "-1.0": -1,
}  # fmt: skip
CLASSES = (-1, 0, 1)
NAMES = {-1: "negative", 0: "neutral", 1: "positive"}
ROUNDS = 3
SHOWN = 5  # unreadable rows that are named

Pairs = list[tuple[int, int]]  # what a person meant, what was found


@dataclass(frozen=True, slots=True)
class Row:
    """A labelled text; `entities` are names and the tone toward each."""

    of: str
    text: str
    tone: int
    entities: Mapping[str, int]


def fields(content: str) -> Iterator[tuple[int, list[str]]]:
    """The fields of each row, with the line on which it ends.

    Where all lines have as many tabs as the first, each line is a row, whatever its
    quotes: texts that were written without quoting hold stray ones.
    """
    lines = content.splitlines()
    if len({line.count("\t") for line in lines if line}) == 1:
        for number, line in enumerate(lines, 1):
            if line:
                yield number, [unquoted(field) for field in line.split("\t")]
        return
    reader = csv.reader(content.splitlines(keepends=True), delimiter="\t")
    for row in reader:
        if row:
            yield reader.line_num, row


def unquoted(field: str) -> str:
    """A field without the quotes around it."""
    if len(field) > 1 and field[0] == field[-1] == '"':
        return field[1:-1].replace('""', '"')
    return field


def rows(path: Path, unread: list[str]) -> list[Row]:
    """The rows of a file; what cannot be read joins `unread`, named.

    Raises ValueError if the header names no text and tone, OSError if there is no file.
    """
    csv.field_size_limit(sys.maxsize)
    told = fields(path.read_text(encoding="utf-8-sig"))
    _, header = next(told, (0, []))
    if not {"text", "tone"} <= set(header):
        raise ValueError("the header names no `text` and `tone`; add the line")
    found = []
    for line, values in told:
        row = dict(zip(header, values, strict=False))
        tone = SIGNS.get(row.get("tone", "").strip().lower())
        if tone is None or len(values) > len(header):
            unread.append(f"{path}:{line} {' | '.join(values)[:60]!r}")
            continue
        entities = toned(row.get("entities", ""))
        if entities is None:
            unread.append(f"{path}:{line} entities {row['entities'][:60]!r}")
        found.append(
            Row(row.get("set") or path.stem, row["text"], tone, entities or {})
        )
    return found


def toned(text: str) -> dict[str, int] | None:
    """Names and the tone toward each, from JSON; None if that cannot be read."""
    if not text.strip():
        return {}
    try:
        found = json.loads(text)
        return {str(name): SIGNS[str(tone).lower()] for name, tone in found.items()}
    except (ValueError, KeyError, AttributeError, RecursionError):
        return None


def places(text: str, names: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Where each name first stands, the longer first, none inside another."""
    found: dict[str, tuple[int, int]] = {}
    for name in sorted(names, key=lambda name: (-len(name), name)):
        for match in re.finditer(
            rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE
        ):
            start, end = match.span()
            if all(end <= first or last <= start for first, last in found.values()):
                found[name] = start, end
                break
    return found


def entity_pairs(row: Row) -> tuple[Pairs, int]:
    """The tones of the names that stand in the text, and how many do not."""
    stand = places(row.text, list(row.entities))
    found = leans(row.text, list(stand.values()))
    pairs = [
        (row.entities[name], int(banded(lean)))
        for name, lean in zip(stand, found, strict=True)
    ]
    return pairs, len(row.entities) - len(stand)


@dataclass(frozen=True, slots=True)
class Figures:
    """How found tones agree with meant ones."""

    n: int
    accuracy: float
    macro_f1: float
    wrong_sign: float
    counts: Mapping[tuple[int, int], int]

    def tree(self, prefix: str = "") -> dict[str, float]:
        """The same for the line of JSON."""
        names = ("accuracy", "macro_f1", "wrong_sign")
        return {f"{prefix}{name}": round(getattr(self, name), 4) for name in names}


def figures(pairs: Pairs) -> Figures:
    """Accuracy, the mean F1 of the classes that occur, and the share of wrong signs."""
    counts = {(a, b): 0 for a in CLASSES for b in CLASSES}
    for pair in pairs:
        counts[pair] += 1
    n = len(pairs) or 1
    f1 = []
    for one in CLASSES:
        meant = sum(counts[one, other] for other in CLASSES)
        seen = sum(counts[other, one] for other in CLASSES)
        if meant:
            f1.append(2 * counts[one, one] / (meant + seen))
    return Figures(
        n=len(pairs),
        accuracy=sum(counts[one, one] for one in CLASSES) / n,
        macro_f1=sum(f1) / (len(f1) or 1),
        wrong_sign=(counts[1, -1] + counts[-1, 1]) / n,
        counts=counts,
    )


def speed(texts: Sequence[str]) -> float:
    """Texts a second, on one core."""
    score("")  # the words are planted once
    best = float("inf")
    for _ in range(ROUNDS):
        began = time.process_time()
        for text in texts:
            score(text)
        best = min(best, time.process_time() - began)
    return len(texts) / max(best, 1e-9)


def lines(title: str, told: Figures) -> Iterator[str]:
    """A block of the table: the figures, then what people meant by what was found."""
    yield (
        f"{title:24}{told.n:7,}  accuracy {told.accuracy:.3f}  macro-F1 "
        f"{told.macro_f1:.3f}  wrong sign {told.wrong_sign:.1%}"
    )
    for meant in CLASSES:
        cells = "".join(f"{told.counts[meant, found]:10,}" for found in CLASSES)
        yield f"  meant {NAMES[meant]:16}{cells}"


def main(paths: Sequence[Path]) -> dict[str, object]:
    """Print the table and give what the last line says."""
    unread: list[str] = []
    read = [row for path in paths for row in rows(path, unread)]
    if not read:
        told = ", ".join(map(str, paths))
        raise ValueError(f"{told}: no row with a text and a tone")
    sets: dict[str, Pairs] = {}
    names: dict[str, Pairs] = {}
    absent = 0
    for row in read:
        found = int(banded(score(row.text)))
        sets.setdefault(row.of, []).append((row.tone, found))
        pairs, missing = entity_pairs(row)
        absent += missing
        if pairs:
            names.setdefault(row.of, []).extend(pairs)
    print(f"{'':24}{'':7}  found: negative, neutral, positive")
    for name, pairs in sets.items():
        print("\n".join(lines(name, figures(pairs))))
        if name in names:
            print("\n".join(lines(f"{name}, names", figures(names[name]))))
    if unread:
        print(f"{len(unread)} not read: {'; '.join(unread[:SHOWN])}")
    whole = figures([pair for pairs in sets.values() for pair in pairs])
    toward = figures([pair for pairs in names.values() for pair in pairs])
    return {
        "bench": "tone",
        **whole.tree(),
        "per_s": round(speed([row.text for row in read])),
        **(toward.tree("entity_") if toward.n else {}),
        "rows": whole.n,
        "entities": toward.n,
        "entities_absent": absent,
        "unreadable": len(unread),
        "sets": {name: figures(pairs).tree() for name, pairs in sets.items()},
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="bench.tone", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    try:
        print(json.dumps(main(parser.parse_args().files)))
    except UnicodeDecodeError as error:
        sys.exit(f"bench.tone: a file is not UTF-8 text ({error}); save it as UTF-8")
    except (OSError, ValueError, csv.Error) as error:
        sys.exit(f"bench.tone: cannot read the file: {error}")
