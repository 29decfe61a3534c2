"""Releases: immutable versions of a note, with what proves that they are."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from difflib import SequenceMatcher
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import generator
from generator.desk.drafts import draft_of, edited, text_of
from generator.desk.folders import LEDGER, NOTE, RELEASE, editions, notes_of, put
from generator.model.note import Correction, Draft
from generator.plain import ledger as ledgers
from generator.plain import markdown
from generator.plain.clock import moment, stamp

MANIFEST = "manifest.json"
VERSION = re.compile(r"v([1-9]\d*)")
MARKED = ("status", "published", "version")  # what a release alone changes
READ_ONLY = 0o444
SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")


@dataclass(frozen=True, slots=True)
class Release:
    """The newest version of a released note, as the site and the brief take it.

    `published` is the time of its first version, `corrections` are the later ones.
    """

    path: Path
    edition: date
    slug: str
    version: int
    published: datetime
    draft: Draft
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """What makes a draft a release: its version, when, and by whom."""

    version: int
    published: datetime
    by: str


def versions(folder: Path) -> list[Path]:
    """The complete releases in a note's folder, oldest first."""
    inside = folder / RELEASE
    paths = inside.iterdir() if inside.is_dir() else iter(())
    whole = [path for path in paths if VERSION.fullmatch(path.name)]
    return sorted((one for one in whole if (one / MANIFEST).is_file()), key=number)


def number(release: Path) -> int:
    """The version of a release folder."""
    return int(release.name.removeprefix("v"))


def any_in(folder: Path) -> bool:
    """Whether anything like a release lies in a note's folder, whole or not."""
    return any((folder / RELEASE).glob("v*"))


def newest(folder: Path) -> Path | None:
    """The newest release in a note's folder, if there is one."""
    return next(reversed(versions(folder)), None)


def holds(release: Path, draft: Draft) -> bool:
    """Whether a release has the text of a draft, its own marks aside."""
    return unmarked(text_of(release / NOTE)) == unmarked(draft.markdown)


def unmarked(text: str) -> tuple[dict[str, object], str]:
    """Front matter and body without what a release alone changes."""
    front, body = markdown.split(text)
    return {name: front[name] for name in front if name not in MARKED}, body


def marked(draft: Draft, mark: Mark) -> Draft:
    """The draft as released: its status, time and version in text and ledger."""
    front, body = markdown.split(draft.markdown)
    front |= {
        "published": mark.published,
        "status": "released",
        "version": mark.version,
    }
    note = replace(draft.ledger.note, status="released", version=mark.version)
    ledger = replace(edited(draft.ledger, front), note=note)
    return replace(draft, markdown=markdown.joined(front, body), ledger=ledger)


def written(
    folder: Path,
    draft: Draft,
    mark: Mark,
    render: Callable[[Draft], Mapping[str, bytes]],
) -> Path:
    """The folder `release/v<N>`: text, pages, ledger and manifest, read-only.

    Raises DiskError; no half release is left then.
    """
    made = marked(draft, mark)
    files = {
        NOTE: made.markdown.encode(),
        LEDGER: ledgers.dumped(made.ledger).encode(),
        **{f"charts/{name}": svg.encode() for name, svg in made.charts.items()},
        **render(made),
    }
    place = folder / RELEASE / f"v{mark.version}"
    put(place, files | {MANIFEST: manifest(files, made, mark)}, READ_ONLY)
    return place


def manifest(files: Mapping[str, bytes], draft: Draft, mark: Mark) -> bytes:
    """`manifest.json`: the size and hash of every file, and what made them."""
    tree = {
        "as_of": stamp(draft.ledger.note.as_of),
        "published": stamp(mark.published),
        "version": mark.version,
        "by": mark.by,
        "program": f"strykr {generator.__version__}",
        "files": {
            name: {"sha256": sha256(files[name]).hexdigest(), "bytes": len(files[name])}
            for name in sorted(files)
        },
    }
    return (json.dumps(tree, ensure_ascii=False, indent=1) + "\n").encode()


def published(release: Path) -> datetime:
    """When a release was made, as its manifest says."""
    return moment(str(json.loads(text_of(release / MANIFEST))["published"]))


def released(root: Path) -> list[Release]:
    """The newest release of each note of a workspace, by edition and slug."""
    found = []
    for edition in editions(root):
        for note in notes_of(edition):
            paths = versions(note)
            if paths:
                found.append(release_of(paths, date.fromisoformat(edition.name)))
    return found


def release_of(paths: Sequence[Path], edition: date) -> Release:
    """The Release of a note, of all its versions, oldest first."""
    path = paths[-1]
    corrections = tuple(correction(*pair) for pair in pairwise(paths))
    slug = path.parent.parent.name
    first, draft = published(paths[0]), draft_of(path)
    return Release(path, edition, slug, number(path), first, draft, corrections)


def correction(before: Path, after: Path) -> Correction:
    """What a version of a note says otherwise than the one before it."""
    old, new = (parts_of(text_of(path / NOTE)) for path in (before, after))
    changed = tuple(
        (" ".join(old[a:b]), " ".join(new[c:d]))
        for kind, a, b, c, d in SequenceMatcher(
            None, old, new, autojunk=False
        ).get_opcodes()
        if kind != "equal"
    )
    return Correction(number(after), published(after), changed)


def parts_of(text: str) -> list[str]:
    """The sentences of a note's body, without the marks of Markdown for bold."""
    body = markdown.split(text)[1].replace("**", "").replace("\\", "")
    return [part for part in SENTENCE.split(body) if part.strip()]
