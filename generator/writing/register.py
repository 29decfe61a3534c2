"""What kind of day it was: a crash, a rally and a quiet day read differently."""

from collections.abc import Mapping
from typing import Literal

from generator.model.facts import LevelFact, PriceFact

Register = Literal["crash", "fall", "rally", "record", "quiet", "range", "plain"]
CRASH, LARGE, QUIET = 3.0, 2.0, 0.6  # usual days
PANIC = 98.0  # percentile of implied volatility in its year, as in T8
STILL = 0.5  # of the usual month: below it a month went nowhere


def register(slots: Mapping[str, object]) -> Register:
    """The first of the kinds that fits the day of a subject."""
    usual_days = _value(slots, "zscore_1")
    fear = _value(slots, "vix_percentile_252")
    if usual_days <= -LARGE:
        panic = usual_days <= -CRASH or fear > PANIC
        return "crash" if panic else "fall"
    record = _at_the_top(slots)
    if record and usual_days < CRASH:
        return "record"
    if usual_days >= LARGE:
        return "rally"
    if abs(usual_days) < QUIET:
        return "quiet"
    return "range" if _went_nowhere(slots) else "plain"


def _at_the_top(slots: Mapping[str, object]) -> bool:
    """Whether no close since the bars begin was higher."""
    close, high = _value(slots, "close"), _value(slots, "high_all")
    return 0 < high <= close


def _went_nowhere(slots: Mapping[str, object]) -> bool:
    month, day = _value(slots, "return_21"), _value(slots, "usual_1")
    return "return_21" in slots and abs(month) < STILL * day * 21**0.5


def _value(slots: Mapping[str, object], name: str) -> float:
    fact = slots.get(name)
    return fact.value if isinstance(fact, PriceFact | LevelFact) else 0.0
