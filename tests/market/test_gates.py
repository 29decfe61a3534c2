"""Bars that may not be used, and the line that says so (T12)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import market
from generator.errors import PriceError
from generator.market.bars import FIELDS, Bars, Origin
from generator.market.gates import Gated, gate, views_at
from generator.market.gates.ready import ready
from generator.market.panel import Panel
from generator.model.market import Tape
from tests.builders import a_price_file, some_bars
from tests.market.scenes import SUNDAY, Rows, a_panel, at, lone, reasons, sessions

DAYS = sessions("2025-01-02", "2026-02-06")
GOOD = some_bars(DAYS)


def told(folder: Path, rows: Rows, moment: str = "2026-02-08T22:00") -> Tape:
    """The tape of one instrument with these rows, beside a good one."""
    panel = a_panel(folder, (lone(), rows), (lone("SPX", kind="etf"), GOOD))
    return market.read(panel, at(moment))


def bars_of(rows: Rows = GOOD, **more: Any) -> Bars:
    """The rows as bars, with whatever else a vendor tells of them."""
    days = np.array([row[0] for row in rows], dtype="datetime64[D]")
    opened, high, low, close, volume = np.array(
        [row[1:6] for row in rows], dtype=np.float64
    ).T
    refused = np.zeros(len(days), dtype=bool)
    bars = Bars(days, opened, high, low, close, volume, refused)
    return replace(bars, **{"origin": Origin(vendor="one", adjusted="splits")} | more)


def gated(*vendors: Bars, moment: str = "2026-02-08T22:00", **more: Any) -> Gated:
    """What the gate lets through of one instrument's bars, a stock's if not told."""
    instrument = lone(**{"kind": "stock", "unit": "USD"} | more)
    panel = Panel({"RUT": instrument}, {"RUT": vendors}, ())
    return gate(panel, "RUT", at(moment))


def said(found: Gated, *weights: str) -> str:
    """All gaps of those weights, of all but `source` if none is named."""
    wanted = weights or ("lost", "recent", "history")
    return "; ".join(gap.reason for gap in found.gaps if gap.weight in wanted)


def times(bars: Bars, factor: float, rows: slice, fields: tuple[str, ...]) -> Bars:
    """The bars with some fields of some rows on another scale."""
    made: Mapping[str, Any] = {name: getattr(bars, name).copy() for name in fields}
    for column in made.values():
        column[rows] *= factor
    return replace(bars, **made)


PRICES = FIELDS[:4]


def moved(row: int, factor: float, until: int | None = None) -> Rows:
    """The good rows with some of them on another scale."""
    span = range(len(GOOD))[row:until]
    return [scaled(bar, factor) if n in span else bar for n, bar in enumerate(GOOD)]


def scaled(bar: tuple[object, ...], factor: float) -> tuple[object, ...]:
    """A bar with its prices times a factor, the volume as it was."""
    prices = [round(float(str(cell)) * factor, 2) for cell in bar[1:5]]
    return (bar[0], *prices, bar[5])


def test_good_bars_have_no_gap(tmp_path: Path) -> None:
    assert told(tmp_path, GOOD).gaps == ()


@pytest.mark.parametrize(
    ("missing", "facts", "gap"),
    [
        (0, True, ""),
        (1, True, "the bar of 2026-02-06 is missing"),
        (2, True, "2 sessions back"),
        (6, False, "6 sessions back; not used"),
        (70, False, "70 sessions back: delisted, renamed or no longer fetched"),
    ],
)
def test_late_bars_are_named_and_stale_ones_not_used(
    tmp_path: Path, missing: int, *, facts: bool, gap: str
) -> None:
    tape = told(tmp_path, GOOD[: len(GOOD) - missing])
    assert ("rut.close" in tape.facts) is facts
    assert gap in reasons(tape, "RUT")
    assert bool(gap) is bool(reasons(tape, "RUT"))


def test_bars_that_begin_later_are_a_gap(tmp_path: Path) -> None:
    panel = a_panel(tmp_path, (lone(), GOOD[-20:]), (lone("SPX"), GOOD))
    tape = market.read(panel, at("2025-10-01T22:00"))
    assert "rut.close" not in tape.facts
    assert "begin after this moment" in reasons(tape, "RUT")


def test_a_last_bar_that_contradicts_itself_is_refused(tmp_path: Path) -> None:
    last = (DAYS[-1], 100, 90, 95, 100, 1)  # its high is under its close
    tape = told(tmp_path, [*GOOD[:-1], last])
    assert "rut.close" not in tape.facts
    assert "the bar of 2026-02-06 is refused" in reasons(tape, "RUT")


def test_a_first_print_outside_the_sessions_range_is_not_used(tmp_path: Path) -> None:
    last = (DAYS[-1], 99, 103, 100, 101, 1)
    panel = a_panel(tmp_path, (lone(kind="etf"), [*GOOD[:-1], last]))
    facts = market.read(panel, SUNDAY).facts
    assert "rut.high" in facts
    assert "rut.open" not in facts
    assert "rut.gap.1" not in facts


def test_an_earlier_bar_that_contradicts_itself_loses_high_and_low(
    tmp_path: Path,
) -> None:
    bad = (DAYS[-9], GOOD[-9][1], 1.0, GOOD[-9][3], GOOD[-9][4], 1)
    tape = told(tmp_path, [*GOOD[:-9], bad, *GOOD[-8:]])
    assert "rut.close" in tape.facts
    assert "rut.atr.14" not in tape.facts  # its run of whole bars is broken
    assert str(DAYS[-9]) in reasons(tape, "RUT")


@pytest.mark.parametrize("factor", [1 / 7, 100, 0.5], ids=["split", "unit", "half"])
def test_a_jump_in_the_last_bar_is_refused(tmp_path: Path, factor: float) -> None:
    tape = told(tmp_path, moved(-1, factor))
    assert "rut.return.1" not in tape.facts
    assert "split or unit error" in reasons(tape, "RUT")


def test_bars_before_an_unadjusted_split_are_not_compared(tmp_path: Path) -> None:
    tape = told(tmp_path, moved(-30, 1 / 7))
    assert tape.facts["rut.close"].history_from == DAYS[-30]
    assert "rut.return.ytd" in tape.facts  # the year began after it
    assert "rut.sma.50" not in tape.facts
    assert f"bars before {DAYS[-30]} are refused" in reasons(tape, "RUT")


def test_a_bad_tick_that_was_undone_is_left_out(tmp_path: Path) -> None:
    tape = told(tmp_path, moved(-30, 100, -29))
    assert tape.facts["rut.high.all"].value < 200
    assert tape.facts["rut.close"].history_from == DAYS[0]
    assert "a bad tick" in reasons(tape, "RUT")


def test_news_that_moves_a_price_by_half_comes_with_volume(tmp_path: Path) -> None:
    rows = [*moved(-30, 0.5)]
    rows[-30] = (*rows[-30][:5], 9_000_000)  # nine times the usual volume
    tape = told(tmp_path, rows)
    assert reasons(tape, "RUT") == ""
    assert tape.facts["rut.close"].history_from == DAYS[0]


def test_volatility_may_double_in_a_day(tmp_path: Path) -> None:
    rows = [(bar[0], bar[4]) for bar in moved(-1, 2.2)]
    panel = a_panel(tmp_path, (lone("VIX", kind="volatility"), rows))
    tape = market.read(panel, SUNDAY)
    assert tape.facts["vix.return.1"].value > 1
    assert tape.gaps == ()


def vendors(folder: Path, first: Rows, second: Rows) -> Tape:
    """The tape of one instrument with two vendors' files."""
    for name, rows in (("one", first), ("two", second)):
        a_price_file(folder / name, "RUT", rows)
        origin = f"folder\tid\tvendor\tadjusted_for\n{name}\tRUT\t{name}\tnone\n"
        (folder / name / "manifest.tsv").write_text(origin)
    panel = market.load([folder / "one", folder / "two"], {"RUT": lone()})
    return market.read(panel, SUNDAY)


def test_vendors_that_agree_are_not_mentioned(tmp_path: Path) -> None:
    near = [(*bar[:4], float(str(bar[4])) * 1.0005, bar[5]) for bar in GOOD]
    assert vendors(tmp_path, GOOD, near).gaps == ()


def test_vendors_that_disagree_are_both_named_and_the_first_used(
    tmp_path: Path,
) -> None:
    other = [*GOOD[:-1], scaled(GOOD[-1], 1.01)]
    tape = vendors(tmp_path, GOOD, other)
    assert tape.facts["rut.close"].value == GOOD[-1][4]
    for word in ("2026-02-06", f"one {GOOD[-1][4]}", "two ", "the first is used"):
        assert word in reasons(tape, "RUT")


def test_an_old_disagreement_is_not_news(tmp_path: Path) -> None:
    other = [*GOOD[:-22], scaled(GOOD[-22], 1.01), *GOOD[-21:]]
    assert vendors(tmp_path, GOOD, other).gaps == ()


def test_the_second_vendors_later_bars_are_not_known(tmp_path: Path) -> None:
    other = [*GOOD, (date(2026, 2, 9), 1, 1, 1, 1, 1)]
    assert vendors(tmp_path, GOOD, other).gaps == ()


def test_a_bar_on_a_day_without_a_session_is_left_out(tmp_path: Path) -> None:
    saturday = (date(2026, 1, 31), *GOOD[-6][1:])
    rows = [*GOOD[:-5], saturday, *GOOD[-5:]]
    left, right = told(tmp_path / "a", rows), told(tmp_path / "b", GOOD)
    assert (left.facts, left.sessions) == (right.facts, right.sessions)
    assert left.gaps == ()
    panel = a_panel(tmp_path / "c", (lone(), rows))
    why = "bars without a session are left out, 2026-01-31"
    assert said(gate(panel, "RUT", SUNDAY), "history") == why


def test_bars_that_follow_another_calendar_are_named(tmp_path: Path) -> None:
    rows = some_bars(sessions("2025-01-02", "2026-02-06", "24/7"))
    tape = told(tmp_path, rows)
    assert "do not follow the calendar XNYS" in reasons(tape, "RUT")


def test_a_missing_session_makes_no_return_wrong(tmp_path: Path) -> None:
    tape = told(tmp_path, [*GOOD[:-6], *GOOD[-5:]])  # five sessions back has no bar
    facts = tape.facts
    assert "rut.return.5" not in facts
    assert "rut.sma.50" not in facts
    whole = told(tmp_path / "whole", GOOD).facts
    assert facts["rut.return.10"].value == whole["rut.return.10"].value
    assert facts["rut.return.10"].window.sessions == 10


def test_when_nothing_can_be_used_one_line_says_why(tmp_path: Path) -> None:
    panel = a_panel(tmp_path, (lone(), GOOD[:-30]))
    with pytest.raises(PriceError, match="RUT: its last bar is of") as caught:
        market.read(panel, SUNDAY)
    assert "\n" not in str(caught.value)


# --- what a gap touches


def test_a_gap_tells_the_last_year_from_what_is_history() -> None:
    bars = times(bars_of(), 100, slice(40, 41), PRICES)
    assert "bad tick" in said(gated(bars, moment="2026-02-08T22:00"), "recent")
    later = some_bars(sessions("2025-01-02", "2026-06-05"))
    bars = times(bars_of(later), 100, slice(40, 41), PRICES)
    found = gated(bars, moment="2026-06-05T22:00")
    assert said(found, "recent") == ""
    assert said(found, "history") == (
        "1 bars refused: +9808% on 2025-03-04 was undone, a bad tick"
    )


def test_only_what_touches_figures_reaches_the_tape() -> None:
    later = some_bars(sessions("2025-01-02", "2026-06-05"))
    bars = times(bars_of(later), 100, slice(40, 41), PRICES)
    panel = Panel({"RUT": lone()}, {"RUT": (bars,)}, ())
    assert views_at(panel, at("2026-06-05T22:00"))[1] == ()


def test_one_vendor_is_a_single_source() -> None:
    assert said(gated(bars_of()), "source") == "single source: one"
    other = bars_of(origin=Origin(vendor="two", adjusted="splits"))
    assert said(gated(bars_of(), other), "source") == ""


def test_short_histories_are_named() -> None:
    found = gated(bars_of(GOOD[-100:]))
    assert said(found) == (
        "its bars begin on 2025-09-16: 100 sessions, too few for the figures of a year"
    )


@pytest.mark.parametrize(
    ("since", "weight"), [(-63, "recent"), (-200, "history")], ids=["new", "old"]
)
def test_fields_that_are_absent_are_counted(since: int, weight: str) -> None:
    bars = bars_of()
    for name in ("open", "high", "low", "volume"):
        getattr(bars, name)[since] = np.nan
    found = gated(bars)
    assert said(found, weight) == f"no open, high, low and volume on {DAYS[since]}"
    assert said(found) == said(found, weight)


def test_fields_that_a_file_never_had_are_no_gap() -> None:
    bare = np.full(len(DAYS), np.nan)
    bars = replace(bars_of(), open=bare, high=bare, low=bare, volume=bare)
    assert said(gated(bars)) == ""


def test_a_session_without_a_bar_is_counted() -> None:
    found = gated(bars_of([*GOOD[:-6], *GOOD[-5:]]))
    assert said(found, "recent") == f"no bar on {DAYS[-6]}"


# --- fields that are not of their day


def test_opens_that_repeat_the_close_before_are_left_out() -> None:
    bars = bars_of()
    bars.open[-60:] = bars.close[-61:-1]
    found = gated(bars)
    assert found.view
    assert not np.isfinite(found.view.bars.open[-40:]).any()
    assert np.isfinite(found.view.bars.open[:-60]).all()
    assert "the open only repeats the close before" in said(found, "recent")


def test_an_open_outside_its_day_is_left_out() -> None:
    bars = bars_of()
    bars.open[-9] = bars.high[-9] * 1.01
    found = gated(bars)
    assert found.view
    assert np.flatnonzero(~np.isfinite(found.view.bars.open)).tolist() == [
        len(DAYS) - 9
    ]
    assert said(found, "recent") == f"no open on {DAYS[-9]}"


def test_a_coin_opens_where_it_closed() -> None:
    days = sessions("2025-01-02", "2026-02-07", "24/7")
    bars = bars_of(some_bars(days))
    bars.open[1:] = bars.close[:-1]
    np.fmax(bars.high, bars.open, out=bars.high)
    np.fmin(bars.low, bars.open, out=bars.low)
    found = gated(bars, kind="coin", calendar="24/7")
    assert found.view
    assert np.isfinite(found.view.bars.open[1:]).all()


@pytest.mark.parametrize("name", ["open", "high", "low"])
@pytest.mark.parametrize("factor", [100, 0.01])
def test_a_field_on_another_scale_than_its_day_is_refused(
    name: str, factor: float
) -> None:
    found = gated(times(bars_of(), factor, slice(-9, -8), (name,)))
    assert found.view
    assert not np.isfinite(found.view.bars.high[-9])
    assert found.view.bars.refused[-9]
    assert f"high and low are refused on {DAYS[-9]}" in said(found, "recent")


@pytest.mark.parametrize("factor", [0.0001, 5000])
def test_a_volume_that_no_day_has_is_left_out(factor: float) -> None:
    found = gated(times(bars_of(), factor, slice(-9, -8), ("volume",)))
    assert found.view
    assert np.flatnonzero(~np.isfinite(found.view.bars.volume)).tolist() == [
        len(DAYS) - 9
    ]
    assert f"the volume is not believed on {DAYS[-9]}" in said(found, "recent")


def test_an_index_does_not_fall_far_on_half_its_volume() -> None:
    fall = times(bars_of(), 0.93, slice(-9, None), PRICES)
    busy = times(fall, 2, slice(-9, -8), ("volume",))
    quiet = times(fall, 0.5, slice(-9, -8), ("volume",))
    assert said(gated(busy, kind="index")) == ""
    assert "the volume is not believed" in said(gated(quiet, kind="index"))
    assert said(gated(quiet)) == ""  # a stock may


def test_the_volumes_of_a_dying_contract_are_left_out() -> None:
    bars = bars_of()
    bars.volume[::3] *= 40
    found = gated(bars, kind="commodity")
    assert found.view
    assert not np.isfinite(found.view.bars.volume[-60:]).any()
    assert np.isfinite(gated(bars).view.bars.volume).all()  # type: ignore[union-attr]


def test_an_index_with_the_volumes_of_another_is_named() -> None:
    first, second = bars_of(), times(bars_of(), 3.5, slice(None), PRICES)
    known = {"SPX": lone("SPX", name="S&P 500"), "RUT": lone()}
    panel = Panel(known, {"SPX": (first,), "RUT": (second,)}, ())
    why = "its volumes are those of the S&P 500, not its own"
    assert why in said(gate(panel, "RUT", SUNDAY), "recent")
    assert why not in said(gate(panel, "SPX", SUNDAY))


# --- scale


@pytest.mark.parametrize("ratio", [7, 4, 2, 1.5, 0.1])
def test_a_split_that_is_told_is_taken_into_the_prices(ratio: float) -> None:
    day = DAYS[-30]
    raw = times(bars_of(), ratio, slice(-30), PRICES)
    raw = replace(times(raw, 1 / ratio, slice(-30), ("volume",)), splits={day: ratio})
    found, whole = gated(raw), gated(bars_of())
    assert found.view
    assert whole.view
    for name in FIELDS:
        mine, theirs = getattr(found.view.bars, name), getattr(whole.view.bars, name)
        assert mine == pytest.approx(theirs, rel=1e-12)
    assert not found.plain
    assert said(found) == (
        f"prices before {day} are put on the scale after its split of {ratio:g} for 1, "
        f"which they did not hold"
    )


def test_before_its_ex_date_a_split_changes_nothing() -> None:
    raw = times(bars_of(), 7, slice(-30), PRICES)
    raw = replace(raw, splits={DAYS[-30]: 7.0})
    found = gated(raw, moment=f"{DAYS[-31]}T22:00")
    assert found.view
    assert found.view.close == raw.close[-31]
    assert found.view.bars.close.tolist() == raw.close[:-30].tolist()
    assert "split" not in said(found)


@pytest.mark.parametrize("ratio", [4, 1.5, 0.1])
def test_a_split_that_the_prices_hold_is_no_fault(ratio: float) -> None:
    found = gated(bars_of(splits={DAYS[-30]: ratio}))
    assert found.plain
    assert said(found) == ""


@pytest.mark.parametrize(("factor", "until"), [(100, -20), (0.01, -20), (1000, -3)])
def test_another_unit_is_named_and_its_rows_refused(factor: float, until: int) -> None:
    found = gated(times(bars_of(), factor, slice(until), PRICES))
    assert found.view
    assert len(found.view.bars) == -until
    many = round(max(factor, 1 / factor))
    assert f"like a change of units, {many} times" in said(found, "recent")
    assert f"bars before {DAYS[until]} are refused" in said(found, "recent")


def test_weeks_on_another_scale_do_not_cost_what_is_before_them() -> None:
    found = gated(times(bars_of(), 100, slice(-60, -30), PRICES))
    assert found.kept is not None
    assert len(found.kept) == len(DAYS) - 30
    assert f"bars from {DAYS[-60]} to {DAYS[-31]} are refused" in said(found)


def test_a_dividend_explains_the_step_that_it_makes() -> None:
    rows = times(bars_of(), 0.5, slice(-30, None), PRICES)
    paid = float(rows.close[-31] - rows.close[-30])
    assert "like a split" in said(gated(rows))
    explained = replace(rows, dividends={DAYS[-30]: paid})
    assert said(gated(explained)) == ""


def test_prices_in_whole_numbers_jump_by_rounding() -> None:
    rows = [(day, 2.0, 2.0, 1.0, 1.0 + n % 2, 900.0) for n, day in enumerate(DAYS)]
    found = gated(bars_of(rows))
    assert found.kept is not None
    assert len(found.kept) == len(DAYS)


def test_a_yield_in_tenths_is_refused(tmp_path: Path) -> None:
    rate = [(day, 4.0 + n % 7 / 50) for n, day in enumerate(DAYS)]
    rows = [*((day, 10 * one) for day, one in rate[:-20]), *rate[-20:]]
    panel = a_panel(tmp_path, (lone("TNX", kind="rate"), rows))
    found = gate(panel, "TNX", SUNDAY)
    assert found.kept is not None
    assert len(found.kept) == 20
    assert "are refused" in said(found)


def test_weekly_bars_are_not_used() -> None:
    weekly = [row for row in GOOD if date.fromisoformat(str(row[0])).weekday() == 4]
    found = gated(bars_of(weekly))
    assert found.view is None
    assert found.gaps[-1].reason == (
        "its bars are a week or more apart, not a session; not used"
    )


# --- when a bar was fetched, in what currency


def test_a_bar_that_was_fetched_before_the_close_is_left_out() -> None:
    origin = Origin(vendor="one", fetched_at=at("2026-02-06T20:59"))
    found = gated(bars_of(origin=origin))
    assert found.view
    assert found.view.bars.day(-1) == DAYS[-2]
    assert said(found) == (
        "the bar of 2026-02-06 was fetched before its session closed; it is left out"
    )
    late = Origin(vendor="one", fetched_at=at("2026-02-06T21:00"))
    assert said(gated(bars_of(origin=late))) == ""


@pytest.mark.parametrize(
    ("told", "own", "why"),
    [
        ("GBp", "GBP", "in GBp and the instrument is told in GBP, a factor of 100"),
        ("EUR", "USD", "in EUR and the instrument is told in USD; not used"),
        ("USD", "USD", ""),
        ("", "GBP", ""),
    ],
)
def test_prices_in_another_currency_are_not_used(told: str, own: str, why: str) -> None:
    bars = bars_of(origin=Origin(vendor="one", currency=told))
    found = gated(bars, currency=own, unit=own)
    assert (found.view is None) is bool(why)
    assert why in said(found)


def test_an_index_has_points_whatever_its_members_cost() -> None:
    bars = bars_of(origin=Origin(vendor="one", currency="GBP"))
    assert gated(bars, kind="index", unit="points", currency="USD").view


# --- vendors


def two(**more: Any) -> Bars:
    """The same bars of another vendor."""
    return bars_of(origin=Origin(vendor="two", adjusted="splits"), **more)


def test_the_second_vendor_serves_where_the_first_cannot() -> None:
    found = gated(bars_of(GOOD[:-9]), two())
    assert found.view
    assert found.view.bars.vendor == "two"
    assert "one: its last bar is of" in said(found, "recent")
    assert said(found, "lost") == ""


def test_where_no_vendor_serves_each_says_why() -> None:
    found = gated(bars_of(GOOD[:-9]), replace(two(), close=two().close * np.nan))
    assert found.view is None
    assert "one: its last bar is of" in said(found, "lost")
    assert "two: " in said(found, "lost")


def test_vendors_in_different_units_are_named() -> None:
    found = gated(bars_of(), times(two(), 100, slice(None), PRICES))
    assert said(found) == "two has prices 100 times those of one"


def test_vendors_that_adjust_for_other_things_are_compared_by_their_moves() -> None:
    origin = Origin(vendor="two", adjusted="splits and dividends")
    paid = times(replace(two(), origin=origin), 0.99, slice(None), PRICES)
    assert said(gated(bars_of(), paid)) == ""
    wrong = times(paid, 1.01, slice(-1, None), ("close",))
    assert "vendors disagree on the move of 2026-02-06" in said(gated(bars_of(), wrong))


# --- dividends


PAID = (60, 123, 186, 249)  # rows of the ex-dates
SUM = 0.6  # of a price of a hundred or so


def paying(
    sums: Mapping[int, float] | None = None, taken: Mapping[int, float] | None = None
) -> Bars:
    """Bars that fall by each dividend; `sums` tells, `taken` takes off, otherwise."""
    bars = bars_of()
    fell = {row: float(SUM / bars.close[row - 1]) for row in PAID}
    adjusted = np.ones(len(bars))
    for row, share in fell.items():
        bars = times(bars, 1 - share, slice(row, None), PRICES)
        off = fell | {
            row: one / bars.close[row - 1] for row, one in (taken or {}).items()
        }
        adjusted[:row] *= 1 - off[row]
    told = {row: fell[row] * bars.close[row - 1] for row in PAID} | dict(sums or {})
    dividends = {DAYS[row]: one for row, one in told.items() if one}
    return replace(bars, dividends=dividends, adj_close=bars.close * adjusted)


def test_dividends_that_prices_and_adjustment_hold_are_no_gap() -> None:
    assert said(gated(paying())) == ""


@pytest.mark.parametrize(
    ("sums", "taken", "why"),
    [
        ({}, {249: 0}, "the dividend is not in the adjusted close on"),
        ({}, {249: SUM / 100}, "holds a hundredth of the dividend on"),
        ({249: SUM / 100}, {}, "holds the dividend a hundredfold on"),
        ({249: 25.0}, {}, "holds another sum than the dividend on"),
        ({249: 0}, {}, "the adjusted close steps without a dividend on"),
        ({249: 60.0}, {249: 60.0}, "is beyond what the price shows on"),
        ({252: SUM}, {}, "the dividend is told twice on"),
    ],
)
def test_a_wrong_dividend_is_named(
    sums: Mapping[int, float], taken: Mapping[int, float], why: str
) -> None:
    found = gated(paying(sums, taken))
    assert f"{why} {DAYS[max([249, *sums])]}" in said(found, "recent")
    assert found.plain  # closes before dividends are not touched by it


def test_a_hundredth_that_all_prices_deny_is_named() -> None:
    rows = range(12, 268, 16)
    bars = bars_of()
    for row in rows:
        bars = times(bars, 0.96, slice(row, None), PRICES)
    told = {DAYS[row]: 0.0004 * float(bars.close[row - 1]) for row in rows}
    found = gated(replace(bars, dividends=told))
    assert "looks like a hundredth of the true one on" in said(found, "recent")
    right = {day: 100 * one for day, one in told.items()}
    assert said(gated(replace(bars, dividends=right))) == ""


def test_a_dividend_that_adjusted_prices_still_hold_is_named() -> None:
    bars = times(bars_of(), 0.9, slice(-30, None), PRICES)
    origin = Origin(vendor="one", adjusted="splits and dividends")
    paid = {DAYS[-30]: 0.1 * float(bars.close[-31])}
    found = gated(replace(bars, origin=origin, dividends=paid))
    assert said(found) == f"the dividend is still in the prices on {DAYS[-30]}"


def test_a_name_that_pays_every_week_pays_nothing_twice() -> None:
    bars = bars_of()
    told = {DAYS[row]: 0.2 for row in range(20, 270, 5)}
    assert said(gated(replace(bars, dividends=told))) == ""


# --- many moments of one panel


def test_what_no_moment_changes_is_made_once() -> None:
    bars, instrument = bars_of(), lone()
    panel = Panel({"RUT": instrument}, {"RUT": (bars,)}, ())
    first = gate(panel, "RUT", at("2026-01-05T22:00"))
    second = gate(panel, "RUT", SUNDAY)
    assert first.of is second.of is ready(bars, instrument).bars
    assert first.plain
    assert second.plain


def test_rows_are_plain_while_the_end_of_the_file_keeps_them() -> None:
    bars = times(bars_of(), 100, slice(-60, -30), PRICES)
    before, amid, after = (
        gated(bars, moment=f"{DAYS[row]}T22:00") for row in (-61, -40, -1)
    )
    assert (before.plain, amid.plain, after.plain) == (True, False, True)


FAULTS = st.lists(
    st.tuples(
        st.integers(1, len(DAYS) - 1),
        st.sampled_from([1, 3, 8, 400]),
        st.sampled_from([100, 0.01, 7, 0.5, 3]),
    ),
    max_size=4,
)


@settings(max_examples=60, deadline=None)
@given(faults=FAULTS, cut=st.integers(30, len(DAYS) - 1))
def test_later_rows_change_nothing_at_the_gate(
    faults: list[tuple[int, int, float]], cut: int
) -> None:
    bars = bars_of(dividends={DAYS[50]: 0.4, DAYS[140]: 0.4, DAYS[145]: 0.4})
    bars = replace(bars, adj_close=bars.close * 1.0, splits={DAYS[150]: 7.0})
    for row, span, factor in faults:
        bars = times(bars, factor, slice(row, row + span), PRICES)
    moment = f"{DAYS[cut]}T22:00"
    whole = gated(bars, moment=moment)
    known = gated(bars.taken(slice(cut + 1)), moment=moment)
    assert known.gaps == whole.gaps
    assert (known.view is None) is (whole.view is None)
    if known.view and whole.view:
        assert known.view.bars.lines() == whole.view.bars.lines()
        assert known.view.places.tolist() == whole.view.places.tolist()
