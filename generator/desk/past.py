"""What earlier editions said, for phrases that should differ and for what is new."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from generator.desk.drafts import ledger_of
from generator.desk.folders import LEDGER, editions, notes_of
from generator.desk.releases import newest
from generator.model.facts import LevelFact, PriceFact, ScoreFact
from generator.model.note import Ledger, PastNote

PROSE = ("title", "analysis", "watch", "risks", "opportunity", "take")
MOST = 20  # notes of one subject: about what phrase memory looks back on
STANCES = {"up": "Bullish", "down": "Bearish", "none": "Neutral"}
# A ledger's first lines hold its head: reading them alone is 200 times as fast.
HEAD = 1024
SUBJECT = re.compile(rb'"subject": "([^"]*)"')


def past(root: Path, before: date, subject: str | None = None) -> tuple[PastNote, ...]:
    """The notes of editions before a day, newest first, 20 a subject at most."""
    counted: Counter[str] = Counter()
    found = []
    for folder in _folders(root, before):
        name = _subject(folder)
        if subject in {None, name} and counted[name] < MOST:
            counted[name] += 1
            found.append(told(ledger_of(folder)))
    return tuple(found)


def _folders(root: Path, before: date) -> Iterator[Path]:
    """The newest release of each earlier note, else its draft."""
    for edition in reversed(editions(root)):
        if date.fromisoformat(edition.name) < before:
            yield from (newest(note) or note for note in notes_of(edition))


def _subject(folder: Path) -> str:
    with (folder / LEDGER).open("rb") as file:
        match = SUBJECT.search(file.read(HEAD))
    return match[1].decode() if match else ledger_of(folder).note.subject


def told(ledger: Ledger) -> PastNote:
    """What a note of this ledger tells the later ones on its subject."""
    scores = {fact.id: fact for fact in ledger.facts if isinstance(fact, ScoreFact)}
    pulse = scores.get("pulse")
    levels = [fact for fact in ledger.facts if isinstance(fact, LevelFact)]
    subject = ledger.note.subject
    own = [one for one in levels if one.subject == subject and one.is_tabled]
    return PastNote(
        edition=ledger.note.edition,
        subject=ledger.note.subject,
        stance=STANCES[ledger.call.direction] if ledger.call else "",
        pulse=pulse.value if pulse else 0,
        parts={part.name: part.percentile for part in pulse.parts} if pulse else {},
        forms=tuple(dict.fromkeys(claim.form for claim in ledger.claims if claim.form)),
        levels=tuple(own),
        sentences=tuple(one.text for one in ledger.claims if one.section in PROSE),
        **_exit(ledger),
    )


def _exit(ledger: Ledger) -> dict[str, Any]:
    """The price that would have ended the note's call, and on which side."""
    void = ledger.call.invalidation if ledger.call else None
    fact = ledger.fact(void.fact) if void else None
    if void is None or not isinstance(fact, LevelFact | PriceFact):
        return {}
    return {"exit": fact, "below": void.below}
