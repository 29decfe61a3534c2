"""Texts in order of time, told apart a pane at a time, with a look back."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from zlib import crc32

import numpy as np
from scipy.sparse import csr_matrix

from generator.stories.group.doubts import Doubts, doubts
from generator.stories.group.passes import (
    Bars,
    crowded,
    fused,
    joined,
    merged,
    moved,
    neighbours,
    remerged,
)
from generator.stories.group.profiles import (
    Ints,
    Profiles,
    ordered,
    vectors,
    weights,
)
from generator.stories.group.same import MOST, shared_words
from generator.stories.group.terms import Terms, printed, terms
from generator.stories.group.texts import Group, Text

PANE = 8_192  # headlines at most that are told at once
CARRY = 2_048  # headlines before a pane that are looked back on
DAYS = 3  # of a pane
DAY = 86_400
FEW = 8  # texts, under which all are told at once
STEP = 64  # texts at most that a window of a day grows by before all are told anew
LATE = 2  # rounds for the latest texts
SETTLED = 0.01  # share of texts that still move, under which it ends

# Texts with a lead share much if they tell one event, and stories are small. Titles
# alone share a word or two, and only a story's own vocabulary holds it together. Found
# by random search over half of the labelled stories of each kind, then set by hand.
LONG = Bars(
    join=0.62,
    merge=0.27,
    move=0.24,
    fuse=0.37,
    pull=0.03,
    likely=0.34,
    rounds=1,
    quiet=0.06,
    crowd=0.055,
)
SHORT = Bars(
    join=0.55,
    merge=0.29,
    move=0.24,
    fuse=0.27,
    pull=0.11,
    likely=0.6,
    rounds=5,
    quiet=0.0,
    crowd=0.0,
)


def groups(texts: Sequence[Text]) -> list[Group]:
    """The groups of texts that tell of one happening, in order of their first member.

    Texts are read in order of time, those of unknown time last, a pane at a time
    (`PANE` texts, `DAYS` days); a pane looks back on the `CARRY` texts before it. Every
    text is in one group. None for no texts; raises nothing.
    """
    order = sorted(range(len(texts)), key=lambda at: (*_time(texts[at]), at))
    stories = np.full(len(texts), -1, np.int64)
    same: list[tuple[str, ...]] = [()] * len(texts)
    for places in _windows([texts[at] for at in order]):
        window = np.array(order, np.int64)[places.start : places.stop]
        here = [texts[at] for at in window]
        labels, words = _told(here, stories[window])
        stories[window] = _continued(labels, stories[window], int(stories.max()) + 1)
        for at, found in zip(window, words, strict=True):
            same[at] = found or same[at]
    return _listed(stories, same)


def _time(text: Text) -> tuple[bool, float]:
    when = text.published
    return when is None, when.timestamp() if when else 0.0


def _listed(stories: Ints, same: Sequence[tuple[str, ...]]) -> list[Group]:
    members: defaultdict[int, list[int]] = defaultdict(list)
    for at, story in enumerate(stories.tolist()):
        members[story].append(at)
    return [
        Group(tuple(found), ((), *(same[at] for at in found[1:])))
        for found in members.values()
    ]


def _windows(texts: Sequence[Text]) -> Iterator[range]:
    """Each pane, with the texts before it that are looked back on."""
    start = back = 0
    while start < len(texts):
        end = _cut(texts, start)
        yield range(back, end)
        start, back = end, max(start, end - CARRY)


def _cut(texts: Sequence[Text], start: int) -> int:
    """Where the pane that begins at `start` ends.

    At a change of the day, counted in threes; else in the last quarter of a full pane,
    at the text whose hash is least: so a headline more does not move every later cut.
    """
    end = min(start + PANE, len(texts))
    days = _days(texts[start])
    for at in range(start, end):
        if texts[at].published is not None and _days(texts[at]) != days:
            return at
    if end == len(texts):
        return end
    return _least(texts, range(start + 3 * PANE // 4, end))


def _days(text: Text) -> int:
    unknown, seconds = _time(text)
    return -1 if unknown else int(seconds // (DAYS * DAY))


def _told(texts: Sequence[Text], known: Ints) -> tuple[Ints, list[tuple[str, ...]]]:
    """The story of each text of a window, and what ties it to the story.

    `known` is the story that a text of an earlier window has, else -1. The latest
    texts are added to what the others were found to tell, so that one more of them
    leaves the others as they were.
    """
    first, place = _unlike(texts)
    once = [texts[at] for at in first]
    start = _numbered(known[first])
    found, early = terms(once), _early(once, int(np.sum(start >= 0)))
    against = doubts(once, found)
    leads = float(np.mean([bool(text.summary) for text in once[:early]]))
    bars = _bars(round(leads, 2))
    rows, labels, sure = _whole(found, start[:early], bars, against, long=leads > 0)
    if early < len(once):
        late = crowded(rows[early:], rows[:early], bars)
        against = replace(against, crowd=np.concatenate([sure.crowd, late]))
        labels = _late(rows, labels, bars, against)
    labels, told = _tied(rows, labels, bars)
    words = shared_words(once, found, told)
    return labels[place], [words[row] or _title(once[row]) for row in place]


def _title(text: Text) -> tuple[str, ...]:
    """What a text shares with its copies."""
    return tuple(printed(text.title)[:MOST])


def _early(texts: Sequence[Text], carried: int) -> int:
    """How many texts come before the latest.

    To the least hash of a stretch that stays where it is while a step more come: one
    more at the end does not move it, one before it only by itself.
    """
    size = len(texts)
    if size < FEW:
        return size
    doublings = size.bit_length()
    step = max(min(2 ** (doublings - 3), STEP), 2 ** (doublings - 6))
    end = size - size % step
    stretch = max(step, min(end // 2, 2 * STEP))
    return max(_least(texts, range(end - stretch, end)), carried)


def _least(texts: Sequence[Text], places: range) -> int:
    """The place of the text whose hash is least, whatever is added around it."""
    return min(places, key=lambda at: (crc32(repr(texts[at].title).encode()), at))


def _whole(
    found: Terms, start: Ints, bars: Bars, against: Doubts, *, long: bool
) -> tuple[csr_matrix, Ints, Doubts]:
    """The row of every text, the labels of the first `len(start)`, and their doubts."""
    early = len(start)
    against = against.first(early)
    alone = early + np.arange(early)
    labels = ordered(np.where(start >= 0, start, alone))
    rows = vectors(found.counts, weights(found, labels, against.publishers, long=long))
    labels = ordered(joined(rows[:early], start, bars))
    near, against = neighbours(rows[:early], labels, bars, against)
    labels = merged(rows[:early], labels, near, bars, doubts=against)
    for _ in range(round(bars.rounds)):
        before = labels
        rows = vectors(
            found.counts, weights(found, labels, against.publishers, long=long)
        )
        labels = moved(rows[:early], labels, bars, against)
        labels = remerged(rows[:early], labels, before, bars, doubts=against)
        labels = fused(rows[:early], labels, bars, against)
        if np.mean(labels != before) < SETTLED:
            break
    return rows, labels, against


def _late(rows: csr_matrix, labels: Ints, bars: Bars, against: Doubts) -> Ints:
    """The labels of all texts, from those of the first `len(labels)`."""
    early, count = len(labels), rows.shape[0]
    single = int(labels.max()) + 1 + np.arange(count - early)
    before = np.concatenate([labels, single])
    for _ in range(LATE):
        labels = moved(rows, ordered(before), bars, against, since=early)
        labels = remerged(rows, labels, before, bars, doubts=against)
        before = labels
    return labels


def _unlike(texts: Sequence[Text]) -> tuple[Ints, Ints]:
    """The first of each text that differs, and which of these each text is like."""
    seen: dict[tuple[object, ...], int] = {}
    first, place = list[int](), list[int]()
    for at, text in enumerate(texts):
        key = (text.title, text.summary, text.names)
        if key not in seen:
            seen[key] = len(first)
            first.append(at)
        place.append(seen[key])
    return np.array(first, np.int64), np.array(place, np.int64)


def _bars(leads: float) -> Bars:
    """The bars between titles alone and leads, by the share of texts with a lead."""
    return Bars(
        **{
            name: leads * getattr(LONG, name) + (1 - leads) * getattr(SHORT, name)
            for name in Bars.__slots__
        }
    )


def _numbered(known: Ints) -> Ints:
    """Known stories numbered in order from zero, -1 where unknown."""
    start = np.full(len(known), -1, np.int64)
    start[known >= 0] = ordered(known[known >= 0])
    return start


def _tied(rows: csr_matrix, labels: Ints, bars: Bars) -> tuple[Ints, Profiles]:
    """Labels with texts that share no term with their story alone, and the profiles."""
    told = Profiles(rows, labels, bars.likely)
    loose = (told.ties <= 0) & (told.sizes[labels] > 1)
    if loose.any():
        own = len(told.sizes) + np.arange(len(labels))
        labels = ordered(np.where(loose, own, labels))
        told = Profiles(rows, labels, bars.likely)
    return labels, told


def _continued(labels: Ints, known: Ints, fresh: int) -> Ints:
    """Labels as stories of the stream: the earlier story that most texts come from."""
    old = known >= 0
    pairs = Counter(zip(labels[old].tolist(), known[old].tolist(), strict=True))
    taken: dict[int, int] = {}
    used: set[int] = set()
    for label, story in sorted(pairs, key=lambda pair: (-pairs[pair], pair)):
        if label not in taken and story not in used:
            taken[label] = story
            used.add(story)
    for label in np.unique(labels).tolist():
        if label not in taken:
            taken[label] = fresh
            fresh += 1
    return np.array([taken[label] for label in labels.tolist()], np.int64)
