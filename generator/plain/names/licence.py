"""Whether a doubtful name is meant: what its surroundings say for it and against it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.plain.names import vocabulary as words
from generator.plain.names.spelled import Grade, Name

ENOUGH: Mapping[Grade, int] = {"word": 2, "namesake": 2, "matter": 1, "measure": 1}
STRONG, WEAK = 2, 1
NEVER = -9
NEAR = 40  # characters looked at before and after a name
NEXT = re.compile(
    r"(?:['\u2019]s?(?= ))?[\s,:;\u2013\u2014|/-]*([\w$%&'\u2019.-]*\w\.?)?"
)
LAST = re.compile(
    r"([\w$%&'\u2019.-]*[\w.])([\s,:;\u2013\u2014|/&(\"\u2018\u201c'-]*)$"
)
WORD = re.compile(r"[^\W_][\w&-]*")
FIGURE = frozenset("0123456789$\u20ac\u00a3\u20b9")
APOSTROPHES = frozenset("'\u2019")
QUOTES = "'\u2019\u2018\u201c\"([*-"
OWNED = re.compile(r"['\u2019]s(?!\w)|(?<=s)['\u2019](?!\w)")
# Words that a headline in which every word has a capital may still write small.
SMALL = re.compile(
    r"(?<![\w'\u2019.$#@/])(?!(?:about|above|after|ahead|amid|among|around|because|"
    r"before|below|between|from|into|like|near|onto|over|over|past|since|than|that|"
    r"through|till|under|until|unto|upon|versus|when|where|while|with|within|"
    r"without|your|iphone|ipad|https?)\b)[a-z]{4,}"
)
JOINED = re.compile(r"^(?:,? (?:and|&|or|vs\.?)|,|/|-| -| &) $|^[/-]$|^, $")
LINKED = re.compile(r"^ (?:to|with) $")  # only to what stands before


Given = frozenset[str]  # words: first names, or the hints of a name


@dataclass(slots=True)
class Around:
    """A headline with what stands in it: whose names are certain, and where."""

    text: str
    sure: Sequence[tuple[int, int, str]]  # certain names of companies and markets
    doubtful: Sequence[tuple[int, int]]  # the others, which license each other a little
    stuff: Sequence[tuple[int, int]]  # commodities, currencies and statistics
    tickers: frozenset[str]  # ids that a ticker of the headline names
    _sentence: bool | None = None
    _business: int | None = None
    _elsewhere: bool | None = None
    _words: frozenset[str] | None = None
    _low: frozenset[str] | None = None

    @property
    def is_sentence(self) -> bool:
        """Whether a capital letter tells a name: some plain words have none."""
        if self._sentence is None:
            self._sentence = SMALL.search(self.text) is not None
        return self._sentence

    @property
    def business(self) -> int:
        """What the whole headline says for a name of the market: 0, 1 or 2."""
        if self._business is None:
            told = len(self.low & words.BUSINESS)
            moved = told < STRONG and words.MOVED.search(self.text) is not None
            self._business = min(STRONG, told + moved)
        return self._business

    @property
    def is_elsewhere(self) -> bool:
        """Whether it speaks of sport, crime, food or the arts, and of no business."""
        if self._elsewhere is None:
            said = not self.low.isdisjoint(words.ELSEWHERE)
            self._elsewhere = said and not self.business
        return self._elsewhere

    @property
    def words(self) -> frozenset[str]:
        """The words of the headline, as printed."""
        if self._words is None:
            self._words = frozenset(WORD.findall(self.text))
        return self._words

    @property
    def low(self) -> frozenset[str]:
        """The words of the headline, in small letters."""
        if self._low is None:
            self._low = frozenset(WORD.findall(self.text.lower()))
        return self._low


class Beside(NamedTuple):
    """The words before and after a name, and the marks between."""

    before: str
    between: str
    after: str
    gap: str
    then: str  # the word after that, where the first is "to"
    owns: bool

    @classmethod
    def of(cls, text: str, begin: int, end: int) -> "Beside":
        """What stands beside that stretch of a text."""
        left, right = text[max(0, begin - NEAR) : begin], text[end : end + NEAR]
        last, following = LAST.search(left), NEXT.match(right)
        after = (following and following[1]) or ""
        gap = right[: following.start(1)] if following and following[1] else right
        marked = right[:1] in APOSTROPHES
        owned = marked and OWNED.match(f"{text[end - 1 : end]}{right}", 1)
        return cls(
            last[1] if last else "",
            last[2] if last else left,
            after,
            gap,
            _then(right, following) if after.lower() == "to" else "",
            bool(owned),
        )


def _then(right: str, following: re.Match[str] | None) -> str:
    """The word after "to", in small letters."""
    rest = right[following.end() :] if following else ""
    return rest.split(maxsplit=1)[0].lower() if rest.strip() else ""


def is_plain(name: Name, text: str, place: tuple[int, int], given: Given) -> bool:
    """Whether a name is meant unless what stands right beside it says otherwise."""
    begin, end = place
    if name.grade == "unless":
        other = words.UNLESS.get(name.text)
        return other is None or not other.match(text, end)
    if _is_anothers(text, begin, given):
        return False
    return name.kind != "person" or not words.PLAYED.match(text, end)


def _is_anothers(text: str, begin: int, given: Given) -> bool:
    """Whether a first name stands before a surname."""
    if text[begin - 1 : begin] != " ":
        return False
    at = text.rfind(" ", 0, begin - 1)
    word = text[at + 1 : begin - 1].rpartition("\n")[2]
    word = word.strip(QUOTES).rpartition("-")[2]
    return word in given or (word.isupper() and word.title() in given)


def is_licensed(
    name: Name, place: tuple[int, int], around: Around, *, hints: Given, given: Given
) -> bool:
    """Whether a doubtful name is meant at that place of a headline."""
    begin, end = place
    if name.id in around.tickers:
        return True
    if _is_anothers(around.text, begin, given):
        return False
    if name.grade in {"matter", "measure"}:
        weighed = _matter if name.grade == "matter" else _measure
        return weighed(begin, end, around) >= ENOUGH[name.grade]
    if _is_chance(name, begin, end, around.text):
        return False
    beside = Beside.of(around.text, begin, end)
    return _is_enough(name, place, beside, around, hints=hints)


def _is_chance(name: Name, begin: int, end: int, text: str) -> bool:
    """Whether the letters are of another word: "$3M", "SNOW HITS TEXAS"."""
    return (
        (text[begin:end].islower() and name.is_cased)
        or (name.text == name.id and text.isupper())
        or (name.text[0].isdigit() and text[begin - 1 : begin] in FIGURE)
        or words.PLAYED.match(text, end) is not None
    )


def _is_enough(
    name: Name,
    place: tuple[int, int],
    beside: Beside,
    around: Around,
    *,
    hints: frozenset[str],
) -> bool:
    """Whether the words beside a name, or else the whole headline, say enough."""
    enough = ENOUGH[name.grade]
    worth = _neighbours(name, beside, around)
    if around.is_elsewhere and name.kind in {"instrument", "company"}:
        worth -= WEAK
    if worth < enough:
        worth += min(around.business, WEAK)
    if worth < enough:
        worth += _others(*place, around)
    return worth >= enough or worth + _hinted(around, hints) >= enough


def _neighbours(name: Name, beside: Beside, around: Around) -> int:
    """What the words just before and after a name say."""
    person = name.kind == "person"
    before, after = beside.before.lower(), beside.after.lower().removesuffix(".")
    worth = STRONG if beside.owns else 0
    if before[:1] in FIGURE:
        worth -= STRONG  # "analysts eye a $6,000 Target"
    takes_the = name.kind in {"institution", "place", "release"}
    if before in words.ARTICLES and beside.between == " ":
        worth += WEAK if takes_the else -STRONG
    if beside.gap in {"-", "\u2010"} and beside.after[:1].islower():
        worth -= WEAK if takes_the else STRONG
    firm = after in words.FIRMS
    bound = after == "to" and beside.then in words.BARE
    done = after in words.DEEDS or after in words.GOODS or firm or bound
    known = after in words.SPOKEN if person else done
    if firm and name.grade == "namesake" and after not in words.INCORPORATED:
        return NEVER  # "Delta Industries" is no airline
    if known and after in words.VAGUE and name.grade == "namesake":
        worth += WEAK
    elif known:
        worth += STRONG
    elif after in words.AUXILIARIES:
        worth += WEAK
    if (person and before in words.TITLES) or (not person and before in words.LEADS):
        worth += WEAK
    return worth + _capital(name, beside, around, known=known)


def _capital(name: Name, beside: Beside, around: Around, *, known: bool) -> int:
    """What the capital letters of a name and of its neighbours say."""
    if not around.is_sentence or not beside.before:
        return 0
    spaced = beside.between == " "
    if not (spaced or beside.between.strip(" ") in {",", "-", "/", "&", "("}):
        return 0  # the first word after a colon or a quotation mark
    worth = STRONG if name.grade == "word" else WEAK
    before, after = beside.before, beside.after
    lone = not (
        spaced and _is_proper(before) and not before.endswith(("'s", "\u2019s"))
    )
    if not lone and before.lower() not in words.LEADS | words.TITLES:
        worth -= STRONG
    if beside.gap == " " and _is_proper(after) and not known and not after.isupper():
        worth -= STRONG
    if name.text.isupper() and len(name.text) <= 3:
        return min(worth, WEAK)
    return worth


def _is_proper(word: str) -> bool:
    return word[:1].isupper() and len(word) > 1 and not word.isupper()


def _others(begin: int, end: int, around: Around) -> int:
    """What other names say: one joined to it by a comma or "and" says more."""
    text, worth = around.text, 0
    for left, right, _ in around.sure:
        near = text[right:begin]
        if right <= begin and (JOINED.match(near) or LINKED.match(near)):
            return STRONG
        if left >= end and JOINED.match(text[end:left]):
            return STRONG
        worth = WEAK
    for left, right in around.doubtful:
        near = text[right:begin] if right <= begin else text[end:left]
        if (right <= begin or left >= end) and JOINED.match(near):
            return max(worth, WEAK)
    return worth


def _hinted(around: Around, hints: frozenset[str]) -> int:
    """What the hints of a name say, if one stands in the headline."""
    if hints & around.words:
        return STRONG
    return STRONG * any(" " in hint and hint in around.text for hint in hints)


def _matter(begin: int, end: int, around: Around) -> int:
    """What speaks for a commodity or a currency; its bare word is often neither."""
    text, ended = around.text, end
    beside = Beside.of(text, begin, end)
    if _is_firm(begin, end, beside, around):
        return NEVER
    for left, right in around.stuff:  # "copper, nickel soften": what the last does
        if left >= end and JOINED.match(text[end:left]):
            end = right
    ahead = beside if end == ended else Beside.of(text, begin, end)
    after = ahead.after.lower().removesuffix(".")
    done = after in words.DEEDS or (after == "to" and ahead.then in words.BARE)
    before = beside.before.lower() if beside.between in {" ", "-"} else ""
    if before in words.AMOUNTS or before[:1].isdigit():
        return NEVER  # "a million dollar home", "100 rupee note"
    if done or before in words.AGAINST or after in words.PRICED:
        return STRONG
    return WEAK if around.sure else around.business - WEAK


def _is_firm(begin: int, end: int, beside: Beside, around: Around) -> bool:
    """Whether a metal stands in the name of a company, or in a compound."""
    text, after = around.text, beside.after
    if words.COMPANY.match(text, end) or words.DEED.match(text, end):
        return True
    if beside.gap == "-" and after[:1].islower():
        return True
    if not (text[begin].isupper() and around.is_sentence):
        return False
    if beside.gap == " " and after[:1].isupper() and after[1:].islower():
        traded = after.lower() in words.PRICED or after.lower() in words.DEEDS
        return after in words.BEASTS or not traded  # "Silver Bull Saloon"
    near = beside.between in {" ", "-"} and _is_proper(beside.before)
    return near and beside.before.lower() not in words.LEADS  # "Hind Copper"


def _measure(begin: int, end: int, around: Around) -> int:
    """What speaks for a statistic: "retail sales rise", not "retail sales staff"."""
    beside = Beside.of(around.text, begin, end)
    after = beside.after.lower().removesuffix(".")
    if beside.gap in {" ", "-"} and after in words.HIRED:
        return NEVER
    verb = beside.then if after == "to" else after
    done = verb in words.DEEDS or verb in words.BARE
    if done or after in words.TOLD or not after:
        return STRONG
    helped = after != "to" and after in words.AUXILIARIES
    if helped or beside.before.lower() in words.CHANGED:
        return STRONG
    if words.MOVED.search(around.text):
        return STRONG
    return WEAK if around.sure else around.business - WEAK
