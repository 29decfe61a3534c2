"""The folder of 63 real files: every known oddity is named, none is silent."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from generator import market
from generator.market import Panel
from generator.market.gates import Gated, gate
from generator.market.tape import silent
from tests.market.scenes import at, known_instruments

Gates = Callable[[str, str], Gated]
SUNDAY = "2026-02-08T22:00"
SHORT = ("DJI", "TNX", "SOX", "GOLD", "WTI", "BRENT", "COPPER", "DXY")
ABROAD = ("FTSE", "DAX", "CAC", "N225", "HSI")
GONE = ("IEUS", "SMC", "IJR", "EFA", "VGK", "MDY")
PAID = "HYG UUP XLE XLF XLI XLK XLP XLU XLV XLY JPM KO XOM WMT CAT MSFT".split()


@pytest.fixture(scope="session")
def every(shared: Path) -> Panel:
    folders = [shared / "prices", shared / "prices-second-vendor"]
    return market.load(folders, known_instruments())


@pytest.fixture(scope="session")
def gates(every: Panel) -> Gates:
    return cache(lambda name, moment=SUNDAY: gate(every, name, at(moment)))


def said(found: Gated, weight: str) -> str:
    """The gaps of a weight."""
    return "; ".join(gap.reason for gap in found.gaps if gap.weight == weight)


def test_all_files_load_without_a_fault(every: Panel) -> None:
    assert every.faults == ()
    assert len(every.bars) == 63
    assert [len(bars) for bars in every.bars.values()].count(2) == 1


@pytest.mark.parametrize("name", GONE)
def test_names_that_ended_are_not_used(gates: Gates, name: str) -> None:
    found = gates(name, SUNDAY)
    assert found.view is None
    assert "its bars end on 2025-04-04" in said(found, "lost")
    assert "delisted" in said(found, "lost")


@pytest.mark.parametrize("name", SHORT + ABROAD)
def test_short_histories_are_said(gates: Gates, name: str) -> None:
    assert "its bars begin on 2025-09-08" in said(gates(name, SUNDAY), "recent")


@pytest.mark.parametrize(
    ("name", "weight", "why"),
    [
        ("RUT", "recent", "no open, high, low and volume on 146 of its last 252"),
        ("RUT", "recent", "its volumes are those of the S&P 500, not its own"),
        ("SPX", "history", "the open only repeats the close before on 102 of its"),
        ("SPX", "history", "the volume is not believed on 2011-08-08"),
        ("SPX", "history", "no volume on 2023-05-24"),
        ("IWM", "history", "the volume is not believed on 2019-07-30"),
        ("FTSE", "recent", "the open only repeats the close before on 91 of its"),
        ("GOLD", "recent", "the volume is not believed on 84 of its last 106"),
        ("GOLD", "recent", "a single price for the whole day on 5 of its last 106"),
        ("WTI", "history", "no volume on 2025-11-03"),
        ("VIX", "history", "bars without a session are left out, 28 days"),
        ("VIX", "recent", "vendors disagree on the close of 2026-02-06: cboe 17.76, "),
        ("BTC_USD", "history", "a single price for the whole day on 1,491 of its"),
        ("AMD", "history", "a single price for the whole day on 2015-01-02"),
        ("ARKK", "history", "no volume on 8 of its"),
        ("AAPL", "source", "single source: yahoo"),
    ],
)
def test_known_oddities_are_named(
    gates: Gates, name: str, weight: str, why: str
) -> None:
    assert why in said(gates(name, SUNDAY), weight)


@pytest.mark.parametrize(
    ("name", "moment", "why"),
    [
        ("IEUS", "2025-04-04T22:00", "a single price for the whole day on 229 of its"),
        ("SMC", "2025-04-04T22:00", "no volume on 35 of its last 252 sessions"),
        ("SPX", "2013-04-20T22:00", "the open only repeats the close before on 88"),
        ("BTC_USD", "2013-04-20T22:00", "a single price for the whole day on 252 of"),
        ("HYG", "2026-08-21T22:00", "no open on 2026-08-21"),
        ("RUT", "2026-03-11T22:00", "its last bar is of 2026-03-06, 3 sessions back"),
        ("RUT", "2026-03-10T10:00", "the bar of 2026-03-09 is missing"),
        ("VIX", "2026-08-21T22:00", "cboe: its last bar is of 2026-07-23, 21"),
    ],
)
def test_an_oddity_is_told_at_the_moment_that_it_touches(
    gates: Gates, name: str, moment: str, why: str
) -> None:
    assert why in said(gates(name, moment), "recent")


@pytest.mark.parametrize("name", PAID)
def test_prices_that_are_adjusted_for_dividends_are_said_to_be(
    gates: Gates, name: str
) -> None:
    view = gates(name, SUNDAY).view
    assert view
    assert "adjusted for dividends" in "; ".join(gap.reason for gap in silent(view))


def test_no_true_move_of_the_real_files_is_refused(every: Panel, gates: Gates) -> None:
    for name in every.bars:
        found = gates(name, SUNDAY)
        if found.view:
            told = [gap.reason for gap in found.gaps]
            assert not any("refused" in reason for reason in told), (name, told)
            assert found.plain, name


def test_good_files_have_no_line(gates: Gates) -> None:
    for name in ("SPY", "QQQ", "IXIC", "AAPL", "TLT", "GLD", "NVDA", "EEM", "JPM"):
        found = gates(name, SUNDAY)
        assert [gap.weight for gap in found.gaps] == ["source"], name


@pytest.mark.parametrize("name", ["RUT", "SPX", "VIX", "GOLD", "BTC_USD", "IEUS"])
@pytest.mark.parametrize("moment", ["2020-03-09T22:00", "2025-10-27T22:00", SUNDAY])
def test_rows_that_came_later_change_nothing(
    every: Panel, gates: Gates, name: str, moment: str
) -> None:
    day = np.datetime64(moment[:10])
    cut = {
        one: tuple(bars.taken(bars.dates <= day) for bars in vendors)
        for one, vendors in every.bars.items()
        if vendors[0].dates[0] <= day
    }
    if name not in cut:
        assert gates(name, moment).view is None
        return
    known = gate(Panel(every.instruments, cut, ()), name, at(moment))
    whole = gates(name, moment)
    assert known.gaps == whole.gaps
    assert (known.view is None) is (whole.view is None)
    if known.view and whole.view:
        assert known.view.bars.lines() == whole.view.bars.lines()
