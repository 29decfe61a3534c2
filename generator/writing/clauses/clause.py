"""A title as a clause of running prose, or nothing where that is not safe."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from generator.plain.names import Lexicon
from generator.writing.clauses.cleaning import Stretch, stated
from generator.writing.clauses.parsing import Parser
from generator.writing.clauses.phrases import Piece
from generator.writing.clauses.reading import Reading, Tense
from generator.writing.clauses.tokens import Token, tokens

Span = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Clause:
    """A title in prose, without its full stop and with a small first letter.

    Each of `spans` is a stretch of the text and the stretch of the title from which
    it was copied, but for its case; each of `turned` a verb and the title's own form
    of it. A `noun` is a phrase without a verb.
    """

    text: str
    tense: Tense
    spans: tuple[Span, ...]
    kind: Literal["statement", "noun"] = "statement"
    turned: tuple[Span, ...] = ()


def clause(
    title: str, lexicon: Lexicon | None, *, beside: str = "", publisher: str = ""
) -> Clause | None:
    """The title as a clause; None where it is not safe, and it is to be quoted.

    `beside` is its summary, which tells names from words where the title gives every
    word a capital; `publisher` is who printed it, which some titles end with.
    """
    stretch = stated(title, publisher)
    told = stretch and tokens(title, stretch, lexicon, beside)
    if not stretch or not told:
        return None
    indices = _indices(lexicon)
    reading = Parser(told, indices).whole()
    if reading is None:
        return None
    tail = _attributed(title, stretch, lexicon, beside)
    if tail is None:
        return None
    return _written(reading, told, tail)


def _indices(lexicon: Lexicon | None) -> frozenset[str]:
    if lexicon is None:
        return frozenset()
    return frozenset(
        one for one, kind in lexicon.kinds.items() if kind in {"index", "volatility"}
    )


def _attributed(
    title: str, stretch: Stretch, lexicon: Lexicon | None, beside: str
) -> tuple[tuple[Piece, ...], Sequence[Token]] | None:
    """The words "according to" and who says it; None where that is not plain."""
    if stretch.source is None:
        return (), ()
    told = tokens(title, Stretch(*stretch.source), lexicon, beside)
    if not told:
        return None
    whole = Parser(told, _indices(lexicon)).phrases.at(0, "after", "to")
    phrase = next((one for one in whole if one.end == len(told)), None)
    if phrase is None:
        return None
    before = tuple(Piece(word) for word in (",", "according", "to"))
    return (*before, *phrase.pieces), told


def _written(
    reading: Reading,
    told: Sequence[Token],
    tail: tuple[tuple[Piece, ...], Sequence[Token]],
) -> Clause:
    """The clause as text, with the place of every word in its title."""
    text = ""
    spans: list[Span] = []
    turned: list[Span] = []
    for pieces, words in ((_strung(reading.pieces), told), tail):
        for piece in pieces:
            one = words[piece.at] if piece.at >= 0 else None
            opened, closed = (one.opened, one.closed) if one else ("", "")
            gap = "" if not text or piece.text in {",", ";"} else " "
            start = len(text) + len(gap) + len(opened)
            text += f"{gap}{opened}{piece.text}{closed}"
            if one is None:
                continue
            at = (start, start + len(piece.text))
            if piece.turned:
                turned.append((*at, one.start, one.start + len(one.text)))
            elif piece.text.lower().startswith(one.text.lower()):
                end = start + len(one.text)
                spans.append((start, end, one.start, one.start + len(one.text)))
    return Clause(text, reading.tense, _merged(text, spans), turned=tuple(turned))


def _strung(pieces: Sequence[Piece]) -> list[Piece]:
    """Of several verbs or clauses only the last is joined by "and"."""
    joints = [at for at, one in enumerate(pieces) if one.turned and one.at < 0]
    return [Piece(",") if at in joints[:-1] else one for at, one in enumerate(pieces)]


def _merged(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Stretches side by side in both texts as one."""
    merged: list[Span] = []
    for one in spans:
        last = merged[-1] if merged else None
        if last and one[0] - last[1] == one[2] - last[3] == 1 and text[last[1]] == " ":
            merged[-1] = (last[0], one[1], last[2], one[3])
        else:
            merged.append(one)
    return tuple(merged)
