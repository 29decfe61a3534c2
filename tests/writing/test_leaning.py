"""Which way what a lens saw points, and how that stands to the stance."""

from dataclasses import replace

import pytest

from generator.model.facts import PriceFact
from generator.writing.leaning import leans
from tests.writing.lens_days import fact

LOW = fact("low.all", 1313.44, "points")


def test_a_gain_speaks_for_a_bullish_stance_and_against_a_bearish_one() -> None:
    seen = {"move": fact("return.1", 0.036)}
    assert leans("move_rank", seen, "Bullish") == "for"
    assert leans("move_rank", seen, "Bearish") == "against"
    assert leans("move_rank", seen, "Neutral") == "neither"


@pytest.mark.parametrize(
    ("lens", "role", "one"),
    [
        ("without_day", "part", fact("without_day.21", -0.0177)),
        ("extreme_since", "since", fact("low_since", 61.0, "count")),
        ("extreme_since", "extreme", replace(LOW, metric="low.all")),
        ("ratio_extreme", "since", fact("ratio_low_since.spx", 302.0, "count")),
        ("refund", "climb", fact("climb_sessions", 180.0, "count")),
    ],
)
def test_what_fell_speaks_for_a_bearish_stance(
    lens: str, role: str, one: PriceFact
) -> None:
    assert leans(lens, {role: one}, "Bearish") == "for"
    assert leans(lens, {role: one}, "Bullish") == "against"


def test_a_lens_without_a_side_speaks_for_none() -> None:
    seen = {"size": fact("mean_size.1", 0.004)}
    assert leans("dispersion", seen, "Bullish") == "neither"
