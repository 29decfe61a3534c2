"""The wide panel and its frames: what stands where, and what is kept."""

from dataclasses import replace

import numpy as np
import pytest

from generator.market.features import FEATURES, Wide, frames_of
from generator.market.features.frames import Frames
from generator.market.indicators import Floats
from tests.market.features.panels import a_frame, a_torn_panel, a_walk, taken, values

UNITS = {"price", "ratio", "index", "sigmas", "sessions", "times", "count"}
LONG, SHORT = a_walk(50, name="LONG"), taken(a_walk(50, name="SHORT"), slice(30, None))


def test_columns_begin_on_the_first_row_with_their_own_bars() -> None:
    wide = Wide.of([LONG, SHORT])
    assert wide.close.shape == (50, 2)
    assert wide.close[:20, 1].tolist() == SHORT.bars.close.tolist()
    assert np.isnan(wide.close[20:, 1]).all()
    assert wide.places[:, 1].tolist() == [*range(30, 50), *[-1] * 30]
    assert wide.ends.tolist() == [50, 20]


def test_no_columns_are_a_panel_too() -> None:
    assert frames_of([])["sma.50"].shape == (0, 0)


def test_nothing_is_told_after_a_columns_last_bar() -> None:
    frames = frames_of(a_torn_panel(3))
    for number, end in enumerate(frames.wide.ends):
        for name in FEATURES:
            assert np.isnan(frames[name][end:, number]).all(), name


def test_a_value_is_found_by_name_feature_and_row() -> None:
    frames = a_frame(LONG, SHORT)
    told = float(SHORT.bars.close[19] / SHORT.bars.close[18] - 1)
    assert frames.at("SHORT", "return.1", 19) == pytest.approx(told)
    column = frames.column("LONG", "return.1", 9)
    assert column.tolist()[1:] == frames["return.1"][1:10, 0].tolist()
    assert np.isnan(frames.at("LONG", "sma.50", 48))


def test_a_feature_is_computed_once_and_cannot_be_written_to() -> None:
    frames = a_frame(LONG)
    assert frames["sma.20"] is frames["sma.20"]
    with pytest.raises(ValueError, match="read-only"):
        frames["sma.20"][0] = 1.0


def test_what_a_function_gives_is_kept_by_its_arguments() -> None:
    calls: list[int] = []

    def times(frames: Frames, count: int) -> Floats:
        calls.append(count)
        return frames.wide.close * count

    frames = a_frame(LONG)
    assert frames.of(times, 2) is frames.of(times, 2)
    frames.of(times, 3)
    assert calls == [2, 3]


def test_a_column_goes_on_from_another_if_no_bar_of_it_changed() -> None:
    part = taken(LONG, slice(0, 40))
    assert part.begins(LONG)
    assert not LONG.begins(part)
    assert not SHORT.begins(LONG)
    close = LONG.bars.close.copy()
    close[10] += 0.01
    assert not part.begins(replace(LONG, bars=replace(LONG.bars, close=close)))
    assert not part.begins(replace(LONG, kind="rate"))
    assert not part.begins(replace(LONG, places=np.delete(np.arange(51), 20)))


def test_traded_prices_that_begin_elsewhere_are_other_prices() -> None:
    walk = a_walk(600, priced_from=100)
    part = replace(taken(walk, slice(0, 500)), priced_from=90)
    assert not part.begins(walk)
    # Neither is told in prices before row 251: nothing differs yet.
    assert replace(taken(walk, slice(0, 300)), priced_from=90).begins(walk)


def test_each_feature_says_what_it_is() -> None:
    for name, line in FEATURES.items():
        assert name == line.name
        assert line.unit in UNITS, name
        assert line.bars >= 1
        assert line.formula.strip(". ") == line.formula != "", name
        assert line.source, name
    assert len(set(FEATURES)) == len(FEATURES) > 100


def test_a_place_is_no_row() -> None:
    column = replace(LONG, places=LONG.places + 5000)
    for name in ("return.5", "sma.20", "streak_up", "zscore_sd.1"):
        np.testing.assert_array_equal(values(column, name), values(LONG, name))
