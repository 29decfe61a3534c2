"""The words of a title as printed, each with its place."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from generator.plain.figures import WORDS
from generator.writing.clauses import lexis

Kind = Literal["word", "name", "number", "money", "percent", "mark"]
SCALE = (
    r"(?:trillion|billion|million|thousand|trn|tn|bn|bln|mn|mln|crores?|cr|lakhs?(?: "
    r"crores?| cr)?|[bBmMkKT])"
)
CURRENCY = (
    r"(?:(?:US|C|A|HK|S|NZ|R)?\$|[\u20ac\u00a3\u00a5\u20b9\u20a6\u20a9\u20b1]|"
    r"(?:Rs\.?|INR|USD|EUR|GBP|CHF|Dhs|AED|SAR|RM|Tk|KSh|NGN|PKR|JPY|CNY|AUD|CAD|SGD|N|R)"
    r" ?(?=\d))"
)
DIGITS = r"\d+(?:,\d{2,3})*(?:\.\d+)?"
TOKEN = re.compile(
    rf"(?P<money>(?<![\w]){CURRENCY} ?{DIGITS}(?:(?: |-)?{SCALE}\b)?\+?|"
    rf"{DIGITS} ?{SCALE}?[ -]?(?:dollars?|euros?|rupees|yuan|yen|pounds)\b)|"
    rf"(?P<percent>[+-]?{DIGITS} ?(?:%|pct\b|pc\b|per ?cent\b|percent\b|bps?\b|"
    r"basis points?\b|percentage points?\b)|"
    rf"{DIGITS}-(?:percent|basis-point))|"
    rf"(?P<number>(?<![\w.])[+-]?{DIGITS}(?: ?{SCALE}\b)?"
    r"(?:st|nd|rd|th|x)?\+?(?![\w-]))|"
    r"(?P<word>(?:[A-Za-z]\.){2,}[a-z]?|"
    r"[A-Za-z0-9\u00c0-\u024f]+(?:[.&'\u2019/+-][A-Za-z0-9\u00c0-\u024f$%]+)*)|"
    r"(?P<mark>\S)",
    re.IGNORECASE,
)
ACRONYM = re.compile(r"[A-Z][A-Z0-9&.-]*[A-Z0-9.]s?$|.*[a-z][A-Z].*|.*\d.*")
ABBREVIATED = frozenset(
    "inc corp co ltd st vs jr sr mr ms mrs dr gov sen rep no".split()
)
OPENING = frozenset("'\"\u2018\u201c")
CLOSING = frozenset("'\"\u2019\u201d")
NUMERALS = frozenset(WORDS[2:]) | frozenset(
    "dozens hundreds thousands millions".split()
)
ORDINAL = frozenset("J")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, figure or mark of a title: as printed, and as prose has it.

    `tags` say what it may be (see `lexis`); `known` is the name's id or "".
    """

    start: int
    end: int
    text: str
    low: str
    shown: str
    kind: Kind
    tags: lexis.Tags
    known: str = ""
    opened: str = ""  # a quotation mark before it
    closed: str = ""  # and after it

    @property
    def is_figure(self) -> bool:
        """Whether it is a number, a sum or a share, in digits or as a word."""
        return self.kind in {"number", "money", "percent"}

    @property
    def is_owner(self) -> bool:
        """Whether it owns what follows: `Fed's`, `investors'`."""
        return self.low.endswith(("'s", "\u2019s", "s'", "s\u2019"))


def raw_of(match: re.Match[str]) -> Token:
    """A stretch of the title as a token, still as printed."""
    kind = match.lastgroup or "mark"
    text = match.group()
    low = text.lower().replace("\u2019", "'")
    if kind == "number" and low[-2:] in {"st", "nd", "rd", "th"}:
        return Token(match.start(), match.end(), text, low, text, "mark", ORDINAL)
    assert kind in {"money", "percent", "number", "word", "mark"}, kind
    return Token(match.start(), match.end(), text, low, text, kind, lexis.NONE)  # type: ignore[arg-type]


def marked(raw: Iterable[Token]) -> list[Token] | None:
    """The tokens with quotation marks and full stops put to their words."""
    told: list[Token] = []
    opened, inside = "", False
    for one in raw:
        last = told[-1] if told else None
        touches = last is not None and last.end == one.start
        if touches and last and last.is_figure and one.kind == "word":
            return None  # "$6G", of which we would tell no more than "$6"
        if one.text in CLOSING and touches and last and (inside or last.low[-1] == "s"):
            told[-1] = _closed(last, one, inside=inside)
            inside = False
        elif one.text in OPENING and not touches:
            opened, inside = one.text, True
        elif one.text == "." and touches and last and last.low in ABBREVIATED:
            text = f"{last.text}."
            told[-1] = replace(last, end=one.end, text=text, shown=text)
        else:
            told.append(replace(one, opened=opened) if opened else one)
            opened = ""
    return None if inside or opened else told


def _closed(last: Token, mark: Token, *, inside: bool) -> Token:
    """A word with its closing quotation mark, or with the sign of an owner."""
    if inside:
        return replace(last, closed=mark.text, end=mark.end)
    text = last.text + mark.text
    return replace(last, end=mark.end, text=text, low=f"{last.low}'", shown=text)
