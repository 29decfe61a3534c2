"""What was not yet known changes nothing (T2)."""

from pathlib import Path

import pytest

from generator import market
from generator.market import Panel
from generator.model.market import Tape
from tests.builders import some_bars
from tests.market.scenes import (
    BOXING_DAY,
    SUNDAY,
    a_panel,
    at,
    known_instruments,
    lone,
    real_instruments,
    sessions,
)


def cut(source: Path, target: Path, last: str) -> Path:
    """A copy of a price folder without the rows after a date."""
    target.mkdir(parents=True)
    for path in source.iterdir():
        lines = path.read_text("utf-8").splitlines(keepends=True)
        if path.suffix == ".csv":
            lines = lines[:1] + [line for line in lines[1:] if line[:10] <= last]
        if len(lines) > 1:
            (target / path.name).write_text("".join(lines), "utf-8")
    return target


def test_cutting_later_rows_off_the_seeds_changes_no_byte(
    boxing_day: Tape, tmp_path: Path
) -> None:
    from generator.plain.places import SEEDS

    folder = cut(SEEDS / "prices", tmp_path / "prices", "2018-12-26")
    panel = market.load([folder], known_instruments())
    assert repr(market.read(panel, BOXING_DAY)) == repr(boxing_day)


def test_cutting_later_rows_off_the_real_files_changes_no_byte(
    sunday: Tape, shared: Path, tmp_path: Path
) -> None:
    names = ("prices", "prices-second-vendor")
    # The coins' bars of 8 February are there, and not known before midnight.
    folders = [cut(shared / name, tmp_path / name, "2026-02-08") for name in names]
    panel = market.load(folders, real_instruments())
    assert repr(market.read(panel, SUNDAY)) == repr(sunday)


def test_charts_and_explanations_do_not_look_ahead_either(
    seeds: Panel, boxing_day: Tape
) -> None:
    assert market.series(seeds, "SPX", BOXING_DAY).dates[-1].isoformat() == "2018-12-26"
    text = market.bars(seeds, boxing_day.facts["spx.rsi.14"])
    assert text.splitlines()[-1].startswith("2018-12-26,")


def test_a_bar_is_known_at_its_close_and_not_a_second_before(tmp_path: Path) -> None:
    rows = some_bars(sessions("2024-01-02", "2026-02-06"))
    panel = a_panel(tmp_path, (lone(), rows))
    before = market.read(panel, at("2026-02-06T20:59:59"))
    after = market.read(panel, at("2026-02-06T21:00:00"))
    assert before.facts["rut.close"].window.last.isoformat() == "2026-02-05"
    assert after.facts["rut.close"].window.last.isoformat() == "2026-02-06"


def test_a_late_vendors_bar_is_known_after_its_lag(tmp_path: Path) -> None:
    rows = some_bars(sessions("2024-01-02", "2026-02-06"))
    panel = a_panel(tmp_path, (lone(lag_minutes=1440), rows))
    tape = market.read(panel, at("2026-02-07T20:59"))
    assert tape.facts["rut.close"].window.last.isoformat() == "2026-02-05"
    assert tape.facts["rut.close"].known_at == at("2026-02-06T21:00")


@pytest.mark.parametrize(
    ("moment", "last"),
    [("2026-02-08T22:00", "2026-02-07"), ("2026-02-09T00:00", "2026-02-08")],
)
def test_a_coins_bar_is_known_when_its_day_is_over(
    real: Panel, moment: str, last: str
) -> None:
    tape = market.read(real, at(moment))
    assert tape.facts["btc_usd.close"].window.last.isoformat() == last


def test_two_readings_are_the_same_bytes(seeds: Panel, boxing_day: Tape) -> None:
    assert repr(market.read(seeds, BOXING_DAY)) == repr(boxing_day)
