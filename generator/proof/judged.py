"""What is said of one stretch of a sentence, before it has a place in the file."""

from dataclasses import dataclass

from generator.model.note import Verdict
from generator.proof.tokens import RULE_OF, Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A verdict on the characters `start` to `end` of a sentence."""

    start: int
    end: int
    text: str
    verdict: Verdict
    rule: str
    fact: str | None = None
    nearest: str | None = None
    why: str = ""


def same(token: Token, fact: str, rule: str = "") -> Judged:
    """The token stands as its Fact says."""
    return _judged(token, "SAME", rule, fact=fact)


def changed(
    token: Token, why: str, *, fact: str = "", nearest: str = "", rule: str = ""
) -> Judged:
    """The token stands where its Fact says something else."""
    return _judged(token, "CHANGED", rule, fact=fact, nearest=nearest, why=why)


def new(
    token: Token, why: str, *, fact: str = "", nearest: str = "", rule: str = ""
) -> Judged:
    """The token rests on nothing in the ledger."""
    return _judged(token, "NEW", rule, fact=fact, nearest=nearest, why=why)


def lost(kind: str, text: str, fact: str) -> Judged:
    """What the claim had bound is gone; it stands where its sentence begins."""
    return Judged(
        start=0,
        end=0,
        text=text,
        verdict="LOST",
        rule=RULE_OF[kind],
        fact=fact or None,
        why=f"the {kind} {text!r} is no longer in the text",
    )


def _judged(
    token: Token,
    verdict: Verdict,
    rule: str,
    *,
    fact: str = "",
    nearest: str = "",
    why: str = "",
) -> Judged:
    return Judged(
        start=token.start,
        end=token.end,
        text=token.text,
        verdict=verdict,
        rule=rule or RULE_OF[token.kind],
        fact=fact or None,
        nearest=nearest or None,
        why=why,
    )
