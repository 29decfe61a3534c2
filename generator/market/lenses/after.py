"""Lenses on what followed earlier days in the same state."""

import math

from generator.market.lenses.seen import Seen
from generator.model.market import Insight


def precedent(seen: Seen) -> Insight | None:
    """What followed earlier days as unusual as the last, beside the base rate."""
    names = ("precedent.episodes", "precedent_up.10", "base_up.10")
    cases, up, base = (seen.value(name) for name in names)
    if not cases or up is None or base is None or not 0 < base < 1:
        return None
    roles = seen.named(
        move="return.1", count="precedent.n", episodes="precedent.episodes",
        up="precedent_up.10", base="base_up.10", mean="precedent_mean.10",
        base_mean="base_mean.10",
    )  # fmt: skip
    # The chance that as many days taken at random end nearer to the base rate.
    spread = (base * (1 - base) / cases) ** 0.5
    surprise = math.erf(abs(up - base) / spread / 2**0.5)
    why = "what followed days as unusual, beside the base rate; no forecast"
    return seen.insight("precedent", roles, surprise, why)
