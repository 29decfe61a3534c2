"""Kinds: the table of states in which past days may be like the last one.

A state is one function and one line of `STATES`.
"""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from generator.market.deep.aftermath import Past
from generator.market.deep.conditions import (
    State,
    bench_highest,
    highest,
    highest_narrow,
    implied_end,
    implied_level,
    lead_end,
    narrow,
    ratio_end,
)
from generator.market.deep.days import (
    hole,
    hole_day,
    large_day,
    large_week,
    opening_gap,
    sided_day,
    unusual,
)

WEEK, MONTH = 5, 21  # sessions of a lead


class Kind(NamedTuple):
    """A line of the table: how the state is found, and what a lens tells of it.

    `says` names such days in prose. States of one `family` say nearly the same, so
    two of them are no joint novelty.
    """

    look: Callable[[Past], State | None]
    says: str
    family: str
    sequel: str = "up"
    horizon: int = 10


STATES: dict[str, Kind] = {
    "move": Kind(unusual, "days as unusual", "day"),
    "highest": Kind(highest, "closes that were the highest so far", "price"),
    "bench_highest": Kind(
        bench_highest,
        "the benchmark's closes that were its highest so far",
        "price",
        "ahead",
    ),
    "narrow": Kind(narrow, "ranges as narrow", "range", "swing"),
    "highest_narrow": Kind(
        highest_narrow, "highest closes on ranges as narrow", "range", "swing"
    ),
    "implied_level": Kind(
        implied_level, "implied volatility at that level", "implied", horizon=21
    ),
    "implied_high": Kind(
        partial(implied_end, sign=1),
        "implied volatility as high in its past",
        "implied",
        horizon=21,
    ),
    "implied_low": Kind(
        partial(implied_end, sign=-1),
        "implied volatility as low in its past",
        "implied",
        horizon=21,
    ),
    "ratio_high": Kind(
        partial(ratio_end, sign=1),
        "the ratio to the benchmark at a year's high",
        "rival",
        "ahead",
        horizon=21,
    ),
    "ratio_low": Kind(
        partial(ratio_end, sign=-1),
        "the ratio to the benchmark at a year's low",
        "rival",
        "ahead",
        horizon=21,
    ),
    "lead_high_5": Kind(
        partial(lead_end, count=WEEK, sign=1),
        "weeks as far ahead of the benchmark",
        "rival",
        "ahead",
    ),
    "lead_low_5": Kind(
        partial(lead_end, count=WEEK, sign=-1),
        "weeks as far behind the benchmark",
        "rival",
        "ahead",
    ),
    "lead_high_21": Kind(
        partial(lead_end, count=MONTH, sign=1),
        "months as far ahead of the benchmark",
        "rival",
        "ahead",
    ),
    "lead_low_21": Kind(
        partial(lead_end, count=MONTH, sign=-1),
        "months as far behind the benchmark",
        "rival",
        "ahead",
    ),
    "gap_up": Kind(partial(opening_gap, sign=1), "opens as far above", "day"),
    "gap_down": Kind(partial(opening_gap, sign=-1), "opens as far below", "day"),
    "hole_up": Kind(partial(hole, sign=1), "holes left below the range", "day"),
    "hole_down": Kind(partial(hole, sign=-1), "holes left above the range", "day"),
    "hole_rise": Kind(partial(hole_day, sign=1), "gains that left a hole", "day"),
    "hole_fall": Kind(partial(hole_day, sign=-1), "falls that left a hole", "day"),
    "day_up": Kind(partial(large_day, sign=1), "gains as large", "day"),
    "day_down": Kind(partial(large_day, sign=-1), "falls as large", "day"),
    "day_up_above": Kind(
        partial(sided_day, sign=1, side=1), "gains as large above the mean", "day"
    ),
    "day_up_below": Kind(
        partial(sided_day, sign=1, side=-1), "gains as large below the mean", "day"
    ),
    "day_down_above": Kind(
        partial(sided_day, sign=-1, side=1), "falls as large above the mean", "day"
    ),
    "day_down_below": Kind(
        partial(sided_day, sign=-1, side=-1), "falls as large below the mean", "day"
    ),
    "week_gain": Kind(partial(large_week, sign=1), "weeks of as large a gain", "week"),
    "week_loss": Kind(partial(large_week, sign=-1), "weeks of as large a loss", "week"),
}
