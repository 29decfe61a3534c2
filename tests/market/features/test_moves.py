"""Returns, moves in usual days and streaks, on bars small enough to count by hand."""

from dataclasses import replace

import numpy as np
import pytest

from generator.market.features import Column
from tests.market.features.panels import a_column, a_walk, taken, values


def last(column: Column, feature: str) -> float:
    """The last value of a feature."""
    return float(values(column, feature)[-1])


def missing(column: Column, *rows: int) -> Column:
    """The column without these rows, whose sessions are counted all the same."""
    return taken(column, np.delete(np.arange(len(column.bars)), rows))


def on(column: Column, days: list[str]) -> Column:
    """The column on these dates."""
    dates = np.array(days, dtype="datetime64[D]")
    return replace(column, bars=replace(column.bars, dates=dates))


def test_a_return_counts_sessions_and_not_rows() -> None:
    column = missing(a_column([100.0, 110, 120, 150, 180]), 2)
    assert np.isnan(values(column, "return.1")[2])  # 150: the session before is gone
    assert values(column, "return.2")[2] == pytest.approx(150 / 110 - 1)
    assert np.isnan(last(column, "return.2"))
    assert last(column, "return.3") == pytest.approx(180 / 110 - 1)
    assert np.isnan(values(column, "change.1")[2])


def test_a_base_may_lie_fewer_rows_back_than_sessions() -> None:
    column = missing(a_column([100.0, 1, 1, 1, 1, 110, 120, 130, 140, 150, 160]), 6, 7)
    assert values(column, "return.5")[-1] == pytest.approx(160 / 110 - 1)
    assert np.isnan(values(column, "return.3")[-1])


def test_to_date_begins_with_the_last_close_before_the_period() -> None:
    days = ["2025-09-30", "2025-12-31", "2026-01-02", "2026-01-30", "2026-02-02"]
    column = on(a_column([50.0, 100, 110, 120, 132]), days)
    assert last(column, "return.wtd") == pytest.approx(132 / 120 - 1)
    assert last(column, "return.mtd") == pytest.approx(132 / 120 - 1)
    assert last(column, "return.qtd") == pytest.approx(0.32)
    assert last(column, "return.ytd") == pytest.approx(0.32)
    assert values(column, "return.ytd")[2] == pytest.approx(0.1)
    assert values(column, "return.qtd")[1] == pytest.approx(1.0)
    assert np.isnan(values(column, "return.ytd")[1])


def test_to_date_needs_a_close_at_most_14_days_before_the_period() -> None:
    near = on(a_column([100.0, 110]), ["2025-12-18", "2026-01-02"])
    far = on(a_column([100.0, 110]), ["2025-12-17", "2026-01-02"])
    assert last(near, "return.ytd") == pytest.approx(0.1)
    assert np.isnan(last(far, "return.ytd"))


def test_a_sunday_belongs_to_the_week_that_monday_began() -> None:
    days = ["2026-02-01", "2026-02-02", "2026-02-08"]
    column = on(a_column([100.0, 110, 121]), days)
    assert last(column, "return.wtd") == pytest.approx(0.21)


def test_a_usual_day_is_known_before_the_day() -> None:
    closes = [100.0 * 1.01 ** (n % 2) for n in range(80)]
    calm, wild = a_column([*closes, 100]), a_column([*closes, 150])
    assert last(calm, "usual.1") == last(wild, "usual.1") == pytest.approx(0.01, 0.01)
    assert last(calm, "sd.60") == last(wild, "sd.60") == pytest.approx(0.01, 0.01)
    assert last(wild, "zscore.1") == pytest.approx(
        (150 / closes[-1] - 1) / last(wild, "usual.1")
    )


def test_a_usual_day_needs_sixty_moves() -> None:
    whole, torn = (
        values(a_walk(80), "usual.1"),
        values(missing(a_walk(80), 9), "usual.1"),
    )
    assert np.flatnonzero(np.isfinite(whole))[0] == 61  # 60 moves, and a session more
    assert np.flatnonzero(np.isfinite(torn))[0] == 62  # the hole took one move


def test_five_sessions_are_measured_by_what_was_usual_when_they_began() -> None:
    column = a_walk(120)
    for scale, score in (("usual.1", "zscore.5"), ("sd.60", "zscore_sd.5")):
        size = values(column, scale)[-5]  # of the window's first session
        told = last(column, "return.5") / (size * 5**0.5)
        assert last(column, score) == pytest.approx(told)


def test_the_first_session_of_a_broken_window_is_found_by_its_place() -> None:
    column = missing(a_walk(120), 116)
    size = values(column, "usual.1")[-4]  # 114 is the base, 115 the first of five
    told = last(column, "return.5") / (size * 5**0.5)
    assert last(column, "zscore.5") == pytest.approx(told)


def test_a_price_that_never_moved_has_no_usual_day() -> None:
    column = a_column([7.0] * 100)
    for name in ("usual.1", "sd.60", "zscore.1", "zscore_sd.1", "zscore_sd.5"):
        assert np.isnan(last(column, name)), name


def test_a_streak_ends_with_a_day_that_did_not_move() -> None:
    column = a_column([5.0, 6, 7, 7, 8, 9, 8])
    assert values(column, "streak_up")[1:].tolist() == [1, 2, 0, 1, 2, 0]
    assert values(column, "streak_down")[1:].tolist() == [0, 0, 0, 0, 0, 1]
    assert np.isnan(values(column, "streak_up")[0])


def test_a_rate_moves_in_points_and_has_no_returns() -> None:
    column = a_column([4.0, 4.2, 4.1], kind="rate")
    assert last(column, "change.1") == pytest.approx(-0.1)
    for name in ("return.1", "return.ytd", "log_return.1", "gap.1"):
        assert np.isnan(last(column, name)), name
    walk = a_walk(100, kind="rate")
    told = last(walk, "change.1") / last(walk, "usual.1")
    assert last(walk, "zscore.1") == pytest.approx(told)


@pytest.mark.parametrize("kind", ["index", "volatility", "rate"])
def test_what_is_not_bought_has_no_opening_gap(kind: str) -> None:
    assert np.isnan(values(a_walk(9, kind=kind), "gap.1")).all()
    assert np.isnan(values(a_walk(9, kind=kind), "intraday.1")).all()


def test_an_opening_gap_and_the_session_after_it_make_the_days_return() -> None:
    column = a_walk(9)
    gap, day = last(column, "gap.1"), last(column, "intraday.1")
    assert (1 + gap) * (1 + day) - 1 == pytest.approx(last(column, "return.1"))
