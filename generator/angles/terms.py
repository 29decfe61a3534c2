"""The factors of an angle's score: each says what was measured and what it is worth."""

from collections.abc import Sequence
from datetime import datetime
from math import exp, log1p, prod
from typing import Literal

from generator.model.market import Instrument, Tape
from generator.model.news import Story
from generator.model.note import PastNote, Term

Link = Literal["title", "kin", "passing", "proxy", "theme", "tape"]

CROWD = 10  # publishers at which a story is covered, where the day has no larger one
ELSEWHERE = 0.3  # of what its own story lacks, the most that other stories make good
FADE = 18.0  # hours in which a story loses most of its freshness
HUGE = 4.0  # usual days (or weeks) from which a move cannot surprise more
RECENT = 5  # past editions within which a repeated subject is stale
# What a factor is worth where there is nothing of it: no angle is lost for one lack,
# and a move that nobody wrote about can still lead.
LEAST = {
    "coverage": 0.3,
    "freshness": 0.5,
    "relevance": 0.2,
    "surprise": 0.3,
    "novelty": 0.4,
}
# How surely the angle is about its subject.
LINKS: dict[Link, tuple[float, str]] = {
    "title": (1.0, "named in a title"),
    "kin": (0.9, "the same by another price"),
    "tape": (1.0, "its own move"),
    "passing": (0.5, "named in passing"),
    "proxy": (0.4, "the nearest we hold prices for"),
    "theme": (0.4, "touched by what it tells"),
}
# How much of the market a subject speaks for: a broad one goes before a single name.
BREADTH = {
    "index": 1.0,
    "rate": 1.0,
    "currency": 0.9,
    "commodity": 0.85,
    "etf": 0.75,
    "coin": 0.7,
    "stock": 0.6,
}


def score(terms: Sequence[Term]) -> float:
    """The product of the factors, between 0 and 1."""
    return round(prod(term.worth for term in terms), 4)


def term(name: str, raw: float, part: float, why: str) -> Term:
    """A factor for a part between 0 (nothing of it) and 1 (all there can be)."""
    least = LEAST[name]
    return Term(name, round(raw, 4), round(least + (1 - least) * part, 4), why)


def coverage(story: Story | None, others: int, largest: int) -> Term:
    """How many publishers carry it, beside the day's most carried story.

    Those that name its subject in other stories, `others`, fill a part of what is
    left: attention to a subject is often spread over many small stories.
    """
    count = len(story.families) if story else 0
    whole = log1p(max(CROWD, largest))
    part = log1p(count) / whole
    part += (1 - part) * ELSEWHERE * min(1.0, log1p(others) / whole)
    told = f"{count} publisher{'' if count == 1 else 's'}" if count else "no headline"
    also = f", {others} more on the subject" if others else ""
    return term("coverage", count, part, told + also)


def freshness(story: Story, as_of: datetime) -> Term:
    """How new its newest headline is; half where no time is known."""
    times = [one.published for one in story.headlines if one.published]
    if not times:
        return term("freshness", 0, 0.5, "no time known")
    hours = max(0.0, (as_of - max(times)).total_seconds() / 3600)
    return term("freshness", hours, exp(-hours / FADE), f"{hours:.1f} hours old")


def recency(tape: Tape, subject: str) -> Term:
    """Whether the last move is of the last session: the freshness of a tape."""
    missing = tape.sessions[subject].missing
    why = f"{missing} later sessions have no bar" if missing else "the last session"
    return term("freshness", missing, 1 / (1 + missing), why)


def relevance(instrument: Instrument, link: Link) -> Term:
    """How surely it is about its subject, and how much that speaks for."""
    part, why = LINKS[link]
    breadth = BREADTH.get(instrument.kind, min(BREADTH.values()))
    return term(
        "relevance", part * breadth, part * breadth, f"{why}, {instrument.kind}"
    )


def surprise(tape: Tape, subject: str) -> Term:
    """How unusual its last day or its last five were, the larger of the two."""
    moves = [(tape.price(subject, "zscore", size), size) for size in (1, 5)]
    sizes = [(abs(fact.value), size) for fact, size in moves if fact]
    most, size = max(sizes, default=(0.0, 1))
    span = "days" if size == 1 else "weeks"
    return term("surprise", most, min(1.0, most / HUGE), f"{most:.1f} usual {span}")


def novelty(past: Sequence[PastNote], about: frozenset[str]) -> Term:
    """Whether the desk wrote of it, by whatever price, in its last editions."""
    editions = sorted({note.edition for note in past})[-RECENT:]
    lately = sum(note.subject in about and note.edition in editions for note in past)
    told = f"{lately} notes in the last {RECENT} editions" if lately else "not lately"
    return term("novelty", lately, 1 / (1 + lately), told)
