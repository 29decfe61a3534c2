"""Means, channels, extremes, RSI, ranges and volumes, counted by hand."""

from dataclasses import replace

import numpy as np
import pytest

from generator.market.features import Column
from generator.market.features.windows import deviation, line_slope, window_sum
from generator.market.indicators import Floats
from tests.market.features.panels import a_column, a_walk, taken, values

FLAT = [100.0] * 60


def with_field(column: Column, field: str, *rows: int) -> Column:
    """The column without that field on these rows."""
    found = getattr(column.bars, field).copy()
    found[list(rows)] = np.nan
    return replace(column, bars=replace(column.bars, **{field: found}))


def tail(column: Column, feature: str, count: int) -> list[float]:
    """The last values of a feature."""
    found: list[float] = values(column, feature)[-count:].tolist()
    return found


def missing(column: Column, row: int) -> Column:
    """The column without the bar of one session."""
    return taken(column, np.delete(np.arange(len(column.bars)), row))


# --- means


def test_a_window_sum_holds_no_rounding_of_rows_before_it() -> None:
    numbers = np.array([[1e16], [1.0], [0.1], [0.2]])
    assert window_sum(numbers, 2)[-1, 0] == 0.1 + 0.2
    assert np.isnan(window_sum(numbers, 5)).all()


def test_equal_values_deviate_by_nothing_at_all() -> None:
    assert (deviation(np.full((90, 1), 0.1), 60)[59:] == 0).all()


def test_a_slope_is_that_of_the_line() -> None:
    numbers = 3.0 * np.arange(40.0)[:, None] + 7
    np.testing.assert_allclose(line_slope(numbers, 20)[19:], 3.0)


def test_a_mean_of_a_broken_window_is_not_told_and_later_ones_are() -> None:
    found = values(missing(a_walk(200), 100), "sma.50")
    assert np.isfinite(found[49:100]).all()
    assert np.isnan(found[100:149]).all()
    assert np.isfinite(found[149:]).all()


def test_runs_go_on_through_a_missing_session_but_are_told_when_it_is_past() -> None:
    rising = [100.0 + n for n in range(200)]
    found = values(missing(a_column(rising), 100), "run_above.50")
    assert found[99] == 51
    assert np.isnan(found[100:149]).all()
    assert found[149] == 101


def test_a_close_counts_on_one_side_of_its_mean_only() -> None:
    column = a_column([*FLAT, 101, 102, 103, 50, 100])
    assert tail(column, "run_above.50", 6) == [0, 1, 2, 3, 0, 1]
    assert tail(column, "run_below.50", 6) == [0, 0, 0, 0, 1, 0]
    assert tail(column, "run_ended.50", 6) == [0, 0, 0, 0, 3, 1]


def test_a_golden_cross_is_the_first_session_of_a_run() -> None:
    closes = [100.0] * 150 + [90.0] * 60 + [150.0] * 30
    found = values(a_column(closes), "cross.50.200")
    row = int(np.flatnonzero(found == 1)[0])
    assert row > 210
    assert found[row - 1] < 0
    assert found[row + 1] == 2


def test_the_means_slope_is_a_share_of_it() -> None:
    column = a_column([100.0 + n for n in range(120)])
    assert tail(column, "slope.50", 1) == pytest.approx([1.0])
    share = 1 / values(column, "sma.50")[-1]
    assert tail(column, "slope_share.50", 1) == pytest.approx([share])


# --- channels


def test_a_broken_channel_is_counted_until_the_close_is_back_inside() -> None:
    column = a_column([*FLAT, 105, 106, 104, 100, 100])  # highs are 1 above closes
    assert tail(column, "channel_upper.20", 5) == [101, 106, 107, 107, 107]
    assert tail(column, "channel_run.20", 6) == [0, 1, 2, 3, 0, 0]
    assert tail(column, "channel_back.20", 6) == [0, 0, 0, 0, 3, 0]
    assert tail(column, "channel_since.20", 5) == [0, 1, 2, 3, 4]
    assert np.isnan(values(column, "channel_since.20")[-6])


def test_a_break_below_is_counted_in_minus() -> None:
    column = a_column([*FLAT, 95, 94, 99.5])
    assert tail(column, "channel_run.55", 3) == [-1, -2, 0]
    assert tail(column, "channel_back.55", 3) == [0, 0, -2]


def test_a_break_that_lasts_as_long_as_the_channel_is_over() -> None:
    column = a_column([*FLAT, *[105.0] * 25])
    assert tail(column, "channel_run.20", 25) == [*range(1, 21), 0, 0, 0, 0, 0]
    assert not any(tail(column, "channel_back.20", 25))


def test_a_channel_without_a_high_is_not_told() -> None:
    found = values(with_field(a_walk(100), "high", 50), "channel_upper.20")
    assert np.isnan(found[51:71]).all()
    assert np.isfinite(found[71:]).all()


def test_the_bands_are_left_and_entered_again() -> None:
    closes = [100.0 + n % 2 for n in range(60)]
    column = a_column([*closes, 110, 111, 101, 80, 101])
    assert tail(column, "band_run.20", 6) == [0, 1, 2, 0, -1, 0]
    assert tail(column, "band_back.20", 6) == [0, 0, 0, 2, 0, -1]
    assert tail(column, "band_since.20", 5) == [0, 0, 1, 0, 1]
    upper, lower = (
        values(column, f"band_{side}.20")[-1] for side in ("upper", "lower")
    )
    place = (101 - lower) / (upper - lower)
    assert tail(column, "band_place.20", 1) == pytest.approx([place])


def test_bands_without_width_have_no_place_between_them() -> None:
    column = a_column(FLAT)
    assert tail(column, "band_width.20", 1) == [0]
    assert np.isnan(values(column, "band_place.20")).all()


# --- extremes


def test_a_break_of_the_record_is_seen_against_the_one_before() -> None:
    column = a_column([100.0, 110, 105, 121])
    assert tail(column, "high.all", 2) == [110, 121]
    assert tail(column, "prior_high.all", 2) == [110, 110]
    assert tail(column, "prior_high_gap.all", 1) == pytest.approx([0.1])
    assert tail(column, "prior_low_gap.all", 1) == pytest.approx([0.21])
    assert tail(column, "drawdown", 2) == pytest.approx([105 / 110 - 1, 0])


def test_a_years_extremes_are_those_of_252_sessions() -> None:
    column = a_column([500.0, *[100.0 + n / 100 for n in range(252)], 99])
    assert tail(column, "high.252", 2) == [102.51, 102.51]
    assert tail(column, "prior_high.252", 2) == [500, 102.51]
    assert tail(column, "prior_low.252", 1) == [100]


def test_sessions_since_the_top_are_counted_by_the_calendar() -> None:
    column = missing(a_column([5.0, 9, 9, 8, 7, 6]), 4)
    assert values(column, "drawdown_sessions").tolist() == [0, 0, 0, 1, 3]


def test_gauges_have_no_drawdown() -> None:
    for kind in ("rate", "volatility"):
        assert np.isnan(values(a_walk(9, kind=kind), "drawdown")).all()
        assert np.isnan(values(a_walk(9, kind=kind), "drawdown_sessions")).all()


# --- RSI


def test_rsi_of_a_price_that_never_moved_is_50_and_of_one_that_only_rose_100() -> None:
    assert tail(a_column([7.0] * 260), "rsi.14", 1) == [50]
    assert tail(a_column([7.0 + n for n in range(260)]), "rsi.14", 1) == [100]


def test_a_high_without_a_high_of_the_rsi_diverges() -> None:
    before = [100.0 + n % 2 for n in range(260)]
    climb = [103.0, 106, 109, 112]
    weak = [*climb, 110, 108, 110, 109, 112.1]
    column = a_column([*before, *weak])
    assert tail(column, "rsi_divergence.14", 1) == [-1]
    assert tail(a_column([*before, *climb]), "rsi_divergence.14", 1) == [0]
    mirrored = a_column([250 - close for close in (*before, *weak)])
    assert tail(mirrored, "rsi_divergence.14", 1) == [1]


# --- ranges


def slow_atr(column: Column, first: int) -> float:
    """Wilder's own recipe, from one row to the last."""
    bars = column.bars
    ranges = [
        max(bars.high[row], bars.close[row - 1])
        - min(bars.low[row], bars.close[row - 1])
        for row in range(first, len(bars))
    ]
    average = sum(ranges[:14]) / 14
    for size in ranges[14:]:
        average = (average * 13 + size) / 14
    return float(average)


def test_the_average_range_begins_anew_after_a_missing_high() -> None:
    column = with_field(a_walk(260), "high", 120)
    found = values(column, "atr.14")
    assert np.isfinite(found[100:120]).all()
    assert np.isnan(found[120:220]).all()
    assert found[220] == pytest.approx(slow_atr(taken(column, slice(0, 221)), 121))
    assert found[-1] == pytest.approx(slow_atr(column, 121))


def test_a_missing_high_poisons_nothing_that_does_not_use_it() -> None:
    whole, torn = a_walk(300), with_field(a_walk(300), "high", 200)
    for name in ("sma.50", "rsi.14", "band_upper.20", "volatility.20", "drawdown"):
        np.testing.assert_array_equal(values(torn, name), values(whole, name))


def test_a_price_without_a_range_has_no_average_one_and_no_place_in_it() -> None:
    column = a_column([7.0] * 120, spread=0)
    assert np.isnan(values(column, "atr.14")).all()
    assert np.isnan(values(column, "close_in_range")).all()


def test_a_coins_year_has_365_days() -> None:
    coin, stock = a_walk(90, kind="coin"), a_walk(90)
    for name in ("volatility.20", "volatility.60"):
        times = values(coin, name)[-1] / values(stock, name)[-1]
        assert times == pytest.approx((365 / 252) ** 0.5)


def test_volatility_needs_each_return_of_its_window() -> None:
    found = values(missing(a_walk(100), 50), "volatility.20")
    assert np.isnan(found[50:70]).all()
    assert np.isfinite(found[70:]).all()


# --- volumes


def test_volume_is_beside_the_twenty_sessions_before_it() -> None:
    column = a_walk(30)
    volume = np.array([100.0] * 25 + [300.0] * 5)
    column = replace(column, bars=replace(column.bars, volume=volume))
    assert values(column, "volume_ratio.1.20")[25] == 3
    assert values(column, "volume_ratio.5.20")[29] == 3
    assert np.isnan(values(column, "volume_zscore.20")[25])  # all equal before it


def test_a_volumes_score_leaves_its_own_session_out() -> None:
    sizes = np.log(a_walk(40).bars.volume)
    before = sizes[19:39]
    told = (sizes[39] - before.mean()) / before.std(ddof=1)
    assert tail(a_walk(40), "volume_zscore.20", 1) == pytest.approx([told])


def test_an_absent_volume_is_missed_for_twenty_sessions() -> None:
    found = values(with_field(a_walk(60), "volume", 30), "volume_ratio.1.20")
    assert np.isfinite(found[20:30]).all()
    assert np.isnan(found[30:51]).all()
    assert np.isfinite(found[51:]).all()


# --- adjusted prices

TOLD_IN_PRICES = (
    "sma.50 sma_gap.50 ema.12 run_above.50 macd band_upper.20 band_run.20 high.all "
    "drawdown channel_upper.20 channel_run.20 atr.14 slope.50 prior_high_gap.all"
).split()


@pytest.mark.parametrize("name", TOLD_IN_PRICES)
def test_adjusted_closes_are_told_in_prices_after_a_year_of_traded_ones(
    name: str,
) -> None:
    adjusted = a_walk(600, priced_from=200)
    found = values(adjusted, name)
    assert np.isnan(found[:451]).all()
    assert np.isfinite(found[451:]).all()


def test_adjusted_closes_know_nothing_of_those_before() -> None:
    adjusted, later = a_walk(600, priced_from=200), taken(a_walk(600), slice(200, None))
    for name in TOLD_IN_PRICES:
        if name in {"channel_run.20", "atr.14"}:
            continue  # the first true range reaches back to the close before it
        found, told = values(adjusted, name)[451:], values(later, name)[251:]
        np.testing.assert_array_equal(found, told, err_msg=name)


def test_returns_and_volatility_do_not_need_traded_prices() -> None:
    adjusted: Floats
    for name in ("return.252", "rsi.14", "volatility.20", "trend.125", "zscore.1"):
        adjusted = values(a_walk(400, priced_from=400), name)
        np.testing.assert_array_equal(adjusted, values(a_walk(400), name))
