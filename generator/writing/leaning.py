"""Which way what a lens saw points, and how that stands to the stance."""

import re
from collections.abc import Mapping
from typing import Literal

from generator.model.market import MarketFact

Leans = Literal["for", "against", "neither"]
# A lens -> the role whose sign says which way it points.
SIGNED = {
    "move_rank": "move",
    "day_of_year": "day",
    "week_rank": "move",
    "all_extreme": "move",
    "without_day": "part",
    "benchmark_explains": "residual",
    "lead_extreme": "lead",
    "hole": "move",
    "long_run": "gap",
    "streak": "move",
}
EDGES = {  # a lens on highs and lows -> the roles whose metric says which it is
    "extreme_since": ("since", "extreme"),
    "ratio_extreme": ("since", "count"),
}
WORD = re.compile(r"[a-z]+")
DOWNWARD = frozenset({"refund", "drawdown_speed"})  # a fall, whichever figure tells it
WAYS = {"Bullish": 1, "Bearish": -1}


def leans(lens: str, facts: Mapping[str, MarketFact], stance: str) -> Leans:
    """Whether what was seen speaks for the stance, against it or for no side."""
    way, points = WAYS.get(stance, 0), _points(lens, facts)
    if not way or not points:
        return "neither"
    return "for" if points == way else "against"


def _points(lens: str, facts: Mapping[str, MarketFact]) -> int:
    """1 upward, -1 downward, 0 where the lens points nowhere."""
    if lens in DOWNWARD:
        return -1
    edges = [facts[role] for role in EDGES.get(lens, ()) if role in facts]
    if edges:
        words = WORD.findall(edges[0].metric)
        return int("high" in words) - int("low" in words)
    fact = facts.get(SIGNED.get(lens, ""))
    return int(fact.value > 0) - int(fact.value < 0) if fact else 0
