"""What a word of a headline may be: noun, adjective, adverb, form of a verb."""

import re
from functools import cache, lru_cache
from pathlib import Path

from generator.writing.clauses import verbs
from generator.writing.clauses.nouns import COUNTING, FLOWING, PLURAL, SINGULAR, UNIQUE
from generator.writing.clauses.otherwords import (
    ADJECTIVES,
    ADVERBS,
    COPULAS,
    DETERMINERS,
    DOING,
    HAVING,
    MODALS,
    PREPOSITIONS,
    SUBORDINATING,
)

# What a word may be: a noun that counts, flows or is plural, one whose kind is not
# known, an adjective, an adverb, or the form of a verb (see `verbs`).
Tags = frozenset[str]
NONE: Tags = frozenset()
NOUNS = frozenset("CMPU")
SMALL = (
    DETERMINERS
    | PREPOSITIONS
    | SUBORDINATING
    | MODALS
    | COPULAS
    | HAVING
    | DOING
    | frozenset(
        "and or but nor not n't be been being it he she they if whether".split()
    )
    | frozenset("whatever however ever never another other rather together".split())
    | frozenset("than then so yet too who whom whose which when where how why".split())
)
MODIFYING = (
    "able ible al ous ive ful less ic ary ish ian like based backed led linked bound "
    "related driven owned free friendly wide run focused heavy rich only style".split()
)
# Endings of nouns of which it is not plain whether they count.
NAMING = (
    "tion sion ment ness ity ism ship ance ence hood dom ure age logy graphy ery cy "
    "man woman er or ist eer".split()
)
FLOWS = ("ance", "ence", "ity", "ism", "ness", "cy", "age", "ics", "ware", "phy")
PERSONS = frozenset("er or ist eer man woman".split())
MOST = 1 << 14  # words that are remembered


# Endings that hardly any name has.
ABSTRACT = re.compile(
    r".{3}(?:ility|ivity|ations?|itions?|ments?|nesses|ness|ously|ively|fully|ingly|"
    r"ality|arity|osity|isation|ization|ising|izing|ised|ized)$"
)


@cache
def common() -> frozenset[str]:
    """Plain English words, from SCOWL (see SCOWL.txt): what is in it is no name."""
    return frozenset(Path(__file__).with_name("common.txt").read_text("utf-8").split())


@lru_cache(MOST)
def tags(word: str) -> Tags:
    """What a word in small letters may be; nothing for a word not known."""
    if word in SMALL and word not in ADVERBS and word not in ADJECTIVES:
        return NONE
    found = {kind for kind, _ in verbs.read(word)}
    nounish = word in verbs.NOUNISH and word not in FLOWING
    if word in COUNTING or word in UNIQUE or nounish:
        found.add("C")
    if word in FLOWING:
        found.add("M")
    if word in PLURAL or _is_plural(word):
        found.add("P")
    if word in ADJECTIVES:
        found.add("J")
    if word in ADVERBS or (not found and _is_adverb(word)):
        found.add("R")
    if not found and "-" in word:
        return _joined(word)
    return frozenset(found)


def _is_adverb(word: str) -> bool:
    """Whether a word in -ly is made of an adjective."""
    if not word.endswith("ly"):
        return False
    stem = word[:-2]
    made = (stem, f"{stem}e", f"{stem}le", f"{stem[:-1]}y", stem.removesuffix("al"))
    return any(one in ADJECTIVES or one in common() or verbs.read(one) for one in made)


def _is_plural(word: str) -> bool:
    if not word.endswith("s") or word in SINGULAR:
        return False
    single = [word[:-1]]
    if word.endswith("ies"):
        single.append(f"{word[:-3]}y")
    if word.endswith("es"):
        single.append(word[:-2])
    if word.endswith("ves"):
        single += [f"{word[:-3]}f", f"{word[:-3]}fe"]
    known = COUNTING | verbs.NOUNISH | UNIQUE
    return any(one in known or one in FLOWING for one in single)


def _joined(word: str) -> Tags:
    """What a word joined by dashes is, by its last part: `debt-laden`, `tie-ups`."""
    first, _, last = word.rpartition("-")
    if any(letter.isdigit() for letter in word):
        return frozenset("J")
    known = tags(last)
    if known & frozenset("NG") or "J" in known or last in MODIFYING:
        return frozenset("J")
    if known & NOUNS and first:
        return (known & NOUNS) | {"J"}
    return NONE


def guessed(word: str) -> Tags:
    """What a word of no table may be, by its ending; `U` is a noun of unknown kind."""
    if word.endswith("ly"):
        return frozenset("R")
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return frozenset("P" if word[:-1] in common() else "PX")
    if word.endswith(("ed", "ing")) and len(word) > 5:
        return frozenset("JX")
    if word.endswith(tuple(MODIFYING)):
        return frozenset("JU")
    if word.endswith(FLOWS):
        return frozenset("M")
    ending = next((one for one in NAMING if word.endswith(one)), "")
    return frozenset("C" if ending in PERSONS else "U")


@lru_cache(MOST)
def is_common(word: str) -> bool:
    """Whether a word in small letters is a plain English word, and no name."""
    if word in SMALL or tags(word) or word in common() or ABSTRACT.search(word):
        return True
    return any(
        word.endswith(end) and word.removesuffix(end) in common()
        for end in ("s", "ed", "ing", "d", "es", "er", "est")
    )
