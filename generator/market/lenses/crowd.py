"""Lenses on groups: what moved under an index, and how far rivals ended apart."""

from collections.abc import Iterator

import numpy as np

from generator.market.crowd import Crowd
from generator.market.deep.groups import STOCKS, aligned, crowds, groups_of
from generator.market.indicators import Floats
from generator.market.lenses.past import farthest, often, shares
from generator.market.lenses.seen import Seen
from generator.market.view import View
from generator.model.market import Insight, fact_id
from generator.plain.words import FLAT

MIDDLE = 50  # percentile: parts that moved less than on most flat days are no news
WIDE = 0.9  # surprise from which a distance is told
SPANS = (1, 3, 5)  # sessions over which rivals are set side by side
INDEX, SECTORS = "SPX", "sector-funds"  # whose parts the sector funds are


def dispersion(seen: Seen) -> Insight | None:
    """A flat index over parts that moved, and more than on most of its flat days."""
    view = seen.scene.view
    if view.id != INDEX:
        return None
    share = seen.of(SECTORS, f"flat_size_percentile.1.{INDEX}")
    if share is None or share <= MIDDLE:
        return None
    roles = seen.told(
        SECTORS, size="mean_size.1", times=f"multiple.1.{INDEX}", up="up.1",
        down="down.1", members="members.1", count=f"flat_count.1.{INDEX}",
        percentile=f"flat_size_percentile.1.{INDEX}",
    )  # fmt: skip
    roles |= seen.named(move="return.1")
    why = "flat is not agreed: its parts moved and cancelled out"
    rare = 1 - often(sizes_when_flat(group_of(seen, SECTORS), view))
    return seen.insight("dispersion", roles, rare, why)


def group_of(seen: Seen, group: str) -> Crowd:
    """The members of a group that have a bar of its last session."""
    return next(one for one in crowds(seen.scene.others) if one.id == group)


def sizes_when_flat(crowd: Crowd, index: View) -> Floats:
    """The mean size of the members' moves on each row, 0 where the index was not flat.

    NaN where a member or the index has no bar.
    """
    sizes = np.abs(aligned(crowd, 1)).mean(axis=1)
    dates = next(iter(crowd.members.values())).bars.dates
    rows = np.minimum(np.searchsorted(index.bars.dates, dates), index.last)
    moves = np.where(index.bars.dates[rows] == dates, index.moves[rows], np.nan)
    with np.errstate(invalid="ignore"):
        kept = np.where(np.abs(moves) < FLAT, sizes, 0.0)
    return np.where(np.isfinite(moves + sizes), kept, np.nan)


def all_extreme(seen: Seen) -> Insight | None:
    """Half of the sectors or more at their own worst, or best, day in the bars."""
    view = seen.scene.view
    members = seen.of(SECTORS, "members.1")
    if view.id != INDEX or not members:
        return None
    for word in ("worst", "best"):
        count = seen.of(SECTORS, f"{word}_ever.1") or 0
        if count * 2 < members:
            continue
        name = f"{word}_ever.1"
        roles = seen.told(SECTORS, extreme=name, members="members.1")
        roles |= seen.named(move="return.1", count="rank_count.1")
        why = f"no sector was spared: the {word} day in the bars for most of them"
        rare = 1 - 1 / (len(view.bars) + count / members)  # of equals, the wider
        return seen.insight("all_extreme", roles, rare, why)
    return None


def ladder(seen: Seen) -> Insight | None:
    """The first or the last of a group that ended further apart than usual.

    Several windows are looked at, so the surprise is the share of past days on which
    the group was not as far apart, for its past, over any of them.
    """
    share, group, roles = max(
        rungs(seen), key=lambda one: one[0], default=(0.0, "", {})
    )
    if not roles:
        return None
    surprise = min(share, 1 - reached(seen, group, share))
    if surprise < WIDE:
        return None
    why = "one name for prices that went different ways"
    return seen.insight("ladder", roles, surprise, why)


def rungs(seen: Seen) -> Iterator[tuple[float, str, dict[str, str]]]:
    """Each ladder that the subject heads or ends: how wide, of whom, its figures."""
    for group in groups_of(seen.scene.view.instrument):
        if group == STOCKS:  # too many kinds of business to be rivals
            continue
        for count in SPANS:
            share = seen.of(group, f"apart_percentile.{count}")
            ends = seen.ends(group, f"return.{count}")
            if share is None or share / 100 < WIDE or not ends:
                continue
            if seen.scene.view.id not in ends or not is_same_day(seen, ends):
                continue
            roles = seen.told(
                group, apart=f"apart.{count}", members="members.1",
                percentile=f"apart_percentile.{count}",
            )  # fmt: skip
            roles["first"] = fact_id(ends[0], f"return.{count}")
            roles["last"] = fact_id(ends[1], f"return.{count}")
            yield share / 100, group, roles


def is_same_day(seen: Seen, ends: tuple[str, str]) -> bool:
    """Whether both have a bar of the subject's last day."""
    days = {seen.scene.view.bars.dates[-1]}
    days |= {seen.scene.others[one].bars.dates[-1] for one in ends}
    return len(days) == 1


def reached(seen: Seen, group: str, share: float) -> float:
    """The share of days whose widest distance, each window in its own past, was so."""
    crowd = group_of(seen, group)
    past = farthest(shares(apart(crowd, count)) for count in SPANS)
    past[-1] = share  # of the window that is told
    return often(past)


def apart(crowd: Crowd, count: int) -> Floats:
    """The distance from first to last on each row; NaN where a member has no bar."""
    moves = aligned(crowd, count)
    found: Floats = moves.max(axis=1) - moves.min(axis=1)
    return found
