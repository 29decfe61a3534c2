"""Figures that are known from elsewhere: the public record and hand-made ledgers."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator import market
from generator.market import Panel
from generator.model.market import Tape
from tests.market.scenes import at, known_instruments, reasons

# Every value was computed twice, by two programs that share no code, before this one.
SUNDAY_VALUES = {
    "rut.close": 2670.34,
    "rut.return.1": 0.0359592,
    "rut.return.5": 0.0216548,
    "rut.return.10": 0.000442162,
    "rut.without_day.5": -0.0138078,
    "rut.best_since.1": 115,
    "rut.rank.1": 40,
    "rut.sma.50": 2576.42,
    "rut.sma_gap.200": 0.137247,
    "rut.run_above.50": 50,
    "rut.rsi.14": 56.9484,
    "rut.atr.14": 47.0788,
    "rut.high.all": 2718.77,
    "rut.beta.60.spx": 1.20159,
    "rut.explained.1.spx": 0.0236663,
    "rut.residual.1.spx": 1.22929,
    "rut.relative_return.21.spx": 3.52134,
    "rut.ratio.spx": 0.385203,
    "rut.pulse.trend": 81.9108,
    "rut.pulse.momentum": 60.5858,
    "rut.pulse.strength": 83.2465,
    "rut.pulse.implied": 22.525,
    "iwm.pulse.stock_bond": 56.3663,
    "rut.threat.realised": 74.8518,
    "rut.threat.implied": 58.3601,
    "rut.base_up.10": 0.571924,
    "spx.close": 6932.30,
    "spx.return.5": -0.000969876,
    "spx.return.10": 0.00241337,
    "dji.close": 50115.67,
    "vix.close": 17.76,
    "vix.change.1": -4.01,
    "vix.percentile.252": 58.7302,
    "xlp.return.5": 0.0530475,
}
OTHER_DAYS = {
    "2025-10-27T20:30": {
        "gld.return.1": -0.0278396,
        "gld.return.5": -0.0896441,
        "gld.pulse.trend": 97.6654,
        "gld.pulse.momentum": 79.6413,
        "gld.pulse.strength": 62.2379,
        "gld.threat.realised": 99.4972,
        "gld.ewvol.8": 0.361886,
        "gld.atr.14": 8.03927,
        "gld.run_above.50": 46,
        "gld.high.all": 403.15,
        "spx.ewvol.8": 0.133074,
        "vix.percentile.252": 27.381,
    },
    "2020-03-09T21:00": {
        "spx.return.1": -0.0759697,
        "spx.rank_fall.1": 1,
        "spx.drawdown": -0.188884,
        "spx.fall_speed.15": 13,
        "spx.trend.125": -0.122483,
        "spx.implied_gap.50": 1.84048,
        "spx.credit.20": -0.0706941,
        "spx.stock_bond.20": -36.0612,
        "spx.atr.14": 93.1355,
        "spx.sma.200": 3051.27,
        "hyg.explained.1.spx": -0.0210384,
        "uso.gap.1": -0.218786,
        "tlt.volume_ratio.1.20": 2.06973,
    },
    "2019-07-15T22:00": {
        "spx.close": 3014.30,
        "spx.range": 9.03,
        "spx.atr.14": 22.209,
        "rut.ratio.spx": 0.518137,
        "rut.ratio_low.spx": 2398,
        "vix.close": 12.68,
    },
    "2025-10-31T22:00": {
        "amzn.close": 244.22,
        "amzn.return.ytd": 0.113177,
        "amzn.without_day.ytd": 0.0158166,
        "amzn.day_share.ytd": 0.86025,
        "amzn.gap.1": 0.122229,
        "amzn.intraday.1": -0.0235106,
        "amzn.volume_ratio.1.20": 3.51916,
        "amzn.atr.14": 6.85331,
        "spx.return.mtd": 0.0226869,
    },
}


@pytest.mark.parametrize(("name", "value"), SUNDAY_VALUES.items())
def test_the_sample_notes_day_is_told_truly(
    sunday: Tape, name: str, value: float
) -> None:
    assert sunday.facts[name].value == pytest.approx(value, rel=1e-5)


@pytest.mark.parametrize(
    ("moment", "name", "value"),
    [(day, *told) for day, values in OTHER_DAYS.items() for told in values.items()],
)
def test_other_days_are_told_truly(
    real_at: Callable[[str], Tape], moment: str, name: str, value: float
) -> None:
    assert real_at(moment).facts[name].value == pytest.approx(value, rel=1e-5)


def test_dates_that_a_figure_names_are_kept(sunday: Tape) -> None:
    def made(name: str) -> tuple[date, ...]:
        return sunday.facts[name].made

    assert made("rut.best_since.1") == (date(2025, 8, 22),)
    assert made("rut.high.all") == (date(2026, 1, 22),)
    assert made("rut.run_above.50") == (date(2025, 11, 25),)


def test_the_recorded_day_is_the_day_of_the_public_record(boxing_day: Tape) -> None:
    values = {name: fact.value for name, fact in boxing_day.facts.items()}
    assert values["spx.close"] == 2467.70
    assert round(values["spx.return.1"], 4) == 0.0496
    assert values["ixic.close"] == 6554.36
    assert round(values["ixic.return.1"], 4) == 0.0584
    assert values["vix.close"] == 30.41
    best = boxing_day.facts["spx.best_since.1"]
    assert best.made == (date(2009, 3, 23),)  # "best day since March 2009"


def test_christmas_eve_stood_19_8_percent_under_the_september_record(
    seeds: Panel,
) -> None:
    fact = market.read(seeds, at("2018-12-24T22:00")).facts["spx.drawdown"]
    assert round(fact.value, 3) == -0.198
    assert fact.made == (date(2018, 9, 20),)


def test_the_second_vendors_vix_is_caught_and_the_first_one_used(sunday: Tape) -> None:
    assert sunday.facts["vix.close"].value == 17.76
    assert sunday.facts["vix.close"].vendor == "cboe"
    told = reasons(sunday, "VIX")
    for word in ("2026-02-06", "cboe 17.76", "yahoo 20.37"):
        assert word in told


def test_a_second_vendor_alone_gives_bars(shared: Path) -> None:
    panel = market.load([shared / "prices-second-vendor"], known_instruments())
    tape = market.read(panel, at("2026-02-08T22:00"))
    assert tape.facts["vix.close"].value == 20.37
