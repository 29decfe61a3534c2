"""What a month of the year did before, on bars small enough to count by hand."""

from dataclasses import replace

import numpy as np
import pytest

from generator.market.features import Column, month_season
from tests.market.features.panels import a_column, a_frame


def on(column: Column, days: list[str]) -> Column:
    """The column on these dates."""
    dates = np.array(days, dtype="datetime64[D]")
    return replace(column, bars=replace(column.bars, dates=dates))


MONTHS = (
    "2023-01-31 2023-02-15 2023-02-28 2023-03-31 2024-01-31 2024-02-29 2024-03-29 "
    "2025-01-10 2025-02-28 2026-01-30 2026-02-06"
).split()


def test_a_months_season_is_that_of_earlier_years_whole_months() -> None:
    closes = [100.0, 105, 110, 120, 100, 90, 120, 100, 200, 100, 101]
    frames = a_frame(on(a_column(closes, name="A"), MONTHS))
    found = month_season(frames, "A", 10)
    # The last close before February 2025 is 22 days old: too far for a base.
    assert found
    assert found.mean == pytest.approx(0.0)
    assert (found.share_up, found.count) == (0.5, 2)
    assert month_season(frames, "A", 2) is None
