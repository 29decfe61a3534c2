"""The noun phrases of a title, with the articles that headlines leave out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.plain.inflection import gerund
from generator.writing.clauses import verbs
from generator.writing.clauses.articles import Lacking, Role, article, lacking
from generator.writing.clauses.lexis import NOUNS
from generator.writing.clauses.nounwords import (
    BANKS,
    EARNED,
    OWNED,
    PERIOD,
    PLURALS,
    SORTS,
    TIMES,
    TOLD_OF,
)
from generator.writing.clauses.oddness import Pair
from generator.writing.clauses.otherwords import ABOUT, DETERMINERS
from generator.writing.clauses.tokens import NUMERALS, Token


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the clause: a token as prose has it, or a word put in.

    `at` is the token's number, -1 for a word that the title does not have; `turned`
    says that it is another form of the token's verb.
    """

    text: str
    at: int = -1
    turned: bool = False


Pieces = tuple[Piece, ...]
Plural = bool | None  # None where it may be either


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: where it ends, its words, and how sure we are of it."""

    end: int
    pieces: Pieces
    plural: Plural
    head: int
    cost: float
    lone: bool = False  # a single common noun with nothing before it

    @property
    def size(self) -> int:
        """How many pieces it has."""
        return len(self.pieces)


# Forms in -ing that stand before what moves: "erupting war".
MOVING = frozenset(
    gerund(verb) for verb in verbs.INTRANSITIVE - verbs.TRANSITIVE - verbs.LASTING
)


class Phrases:
    """The noun phrases of one title, each found once."""

    def __init__(self, told: Sequence[Token], indices: frozenset[str]) -> None:
        self.told = told
        self.cased = any(one.shown != one.text for one in told[1:])
        self.indices = indices
        self.size = len(told)
        self._found: dict[tuple[int, Role, str], tuple[Phrase, ...]] = {}

    def at(self, start: int, role: Role, prep: str = "") -> tuple[Phrase, ...]:
        """The phrases that begin there, the longest first."""
        key = start, role, prep
        if key not in self._found:
            self._found[key] = tuple(self._all(start, role, prep))
        return self._found[key]

    def _all(self, start: int, role: Role, prep: str) -> Iterator[Phrase]:
        first = self._after_about(start)
        given = first > start
        if not given and self._is_determined(first):
            first, given = first + 1, True
        last = self._reach(first)
        if first == start and last == first:
            return
        for end in range(last, first, -1):
            if end < last and not self._may_follow(end):
                continue
            phrase = self._phrase(start, first, end, role=role, prep=prep)
            if phrase:
                yield phrase

    def _is_determined(self, at: int) -> bool:
        """Whether a word of its own settles the article; not in "most ambitious"."""
        if at >= self.size or self.told[at].low not in DETERMINERS:
            return False
        degree = self.told[at].low == "most" and at + 1 < self.size
        return not (degree and "J" in self.told[at + 1].tags)

    def _after_about(self, start: int) -> int:
        """Where the words before a figure end: `more than`, `at least`, `nearly`."""
        end = start
        while end < min(self.size, start + 3) and self.told[end].low in ABOUT:
            needs = {"up": ("to",), "at": ("least", "most"), "as": ("much", "many")}
            word = self.told[end].low
            if word in needs and self._low(end + 1) not in needs[word]:
                return start
            end += 1
            if end < self.size and self.told[end].low == "than":
                end += 1
        if end > start and end < self.size and self.told[end].is_figure:
            return end
        return start

    def _low(self, at: int) -> str:
        return self.told[at].low if at < self.size else ""

    def _reach(self, first: int) -> int:
        end = first
        while end < self.size and self._may_stand(end, inner=end > first):
            end += 1
        return end

    def _may_stand(self, at: int, *, inner: bool) -> bool:
        one = self.told[at]
        if one.is_figure or one.kind == "name":
            return True
        if one.low == "post" and inner:
            return False
        if one.tags & {"C", "M", "P", "U", "J"}:
            return True
        following = self.told[at + 1] if at + 1 < self.size else None
        if following is None:
            return False
        modifies = "N" in one.tags or ("G" in one.tags and (inner or one.low in MOVING))
        if one.low in MOVING and ("J" in following.tags or following.kind == "name"):
            return True
        degree = "R" in one.tags and one.low.endswith("ly") and "J" in following.tags
        return (modifies and bool(following.tags & NOUNS)) or degree

    def _may_follow(self, at: int) -> bool:
        one = self.told[at]
        return bool(one.tags & set("ZBDNGRJ")) or one.is_figure or one.kind == "name"

    def _phrase(
        self, start: int, first: int, end: int, *, role: Role, prep: str
    ) -> Phrase | None:
        head = self.told[end - 1]
        if head.is_owner or not (
            head.is_figure or head.kind == "name" or head.tags & NOUNS
        ):
            return None
        if head.low in NUMERALS and head.low.isalpha() and end - first < 2:
            return None
        given = first > start
        counted = given and self.told[start].low in ABOUT
        if counted and not head.is_figure and "P" not in head.tags:
            return None  # "nearly $100 mn IPO": which article, and where?
        owner = next((i for i in range(first, end) if self.told[i].is_owner), end - 1)
        put = "" if given else self._put(first, owner, end, role=role, prep=prep)
        if put is None:
            return None
        cost = self._oddness(first, end)
        pieces = tuple(Piece(self.told[i].shown, i) for i in range(start, end))
        owner = -1 if given or role != "subject" else self._owner(first, end)
        if owner >= first:
            at = owner - first
            owned = Piece(f"{pieces[at].text}'s", owner)
            pieces = (*pieces[:at], owned, *pieces[at + 1 :])
        elif put:
            word = put if put == "the" else article(self.told[first].text)
            pieces = (Piece(word), *pieces)
        if given and not counted and not self._agrees(start, first, end):
            return None
        if given and self.cased and self._is_strange(end - 1) and end - first == 1:
            cost += 4.0
        lone = end - start == 1 and bool(put)
        return Phrase(end, pieces, self._number(end), end - 1, cost, lone)

    def _owner(self, first: int, end: int) -> int:
        """The name that owns what follows it, -1 if none: "Citigroup Q4 profit"."""
        if self._is_owned(first, end):
            return first
        if self.told[end - 1].low not in EARNED or self.told[first].is_owner:
            return -1
        at = first
        while (
            at < end
            and self.told[at].kind == "name"
            and not PERIOD.fullmatch(self.told[at].low)
        ):
            at += 1
        plain = all(
            PERIOD.fullmatch(one.low) or one.low in EARNED or "J" in one.tags
            for one in self.told[at:end]
        )
        owned = at > first and plain and not self.told[at - 1].is_owner
        return at - 1 if owned else -1

    def _is_owned(self, first: int, end: int) -> bool:
        """Whether a country stands before what it has: "China June output"."""
        one = self.told[first]
        country = "place" in one.tags and not one.is_owner and not one.text.isupper()
        if not country or end - first < 2 or "." in one.text:
            return False
        following = self.told[first + 1].low
        dated = following in TIMES or following.endswith(("-quarter", "-half"))
        second, head = self.told[first + 1], self.told[end - 1]
        if second.tags == {"J"} and "C" in head.tags and head.kind == "word":
            return True
        return dated or self.told[end - 1].low in OWNED

    def _agrees(self, start: int, first: int, end: int) -> bool:
        """Whether a determiner suits its noun: not "these stock"."""
        word, tags = self.told[start].low, self.told[end - 1].tags
        if word in {"a", "an", "another", "every", "each", "either", "neither"}:
            return not ("P" in tags and not tags & {"C", "M", "U"})
        if word in {"these", "those", "many", "several", "few", "both"}:
            return "P" in tags or self.told[end - 1].kind == "name"
        return first < end

    def _number(self, end: int) -> Plural:
        """Whether it is plural; None where it may be either."""
        head = self.told[end - 1]
        if head.is_figure:
            return None
        if head.kind == "name":
            short = head.text.endswith("s") and head.text[:-1].isupper()
            return short or (head.low.endswith("s") and head.low[:-1] in PLURALS)
        if "P" in head.tags:
            return None if head.tags & {"M", "C"} else True
        return False

    def _oddness(self, first: int, end: int) -> float:
        """How odd a phrase is, by the words that stand side by side in it."""
        cost = 4.0 if self._is_named_so(first, end) else 0.0
        named = self._is_strange(end - 1)
        for at in range(first, end - 1):
            pair = Pair(
                self.told[at],
                self.told[at + 1],
                self.told[at - 1],
                opens=at == first,
                ends=at + 2 == end,
                after=self._low(end),
                strange=self._is_strange(at),
                named=named,
            )
            cost += pair.cost
        return cost

    def _put(
        self, first: int, last: int, end: int, *, role: Role, prep: str
    ) -> str | None:
        return lacking(Lacking(self.told, first, last, end, role, prep), self.indices)

    def _is_named_so(self, first: int, end: int) -> bool:
        """Strange names and a plain noun, where every word has a capital."""
        head = self.told[end - 1]
        plain = head.kind == "word" and "C" in head.tags and head.text[:1].isupper()
        if not plain or not self.cased or end - first < 2:
            return False
        inner = self.told[first : end - 1]
        if head.low in BANKS and not any(
            one.kind == "name" or one.is_owner or one.low in SORTS for one in inner
        ):
            return True
        if head.low in TOLD_OF:
            return False
        return all(self._is_strange(at) for at in range(first, end - 1))

    def _is_strange(self, at: int) -> bool:
        """A word of no list with a capital, among words that all have one."""
        one = self.told[at]
        plain = one.text[1:].islower() and one.text[:1].isupper()
        return one.kind == "name" and not one.known and plain and self.cased
