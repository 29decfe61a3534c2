"""What the judging of a sentence looks at: its tokens, their owners, what is near."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.model.facts import Fact
from generator.model.note import Claim
from generator.proof.book import Book
from generator.proof.lookup import Context
from generator.proof.pairing import Match, Paired
from generator.proof.sentence import Sentence
from generator.proof.tokens import RELEASED, Token, is_common

OF = re.compile(r"\s*(?:for|in|on|of|by)(?: the)?\s*$")
Settled = Mapping[Token, str]  # the figures already judged SAME, and their Facts


@dataclass(frozen=True, slots=True)
class Sight:
    """A sentence's tokens with their anchors, its context and the ledger."""

    pairing: Paired
    about: Context
    book: Book
    claim: Claim | None = None

    @property
    def matches(self) -> tuple[Match, ...]:
        """The sentence's tokens with their anchors."""
        return self.pairing.matches

    def fact(self, match: Match) -> Fact | None:
        """The Fact to which the claim bound a token's anchor, if it did."""
        return self.book.facts.get(match.anchor.fact) if match.anchor else None

    def owner(self, token: Token) -> Token | None:
        """The instrument's name beside which a token stands, if one is named."""
        return owner(token, self.matches, self.about.text, self.book)

    def owner_in_claim(self, token: Token) -> Token | None:
        """The name beside which an anchor stood in the claim."""
        held = [Match(one.token, one, "same") for one in self.pairing.anchors]
        return owner(token, held, self.pairing.claimed, self.book)

    def events(self) -> list[Fact]:
        """The events that the sentence names."""
        named = {match.token.id for match in self.matches}
        return [self.book.facts[name] for name in sorted(named & set(self.book.facts))]

    def near(self, token: Token, settled: Settled) -> list[tuple[int, Fact]]:
        """The Facts of the sentence's figures and how far off, the nearest first."""
        found = [
            (gap(token, figure), self.book.facts[name])
            for figure, name in settled.items()
            if name in self.book.facts
        ]
        return sorted(found, key=lambda one: (one[0], one[1].id))


def sight(
    sentence: Sentence, pairing: Paired, before: frozenset[str], book: Book
) -> Sight:
    """All that a sentence is judged by; `before` it those instruments were named."""
    found = [match.token for match in pairing.matches]
    named = frozenset(one.id for one in found if one.id in book.instruments)
    foreign = any(is_foreign(match) for match in pairing.matches)
    fallback = frozenset() if foreign else before or {book.ledger.note.subject}
    about = Context(
        text=sentence.text,
        instruments=named or frozenset(fallback),
        sources=sources_of(sentence, found, book),
        windows=tuple(one.key for one in found if one.kind == "window"),
        is_title=sentence.section == "title",
    )
    return Sight(pairing, about, book, sentence.claim)


def sources_of(
    sentence: Sentence, found: Iterable[Token], book: Book
) -> frozenset[str]:
    """The sources that a sentence names, quotes or rested on when it was written."""
    said = {one.id for one in found if one.id in book.sources}
    publishers = {book.sources[name].publisher for name in said}
    named = {one.id for one in book.ledger.sources if one.publisher in publishers}
    quoted = {book.said_in_source(one.text) for one in found if one.kind == "quote"}
    claimed = sentence.claim.sources if sentence.claim else ()
    return frozenset({*named, *quoted, *claimed} - {""})


def is_foreign(match: Match) -> bool:
    """Whether a token names a subject that the ledger says nothing of."""
    token = match.token
    unknown = token.kind == "name" and not token.id and match.how != "same"
    return unknown and not is_common(token)


def owner(token: Token, found: Iterable[Match], text: str, book: Book) -> Token | None:
    """The name beside which a token stands: "2% for NAME", else the last one before."""
    names = [match.token for match in found if owns(match, book)]
    after = min(
        (name for name in names if name.start >= token.end),
        key=lambda name: name.start,
        default=None,
    )
    if after and OF.match(text[token.end : after.start]):
        return after
    return max(
        (name for name in names if name.end <= token.start),
        key=lambda name: name.start,
        default=None,
    )


def owns(match: Match, book: Book) -> bool:
    """Whether a token names a subject; small letters count only in a name's place."""
    token = match.token
    if token.kind != "name":
        return False
    if token.id:
        return token.id in book.instruments
    small = is_common(token) and match.how == "new"
    return not small and token.key in book.well_known - RELEASED


def gap(one: Token, other: Token) -> int:
    """The characters between two tokens."""
    return max(one.start - other.end, other.start - one.end, 0)
