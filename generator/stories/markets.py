"""Whether a headline is about markets or the economy, and if not, why."""

import re
from collections.abc import Mapping

from generator.model.news import Headline, Mention
from generator.stories import marketwords as words

COPY = "copy"  # how the reason opens for text that is sold or filed
TITLE = 2.0  # a word of the title against a word of the summary
ENOUGH = 3.0
RICH = 4.5  # what a headline without any such word needs
LEAD = 300  # characters of a summary that count
SPECIAL = 2.0  # a worth in the title alone that needs no other market word
KINDS = {  # what a named instrument, release or institution is worth
    "index": 2.0, "volatility": 2.0, "rate": 2.0, "currency": 1.5, "commodity": 1.0,
    "coin": 1.0, "etf": 1.5, "stock": 0.75,
}  # fmt: skip
MACRO = frozenset({"fed", "ecb", "boe", "boj", "boc", "rba", "rbi", "snb", "pboc"})


def aside(
    headline: Headline,
    title: tuple[Mention, ...],
    lead: tuple[Mention, ...],
    kinds: Mapping[str, str],
) -> str | None:
    """Why a headline is set aside; None if it is about markets or the economy.

    `title` and `lead` are the names in its title and summary, `kinds` tells what each
    instrument is.
    """
    summary = headline.summary[:LEAD]
    advert = words.ADVERTISED.search(headline.title) or words.LAWYERS.search(summary)
    if advert:
        return f"{COPY}: {advert.group().lower()}"
    named = _named(title, kinds)
    worth = TITLE * (_weight(headline.title) + named)
    worth += _weight(summary) + _named(lead, kinds)
    whole = f"{headline.title}. {summary}"
    away = len(_found(words.ELSEWHERE, whole))
    plain = named < SPECIAL and not _found(words.STRONG, whole)
    if worth < (RICH if plain else ENOUGH):
        return "names no market"
    return None if worth - away >= ENOUGH else "speaks more of other things"


def _found(pattern: re.Pattern[str], text: str) -> set[str]:
    """The different words of a pattern that a text has."""
    return {match.group().lower() for match in pattern.finditer(text)}


def _weight(text: str) -> float:
    """How much of market language a text has, each word once."""
    strong, medium = _found(words.STRONG, text), _found(words.MEDIUM, text)
    return 1.5 * len(strong) + 0.5 * len(medium)


def _named(mentions: tuple[Mention, ...], kinds: Mapping[str, str]) -> float:
    """What the names in a title are worth, the weightiest counted."""
    worths = [KINDS.get(kinds.get(one.id, ""), 0.0) for one in mentions]
    worths += [1.5 for one in mentions if one.kind == "release" or one.id in MACRO]
    return max(worths, default=0.0)
