"""What earlier editions said, for phrases that should differ and for what is new."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from generator.desk.drafts import ledger_of
from generator.desk.folders import editions, notes_of
from generator.desk.releases import newest
from generator.model.facts import LevelFact, ScoreFact
from generator.model.note import Ledger, PastNote

MOST = 20  # notes of one subject: about what phrase memory looks back on
STANCES = {"up": "Bullish", "down": "Bearish", "none": "Neutral"}


def past(root: Path, before: date, subject: str | None = None) -> tuple[PastNote, ...]:
    """The notes of editions before a day, newest first, 20 a subject at most."""
    counted: Counter[str] = Counter()
    found = []
    for note in _notes(root, before):
        ledger = _ledger(note)
        name = ledger.note.subject
        if subject not in {None, name} or counted[name] >= MOST:
            continue
        counted[name] += 1
        found.append(_told(ledger))
        if subject and counted[subject] >= MOST:
            break
    return tuple(found)


def _notes(root: Path, before: date) -> Iterator[Path]:
    for edition in reversed(editions(root)):
        if date.fromisoformat(edition.name) < before:
            yield from notes_of(edition)


def _ledger(note: Path) -> Ledger:
    """The ledger of the newest release, else of the draft."""
    return ledger_of(newest(note) or note)


def _told(ledger: Ledger) -> PastNote:
    scores = {fact.id: fact for fact in ledger.facts if isinstance(fact, ScoreFact)}
    pulse = scores.get("pulse")
    levels = [fact for fact in ledger.facts if isinstance(fact, LevelFact)]
    own = [level for level in levels if level.subject == ledger.note.subject]
    return PastNote(
        edition=ledger.note.edition,
        subject=ledger.note.subject,
        stance=STANCES[ledger.call.direction] if ledger.call else "",
        pulse=pulse.value if pulse else 0,
        parts={part.name: part.percentile for part in pulse.parts} if pulse else {},
        forms=tuple(dict.fromkeys(claim.form for claim in ledger.claims if claim.form)),
        levels={level.id: level.value for level in own},
    )
