"""Lenses on an instrument beside its rivals: leads, swings, and days won."""

from collections.abc import Iterator

import numpy as np

from generator.market.indicators import Floats, returns
from generator.market.lenses.seen import Seen
from generator.market.view import Pair
from generator.model.market import Insight, fact_id

EXTREME = 0.9  # surprise from which a place in the past is told
WEEK = 5
FEW, MOST = 1, 4  # days of five that make the week's result a contradiction


def pairs(seen: Seen) -> Iterator[Pair]:
    """The subject beside each benchmark and rival that is no gauge."""
    for pair in (*seen.scene.benchmarks, *seen.scene.rivals):
        if not pair.against.is_gauge:
            yield pair


def lead_extreme(seen: Seen) -> Insight | None:
    """A lead over a benchmark or rival at the edge of its own past."""
    found = []
    for pair in pairs(seen):
        name = pair.against.id
        for count in (5, 21):
            share = seen.value(f"lead_percentile.{count}.{name}")
            rare = abs(1 - 2 * share / 100) if share is not None else 0.0
            if rare < EXTREME:
                continue
            roles = seen.named(
                lead=f"relative_return.{count}.{name}", move=f"return.{count}",
                percentile=f"lead_percentile.{count}.{name}",
            )  # fmt: skip
            other = fact_id(name, f"return.{count}")
            roles |= {"bench_move": other} if other in seen.figures else {}
            why = "the distance between the two is at the edge of its own past"
            found.append(seen.insight("lead_extreme", roles, rare, why))
    return max(found, key=lambda one: one.surprise, default=None)


def swings_apart(seen: Seen) -> Insight | None:
    """Daily swings unusually large, or small, beside a benchmark's."""
    found = []
    for pair in pairs(seen):
        name = pair.against.id
        share = seen.value(f"ewvol_ratio_percentile.8.{name}")
        rare = abs(1 - 2 * share / 100) if share is not None else 0.0
        if rare < EXTREME:
            continue
        roles = seen.named(
            times=f"ewvol_ratio.8.{name}", own="ewvol.8",
            percentile=f"ewvol_ratio_percentile.8.{name}",
        )  # fmt: skip
        other = fact_id(name, "ewvol.8")
        roles |= {"bench_swings": other} if other in seen.figures else {}
        why = "its swings are out of their usual proportion to the other's"
        found.append(seen.insight("swings_apart", roles, rare, why))
    return max(found, key=lambda one: one.surprise, default=None)


def days_won(seen: Seen) -> Insight | None:
    """A week won on one day, or lost on one, against the run of the others."""
    for pair in pairs(seen):
        name = pair.against.id
        won = seen.value(f"wins.5.{name}")
        lead = seen.value(f"relative_return.5.{name}")
        if won is None or lead is None:
            continue
        if not ((won <= FEW and lead > 0) or (won >= MOST and lead < 0)):
            continue
        like = contradictions(pair)
        roles = seen.named(
            won=f"wins.5.{name}", lead=f"relative_return.5.{name}", move="return.5",
            same=f"agreement.5.{name}", day="return.1",
        )  # fmt: skip
        why = "the week's winner lost most of its days"
        return seen.insight("days_won", roles, 1 - float(like.mean()), why)
    return None


def contradictions(pair: Pair) -> Floats:
    """1 on each row whose week went to the side that lost most of its days."""
    own = returns(pair.closes, pair.places, 1)
    other = returns(pair.against_closes, pair.places, 1)
    with np.errstate(invalid="ignore"):
        won = np.convolve(own > other, np.ones(WEEK))[: len(own)]
        lead = pair.lead(WEEK)
        like = ((won <= FEW) & (lead > 0)) | ((won >= MOST) & (lead < 0))
    return like.astype(np.float64)
