"""The article that a noun phrase of a headline lacks."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.plain.inflection import bases
from generator.writing.clauses.lexis import NOUNS
from generator.writing.clauses.nouns import DUAL, MEASURED, ROLES, UNIQUE
from generator.writing.clauses.nounwords import (
    BEST,
    CURRENCIES,
    FRESH,
    HIRED,
    IDIOMS,
    INSTITUTIONS,
    LIGHT,
    LINES,
    OF_NAMES,
    OFFICES,
    PARTS,
    PERIOD,
    RANKED,
    SEASONS,
    SET,
    STOCKS,
    TIMED,
    TIMES,
)
from generator.writing.clauses.otherwords import THE
from generator.writing.clauses.tokens import Token

Role = Literal["subject", "object", "after", "as"]
FIRMS = frozenset("company firm bank lender group airline maker retailer miner".split())
UNSAID = "?"  # a rule that has nothing to say
SPOKEN_AN = re.compile(
    r"[AEFHILMNORSX]\d|(?:8|11(?!\d)|18(?!\d)|11,|18,|11\.|18\.)|EU\b|[aeiou](?!ne\b|nce\b)|h(?:our|onest|eir|"
    r"onou?r)|(?:[FHLMNRSX](?:[A-Z]{1,4}s?\b|-))",
)
SPOKEN_A = re.compile(
    r"(?i:eu(?=[a-z])|uni(?!n|m)|use|usu|uk\b|us\b|u\.s|u\.k|ubi|uro|one|once|ute|utili|ura)|U-|UAE"
)


SPOKEN_U = re.compile(r"U(?:[bfglmpstz]|n(?!i))[a-z]|Utk|Ult")


def article(word: str) -> str:
    """`an` before what is spoken with a vowel: `an $8 billion deal`, `a UK firm`."""
    bare = re.sub(r"^[^A-Za-z\d]+|^(?:US|C|A|HK|Rs\.? ?|RM)(?=[$\d])\$?", "", word)
    if SPOKEN_A.match(bare):
        return "a"
    if bare[:1] == "U":
        return "an" if SPOKEN_U.match(bare) else "a"
    known = SPOKEN_AN.match(bare)
    return "an" if known or bare[:1] in "AEIO" else "a"


@dataclass(frozen=True, slots=True)
class Lacking:
    """A noun phrase without its article: its words, and what it does where it stands.

    `last` is the number of the noun that takes the article, which is the first owner
    or else the head; `end` is where the phrase ends.
    """

    told: Sequence[Token]
    first: int
    last: int
    end: int
    role: Role
    prep: str

    @property
    def head(self) -> Token:
        """The noun that takes the article."""
        return self.told[self.last]

    @property
    def bare(self) -> str:
        """That noun in small letters, no owner."""
        low = self.head.low
        return low.removesuffix("'s") if self.head.is_owner else low

    @property
    def inner(self) -> Sequence[Token]:
        """The words before it."""
        return self.told[self.first : self.last]

    @property
    def is_named(self) -> bool:
        """Whether a name stands before it."""
        return any(one.kind == "name" for one in self.inner)

    def low(self, at: int) -> str:
        """The word at a place in small letters; empty past either end."""
        return self.told[at].low if 0 <= at < len(self.told) else ""


def lacking(np: Lacking, indices: frozenset[str]) -> str | None:
    """The article that a phrase lacks, "" if none; None where it cannot be told."""
    if np.head.is_figure:
        return ""
    if np.head.kind == "name":
        return "the" if _takes_the(np, indices) else _of_new(np)
    tags, inner = np.head.tags & NOUNS, np.inner
    if inner and inner[0].low == "most":
        return "the"
    if np.bare in {"profit", "net"} and any(PERIOD.fullmatch(w.low) for w in inner):
        return ""
    return _common(np, tags)


def _common(np: Lacking, tags: frozenset[str]) -> str | None:
    """The article of a plain noun, by its number and kind."""
    inner = np.inner
    if "P" in tags:
        return "the" if inner and inner[0].low in RANKED - {"top", "late"} else ""
    if np.bare in UNIQUE:
        return _unique(np)
    return _counted(np, tags)


def _counted(np: Lacking, tags: frozenset[str]) -> str | None:
    """The article of a noun that flows or counts, or does both."""
    inner = np.inner
    if np.bare in DUAL and "C" in tags:
        told = any(one.is_figure or "J" in one.tags for one in inner)
        return ("a" if np.role != "subject" else "the") if told else ""
    if "M" in tags:
        return "the" if inner and inner[0].low in RANKED - {"late"} else ""
    if "C" not in tags:
        return None
    said = (rule(np) for rule in RULES)
    return next((one for one in said if one != UNSAID), "a")


def _takes_the(np: Lacking, indices: frozenset[str]) -> bool:
    """Whether a name takes "the": `the Fed`, `the 2018 Financial Crash`."""
    low, inner = np.head.low.removesuffix("'s").rstrip("'"), np.inner
    run = " ".join(one.low for one in (*inner, np.head)).removesuffix("'s")
    plain = all(one.tags <= {"J", "D", "N"} and one.tags for one in inner)
    index = np.head.known in indices and not low.startswith("wall st")
    institution = low in INSTITUTIONS and not np.head.known
    return (
        (low.endswith(CURRENCIES) and not low.startswith("sterling"))
        or (not inner and index)
        or run in THE
        or (low in THE and plain)
        or (not inner and low in OF_NAMES and np.low(np.last + 1) == "of")
        or (low.rpartition(" ")[2] in INSTITUTIONS and low.count(" ") > 1)
        or bool(inner and (institution or inner[0].low in BEST))
    )


def _of_new(np: Lacking) -> str:
    """The article of other names: `a new iPhone`."""
    new = np.inner and np.inner[0].low == "new"
    return "a" if new and not np.bare.rstrip("'").endswith("s") else ""


def _unique(np: Lacking) -> str:
    inner = np.inner
    if np.is_named or not inner:
        return "the"
    beast = inner[-1].low in {"bear", "bull"} and np.role != "subject"
    sized = np.bare in MEASURED and np.role == "object" and inner[0].is_figure
    return "a" if beast or sized else "the"


def _of_time(np: Lacking) -> str | None:
    inner, bare = np.inner, np.bare
    if bare in TIMES and inner and inner[0].low in TIMED:
        return ""
    if bare in SEASONS and not inner:
        return ""
    counted = any("J" in one.tags or one.is_figure for one in inner)
    return "the" if bare in TIMES - {"year"} and not counted else UNSAID


def _of_number(np: Lacking) -> str | None:
    if np.bare in LINES and np.inner and np.inner[-1].is_figure:
        return "the"
    number = any(one.kind == "number" and not _is_year(one) for one in np.inner)
    return None if number else UNSAID


def _of_set(np: Lacking) -> str | None:
    """Set phrases of a preposition: "per share", "as CEO", "in the near term"."""
    inner, bare = np.inner, np.bare
    if np.prep == "per":
        return None if inner else ""
    if np.role == "as" and bare in OFFICES:
        return "the" if inner and inner[0].low == "new" else ""
    if bare == "term" and inner and inner[-1].low in {"near", "short", "long"}:
        return "the"
    if not inner and np.low(np.first - 1) == np.prep and f"{np.prep} {bare}" in SET:
        return ""
    lone = not inner and bare in {"high", "low", "best", "worst"}
    return None if lone else UNSAID


def _of_stock(np: Lacking) -> str | None:
    before = np.inner[-1] if np.inner else None
    named = before is not None and before.kind == "name" and not before.is_owner
    if np.bare in STOCKS and named:
        return "" if np.bare == "stock" else "the"
    return "the" if np.inner and _is_ranked(np.inner[0].low) else UNSAID


def _is_ranked(low: str) -> bool:
    return (
        low in RANKED
        or low.endswith(("iest", "-largest"))
        or re.fullmatch(r"\d+(?:st|nd|rd|th)", low) is not None
        or low.startswith(("least-", "most-", "best-", "worst-"))
    )


def _of_idiom(np: Lacking) -> str | None:
    """To "take part", to "clear the way"; and what stands before "of"."""
    lone, following = not np.inner, np.low(np.end)
    if lone and np.role == "object" and np.bare in IDIOMS:
        before = frozenset(bases(np.low(np.first - 1))) if np.first else frozenset()
        if np.bare == "way" and before & {"clear", "pave", "open", "lead"}:
            return "the"
        if before & LIGHT:
            return ""
    if following == "of" and np.bare == "part" and lone:
        return ""
    return "the" if following == "of" and np.bare not in PARTS else UNSAID


def _of_office(np: Lacking) -> str | None:
    before = np.inner[-1] if np.inner else None
    if np.bare in OFFICES and np.prep in {"for", "as"} and not np.inner:
        return ""
    if np.head.is_owner:
        return "a" if np.bare in ROLES and not np.is_named else "the"
    if before is None:
        return UNSAID
    held = before.low in OFFICES or (np.bare in OFFICES and before.kind == "name")
    return "the" if held else UNSAID


def _of_measure(np: Lacking) -> str | None:
    inner = np.inner
    first = inner[0] if inner else None
    if np.bare == "pace" and first and first.low == "record":
        return "a"
    if np.bare not in MEASURED:
        return UNSAID
    if first and first.low in FRESH and np.role != "subject":
        return "a"
    sized = first is not None and first.is_figure and not _is_year(first)
    return UNSAID if sized else "the"


def _of_subject(np: Lacking) -> str | None:
    if np.prep == "since":
        return "the"
    if np.role != "subject":
        return UNSAID
    told_before = np.bare in FIRMS and not np.inner and np.first > 0  # "as the firm"
    person = np.bare in ROLES and (not np.is_named or np.bare in HIRED)
    return "a" if person and not told_before else "the"


RULES: tuple[Callable[[Lacking], str | None], ...] = (
    _of_time,
    _of_number,
    _of_set,
    _of_stock,
    _of_idiom,
    _of_office,
    _of_measure,
    _of_subject,
)


def _is_year(one: Token) -> bool:
    return len(one.text) == 4 and one.text[:2] in {"19", "20"}
