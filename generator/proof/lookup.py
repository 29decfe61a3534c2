"""A figure, day or window that no claim had, and the Fact that may carry it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.facts import (
    CountFact,
    Fact,
    LevelFact,
    PriceFact,
    QuotedFact,
    ScoreFact,
)
from generator.plain import clock, figures
from generator.proof.book import Book
from generator.proof.headlines import has_figure, is_named, is_of
from generator.proof.judged import Judged, new, same
from generator.proof.meaning import days_of, is_day, printings, subjects
from generator.proof.tokens import COUNT, Token, flattened
from generator.proof.windows import spans

SCORED = re.compile(r"\b(?:pulse|threat)\b", re.IGNORECASE)
NOUNS = {
    "sessions": re.compile(r"\b(?:session|day|close|time)s?\b", re.IGNORECASE),
    "percentile": re.compile(r"\bpercentile\b", re.IGNORECASE),
    "count": re.compile(
        r"\b(?:headline|publisher|source|day|episode)s?\b", re.IGNORECASE
    ),
    "headlines": re.compile(r"\bheadlines?\b", re.IGNORECASE),
    "publishers": re.compile(r"\bpublishers?\b", re.IGNORECASE),
    "score": re.compile(r"", re.IGNORECASE),
    "index": re.compile(r"", re.IGNORECASE),
}
PRICES = frozenset({"close", "support", "resistance"})
AHEAD = re.compile(r"\b(?:next|coming|for|within|horizon(?: of)?)(?: the)? $")
COUNTED = re.compile(r"\b(?:headlines?|publishers?|sources?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Context:
    """What a sentence speaks of: instruments, sources and windows named in it."""

    text: str
    instruments: frozenset[str]
    sources: frozenset[str]
    windows: tuple[str, ...]
    is_title: bool = False  # every word of a title may have a capital


def figure(token: Token, owner: str | None, about: Context, book: Book) -> Judged:
    """SAME with a Fact of the subject over the window spoken; else NEW, with why.

    `owner` is the instrument that the figure stands beside; None where none is named.
    """
    printed = [fact for fact in book.facts.values() if has_printing(fact, token.key)]
    named = about.instruments if owner is None else frozenset({owner})
    bare = [fact for fact in printed if not _counts(fact, token, about)]
    printed = [fact for fact in printed if fact not in bare]
    right = [fact for fact in printed if _is_about(fact, named, about)]
    fitting = [fact for fact in right if _fits_windows(fact, about, book)]
    if fitting:
        return same(token, fitting[0].id)
    said = _said_by(token, owner, about, book)
    if said:
        return same(token, said)
    if right or printed:
        near = nearest(token, named, about, book)
        return _misplaced(token, right, printed, near=near, book=book)
    if bare:
        return new(token, f"nothing says what {token.text} counts")
    return _unknown(token, nearest(token, named, about, book), book)


def _misplaced(
    token: Token,
    right: Sequence[Fact],
    printed: Sequence[Fact],
    *,
    near: Fact | None,
    book: Book,
) -> Judged:
    """A figure of another window, or of another subject, with the nearest true one."""
    shown = book.measured(near) if near else ""
    if right:
        why = f"{book.told(right[0])} prints {token.text}, over another window"
        return new(token, why, fact=right[0].id, nearest=shown, rule="T4")
    why = f"{token.text} is {book.told(printed[0])}, and not of this subject"
    return new(token, why, fact=printed[0].id, nearest=shown)


def _unknown(token: Token, near: Fact | None, book: Book) -> Judged:
    if near is None:
        return new(token, f"no Fact of the ledger prints {token.text}")
    shown = book.measured(near)
    why = f"no Fact prints {token.text}; the nearest is {shown}, {book.told(near)}"
    return new(token, why, nearest=shown)


def _said_by(token: Token, owner: str | None, about: Context, book: Book) -> str:
    """The source named in the sentence that prints the figure, of that subject."""
    for source in book.ledger.sources:
        named = source.id in about.sources and is_named(source, about.text)
        if named and has_figure(token.text, source) and is_of(owner, source, book):
            return source.id
    return ""


def has_printing(fact: Fact, key: str) -> bool:
    """Whether a Fact prints so; of a level also how far off it stands."""
    groups = printings(fact)
    return any(key in one for one in groups[: 3 if isinstance(fact, LevelFact) else 1])


def _is_about(fact: Fact, named: frozenset[str], about: Context) -> bool:
    if isinstance(fact, ScoreFact):
        return SCORED.search(about.text) is not None
    if isinstance(fact, CountFact):
        return COUNTED.search(about.text) is not None
    if isinstance(fact, QuotedFact):
        return fact.source in about.sources
    return bool(subjects(fact) & named)


def _counts(fact: Fact, token: Token, about: Context) -> bool:
    """Whether a bare small number counts what the Fact counts; others need not say.

    So many Facts hold a small whole number that one of them always fits.
    """
    if not re.fullmatch(r"\d{1,3}|[a-z-]+|\d+(?:st|nd|rd|th)", token.key):
        return True
    unit = getattr(fact, "unit", "score")
    near = about.text[token.start : token.end + len(" usual trading sessions")]
    return unit in NOUNS and NOUNS[unit].search(near) is not None


def _fits_windows(fact: Fact, about: Context, book: Book) -> bool:
    """Whether the windows spoken include the Fact's; one without a span needs none."""
    if (
        not isinstance(fact, PriceFact)
        or not about.windows
        or fact.window.sessions <= 1
    ):
        return True
    return any(spans(key, fact, book) for key in about.windows)


def nearest(
    token: Token, named: frozenset[str], about: Context, book: Book
) -> Fact | None:
    """The return of the subject over the window spoken, else over any; or its price."""
    value, unit = figures.amount(token.text)
    near = [
        (_far(fact, about, book), abs(fact.value - value), fact.id, fact)
        for fact in book.facts.values()
        if isinstance(fact, PriceFact | LevelFact)
        and subjects(fact) & named
        and (fact.unit == unit if unit == "ratio" else fact.metric in PRICES)
    ]
    return min(near, key=lambda one: one[:3])[3] if near else None


def _far(fact: Fact, about: Context, book: Book) -> int:
    """0 for a return over the window spoken, 1 for a return or price, 2 for others."""
    metric = getattr(fact, "metric", "")
    if metric != "return":
        return 1 if metric in PRICES else 2
    return 0 if any(spans(key, fact, book) for key in about.windows) else 1


def date(token: Token, about: Context, book: Book) -> Judged:
    """SAME where a Fact of the subject, a source or the note names the day."""
    for fact in book.facts.values():
        if subjects(fact) & about.instruments and _names(fact, token.text):
            return same(token, fact.id)
    if any(is_day(token.text, day) for day in book.days):
        return same(token, "")
    if token.text in _times(book):
        return same(token, "")
    return new(token, f"no Fact, source or event of the ledger names {token.text}")


def date_beside(
    token: Token, near: Sequence[Fact], events: Sequence[Fact], book: Book
) -> Judged:
    """A day put beside figures: theirs, or that of an event that is named there.

    A weekday alone is so common among a ledger's days that it must be the figure's
    last.
    """
    for fact in (*near, *events):
        days = days_of(fact)
        window = getattr(fact, "window", None)
        if window and not re.search(r"\d", token.text):
            days = (window.last,)
        elif window and window.sessions <= 1:
            days = tuple(
                day for day in days if day != window.first or day == window.last
            )
        if any(is_day(token.text, day) for day in days):
            return same(token, fact.id)
    told = book.told(near[0])
    return new(token, f"{told}: that is not {token.text}", fact=near[0].id)


def _names(fact: Fact, text: str) -> bool:
    return any(is_day(text, day) for day in days_of(fact))


def _times(book: Book) -> frozenset[str]:
    """The times of day that the ledger knows: of the note, its bars, its sources."""
    moments = [book.ledger.note.as_of]
    moments += [one.published for one in book.ledger.sources if one.published]
    facts = book.facts.values()
    moments += [one.known_at for one in facts if isinstance(one, PriceFact | LevelFact)]
    printed = {f"{one:%H:%M}" for one in moments} | {clock.stamp(m) for m in moments}
    return frozenset(printed | {f"{one}Z" for one in printed})


def window(
    token: Token, facts: Sequence[Fact], about: Context, book: Book
) -> Judged | None:
    """SAME where a figure of the sentence, the horizon or the subject spans it.

    `facts` are those of the sentence's figures, the nearest first. None for "the week"
    where no figure stands and for what a source named there says.
    """
    for fact in facts:
        if spans(token.key, fact, book):
            return same(token, fact.id)
    windowed = [
        fact
        for fact in facts
        if isinstance(fact, PriceFact) and fact.window.sessions > 1
    ]
    ahead = not windowed or AHEAD.search(about.text[: token.start])
    if token.key == str(book.ledger.note.horizon_sessions) and ahead:
        return same(token, "")
    counted = re.match(r"\d|" + COUNT, token.text, re.IGNORECASE)
    said = [book.sources[name] for name in sorted(about.sources)]
    if (not counted and not facts) or any(
        token.text.lower() in flattened(f"{one.title} {one.summary}") for one in said
    ):
        return None
    if not windowed or "-" in token.text:
        for fact in book.facts.values():
            if subjects(fact) & about.instruments and spans(token.key, fact, book):
                return same(token, fact.id)
    if windowed:
        why = f"{book.told(windowed[0])}; it does not span {token.text}"
        return new(token, why, fact=windowed[0].id)
    return new(token, f"no Fact of the subject spans {token.text}")
