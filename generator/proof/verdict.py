"""The proof of a note: every rule asked, the editor's acceptances applied."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from generator.model.note import Finding, Ledger
from generator.plain import figures, markdown
from generator.proof.book import Book
from generator.proof.reading import page
from generator.proof.report import Reading
from generator.proof.rules import RULES

BLOCKING = frozenset({"CHANGED", "NEW"})
WHOLE = frozenset({"T2", "T6", "T9", "T11", "T12", "T13", "T14", "T15"})


def check(text: str, ledger: Ledger) -> list[Finding]:
    """What the proof says of each figure, name, date and direction word of a note.

    `text` is the edited note.md, `ledger` the one beside it. Findings stand in the
    order of the text; `line` counts from 1, `start` and `end` are columns from 0. What
    was accepted with a reason is SAME. Raises NoteError where the front matter cannot
    be read.
    """
    front, _ = markdown.split(text)
    book = Book(ledger, front)
    reading = Reading(page(text, ledger.claims, ledger.note.disclosure), book)
    found = [
        one for rule in RULES.values() for ask in rule.finds for one in ask(reading)
    ]
    allowed = _accepted(front, ledger)
    judged = [_allowed(_own(one, book), allowed) for one in found]
    return sorted(judged, key=lambda one: (one.line, one.start, one.end, one.rule))


def _own(finding: Finding, book: Book) -> Finding:
    """A figure that the editor answers for is SAME, wherever it stands."""
    own = book.own.get(figures.key(finding.text)) if finding.text else None
    if own is None or finding.rule not in {"T1", "T4"} or finding.verdict == "LOST":
        return finding
    if not own.reason:
        why = "an own figure needs a reason; write it beside the text"
        return replace(finding, verdict="NEW", fact=own.id, why=why)
    return replace(finding, verdict="SAME", fact=own.id, nearest=None, why=own.reason)


def _accepted(front: Mapping[str, Any], ledger: Ledger) -> dict[str, str]:
    """The texts that the editor lets stand, with the reasons."""
    entries = front.get("accepted")
    found = {one.text: one.reason for one in ledger.accepted}
    for entry in entries if isinstance(entries, list) else []:
        if isinstance(entry, Mapping) and str(entry.get("reason") or "").strip():
            found[str(entry.get("text", ""))] = str(entry["reason"]).strip()
    return found


def _allowed(finding: Finding, accepted: Mapping[str, str]) -> Finding:
    reason = accepted.get(finding.text) if finding.text else None
    if reason is None or finding.verdict == "SAME":
        return finding
    return replace(finding, verdict="SAME", why=f"accepted: {reason}")


def standing(findings: Iterable[Finding]) -> list[Finding]:
    """The findings that end `check` with 1: all but SAME."""
    return [one for one in findings if one.verdict != "SAME"]


def blocking(findings: Sequence[Finding]) -> list[Finding]:
    """The findings that forbid a release: CHANGED, NEW, and a rule of the whole note.

    A sentence that an editor took out is LOST and may go; a line that the note must
    carry may not.
    """
    return [
        one
        for one in findings
        if one.verdict in BLOCKING
        or (one.verdict == "LOST" and one.rule in WHOLE and one.fact is None)
    ]
