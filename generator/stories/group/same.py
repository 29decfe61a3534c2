"""Why a text is in its story: the words that tie it to the others, as printed."""

import sys
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence

import numpy as np
from scipy.sparse import csr_matrix

from generator.stories.group.profiles import Profiles
from generator.stories.group.terms import HEAD, LEAD, Columns, Terms
from generator.stories.group.texts import Text

MOST = 4


def shared_words(
    texts: Sequence[Text], terms: Terms, told: Profiles
) -> list[tuple[str, ...]]:
    """Of each text the words that most tie it to its story, names first."""
    strong = _strongest(told.shared)
    spelled = _spellings(terms.columns, set(strong.indices.tolist()))
    columns, starts = strong.indices.tolist(), strong.indptr.tolist()
    found: list[tuple[str, ...]] = [()] * len(texts)
    for at in np.flatnonzero(told.sizes[told.labels] > 1).tolist():
        strongest = columns[starts[at] : starts[at + 1]]
        words = _as_printed(texts[at], strongest, spelled)
        if not words:  # a name alone ties it: its id, for want of a word
            ids = {terms.columns.terms[f"={name}"]: name for name in texts[at].names}
            words = [ids[column] for column in strongest if column in ids]
        # Interned: in a long stream the same few words explain most merges.
        names = [word for word in words if _is_name(word, terms.columns)]
        others = [word for word in words if word not in names]
        found[at] = tuple(map(sys.intern, (*names, *others)))
    return found


def _strongest(shared: csr_matrix) -> csr_matrix:
    """The ties over zero, in each row the strongest first, ties by column."""
    kept = shared.copy()
    kept.eliminate_zeros()
    row = np.repeat(np.arange(kept.shape[0]), np.diff(kept.indptr))
    order = np.lexsort((kept.indices, -np.round(kept.data, 9), row))
    return csr_matrix((kept.data[order], kept.indices[order], kept.indptr), kept.shape)


def _spellings(columns: Columns, wanted: Container[int]) -> dict[int, list[str]]:
    """The words printed for each wanted column, the longest first."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    for word, column in columns.items():
        if column in wanted:
            found[column].append(word)
    for words in found.values():
        if len(words) > 1:
            words.sort(key=lambda word: (-len(word), word))
    return found


def _as_printed(
    text: Text, strongest: Iterable[int], spelled: Mapping[int, Sequence[str]]
) -> list[str]:
    """The words of a text, of its title before its lead, that stand for columns."""
    shown: list[str] = []
    parts = (text.title[:HEAD], text.summary[:LEAD])
    for column in strongest:
        words = spelled.get(column, ())
        word = next((one for part in parts for one in words if one in part), None)
        if word:
            shown.append(word)
        if len(shown) == MOST:
            break
    return shown


def _is_name(word: str, columns: Columns) -> bool:
    """Whether a word has a capital, and no text of the window has it without."""
    return word[:1].isupper() and word.lower() not in columns
