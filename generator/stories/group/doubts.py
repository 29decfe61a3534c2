"""Evidence beside words: other names, another day, one publisher, a crowd around."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from scipy.sparse import csr_matrix, diags

from generator.stories.group.profiles import Floats, Profiles, membership
from generator.stories.group.terms import Terms, stem
from generator.stories.group.texts import Text

OWN = 0.4  # two headlines of one publisher share its phrasing, not always the news
FEW = 4  # texts of a story, from which one word may tie another to it
SECOND = 0.1  # of the likeness, that a second word must carry
NARROW = 0.4  # one word or one name in common is seldom one happening
LATER = 0.3  # of the likeness, what a day between two texts takes from it
CLASH = 0.8  # "X shares gap up", "Y shares gap up": what differs is the news
# Two texts that name one weekday are likelier one happening, with two others seldom: of
# labelled pairs at a likeness of 0.3 there are 25 and 2 in 100, 11 where none is named.
WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SAME_DAY, OTHER_DAY = 1.2, 0.83
NEXT_DAY = 0.3  # of a day, that the days beside it count: told the morning after


@dataclass(frozen=True, slots=True)
class Pairs:
    """Candidates: which row with which story, and how alike they are."""

    rows: np.ndarray
    stories: np.ndarray
    likeness: Floats


@dataclass(frozen=True, slots=True)
class Doubts:
    """Who published each text and what it names, a row of ones for each, and when.

    `days` has a column for each weekday. `crowd` is how much of the likeness of each
    text is that of its whole surroundings (cross-domain similarity local scaling,
    Conneau et al. 2018): in a crowd, to be alike says less.
    """

    publishers: csr_matrix
    names: csr_matrix
    hours: Floats  # since 1970; NaN where unknown
    ids: np.ndarray  # of each term, whether it is a name's id
    days: Floats
    crowd: Floats

    def first(self, count: int) -> "Doubts":
        """Those of the first `count` texts."""
        return Doubts(
            self.publishers[:count],
            self.names[:count],
            self.hours[:count],
            self.ids,
            self.days[:count],
            self.crowd[:count],
        )

    def crowds(self, told: Profiles) -> Floats:
        """The mean crowd of each story's texts."""
        found: Floats = np.bincount(told.labels, weights=self.crowd) / told.sizes
        return found

    def texts(self, told: Profiles, pairs: Pairs) -> Floats:
        """The factor of each pair of a text and a story, without the text itself."""
        stories, sizes = membership(told.labels), told.sizes
        own = told.labels[pairs.rows] == pairs.stories
        rest = np.maximum(sizes[pairs.stories] - own, 1)
        same = _common(self.publishers, stories @ self.publishers, pairs)
        known = np.diff(self.publishers.indptr)[pairs.rows]
        same = (same - own * known) / rest
        meet = _common(self.names, stories @ self.names, pairs) - own * _counts(
            self.names, pairs.rows
        )
        named = (np.diff(self.names.indptr) > 0).astype(np.float64)
        held = (stories @ named)[pairs.stories] - own * named[pairs.rows]
        clash = (named[pairs.rows] > 0) & (2 * held >= rest) & (meet <= 0)
        voices, few = told.voices, sizes[pairs.stories] - own < FEW
        late = _late(self.hours[pairs.rows], self._when(told)[pairs.stories])
        narrow = self._narrow(told.rows, voices, pairs, few)
        mine = self.days[pairs.rows]
        day = _day(mine, (stories @ self.days)[pairs.stories] - own[:, None] * mine)
        return _factor(same, clash) * late * narrow * day

    def stories(self, told: Profiles, pairs: Pairs) -> Floats:
        """The factor of each pair of stories."""
        stories, scale = membership(told.labels), diags(1 / told.sizes)
        whose = (scale @ stories @ self.publishers).tocsr()
        what = (stories @ self.names).tocsr()
        named = (np.diff(self.names.indptr) > 0).astype(np.float64)
        held = 2 * (stories @ named) >= told.sizes
        meet = _common(what, what, pairs)
        clash = held[pairs.rows] & held[pairs.stories] & (meet <= 0)
        few = np.minimum(told.sizes[pairs.rows], told.sizes[pairs.stories]) < FEW
        narrow = self._narrow(told.means, told.means, pairs, few)
        when = self._when(told)
        late = _late(when[pairs.rows], when[pairs.stories])
        days = stories @ self.days
        day = _day(days[pairs.rows], days[pairs.stories])
        return _factor(_common(whose, whose, pairs), clash) * late * narrow * day

    def _when(self, told: Profiles) -> Floats:
        """The mean hour of each story's texts of known time, NaN where of none."""
        known = ~np.isnan(self.hours)
        stories, count = told.labels[known], len(told.sizes)
        sums = np.bincount(stories, weights=self.hours[known], minlength=count)
        held = np.bincount(stories, minlength=count)
        return np.where(held > 0, sums / np.maximum(held, 1), np.nan)

    def _narrow(
        self, one: csr_matrix, other: csr_matrix, pairs: Pairs, few: np.ndarray
    ) -> Floats:
        """The factor of each pair of `few` texts that one word ties, or names alone."""
        factor = np.ones(len(few))
        kept = np.flatnonzero(few)
        shared = one[pairs.rows[kept]].multiply(other[pairs.stories[kept]]).tocsr()
        whole = np.asarray(shared.sum(axis=1)).ravel()
        shared.data[self.ids[shared.indices]] = 0.0
        if shared.nnz:
            words = np.asarray(shared.sum(axis=1)).ravel()
            rest = words - shared.max(axis=1).toarray().ravel()
            factor[kept[rest < SECOND * whole]] = NARROW
        return factor


def _factor(same: Floats, clash: np.ndarray) -> Floats:
    factor: Floats = (1 - (1 - OWN) * same) * np.where(clash, CLASH, 1.0)
    return factor


def _late(one: Floats, other: Floats) -> Floats:
    """The factor of the time between: news of an hour is one news, of a day seldom."""
    gap = np.nan_to_num(np.abs(one - other))
    factor: Floats = 1 - LATER * np.log1p(gap) / np.log1p(24)
    return factor


def _day(one: Floats, other: Floats) -> Floats:
    """The factor of the weekdays that both name, one where either names none."""
    size = np.linalg.norm(one, axis=1) * np.linalg.norm(other, axis=1)
    known = size > 1e-9  # less is what a subtraction leaves
    meet = (one * other).sum(axis=1) / np.where(known, size, 1.0)
    factor: Floats = np.where(known, OTHER_DAY + (SAME_DAY - OTHER_DAY) * meet, 1.0)
    return factor


def _common(one: csr_matrix, other: csr_matrix, pairs: Pairs) -> Floats:
    """The product of each pair's rows."""
    found = one[pairs.rows].multiply(other.tocsr()[pairs.stories]).sum(axis=1)
    return np.asarray(found, dtype=np.float64).ravel()


def _counts(rows: csr_matrix, at: np.ndarray) -> Floats:
    held: Floats = np.diff(rows.indptr)[at].astype(np.float64)
    return held


def doubts(texts: Sequence[Text], terms: Terms) -> Doubts:
    """The Doubts of these texts; an empty publisher is nobody's."""
    ids = np.array([term.startswith("=") for term in terms.columns.terms])
    whose = ([text.publisher] if text.publisher else [] for text in texts)
    hours = np.array([_hours(text.published) for text in texts])
    names = _ones(set(text.names) for text in texts)
    none = np.zeros(len(texts))
    return Doubts(_ones(whose), names, hours, ids, _weekdays(terms), none)


def _weekdays(terms: Terms) -> Floats:
    """The weekdays that each text names, a row of unit length; the days beside, too."""
    found = np.zeros((terms.counts.shape[0], len(WEEK)))
    for place, day in enumerate(WEEK):
        column = terms.columns.terms.get(stem(day))
        if column is not None:
            found[:, place] = terms.counts[:, [column]].toarray().ravel() > 0
    found += NEXT_DAY * (np.roll(found, 1, axis=1) + np.roll(found, -1, axis=1))
    size = np.linalg.norm(found, axis=1, keepdims=True)
    days: Floats = found / np.where(size > 0, size, 1.0)
    return days


def _hours(when: datetime | None) -> float:
    return when.timestamp() / 3600 if when else np.nan


def _ones(sets: Iterable[Iterable[str]]) -> csr_matrix:
    """A row for each set, a one for each member."""
    columns: dict[str, int] = {}
    starts, places = [0], list[int]()
    for one in sets:
        places.extend(columns.setdefault(name, len(columns)) for name in sorted(one))
        starts.append(len(places))
    shape = len(starts) - 1, max(len(columns), 1)
    return csr_matrix((np.ones(len(places)), places, starts), shape)
