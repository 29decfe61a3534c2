"""Lenses on extremes, runs, volume and falls."""

import numpy as np

from generator.market.indicators import last_at_least, mean, share_of_highs
from generator.market.lenses.past import beyond, farthest, shares
from generator.market.lenses.seen import Seen, finished
from generator.market.states import LONG
from generator.market.view import YEAR, Scene
from generator.model.market import Insight

LONG_SINCE = 60  # sessions: from when a "since" is told
SIDES = ("above", "below")  # of a mean
LULL = (12, 24)  # month and day from which a year only runs out
MONTH = 21
MOST_RUNS = 0.9  # a run is long if it is longer than nine in ten


def first_since(seen: Seen) -> Insight | None:
    """The first close across a mean after a long run on its other side."""
    view = seen.scene.view
    found = []
    for count in (200, 50):
        ended = seen.value(f"run_ended.{count}")
        if ended is None or ended <= LONG:
            continue
        runs = (view.column(f"run_{side}.{count}") for side in SIDES)
        lengths = [finished(lengths) for lengths in runs]
        rare = float(sum((one >= ended).sum() for one in lengths)) / len(view.bars)
        roles = seen.named(
            run=f"run_ended.{count}", above=f"run_above.{count}",
            below=f"run_below.{count}", mean=f"sma.{count}", gap=f"sma_gap.{count}",
        )  # fmt: skip
        why = "the close crossed its mean after a long run on the other side"
        found.append(seen.insight("first_since", roles, 1 - rare, why))
    return max(found, key=lambda one: one.surprise, default=None)


def extreme_since(seen: Seen) -> Insight | None:
    """The highest or lowest close for more than a quarter."""
    view = seen.scene.view
    closes = view.bars.close[view.priced_from :]
    if not view.as_traded:
        return None
    for word, values in (("high", closes), ("low", -closes)):
        count = seen.value(f"{word}_since")
        roles = seen.named(close="close", since=f"{word}_since")
        if count is None and last_at_least(values) < 0:
            count = float(len(closes) - 1)
            roles = seen.named(close="close", extreme=f"{word}.all", record="record")
        if count is None or count <= LONG_SINCE or len(roles) == 1:
            continue
        rare = share_of_highs(values, min(int(count), YEAR))
        why = f"no close in that many sessions was as {word}"
        return seen.insight("extreme_since", roles, 1 - rare, why)
    return None


def long_run(seen: Seen) -> Insight | None:
    """A run on one side of a mean that is longer than nine in ten.

    A long run is one of few runs and has many days, so the surprise is the smaller of
    two shares: of runs that were shorter, and of days on which neither mean had a run
    as long for its past.
    """
    column = seen.scene.view.column
    found: list[tuple[float, dict[str, str], str]] = []
    looks = {}
    for count in (50, 200):
        sides = {side: column(f"run_{side}.{count}") for side in SIDES}
        looks[count] = shares(np.fmax(*sides.values()))
        for side, lengths in sides.items():
            past = finished(lengths)
            length = seen.value(f"run_{side}.{count}")
            if length is None or length <= LONG or len(past) < 10:
                continue
            shorter = float((past < length).sum()) / (len(past) + 1)
            if shorter < MOST_RUNS:
                continue
            roles = seen.named(
                run=f"run_{side}.{count}", mean=f"sma.{count}", gap=f"sma_gap.{count}"
            )
            why = f"nine in ten runs {side} that mean were shorter"
            found.append((shorter, roles, why))
    if not found:
        return None
    shorter, roles, why = max(found, key=lambda one: one[0])
    rare = min(shorter, 1 - beyond(farthest(looks.values())))
    return seen.insight("long_run", roles, rare, why)


def volume_rank(seen: Seen) -> Insight | None:
    """The busiest or the quietest session for a quarter; half days are not quiet."""
    view = seen.scene.view
    volume = view.bars.volume
    for name, values in (("volume_since", volume), ("volume_low_since", -volume)):
        count = seen.value(name)
        if count is None or count < LONG_SINCE:
            continue
        if name == "volume_low_since" and is_lull(seen.scene):
            continue
        rare = share_of_highs(values[np.isfinite(values)], min(int(count), YEAR))
        # Trade grows and shrinks over years, so it is held against its month too.
        rare = max(rare, beyond(values / mean(volume, MONTH)))
        roles = seen.named(
            since=name, volume_ratio="volume_ratio.1.20", move="return.1"
        )
        word = "low" if "low" in name else "high"
        why = f"no session in that many had a volume as {word}"
        return seen.insight("volume_rank", roles, 1 - rare, why)
    return None


def is_lull(scene: Scene) -> bool:
    """A half day, or one from Christmas to New Year: few trade, and no one is told."""
    day = scene.view.bars.day(scene.view.last)
    return (day.month, day.day) >= LULL or is_half_day(scene)


def is_half_day(scene: Scene) -> bool:
    """Whether the last session was a short one."""
    table = scene.view.table
    if table is None:
        return False
    row = int(table.rows(scene.view.bars.dates[-1:])[0])
    return row >= 0 and bool(table.early[row])


def drawdown_speed(seen: Seen) -> Insight | None:
    """How fast a fall of 10% or more came, beside the earlier ones."""
    for depth in (20, 15, 10):
        rank, count = (
            seen.value(f"fall_rank.{depth}"),
            seen.value(f"fall_count.{depth}"),
        )
        if rank is None or count is None or count < 3:
            continue
        roles = seen.named(
            drawdown="drawdown", sessions=f"fall_speed.{depth}",
            rank=f"fall_rank.{depth}", count=f"fall_count.{depth}",
        )  # fmt: skip
        why = "few of its falls of that depth came as fast"
        return seen.insight("drawdown_speed", roles, 1 - rank / count, why)
    return None
