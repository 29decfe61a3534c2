"""The tokens of an edited sentence beside those of the claim that it was."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import product
from typing import Literal

from generator.model.note import Claim
from generator.proof.book import Book
from generator.proof.meaning import days_of, is_day, printings
from generator.proof.tokens import (
    NUMERAL,
    Token,
    outside,
    quotes,
    tokens,
    window_key,
)

How = Literal["same", "moved", "against", "new"]
# How a token may answer to an anchor, by whether it took its place and whether it fits.
WAYS: tuple[tuple[How, frozenset[tuple[bool, bool]]], ...] = (
    ("same", frozenset({(True, True)})),
    ("moved", frozenset({(True, True), (False, True)})),
    ("against", frozenset({(True, True), (True, False)})),
    ("against", frozenset(product((True, False), (True, False)))),
)
WORD = re.compile(r"[^\W_][\w'’-]*")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A token of the claim, and the id it was bound to; empty if to none."""

    token: Token
    fact: str


@dataclass(frozen=True, slots=True)
class Match:
    """A token of the edited sentence and the anchor it answers to, if any.

    same: it says what the anchor in its place says. moved: what an anchor elsewhere
    says. against: something else than the anchor it took the place of. new: no anchor.
    """

    token: Token
    anchor: Anchor | None
    how: How


@dataclass(frozen=True, slots=True)
class Paired:
    """An edited sentence against its claim, whose text is `claimed`.

    `reworded` if more differs than what the tokens say.
    """

    matches: tuple[Match, ...]
    anchors: tuple[Anchor, ...]
    lost: tuple[Anchor, ...]
    claimed: str
    reworded: bool


def paired(text: str, claim: Claim | None, book: Book) -> Paired:
    """The tokens of a text matched with the anchors of its claim."""
    anchors = _anchors(claim, book) if claim else ()
    spelled = any(NUMERAL.fullmatch(one.token.text) for one in anchors)
    opened = any(one.token.kind == "name" and one.token.start == 0 for one in anchors)
    found = read(text, book, spelled=spelled, opened=opened)
    if claim is None:
        strange = tuple(Match(one, None, "new") for one in found)
        return Paired(strange, (), (), claimed="", reworded=True)
    mine, theirs = _units(text, found), _units(claim.text, [a.token for a in anchors])
    links = dict(_links(mine, theirs))
    matches = _matched(found, anchors, links, book)
    held = [match.anchor for match in matches]
    return Paired(
        matches=matches,
        anchors=anchors,
        lost=tuple(one for one in anchors if one not in held),
        claimed=claim.text,
        reworded=[word for word, _ in mine] != [word for word, _ in theirs],
    )


def read(
    text: str, book: Book, *, spelled: bool = False, opened: bool = False
) -> tuple[Token, ...]:
    """The tokens of a text; a true quotation is one token, whatever it holds."""
    quoted = [one for one in quotes(text) if book.said_in_source(one.text)]
    found = tokens(text, book.names, spelled=spelled, opened=opened)
    rest = outside(found, quoted)
    return tuple(sorted([*rest, *quoted], key=lambda one: one.start))


def _anchors(claim: Claim, book: Book) -> tuple[Anchor, ...]:
    spelled = any(
        NUMERAL.fullmatch(claim.text[slice(*bound.at)]) for bound in claim.bound
    )
    found = read(claim.text, book, spelled=spelled)
    spans = [one for one in _spans(claim) if not any(map(one.over, found))]
    every = sorted([*found, *spans], key=lambda one: one.start)
    return tuple(Anchor(token, _fact(token, claim)) for token in every)


def _spans(claim: Claim) -> Iterator[Token]:
    """The bound windows that are none by themselves: the month of "A month of it"."""
    for bound in claim.bound:
        said = claim.text[slice(*bound.at)]
        key = window_key(said) if bound.type == "window" else ""
        if key:
            yield Token(*bound.at, said, "window", key)


def _fact(token: Token, claim: Claim) -> str:
    """The id of the narrowest bound span over a token, its own kind before others."""
    over = [
        bound
        for bound in claim.bound
        if bound.at[0] < token.end and token.start < bound.at[1]
    ]
    near = min(
        over,
        key=lambda one: (one.type != token.kind, one.at[1] - one.at[0]),
        default=None,
    )
    return near.fact if near else ""


def _units(text: str, found: Sequence[Token]) -> list[tuple[str, int]]:
    """The words of a text, each token one unit named for its kind, with its number."""
    units = [
        (match.start(), match.group().lower(), -1) for match in WORD.finditer(text)
    ]
    outer = [
        unit
        for unit in units
        if not any(token.start <= unit[0] < token.end for token in found)
    ]
    own = [(one.start, f"<{one.kind}>", place) for place, one in enumerate(found)]
    return [(word, place) for _, word, place in sorted([*outer, *own])]


def _links(
    mine: Sequence[tuple[str, int]], theirs: Sequence[tuple[str, int]]
) -> Iterator[tuple[int, int]]:
    """The tokens that stand in each other's place."""
    matcher = SequenceMatcher(
        None, [word for word, _ in mine], [word for word, _ in theirs], autojunk=False
    )
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag == "equal":
            pairs = zip(mine[first:last], theirs[start:end], strict=True)
            yield from ((one[1], two[1]) for one, two in pairs if one[1] >= 0)
        elif tag == "replace":
            yield from _replaced(mine[first:last], theirs[start:end])


def _replaced(
    mine: Sequence[tuple[str, int]], theirs: Sequence[tuple[str, int]]
) -> Iterator[tuple[int, int]]:
    for kind in sorted({word for word, place in mine if place >= 0}):
        ours = [place for word, place in mine if word == kind]
        yield from zip(ours, [p for word, p in theirs if word == kind], strict=False)


def _matched(
    found: Sequence[Token],
    anchors: Sequence[Anchor],
    links: dict[int, int],
    book: Book,
) -> tuple[Match, ...]:
    """Each token with the first free anchor it answers to, the surest way first."""
    held: dict[int, Match] = {}
    free = dict(enumerate(anchors))
    for how, answers in WAYS:
        for number, token in enumerate(found):
            linked = links.get(number)
            place = next(
                (
                    place
                    for place, anchor in free.items()
                    if number not in held
                    and (place == linked, fits(token, anchor, book)) in answers
                    and token.kind == anchor.token.kind
                ),
                None,
            )
            if place is not None:
                held[number] = Match(token, free.pop(place), how)
    return tuple(held.get(n, Match(one, None, "new")) for n, one in enumerate(found))


def fits(token: Token, anchor: Anchor, book: Book) -> bool:
    """Whether a token says what an anchor says, perhaps in another form."""
    true = anchor.token
    if token.kind != true.kind:
        return False
    if token.key == true.key or (token.id and token.id == true.id):
        return True
    if token.kind == "direction":
        return token.key.split()[-1] == true.key.split()[-1]
    if token.kind == "name":
        return f"{true.text} ".lower().startswith(f"{token.text} ".lower())
    return is_one_fact(token, anchor, book)


def is_one_fact(token: Token, anchor: Anchor, book: Book) -> bool:
    """Whether two figures print one quantity of a Fact, or two dates one day."""
    true, fact = anchor.token.key, book.facts.get(anchor.fact)
    if token.kind == "figure" and fact:
        return any(token.key in one and true in one for one in printings(fact))
    if token.kind == "date":
        days = days_of(fact) if fact else tuple(sorted(book.days))
        return any(is_day(token.key, day) and is_day(true, day) for day in days)
    return False
