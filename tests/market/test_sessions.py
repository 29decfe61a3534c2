"""When exchanges open and close, and where they stand at a moment (T3)."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest

from generator import market
from generator.market.sessions import aware, calendar, closes_of, missed
from generator.model.market import Session, Tape
from tests.builders import some_bars
from tests.market.scenes import a_panel, at, lone, sessions


def session_at(tmp_path: Path, moment: str, code: str = "XNYS") -> Session:
    """Where an exchange stands, with bars to the sixth of February 2026."""
    rows = some_bars(sessions("2025-12-01", "2026-02-06", code))
    panel = a_panel(tmp_path, (lone(calendar=code), rows))
    return market.read(panel, at(moment)).sessions["RUT"]


@pytest.mark.parametrize(
    ("moment", "state"),
    [
        ("2026-02-06T14:29", "pre"),
        ("2026-02-06T14:30", "open"),
        ("2026-02-06T20:59", "open"),
        ("2026-02-06T21:00", "post"),
        ("2026-02-07T15:00", "closed"),
        ("2026-01-19T15:00", "holiday"),
    ],
)
def test_an_exchange_stands_where_its_calendar_says(
    tmp_path: Path, moment: str, state: str
) -> None:
    assert session_at(tmp_path, moment).state == state


def test_a_half_day_closes_early_and_its_bar_is_known_then(tmp_path: Path) -> None:
    session = session_at(tmp_path, "2025-12-24T18:00")
    assert session.last == date(2025, 12, 24)
    assert session.closed_at == at("2025-12-24T18:00")
    earlier = session_at(tmp_path, "2025-12-24T17:59")
    assert (earlier.last, earlier.state) == (date(2025, 12, 23), "open")


def test_the_last_session_is_the_last_one_with_a_bar(sunday: Tape) -> None:
    assert sunday.sessions["RUT"].last == date(2026, 2, 6)
    assert sunday.sessions["RUT"].state == "closed"
    assert sunday.sessions["BTC_USD"].state == "open"
    assert sunday.sessions["BTC_USD"].last == date(2026, 2, 7)
    assert sunday.sessions["DAX"].closed_at == at("2026-02-06T16:30")


def test_an_unknown_calendar_knows_a_bar_at_22_of_its_day(tmp_path: Path) -> None:
    assert calendar("NOWHERE", date(2026, 1, 1), date(2026, 2, 1)) is None
    days = np.array(["2026-02-06"], dtype="datetime64[D]")
    assert aware(closes_of(days, None)[0]) == at("2026-02-06T22:00")
    rows = some_bars(sessions("2025-12-01", "2026-02-06"))
    panel = a_panel(tmp_path, (lone(calendar="NOWHERE"), rows))
    assert market.read(panel, at("2026-02-06T22:00")).sessions["RUT"].state == "unknown"


def test_round_the_clock_days_end_at_midnight() -> None:
    always = calendar("24/7", date(2026, 2, 1), date(2026, 2, 8))
    weekdays = calendar("24/5", date(2026, 2, 1), date(2026, 2, 8))
    saturday = np.array(["2026-02-07"], dtype="datetime64[D]")
    assert always
    assert weekdays
    assert aware(closes_of(saturday, always)[0]) == at("2026-02-08T00:00")
    assert weekdays.rows(saturday)[0] == -1
    assert always.counts
    assert not weekdays.counts


def test_a_calendar_that_begins_late_is_used_as_far_as_it_reaches() -> None:
    table = calendar("XTKS", date(1990, 1, 1), date(2000, 1, 1))
    assert table
    assert table.days[0] >= np.datetime64("1997-01-01")


def test_missed_sessions_are_counted_by_the_calendar() -> None:
    table = calendar("XNYS", date(2026, 1, 1), date(2026, 2, 8))
    friday = np.datetime64("2026-01-16")  # before Martin Luther King's day
    assert missed(table, friday, lag=0, as_of=at("2026-01-19T22:00")) == 0
    assert missed(table, friday, lag=0, as_of=at("2026-01-20T20:59")) == 0
    assert missed(table, friday, lag=0, as_of=at("2026-01-20T21:00")) == 1
    assert missed(table, friday, lag=15, as_of=at("2026-01-20T21:00")) == 0
