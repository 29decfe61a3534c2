"""The passes over a window: join as they come, merge the nearest, move the weak."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import csr_matrix

from generator.stories.group.doubts import SAME_DAY, Doubts, Pairs
from generator.stories.group.profiles import Floats, Ints, Profiles, ordered

BLOCK = 1024  # rows compared at once: bounds the memory
FAINT = 0.08  # likeness below is noise
MANY = 10.0  # texts from which the size of a story begins to count for it
FLOOR = 0.14  # likeness without which no size of a story draws a text in
COPY = 2.0  # times as quiet, what tells nothing of a text that is nearly a copy
SOME = 0.75  # of the bar to join, under which a likeness is not added up
USUAL = -0.7  # logarithm of a usual crowd
SPARSE = 0.2  # crowd where nothing is near
STEPS = 16  # rounds of merging; the last ones find nothing on any data seen


@dataclass(frozen=True, slots=True)
class Bars:
    """How alike texts must be to become one story; all are mean likeness, 0 to 1.

    `pull` lowers the bar of a story by its multiple of the logarithm of its size, from
    MANY on: a headline is more likely of a story that many tell (a Chinese restaurant
    process).
    `likely` is the likeness of two texts of one story before any is seen,
    `rounds` how often texts move; a story's words quieter than `quiet` are passed over.
    `crowd` is what a crowd e times as dense takes from a likeness, of either side.
    """

    join: float
    merge: float
    move: float
    fuse: float
    pull: float
    likely: float
    rounds: float
    quiet: float
    crowd: float


def products(rows: csr_matrix, stories: csr_matrix, quiet: float) -> Iterator[Pairs]:
    """Every likeness over FAINT of rows and stories, a block of rows at a time.

    Terms that weigh less than `quiet` count for nothing: it halves the work where
    texts are long, and what one of three texts says of a story is mostly beside it.
    """
    rows, turned = _loud(rows, quiet), _loud(stories, quiet).T.tocsr()
    for start in range(0, rows.shape[0], BLOCK):
        found = (rows[start : start + BLOCK] @ turned).tocsr()
        loud = np.flatnonzero(found.data > FAINT)
        row = np.searchsorted(found.indptr, loud, side="right") - 1 + start
        yield Pairs(row, found.indices[loud].astype(np.int64), found.data[loud])


def _loud(rows: csr_matrix, quiet: float) -> csr_matrix:
    if quiet <= 0:
        return rows
    loud = rows.data >= quiet
    starts = np.concatenate([[0], np.cumsum(loud)])[rows.indptr]
    return csr_matrix((rows.data[loud], rows.indices[loud], starts), rows.shape)


def _kept(pairs: Pairs, kept: np.ndarray) -> Pairs:
    return Pairs(pairs.rows[kept], pairs.stories[kept], pairs.likeness[kept])


def joined(rows: csr_matrix, start: Ints, bars: Bars) -> Ints:
    """Labels after each text in no story (-1) has joined the nearest or begun one.

    Texts come in order; only earlier ones are looked at.
    """
    rows, bar = _loud(rows, COPY * bars.quiet), bars.join
    labels = start.copy()
    sizes = np.bincount(start[start >= 0], minlength=1).tolist()
    sizes = [] if sizes == [0] else sizes
    for begin in range(0, rows.shape[0], BLOCK):
        if (labels[begin : begin + BLOCK] >= 0).all():
            continue
        alike = (rows[begin : begin + BLOCK] @ rows[: begin + BLOCK].T).tocsr()
        near = np.flatnonzero(alike.data > SOME * bar)
        starts = np.searchsorted(near, alike.indptr)
        for row in range(alike.shape[0]):
            at = begin + row
            if labels[at] >= 0:
                continue
            found = near[starts[row] : starts[row + 1]]
            found = found[alike.indices[found] < at]
            here = labels[alike.indices[found]]
            story = _nearest(here, alike.data[found], sizes, bar)
            if story == len(sizes):
                sizes.append(0)
            sizes[story] += 1
            labels[at] = story
    return labels


def _nearest(labels: Ints, likeness: Floats, sizes: list[int], bar: float) -> int:
    """The story whose texts are most alike on average, or the next new one."""
    if not len(labels):
        return len(sizes)
    stories, place = np.unique(labels, return_inverse=True)
    means = np.bincount(place, weights=likeness) / [sizes[one] for one in stories]
    first = int(np.round(means, 9).argmax())
    return int(stories[first]) if means[first] >= bar else len(sizes)


@dataclass(slots=True)
class Nearest:
    """The nearest other of each row or story, -1 where none is near enough."""

    of: Ints
    likeness: Floats

    @classmethod
    def none(cls, count: int) -> "Nearest":
        """Nothing near, for `count` rows."""
        return cls(np.full(count, -1, np.int64), np.full(count, -1.0))

    def see(self, pairs: Pairs) -> None:
        """Take the more alike of what is known and these pairs; ties to the earlier."""
        order = np.lexsort((pairs.stories, -np.round(pairs.likeness, 9), pairs.rows))
        rows, where = np.unique(pairs.rows[order], return_index=True)
        stories, likeness = pairs.stories[order][where], pairs.likeness[order][where]
        gap = np.round(likeness - self.likeness[rows], 9)
        better = (gap > 0) | ((gap == 0) & (stories < self.of[rows]))
        self.of[rows[better]] = stories[better]
        self.likeness[rows[better]] = likeness[better]


def neighbours(
    rows: csr_matrix, labels: Ints, bars: Bars, doubts: Doubts
) -> tuple[Nearest, Doubts]:
    """The nearest other story of each story, where it is near enough to merge.

    And the doubts with the crowd of each text, that of its story.
    """
    told = Profiles(rows, labels, bars.likely)
    scale, near = 1 / np.sqrt(told.density), Nearest.none(len(told.sizes))
    least = bars.merge - 2 * bars.crowd * (USUAL - np.log(SPARSE))
    crowd, seen = np.zeros(len(near.of)), list[Pairs]()
    for block in products(told.means, told.means, bars.quiet):
        found = _kept(block, block.rows != block.stories)
        crowd += np.bincount(found.rows, found.likeness**3, len(crowd))
        likeness = found.likeness * scale[found.rows] * scale[found.stories]
        pairs = Pairs(found.rows, found.stories, likeness)
        seen.append(_kept(pairs, likeness >= least))
    doubts = replace(doubts, crowd=_crowd(crowd, bars)[labels])
    for found in seen:
        _see(near, told, found, bars=bars, doubts=doubts)
    return near, doubts


def crowded(rows: csr_matrix, among: csr_matrix, bars: Bars) -> Floats:
    """The crowd of each row among others, such as are no copies of it."""
    crowd = np.zeros(rows.shape[0])
    for found in products(rows, among, bars.quiet):
        cubes = np.where(found.likeness < bars.join, found.likeness, 0.0) ** 3
        crowd += np.bincount(found.rows, cubes, len(crowd))
    return _crowd(crowd, bars)


def _crowd(cubes: Floats, bars: Bars) -> Floats:
    """What a crowd takes from a likeness, by the sum of the cubes of all likeness."""
    found: Floats = bars.crowd * (np.log(cubes + SPARSE) - USUAL)
    return found


def merged(
    rows: csr_matrix, labels: Ints, near: Nearest, bars: Bars, *, doubts: Doubts
) -> Ints:
    """Labels after stories that are each other's nearest have merged, again and again.

    Average linkage by reciprocal nearest neighbours; the mean likeness of two stories
    is taken against the density of both. `labels` are numbered in order.
    """
    for _ in range(STEPS):
        ids = np.arange(len(near.of))
        found = (near.of >= 0) & (near.likeness >= bars.merge)
        mutual = found & (near.of[near.of] == ids)
        if not mutual.any():
            return labels
        into = np.where(mutual, np.minimum(near.of, ids), ids)
        left = into == ids
        place = (np.cumsum(left) - 1)[into]
        stale = (mutual | (found & mutual[near.of]))[left]
        of = np.where(found, place[near.of], -1)[left]
        near = Nearest(
            np.where(stale, -1, of), np.where(stale, -1.0, near.likeness[left])
        )
        labels = place[labels]
        told = Profiles(rows, labels, bars.likely)
        _look(near, told, stale, bars=bars, doubts=doubts)
    return labels


def remerged(
    rows: csr_matrix, labels: Ints, before: Ints, bars: Bars, *, doubts: Doubts
) -> Ints:
    """The same where all stories as they were `before` are known to be apart."""
    stale = _changed(labels, before)
    near = Nearest.none(len(stale))
    told = Profiles(rows, labels, bars.likely)
    _look(near, told, stale, bars=bars, doubts=doubts)
    return merged(rows, labels, near, bars, doubts=doubts)


def _changed(labels: Ints, before: Ints) -> np.ndarray:
    """Of each story whether its texts are others than those it had before."""
    _, first = np.unique(labels, return_index=True)
    was = before[first]
    kept = np.bincount(labels, weights=before == was[labels])
    size = np.bincount(labels)
    changed: np.ndarray = (kept < size) | (np.bincount(before)[was] != size)
    return changed


def _look(
    near: Nearest, told: Profiles, stale: np.ndarray, *, bars: Bars, doubts: Doubts
) -> None:
    """Find the nearest of the stale stories, and who is nearest to them."""
    which, scale = np.flatnonzero(stale), 1 / np.sqrt(told.density)
    for found in products(told.means[which], told.means, bars.quiet):
        rows = which[found.rows]
        likeness = found.likeness * scale[rows] * scale[found.stories]
        pairs = Pairs(rows, found.stories, likeness)
        pairs = _kept(pairs, rows != found.stories)
        _see(near, told, pairs, bars=bars, doubts=doubts)


def _see(
    near: Nearest, told: Profiles, pairs: Pairs, *, bars: Bars, doubts: Doubts
) -> None:
    """Take what is near of these pairs of stories, both ways, after all doubts."""
    crowd = doubts.crowds(told)
    likeness = pairs.likeness - crowd[pairs.rows] - crowd[pairs.stories]
    pairs = Pairs(pairs.rows, pairs.stories, likeness)
    # A doubt takes from a likeness, and one day in common adds: hence the wider bar.
    pairs = _kept(pairs, likeness >= bars.merge / SAME_DAY)
    likeness = pairs.likeness * doubts.stories(told, pairs)
    pairs = Pairs(pairs.rows, pairs.stories, likeness)
    pairs = _kept(pairs, likeness >= bars.merge)
    near.see(pairs)
    near.see(Pairs(pairs.stories, pairs.rows, pairs.likeness))


def moved(
    rows: csr_matrix, labels: Ints, bars: Bars, doubts: Doubts, *, since: int = 0
) -> Ints:
    """Labels after each text has gone to the story it is most like, or stands alone.

    Texts before `since` stay where they are.
    """
    told = Profiles(rows, labels, bars.likely)
    near, crowd = Nearest.none(len(labels)), doubts.crowds(told)
    for late in products(rows[since:], told.voices, bars.quiet):
        found = Pairs(late.rows + since, late.stories, late.likeness)
        own = labels[found.rows] == found.stories
        others = told.sizes[found.stories] - own
        likeness = np.where(own, told.ties[found.rows], found.likeness)
        likeness = likeness / told.cohesion[found.stories]
        likeness = likeness - doubts.crowd[found.rows] - crowd[found.stories]
        drawn = bars.pull * np.log1p(others / MANY)
        kept = (others > 0) & (likeness + drawn >= bars.move) & (likeness >= FLOOR)
        pairs = Pairs(found.rows[kept], found.stories[kept], likeness[kept])
        likeness = pairs.likeness * doubts.texts(told, pairs) + drawn[kept]
        near.see(
            _kept(Pairs(pairs.rows, pairs.stories, likeness), likeness >= bars.move)
        )
    alone = told.sizes[labels] == 1
    stay = np.where(alone, labels, len(told.sizes) + np.arange(len(labels)))
    stay[:since] = labels[:since]
    return ordered(_met(labels, np.where(near.of >= 0, near.of, stay), told))


def _met(labels: Ints, aims: Ints, told: Profiles) -> Ints:
    """Aims where two single texts that would swap places meet at the earlier."""
    first = np.full(len(told.sizes), -1, np.int64)
    first[labels[::-1]] = np.arange(len(labels))[::-1]
    met = aims.copy()
    for at in np.flatnonzero((told.sizes[labels] == 1) & (aims != labels)):
        other = first[aims[at]]
        if told.sizes[aims[at]] == 1 and aims[other] == labels[at] and other > at:
            met[at] = labels[at]
    return met


def fused(rows: csr_matrix, labels: Ints, bars: Bars, doubts: Doubts) -> Ints:
    """Labels after stories that speak with one voice are one, the nearest first.

    Only stories of two texts or more: a single text moves by itself.
    """
    told = Profiles(rows, labels, bars.likely)
    plural = np.flatnonzero(told.sizes > 1)
    crowd, scale, seen = doubts.crowds(told)[plural], 1 / told.cohesion[plural], []
    for found in products(told.means[plural], told.voices[plural], bars.quiet):
        kept = found.rows != found.stories
        likeness = found.likeness * scale[found.stories]
        likeness = likeness - crowd[found.rows] - crowd[found.stories]
        seen.append(_kept(Pairs(found.rows, found.stories, likeness), kept))
    pairs = _both_ways(seen, len(plural))
    least = np.minimum(
        told.sizes[plural][pairs.rows], told.sizes[plural][pairs.stories]
    )
    pairs = Pairs(plural[pairs.rows], plural[pairs.stories], pairs.likeness)
    drawn = bars.pull / 2 * np.log1p(least / MANY)
    kept = pairs.likeness + drawn >= bars.fuse
    pairs, drawn = _kept(pairs, kept), drawn[kept]
    likeness = pairs.likeness * doubts.stories(told, pairs) + drawn
    return ordered(
        _wed(
            _kept(Pairs(pairs.rows, pairs.stories, likeness), likeness >= bars.fuse),
            told,
        )[labels]
    )


def _both_ways(seen: list[Pairs], count: int) -> Pairs:
    """Each pair once, the earlier first, with the mean likeness of both directions."""
    if not seen:
        none = np.zeros(0, dtype=np.int64)
        return Pairs(none, none, np.zeros(0))
    rows = np.concatenate([one.rows for one in seen])
    stories = np.concatenate([one.stories for one in seen])
    likeness = np.concatenate([one.likeness for one in seen])
    keys = np.minimum(rows, stories) * count + np.maximum(rows, stories)
    found, place = np.unique(keys, return_inverse=True)
    return Pairs(
        found // count, found % count, np.bincount(place, weights=likeness) / 2
    )


def _wed(pairs: Pairs, told: Profiles) -> Ints:
    """Into which story each goes: pairs from the nearest, each story once."""
    order = np.lexsort((pairs.stories, pairs.rows, -np.round(pairs.likeness, 9)))
    into = np.arange(len(told.sizes))
    used = np.zeros(len(into), dtype=bool)
    for at in order:
        one, other = pairs.rows[at], pairs.stories[at]
        if not (used[one] or used[other]):
            used[one] = used[other] = True
            into[other] = one
    return into
