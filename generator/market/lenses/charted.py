"""Lenses on what chartists look for: channels, crosses, streaks and seasons."""

import math

import numpy as np

from generator.market.lenses.seen import Seen, rarity
from generator.model.market import Insight

LONG = 5  # sessions in a row from which a streak is told
EVEN = 0.5  # the share that rises where a season says nothing


def channel_return(seen: Seen) -> Insight | None:
    """A break of a channel that was taken back within its own length."""
    for side, line in (("over", "upper"), ("under", "lower")):
        back = seen.value(f"back_from_{side}.20")
        if not back:
            continue
        past = seen.scene.view.column("channel_back.20")
        known = past[np.isfinite(past)]
        like = (known != 0) & (np.abs(known) <= back)
        roles = seen.named(
            sessions=f"back_from_{side}.20", line=f"channel_{line}.20", close="close",
            move="return.1",
        )  # fmt: skip
        why = "a break that did not hold leaves those who followed it to get out"
        return seen.insight("channel_return", roles, 1 - float(like.mean()), why)
    return None


def mean_cross(seen: Seen) -> Insight | None:
    """The first session with the 50-day mean across the 200-day one."""
    for side in ("over", "under"):
        if seen.value(f"cross_{side}.50.200") != 1:
            continue
        sides = seen.scene.view.column("cross.50.200")
        known = np.abs(sides[np.isfinite(sides)])
        if len(known) < 2 or not known[-2]:  # the two had only been level
            continue
        roles = seen.named(
            cross=f"cross_{side}.50.200", mean="sma.200", short="sma.50", close="close"
        )
        why = "the two means that most are watched have changed places"
        rare = 1 - float((known == 1).mean())
        return seen.insight("mean_cross", roles, rare, why)
    return None


def divergence(seen: Seen) -> Insight | None:
    """A 20-day extreme of the close that its RSI does not confirm."""
    for side in ("high", "low"):
        if not seen.value(f"divergence_{side}.14"):
            continue
        past = seen.scene.view.column("rsi_divergence.14")
        known = past[np.isfinite(past)]
        roles = seen.named(close="close", rsi="rsi.14", since=f"{side}_since")
        why = f"a {side} in the close that its momentum does not confirm"
        rare = 1 - float((known != 0).mean())
        return seen.insight("divergence", roles, rare, why)
    return None


def streak(seen: Seen) -> Insight | None:
    """Closes in a row in one direction, longer than usual."""
    view = seen.scene.view
    for way in ("up", "down"):
        length = seen.value(f"streak_{way}")
        if not length or length < LONG:
            continue
        runs = np.fmax(view.column("streak_up"), view.column("streak_down"))
        roles = seen.named(
            streak=f"streak_{way}", move="return.1", week="return.5", close="close"
        )
        why = f"closes in a row {way}: few streaks get as long"
        return seen.insight("streak", roles, 1 - rarity(runs), why)
    return None


def season(seen: Seen) -> Insight | None:
    """A month that most earlier years ended the same way, told as it begins."""
    share, count = seen.value("season_up.month"), seen.value("season_count.month")
    if share is None or not count:
        return None
    spread = math.sqrt(EVEN * (1 - EVEN) / count)
    rare = math.erf(abs(share - EVEN) / spread / math.sqrt(2))
    roles = seen.named(
        up="season_up.month", mean="season_mean.month", count="season_count.month"
    )
    why = "what this month did in other years; few cases, and no forecast"
    return seen.insight("season", roles, min(rare, count / (count + 1)), why)
