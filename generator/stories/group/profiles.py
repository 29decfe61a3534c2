"""Stories as sums of their members: weights of terms, cohesion, likeness."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from generator.stories.group.terms import Terms

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

MOST = 28  # terms kept of a text, its weightiest: the rest costs time and adds noise
EVERYWHERE = 0.05  # share of stories from which a term of long texts says nothing
KNOWN = 5000.0  # headlines that the expected rates of common words count as
SMOOTH = 8.0  # of them have any term: one text more hardly moves a weight
POWER = 0.8  # of the logarithm: softer than idf, harder than its square root
TRUST = 8.0  # texts that the expected likeness counts as
BROAD = 20.0  # members from which half of a story's words count by presence
PRESENCE = 0.5  # weight of a story's own words against those of all stories
LEAST = 0.05
APART = 1024.0  # more than any term weighs
AGAIN, ALONE = 3, 0.8  # texts with a term, and share of them, that one house prints


def membership(labels: Ints) -> csr_matrix:
    """A row for each story, a one for each of its texts."""
    count, stories = len(labels), int(labels.max()) + 1 if len(labels) else 0
    ones = np.ones(count)
    return csr_matrix((ones, (labels, np.arange(count))), (stories, count))


def ordered(labels: Ints) -> Ints:
    """The same stories, numbered in order of their first text."""
    _, first, place = np.unique(labels, return_index=True, return_inverse=True)
    rank: Ints = np.argsort(np.argsort(first))
    return rank[place]


def weights(terms: Terms, labels: Ints, whose: csr_matrix, *, long: bool) -> Floats:
    """How much each term tells, from the first `len(labels)` texts; rare terms most.

    `whose` has a one for the publisher of each text.

    A term is as frequent as the stories it stands in, not their texts: the name of a
    story of three hundred texts is rare (a burst, seen from the stories).
    """
    counts = terms.counts[: len(labels)]
    stories = int(labels.max()) + 1
    share = 1 / np.bincount(labels)[np.repeat(labels, np.diff(counts.indptr))]
    found = np.bincount(counts.indices, weights=share, minlength=counts.shape[1])
    unseen = 0.5 + SMOOTH * KNOWN / (stories + KNOWN)
    odds = (stories + KNOWN + 1) / (found + KNOWN * terms.rates + unseen)
    told: Floats = np.maximum(np.log(odds), 0.0) ** POWER
    if long:
        told[found > EVERYWHERE * (stories + KNOWN)] = 0.0
    told[_of_one_house(counts, whose[: len(labels)])] = 0.0
    return told


def _of_one_house(counts: csr_matrix, whose: csr_matrix) -> NDArray[np.bool_]:
    """Of each term whether one publisher alone prints it, again and again: its foot."""
    has = csr_matrix(
        (np.ones(len(counts.data)), counts.indices, counts.indptr), counts.shape
    )
    by = (has.T @ whose).tocsr()
    most = np.asarray(by.max(axis=1).todense()).ravel()
    return (most >= AGAIN) & (
        most >= ALONE * np.bincount(counts.indices, minlength=counts.shape[1])
    )


def vectors(counts: csr_matrix, told: Floats) -> csr_matrix:
    """A row of unit length for each text: its counts by what each term tells."""
    data = counts.data * told[counts.indices]
    rows = csr_matrix((data, counts.indices.copy(), counts.indptr.copy()), counts.shape)
    rows.eliminate_zeros()
    return _unit(_weightiest(rows))


def _weightiest(rows: csr_matrix) -> csr_matrix:
    """The MOST weighty terms of each row, ties by column."""
    sizes = np.diff(rows.indptr)
    if not len(rows.data) or sizes.max() <= MOST:
        return rows
    row = np.repeat(np.arange(rows.shape[0]), sizes)
    # One stable sort: the weights are far below the step from a row to the next.
    order = np.argsort(row * APART - np.round(rows.data, 9), kind="stable")
    rank = np.arange(len(order)) - rows.indptr[:-1][row]
    kept = np.sort(order[rank < MOST])
    starts = np.concatenate([[0], np.cumsum(np.minimum(sizes, MOST))])
    return csr_matrix((rows.data[kept], rows.indices[kept], starts), rows.shape)


def _unit(rows: csr_matrix) -> csr_matrix:
    """Each row at length one; a row of zeros stays."""
    row = np.repeat(np.arange(rows.shape[0]), np.diff(rows.indptr))
    lengths = np.sqrt(np.bincount(row, weights=rows.data**2, minlength=rows.shape[0]))
    lengths[lengths == 0] = 1.0
    return csr_matrix((rows.data / lengths[row], rows.indices, rows.indptr), rows.shape)


@dataclass(frozen=True)
class Profiles:
    """What the stories of `labels` (numbered from 0) say, from rows of unit length."""

    rows: csr_matrix
    labels: Ints
    likely: float  # likeness of two texts of one story before any is seen

    @cached_property
    def sizes(self) -> Floats:
        """How many texts each story has."""
        return np.bincount(self.labels).astype(np.float64)

    @cached_property
    def sums(self) -> csr_matrix:
        """The sum of each story's rows."""
        found = (membership(self.labels) @ self.rows).tocsr()
        found.sort_indices()
        return found

    @cached_property
    def means(self) -> csr_matrix:
        """The mean of each story's rows: its product is the mean likeness."""
        return _scaled(self.sums, 1 / self.sizes)

    @cached_property
    def density(self) -> Floats:
        """Likeness inside each story against `likely`, drawn to one where small."""
        square = self.sums.multiply(self.sums).sum(axis=1)
        pairs = self.sizes * (self.sizes - 1)
        prior = TRUST * self.likely
        inner = np.asarray(square).ravel() - self.sizes
        return np.maximum((inner + prior) / (pairs + TRUST) / self.likely, LEAST)

    @cached_property
    def _story(self) -> Ints:
        return np.repeat(np.arange(self.sums.shape[0]), np.diff(self.sums.indptr))

    @cached_property
    def _holders(self) -> Floats:
        """How many of a story's texts have each of its terms."""
        has = csr_matrix(
            (np.ones(len(self.rows.data)), self.rows.indices, self.rows.indptr),
            self.rows.shape,
        )
        found = (membership(self.labels) @ has).tocsr()
        found.sort_indices()
        return np.asarray(found.data)

    @cached_property
    def _everywhere(self) -> Floats:
        """Share of all stories' texts that have each term, each story counted once."""
        share = self._holders / self.sizes[self._story]
        width = self.sums.shape[1]
        found = np.bincount(self.sums.indices, weights=share, minlength=width)
        return (found + 0.5) / (len(self.sizes) + 1)

    def _presence(self, share: Floats, size: Floats, terms: Ints) -> Floats:
        """How much a term counts that this share of a story's texts has.

        By its share in a small story, as average linkage does. By the logarithm of
        its odds against all stories in a broad one, where every word of its own
        tells (Jelinek-Mercer smoothing): most headlines of a broad story have only a
        few of its words.
        """
        odds = PRESENCE / self._everywhere[terms]
        broad = size / (size + BROAD)
        return (1 - broad) * share + broad * np.log1p(odds * share) / np.log1p(odds)

    @cached_property
    def voices(self) -> csr_matrix:
        """What a text is compared with: the mean, its rarer words brought forward."""
        size = self.sizes[self._story]
        kept = self._presence(self._holders / size, size - 1, self.sums.indices)
        data = self.sums.data / self._holders * kept
        return csr_matrix((data, self.sums.indices, self.sums.indptr), self.sums.shape)

    @cached_property
    def shared(self) -> csr_matrix:
        """How much each term ties each text to the others of its story."""
        rows, width = self.rows, self.rows.shape[1]
        story = self.labels[np.repeat(np.arange(rows.shape[0]), np.diff(rows.indptr))]
        keys = self._story * width + self.sums.indices
        at = np.searchsorted(keys, story * width + rows.indices)
        holders, others = self._holders[at] - 1, self.sizes[story] - 1
        rest = self.sums.data[at] - rows.data
        share = holders / np.maximum(others, 1)
        kept = self._presence(share, others, rows.indices)
        ties = rows.data * rest / np.maximum(holders, 1) * kept
        ties = np.where(holders > 0, ties, 0.0)
        return csr_matrix((ties, rows.indices, rows.indptr), rows.shape)

    @cached_property
    def ties(self) -> Floats:
        """How much each text is like the others of its story."""
        return np.asarray(self.shared.sum(axis=1)).ravel()

    @cached_property
    def cohesion(self) -> Floats:
        """Mean tie inside each story against `likely`, drawn to one where small."""
        inner = np.bincount(self.labels, weights=self.ties)
        size = np.where(self.sizes > 1, self.sizes, 0.0)
        prior = TRUST * self.likely
        return np.maximum((inner + prior) / (size + TRUST) / self.likely, LEAST)


def _scaled(rows: csr_matrix, by: Floats) -> csr_matrix:
    row = np.repeat(np.arange(rows.shape[0]), np.diff(rows.indptr))
    return csr_matrix((rows.data * by[row], rows.indices, rows.indptr), rows.shape)
