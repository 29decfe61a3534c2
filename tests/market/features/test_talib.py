"""TA-Lib gives the same, to 1e-9, wherever it has the feature."""

from pathlib import Path

import numpy as np
import pytest

from bench.oracles import TALIB, apart, plain, talib_beta
from generator import market
from generator.market.features import Frames, frames_of
from generator.market.indicators import slopes
from tests.market.features.panels import a_walk
from tests.market.scenes import known_instruments

NEAR = 1e-9
WALKS = 500


@pytest.fixture(scope="module")
def walks() -> Frames:
    """500 walks of 600 bars."""
    return frames_of([a_walk(600, seed=n, name=str(n)) for n in range(WALKS)])


@pytest.fixture(scope="module")
def series(shared: Path) -> Frames:
    """All real series, each from its last hole in highs and lows on."""
    panel = market.load([shared / "prices"], known_instruments())
    return frames_of([plain(name, bars[0]) for name, bars in panel.bars.items()])


@pytest.mark.parametrize("feature", TALIB)
def test_500_walks_have_talibs_values_once_warm(walks: Frames, feature: str) -> None:
    assert np.isfinite(walks[feature][-1]).all()
    assert apart(walks, feature) <= NEAR


@pytest.mark.parametrize("feature", TALIB)
def test_real_series_have_talibs_values_once_warm(series: Frames, feature: str) -> None:
    assert len(series.wide.columns) >= 60
    assert np.isfinite(series[feature]).any(axis=0).sum() >= 20
    assert apart(series, feature) <= NEAR


@pytest.mark.parametrize("count", [60, 252])
def test_a_slope_of_returns_is_talibs_beta(walks: Frames, count: int) -> None:
    against = walks.wide.columns[0]
    for column in walks.wide.columns[1:60]:
        told = talib_beta(column.bars.close, against.bars.close, count)
        own, other = (
            np.diff(c.bars.close) / c.bars.close[:-1] for c in (column, against)
        )
        found = slopes(own, other, count)
        # `talib_beta` leaves the last return out, as a figure of the last day does.
        np.testing.assert_allclose(
            found[count - 1 : -1], told[count + 1 :], rtol=0, atol=NEAR
        )
