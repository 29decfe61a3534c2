"""The shelf: drafts laid down, taken up, released."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from difflib import unified_diff
from pathlib import Path

from generator.desk import folders, releases
from generator.desk.drafts import draft_of, files_of, text_of
from generator.desk.folders import GENERATED, NOTE, NOTES, RELEASE
from generator.desk.past import past
from generator.desk.releases import Mark
from generator.errors import NoteError, ReleaseError
from generator.model.note import Draft, Finding, PastNote

Render = Callable[[Draft], Mapping[str, bytes]]


@dataclass(frozen=True, slots=True)
class Saved:
    """Where a draft lies; `kept` if another text was left standing there, and why."""

    path: Path
    kept: bool
    why: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """The notes of a workspace, in `notes/<edition>/<slug>/`."""

    root: Path

    def save(self, draft: Draft) -> Saved:
        """Lay a draft down, unless a person's text or a release lies there.

        Raises DiskError; the folder then is as it was.
        """
        folder = self.folder(draft)
        files = files_of(draft)
        held = folders.files_in(folder) if folder.is_dir() else {}
        if releases.any_in(folder):
            return Saved(folder, kept=True, why="released; `strykr correct` changes it")
        if is_edited(held):
            return Saved(folder, kept=True, why="edited by hand, so left as it is")
        theirs = {name: held[name] for name in held if not is_ours(name)}
        if held == files | theirs:
            return Saved(folder, kept=False, why="unchanged")
        folders.put(folder, files | theirs)
        return Saved(folder, kept=False, why="")

    def load(self, note: str | Path) -> Draft:
        """The draft of a folder, slug, `edition/slug` or `note.md`, as it was edited.

        A slug means its newest edition. Raises NoteError if there is none, if several
        fit, or if a file is broken.
        """
        return draft_of(self.find(note))

    def find(self, note: str | Path) -> Path:
        """The folder of a note, named as for `load`, whatever its files hold."""
        return folders.found(self.root, note)

    def folder(self, draft: Draft) -> Path:
        """Where a draft lies or would lie."""
        head = draft.ledger.note
        return folders.folder_of(self.root, head.edition, head.slug)

    def notes(self, edition: date) -> list[Path]:
        """The folders of an edition's notes, by slug; maybe none."""
        folder = self.root / NOTES / edition.isoformat()
        return folders.notes_of(folder) if folder.is_dir() else []

    def editions(self) -> list[date]:
        """The days that have notes, oldest first; maybe none."""
        found = filter(folders.notes_of, folders.editions(self.root))
        return [date.fromisoformat(edition.name) for edition in found]

    def newest(self, note: str | Path) -> Draft:
        """The newest release of a note, else its draft as it stands."""
        folder = self.find(note)
        return draft_of(releases.newest(folder) or folder)

    def past(self, before: date, subject: str | None = None) -> tuple[PastNote, ...]:
        """What earlier editions said, newest first, 20 a subject at most."""
        return past(self.root, before, subject)

    def released_as(self, draft: Draft) -> Path | None:
        """The release that holds this very text, if there is one."""
        newest = releases.newest(self.folder(draft))
        return newest if newest and releases.holds(newest, draft) else None

    def release(
        self,
        draft: Draft,
        *,
        published: datetime,
        render: Render,
        by: str,
        findings: Sequence[Finding] = (),
    ) -> Path:
        """The folder `release/v1` of a draft; `findings` are those that forbid it.

        Raises ReleaseError if there are any, or if the note is released already.
        """
        folder, slug = self._place(draft), draft.ledger.note.slug
        refuse(slug, findings)
        newest = releases.newest(folder)
        if newest and releases.holds(newest, draft):
            raise ReleaseError(f"{slug}: already released as {newest.name}, unchanged")
        if newest:
            raise ReleaseError(
                f"{slug}: {newest.name} is released and the text has changed; "
                f"`strykr correct {slug}` makes the next version"
            )
        return releases.written(folder, draft, Mark(1, published, by), render)

    def correct(
        self,
        draft: Draft,
        *,
        published: datetime,
        render: Render,
        by: str,
        findings: Sequence[Finding] = (),
    ) -> Path:
        """The folder of the next version of a released note.

        Raises ReleaseError if findings forbid it, or if there is nothing to correct.
        """
        folder, slug = self._place(draft), draft.ledger.note.slug
        refuse(slug, findings)
        newest = releases.newest(folder)
        if newest is None:
            why = f"not released yet; `strykr release {slug}` does it"
            raise ReleaseError(f"{slug}: {why}")
        if releases.holds(newest, draft):
            why = f"the text is that of {newest.name}; edit it first"
            raise ReleaseError(f"{slug}: {why}")
        mark = Mark(releases.number(newest) + 1, published, by)
        return releases.written(folder, draft, mark, render)

    def _place(self, draft: Draft) -> Path:
        """The folder in which a draft lies; ReleaseError if it lies elsewhere."""
        folder = self.folder(draft)
        if not (folder / NOTE).is_file():
            why = f"not a note of {self.root}; name its workspace with --workspace"
            raise ReleaseError(f"{draft.ledger.note.slug}: {why}")
        return folder

    def recover(self) -> list[str]:
        """End or undo what a killed run left half done; the names that were mended."""
        mended = []
        for edition in folders.editions(self.root):
            mended += folders.recover(edition)
            for note in folders.notes_of(edition):
                mended += folders.recover(note)
                mended += folders.recover(note / RELEASE)
        return mended


def refuse(slug: str, findings: Sequence[Finding]) -> None:
    """Raise ReleaseError that names the first finding, if there is one."""
    if findings:
        first, count = findings[0], len(findings)
        stand = "1 finding stands" if count == 1 else f"{count} findings stand"
        raise ReleaseError(
            f"{slug}: {stand}, the first in line {first.line}: {first.text!r} is "
            f"{first.verdict} ({first.rule}); mend the text, or give a reason under "
            "`own` or `accepted` in the front matter"
        )


def is_edited(held: Mapping[str, bytes]) -> bool:
    """Whether the note in a folder is no longer the text that was generated."""
    return NOTE in held and held[NOTE] != held.get(GENERATED)


def is_ours(name: str) -> bool:
    """Whether a file is of the draft's own, so that a new draft replaces it."""
    return name in {NOTE, GENERATED, folders.LEDGER} or (
        name.startswith(f"{folders.CHARTS}/") and name.endswith(".svg")
    )


def diff(folder: Path, since: str = "generated") -> str:
    """What an editor changed in a note's folder, as a unified diff; empty if nothing.

    `since` is `generated` or a release such as `v1`; NoteError if there is none.
    """
    generated = since == "generated"
    old = folder / GENERATED if generated else folder / RELEASE / since / NOTE
    if not old.is_file():
        why = f"has no {since}; use generated, or a release like v1"
        raise NoteError(f"{folder}: {why}")
    before, after = (text_of(file).splitlines() for file in (old, folder / NOTE))
    made = unified_diff(before, after, fromfile=since, tofile=NOTE, lineterm="")
    return "".join(f"{line}\n" for line in made)
