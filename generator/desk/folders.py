"""Folders of notes: found by name, written aside and put in place by rename."""

import os
import re
import shutil
from collections.abc import Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from generator.errors import NoteError
from generator.plain.files import errors_of, synced, written

NOTES = "notes"
NOTE, GENERATED, LEDGER = "note.md", "generated.md", "ledger.json"
CHARTS, RELEASE = "charts", "release"
NAME = re.compile(r"[a-z0-9][a-z0-9._-]*")
ASIDE = re.compile(r"\.(?P<name>.+)\.(?P<kind>tmp|old)-(?P<number>\d+)")


def folder_of(root: Path, edition: date, slug: str) -> Path:
    """`notes/2026-02-08/small-caps` of a workspace."""
    if not NAME.fullmatch(slug):
        raise NoteError(f"slug {slug!r}: use small letters, digits and dashes only")
    return root / NOTES / edition.isoformat() / slug


def editions(root: Path) -> list[Path]:
    """The edition folders of a workspace, oldest first."""
    notes = root / NOTES
    found = notes.iterdir() if notes.is_dir() else iter(())
    return sorted(path for path in found if path.is_dir() and is_day(path.name))


def is_day(name: str) -> bool:
    """Whether a folder is named like `2026-02-08`."""
    try:
        date.fromisoformat(name)
    except ValueError:
        return False
    return re.fullmatch(r"\d{4}-\d\d-\d\d", name) is not None


def notes_of(edition: Path) -> list[Path]:
    """The note folders of an edition, by name."""
    return sorted(
        path
        for path in edition.iterdir()
        if not path.name.startswith(".") and (path / LEDGER).is_file()
    )


def found(root: Path, name: str | Path) -> Path:
    """The folder of a note by folder, `note.md`, slug or `edition/slug`.

    A slug means its newest edition, which must have its ledger. NoteError with the near
    names if there is none, and with the choices if a folder holds several.
    """
    for path in (Path(name), root / name, root / NOTES / name):
        if path.is_file() and path.name == NOTE:
            path = path.parent  # noqa: PLW2901 - the note's folder is what is meant
        if (path / NOTE).is_file() and (path / LEDGER).is_file():
            return path
        if path.is_dir() and is_day(path.name):
            return _only(path)
        if path.is_dir():
            _complete(path)
    days = list(reversed(editions(root)))
    newest = next((day / name for day in days if (day / name / NOTE).is_file()), None)
    if newest:
        _complete(newest)
    slugs = [note for edition in days for note in notes_of(edition)]
    named = [note for note in slugs if note.name == str(name)]
    if named:
        return named[0]
    raise NoteError(_absent(str(name), slugs, root))


def _complete(folder: Path) -> None:
    """Refuse a note whose ledger is gone: an older edition is not what is meant."""
    if (folder / NOTE).is_file() and not (folder / LEDGER).is_file():
        what = f"{folder}: holds {NOTE} but no {LEDGER}"
        raise NoteError(f"{what}; restore {LEDGER}, or draft the note anew")


def _only(edition: Path) -> Path:
    notes = notes_of(edition)
    if len(notes) == 1:
        return notes[0]
    names = ", ".join(f"{edition.name}/{note.name}" for note in notes) or "no note"
    raise NoteError(f"{edition}: holds {names}; name one of them")


def _absent(name: str, notes: list[Path], root: Path) -> str:
    known = list(dict.fromkeys(note.name for note in notes))
    near = get_close_matches(Path(name).name, known, n=3, cutoff=0.4) or known[:3]
    if not near:
        return (
            f"{name}: no note of that name; {root / NOTES} is empty, run `strykr draft`"
        )
    return f"{name}: no note of that name; near ones: {', '.join(near)}"


def files_in(folder: Path) -> dict[str, bytes]:
    """Every file under a folder by its path there, but not of its releases."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    names = [(path.relative_to(folder).as_posix(), path) for path in paths]
    return {
        name: path.read_bytes()
        for name, path in names
        if not name.startswith(f"{RELEASE}/")
    }


def put(folder: Path, files: Mapping[str, bytes], mode: int = 0o644) -> None:
    """Make a folder hold these files: written aside, synced, then swapped by rename.

    A kill leaves the old folder or the new one, or a swap that `recover` ends.
    """
    with errors_of(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
        number = os.getpid()
        aside = folder.with_name(f".{folder.name}.tmp-{number}")
        try:
            _written(aside, files, mode)
            if folder.exists():
                old = folder.with_name(f".{folder.name}.old-{number}")
                folder.rename(old)
                aside.rename(folder)
                synced(folder.parent)
                shutil.rmtree(old)
            else:
                aside.rename(folder)
                synced(folder.parent)
        except OSError:
            recover(folder.parent)
            raise


def _written(folder: Path, files: Mapping[str, bytes], mode: int) -> None:
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir()
    for name in sorted(files):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        written(path, files[name])
        path.chmod(mode)
    for inner in sorted({(folder / name).parent for name in files} | {folder}):
        synced(inner)


def recover(folder: Path) -> list[str]:
    """End or undo the half swaps in a folder; the names that were mended.

    A folder taken out of its place was complete, and so is the one that was to follow
    it: so the new one is put in. A folder written aside while the old one stands may be
    half: it goes.
    """
    mended = []
    with errors_of(folder):
        for old in list(_asides(folder, "old")):
            place = folder / name_of(old)
            if not place.exists():
                newer = old.with_name(old.name.replace(".old-", ".tmp-"))
                (newer if newer.exists() else old).rename(place)
                mended.append(place.name)
            if old.exists():
                shutil.rmtree(old)
        for half in list(_asides(folder, "tmp")):
            if half.is_dir():
                shutil.rmtree(half)
            else:
                half.unlink()
            mended.append(name_of(half))
    return mended


def _asides(folder: Path, kind: str) -> Iterator[Path]:
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        match = ASIDE.fullmatch(path.name)
        if match and match["kind"] == kind:
            yield path


def name_of(aside: Path) -> str:
    """The name for which a file or folder was written aside."""
    match = ASIDE.fullmatch(aside.name)
    assert match, aside
    return match["name"]
