"""What kind of day it was."""

import pytest

from generator.model.facts import PriceFact
from generator.writing.register import register
from tests.writing.lens_days import fact


def a_day(z: float, close: float = 100.0, fear: float = 50.0) -> dict[str, PriceFact]:
    """The slots of a day of so many usual days, under a highest close of 110."""
    return {
        "zscore_1": fact("zscore.1", z, "sigmas"),
        "close": fact("close", close, "points"),
        "high_all": fact("high.all", 110.0, "points"),
        "vix_percentile_252": fact("percentile.252", fear, "percentile"),
        "return_21": fact("return.21", 0.09),
        "usual_1": fact("usual.1", 0.01),
    }


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        (a_day(-3.2), "crash"),
        (a_day(-2.2, fear=99), "crash"),
        (a_day(-2.2), "fall"),
        (a_day(2.4), "rally"),
        (a_day(0.3), "quiet"),
        (a_day(0.3, close=110), "record"),
        (a_day(2.4, close=110), "record"),
        (a_day(3.1, close=110), "rally"),
        (a_day(1.0), "plain"),
    ],
)
def test_a_day_has_one_kind(day: dict[str, PriceFact], kind: str) -> None:
    assert register(day) == kind


def test_a_month_that_went_nowhere_is_a_range() -> None:
    still = a_day(1.0) | {"return_21": fact("return.21", 0.01)}
    assert register(still) == "range"
