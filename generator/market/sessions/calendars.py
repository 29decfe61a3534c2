"""Calendars: the sessions of each exchange, by date, with their opens and closes."""

import re
import warnings
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from generator.market.indicators import Ints

Days = NDArray[np.datetime64]  # unit D
Moments = NDArray[np.datetime64]  # unit s, UTC

ALWAYS = "24/7"
WEEKDAYS = "24/5"
# Calendars that hold days on which vendors print no bar (futures trade a few hours on
# US holidays): there, sessions are counted by the bars.
LOOSE = ("24/5", "CMES", "CMEGlobex", "IEPA", "us_futures")
DAY = np.timedelta64(1, "D")
NEW_YORK = ZoneInfo("America/New_York")
WEEKEND = time(17)  # in New York: when a week of the currency market ends and begins
CALLED = {
    "Dr. Martin Luther King Jr. Day": "Martin Luther King Jr. Day",
    "July 4th": "Independence Day",
    "Juneteenth National Independence Day": "Juneteenth",
    "Kings's Birthday": "King's Birthday",
    "President's Day": "Presidents' Day",
}


@dataclass(frozen=True, slots=True, eq=False)
class Calendar:
    """The sessions of one exchange, oldest first, with their opens and closes.

    `early` marks the half days. `holidays` are weekdays without a session, and
    `names` what each is called, empty where that is not told. After `until` the days
    are only weekdays: the exchange has not said more yet.
    """

    days: Days
    opens: Moments
    closes: Moments
    early: NDArray[np.bool_]
    zone: ZoneInfo
    counts: bool  # whether its sessions, and not the bars, count windows
    until: date
    holidays: Days
    names: tuple[str, ...]

    def rows(self, dates: Days) -> Ints:
        """The session of each date, -1 where that date has none."""
        rows = np.searchsorted(self.days, dates)
        inside = np.minimum(rows, len(self.days) - 1)
        return np.where(self.days[inside] == dates, inside, -1)

    def holiday(self, day: date) -> str:
        """What a day without a session is called; empty where that is not told."""
        row = int(np.searchsorted(self.holidays, np.datetime64(day)))
        found = row < len(self.holidays) and self.holidays[row] == np.datetime64(day)
        return self.names[row] if found else ""


def round_the_clock(start: date, end: date) -> Calendar:
    """Every day from midnight to midnight UTC, as coins trade."""
    days = np.arange(np.datetime64(start), np.datetime64(end) + DAY)
    opens = days.astype("datetime64[s]")
    closes: Moments = np.add(opens, DAY)
    return whole(days, opens, closes, zone=ZoneInfo("UTC"), counts=True)


def weekdays(start: date, end: date) -> Calendar:
    """Weekdays from midnight to midnight UTC, as vendors cut the currency market.

    Its week begins on Sunday and ends on Friday at 17:00 in New York.
    """
    days = np.arange(np.datetime64(start), np.datetime64(end) + DAY)
    days = days[np.is_busday(days)]
    opens = days.astype("datetime64[s]")
    closes: Moments = np.add(opens, DAY)
    place = np.mod(days.astype(np.int64) + 3, 7)  # 1970 began on a Thursday
    for row in np.flatnonzero(place == 0):
        opens[row] = in_new_york(days[row] - DAY)
    for row in np.flatnonzero(place == 4):
        closes[row] = in_new_york(days[row])
    return whole(days, opens, closes, zone=ZoneInfo("UTC"), counts=False)


def in_new_york(day: np.datetime64) -> np.datetime64:
    """When the week of the currency market begins or ends on a day."""
    local = datetime.combine(date.fromisoformat(str(day)), WEEKEND, NEW_YORK)
    return np.datetime64(local.astimezone(UTC).replace(tzinfo=None), "s")


def whole(
    days: Days, opens: Moments, closes: Moments, *, zone: ZoneInfo, counts: bool
) -> Calendar:
    """A calendar without half days and holidays."""
    early = np.zeros(len(days), dtype=bool)
    until = days[-1].item()
    return Calendar(days, opens, closes, early, zone, counts, until, days[:0], ())


def made(code: str, start: date, end: date) -> Calendar | None:
    """The sessions of a code between two days, as exchange_calendars has them.

    None for an unknown code. A package that knows fewer years gives those; days after
    them are weekdays.
    """
    if code == ALWAYS:
        return round_the_clock(start, end)
    if code == WEEKDAYS:
        return weekdays(start, end)
    with warnings.catch_warnings():
        # The package still asks pandas 3 for what pandas 4 will drop.
        warnings.simplefilter("ignore", DeprecationWarning)
        return _exchange(code, start, end)


@lru_cache(maxsize=64)
def _exchange(code: str, start: date, end: date) -> Calendar | None:
    import exchange_calendars  # noqa: PLC0415 - a third of a second

    if code not in exchange_calendars.get_calendar_names(include_aliases=True):
        return None
    first, last = start, end
    try:
        found = exchange_calendars.get_calendar(code, start=first, end=last)
    except ValueError:  # the package knows that exchange for fewer years
        kind = type(exchange_calendars.get_calendar(code))
        low, high = kind.bound_min(), kind.bound_max()
        first = max(start, low.date()) if low is not None else start
        last = min(end, high.date()) if high is not None else end
        found = exchange_calendars.get_calendar(code, start=first, end=last)
    days = found.sessions.to_numpy().astype("datetime64[D]")
    known = Calendar(
        days,
        found.opens.dt.tz_localize(None).to_numpy().astype("datetime64[s]"),
        found.closes.dt.tz_localize(None).to_numpy().astype("datetime64[s]"),
        np.isin(days, found.early_closes.to_numpy().astype("datetime64[D]")),
        ZoneInfo(str(found.tz)),
        not code.startswith(LOOSE),
        last,
        *_holidays(found, days, (first, last)),
    )
    return prolonged(known, end)


def _holidays(
    found: object, days: Days, span: tuple[date, date]
) -> tuple[Days, tuple[str, ...]]:
    """The weekdays without a session, and what the package calls each."""
    every = np.arange(np.datetime64(span[0]), np.datetime64(span[1]) + DAY)
    off = np.setdiff1d(every[np.is_busday(every)], days)
    rules = getattr(found, "regular_holidays", None)
    if rules is None or not len(off):
        return off, ("",) * len(off)
    told = rules.holidays(str(off[0]), str(off[-1]), return_name=True)
    names = {day.date(): called(str(name)) for day, name in told.items()}
    return off, tuple(names.get(day, "") for day in off.tolist())


def called(name: str) -> str:
    """A holiday as a reader calls it: `Marine Day (2020)` is Marine Day."""
    bare = re.sub(r"^Weekend |\s*\([^)]*\)| extra Monday$", "", name)
    return CALLED.get(bare, bare)


def prolonged(table: Calendar, end: date) -> Calendar:
    """The calendar to `end`: weekdays with the usual hours where no more is known."""
    every = np.arange(table.days[-1] + DAY, np.datetime64(end) + DAY)
    more = every[np.is_busday(every) & (every > np.datetime64(table.until))]
    if not len(more):
        return table
    since = (more - table.days[-1]).astype("timedelta64[s]")
    return Calendar(
        np.concatenate([table.days, more]),
        np.concatenate([table.opens, table.opens[-1] + since]),
        np.concatenate([table.closes, table.closes[-1] + since]),
        np.concatenate([table.early, np.zeros(len(more), dtype=bool)]),
        table.zone,
        table.counts,
        table.until,
        table.holidays,
        table.names,
    )


def naive(moment: datetime) -> np.datetime64:
    """An aware time as numpy counts it."""
    return np.datetime64(moment.astimezone(UTC).replace(tzinfo=None), "s")


def aware(moment: np.datetime64) -> datetime:
    """A time of numpy as an aware UTC one."""
    seconds = int(moment.astype("datetime64[s]").astype(np.int64))
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
