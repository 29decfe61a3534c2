"""When exchanges open and close, and where they stand at a moment (T3)."""

import subprocess
import sys
from datetime import date
from functools import cache
from importlib.metadata import version
from pathlib import Path

import numpy as np
import pytest

from generator import market
from generator.market.sessions import (
    aware,
    calendar,
    closes_of,
    known_at,
    missed,
    standing,
)
from generator.market.sessions.calendars import ALWAYS, Calendar, made
from generator.market.sessions.shipped import TABLE, about, shipped, write
from generator.model.market import Session, Tape
from tests.builders import some_bars
from tests.market.scenes import a_panel, at, known_instruments, lone, sessions

FRIDAY = np.datetime64("2026-02-06")
CODES = {one.calendar for one in known_instruments().values()} - {ALWAYS}


def session_at(tmp_path: Path, moment: str, code: str = "XNYS") -> Session:
    """Where an exchange stands, with bars to the sixth of February 2026."""
    rows = some_bars(sessions("2025-12-01", "2026-02-06", code))
    panel = a_panel(tmp_path, (lone(calendar=code), rows))
    return market.read(panel, at(moment)).sessions["RUT"]


def stands(
    moment: str, code: str = "XNYS", last: str = "2026-02-06", lag: int = 0
) -> Session:
    """Where an exchange stands at a moment, with a last bar of that day."""
    table = calendar(code, date(2020, 1, 1), date(2026, 12, 31))
    return standing(table, np.datetime64(last), at(moment), lag=lag)


@cache
def anew(code: str) -> Calendar:
    """A calendar over the years of the shipped table, from exchange_calendars."""
    first, last, _ = about()
    found = made(code, first, last)
    assert found, code
    return found


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


def test_a_half_day_is_said_of_the_last_bar_and_of_today() -> None:
    eve = stands("2025-12-24T15:00", last="2025-12-23")
    assert (eve.half, eve.today_half) == (False, True)
    assert eve.today_close == at("2025-12-24T18:00")
    boxing_day = stands("2025-12-26T15:00", last="2025-12-24")
    assert (boxing_day.half, boxing_day.today_half) == (True, False)


@pytest.mark.parametrize(
    ("moment", "code", "name", "opens"),
    [
        ("2025-11-27T15:00", "XNYS", "Thanksgiving", "2025-11-28T14:30"),
        ("2026-07-03T15:00", "XNYS", "Independence Day", "2026-07-06T13:30"),
        ("2026-08-31T10:00", "XLON", "Summer Bank Holiday", "2026-09-01T07:00"),
        ("2026-07-20T03:00", "XTKS", "Marine Day", "2026-07-21T00:00"),
        ("2025-01-09T15:00", "XNYS", "", "2025-01-10T14:30"),  # a day of mourning
    ],
)
def test_a_holiday_is_called_by_its_name_where_it_has_one(
    moment: str, code: str, name: str, opens: str
) -> None:
    session = stands(moment, code)
    assert (session.state, session.holiday) == ("holiday", name)
    assert session.next_open == at(opens)


@pytest.mark.parametrize(
    ("moment", "missing"),
    [
        ("2026-02-09T20:59", 0),
        ("2026-02-09T21:00", 1),
        ("2026-02-10T12:00", 1),  # before the next session's opening too
        ("2026-02-10T21:00", 2),
    ],
)
def test_complete_sessions_without_a_bar_are_counted(moment: str, missing: int) -> None:
    assert stands(moment).missing == missing


def test_an_unknown_calendar_counts_weekdays_without_a_bar() -> None:
    session = standing(None, FRIDAY, at("2026-02-11T23:00"))
    assert (session.state, session.missing) == ("unknown", 2)


@pytest.mark.parametrize(
    ("moment", "state", "opens"),
    [
        ("2026-02-06T21:59", "open", "2026-02-08T22:00"),
        ("2026-02-06T22:00", "post", "2026-02-08T22:00"),
        ("2026-02-08T21:59", "closed", "2026-02-08T22:00"),
        ("2026-02-08T22:00", "open", "2026-02-15T22:00"),
        ("2026-02-11T00:00", "open", "2026-02-15T22:00"),
        ("2026-07-05T21:00", "open", "2026-07-12T21:00"),  # in summer an hour earlier
    ],
)
def test_the_currency_market_has_a_week_of_new_york(
    moment: str, state: str, opens: str
) -> None:
    session = stands(moment, "24/5")
    assert (session.state, session.next_open) == (state, at(opens))


def test_a_coin_never_closes() -> None:
    session = stands("2026-02-08T03:00", ALWAYS)
    assert (session.state, session.next_open, session.half) == ("open", None, False)


def test_after_the_last_day_that_is_known_nothing_is_said() -> None:
    republic_day = stands("2027-01-26T05:00", "XBOM")  # known to the end of 2026
    assert (republic_day.state, republic_day.next_open) == ("unknown", None)
    assert stands("2026-11-24T05:00", "XBOM").state == "holiday"


def test_a_lag_of_a_day_is_one_of_a_session() -> None:
    rate = lone(lag_minutes=1440)
    table = calendar("XNYS", date(2026, 1, 1), date(2026, 2, 8))
    known = [aware(one) for one in known_at(np.array([FRIDAY]), rate, table)]
    assert known == [at("2026-02-09T21:00")]  # Monday, not Saturday
    thursday = np.datetime64("2026-02-05")
    assert missed(table, thursday, lag=1440, as_of=at("2026-02-08T22:00")) == 0
    assert missed(table, thursday, lag=1440, as_of=at("2026-02-09T21:00")) == 1


def test_a_half_day_of_a_future_may_have_no_bar() -> None:
    friday = "2026-01-16"  # on Martin Luther King's day futures trade till noon
    assert stands("2026-01-19T23:30", "CMES", friday).missing == 0
    assert stands("2026-01-20T23:30", "CMES", friday).missing == 1


# --- the shipped table


def test_the_table_has_every_calendar_of_the_seeds_and_is_small() -> None:
    assert set(about()[2]) == CODES
    assert TABLE.stat().st_size < 100_000


def test_the_table_is_of_the_version_that_is_installed() -> None:
    renew = "make it anew: python bin/sessions_table.py"
    with np.load(TABLE) as arrays:
        told = arrays["about"].tobytes().decode()
    assert f'"{version("exchange_calendars")}"' in told, renew


@pytest.mark.parametrize("code", sorted(CODES))
def test_the_table_says_what_the_package_says(code: str) -> None:
    mine, theirs = shipped(code), anew(code)
    assert mine
    for name in ("days", "opens", "closes", "early", "holidays"):
        assert np.array_equal(getattr(mine, name), getattr(theirs, name)), name
    for name in ("names", "until", "counts"):
        assert getattr(mine, name) == getattr(theirs, name), name
    assert str(mine.zone) == str(theirs.zone)


def test_the_table_is_written_the_same_again(tmp_path: Path) -> None:
    span = (date(2020, 1, 1), date(2021, 1, 31))
    for name in ("one", "two"):
        write(tmp_path / name, ["XETR", "24/5"], span)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_another_version_of_the_package_is_asked_instead(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = "generator.market.sessions.shipped"
    monkeypatch.setattr(f"{place}.version", lambda _: "0.1")
    write(tmp_path / "old", ["XETR"], (date(2020, 1, 1), date(2021, 1, 31)))
    monkeypatch.undo()
    monkeypatch.setattr(f"{place}.TABLE", tmp_path / "old")
    about.cache_clear()
    shipped.cache_clear()
    try:
        assert about()[2] == {}
        assert shipped("XETR") is None
    finally:
        monkeypatch.undo()
        about.cache_clear()
        shipped.cache_clear()


def test_beyond_the_table_the_package_is_asked() -> None:
    early = calendar("XNYS", date(1962, 1, 1), date(1963, 1, 1))
    assert early
    assert early.days[0] < np.datetime64("1962-01-05")
    other = calendar("XWBO", date(2026, 1, 1), date(2026, 2, 1))  # Vienna
    assert other
    assert other.holiday(date(2026, 1, 1)) == "New Year's Day"


def test_the_table_spares_the_package() -> None:
    asked = (
        "import sys; from datetime import date; "
        "from generator.market.sessions import calendar; "
        "[calendar(c, date(2010, 1, 1), date(2026, 2, 8)) for c in sys.argv[1:]]; "
        "print('exchange_calendars' in sys.modules)"
    )
    words = [sys.executable, "-c", asked, *sorted(CODES)]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False"]
