"""A sentence as it was written: every bound span proven against its own Fact."""

import re
from collections.abc import Callable, Iterator
from datetime import datetime

from generator.model.facts import Fact, LevelFact, PriceFact
from generator.model.note import Bound, Claim
from generator.plain import clock, figures, words
from generator.plain.text import inline
from generator.proof.book import Book
from generator.proof.directions import missized
from generator.proof.headlines import (
    has_figure,
    has_word,
    is_named,
    is_unmarked,
    source_of,
    tells,
)
from generator.proof.judged import Judged, changed, new, same
from generator.proof.meaning import days_of, is_day, lean, lengths, printings
from generator.proof.tokens import COUNT, Kind, Token, flattened, numbers, tokens
from generator.proof.windows import spans

PERCENTILE = "percentile"
COUNTING = re.compile(rf"\d|\b(?:{COUNT})\b", re.IGNORECASE)
OUT = "\u2588"  # over what is bound: no letter, digit, space or stop


def proven(claim: Claim, book: Book) -> Iterator[Judged]:
    """A verdict for each bound span, then for each figure that none covers."""
    shown = [(bound, _token(claim, bound)) for bound in claim.bound]
    for bound, token in shown:
        why = PROOFS[bound.type](token.text, bound.fact, book)
        why = why or unattributed(bound, claim.text, book)
        if why:
            near = _nearest(bound, book)
            yield changed(token, why, fact=bound.fact, nearest=near)
        else:
            yield same(token, bound.fact)
    rest = list(claim.text)
    for _, token in shown:
        rest[token.start : token.end] = OUT * (token.end - token.start)
    left = "".join(rest)
    for token in numbers(left) if COUNTING.search(left) else ():
        if not _is_free(token, claim, book):
            yield new(token, f"nothing in the ledger stands behind this {token.kind}")


def _token(claim: Claim, bound: Bound) -> Token:
    text = claim.text[slice(*bound.at)]
    kind: Kind = bound.type  # type: ignore[assignment]
    return Token(*bound.at, text, kind, figures.key(text))


def unattributed(bound: Bound, text: str, book: Book) -> str:
    """Why a headline's words may not stand so: their publisher is not named (T9)."""
    source = source_of(bound.fact, book)
    theirs = "." in bound.fact or is_unmarked(bound, text)
    if source is None or not theirs or is_named(source, text):
        return ""
    return f"these are words of {source.publisher}, which is not named here"


def _is_free(token: Token, claim: Claim, book: Book) -> bool:
    """Whether a token needs no span: a window of a bound Fact, or no number at all."""
    if token.text.lower().startswith("one ") and claim.sources and not claim.bound:
        return True  # "one week sets the mood": of the world, under a headline
    if token.kind == "window" and re.match(rf"\d|{COUNT}", token.text, re.IGNORECASE):
        bound = [book.facts.get(one.fact) for one in claim.bound]
        horizon = token.key == str(book.ledger.note.horizon_sessions)
        return horizon or any(fact and spans(token.key, fact, book) for fact in bound)
    if token.kind == "date":
        return not re.search(r"\d", token.text)
    return token.kind != "figure"


def _nearest(bound: Bound, book: Book) -> str:
    fact = book.facts.get(bound.fact)
    return book.printable(fact) if fact and bound.type == "figure" else ""


def _figure(text: str, name: str, book: Book) -> str:
    fact = book.facts.get(name)
    if fact is None:
        return _said_figure(text, name, book)
    if text in getattr(fact, "renderings", ()):
        return ""
    if any(figures.key(text) in group for group in printings(fact)):
        return ""
    return f"{book.told(fact)} does not print as {text}"


def _said_figure(text: str, name: str, book: Book) -> str:
    """A figure of a headline that no Fact was drawn from."""
    source = source_of(name, book)
    if source is None:
        return f"the ledger has no Fact {name}"
    return "" if has_figure(text, source) else f"{name} prints no {text}"


def _date(text: str, name: str, book: Book) -> str:
    fact = book.facts.get(name)
    if fact is not None and days_of(fact):
        found = any(is_day(text, day) for day in days_of(fact))
        times = _times(fact)
        return "" if found or text in times else f"{book.told(fact)} names no {text}"
    source = book.sources.get(name)
    if source and source.published and text in _times_of(source.published):
        return ""
    found = any(is_day(text, day) for day in book.days)
    head = {clock.clock(book.ledger.note.as_of), clock.stamp(book.ledger.note.as_of)}
    return "" if found or text in head else f"no Fact names {text}"


def _times(fact: Fact) -> tuple[str, ...]:
    return _times_of(fact.known_at) if isinstance(fact, PriceFact | LevelFact) else ()


def _times_of(when: datetime) -> tuple[str, ...]:
    return (
        clock.clock(when),
        clock.stamp(when),
        f"{when:%H:%MZ}",
        *clock.dates_of(when.date()),
    )


def _direction(text: str, name: str, book: Book) -> str:
    fact, source = book.facts.get(name), source_of(name, book)
    if source:
        return "" if has_word(text, source) else f"{name} has no {text!r}"
    if fact is None:
        return f"the ledger has no Fact {name}"
    move = lean(fact)
    if move is None:
        move = float(getattr(fact, "value", 0.0))
    if next(words.directions(text), None) is None:
        return ""
    if words.agrees(text, move):
        return missized(text, fact, book)
    return f"{text!r} does not agree with {book.told(fact)}, {book.printable(fact)}"


def _name(text: str, name: str, book: Book) -> str:
    source = source_of(name, book)
    if source:
        said = flattened(f"{source.publisher} \n {source.title} \n {source.summary}")
        return "" if flattened(text) in said else f"{text} is not in source {name}"
    if name in book.instruments or name in book.facts:
        return ""
    return f"the ledger has no Fact and no source named {name}"


def _quote(text: str, name: str, book: Book) -> str:
    source = source_of(name, book)
    if source:
        said = tells(text, source, book)
        return "" if said else f"source {name} does not say this"
    place = re.fullmatch(r"gaps\.(\d+)", name)
    if place and 0 < int(place[1]) <= len(book.ledger.gaps):
        gap = flattened(book.ledger.gaps[int(place[1]) - 1])
        return "" if flattened(text) in gap else f"{name} of the ledger differs"
    if name == "silences":
        true = flattened(inline(words.silent(book.ledger.silences)))
        return "" if flattened(text) == true else "the ledger has other silent sources"
    return f"the ledger has no source {name}"


def _window(text: str, name: str, book: Book) -> str:
    said = {one.key for one in tokens(text, {}) if one.kind == "window"}
    if name == "call":
        count = book.ledger.note.horizon_sessions
        return "" if said == {str(count)} else f"the call looks {count} sessions ahead"
    fact = book.facts.get(name)
    if fact is None:
        return f"the ledger has no Fact {name}"
    if all(spans(key, fact, book) for key in said):
        return ""
    sessions = ", ".join(map(str, sorted(lengths(fact))))
    return f"{book.told(fact)} spans {sessions} sessions, not {text}"


def _word(text: str, name: str, book: Book) -> str:
    fact = book.facts.get(name)
    if fact is None and name not in book.sources:
        return f"the ledger has no Fact {name}"
    band = words.DEGREE_WORDS.search(text)
    if band and isinstance(fact, PriceFact) and fact.unit == PERCENTILE:
        allowed = words.band(fact.value)
        if (band[1] or band[2]).lower() not in allowed:
            return f"{book.told(fact)} is {allowed[0]}, not {text}"
    return ""


PROOFS: dict[str, Callable[[str, str, Book], str]] = {
    "figure": _figure,
    "date": _date,
    "direction": _direction,
    "name": _name,
    "quote": _quote,
    "window": _window,
    "word": _word,
}
