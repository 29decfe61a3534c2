"""A draft as files, and files as a draft."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from generator.desk.folders import CHARTS, GENERATED, LEDGER, NOTE
from generator.errors import NoteError
from generator.model.facts import OwnFact
from generator.model.note import Accepted, Draft, Ledger
from generator.plain import ledger as ledgers
from generator.plain import markdown


def files_of(draft: Draft) -> dict[str, bytes]:
    """The files of a draft as it was written, by name."""
    text = draft.markdown.encode()
    charts = {
        f"{CHARTS}/{Path(name).name}": picture.encode()
        for name, picture in sorted(draft.charts.items())
    }
    return {
        NOTE: text,
        GENERATED: text,
        LEDGER: ledgers.dumped(draft.ledger).encode(),
        **charts,
    }


def draft_of(folder: Path) -> Draft:
    """The draft in a folder: the text as edited, the editor's figures in the ledger."""
    text = text_of(folder / NOTE)
    ledger = ledger_of(folder)
    try:
        front, _ = markdown.split(text)
    except NoteError as error:
        raise NoteError(f"{folder / NOTE}: {error}") from error
    charts = {
        path.name: text_of(path) for path in sorted((folder / CHARTS).glob("*.svg"))
    }
    return Draft(markdown=text, ledger=edited(ledger, front), charts=charts)


def ledger_of(folder: Path) -> Ledger:
    """The ledger in a folder; NoteError if it is absent or broken."""
    path = folder / LEDGER
    return ledgers.loaded(text_of(path), str(path))


def edited(ledger: Ledger, front: Mapping[str, Any]) -> Ledger:
    """The ledger with the editor's own figures and acceptances of the front matter."""
    kept = tuple(fact for fact in ledger.facts if not isinstance(fact, OwnFact))
    own = tuple(
        OwnFact(id=f"own.{number}", text=text, reason=reason)
        for number, (text, reason) in enumerate(reasons(front, "own"), 1)
    )
    accepted = tuple(Accepted(*one) for one in reasons(front, "accepted") if one[1])
    return replace(ledger, facts=(*kept, *own), accepted=accepted)


def reasons(front: Mapping[str, Any], name: str) -> list[tuple[str, str]]:
    """The entries `[{text, reason}]` of a key of the front matter."""
    entries = front.get(name)
    return [
        (str(entry.get("text", "")), str(entry.get("reason") or "").strip())
        for entry in (entries if isinstance(entries, list) else [])
        if isinstance(entry, Mapping)
    ]


def text_of(path: Path) -> str:
    """The text of a file; NoteError if it is absent, unreadable or not UTF-8."""
    try:
        return path.read_bytes().decode()
    except FileNotFoundError as error:
        raise NoteError(f"{path}: not there; draft the note anew") from error
    except UnicodeDecodeError as error:
        raise NoteError(
            f"{path}: not UTF-8 at byte {error.start}; save it so"
        ) from error
    except OSError as error:
        raise NoteError(f"{path}: {error.strerror}; make it readable") from error
