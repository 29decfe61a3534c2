"""Holes, give-backs and climbs on bars that were made by hand."""

from pathlib import Path
from typing import Any

import pytest

from generator import market
from generator.model.market import MarketFact
from tests.market.scenes import SUNDAY, a_panel, lone, sessions

DAYS = sessions("2025-06-02", "2026-02-06")


def facts(
    folder: Path, *last: tuple[float, ...], **more: object
) -> dict[str, MarketFact]:
    """The Facts of calm bars around 100 that end with these (open to close)."""
    calm = [(100.0, 101.0, 99.0, 100.0 + 0.1 * (n % 2)) for n in range(len(DAYS))]
    rows = [*calm[: -len(last)], *last]
    bars = [(day, *row, 1000) for day, row in zip(DAYS, rows, strict=True)]
    told: dict[str, Any] = {"kind": "etf", **more}
    return dict(market.read(a_panel(folder, (lone(**told), bars)), SUNDAY).facts)


def test_a_day_above_the_whole_range_before_leaves_a_hole(tmp_path: Path) -> None:
    found = facts(tmp_path, (100, 101, 99, 100), (103, 105, 102, 104))
    assert found["rut.hole.up"].value == 1.0
    assert found["rut.hole_share.up"].value == 0.01
    assert "rut.hole.down" not in found


def test_a_day_inside_the_range_before_leaves_none(tmp_path: Path) -> None:
    found = facts(tmp_path, (100, 101, 99, 100), (100, 100.5, 99.5, 100))
    assert not [name for name in found if ".hole" in name]


def test_half_an_opening_gap_given_back(tmp_path: Path) -> None:
    found = facts(tmp_path, (100, 101, 99, 100), (104, 105, 101.5, 102))
    assert found["rut.gap_giveback.1"].value == 0.5
    assert found["rut.high_gap.1"].value == pytest.approx(0.05)


def test_a_gap_that_grew_gave_nothing_back(tmp_path: Path) -> None:
    found = facts(tmp_path, (100, 101, 99, 100), (104, 107, 103.5, 106))
    assert "rut.gap_giveback.1" not in found


def test_the_open_of_an_index_is_no_trade_so_it_has_no_gap(tmp_path: Path) -> None:
    last = (100, 101, 99, 100), (104, 105, 101.5, 102)
    found = facts(tmp_path, *last, kind="index")
    assert "rut.gap_giveback.1" not in found
    assert "rut.gap_rank.1" not in found
    assert "rut.volume" not in found


def test_a_climb_and_the_sessions_that_gave_it_back(tmp_path: Path) -> None:
    up = [(c, c + 1, c - 1, c) for c in (103.0, 106, 109, 112)]
    down = [(c, c + 1, c - 1, c) for c in (108.0, 104, 101)]
    found = facts(tmp_path, *up, *down)
    assert found["rut.climb_sessions"].value == 4
    assert found["rut.refund_sessions"].value == 3
    assert found["rut.climb_from"].value == pytest.approx(100, abs=0.2)
    assert found["rut.drawdown_day"].value == pytest.approx(-100 * 3 / 112)
