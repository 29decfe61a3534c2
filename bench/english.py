"""Rules of plain English that need no dictionary, and the syllables of a word."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from bench.prose import words_in

MOST = 45  # words of a sentence
START = 30  # characters shown of a sentence that opens small

FILLER = re.compile(
    r"\b(?:it (?:is|should be) (?:worth|important|interesting) (?:noting|to note)|"
    r"it (?:should|must) be (?:noted|said|remembered)|needless to say|in order to|"
    r"at the end of the day|as we (?:all )?know|going forward|moving forward|"
    r"due to the fact that|in today[’']s|in the (?:ever[- ])?\w+ landscape|"
    r"only time will tell|remains to be seen|the fact of the matter|in terms of|"
    r"a testament to|delves?|tapestry|game[- ]chang\w+|paradigm shift|"
    r"perfect storm|buckle up|"
    r"without further ado|last but not least|in conclusion|to sum up|all in all|"
    r"make no mistake|simply put|the bottom line is|when all is said and done|"
    r"on the one hand|navigat\w+ (?:the|these) (?:waters|uncertainty|landscape)|"
    r"investors should keep an eye|keep a close eye|stay tuned|amidst?)\b",
    re.IGNORECASE,
)
DOUBLED = re.compile(r"\b([^\W\d_]+) +\1\b", re.IGNORECASE)
TWICE = frozenset({"had", "that"})  # "what he had had", "that that is so"
SPACES = re.compile(
    r"  +|\s[,.;:!?)](?!\.)|[(\[]\s|[,;](?=[^\W\d_])|(?<!\.)\.\.(?!\.)|,[,.;]"
)
ARTICLE = re.compile(r"\b(an?) +[\"“'\u2018(]?([$€£+-]?[\w&.,%]+)", re.IGNORECASE)
LETTERS = re.compile(r"(?:[A-Z]&[A-Z]|[A-Z]{2,}s?|[A-Z])\b(?!\.)")  # said by letters
SAID_AS_VOWELS = frozenset("AEFHILMNORSX")
WORDLIKE = frozenset(  # acronyms said as words
    "NASA NATO NASDAQ FAANG REIT REITs MACD LIBOR SOFR SPAC SPACs FOREX VIX".split()
)
AN_WORDS = re.compile(r"(?:hour|honest|hono[u]?r|heir)", re.IGNORECASE)
A_WORDS = re.compile(
    r"(?:uni(?!nter|nfo|nsp|nvi|nte|mp|nh)|us[aeiu]|u[kt][ei]|eu|ewe|one(?:\b|-|s)|once)",
    re.IGNORECASE,
)
FIGURE_AN = re.compile(r"[$€£+-]?(?:8|(?:11|18)(?![\d]))")
PAIRS = (("(", ")"), ("[", "]"), ("“", "”"))
OPENS = re.compile(r"[\"“'\u2018(\[]*(?:[A-Z0-9$€£+−-]|[a-z][A-Z])")


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule found in a text."""

    words: str
    at: int = 0


Rule = Callable[[str], Iterator[Hit]]


def articles(text: str) -> Iterator[Hit]:
    """`a` before the sound of a vowel, `an` before that of a consonant."""
    for match in ARTICLE.finditer(text):
        article, word = match[1], match[2]
        if len(word) == 1 and not word.isdigit() and word != "x":
            continue  # "a B" may be a grade, a class or a list
        if (article.lower() == "an") != takes_an(word):
            yield Hit(match[0], match.start())


def takes_an(word: str) -> bool:
    """Whether a word opens with the sound of a vowel."""
    bare = word.lstrip("$€£+-")
    if bare[:1].isdigit():
        return FIGURE_AN.match(bare) is not None and not bare.startswith("1,")
    letters = LETTERS.match(bare)
    if letters and letters.end() == len(bare) and bare not in WORDLIKE:
        return bare[0] in SAID_AS_VOWELS
    if AN_WORDS.match(bare):
        return True
    return bare[:1].lower() in "aeiou" and not A_WORDS.match(bare)


def doubled(text: str) -> Iterator[Hit]:
    """The same word twice in a row."""
    for match in DOUBLED.finditer(text):
        if match[1].lower() not in TWICE:
            yield Hit(match[0], match.start())


def unpaired(text: str) -> Iterator[Hit]:
    """Quotes and brackets of which one side is missing."""
    for left, right in PAIRS:
        if text.count(left) != text.count(right):
            yield Hit(f"{left} {right}")
    if text.count('"') % 2:
        yield Hit('"')


def small(text: str) -> Iterator[Hit]:
    """A sentence that opens with neither a capital nor a figure."""
    if not OPENS.match(text):
        yield Hit(text[:START])


def spaces(text: str) -> Iterator[Hit]:
    """Two spaces, a space before a mark or none after it, marks doubled."""
    for match in SPACES.finditer(text):
        yield Hit(match[0], match.start())


def long(text: str) -> Iterator[Hit]:
    """A sentence of too many words."""
    count = len(words_in(text))
    if count > MOST:
        yield Hit(f"{count} words")


def filler(text: str) -> Iterator[Hit]:
    """Words that say nothing."""
    for match in FILLER.finditer(text):
        yield Hit(match[0], match.start())


OF_SENTENCES: Mapping[str, Rule] = {
    "article": articles,
    "doubled": doubled,
    "small letter": small,
    "spaces": spaces,
    "long": long,
    "filler": filler,
}


VOWELS = re.compile(r"[aeiouy]+")
# After Lingua::EN::Syllable (Fast 1999): groups of vowels that are fewer syllables
# than they look, and more; with the endings -ed, -es, -le and -ea besides.
FEWER = re.compile(r"cial|tia|cious|giu|ion|.ely$|[^aeiouytd]ed$|[^aeiouycgsxzh]es$")
MORE = re.compile(
    r"ia(?!l?t)|riet|io|ii|iu|[aeiou]{3}|[^gq]ua[^aeiou]|oya|eing$|eo$|creat|ism$|"
    r"[aeiou][^aeiou]+ea$|[^aeiouylrw]le[sd]?$"
)


def syllables(word: str) -> int:
    """The syllables of a word by its letters; initials one a letter, a figure one."""
    if word[0].isdigit():
        return 1
    if LETTERS.fullmatch(word) and word not in WORDLIKE:
        letters = [letter for letter in word if letter.isupper()]
        return len(letters) + 2 * letters.count("W")
    told = word.lower()
    groups = len(VOWELS.findall(told.removesuffix("e")))
    return max(groups - len(FEWER.findall(told)) + len(MORE.findall(told)), 1)
