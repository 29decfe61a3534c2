"""What charts draw: only what was known, with its holes, and volume of its own."""

import math
from pathlib import Path

import pytest

from generator.errors import PriceError
from generator.market import Panel
from generator.market.drawn import beside, series, volatilities
from generator.model.facts import PriceFact
from generator.model.market import Tape
from tests.builders import some_bars
from tests.market.scenes import SUNDAY, a_panel, at, lone, sessions

DAYS = sessions("2024-10-01", "2026-02-06")


def a_stock(tmp_path: Path, *, missing: int = 0, kind: str = "stock") -> Panel:
    """A year and more of a stock's bars, one of the last days perhaps without."""
    rows = some_bars(DAYS)
    if missing:
        del rows[-missing]
    return a_panel(tmp_path, (lone("KO", kind=kind), rows))


def test_a_series_has_closes_means_and_volume_of_the_same_days(tmp_path: Path) -> None:
    drawn = series(a_stock(tmp_path), "KO", SUNDAY)
    assert drawn.dates == tuple(DAYS[-126:])
    assert set(drawn.means) == {50, 200}
    columns = (drawn.closes, drawn.volumes, *drawn.means.values())
    assert all(len(one) == 126 for one in columns)
    assert all(math.isfinite(value) for one in columns for value in one)


def test_a_session_without_a_bar_is_a_hole_that_ends_the_means(tmp_path: Path) -> None:
    drawn = series(a_stock(tmp_path, missing=10), "KO", SUNDAY)
    assert drawn.dates == tuple(DAYS[-126:])
    assert [row for row, one in enumerate(drawn.closes) if math.isnan(one)] == [116]
    for mean in drawn.means.values():
        assert math.isfinite(mean[115])
        assert all(map(math.isnan, mean[116:]))


def test_equal_panels_give_equal_series_though_they_have_holes(tmp_path: Path) -> None:
    one, two = (
        series(a_stock(tmp_path / name, missing=10), "KO", SUNDAY) for name in "ab"
    )
    assert one == two


def test_a_mean_needs_its_sessions(tmp_path: Path) -> None:
    panel = a_panel(tmp_path, (lone("KO"), some_bars(DAYS[-60:])))
    drawn = series(panel, "KO", SUNDAY)
    assert set(drawn.means) == {50}
    assert [math.isfinite(one) for one in drawn.means[50]].index(True) == 49


@pytest.mark.parametrize("kind", ["index", "currency", "commodity"])
def test_what_is_not_itself_bought_has_no_volume(tmp_path: Path, kind: str) -> None:
    assert series(a_stock(tmp_path, kind=kind), "KO", SUNDAY).volumes == ()


def test_a_volume_of_zero_is_not_known(tmp_path: Path) -> None:
    rows = [list(row) for row in some_bars(DAYS)]
    rows[-5][-1] = 0
    panel = a_panel(tmp_path / "few", (lone("KO", kind="etf"), rows))
    assert math.isnan(series(panel, "KO", SUNDAY).volumes[-5])
    rows[-1][-1] = 0
    panel = a_panel(tmp_path / "last", (lone("KO", kind="etf"), rows))
    assert series(panel, "KO", SUNDAY).volumes == ()


def test_an_instrument_without_bars_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(PriceError, match=r"^SPX: no price file"):
        series(a_stock(tmp_path), "SPX", SUNDAY)


def test_two_are_drawn_on_the_sessions_of_both(tmp_path: Path) -> None:
    known = lone("RUT", benchmarks=("SPX",)), lone("SPX", name="S&P 500")
    rows, others = some_bars(DAYS), some_bars(DAYS, start=6000, seed=2)
    del rows[-3]
    panel = a_panel(tmp_path, (known[0], rows), (known[1], others))
    pair = beside(panel, "RUT", SUNDAY, benchmark="SPX")
    assert pair
    assert pair.second
    assert pair.dates == (*DAYS[-127:-3], *DAYS[-2:])
    assert (pair.second.subject, pair.second.name) == ("SPX", "S&P 500")
    assert pair.second.values[-1] == others[-1][4]
    assert len(pair.second.values) == len(pair.closes) == 126


@pytest.mark.parametrize("benchmark", ["RUT", "SPX", ""])
def test_without_another_there_is_nothing_beside(
    tmp_path: Path, benchmark: str
) -> None:
    panel = a_panel(tmp_path, (lone("RUT"), some_bars(DAYS)))
    assert beside(panel, "RUT", SUNDAY, benchmark=benchmark) is None
    assert volatilities(panel, "RUT", SUNDAY) is None


def test_real_means_and_volatility_end_where_their_facts_stand(
    real: Panel, sunday: Tape
) -> None:
    drawn, fear = series(real, "SPX", SUNDAY), volatilities(real, "SPX", SUNDAY)
    assert fear
    assert fear.second
    for count, mean in drawn.means.items():
        assert mean[-1] == pytest.approx(value(sunday, f"spx.sma.{count}"), rel=1e-9)
    delivered = 100 * value(sunday, "spx.volatility.20")
    assert fear.closes[-1] == 17.76  # Cboe's, not the other vendor's 20.37
    assert fear.second.values[-1] == pytest.approx(delivered, rel=1e-9)


def value(tape: Tape, name: str) -> float:
    fact = tape.facts[name]
    assert isinstance(fact, PriceFact)
    return fact.value


def test_the_band_holds_three_fifths_of_the_year(real: Panel) -> None:
    fear = volatilities(real, "SPX", SUNDAY, sessions=252)
    assert fear
    assert fear.band
    low, high = fear.band
    assert 100 * sum(one <= low for one in fear.closes) / 252 >= 20
    assert 100 * sum(one < low for one in fear.closes) / 252 < 20
    assert 100 * sum(one <= high for one in fear.closes) / 252 <= 80
    assert 100 * sum(one <= high + 0.005 for one in fear.closes) / 252 > 79


def test_a_short_history_has_no_band(tmp_path: Path) -> None:
    gauge = lone("VIX", kind="volatility", benchmarks=("SPX",))
    known = lone("SPX", implied=("VIX",)), gauge
    panel = a_panel(
        tmp_path,
        (known[0], some_bars(DAYS)),
        (known[1], some_bars(DAYS[-200:], start=20, seed=3)),
    )
    fear = volatilities(panel, "SPX", SUNDAY)
    assert fear
    assert fear.band is None


def test_real_volume_is_drawn_for_a_fund_and_not_for_an_index(real: Panel) -> None:
    assert series(real, "GLD", SUNDAY).volumes[-1] == 12_663_900
    assert series(real, "RUT", SUNDAY).volumes == ()


def test_nothing_later_is_drawn(real: Panel) -> None:
    moment = at("2020-03-09T22:00")
    pair = beside(real, "RUT", moment, benchmark="SPX")
    fear = volatilities(real, "SPX", moment)
    assert pair
    assert fear
    assert volatilities(real, "RUT", moment) is None  # the VIX is of another index
    for drawn in (series(real, "RUT", moment), pair, fear):
        assert drawn.dates[-1].isoformat() == "2020-03-09"
        assert len(drawn.dates) == 126


def test_a_bar_of_today_is_drawn_once_its_session_is_over(tmp_path: Path) -> None:
    panel = a_stock(tmp_path)
    before, after = (
        series(panel, "KO", at(f"2026-02-06T{hour}")).dates[-1]
        for hour in ("20:00", "21:30")
    )
    assert (before, after) == (DAYS[-2], DAYS[-1])
