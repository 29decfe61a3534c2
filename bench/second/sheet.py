"""The sheet of a note: what is printed, by the ledger's spans and by a plain search.

A claim is looked for word for word, else with anything in the place of its bound spans:
so a figure that was altered in the text is still found where it stands.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bench.second.printed import FIGURE, NUMBERS
from bench.second.wording import DAY, MONTH
from generator.model.note import Claim, Ledger

UNITS = (
    r"sessions?|days?|weeks?|months?|quarters?|years?|points?|percent|times|closes|"
    r"headlines?|publishers?|gains?|falls?|losses|records?|episodes?|sources?|highs?|"
    r"lows?|components?|cases?|moves?|average days?|bars?"
)
WORDED = "|".join(
    sorted((one for one in NUMBERS if one != "one"), key=len, reverse=True)
)
COUNT = re.compile(
    rf"\b(?:{WORDED})\b(?=(?:\s+[\w-]+)?\s+(?:{UNITS})\b)|\bhalf as much again\b|"
    r"\b(?:twice|double|triple) (?:the|its) (?:usual|normal|average)\b",
    re.IGNORECASE,
)
ODD = r"[^\n]{1,80}?"
ONE_WORD = r"[^\s|*]*[^\s|*.,;:)](?: to \d+| [mb]illion)?"
OTHERS = {"figure": ONE_WORD, "quote": r"[^\n]{1,400}?"} | dict.fromkeys(
    ("date", "window", "direction", "word"), ODD
)


@dataclass(frozen=True, slots=True)
class Printed:
    """A stretch of a note: what it says, of which Fact, and the words around it.

    `near` are the claims of its line, its own first; `at` is where it stands in
    `around`, `line` the number of its line in the note, `start` its place in the text.
    """

    text: str
    kind: str
    fact: str
    around: str
    at: int
    line: int = 0
    near: tuple[Claim, ...] = ()
    start: int = 0

    @property
    def before(self) -> str:
        """The words of its line or claim before it."""
        return self.around[: self.at]


def printed(
    markdown: str, ledger: Ledger, names: Sequence[str] = ()
) -> Iterator[Printed]:
    """All that claims bind and that stands in the text, then what nothing binds.

    `names` may hold figures that are none of their own, as S&P 500 does.
    """
    seen, places = bytearray(len(markdown)), list(placed(markdown, ledger))
    for claim, match in places:
        yield from spans(claim, match, seen)
    for name in names:
        for match in re.finditer(re.escape(name), markdown):
            seen[match.start() : match.end()] = b"\1" * len(name)
    yield from unbound(markdown, seen, places)


def placed(markdown: str, ledger: Ledger) -> Iterator[tuple[Claim, re.Match[str]]]:
    """Each claim with where it stands; one that is told twice stands twice."""
    taken: set[tuple[int, int]] = set()
    for claim in ledger.claims:
        found = (one for one in occurrences(claim, markdown) if one.span() not in taken)
        match = next(found, None)
        if match and match[0].strip():
            taken.add(match.span())
            yield claim, match


def occurrences(claim: Claim, markdown: str) -> Iterator[re.Match[str]]:
    """Where a claim stands: word for word, else with others in the place of its spans.

    Of those the figures and dates are tried first, for they are the likeliest altered.
    """
    for odd in ({}, {"figure": ONE_WORD, "date": ODD}, OTHERS):
        yield from re.finditer(pattern(claim, odd), markdown)


def pattern(claim: Claim, odd: Mapping[str, str]) -> str:
    """A claim as a pattern with a group for each bound span; some may say otherwise."""
    parts, at = [], 0
    for bound in sorted(claim.bound, key=lambda one: one.at):
        if bound.at[0] < at:
            continue
        own = re.escape(claim.text[bound.at[0] : bound.at[1]])
        parts += [
            re.escape(claim.text[at : bound.at[0]]),
            f"({odd.get(bound.type, own)})",
        ]
        at = bound.at[1]
    return "".join([*parts, re.escape(claim.text[at:])])


def spans(claim: Claim, match: re.Match[str], seen: bytearray) -> Iterator[Printed]:
    """The bound spans of a claim as they stand in the text."""
    line = match.string.count("\n", 0, match.start()) + 1
    at, group, start = 0, 0, match.start()
    for bound in sorted(claim.bound, key=lambda one: one.at):
        if bound.at[0] < at:
            told, place = claim.text[bound.at[0] : bound.at[1]], bound.at[0]
        else:
            at, group = bound.at[1], group + 1
            first, last = match.span(group)
            told, place = match[group], first - start
            if not bound.fact.startswith("gaps"):
                seen[first:last] = b"\1" * (last - first)
        yield Printed(
            told, bound.type, bound.fact, match[0], place, line, (claim,), start + place
        )


def unbound(
    markdown: str, seen: bytearray, places: Sequence[tuple[Claim, re.Match[str]]]
) -> Iterator[Printed]:
    """Figures, dates and counted words that no claim binds, with their line."""
    at = 0
    for number, whole in enumerate(markdown.splitlines(keepends=True), 1):
        line = "".join(
            " " if hidden else one
            for one, hidden in zip(whole, seen[at : at + len(whole)], strict=True)
        )
        own = within(places, at, at + len(whole))
        for match in loose(line):
            ours = sorted(own, key=lambda one: -covers(one[1], at + match.start()))
            near = tuple(claim for claim, _ in ours)
            text = match[0].strip()
            yield Printed(text, "unbound", "", whole, match.start(), number, near)
        at += len(whole)


def within(
    places: Sequence[tuple[Claim, re.Match[str]]], first: int, last: int
) -> list[tuple[Claim, re.Match[str]]]:
    """The claims that begin between two places."""
    return [one for one in places if first <= one[1].start() < last]


def covers(match: re.Match[str], at: int) -> bool:
    """Whether a place lies within a match."""
    return match.start() <= at < match.end()


def loose(line: str) -> Iterator[re.Match[str]]:
    """The dates, months, counted words and numbers of a line, none within another."""
    taken: list[tuple[int, int]] = []
    for search in (DAY, MONTH, COUNT, FIGURE):
        for match in search.finditer(line):
            if not is_within(match.span(), taken):
                taken.append(match.span())
                yield match


def is_within(span: tuple[int, int], taken: Sequence[tuple[int, int]]) -> bool:
    """Whether a stretch touches one of others."""
    return any(span[0] < last and first < span[1] for first, last in taken)
