"""What a clause is about: noun phrases, joined and widened by prepositions."""

from collections.abc import Iterator

from generator.writing.clauses.articles import Role
from generator.writing.clauses.otherwords import PREPOSITIONS
from generator.writing.clauses.phrases import Phrase, Piece
from generator.writing.clauses.reading import Sentence

# A preposition and what is no noun after it.
NARROW = frozenset("as vs up down like including despite excluding".split())


def subjects(s: Sentence, start: int) -> list[Phrase]:
    """The subjects that begin there, with what "of" and "in" add to them."""
    found = []
    for first in joined(s, start, "subject"):
        found.append(first)
        found += _widened(s, first, 2)
    return found


def _widened(s: Sentence, phrase: Phrase, depth: int) -> Iterator[Phrase]:
    """A subject with the prepositions after it: "shares of Tesla in Europe"."""
    prep = s.low(phrase.end)
    if depth == 0 or prep not in PREPOSITIONS or prep in NARROW:
        return
    after = s.told[phrase.end + 1 : phrase.end + 2]
    if prep == "to" and any("B" in one.tags for one in after):
        return
    for inner in joined(s, phrase.end + 1, "after", prep):
        pieces = (*phrase.pieces, s.kept(phrase.end), *inner.pieces)
        cost = phrase.cost + inner.cost + (0.0 if prep in {"of", "in"} else 0.5)
        head = s.told[phrase.head]
        plural = inner.plural if head.kind == "percent" else phrase.plural
        wide = Phrase(inner.end, pieces, plural, phrase.head, cost)
        yield wide
        yield from _widened(s, wide, depth - 1)


def joined(s: Sentence, start: int, role: Role, prep: str = "") -> Iterator[Phrase]:
    """Noun phrases, and two or more joined by "and", a comma or both."""
    for first in s.phrases.at(start, role, prep):
        yield first
        yield from _with_next(s, first, role, prep)


def _with_next(s: Sentence, first: Phrase, role: Role, prep: str) -> Iterator[Phrase]:
    word = s.low(first.end)
    if word in {"and", "&", "or"}:
        if first.lone and role != "subject":
            return
        mark = Piece("and", first.end) if word == "&" else s.kept(first.end)
        for second in s.phrases.at(first.end + 1, role, prep):
            lone = first.lone != second.lone if role == "subject" else second.lone
            if (_alike(s, first, second) or role == "subject") and not lone:
                pieces = (*first.pieces, mark, *second.pieces)
                cost = first.cost + second.cost
                plural = True if word != "or" else second.plural
                yield Phrase(second.end, pieces, plural, second.head, cost)
    elif word == ",":
        yield from _listed(s, first, role, prep)


def _listed(s: Sentence, first: Phrase, role: Role, prep: str) -> Iterator[Phrase]:
    """As in "Apple, Nvidia and Tesla"; where no more follows the comma is "and"."""
    for second in s.phrases.at(first.end + 1, role, prep):
        if not _alike(s, first, second) or second.size > 5:
            continue
        figure = second.end < s.size and s.told[second.end].is_figure
        if "Z" in s.told[second.head].tags and figure:
            continue
        more = list(_with_next(s, second, role, prep))
        for rest in more:
            pieces = (*first.pieces, s.kept(first.end), *rest.pieces)
            cost = first.cost + rest.cost
            yield Phrase(rest.end, pieces, True, rest.head, cost)
        if role == "subject" and not _may_be_paired(s, first, second):
            continue
        if first.size == 1 and second.size > 1 and _is_stuff(s, first.head):
            continue
        opening = s.told[first.end + 1]
        if opening.low.endswith("ing") and "X" in opening.tags:
            continue
        if "G" in opening.tags and not opening.tags & {"C", "M", "J"}:
            continue
        pieces = (*first.pieces, Piece("and"), *second.pieces)
        plain = role == "subject" and s.told[first.head].kind == "word"
        cost = first.cost + second.cost + (1.5 if plain else 0.6)
        yield Phrase(second.end, pieces, True, second.head, cost)


def _may_be_paired(s: Sentence, first: Phrase, second: Phrase) -> bool:
    """Whether a comma between two subjects can only be an "and"."""
    if s.low(second.end) == ",":
        return False
    named = s.told[first.head].kind == "name"
    return named or (first.size <= 2 and second.size <= 4)


def _is_stuff(s: Sentence, at: int) -> bool:
    """Whether it may belong to the next noun too: "petrol, diesel prices"."""
    one = s.told[at]
    return one.kind == "word" and "M" in one.tags and "P" not in one.tags


def _alike(s: Sentence, first: Phrase, second: Phrase) -> bool:
    """Whether two phrases are of one kind, so that they may stand in one list."""
    one, other = s.told[first.head], s.told[second.head]
    if one.is_figure != other.is_figure:
        return False
    if one.is_figure:
        return one.kind == other.kind
    return (one.kind == "name") == (other.kind == "name")
