"""The tone of a headline: words of direction, weighed by what they move."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.news import Headline
from generator.stories import tonewords as words

BAND = 0.3  # nearer to zero a headline has no tone
TITLE = 0.8  # the title's share of the score, where there is a summary
ASKED = 0.5  # a question claims less
REACH = 5  # tokens between a verb and what it moves
DENIED = 3  # tokens before a word in which a negation turns it
TURNED = -0.7
COMMA = 0.8  # what follows a comma or a dash, where it was less before
WORD = re.compile(r"[a-z][a-z'&-]*[a-z]|[a-z]|\d[\d.,]*%?|[;:,?!\u2013\u2014-]")
BREAK = frozenset(",;:\u2013\u2014")
LOOSE = frozenset({"up", "down"})  # a direction only before a figure or a pause
CLOSING = frozenset(
    {"by", "for", "in", "at", "from", "to", "more", "nearly", "over", "about"}
)


@dataclass(frozen=True, slots=True)
class Told:
    """What a phrase adds to the tone."""

    phrase: str
    worth: float


def tone(headline: Headline) -> float:
    """The score of a headline, -1 to 1; the title weighs more than the summary."""
    title = score(headline.title)
    if not headline.summary or headline.summary == headline.title:
        return title
    return TITLE * title + (1 - TITLE) * score(headline.summary[:300])


def banded(value: float) -> float:
    """-1, 0 or 1."""
    return 0.0 if abs(value) <= BAND else (1.0 if value > 0 else -1.0)


def score(text: str) -> float:
    """The tone of one text, -1 to 1."""
    total = sum(told.worth for told in phrases(text))
    if text.rstrip().endswith("?"):
        total *= ASKED
    return max(-1.0, min(1.0, total))


def phrases(text: str) -> list[Told]:
    """What each phrase of a text adds, in order: the explanation of its score."""
    lean = text.lower().replace("\u2019", "'")
    told: list[Told] = []
    for pattern, worth in words.IDIOMS:
        told += [
            Told(match.group(), worth * _weight_at(lean, match.start()))
            for match in pattern.finditer(lean)
        ]
        lean = pattern.sub(lambda match: "_" * len(match.group()), lean)
    for weight, clause in _clauses(WORD.findall(lean)):
        told += [Told(one.phrase, weight * one.worth) for one in _told(clause)]
    return told


def _weight_at(text: str, place: int) -> float:
    """The weight of the clause in which a place stands."""
    weight = 1.0
    for token in WORD.findall(text[:place]):
        weight = _next_weight(token, weight)
    return weight


def _next_weight(token: str, weight: float) -> float:
    return words.AFTER.get(token, max(weight, COMMA) if token in BREAK else weight)


def _clauses(tokens: list[str]) -> Iterator[tuple[float, list[str]]]:
    """The clauses of a headline, each with its weight."""
    weight, clause = 1.0, list[str]()
    for token in tokens:
        if token in words.AFTER or token in BREAK:
            yield weight, clause
            weight, clause = _next_weight(token, weight), []
        clause.append(token)
    yield weight, clause


def _told(tokens: list[str]) -> Iterator[Told]:
    """The phrases of a clause: verbs with what they move, then words by themselves."""
    used: set[int] = set()
    for place, token in enumerate(tokens):
        moved = _moved(tokens, place)
        if moved is not None:
            way, nouns = moved
            bad = next((near for near in nouns if tokens[near] in words.BAD), None)
            used |= {place} | ({bad} if bad is not None else set())
            shown = token if bad is None else f"{tokens[bad]} {token}"
            worth = way * (1.0 if bad is None else -1.0)
            yield Told(shown, worth * _denial(tokens, place))
    for place, token in enumerate(tokens):
        worth = (token in words.GOOD_WORDS) - (token in words.BAD_WORDS)
        if place not in used and worth:
            yield Told(token, 0.7 * worth * _denial(tokens, place))


def _moved(tokens: list[str], place: int) -> tuple[int, list[int]] | None:
    """The way a token moves things, and where they stand, the likeliest first."""
    token = tokens[place]
    left = list(range(place - 1, max(-1, place - REACH - 1), -1))
    right = list(range(place + 1, min(len(tokens), place + REACH)))
    after = tokens[place + 1] if place + 1 < len(tokens) else ""
    transitive = (
        bool(right) and not after[:1].isdigit() and after not in {"by", "to", "in"}
    )
    if transitive and (token in words.LIFTS or token in words.LOWERS):
        return (1 if token in words.LIFTS else -1), right
    if token in LOOSE and after and not (after[0].isdigit() or after in CLOSING):
        return None
    if token in words.UP or token in words.DOWN:
        return (1 if token in words.UP else -1), left or right
    if token in words.LIFTS or token in words.LOWERS:
        return (1 if token in words.LIFTS else -1), left
    return None


def _denial(tokens: list[str], place: int) -> float:
    before = tokens[max(0, place - DENIED) : place]
    return TURNED if any(token in words.NOT for token in before) else 1.0
