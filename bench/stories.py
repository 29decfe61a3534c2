"""How well headlines are grouped into stories, against labelled files.

    python -m bench.stories FILE [FILE ...]
    python -m bench.stories --scale

A file is tab-separated text with a header: `title` and `story`, and where known `lead`,
`ts` (seconds or milliseconds since 1970, or a date), `source` and `cat`. Rows without a
title or a story are counted and named. Precision, recall and F1 are B-cubed (Bagga and
Baldwin 1998); `pair_f1` is of pairs of headlines. `per_s` is headlines a second on one
core, from text to groups, the best of three rounds; `per_s_named` has the names found
too. `--scale` groups made-up streams of up to a million headlines instead. The last
line is JSON.
"""

import argparse
import csv
import json
import random
import resource
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from multiprocessing import get_context
from pathlib import Path
from statistics import fmean

from bench.seeds import desk
from generator.errors import GeneratorError
from generator.plain.names import Lexicon, named
from generator.stories.group import Group, Text, groups

ROUNDS = 3
SHOWN = 5  # rows left out that are named
# Names that the desk compares, too.
KINDS = frozenset({"instrument", "institution", "company", "release"})
LEAD = 400  # characters of a lead in which names are looked for
MILLISECONDS = 1e11  # seconds since 1970 are fewer until the year 5138
SIZES = (1_000, 10_000, 100_000, 1_000_000)
BEGAN = datetime(2026, 1, 1, tzinfo=UTC)
DAYS = 30  # that a made-up stream spans


@dataclass(frozen=True, slots=True)
class Row:
    """A labelled headline."""

    text: Text
    category: str
    story: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far the groups agree with the labels; all shares of one."""

    precision: float
    recall: float
    pairs: float

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return harmonic(self.precision, self.recall)

    def tree(self) -> dict[str, float]:
        """What the last line says of it."""
        return {
            "b3_precision": round(self.precision, 4),
            "b3_recall": round(self.recall, 4),
            "b3_f1": round(self.f1, 4),
            "pair_f1": round(self.pairs, 4),
        }


def harmonic(one: float, other: float) -> float:
    return 2 * one * other / (one + other) if one + other else 0.0


def agreement(found: Iterable[Sequence[int]], labels: Sequence[str]) -> Agreement:
    """How far these groups of indices agree with the labels of the indices."""
    sizes = Counter(labels)
    precision = recall = 0.0
    both = grouped = 0
    for group in found:
        kinds = Counter(labels[at] for at in group)
        precision += sum(count**2 for count in kinds.values()) / len(group)
        recall += sum(count**2 / sizes[kind] for kind, count in kinds.items())
        both += sum(count * (count - 1) for count in kinds.values())
        grouped += len(group) * (len(group) - 1)
    meant = sum(count * (count - 1) for count in sizes.values())
    right = both / grouped if grouped else 1.0
    reached = both / meant if meant else 1.0
    count = max(len(labels), 1)
    return Agreement(precision / count, recall / count, harmonic(right, reached))


def rows(path: Path, left_out: list[str]) -> list[Row]:
    """The rows of a file; those without title or story join `left_out`, named.

    Raises ValueError if the header names no title and story, OSError if there is no
    file.
    """
    csv.field_size_limit(sys.maxsize)
    found = []
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        if not {"title", "story"} <= set(reader.fieldnames or ()):
            raise ValueError(f"{path}: the header names no title and story; add them")
        for row in reader:
            told = {key: (row.get(key) or "").strip() for key in COLUMNS}
            if not (told["title"] and told["story"]):
                missing = "story" if told["title"] else "title"
                left_out.append(f"{path.name}:{reader.line_num}: no {missing}")
                continue
            when = moment(told["ts"])
            text = Text(told["title"], told["lead"], (), told["source"], when)
            found.append(Row(text, told["cat"], told["story"]))
    if not found:
        raise ValueError(f"{path}: no row with a title and a story; check the columns")
    return found


COLUMNS = ("title", "lead", "ts", "source", "cat", "story")


def moment(stamp: str) -> datetime | None:
    """The time of a stamp; None where it is empty, zero or cannot be read."""
    try:
        seconds = float(stamp or 0)
    except ValueError:
        return dated(stamp)
    seconds = seconds / 1000 if seconds > MILLISECONDS else seconds
    try:
        return datetime.fromtimestamp(seconds, UTC) if seconds > 0 else None
    except (OverflowError, ValueError, OSError):
        return None


def dated(stamp: str) -> datetime | None:
    """The time of an ISO date, in UTC where it names no zone."""
    try:
        found = datetime.fromisoformat(stamp)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def with_names(texts: Sequence[Text], lexicon: Lexicon) -> list[Text]:
    """The texts with the ids of the names in their titles and leads."""
    titles = named([text.title for text in texts], lexicon)
    leads = named([text.summary[:LEAD] for text in texts], lexicon)
    found = (
        {one.id for one in (*title, *lead) if one.kind in KINDS}
        for title, lead in zip(titles, leads, strict=True)
    )
    return [
        replace(text, names=tuple(sorted(ids)))
        for text, ids in zip(texts, found, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class Result:
    """What one file gave: all of it, each category, and how fast."""

    whole: Agreement
    categories: dict[str, Agreement]
    found: list[Group]
    seconds: float
    naming: float


def result(labelled: Sequence[Row], lexicon: Lexicon) -> Result:
    """The groups of these rows against their labels, timed."""
    seconds, naming = [], []
    for _ in range(ROUNDS):
        began = time.process_time()
        texts = with_names([row.text for row in labelled], lexicon)
        middle = time.process_time()
        found = groups(texts)
        naming.append(middle - began)
        seconds.append(time.process_time() - middle)
    labels = [row.story for row in labelled]
    members = [group.members for group in found]
    return Result(
        agreement(members, labels),
        by_category(members, labelled),
        found,
        min(seconds),
        min(naming),
    )


def by_category(
    found: Sequence[Sequence[int]], labelled: Sequence[Row]
) -> dict[str, Agreement]:
    """The agreement over the rows of each category, as they stand in the groups."""
    told = {}
    for category in sorted({row.category for row in labelled} - {""}):
        mine = [at for at, row in enumerate(labelled) if row.category == category]
        place = {at: number for number, at in enumerate(mine)}
        kept = [[place[at] for at in group if at in place] for group in found]
        labels = [labelled[at].story for at in mine]
        told[category] = agreement([group for group in kept if group], labels)
    return told


HEAD = f"{'':30}{'rows':>8}{'stories':>9}{'P':>8}{'R':>8}{'F1':>8}{'pair F1':>9}"


def line(title: str, count: int, stories: int, told: Agreement) -> str:
    shares = (told.precision, told.recall, told.f1)
    figures = "".join(f"{share:8.3f}" for share in shares)
    return f"{title[:29]:30}{count:8,}{stories:9,}{figures}{told.pairs:9.3f}"


def table(path: Path, labelled: Sequence[Row], told: Result) -> Iterator[str]:
    """The lines of one file."""
    yield line(path.name, len(labelled), len({r.story for r in labelled}), told.whole)
    for category, share in told.categories.items():
        mine = [row for row in labelled if row.category == category]
        stories = len({row.story for row in mine})
        yield line(f"  {category}", len(mine), stories, share)
    several = sum(len(group.members) > 1 for group in told.found)
    yield (
        f"  {len(told.found):,} groups, {several:,} of two or more; "
        f"{len(labelled) / max(told.seconds, 1e-9):,.0f} headlines/s, "
        f"{len(labelled) / max(told.seconds + told.naming, 1e-9):,.0f} with names"
    )


def main(paths: Sequence[Path]) -> dict[str, object]:
    """Print the tables and give what the last line says."""
    lexicon, left_out = desk().lexicon, list[str]()
    read = [(path, rows(path, left_out)) for path in paths]
    print(HEAD)
    trees: list[dict[str, float]] = []
    files: dict[str, object] = {}
    for path, labelled in read:
        told = result(labelled, lexicon)
        print("\n".join(table(path, labelled, told)))
        tree = told.whole.tree()
        tree["per_s"] = round(len(labelled) / max(told.seconds, 1e-9))
        both = told.seconds + told.naming
        tree["per_s_named"] = round(len(labelled) / max(both, 1e-9))
        categories = {name: one.tree() for name, one in told.categories.items()}
        files[str(path)] = {**tree, "rows": len(labelled), "categories": categories}
        trees.append(tree)
    for one in left_out[:SHOWN]:
        print(f"left out: {one}")
    if len(left_out) > SHOWN:
        print(f"left out: {len(left_out)} rows in all")
    means = {key: round(fmean(tree[key] for tree in trees), 4) for key in trees[0]}
    return {"bench": "stories", **means, "left_out": len(left_out), "files": files}


def stream(count: int, seed: int = 7) -> list[Text]:
    """A made-up stream of headlines over thirty days, four to a story on average.

    Words are made of syllables and drawn by Zipf's law; a story has eight of its own,
    and lives for a day.
    """
    chance = random.Random(seed)  # noqa: S311 (no secret)
    syllables = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]
    words = ["".join(chance.choices(syllables, k=3)) for _ in range(20_000)]
    zipf = list(accumulate(1 / rank for rank in range(1, len(words) + 1)))
    stories: defaultdict[int, list[str]] = defaultdict(
        lambda: chance.choices(words[200:], k=8)
    )
    texts = []
    for number in range(count):
        story = number // 4 - int(chance.expovariate(1 / max(count / 4 / DAYS / 4, 1)))
        told = chance.sample(stories[story], 5)
        told += chance.choices(words, cum_weights=zipf, k=5)
        lead = chance.sample(stories[story], 6)
        lead += chance.choices(words, cum_weights=zipf, k=24)
        when = BEGAN + timedelta(days=DAYS * number / count)
        texts.append(Text(" ".join(told), " ".join(lead), (), f"p{number % 97}", when))
    return texts


def grown(count: int) -> dict[str, float]:
    """Seconds and memory (MB beyond the stream itself) for a stream of this size."""
    texts = stream(count)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.process_time()
    found = groups(texts)
    seconds = time.process_time() - began
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {
        "headlines": count,
        "groups": len(found),
        "seconds": round(seconds, 2),
        "per_s": round(count / max(seconds, 1e-9)),
        "mb": round((after - before) / 1024, 1),
    }


def scale(sizes: Sequence[int]) -> dict[str, object]:
    """Print time and memory by size, each in a process of its own."""
    print(f"{'headlines':>10}{'groups':>10}{'seconds':>10}{'per s':>9}{'MB more':>9}")
    told = []
    with get_context("spawn").Pool(1, maxtasksperchild=1) as pool:
        for one in pool.imap(grown, sizes):
            told.append(one)
            print(
                "{headlines:10,}{groups:10,}{seconds:10.2f}{per_s:9,}{mb:9.1f}".format(
                    **one
                )
            )
    return {"bench": "stories", "scale": told}


def told_line(arguments: Sequence[str] | None = None) -> int:
    """The bench from the command line: 0, or 1 with one line on what to mend."""
    parser = argparse.ArgumentParser(prog="bench.stories", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--scale", action="store_true", help="made-up streams instead")
    given = parser.parse_args(arguments)
    if not given.scale and not given.files:
        parser.error("give a FILE, or --scale")
    try:
        print(json.dumps(scale(SIZES) if given.scale else main(given.files)))
    except UnicodeDecodeError as error:
        print(f"a file is no UTF-8 text ({error.reason}); save it so", file=sys.stderr)
    except OSError as error:
        print(f"{error.filename}: {error.strerror}; mend the path", file=sys.stderr)
    except (ValueError, csv.Error, GeneratorError) as error:
        print(error, file=sys.stderr)
    else:
        return 0
    return 1


if __name__ == "__main__":
    sys.exit(told_line())
