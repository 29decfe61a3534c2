"""The terms of an angle's score: each says what was measured and what it is worth."""

from collections.abc import Sequence
from datetime import datetime
from math import exp, log1p

from generator.model.market import Tape
from generator.model.news import Story
from generator.model.note import PastNote, Term

FAMILIES = 5  # publishers at which coverage is worth about everything
HALF_DAY = 18.0  # hours in which a story loses most of its freshness
RECENT = 5  # past notes within which a repeated subject is stale
WEIGHTS = {
    "coverage": 1.0,
    "freshness": 0.5,
    "relevance": 1.0,
    "surprise": 1.2,
    "novelty": 0.6,
}


def term(name: str, raw: float, part: float, why: str) -> Term:
    """A term worth its weight times a part between 0 and 1."""
    return Term(name, round(raw, 4), round(WEIGHTS[name] * part, 4), why)


def coverage(story: Story | None) -> Term:
    """How many publishers carry it, not how many feeds."""
    count = len(story.families) if story else 0
    part = min(1.0, log1p(count) / log1p(FAMILIES))
    return term("coverage", count, part, f"{count} publishers")


def freshness(story: Story | None, as_of: datetime) -> Term:
    """How new its newest headline is."""
    times = [h.published for h in story.headlines if h.published] if story else []
    if not times:
        return term("freshness", 0, 0, "no time known")
    hours = max(0.0, (as_of - max(times)).total_seconds() / 3600)
    return term("freshness", hours, exp(-hours / HALF_DAY), f"{hours:.1f} hours old")


def relevance(subject: str, story: Story | None, *, named: bool) -> Term:
    """Whether a title of the story names the subject."""
    if story is None:
        return term("relevance", 0, 0, "no headline is about it")
    part, link = (1.0, "in a title") if named else (0.5, "in passing, or by a proxy")
    return term("relevance", part, part, f"{subject} is named {link}")


def surprise(tape: Tape, subject: str) -> Term:
    """How unusual the last move is for the instrument, or what a lens saw."""
    sigma = tape.price(subject, "zscore", 1)
    size = abs(sigma.value) if sigma else 0.0
    rare = max((i.surprise for i in tape.insights if i.subject == subject), default=0.0)
    part = 0.6 * min(1.0, size / 4) + 0.4 * rare
    return term(
        "surprise", size, part, f"{size:.1f} usual days, rarest lens {rare:.2f}"
    )


def novelty(past: Sequence[PastNote], subject: str) -> Term:
    """Whether the desk wrote of it lately."""
    lately = [note.subject for note in past[:RECENT]].count(subject)
    return term("novelty", lately, 1 / (1 + lately), f"{lately} recent notes on it")
