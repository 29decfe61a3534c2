"""Lenses on an instrument beside its rivals: leads, swings, and days won."""

from collections.abc import Iterator

import numpy as np

from generator.market.indicators import Floats, decayed
from generator.market.lenses.past import edges, farthest, often, on_rows
from generator.market.lenses.seen import Seen
from generator.market.view import Pair
from generator.model.market import Insight, fact_id

EXTREME = 0.9  # surprise from which a place in the past is told
LEADS = (5, 21)  # sessions over which a lead is looked at
WEEK = 5
FEW, MOST = 1, 4  # days of five that make the week's result a contradiction
WON = 0.5  # points by which a week is won, and not level
UNHELD = "the dollar"  # a theme that nobody holds in place of the subject


def near(seen: Seen) -> Iterator[Pair]:
    """The subject beside its benchmark and each rival, gauges and the dollar left out.

    The benchmark is the first that has bars: those after it stand in for it.
    """
    for pair in (*seen.scene.benchmarks[:1], *seen.scene.rivals):
        held = pair.against
        if not held.is_gauge and held.instrument.theme != UNHELD:
            yield pair


def lead_extreme(seen: Seen) -> Insight | None:
    """A lead over a benchmark or rival at the edge of its own past.

    With several rivals one of the leads is often far out, so the surprise is the
    share of past days on which none of them was as far out as the farthest is now.
    """
    rare, roles = max(far_leads(seen), key=lambda one: one[0], default=(0.0, {}))
    if not roles:
        return None
    past = farthest(
        on_rows(pair, edges(pair.lead(count))) for pair in near(seen) for count in LEADS
    )
    surprise = min(rare, 1 - often(past))
    if surprise < EXTREME:
        return None
    why = "the distance between the two is at the edge of its own past"
    return seen.insight("lead_extreme", roles, surprise, why)


def far_leads(seen: Seen) -> Iterator[tuple[float, dict[str, str]]]:
    """Each lead that is far out by its own past: how far, and its figures by role."""
    for pair in near(seen):
        name = pair.against.id
        for count in LEADS:
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
            yield rare, roles


def swings_apart(seen: Seen) -> Insight | None:
    """Daily swings unusually large, or small, beside the benchmark's."""
    for pair in seen.scene.benchmarks[:1]:
        name = pair.against.id
        share = seen.value(f"ewvol_ratio_percentile.8.{name}")
        if share is None or abs(1 - 2 * share / 100) < EXTREME:
            return None
        rare = 1 - often(edges(proportions(pair)))
        if rare < EXTREME:
            return None
        roles = seen.named(
            times=f"ewvol_ratio.8.{name}", own="ewvol.8",
            percentile=f"ewvol_ratio_percentile.8.{name}",
        )  # fmt: skip
        other = fact_id(name, "ewvol.8")
        roles |= {"bench_swings": other} if other in seen.figures else {}
        why = "its swings are out of their usual proportion to the other's"
        return seen.insight("swings_apart", roles, rare, why)
    return None


def proportions(pair: Pair) -> Floats:
    """The subject's volatility over the other's on each row, half-life 8."""
    own, other = (decayed(np.log1p(leg), 8) for leg in pair.returns(1))
    with np.errstate(invalid="ignore", divide="ignore"):
        times: Floats = own / other
    return np.where(np.isfinite(times), times, np.nan)


def days_won(seen: Seen) -> Insight | None:
    """A week won on one day, or lost on one, against the run of the others."""
    for pair in near(seen):
        name = pair.against.id
        won = seen.value(f"wins.5.{name}")
        lead = seen.value(f"relative_return.5.{name}")
        if won is None or lead is None:
            continue
        if not ((won <= FEW and lead >= WON) or (won >= MOST and lead <= -WON)):
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
    own, other = pair.returns(1)
    with np.errstate(invalid="ignore"):
        won = np.convolve(own > other, np.ones(WEEK))[: len(own)]
        lead = pair.lead(WEEK)
        like = ((won <= FEW) & (lead >= WON)) | ((won >= MOST) & (lead <= -WON))
    return like.astype(np.float64)
