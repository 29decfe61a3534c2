"""A text as tokens: words, figures, signed moves, and the marks that part clauses."""

import re
from typing import NamedTuple

TOKEN = re.compile(
    r"""
    (?P<skip>https?://\S+ | [#@]\w+ | ['\u2019]s\b)
  | (?P<ticker>\$[A-Za-z][A-Za-z.]{0,5}\b
        | \((?:NYSE|NASDAQ|Nasdaq|TSE|LON|ASX|OTCMKTS|AMEX|TSX)\s?:\s?[A-Z.]{1,9}\))
  | (?P<plus>(?<![^\s(~])\+\d[\d.,]*\s?% | [\u25b2\u2191\u2b06\U0001f4c8])
  | (?P<minus>(?<![^\s(~])[-\u2212]\d[\d.,]*\s?% | [\u25bc\u2193\u2b07\U0001f4c9])
  | (?P<figure>(?:[$\u20ac\u00a3\u20b9]|\b(?:EUR|euro|eur|USD|SEK|GBP|INR|Rs\.?))?
        \d(?:[\d,.]*\d)?%?(?:(?:mn|mln|bln|bn|cr|pct|pc|[mbkc])\b)?)
  | (?P<word>(?:[A-Z]\.){2,} | [^\W\d_]+(?:['\u2019&](?!s\b)[^\W\d_]+)*)
  | (?P<mark>[;:,?!()\u2013\u2014] | \s-{1,2}\s | (?<=[a-z]{4})\.(?=\s) | \s\.\s)
    """,
    re.VERBOSE,
)
FIGURE = "#"  # what a figure is called in a phrase
KINDS = {
    "ticker": "<ticker>", "plus": "<plus>", "minus": "<minus>", "figure": FIGURE,
}  # fmt: skip
AMOUNT = re.compile(r"(\d[\d,.]*\d|\d)(%)?([a-z]*)", re.IGNORECASE)
SCALES = {
    "k": 1e3, "thousand": 1e3, "lakh": 1e5, "m": 1e6, "mn": 1e6, "mln": 1e6,
    "million": 1e6, "cr": 1e7, "crore": 1e7, "b": 1e9, "bn": 1e9, "bln": 1e9,
    "billion": 1e9, "trillion": 1e12, "c": 0.01, "cents": 0.01,
}  # fmt: skip
PERCENT = frozenset({"pct", "pc", "percent", "per"})


class Token(NamedTuple):
    """A word in lower case, a mark, or what stands for a figure; and its place."""

    word: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """The tokens of a text, in order, without links, hash tags and handles."""
    found = []
    for match in TOKEN.finditer(text):
        kind = match.lastgroup or "skip"
        if kind in {"word", "mark"}:
            word = match.group().strip().lower().replace("\u2019", "'")
        elif kind == "skip":
            continue
        else:
            word = KINDS[kind]
        found.append(Token(word, match.start(), match.end()))
    return found


def amount(figure: str, unit: str) -> tuple[float, bool] | None:
    """How much a figure is with the word after it, and whether it is percent.

    None where it is no number ("1.2.3") or most likely a year.
    """
    match = AMOUNT.search(figure)
    if match is None or re.fullmatch(r"(?:19|20)\d\d", figure):
        return None
    digits, percent, glued = match.groups()
    try:
        value = float(digits.replace(",", ""))
    except ValueError:
        return None
    unit = (glued or unit).lower()
    return value * SCALES.get(unit, 1.0), bool(percent) or unit in PERCENT
