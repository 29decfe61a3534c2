"""Moves, runs, extremes and falls on bars small enough to count by hand."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator import market
from generator.market.states import episodes
from generator.model.facts import PriceFact
from generator.model.market import Tape
from tests.builders import some_bars
from tests.market.scenes import SUNDAY, Rows, a_panel, lone, sessions

DAYS = sessions("2024-06-03", "2026-02-06")
LAST = len(DAYS) - 1


def closes_of(closes: list[float]) -> Rows:
    """Bars with these last closes, and 100 before."""
    told = [100.0] * (len(DAYS) - len(closes)) + closes
    return list(zip(DAYS, told, strict=True))


def tape_of(folder: Path, rows: Rows, **more: Any) -> Tape:
    """The tape of one instrument."""
    return market.read(a_panel(folder, (lone(**more), rows)), SUNDAY)


def fact(tape: Tape, name: str) -> PriceFact:
    """A Fact of the instrument."""
    found = tape.facts[f"rut.{name}"]
    assert isinstance(found, PriceFact)
    return found


def test_a_run_counts_the_last_close_and_names_its_first(tmp_path: Path) -> None:
    tape = tape_of(tmp_path, closes_of([101.0, 102, 103]))
    assert fact(tape, "run_above.50").value == 3
    assert fact(tape, "run_above.50").made == (DAYS[-3],)
    assert "rut.run_below.50" not in tape.facts


def test_a_close_on_the_mean_is_on_neither_side(tmp_path: Path) -> None:
    tape = tape_of(tmp_path, closes_of([]))
    assert "rut.run_above.50" not in tape.facts
    assert "rut.run_below.50" not in tape.facts


def test_a_crossing_names_the_run_it_ended(tmp_path: Path) -> None:
    tape = tape_of(tmp_path, closes_of([90.0] * 30 + [120.0]))
    assert fact(tape, "run_ended.50").value == 30
    assert fact(tape, "run_ended.50").made == (DAYS[-31], DAYS[-2])
    assert fact(tape, "run_above.50").value == 1


def test_since_when_a_close_was_as_high_is_counted_back(tmp_path: Path) -> None:
    tape = tape_of(tmp_path, closes_of([130.0, *[110.0] * 30, 125.0]))
    assert fact(tape, "high_since").value == 31
    assert fact(tape, "high_since").made == (DAYS[-32],)
    assert fact(tape, "high.all").made == (DAYS[-32],)
    assert "rut.low_since" not in tape.facts


def test_no_since_is_told_of_a_close_that_was_never_reached(tmp_path: Path) -> None:
    tape = tape_of(tmp_path, closes_of([130.0, *[110.0] * 30, 140.0]))
    assert "rut.high_since" not in tape.facts
    assert fact(tape, "high.all").made == (DAYS[-1],)
    assert fact(tape, "drawdown").value == 0


def test_the_best_day_since_names_the_earlier_one(tmp_path: Path) -> None:
    tape = tape_of(tmp_path, closes_of([110.0, 110, 100, 100, 105]))
    assert fact(tape, "best_since.1").value == 4
    assert fact(tape, "best_since.1").made == (DAYS[-5],)
    assert fact(tape, "rank.1").value == 2
    assert fact(tape, "rank_count.1").value == LAST
    tape = tape_of(tmp_path / "b", closes_of([110.0, 110, 100, 100, 130]))
    assert "rut.best_since.1" not in tape.facts
    assert fact(tape, "rank_gain.1").value == 1


def test_the_part_of_a_window_before_its_last_day(tmp_path: Path) -> None:
    tape = tape_of(tmp_path, closes_of([100.0, 100, 100, 98, 104]))
    assert fact(tape, "return.5").value == pytest.approx(0.04)
    assert fact(tape, "without_day.5").value == pytest.approx(-0.02)
    assert fact(tape, "without_day.5").window.sessions == 4
    assert fact(tape, "day_share.5").value == pytest.approx(1.5)


def test_a_days_share_of_nothing_is_not_told(tmp_path: Path) -> None:
    tape = tape_of(tmp_path, closes_of([100.0, 100, 100, 95, 100.2]))
    assert "rut.day_share.5" not in tape.facts  # 26 times the whole


def test_each_fall_is_an_episode_with_its_own_high() -> None:
    closes = [100.0, 95, 89, 85, 101, 100, 90, 88, 80]
    import numpy as np

    assert episodes(np.array(closes), 10) == [(0, 2), (4, 6)]
    assert episodes(np.array(closes), 20) == [(4, 8)]


def test_a_falls_speed_is_ranked_among_the_earlier_ones(tmp_path: Path) -> None:
    slow = [100.0 - n for n in range(12)]
    tape = tape_of(tmp_path, closes_of([*slow, 120, 115, 110, 107]))
    assert fact(tape, "fall_speed.10").value == 3
    assert fact(tape, "fall_rank.10").value == 1
    assert fact(tape, "fall_count.10").value == 2
    assert fact(tape, "drawdown_sessions").value == 3


def test_volume_is_beside_the_twenty_sessions_before(tmp_path: Path) -> None:
    rows = [(*row[:5], 1000) for row in some_bars(DAYS)]
    rows[-1] = (*rows[-1][:5], 3000)
    tape = tape_of(tmp_path, rows, kind="etf")
    assert fact(tape, "volume_ratio.1.20").value == 3
    assert fact(tape, "volume_ratio.5.20").value == pytest.approx(1.4)
    rows[-9] = (*rows[-9][:5], 0)  # a volume that is not there
    holed = tape_of(tmp_path / "b", rows, kind="etf")
    assert "rut.volume_ratio.1.20" not in holed.facts
    index = tape_of(tmp_path / "c", rows, kind="index")
    assert not [name for name in index.facts if "volume" in name]


def test_no_volume_is_counted_past_a_session_that_lacks_one(tmp_path: Path) -> None:
    rows = [(*row[:5], 1000 + n % 7) for n, row in enumerate(some_bars(DAYS))]
    rows[-60] = (*rows[-60][:5], 5000)
    rows[-1] = (*rows[-1][:5], 4000)
    told = tape_of(tmp_path / "a", rows, kind="etf")
    assert fact(told, "volume_since").value == 59
    rows[-30] = (*rows[-30][:5], 0)  # a volume that is not there
    holed = tape_of(tmp_path / "b", rows, kind="etf")
    assert "rut.volume_since" not in holed.facts


def test_precedents_are_past_and_their_outcome_is_known(tmp_path: Path) -> None:
    quiet = [100.0 + 0.1 * (n % 2) for n in range(200)]
    first = [*quiet, 103.0, *[103.0 + 0.1 * (n % 2) for n in range(100)]]
    last = [*first, 108.0, *[108.0] * 5, 112.0]
    tape = tape_of(tmp_path, closes_of(last))
    assert abs(fact(tape, "zscore.1").value) >= 2
    # The day at 108 is six sessions back: what followed it is not known.
    assert fact(tape, "precedent.n").value == 1
    assert fact(tape, "precedent.episodes").value == 1
    assert fact(tape, "precedent_up.10").value in (0, 1)
    assert 0 < fact(tape, "base_up.10").value < 1


def test_a_usual_day_has_no_precedents(tmp_path: Path) -> None:
    rows = [*some_bars(DAYS)[:-1]]
    rows.append((DAYS[-1], rows[-1][4], rows[-1][2], rows[-1][3], rows[-1][4], 1))
    assert "rut.precedent.n" not in tape_of(tmp_path, rows).facts


def test_a_week_begins_on_monday(tmp_path: Path) -> None:
    tape = tape_of(tmp_path, closes_of([]))
    assert fact(tape, "return.wtd").window.first == date(2026, 1, 30)
    tuesday = market.read(
        a_panel(tmp_path, (lone(), closes_of([])[:-3])), SUNDAY.replace(day=3)
    )
    assert tuesday.facts["rut.return.wtd"].window.first == date(2026, 1, 30)
    assert tuesday.facts["rut.return.wtd"].window.sessions == 2
