"""The case of a word in prose, and what the word may be."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.writing.clauses import lexis, verbs
from generator.writing.clauses.capitals import (
    CHAMBER,
    COINED,
    CORPORATE,
    FIRMS,
    FIRST,
    LISTED,
    OF_NAMES,
    PAIRS,
    RAISED,
    SHORT,
    TREASURY,
)
from generator.writing.clauses.nouns import MEASURED
from generator.writing.clauses.otherwords import DAYS, MONTHS, PEOPLES
from generator.writing.clauses.printed import ACRONYM, NUMERALS, Token


@dataclass(frozen=True, slots=True)
class Seen:
    """How another text, its summary, writes the words: small, or with a capital."""

    small: frozenset[str] = frozenset()
    raised: frozenset[str] = frozenset()

    @classmethod
    def of(cls, text: str) -> "Seen":
        """The words of a text that do not open a sentence."""
        inner = re.findall(r"(?<=[a-z,\u2019'] )[A-Za-z][\w-]*", text[:600])
        small = {one for one in inner if one.islower()}
        raised = {one.lower() for one in inner if not one.islower()}
        return cls(frozenset(small), frozenset(raised - small))


@dataclass(frozen=True, slots=True)
class Casing:
    """How a title writes its words: its names, and whether all have a capital."""

    raw: Sequence[Token]
    named: dict[int, tuple[int, str, str]]
    cased: bool
    seen: "Seen"


def told_as(at: int, told: Sequence[Token], casing: Casing) -> Token:
    """A token as prose has it."""
    one = casing.raw[at]
    known = one if one.kind != "word" else _small(at, told, casing)
    if known:
        return known
    bare = _lean_owner(one)
    if _is_name_at(at, bare, casing):
        return replace(one, kind="name")
    if one.text[0].islower() and not ACRONYM.match(one.text):
        return replace(one, tags=_tags(one.low, bare))
    if bare in {"may", "march"} or bare in MONTHS | DAYS:
        return _month(at, bare, told, casing)
    if bare in PEOPLES or (bare.partition("-")[0] in PEOPLES):
        noun = "P" if bare.endswith("s") and bare != "swiss" else "J"
        return replace(one, tags=frozenset(noun), shown=_parts(one.text))
    return _raised(at, bare, told, casing)


def _small(at: int, told: Sequence[Token], casing: Casing) -> Token | None:
    """A short form, a small word, a number in letters or a known name."""
    one = casing.raw[at]
    if one.low in SHORT:
        full = SHORT[one.low]
        return replace(one, shown=full, low=full, tags=lexis.tags("government"))
    if one.low in lexis.SMALL and not one.text.isupper():
        return replace(one, shown=one.low, tags=lexis.tags(one.low))
    series = casing.cased and at and told[-1].kind == "name" and not told[-1].known
    if one.low in NUMERALS and not (series and one.text[0].isupper()):
        return replace(one, kind="number", shown=one.low)
    inside = next((v for f, v in casing.named.items() if f <= at < v[0]), None)
    if inside is None:
        return None
    return replace(one, kind="name", known=inside[1], tags=frozenset(inside[2:3]))


def _lean_owner(one: Token) -> str:
    bare = one.low.removesuffix("'s") if one.is_owner else one.low
    return bare.removesuffix("'") if bare.endswith("s'") else bare


def _is_name_at(at: int, bare: str, casing: Casing) -> bool:
    """Whether a plain word is a name where it stands: `Wall Street`, `the Fed`."""
    raw = casing.raw
    if _is_paired(at, raw) or (bare in RAISED and raw[at].text[0].isupper()):
        return True
    return bare == "treasury" and at + 1 < len(raw) and raw[at + 1].low in TREASURY


def _month(at: int, bare: str, told: Sequence[Token], casing: Casing) -> Token:
    """A month or a day; "may" and "march" are verbs where no number follows."""
    raw, one = casing.raw, casing.raw[at]
    doubtful = bare in {"may", "march", "mar", "sun"} and casing.cased
    if bare in MONTHS | DAYS and not doubtful:
        return replace(one, kind="name")
    if bare not in {"may", "march"}:
        return _raised(at, bare, told, casing)
    following = raw[at + 1] if at + 1 < len(raw) else None
    if following is None or following.kind == "number" or at == 0:
        return replace(one, kind="name")
    if bare == "march" and not lexis.tags(following.low) & {"P"}:
        return replace(one, kind="name")
    return replace(one, shown=one.text.lower())


def _raised(at: int, bare: str, told: Sequence[Token], casing: Casing) -> Token:
    """A word with a capital: an acronym, a name, or a word that all have one."""
    raw, one, cased = casing.raw, casing.raw[at], casing.cased
    if ACRONYM.match(one.text):
        return _acronym(one, bare, cased=cased)
    inner = not cased and at and not _opens(raw, at)
    if (
        (inner and not _is_plain(bare))
        or _is_chamber(at, bare, raw)
        or (not cased and not at and _names_on(raw, casing.named))
    ):
        return replace(one, kind="name")
    return _lowered(one, bare, at, told, seen=casing.seen, cased=cased)


def _is_plain(bare: str) -> bool:
    """Whether a word in a sentence is no name though it has a capital."""
    if bare in COINED or bare in LISTED or (bare in MEASURED and bare != "index"):
        return True
    verb = any(kind == "Z" for kind, _ in verbs.read(bare))
    return verb and not lexis.tags(bare) & {"C", "M", "P"}


def _is_chamber(at: int, bare: str, raw: Sequence[Token]) -> bool:
    """Whether "House" is that of Congress, and "Treasury" the department."""
    if bare not in {"house", "treasury"} or at + 1 >= len(raw):
        return False
    after = raw[at + 1].low
    return bool(lexis.tags(after) & {"Z", "D"}) or after in CHAMBER


def _names_on(raw: Sequence[Token], named: dict[int, tuple[int, str, str]]) -> bool:
    """Whether the second word of a sentence is plain and has a capital: a name's."""
    second = raw[1] if len(raw) > 1 else None
    if second is None:
        return False
    strange = second.kind == "word" and 1 not in named
    firm = raw[0].low in FIRST or second.low in FIRMS
    if firm and strange and second.text[0].isupper():
        return True
    if len(raw) > 2 and raw[0].low in OF_NAMES and raw[1].low == "of":
        return raw[2].text[0].isupper()
    plain = second.text[0].isupper() and not second.text.isupper()
    return (
        strange and plain and lexis.is_common(second.low) and second.low not in PEOPLES
    )


def _is_paired(at: int, raw: Sequence[Token]) -> bool:
    """Whether it is one of two words that are a name together."""
    if not one_raised(raw[at]):
        return False
    before = at and f"{raw[at - 1].low} {lean(raw[at].low)}" in PAIRS
    following = at + 1 < len(raw) and f"{raw[at].low} {lean(raw[at + 1].low)}" in PAIRS
    return bool(before or following)


def one_raised(one: Token) -> bool:
    """Whether a token begins with a capital."""
    return one.text[0].isupper()


def lean(low: str) -> str:
    """A word without the sign of an owner."""
    return low.removesuffix("'s").rstrip("'")


def _opens(raw: Sequence[Token], at: int) -> bool:
    return raw[at - 1].text in {"'", "\u2018", "\u201c", '"'}


def _acronym(one: Token, bare: str, *, cased: bool) -> Token:
    """`IPO`, `AI-driven`, `CoreWeave`, `Q3`."""
    known = (
        lexis.tags(bare)
        if one.text.isupper() or one.text[:-1].isupper()
        else lexis.NONE
    )
    head, dash, rest = one.text.partition("-")
    if dash and rest[:1].isalpha() and not rest.isupper():
        shown = f"{head}-{_parts(rest)}" if cased else one.text
        return replace(one, shown=shown, tags=frozenset("J"))
    if known & lexis.NOUNS:
        return replace(one, tags=known & (lexis.NOUNS | {"J"}))
    if one.text[0].isdigit() and dash:
        return replace(one, tags=frozenset("J"))
    if (
        one.text.isalpha()
        and one.text.isupper()
        and len(one.text) > 5
        and lexis.is_common(bare)
    ):
        return replace(one, tags=frozenset("?"))
    return replace(one, kind="name")


def _parts(text: str) -> str:
    """`China-Led` as prose has it: plain words small, the rest as they are."""
    return "".join(
        one.lower() if _is_lowered(one) else one for one in re.split(r"(-)", text)
    )


def _is_lowered(part: str) -> bool:
    low = lean(part.lower().replace("\u2019", "'"))
    shouted = part.isupper() and len(part) > 1
    named = low in PEOPLES or low in MONTHS or low in DAYS
    return lexis.is_common(low) and not shouted and not named


def _lowered(
    one: Token, bare: str, at: int, told: Sequence[Token], *, seen: Seen, cased: bool
) -> Token:
    """A word with a capital that may be a plain one."""
    before = told[-1] if told else None
    follows_name = (
        before is not None
        and before.kind == "name"
        and (not before.known or (bare in CORPORATE and "place" not in before.tags))
    )
    firm = before is not None and follows_name and not before.is_owner and bare in FIRMS
    if "-" in bare and not lexis.tags(bare):
        last = one.text.rpartition("-")[2]
        if lexis.is_common(last.lower()):
            tags = lexis.tags(bare) or frozenset("J")
            return replace(one, shown=_parts(one.text), tags=tags)
    common = lexis.is_common(bare)
    joins = bare in FIRMS and follows_name
    if cased and bare in seen.raised and (not common or joins):
        return replace(one, kind="name")
    if common and not firm:
        return replace(one, shown=_parts(one.text), tags=_tags(one.low, bare))
    if not common and bare in seen.small:
        return replace(one, shown=one.text.lower(), tags=lexis.guessed(bare))
    return replace(one, kind="name")


def _tags(low: str, bare: str) -> lexis.Tags:
    """What a plain word may be; an owner is a noun."""
    known = lexis.tags(bare)
    if known or low in lexis.SMALL:
        return known & lexis.NOUNS or lexis.guessed(bare) if bare != low else known
    return lexis.guessed(bare)
