"""Bars that may not be used, and the line that says so (T12)."""

from datetime import date
from pathlib import Path

import pytest

from generator import market
from generator.errors import PriceError
from generator.model.market import Tape
from tests.builders import a_price_file, some_bars
from tests.market.scenes import SUNDAY, Rows, a_panel, at, lone, reasons, sessions

DAYS = sessions("2025-01-02", "2026-02-06")
GOOD = some_bars(DAYS)


def told(folder: Path, rows: Rows, moment: str = "2026-02-08T22:00") -> Tape:
    """The tape of one instrument with these rows, beside a good one."""
    panel = a_panel(folder, (lone(), rows), (lone("SPX"), GOOD))
    return market.read(panel, at(moment))


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
    [(1, True, ""), (2, True, "2 sessions back"), (6, False, "6 sessions back")],
)
def test_late_bars_are_named_and_stale_ones_not_used(
    tmp_path: Path, missing: int, *, facts: bool, gap: str
) -> None:
    tape = told(tmp_path, GOOD[:-missing])
    assert ("rut.close" in tape.facts) is facts
    assert gap in reasons(tape, "RUT")
    assert bool(gap) is bool(reasons(tape, "RUT"))


def test_bars_that_begin_later_are_a_gap(tmp_path: Path) -> None:
    panel = a_panel(tmp_path, (lone(), GOOD[-20:]), (lone("SPX"), GOOD))
    tape = market.read(panel, at("2025-10-01T22:00"))
    assert "rut.close" not in tape.facts
    assert "begin on 2026-01-09" in reasons(tape, "RUT")


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
    assert repr(told(tmp_path / "a", rows)) == repr(told(tmp_path / "b", GOOD))


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
