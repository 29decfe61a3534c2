"""Sessions: when each exchange opens and closes, and when a bar is known."""

import warnings
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Literal
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from generator.market.indicators import Ints
from generator.model.market import Instrument, Session

State = Literal["pre", "open", "post", "closed", "holiday", "unknown"]
Days = NDArray[np.datetime64]  # unit D
Moments = NDArray[np.datetime64]  # unit s, UTC

ALWAYS = "24/7"
WEEKDAYS = "24/5"
# Calendars that hold days on which vendors print no bar (futures trade a few hours on
# US holidays): there, sessions are counted by the bars.
LOOSE = ("24/5", "CMES", "CMEGlobex", "IEPA", "us_futures")
UNKNOWN_CLOSE = np.timedelta64(22, "h")  # after every exchange's close of that date


@dataclass(frozen=True, slots=True, eq=False)
class Calendar:
    """The sessions of one exchange, oldest first, with their opens and closes."""

    days: Days
    opens: Moments
    closes: Moments
    early: NDArray[np.bool_]
    zone: ZoneInfo
    counts: bool  # whether its sessions, and not the bars, count windows

    def rows(self, dates: Days) -> Ints:
        """The session of each date, -1 where that date has none."""
        rows = np.searchsorted(self.days, dates)
        inside = np.minimum(rows, len(self.days) - 1)
        return np.where(self.days[inside] == dates, inside, -1)


def calendar(code: str, first: date, last: date) -> Calendar | None:
    """The sessions of a calendar over whole years; None for an unknown code."""
    return _calendar(code, first.year, last.year)


@lru_cache(maxsize=128)
def _calendar(code: str, first: int, last: int) -> Calendar | None:
    start, end = date(first, 1, 1), date(last + 1, 1, 31)
    if code in (ALWAYS, WEEKDAYS):
        return _round_the_clock(start, end, weekends=code == ALWAYS)
    with warnings.catch_warnings():
        # The package still asks pandas 3 for what pandas 4 will drop.
        warnings.simplefilter("ignore", DeprecationWarning)
        return _exchange(code, start, end)


def _exchange(code: str, start: date, end: date) -> Calendar | None:
    import exchange_calendars  # noqa: PLC0415 - a third of a second

    if code not in exchange_calendars.get_calendar_names(include_aliases=True):
        return None
    try:
        found = exchange_calendars.get_calendar(code, start=start, end=end)
    except ValueError:  # the package knows that exchange for fewer years
        kind = type(exchange_calendars.get_calendar(code))
        low, high = kind.bound_min(), kind.bound_max()
        start = max(start, low.date()) if low is not None else start
        end = min(end, high.date()) if high is not None else end
        found = exchange_calendars.get_calendar(code, start=start, end=end)
    days = found.sessions.to_numpy().astype("datetime64[D]")
    return Calendar(
        days,
        found.opens.dt.tz_localize(None).to_numpy().astype("datetime64[s]"),
        found.closes.dt.tz_localize(None).to_numpy().astype("datetime64[s]"),
        np.isin(days, found.early_closes.to_numpy().astype("datetime64[D]")),
        ZoneInfo(str(found.tz)),
        not code.startswith(LOOSE),
    )


def _round_the_clock(start: date, end: date, *, weekends: bool) -> Calendar:
    days = np.arange(np.datetime64(start, "D"), np.datetime64(end, "D"))
    if not weekends:
        days = days[np.is_busday(days)]
    opens = days.astype("datetime64[s]")
    return Calendar(
        days,
        opens,
        np.add(opens, np.timedelta64(1, "D")),
        np.zeros(len(days), dtype=bool),
        ZoneInfo("UTC"),
        weekends,
    )


def closes_of(dates: Days, table: Calendar | None) -> Moments:
    """When each date's session closed; 22:00 UTC where no calendar tells."""
    late: Moments = np.add(dates.astype("datetime64[s]"), UNKNOWN_CLOSE)
    if table is None:
        return late
    rows = table.rows(dates)
    return np.where(rows >= 0, table.closes[rows], late)


def known_at(dates: Days, instrument: Instrument, table: Calendar | None) -> Moments:
    """When each bar is known: its session's close, plus the publication lag (T2)."""
    lag = np.timedelta64(instrument.lag_minutes, "m")
    known: Moments = np.add(closes_of(dates, table), lag)
    return known


def naive(moment: datetime) -> np.datetime64:
    """An aware time as numpy counts it."""
    return np.datetime64(moment.astimezone(UTC).replace(tzinfo=None), "s")


def aware(moment: np.datetime64) -> datetime:
    """A time of numpy as an aware UTC one."""
    seconds = int(moment.astype("datetime64[s]").astype(np.int64))
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)


def standing(table: Calendar | None, last: np.datetime64, as_of: datetime) -> Session:
    """Where the exchange stands at `as_of`, and the close of the last bar's session."""
    day = last.astype("datetime64[D]")
    closed = aware(closes_of(np.array([day]), table)[0])
    if table is None:
        return Session("unknown", day.item(), closed)
    return Session(state(table, as_of), day.item(), closed)


def state(table: Calendar, as_of: datetime) -> State:
    """`pre`, `open`, `post`, `closed` (a weekend) or `holiday`."""
    now = naive(as_of)
    row = int(np.searchsorted(table.opens, now, side="right")) - 1
    if row >= 0 and now < table.closes[row]:
        return "open"
    local = np.datetime64(as_of.astimezone(table.zone).date(), "D")
    today = int(table.rows(np.array([local]))[0])
    if today >= 0:
        return "pre" if now < table.opens[today] else "post"
    return "holiday" if np.is_busday(local) else "closed"


def missed(
    table: Calendar | None, last: np.datetime64, *, lag: int, as_of: datetime
) -> int:
    """Complete sessions after the last bar's, known by `as_of`; days if unknown."""
    now = naive(as_of) - np.timedelta64(lag, "m")
    if table is None:
        return int(np.busday_count(last, now.astype("datetime64[D]"))) - 1
    done = int(np.searchsorted(table.closes, now, side="right"))
    return done - int(np.searchsorted(table.days, last, side="right"))
