"""The words of a title, each with its place, its case and what it may be."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from generator.plain.names import Lexicon, found
from generator.writing.clauses import lexis
from generator.writing.clauses.casing import Casing, Seen, lean, told_as
from generator.writing.clauses.cleaning import Stretch
from generator.writing.clauses.otherwords import PEOPLES, THE
from generator.writing.clauses.printed import NUMERALS, TOKEN, Token, marked, raw_of

__all__ = ["NUMERALS", "Token", "tokens"]


def tokens(
    title: str, stretch: Stretch, lexicon: Lexicon | None, beside: str
) -> list[Token] | None:
    """The tokens of a stretch, truecased; None where it has none or it is foreign."""
    raw = marked(
        raw_of(match)
        for match in TOKEN.finditer(title, stretch.start, stretch.end)
        if not any(a <= match.start() < b for a, b in stretch.blank)
    )
    if not raw:
        return None
    named = _named(title, stretch, raw, lexicon)
    cased = _titled(raw, named)
    if cased is None:
        return None
    seen = Seen.of(beside) if beside else Seen()
    told: list[Token] = []
    casing = Casing(raw, named, cased, seen)
    for at in range(len(raw)):
        told.append(told_as(at, told, casing))
    return _joined(told, named)


def _named(
    title: str, stretch: Stretch, raw: Sequence[Token], lexicon: Lexicon | None
) -> dict[int, tuple[int, str, str]]:
    """By its first token: where a known name ends, its id and its kind."""
    if lexicon is None:
        return {}
    named: dict[int, tuple[int, str, str]] = {}
    spans = [
        one
        for one in found(title[stretch.start : stretch.end], lexicon)
        if one.kind in {"company", "institution", "person", "place", "instrument"}
    ]
    at = 0
    for one in spans:
        begin, end = one.start + stretch.start, one.end + stretch.start
        while at < len(raw) and raw[at].start < begin:
            at += 1
        last = at
        while last < len(raw) and raw[last].start < end:
            last += 1
        people = last == at + 1 and raw[at].low in PEOPLES
        kind = lexicon.kinds.get(one.id, "") if one.kind == "instrument" else one.kind
        opens = last > at and not people and raw[at].start == begin
        if opens and _is_name(raw[at:last], kind):
            named[at] = (last, one.id, kind)
    return named


def _is_name(words: Sequence[Token], kind: str) -> bool:
    """Whether a name has a capital of its own; `gold` and `small caps` have none."""
    if not words[0].text[:1].isupper() and not words[0].text[:1].isdigit():
        return any(letter.isupper() for letter in words[0].text)
    if kind in {"stock", "company", "institution", "person", "place"}:
        return True
    stock = any(
        not lexis.is_common(lean(one.low)) for one in words if one.kind == "word"
    )
    return stock or words[0].low in THE or " ".join(one.low for one in words) in THE


def _titled(
    raw: Sequence[Token], named: dict[int, tuple[int, str, str]]
) -> bool | None:
    """Whether every word has a capital; None where it cannot be told."""
    inside = {at for first, (last, _, _) in named.items() for at in range(first, last)}
    words = [
        one
        for at, one in enumerate(raw)
        if one.kind == "word" and at and at not in inside and one.low[0].isalpha()
    ]
    content = [one for one in words if one.low not in lexis.SMALL]
    small = [one for one in content if one.text[0].islower() and len(one.text) > 2]
    raised = [
        one for one in content if one.text[0].isupper() and not one.text.isupper()
    ]
    if len(small) >= max(1, len(raised)):
        return False
    if len(small) <= len(raised) / 4:
        return True
    plain = [one for one in raised if lexis.is_common(one.low)]
    return False if len(plain) <= len(small) / 2 else None


def _joined(
    told: Sequence[Token], named: dict[int, tuple[int, str, str]]
) -> list[Token] | None:
    """The tokens with the words of each known name as one; None where one shouts."""
    if any("?" in one.tags for one in told):
        return None
    joined: list[Token] = []
    at = 0
    while at < len(told):
        last = named[at][0] if at in named else at + 1
        one, end = told[at], told[last - 1]
        if last > at + 1:
            text = _between(told[at:last])
            one = replace(one, end=end.end, text=text, shown=text, low=_low(text))
        joined.append(one)
        at = last
    return joined


def _between(words: Sequence[Token]) -> str:
    text = words[0].text
    for left, right in pairwise(words):
        text += " " * (right.start - left.end) + right.text
    return text


def _low(text: str) -> str:
    return text.lower().replace("\u2019", "'")
