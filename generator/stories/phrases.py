"""Phrases as they are listed in a table, and the machine that finds them in a text."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import NamedTuple, Protocol

import ahocorasick

GAP = r"(?:\S+ ){0,6}"  # what `..` stands for: up to six words
FEW = r"(?:\S+ ){0,3}"  # what `~` stands for: up to three
NUMBER = r"(?:\$ |rs )?\d\S*"  # what `#` stands for, with its sign and unit
COUNTS = frozenset("0123456789$")
GAPS = re.compile(r"\.\.|[#~]")
PARTS = re.compile(r"\(|\)|\||\?|[^()|?]+")
# Marks that part words and those that vanish; each stands for one letter at most, since
# `translate` is ten times slower where it has to insert.
TABLE = str.maketrans(
    dict.fromkeys(
        "!\"#'()*,/:;<=>?@[\\]^_`{|}~-\u2013\u2014\u2010\u2011\u2018\u2019\u201c\u201d"
        "\u2022\u2026\u00b7\u00ab\u00bb\u00a0",
        " ",
    )
    | dict.fromkeys("\u20ac\u00a3\u20b9\u00a5", "$")
    | dict.fromkeys(".,+\u00ae\u2122")
)
JOINED = re.compile(r"[.,](?<=[a-z]{3}.)(?=[A-Z][a-z])")


# The length of a spelling as sought, the phrase (none for a beginning), its labels.
Entry = tuple[int, str, tuple[str, ...]]


class Machine(Protocol):
    """What finds every listed spelling of a text at once, the longest of each place."""

    def iter_long(self, text: str) -> Iterator[tuple[int, Entry]]:
        """Where each spelling ends, and what it is."""


class Hit(NamedTuple):
    """A phrase of a text: the tables that list it, the phrase, its first letter."""

    labels: tuple[str, ...]
    phrase: str
    at: int


@dataclass(frozen=True, slots=True)
class Phrases:
    """Tables of phrases, ready to be found.

    Those with gaps stand under their first word, or under `#`: trying them only where
    they may begin is three times as fast as one pattern over the text.
    """

    machine: Machine = field(repr=False)
    gapped: Mapping[str, re.Pattern[str]]
    labels: Mapping[str, str]


def folded(text: str) -> str:
    """A text in small letters, words and money signs parted by one space each.

    Marks vanish, so that "sell-off", "U.S." and "Q3's" read "sell off", "us" and "q3".
    """
    lean = JOINED.sub(" ", text).lower().translate(TABLE)
    lean = lean.replace("$", " $ ").replace("%", " % ")
    return f" {' '.join(lean.split())} ".replace(" s ", " ")


def spellings(phrase: str) -> list[str]:
    """Every way to write a phrase that has `(a | b)` and `s?` in it, folded."""
    ways, _ = _ways(PARTS.findall(phrase), 0)
    return sorted({" ".join(way.split()) for way in ways})


def _ways(parts: list[str], at: int) -> tuple[list[str], int]:
    """The ways of one bracket from here to where it closes, and where that is."""
    done: list[str] = []
    ways = [""]
    while at < len(parts) and parts[at] != ")":
        part, optional = parts[at], parts[at + 1 : at + 2] == ["?"]
        if part == "|":
            done, ways = done + ways, [""]
        elif part == "(":
            inner, at = _ways(parts, at + 1)
            optional = parts[at + 1 : at + 2] == ["?"]
            ways = _joined(ways, [*inner, ""] if optional else inner)
        elif part != "?":
            ways = _joined(ways, [part, part[:-1]] if optional else [part])
        at += 1
    return done + ways, at


def _joined(ways: list[str], ends: list[str]) -> list[str]:
    return [first + last for first, last in product(ways, ends)]


def phrases(tables: Mapping[str, str]) -> Phrases:
    """The phrases of these tables, each under the names of all that list it.

    A phrase may hold `(a | b)`, `s?` for a letter that may lack, `*` at its end for any
    ending, `..` for up to six words, `~` for up to three and `#` for a number. Where
    phrases overlap, the longest that begins first is found, so that "stock photo" hides
    "stock".
    """
    listed: dict[str, dict[str, None]] = {}
    gapped: dict[str, dict[str, list[str]]] = {}
    for label, block in tables.items():
        lean = re.sub(r"\s*\|\s*", "|", " ".join(block.split()))
        for phrase in filter(None, (one.strip() for one in lean.split(";"))):
            if GAPS.search(phrase):
                for first in _firsts(phrase):
                    at = gapped.setdefault(first, {}).setdefault(label, [])
                    at.append(_pattern(phrase))
                continue
            for spelling in spellings(phrase):
                listed.setdefault(_key(spelling), {})[label] = None
    groups = {label: f"g{number}" for number, label in enumerate(tables)}
    return Phrases(
        _machine(listed),
        {first: _any_of(found, groups) for first, found in gapped.items()},
        {group: label for label, group in groups.items()},
    )


def _firsts(phrase: str) -> set[str]:
    """The first words that a phrase with gaps may have, `#` for a number."""
    depth = end = 0
    while end < len(phrase) and (depth or phrase[end] != " "):
        depth += (phrase[end] == "(") - (phrase[end] == ")")
        end += 1
    firsts = {way.split()[0] for way in spellings(phrase[:end])}
    assert not any("*" in first for first in firsts), phrase
    return firsts


def _any_of(
    found: Mapping[str, Sequence[str]], groups: Mapping[str, str]
) -> re.Pattern[str]:
    """One pattern of phrases that begin alike, each group named after its table."""
    named = (f"(?P<{groups[label]}>{'|'.join(ways)})" for label, ways in found.items())
    return re.compile(f"(?:{'|'.join(named)})(?= )")


def _key(spelling: str) -> str:
    """A spelling as the machine seeks it, open at its end if it is a beginning.

    Its words stand two spaces apart, so that neighbours share none.
    """
    words = "  ".join(folded(spelling.removesuffix("*")).split())
    return f" {words}" if spelling.endswith("*") else f" {words} "


def _machine(listed: Mapping[str, Iterable[str]]) -> Machine:
    machine = ahocorasick.Automaton()
    for key, labels in listed.items():
        phrase = " ".join(key.split()) if key.endswith(" ") else ""
        machine.add_word(key, (len(key), phrase, tuple(labels)))
    machine.make_automaton()
    found: Machine = machine
    return found


def _pattern(phrase: str) -> str:
    """A phrase with gaps as a pattern over a folded text."""
    lean = (
        phrase.removesuffix(" ..")
        .replace("$", r"\$")
        .replace("(", "(?:")
        .replace("*", r"\w*")
        .replace("#", NUMBER)
    )
    return lean.replace(".. ", GAP).replace("~ ", FEW)


def hits(text: str, phrases: Phrases) -> list[Hit]:
    """The phrases of a folded text, from left to right, those with gaps last."""
    wide = text.replace(" ", "  ")[1:-1]
    found = [
        Hit(labels, phrase or _word(wide, end, size), end - size + 1)
        # A text that ends within a longer phrase would lose the shorter without `\n`.
        for end, (size, phrase, labels) in phrases.machine.iter_long(f"{wide}\n")
    ]
    return [*found, *_gapped(text, phrases)]


def _gapped(text: str, phrases: Phrases) -> Iterator[Hit]:
    """The phrases with gaps, none of which begins within another."""
    at, free = 1, 0
    for word in text.split():
        number = "#" if word[0] in COUNTS else ""
        for first in (word, number) if number else (word,):
            pattern = phrases.gapped.get(first)
            if pattern and at >= free and (match := pattern.match(text, at)):
                free = match.end()
                label = phrases.labels[match.lastgroup or ""]
                yield Hit((label,), match.group(), at)
        at += len(word) + 1


def _word(wide: str, end: int, size: int) -> str:
    """What stands where a beginning was found, to the end of its word."""
    stop = wide.find(" ", end)
    return " ".join(wide[end - size + 1 : None if stop < 0 else stop].split())
