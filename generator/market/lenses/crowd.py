"""Lenses on groups: what moved under an index, and how far rivals ended apart."""

from generator.market.deep.groups import STOCKS, groups_of
from generator.market.lenses.seen import Seen
from generator.model.market import Insight, fact_id

WIDE = 0.9  # surprise from which a distance is told
INDEX, SECTORS = "SPX", "sector-funds"  # whose parts the sector funds are


def dispersion(seen: Seen) -> Insight | None:
    """A flat index over parts that moved, and more than on its other flat days."""
    if seen.scene.view.id != INDEX:
        return None
    share = seen.of(SECTORS, f"flat_size_percentile.1.{INDEX}")
    if share is None:
        return None
    roles = seen.told(
        SECTORS, size="mean_size.1", times=f"multiple.1.{INDEX}", up="up.1",
        down="down.1", members="members.1", count=f"flat_count.1.{INDEX}",
        percentile=f"flat_size_percentile.1.{INDEX}",
    )  # fmt: skip
    roles |= seen.named(move="return.1")
    why = "flat is not agreed: its parts moved and cancelled out"
    return seen.insight("dispersion", roles, share / 100, why)


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
        rare = 1 - 1 / len(view.bars)
        return seen.insight("all_extreme", roles, rare, why)
    return None


def ladder(seen: Seen) -> Insight | None:
    """The first or the last of a group that ended further apart than usual."""
    found = []
    for group in groups_of(seen.scene.view.instrument):
        if group == STOCKS:  # too many kinds of business to be rivals
            continue
        for count in (1, 3, 5):
            share = seen.of(group, f"apart_percentile.{count}")
            ends = seen.ends(group, f"return.{count}")
            if share is None or share / 100 < WIDE or not ends:
                continue
            if seen.scene.view.id not in ends:
                continue
            roles = seen.told(
                group, apart=f"apart.{count}", percentile=f"apart_percentile.{count}"
            )
            roles |= {
                "first": fact_id(ends[0], f"return.{count}"),
                "last": fact_id(ends[1], f"return.{count}"),
            }
            why = "one name for prices that went different ways"
            found.append(seen.insight("ladder", roles, share / 100, why))
    return max(found, key=lambda one: one.surprise, default=None)
