"""Whether a spoken window is the one that a Fact spans (T4)."""

from datetime import date, timedelta

from generator.model.facts import Fact, LevelFact, PriceFact
from generator.proof.book import Book
from generator.proof.meaning import lengths

LONGEST_BREAK = 5  # days without a session before a calendar week, month or year


def spans(key: str, fact: Fact, book: Book) -> bool:
    """Whether a Fact covers the window: a count of sessions, or a calendar span."""
    if key.isdigit():
        return int(key) in lengths(fact)
    if not isinstance(fact, PriceFact | LevelFact):
        return False
    begun = _begun(key, book.ledger.note.as_of.date())
    before = begun - fact.window.first
    return timedelta(0) < before <= timedelta(days=LONGEST_BREAK)


def _begun(key: str, today: date) -> date:
    """The first day of the calendar week, month, quarter or year of a day."""
    if "week" in key:
        return today - timedelta(days=today.weekday())
    if "month" in key:
        return today.replace(day=1)
    if "quarter" in key:
        return today.replace(month=3 * ((today.month - 1) // 3) + 1, day=1)
    return today.replace(month=1, day=1)
