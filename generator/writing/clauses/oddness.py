"""How odd a noun phrase is: what hardly ever stands beside what."""

from dataclasses import dataclass

from generator.writing.clauses import verbs
from generator.writing.clauses.lexis import NOUNS
from generator.writing.clauses.nouns import ROLES
from generator.writing.clauses.nounwords import HOURS, OFFICES, PLURAL_FIRST, RANKED
from generator.writing.clauses.otherwords import DETERMINERS
from generator.writing.clauses.tokens import Token


@dataclass(frozen=True, slots=True)
class Pair:
    """Two words side by side in a phrase, and what stands around them.

    `opens` and `ends` say whether they are its first two and its last two, `after` is
    the word that follows it; `strange` and `named` say whether the first word, and the
    phrase's head, is of no list and has a capital like every word of the title.
    """

    one: Token
    following: Token
    before: Token
    opens: bool
    ends: bool
    after: str
    strange: bool
    named: bool

    @property
    def cost(self) -> float:
        """How odd the two are side by side."""
        return _plurals(self) + _forms(self) + _names(self) + _figures(self)


def is_role(one: Token) -> bool:
    """Whether a word says what somebody does: it may stand before a name."""
    return (
        one.low in ROLES
        or one.low in OFFICES
        or one.low.endswith(("maker", "er", "or", "ist"))
    )


def _plurals(p: Pair) -> float:
    one, following = p.one, p.following
    many = "P" in one.tags and not one.is_owner
    plural = one.tags & NOUNS == {"P"} and not one.is_owner
    odd = one.low not in PLURAL_FIRST and not following.is_figure
    hours = following.low in HOURS and not one.is_figure and p.ends
    return (
        1.5 * (plural and "B" in following.tags)
        + 2.0 * (plural and odd)
        + 5.0 * (hours and p.after in {"before", "after", "ahead"})
        + 3.0 * (many and following.tags == {"U"})
        + 2.0 * (many and following.is_figure)
    )


def _forms(p: Pair) -> float:
    """Forms of verbs that are no words of a phrase."""
    one, following, before = p.one, p.following, p.before
    done = "N" in one.tags and "J" not in one.tags and one.kind == "word"
    led = not p.opens and (before.kind == "name" or bool(before.tags & NOUNS))
    orders = p.opens and "B" in one.tags and bool(one.tags & {"C", "M"})
    doing = "G" in one.tags and not one.tags & {"M", "C", "J"} and not p.opens
    whole = p.ends or one.low != "raising"
    late = following.tags == {"J"} and "J" not in one.tags
    taken = one.low in verbs.TRANSITIVE and bool(following.tags & {"P", "M"})
    return (
        1.5 * (done and following.kind == "name")
        + 2.0 * (done and led)
        + 0.8 * (orders and taken)
        + 1.2 * (doing and whole and bool(before.tags & {"C", "M"}))
        + 1.0 * (late and bool(one.tags & {"C", "P"}))
        + 9.0 * (following.low in DETERMINERS)
    )


def _names(p: Pair) -> float:
    """Names beside what is hardly a part of them."""
    one, following = p.one, p.following
    name = one.kind == "name" and not one.is_owner
    lowered = following.text != following.shown
    ranked = following.low in RANKED - {"top", "late", "current"}
    guessed = {"X", "P"} <= following.tags and not one.is_owner
    doing = "G" in following.tags and not following.tags & {"J", "C", "M"}
    word = one.kind == "word" and not is_role(one) and following.kind == "name"
    raised = one.text[:1].isupper() and bool(one.tags & {"C", "M", "P"})
    return (
        1.8 * (p.strange and "J" in following.tags and lowered)
        + 3.0 * (name and following.low in {"new", "official", "former"})
        + 3.0 * (name and ranked)
        + 3.0 * (guessed and (one.kind == "name" or bool(one.tags & {"C", "M"})))
        + 1.0 * (word and "C" in one.tags and not one.is_owner)
        + 4.0 * (word and raised)
        + 1.5 * (name and doing)
        + 3.0 * (p.after == "of" and p.named)
    )


def _figures(p: Pair) -> float:
    one, following = p.one, p.following
    return (
        3.0 * (one.kind == "name" and following.kind in {"percent", "money"})
        + 1.5 * (one.is_figure and following.kind == "name" and p.ends)
        + 3.0 * (one.kind == "percent" and following.is_figure)
        + 2.0 * (bool(one.tags & {"C", "M"}) and following.is_figure)
    )
