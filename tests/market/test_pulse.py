"""The parts of Pulse and Threat, and their paths."""

from collections.abc import Callable

import pytest

from generator import market
from generator.market import Panel
from generator.model.market import Tape
from tests.market.scenes import at

PARTS = ("trend", "momentum", "strength", "implied", "credit", "stock_bond")


def test_a_path_ends_in_the_facts(sunday: Tape) -> None:
    for part in PARTS:
        assert sunday.paths["RUT"][part][-1] == sunday.facts[f"rut.pulse.{part}"].value


def test_a_path_tells_each_of_the_last_252_sessions(sunday: Tape) -> None:
    for path in sunday.paths["RUT"].values():
        assert len(path) == 252
        assert all(value is None or 0 <= value <= 100 for value in path)


def test_a_path_is_what_was_read_on_its_days(
    real: Panel, real_at: Callable[[str], Tape], sunday: Tape
) -> None:
    earlier = market.read(real, at("2026-01-30T22:00"))  # five sessions before
    for part in PARTS:
        path, before = sunday.paths["RUT"][part], earlier.paths["RUT"][part]
        assert path[:-5] == before[5:]


def test_short_histories_have_no_percentile(sunday: Tape) -> None:
    assert "dji.pulse.trend" not in sunday.facts
    assert set(sunday.paths["DJI"]["momentum"]) == {None}
    assert len(sunday.paths["DJI"]["momentum"]) == 106


def test_bonds_and_credit_are_no_rivals_of_coins_or_of_other_sessions(
    sunday: Tape,
) -> None:
    for subject in ("BTC_USD", "GOLD", "DAX", "N225"):
        assert "credit" not in sunday.paths[subject]
        assert "stock_bond" not in sunday.paths[subject]
    assert "credit" in sunday.paths["IWM"]


def test_gauges_have_no_pulse(sunday: Tape) -> None:
    assert "VIX" not in sunday.paths
    assert "vix.pulse.trend" not in sunday.facts


def test_high_implied_volatility_is_a_low_part(real_at: Callable[[str], Tape]) -> None:
    panic = real_at("2020-03-09T21:00").facts
    assert panic["spx.implied_gap.50"].value == pytest.approx(1.84048, rel=1e-5)
    assert panic["spx.pulse.implied"].value < 1
    assert panic["spx.threat.implied"].value == 100
