"""Lenses on an instrument beside its benchmark and its implied volatility."""

import numpy as np

from generator.market.indicators import Floats, share_of_highs
from generator.market.lenses.past import beyond
from generator.market.lenses.seen import Seen, rarity
from generator.market.relative import is_same_day, ratio_of, residuals
from generator.market.view import YEAR, Pair
from generator.model.market import Insight, fact_id


def benchmark_explains(seen: Seen) -> Insight | None:
    """What of the last move the benchmark explains, and what is the subject's own."""
    for pair in seen.scene.benchmarks:
        name = pair.against.id
        own = seen.value(f"residual.1.{name}")
        if own is None or not is_same_day(pair):
            continue
        roles = seen.named(
            move="return.1", explained=f"explained.1.{name}",
            residual=f"residual.1.{name}", beta=f"beta.60.{name}",
        )  # fmt: skip
        bench = fact_id(name, "return.1")
        if bench in seen.figures:
            roles["bench_move"] = bench
        rare = beyond(np.abs(residuals(pair)))
        why = "what the benchmark does not explain is the instrument's own"
        return seen.insight("benchmark_explains", roles, 1 - rare, why)
    return None


def ratio_extreme(seen: Seen) -> Insight | None:
    """The ratio to a benchmark at its highest or lowest for a year or more."""
    for pair in seen.scene.benchmarks:
        name = pair.against.id
        for word in ("low", "high"):
            count = seen.value(f"ratio_{word}.{name}")
            since = seen.value(f"ratio_{word}_since.{name}")
            if max(count or 0, since or 0) < YEAR:
                continue
            values = ratio_of(pair) if word == "high" else -ratio_of(pair)
            roles = seen.named(
                ratio=f"ratio.{name}", since=f"ratio_{word}_since.{name}",
                count=f"ratio_{word}.{name}",
            )  # fmt: skip
            why = f"the ratio to its benchmark is as {word} as in a year or more"
            rare = share_of_highs(values, YEAR)
            return seen.insight("ratio_extreme", roles, 1 - rare, why)
    return None


def options_delivered(seen: Seen) -> Insight | None:
    """What options expect beside what the index delivered over 20 sessions."""
    pair = seen.scene.implied
    if pair is None or seen.value("implied_premium") is None:
        return None
    values = premiums(pair)
    place = rarity(-values)
    roles = seen.named(premium="implied_premium", delivered="volatility.20")
    close = fact_id(pair.against.id, "close")
    if close in seen.figures:
        roles["implied"] = close
    why = "implied volatility lies far from what was delivered"
    return seen.insight("options_delivered", roles, abs(1 - 2 * place), why)


def premiums(pair: Pair) -> Floats:
    """Implied volatility less the last 20 sessions' own, in points, where both are."""
    view = pair.subject
    spread = 100 * view.column("volatility.20")
    values = pair.against_closes[pair.both] - spread[pair.left[pair.both]]
    known: Floats = values[np.isfinite(values)]
    return known
