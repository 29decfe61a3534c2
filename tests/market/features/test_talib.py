"""TA-Lib gives the same, to 1e-9, wherever it has the feature."""

from pathlib import Path

import numpy as np
import pytest

from bench.oracles import TALIB, apart, plain, talib_beta, talib_correlation
from generator import market
from generator.market.features import Frames, frames_of, pairs
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
def test_beta_and_correlation_are_talibs(walks: Frames, count: int) -> None:
    against = walks.wide.columns[0]
    for column in walks.wide.columns[1:60]:
        names = (column.name, against.name)
        closes = (column.bars.close, against.bars.close)
        told = talib_beta(*closes, count)
        told[: count + 1] = np.nan
        found = walks.of(pairs.beta, *names, count)
        np.testing.assert_allclose(found, told, rtol=0, atol=NEAR)
        told = talib_correlation(*closes, count)
        found = walks.of(pairs.correlation, *names, count)
        np.testing.assert_allclose(found, told, rtol=0, atol=NEAR)
