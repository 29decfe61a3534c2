"""Two instruments, groups and seasons, on bars small enough to count by hand."""

from dataclasses import replace

import numpy as np
import pytest

from generator.market.features import (
    Column,
    Season,
    breadth,
    month_season,
    pairing,
    pairs,
    weekday_season,
)
from generator.market.indicators import slopes
from tests.market.features.panels import a_column, a_frame, a_walk, taken

ONE, OTHER = a_walk(400, seed=1, name="A"), a_walk(400, seed=2, name="B")


def without(column: Column, *rows: int) -> Column:
    """The column without these rows."""
    return taken(column, np.delete(np.arange(len(column.bars)), rows))


def on(column: Column, days: list[str]) -> Column:
    """The column on these dates."""
    dates = np.array(days, dtype="datetime64[D]")
    return replace(column, bars=replace(column.bars, dates=dates))


def test_both_legs_stand_on_the_seconds_dates() -> None:
    one, other = without(ONE, 5), without(OTHER, 0, 399)
    pair = a_frame(one, other).of(pairing, "A", "B")
    assert pair
    assert pair.days.tolist() == other.bars.dates.tolist()
    assert np.flatnonzero(np.isnan(pair.closes)).tolist() == [4]
    assert pair.row(ONE.bars.dates[5]) == 3
    assert pair.row(ONE.bars.dates[0]) == -1


def test_two_that_share_no_session_are_no_pair() -> None:
    one, other = taken(ONE, slice(0, 9)), taken(OTHER, slice(9, None))
    assert a_frame(one, other).of(pairing, "A", "B") is None


def test_beta_ends_one_return_before_the_last_and_leaves_the_rest() -> None:
    frames = a_frame(ONE, OTHER)
    own, against = (frames.column(name, "return.1", 399)[1:] for name in "AB")
    beta = slopes(own[-61:-1], against[-61:-1], 60)[-1]
    assert frames.of(pairs.beta, "A", "B", 60)[-1] == pytest.approx(beta)
    explained = beta * against[-1]
    assert frames.of(pairs.explained, "A", "B", 60)[-1] == pytest.approx(explained)
    rest = 100 * (own[-1] - explained)
    assert frames.of(pairs.residual, "A", "B", 60)[-1] == pytest.approx(rest)


def test_returns_of_a_pair_skip_sessions_that_one_of_them_lacks() -> None:
    frames = a_frame(without(ONE, 390), OTHER)
    rows, own, against = frames.of(pairs.shared_returns, "A", "B")
    assert not {390, 391} & set(rows.tolist())
    told = np.corrcoef(own[-60:], against[-60:])[0, 1]
    found = frames.of(pairs.correlation, "A", "B", 60)
    assert found[-1] == pytest.approx(told)
    assert np.isnan(found[390:392]).all()


def test_what_never_moves_explains_nothing() -> None:
    frames = a_frame(ONE, a_column([7.0] * 400, name="B"))
    for make in (pairs.beta, pairs.correlation, pairs.residual):
        assert np.isnan(frames.of(make, "A", "B", 60)).all()


def test_relative_return_ratio_and_spread_are_of_the_same_dates() -> None:
    frames = a_frame(
        a_column([10.0, 11, 12], name="A"), a_column([5.0, 5, 6], name="B")
    )
    lead = frames.of(pairs.relative_return, "A", "B", 2)
    assert lead[-1] == pytest.approx(100 * (0.2 - 0.2))
    assert frames.of(pairs.ratio, "A", "B").tolist() == pytest.approx([2, 2.2, 2])
    assert frames.of(pairs.spread, "A", "B").tolist() == [5, 6, 6]


def test_breadth_counts_by_date_those_that_have_a_value() -> None:
    up = a_column([1.0, 2, 3], name="A")
    down = a_column([3.0, 2, 1], name="B")
    still = taken(a_column([5.0, 5, 5], name="C"), np.array([0, 2]))
    found = breadth(a_frame(up, down, still), ("A", "B", "C"), "return.1")
    assert found.counted.tolist() == [0, 2, 2]  # C has no return over the hole
    assert np.isnan(found.share[0])
    assert found.share[1:].tolist() == [0.5, 0.5]
    assert found.on(up.bars.dates[2] + 1) == (0.5, 2)
    assert found.on(up.bars.dates[0] - 1)[1] == 0


def test_breadth_lines_calendars_up_by_date() -> None:
    one = on(
        a_column([1.0, 2, 3], name="A"), ["2026-02-04", "2026-02-05", "2026-02-09"]
    )
    other = on(
        a_column([1.0, 0.5, 2], name="B"), ["2026-02-05", "2026-02-06", "2026-02-09"]
    )
    found = breadth(a_frame(one, other), ("A", "B"), "return.1")
    assert found.days.astype(str).tolist() == [
        "2026-02-04", "2026-02-05", "2026-02-06", "2026-02-09",
    ]  # fmt: skip
    assert found.counted.tolist() == [0, 1, 1, 2]
    assert found.share[1:].tolist() == [1, 0, 1]


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


def test_a_weekdays_season_ends_with_the_year_before() -> None:
    days = ["2025-12-29", "2025-12-30", "2025-12-31", "2026-01-05", "2026-01-06"]
    frames = a_frame(on(a_column([100.0, 110, 100, 100, 90], name="A"), days))
    assert weekday_season(frames, "A", 4) == Season(110 / 100 - 1, 1.0, 1)
    assert weekday_season(frames, "A", 3) is None  # the first row has no move
