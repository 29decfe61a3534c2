"""Which headlines tell of one happening: TF-IDF in one pass, in order of time."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

# Mean cosine to a story's members from which a headline joins it. Best B-cubed F1 on
# the labelled events: .85 at .23 among 1,200 headlines, .75 at .30 among 7,400; a day
# has between the two hundreds and two thousand.
ALIKE = 0.22
FAINT = 0.05  # cosines below are noise and are not added up
BLOCK = 512  # headlines compared at once: bounds the memory of a day
LEAD = 400  # characters of a summary that are compared
TITLE = 2  # a title's word counts as often as two of the summary
WORD = re.compile(r"[^\W\d_][\w'&.\u2019-]*\w|\d[\d.,]*\d|\d|[^\W\d_]")
ENDINGS = ("'s", "\u2019s", "ing", "ies", "ed", "es", "s", "ly")
STEM = 4  # letters that a word keeps at least

OWN = 0.75  # two headlines of one publisher share its phrasing, not always the news


@dataclass(frozen=True, slots=True)
class Text:
    """What is compared of a headline: its words, its names and whose it is."""

    title: str
    summary: str
    names: tuple[str, ...]
    publisher: str


def groups(texts: Sequence[Text]) -> list[list[int]]:
    """The indices of `texts`, in groups that speak of one thing, in order of first.

    The earlier text comes first; a tie goes to the earlier group.
    """
    vectors = _vectors(texts)
    if vectors is None:
        return [[index] for index in range(len(texts))]
    publishers = np.unique([text.publisher for text in texts], return_inverse=True)[1]
    label: NDArray[np.int64] = np.zeros(len(texts), dtype=np.int64)
    found: list[list[int]] = []
    for start in range(0, len(texts), BLOCK):
        alike = (vectors[start : start + BLOCK] @ vectors.T).tocsr()
        for row in range(alike.shape[0]):
            index = start + row
            near = slice(alike.indptr[row], alike.indptr[row + 1])
            others, cosines = alike.indices[near], alike.data[near]
            same = publishers[others] == publishers[index]
            cosines = np.where(same, OWN * cosines, cosines)
            earlier = (others < index) & (cosines > FAINT)
            best = _best(label[others[earlier]], cosines[earlier], found)
            if best is None:
                best = len(found)
                found.append([])
            found[best].append(index)
            label[index] = best
    return found


def _best(
    labels: NDArray[np.int64], cosines: NDArray[np.float64], found: list[list[int]]
) -> int | None:
    """The group whose members are most alike on average, if alike enough."""
    if not len(labels):
        return None
    near, places = np.unique(labels, return_inverse=True)
    sums = np.bincount(places, weights=cosines)
    means = np.round(sums / np.array([len(found[group]) for group in near]), 9)
    first = int(means.argmax())
    return int(near[first]) if means[first] >= ALIKE else None


def _vectors(texts: Sequence[Text]) -> Any:  # noqa: ANN401 - scipy ships no types
    """A sparse row of unit length for each text; None where no text has a word."""
    # scikit-learn takes 0.7 s to load, and most commands tell no stories.
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415

    weigher = TfidfVectorizer(analyzer=_tokens, sublinear_tf=True)
    try:
        return weigher.fit_transform(texts).tocsr()
    except ValueError:  # an empty vocabulary
        return None


def _tokens(text: Text) -> list[str]:
    """The stems of a text, the title's twice, and its names as words of their own."""
    words = _stems(text.title) * TITLE + _stems(text.summary[:LEAD])
    return words + [f"={name}" for name in text.names]


def _stems(text: str) -> list[str]:
    words = (word.lower() for word in WORD.findall(text))
    return [_stem(word) for word in words if word not in _stop_words()]


@cache
def _stop_words() -> frozenset[str]:
    from sklearn.feature_extraction.text import (  # noqa: PLC0415 - as in `_vectors`
        ENGLISH_STOP_WORDS,
    )

    return frozenset(ENGLISH_STOP_WORDS)


def _stem(word: str) -> str:
    """The word without an English ending, where enough of it is left."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= STEM:
            return word[: -len(ending)]
    return word
