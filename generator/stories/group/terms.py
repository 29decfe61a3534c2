"""Texts as counted terms: word stems, and names as terms of their own."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from generator.stories.group.common import (
    OFTEN,
    RATES,
    SELDOM,
    SOMETIMES,
    STOP,
)
from generator.stories.group.texts import Text

APART = 0.4  # by which a title weighs more of whose words its lead has none
TITLE = 2  # a title's word counts as often as two of the summary
HEAD, LEAD = 400, 400  # characters of a title and of a summary that are compared
NAME = 1.0  # weight of a name beside that of a word
NUMBER = 1.2  # of a number: two reports that give one figure are seldom of two events
WORD = re.compile(r"[^\W\d_]+(?:['\u2019.&][^\W\d_]+)*|\d+(?:[.,]\d+)*")
# Scripts that part no words: pairs of neighbours are compared instead.
UNSPACED = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]"
)
ENDINGS = ("ingly", "edly", "ing", "ed", "ly")
STEM = 4  # letters that a word keeps at least


class Columns(dict[str, int]):
    """The column of each spelling seen; all that say nothing share column 0."""

    def __init__(self) -> None:
        super().__init__()
        self.terms = {"": 0}

    def __missing__(self, word: str) -> int:
        """The column of a spelling that is new."""
        self[word] = found = self.of(stem(word))
        return found

    def of(self, term: str) -> int:
        """The column of a term, a new one where it is new."""
        return self.terms.setdefault(term, len(self.terms))


@dataclass(frozen=True, slots=True)
class Terms:
    """Counted terms: a row for each text, a column for each term."""

    counts: csr_matrix
    rates: NDArray[np.float64]  # of each term, expected share of any headlines
    columns: Columns


def terms(texts: Sequence[Text]) -> Terms:
    """The counted terms of these texts, titles and leads, with their names."""
    columns, found, sizes = Columns(), list[int](), list[int]()
    for text in texts:
        for part in (text.title[:HEAD], text.summary[:LEAD]):
            words = printed(part)
            found.extend(map(columns.__getitem__, words))
            sizes.append(len(words))
    place = np.repeat(np.arange(len(sizes)), sizes)
    shape = len(sizes), len(columns.terms)
    parts = csr_matrix((np.ones(len(found)), (place, found)), shape)
    parts.data[parts.indices == 0] = 0.0
    parts.eliminate_zeros()
    counts = _named(texts, _whole(parts[::2], parts[1::2]), columns)
    digits = np.array([term[:1].isdigit() for term in columns.terms])
    counts.data[digits[counts.indices]] *= NUMBER
    return Terms(counts, _rates(columns), columns)


def _whole(titles: csr_matrix, leads: csr_matrix) -> csr_matrix:
    """Title and lead of each text as one row, `1 + log` of what is counted.

    A title weighs the more the fewer of its words its lead has: a lead that has none
    is often the scraps of a page ("Watertown, SD Today"). Without a lead it is as is.
    """
    sizes, led = np.diff(titles.indptr), np.diff(leads.indptr) > 0
    met = np.diff(titles.astype(bool).multiply(leads.astype(bool)).tocsr().indptr)
    apart = np.where(led, APART * (1 - met / np.maximum(sizes, 1)) ** 2, 0.0)
    twice = np.where(led, TITLE, 1.0)
    data = titles.data * np.repeat(twice, sizes)
    heavy = csr_matrix((data, titles.indices, titles.indptr), titles.shape)
    counts = (heavy + leads).tocsr()
    counts.data = 1 + np.log(counts.data)
    data = np.repeat(apart, sizes)
    more = csr_matrix((data, titles.indices, titles.indptr), titles.shape)
    return (counts + counts.multiply(more)).tocsr()


def _named(texts: Sequence[Text], counts: csr_matrix, columns: Columns) -> csr_matrix:
    """The counts with the names as terms beside the words."""
    held = [
        (row, columns.of(f"={name}"))
        for row, text in enumerate(texts)
        for name in sorted(set(text.names))
    ]
    counts.resize(len(texts), len(columns.terms))
    rows, places = ([one[0] for one in held], [one[1] for one in held])
    return counts + csr_matrix((np.full(len(held), NAME), (rows, places)), counts.shape)


def _rates(columns: Columns) -> NDArray[np.float64]:
    """Of each term, the share of any headlines that is expected to have it."""
    rates = np.zeros(len(columns.terms))
    for term, rate in _common().items():
        if term in columns.terms:
            rates[columns.terms[term]] = rate
    return rates


def printed(text: str) -> list[str]:
    """The words of a text as printed; pairs of letters where a script parts none."""
    found = WORD.findall(text)
    if text.isascii() or not UNSPACED.search(text):
        return found
    return [part for word in found for part in _pairs(word)]


def _pairs(word: str) -> list[str]:
    if not UNSPACED.search(word) or len(word) < 3:
        return [word]
    return [word[at : at + 2] for at in range(len(word) - 1)]


@cache
def _common() -> dict[str, float]:
    """The expected share of headlines of each common stem."""
    listed = (
        (SELDOM, RATES["seldom"]),
        (SOMETIMES, RATES["sometimes"]),
        (OFTEN, RATES["often"]),
    )
    return {stem(word): rate for words, rate in listed for word in words}


def stem(word: str) -> str:
    """The word in small letters without an English ending; empty for a stop word."""
    low = word.lower().replace("\u2019", "'")
    if low in STOP or (len(low) < 2 and not low.isdigit()):
        return ""
    if not low.isalnum():
        low = low.removesuffix("'s").replace("'", "").replace(".", "")
    return _bare(low) if len(low) >= STEM and low.isascii() else low


def _bare(word: str) -> str:
    """A word of four letters or more without plural, past, -ing, -ly, -e and -y."""
    if word.endswith("ies"):
        return word[:-3] + "i"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-2] if word.endswith("sses") else word[:-1]
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= STEM:
            word = word.removesuffix(ending)
            doubled = len(word) > STEM and word[-1] == word[-2]
            word = word[:-1] if doubled and word[-1] not in "lsz" else word
            break
    if word.endswith("e") and len(word) > STEM:
        return word[:-1]
    return word[:-1] + "i" if word.endswith("y") else word
