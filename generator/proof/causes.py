"""Causal connectives between a headline and a move, and what licenses one (T10)."""

import re
from collections.abc import Iterator

from generator.model.facts import PriceFact
from generator.model.note import Finding, SourceLine
from generator.plain import words
from generator.proof.book import Book
from generator.proof.pairing import read
from generator.proof.quoted import is_general, is_quoted
from generator.proof.report import Reading
from generator.proof.sentence import Sentence
from generator.proof.tokens import flattened

UNUSUAL = 2.0  # usual days from which a move asks for a reason
OWN = 0.5  # of a move that the benchmark must leave unexplained
# These say a cause of whatever they stand in; the others only of a move.
FIRM = re.compile(
    r"because|thanks to|due to|owing to|driven by|as a result|attribut|blamed|caused",
    re.IGNORECASE,
)


def causes_are_licensed(reading: Reading) -> Iterator[Finding]:
    """T10: "because", "on", "after" need a headline before an unusual move of its own.

    What is said of the world at large, under a headline and of no price, is no cause
    of a move; nor is what the claim had said already.
    """
    for sentence in reading.page.sentences:
        if is_general(sentence):
            continue
        for match in words.CAUSE.finditer(sentence.text):
            if not _may_stand(sentence, match, reading.book):
                why = "no Fact tells a cause; quote who says so, or say they coincided"
                start = sentence.start + match.start()
                yield reading.at(start, match.group(), "T10", why)


def _may_stand(sentence: Sentence, match: re.Match[str], book: Book) -> bool:
    claim, said = sentence.claim, match.group()
    kept = claim is not None and said.lower() in claim.text.lower()
    if kept and (claim.sources or not FIRM.match(said)):  # type: ignore[union-attr]
        return True
    if not FIRM.match(said) and not _tells_a_move(sentence, book):
        return True
    return is_quoted(sentence, match, book) or _is_licensed(sentence, book)


def _tells_a_move(sentence: Sentence, book: Book) -> bool:
    claim = sentence.claim
    facts = [book.facts.get(one.fact) for one in claim.bound] if claim else []
    if any(isinstance(fact, PriceFact) and fact.metric == "return" for fact in facts):
        return True
    if sentence.exact:
        return False
    kinds = {one.kind for one in read(sentence.text, book)}
    return bool(kinds & {"direction", "figure"})


def _is_licensed(sentence: Sentence, book: Book) -> bool:
    """Whether a headline named here came before an unusual move of its own."""
    return any(_precedes(source, book) for source in _named(sentence, book)) and (
        is_unusual(book)
    )


def _named(sentence: Sentence, book: Book) -> list[SourceLine]:
    text = flattened(sentence.text)
    return [
        source for source in book.ledger.sources if flattened(source.publisher) in text
    ]


def _precedes(source: SourceLine, book: Book) -> bool:
    day = _day(book, "return.1")
    published = source.published
    return bool(day and published and published < day.known_at)


def is_unusual(book: Book) -> bool:
    """Whether the subject's day was rare, and not the benchmark's doing."""
    size, day = _day(book, "zscore.1"), _day(book, "return.1")
    bench = book.ledger.note.benchmark.lower()
    own = _day(book, f"residual.1.{bench}")
    if not (size and day and own):
        return False
    return abs(size.value) >= UNUSUAL and abs(own.value) >= OWN * abs(day.value) * 100


def _day(book: Book, metric: str) -> PriceFact | None:
    fact = book.facts.get(f"{book.ledger.note.subject.lower()}.{metric}")
    return fact if isinstance(fact, PriceFact) else None
