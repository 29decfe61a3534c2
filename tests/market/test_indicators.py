"""Indicators against slow implementations that anyone can read."""

import random
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.market import indicators
from generator.market.indicators import Floats

WALK = np.array([100 + 10 * random.Random(day).gauss(0, 1) for day in range(400)])  # noqa: S311
PLACES = np.arange(len(WALK))
values = st.lists(st.floats(1, 1000), min_size=1, max_size=300)


def test_a_true_range_reaches_to_the_close_before() -> None:
    high, low, before = (np.array([one]) for one in (12.0, 11.0, 9.0))
    assert indicators.true_ranges(high, low, before)[0] == 3


def test_a_mean_is_that_of_the_last_values_and_of_no_fewer() -> None:
    means = indicators.mean(WALK, 50)
    assert np.isnan(means[48])
    assert means[-1] == pytest.approx(sum(WALK[-50:].tolist()) / 50, rel=1e-14)
    assert np.isnan(indicators.mean(WALK[:49], 50)).all()


def test_what_fades_is_the_running_sum_step_by_step() -> None:
    total, slow = 0.0, []
    for value in WALK.tolist():
        total = 0.9 * total + value
        slow.append(total)
    np.testing.assert_allclose(indicators.faded(WALK, 0.9), slow, rtol=1e-13)


def test_the_decayed_mean_weighs_a_move_half_after_its_half_life() -> None:
    moves = np.array([2.0, *[0.0] * 8])
    weights = [0.5 ** (age / 8) for age in range(9)]
    expected = (4 * weights[8] / sum(weights)) ** 0.5
    assert indicators.decayed(moves, 8)[-1] == pytest.approx(expected)


@given(values, st.integers(1, 60))
def test_percentiles_are_shares_of_the_past_at_or_below(
    numbers: list[float], last: int
) -> None:
    array = np.array(numbers * (1 + 252 // len(numbers)))
    found = indicators.percentiles(array, last)
    for back in range(1, min(last, len(array)) + 1):
        past = array[: len(array) - back + 1]
        if len(past) >= 252:
            share = 100 * sum(one <= past[-1] for one in past) / len(past)
            assert found[-back] == pytest.approx(share)
        else:
            assert np.isnan(found[-back])


def test_a_percentile_skips_what_is_not_there() -> None:
    holed = np.concatenate([np.arange(300.0), [np.nan, 150.0]])
    found = indicators.percentiles(holed, 3)
    assert found[0] == 100
    assert np.isnan(found[1])
    assert found[2] == pytest.approx(100 * 152 / 301)


@given(values)
def test_all_indicators_are_blind_to_later_rows(numbers: list[float]) -> None:
    whole, part = np.array(numbers), np.array(numbers[: len(numbers) // 2 + 1])
    functions: list[Callable[[Floats], Floats]] = [
        lambda x: indicators.mean(x, 5),
        lambda x: indicators.decayed(x, 8),
        lambda x: indicators.faded(x, 0.9),
        lambda x: indicators.returns(x, np.arange(len(x)), 3),
        lambda x: indicators.slopes(x, x[::1] * 2, 5),
    ]
    for function in functions:
        np.testing.assert_array_equal(function(part), function(whole)[: len(part)])


def test_a_return_over_a_missing_session_is_not_there() -> None:
    closes, places = np.array([1.0, 2.0, 4.0]), np.array([0, 1, 3])
    found = indicators.returns(closes, places, 1)
    assert found[1] == 1
    assert np.isnan(found[2])
    assert indicators.returns(closes, places, 2)[2] == 1


def test_the_last_value_at_least_as_high_is_found() -> None:
    assert indicators.last_at_least(np.array([5.0, 3.0, 4.0, 1.0, 4.0])) == 2
    assert indicators.last_at_least(np.array([1.0, 2.0, 3.0])) == -1
    assert indicators.last_at_least(np.array([1.0])) == -1


def test_the_share_of_highs_counts_rows_above_all_before() -> None:
    steps: Floats = np.array([1.0, 2.0, 1.0, 3.0, 2.0, 2.0])
    assert indicators.share_of_highs(steps, 2) == pytest.approx(1 / 4)
    assert indicators.share_of_highs(np.array([1.0, 2.0]), 5) == 0.5


def test_a_slope_is_the_least_squares_one() -> None:
    against = WALK[:60] - WALK[:60].mean()
    subject = 1.2 * against + np.sin(PLACES[:60])
    expected = np.polyfit(against, subject, 1)[0]
    assert indicators.slopes(subject, against, 60)[-1] == pytest.approx(expected)
    assert np.isnan(indicators.slopes(subject, np.ones(60), 60)[-1])
