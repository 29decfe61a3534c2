"""What holds for every feature of the table, on walks that hypothesis chooses."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import market
from generator.market.features import (
    FEATURES,
    Column,
    frames_of,
    month_season,
)
from generator.market.indicators import Floats
from tests.builders import a_price_file
from tests.market.features.panels import (
    a_frame,
    a_torn_panel,
    a_walk,
    scaled,
    taken,
    until,
    with_closes,
)
from tests.market.scenes import lone

seeds = st.integers(0, 2**32 - 1)
CUTS = 50
COUNTED = ("sessions", "count")  # units of what is counted and never rounded


def differing(found: Floats, told: Floats) -> bool:
    """Whether any bit differs, signs of zero and NaN aside."""
    return not np.array_equal(found, told, equal_nan=True)


def cut_dates(columns: Sequence[Column], seed: int) -> list[np.datetime64]:
    """Fifty dates of the panel, the earliest ones too."""
    days = columns[0].bars.dates
    chance = np.random.default_rng(seed)
    return list(chance.choice(days, CUTS, replace=False))


@settings(max_examples=2, deadline=None)
@given(seeds)
def test_no_feature_knows_of_later_rows(seed: int) -> None:
    columns = a_torn_panel(seed)
    whole = frames_of(columns)
    for day in cut_dates(columns, seed):
        known = frames_of([until(column, day) for column in columns])
        rows = known.wide.ends
        ahead = [
            name
            for name in FEATURES
            for number, end in enumerate(rows)
            if differing(known[name][:end, number], whole[name][:end, number])
        ]
        assert not ahead, (day, set(ahead))


@settings(max_examples=2, deadline=None)
@given(seeds)
def test_no_season_knows_of_later_rows(seed: int) -> None:
    columns = a_torn_panel(seed)
    name, whole = columns[0].name, frames_of(columns)
    for day in cut_dates(columns, seed):
        known = frames_of([until(column, day) for column in columns])
        row = int(known.wide.ends[0]) - 1
        assert month_season(known, name, row) == month_season(whole, name, row)


@settings(max_examples=5, deadline=None)
@given(seeds, st.integers(-6, 6))
def test_prices_twice_as_high_scale_what_is_told_in_prices_and_nothing_else(
    seed: int, power: int
) -> None:
    columns = [one for one in a_torn_panel(seed) if one.kind != "rate"]
    times = 2.0**power  # exact, so that even what is counted may not flip
    found = frames_of([scaled(column, times) for column in columns])
    told = frames_of(columns)
    wrong = [
        name
        for name, line in FEATURES.items()
        if differing(found[name], told[name] * (times if line.unit == "price" else 1))
    ]
    assert not wrong


@settings(max_examples=5, deadline=None)
@given(seeds, st.floats(0.01, 100))
def test_any_other_scale_does_so_but_for_rounding(seed: int, times: float) -> None:
    columns = [one for one in a_torn_panel(seed) if one.kind != "rate"]
    found = frames_of([scaled(column, times) for column in columns])
    told = frames_of(columns)
    for name, line in FEATURES.items():
        if line.unit not in COUNTED:
            factor = times if line.unit == "price" else 1
            np.testing.assert_allclose(
                found[name], told[name] * factor, rtol=1e-7, atol=1e-9, err_msg=name
            )


UNMOVED = (  # differences of prices, and what is counted from comparing them
    "change.1 change.5 change.21 true_range atr.14 range close_in_range macd "
    "macd_signal macd_histogram slope.50 rsi.14 rsi_divergence.14 band_place.20 "
    "band_run.20 band_back.20 band_since.20 channel_run.20 channel_back.20 "
    "channel_since.20 channel_run.55 channel_back.55 channel_since.55 run_above.50 "
    "run_below.50 run_ended.50 run_above.200 run_below.200 run_ended.200 cross.50.200 "
    "streak_up streak_down drawdown_sessions volume_ratio.1.20 volume_ratio.5.20 "
    "volume_zscore.20"
).split()
RAISED = (
    "sma.20 sma.50 sma.125 sma.200 ema.12 ema.20 ema.26 ema.50 band_upper.20 "
    "band_lower.20 channel_upper.20 channel_lower.20 channel_upper.55 "
    "channel_lower.55 high.all low.all high.252 low.252 prior_high.all prior_low.all "
    "prior_high.252 prior_low.252"
).split()


@settings(max_examples=5, deadline=None)
@given(seeds, st.integers(1, 5000))
def test_prices_shifted_by_a_constant_shift_the_lines_and_not_what_lies_between(
    seed: int, up: int
) -> None:
    closes = np.round(a_walk(320, seed=seed).bars.close * 64) / 64  # exact when moved
    told = a_frame(with_closes(a_walk(320, seed=seed), closes, 0.5))
    found = a_frame(with_closes(a_walk(320, seed=seed), closes + up, 0.5))
    for names, more in ((UNMOVED, 0), (RAISED, up)):
        for name in names:
            np.testing.assert_allclose(
                found[name], told[name] + more, rtol=1e-7, atol=1e-7, err_msg=name
            )


@settings(max_examples=4, deadline=None)
@given(seeds, st.permutations(range(8)))
def test_the_order_of_symbols_changes_no_bit(seed: int, order: list[int]) -> None:
    columns = a_torn_panel(seed)
    told = frames_of(columns)
    found = frames_of([columns[number] for number in order])
    wrong = [n for n in FEATURES if differing(found[n], told[n][:, order])]
    assert not wrong


@settings(max_examples=2, deadline=None)
@given(seeds)
def test_a_symbol_alone_has_the_values_it_has_among_others(seed: int) -> None:
    columns = a_torn_panel(seed)
    told = frames_of(columns)
    for number, column in enumerate(columns):
        found, end = frames_of([column]), len(column.bars)
        wrong = [
            name
            for name in FEATURES
            if differing(found[name][:, 0], told[name][:end, number])
        ]
        assert not wrong, column.name


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_order_of_a_files_rows_changes_no_bit(tmp_path: Path, seed: int) -> None:
    bars = a_walk(300, seed=seed).bars
    rows = [line.decode().strip().split(",") for line in bars.lines()]
    mixed = [rows[row] for row in np.random.default_rng(seed).permutation(len(rows))]
    found, told = (
        frames_of([column_in(tmp_path / name, lines)])
        for name, lines in (("mixed", mixed), ("sorted", rows))
    )
    assert not [name for name in FEATURES if differing(found[name], told[name])]


def column_in(folder: Path, rows: list[list[str]]) -> Column:
    """The column of a price file with those rows."""
    a_price_file(folder, "RUT", rows)
    bars = market.load([folder], {"RUT": lone()}).bars["RUT"][0]
    return replace(a_walk(1), bars=bars, places=np.arange(len(bars)))


@pytest.fixture(scope="module")
def walk() -> Floats:
    """Which rows of a whole walk have a value, by feature."""
    frames = a_frame(a_walk(420, seed=7))
    return np.array([np.isfinite(frames[name][:, 0]) for name in FEATURES])


@pytest.mark.parametrize(("number", "name"), list(enumerate(FEATURES)))
def test_nothing_is_told_before_the_warm_up_and_all_after_it(
    walk: Floats, number: int, name: str
) -> None:
    bars = FEATURES[name].bars
    assert not walk[number, : bars - 1].any()
    late = name.startswith(("band_since", "channel_since", "return.qtd", "return.ytd"))
    first = 300 if late else bars - 1  # a break or a quarter must have come first
    late_week = name in ("return.wtd", "return.mtd")
    assert walk[number, max(first, 30 if late_week else 0) :].all()


def test_too_few_bars_tell_nothing_and_break_nothing() -> None:
    for rows in (0, 1, 2, 13, 14, 15, 49, 100):
        frames = a_frame(a_walk(rows))
        for name, line in FEATURES.items():
            assert frames[name].shape == (rows, 1)
            assert not np.isfinite(frames[name][: line.bars - 1]).any()


def test_what_is_missing_in_one_column_is_missing_there_alone() -> None:
    whole, torn = a_walk(300, name="A"), taken(a_walk(300, name="B"), slice(0, 40))
    found, told = a_frame(whole, torn), a_frame(whole)
    assert not [
        name for name in FEATURES if differing(found[name][:, 0], told[name][:, 0])
    ]
