"""Dirty bars as one vendor served them, and their repaired twins.

The files are price-repair cases of yfinance (`wire/yfinance`): each `bad` one holds a
fault that people met, its `fixed` twin the same rows as they repaired them.
"""

import csv
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from generator.market.bars import Bars, Origin
from generator.market.gates import Gated, gate
from generator.market.indicators import Floats
from generator.market.panel import Panel
from tests.market.scenes import at, lone

EXCHANGES = {  # by the ending of a symbol; without one it is New York
    "AX": "XASX",
    "DE": "XETR",
    "HK": "XHKG",
    "IL": "XLON",
    "JO": "XJSE",
    "L": "XLON",
    "MC": "XMAD",
    "MI": "XMIL",
    "PA": "XPAR",
    "ST": "XSTO",
    "T": "XTKS",
    "TO": "XTSE",
    "V": "XTSE",
}
# What each bad file is found to hold. Those of weeks (AV-L) are a case of their own,
# and quarter-hours (EA) are no daily bars: the reader leaves out days with many rows.
FAULTS = {
    "1398-HK-1d-bad-div": "the dividend is not in the adjusted close on 2024-07-08",
    "4063-T-1d-bad-div": "the dividend is not adjusted for the split on 2023-03-30",
    "8TRA-DE-1d-missing-div-adjust": "the dividend is not in the adjusted close",
    "ADIG-L-1d-bad-div": "the adjusted close holds a hundredth of the dividend",
    "ALPHA-PA-1d-bad-stock-split": "like its split of 2023-05-10",
    "CLC-L-1d-bad-div": "the adjusted close holds a hundredth of the dividend",
    "DEX-AX-1d-bad-stock-split": "like its split of 2023-05-30",
    "KAP-IL-1d-bad-div": "the dividend is told twice on 2022-07-13",
    "KME-MI-1d-bad-div": "the dividend is beyond what the price shows on 2023-05-22",
    "LA-V-1d-bad-stock-split": "-90% on 2020-08-26 was undone, a bad tick",
    "MOB-ST-1d-bad-stock-split": "-90% on 2023-05-22 was undone, a bad tick",
    "PSH-L-1d-bad-div": "the dividend is beyond what the price shows",
    "RGL-L-1d-bad-div": "the adjusted close holds a hundredth of the dividend",
    "SCR-TO-1d-bad-div": "the dividend is beyond what the price shows",
    "SPM-MI-1d-bad-stock-split": "bars before 2022-06-20 are refused: -95%",
    "SSW-JO-1d-100x-error": "like a change of units, 100 times",
    "TENT-L-1d-bad-div": "the dividend looks like a hundredth of the true one",
}
# Two repaired files still hold another fault: six sessions in pence, and the step of a
# merger that no split tells. It is named in both twins.
LEFT = {
    "CLC-L-1d-bad-div": "bars from 2024-07-29 to 2024-08-05 are refused",
    "SCR-TO-1d-bad-div": "bars before 2023-10-05 are refused: +1444%",
}
GOOD = ("EWG-1d", "IBE-MC-1d", "TISG-MI-1d")
# What is said of good bars too: they are few, late or thinly traded, and in London a
# close is the mean of two quotes and may lie outside the prices of the day's trades.
PLAIN = (
    "its bars begin on",
    "no ",
    "a single price",
    "the bar of",
    "the volume is not believed",
    "high and low are refused",
)


@pytest.fixture(scope="session")
def dirty(shared: Path) -> Path:
    return shared / "wire" / "yfinance"


@cache
def bars_in(path: Path) -> Bars:
    """The bars of a file of yfinance, oldest first."""
    with path.open(encoding="utf-8") as lines:
        rows = sorted((next(iter(row.values())), row) for row in csv.DictReader(lines))
    days = [date.fromisoformat(written[:10]) for written, _ in rows]

    def column(name: str) -> Floats:
        return np.array([float(row.get(name) or "nan") for _, row in rows])

    def events(*names: str) -> Mapping[date, float]:
        sums = sum(np.nan_to_num(column(name)) for name in names)
        paired = zip(days, np.atleast_1d(sums).tolist(), strict=True)
        return {day: one for day, one in paired if one}

    volume = column("Volume")
    return Bars(
        np.array(days, dtype="datetime64[D]"),
        column("Open"),
        column("High"),
        column("Low"),
        column("Close"),
        np.where(volume > 0, volume, np.nan),
        np.zeros(len(days), dtype=bool),
        origin=Origin(vendor="yahoo", adjusted="splits"),
        splits=events("Stock Splits"),
        dividends=events("Dividends", "Capital Gains"),
        adj_close=column("Adj Close"),
    )


def gated(path: Path) -> Gated:
    """What the gate makes of a file on the evening of its last day."""
    bars = bars_in(path)
    ending = path.name.split("-")[1]
    code = EXCHANGES.get(ending, "XNYS")
    stock = lone("X", kind="stock", calendar=code, unit="", currency="")
    moment = at(f"{bars.day(-1) + timedelta(1)}T00:00")
    return gate(Panel({"X": stock}, {"X": (bars,)}, ()), "X", moment)


def doubts(found: Gated) -> list[str]:
    """What is said of the figures themselves."""
    told = [gap.reason for gap in found.gaps if gap.weight != "source"]
    return [reason for reason in told if not reason.startswith(PLAIN)]


def test_every_file_is_looked_at(dirty: Path) -> None:
    stems = {path.stem for path in dirty.glob("*.csv")}
    known = {*FAULTS, *(f"{name}-fixed" for name in FAULTS)}
    known |= {f"{name}-no-bad-divs" for name in GOOD} | {"EA-15m-no-bad-divs"}
    assert stems - known == {
        "AV-L-1wk-bad-stock-split",
        "AV-L-1wk-bad-stock-split-fixed",
    }


@pytest.mark.parametrize(("name", "why"), FAULTS.items())
def test_a_fault_is_refused_or_named(dirty: Path, name: str, why: str) -> None:
    assert why in "; ".join(doubts(gated(dirty / f"{name}.csv")))


@pytest.mark.parametrize("name", FAULTS)
def test_the_repaired_twin_passes(dirty: Path, name: str) -> None:
    found = gated(dirty / f"{name}-fixed.csv")
    assert found.view
    left = doubts(found)
    assert len(left) == (name in LEFT), left
    assert LEFT.get(name, "") in "; ".join(left)


@pytest.mark.parametrize("name", GOOD)
def test_good_dividends_pass(dirty: Path, name: str) -> None:
    found = gated(dirty / f"{name}-no-bad-divs.csv")
    assert found.plain
    assert doubts(found) == []


@pytest.mark.parametrize("twin", ["", "-fixed"])
def test_bars_of_weeks_are_not_used_whatever_they_hold(dirty: Path, twin: str) -> None:
    found = gated(dirty / f"AV-L-1wk-bad-stock-split{twin}.csv")
    assert found.view is None
    assert found.gaps[-1].reason == (
        "its bars are a week or more apart, not a session; not used"
    )


@pytest.mark.parametrize("name", ["ALPHA-PA", "DEX-AX", "LA-V", "MOB-ST", "SPM-MI"])
def test_no_close_of_a_wrong_scale_gets_through(dirty: Path, name: str) -> None:
    bad, fixed = (
        dirty / f"{name}-1d-bad-stock-split{twin}.csv" for twin in ("", "-fixed")
    )
    kept, whole = gated(bad).view, gated(fixed).view
    assert kept
    assert whole
    rows = np.searchsorted(whole.bars.dates, kept.bars.dates)
    assert kept.bars.close == pytest.approx(whole.bars.close[rows], rel=1e-4)
