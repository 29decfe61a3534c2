"""Comparisons: both legs on the benchmark's sessions (T4)."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest

from generator import market
from generator.model.market import Tape
from tests.builders import some_bars
from tests.market.scenes import SUNDAY, a_panel, lone, sessions

NEW_YORK = some_bars(sessions("2025-01-02", "2026-02-06"))
LONDON = some_bars(sessions("2025-01-02", "2026-02-06", "XLON"), seed=2)
COIN = some_bars(sessions("2025-01-02", "2026-02-07", "24/7"), seed=3, swing=0.03)


def against_new_york(
    folder: Path, subject: str, rows: list[tuple[object, ...]]
) -> Tape:
    """The tape of an instrument whose benchmark trades in New York."""
    calendar = {"FTSE": "XLON", "BTC": "24/7", "RUT": "XNYS"}[subject]
    kind = "coin" if subject == "BTC" else "index"
    one = lone(subject, calendar=calendar, kind=kind, benchmarks=("SPX",))
    return market.read(a_panel(folder, (one, rows), (lone("SPX"), NEW_YORK)), SUNDAY)


def close_of(rows: list[tuple[object, ...]], day: date) -> float:
    """The close of a day."""
    return float(str(next(row[4] for row in rows if row[0] == day)))


@pytest.mark.parametrize(
    ("subject", "rows"), [("FTSE", LONDON), ("BTC", COIN)], ids=["London", "a coin"]
)
def test_both_legs_are_of_the_benchmarks_dates(
    tmp_path: Path, subject: str, rows: list[tuple[object, ...]]
) -> None:
    tape = against_new_york(tmp_path, subject, rows)
    fact = tape.facts[f"{subject.lower()}.relative_return.21.spx"]
    first, last = fact.window.first, fact.window.last
    days = [row[0] for row in NEW_YORK]
    assert days.index(last) - days.index(first) == fact.window.sessions == 21
    legs = [close_of(one, last) / close_of(one, first) for one in (rows, NEW_YORK)]
    assert fact.value == pytest.approx(100 * (legs[0] - legs[1]), rel=1e-9)


def test_a_comparison_from_a_holiday_of_the_subject_is_not_made(tmp_path: Path) -> None:
    closed = [row for row in LONDON if row[0] != date(2026, 1, 30)]
    tape = against_new_york(tmp_path, "FTSE", closed)
    assert "ftse.relative_return.5.spx" not in tape.facts
    assert "ftse.relative_return.10.spx" in tape.facts


def test_a_coins_weekend_does_not_reach_into_a_comparison(tmp_path: Path) -> None:
    tape = against_new_york(tmp_path, "BTC", COIN)
    assert tape.facts["btc.close"].window.last == date(2026, 2, 7)
    assert tape.facts["btc.relative_return.1.spx"].window.last == date(2026, 2, 6)


def test_a_beta_is_of_the_sixty_days_before_the_last(tmp_path: Path) -> None:
    rows = some_bars([row[0] for row in NEW_YORK], seed=4)  # type: ignore[misc]
    facts = against_new_york(tmp_path, "RUT", rows).facts
    left, right = (
        np.diff([float(str(row[4])) for row in one])
        / [float(str(row[4])) for row in one[:-1]]
        for one in (rows, NEW_YORK)
    )
    beta = np.polyfit(right[-61:-1], left[-61:-1], 1)[0]
    assert facts["rut.beta.60.spx"].value == pytest.approx(beta)
    assert facts["rut.beta.60.spx"].window.last == date(2026, 2, 5)
    own = 100 * (left[-1] - beta * right[-1])
    assert facts["rut.residual.1.spx"].value == pytest.approx(own)
    together = np.corrcoef(left[-60:], right[-60:])[0, 1]
    assert facts["rut.correlation.60.spx"].value == pytest.approx(together)


def test_closes_hours_apart_explain_nothing(tmp_path: Path) -> None:
    facts = against_new_york(tmp_path, "FTSE", LONDON).facts
    assert "ftse.beta.60.spx" not in facts
    assert "ftse.relative_return.1.spx" in facts


def test_a_ratio_says_since_when_it_was_as_low(tmp_path: Path) -> None:
    days = sessions("2025-01-02", "2026-02-06")
    flat = [(day, 10.0) for day in days]
    dipped = [(day, 8.0 if number == 30 else 10.0) for number, day in enumerate(days)]
    dipped[-1] = (days[-1], 9.0)
    subject = lone(benchmarks=("SPX",))
    panel = a_panel(tmp_path, (subject, dipped), (lone("SPX"), flat))
    facts = market.read(panel, SUNDAY).facts
    assert facts["rut.ratio.spx"].value == 0.9
    assert facts["rut.ratio.spx"].renderings[0] == "0.9000"
    assert facts["rut.ratio_low_since.spx"].made == (days[30],)
    assert facts["rut.ratio_low_since.spx"].value == len(days) - 31


def test_an_instrument_is_not_compared_with_a_gauge_nor_itself(sunday: Tape) -> None:
    against = {fact.id for fact in sunday.facts.values() if "relative" in fact.id}
    assert against
    assert not [name for name in against if name.endswith((".vix", ".tnx"))]
    assert not [name for name in against if name.split(".")[0] == name.split(".")[-1]]
