"""Standing: when a bar is known, what is missing, and where an exchange stands."""

from datetime import date, datetime
from typing import Literal

import numpy as np

from generator.market.sessions.calendars import (
    DAY,
    Calendar,
    Days,
    Moments,
    aware,
    naive,
)
from generator.model.market import Instrument, Session

State = Literal["pre", "open", "post", "closed", "holiday", "unknown"]
UNKNOWN_CLOSE = np.timedelta64(22, "h")  # after every exchange's close of that date
A_WEEK = 8  # sessions in a row, and one more: within them a market has a break
A_DAY = 24 * 60  # minutes: a lag of whole days counts sessions, not days


def closes_of(dates: Days, table: Calendar | None) -> Moments:
    """When each date's session closed; 22:00 UTC where no calendar tells."""
    late: Moments = np.add(dates.astype("datetime64[s]"), UNKNOWN_CLOSE)
    if table is None:
        return late
    rows = table.rows(dates)
    return np.where(rows >= 0, table.closes[rows], late)


def known_at(dates: Days, instrument: Instrument, table: Calendar | None) -> Moments:
    """When each bar is known: its session's close, plus the publication lag (T2).

    A lag of a day is one of a session: Friday's figure is not there on a Saturday.
    """
    lag = instrument.lag_minutes
    if table is None:
        late: Moments = np.add(closes_of(dates, None), np.timedelta64(lag, "m"))
        return late
    rows = table.rows(dates)
    after: Moments = np.add(closes_of(dates, None), np.timedelta64(lag, "m"))
    return np.where(rows >= 0, published(table, lag)[rows], after)


def published(table: Calendar, lag: int) -> Moments:
    """When the bar of each session of a calendar is known."""
    sessions, rest = divmod(lag, A_DAY)
    rows = np.arange(len(table.days)) + sessions
    over = np.maximum(rows - (len(rows) - 1), 0)
    closes = table.closes[np.minimum(rows, len(rows) - 1)]
    known: Moments = closes + over * DAY + np.timedelta64(rest, "m")
    return known


def missed(
    table: Calendar | None, last: np.datetime64, *, lag: int, as_of: datetime
) -> int:
    """Complete sessions after the last bar's, known by `as_of`; days if unknown.

    Where the bars count the sessions, a half day may have no bar and is not counted.
    """
    now = naive(as_of)
    if table is None:
        now = now - np.timedelta64(lag, "m")
        return int(np.busday_count(last, now.astype("datetime64[D]"))) - 1
    sessions, rest = divmod(lag, A_DAY)
    closed = now - np.timedelta64(rest, "m")
    done = int(np.searchsorted(table.closes, closed, side="right")) - sessions
    since = int(np.searchsorted(table.days, last, side="right"))
    if not table.counts:
        done -= int(table.early[since:done].sum())
    return done - since


def standing(
    table: Calendar | None, last: np.datetime64, as_of: datetime, *, lag: int = 0
) -> Session:
    """Where the exchange stands at `as_of`, and the close of the last bar's session."""
    day = last.astype("datetime64[D]")
    closed = aware(closes_of(np.array([day]), table)[0])
    if table is None:
        gone = max(missed(None, day, lag=lag, as_of=as_of), 0)
        return Session("unknown", day.item(), closed, missing=gone)
    today = as_of.astimezone(table.zone).date()
    now = state(table, as_of)
    row, own = table.rows(np.array([today, day], dtype="datetime64[D]")).tolist()
    return Session(
        now,
        day.item(),
        closed,
        half=bool(own >= 0 and table.early[own]),
        today_half=bool(row >= 0 and table.early[row]),
        today_close=aware(table.closes[row]) if row >= 0 else None,
        next_open=next_open(table, as_of),
        holiday=table.holiday(today) if now == "holiday" else "",
        missing=max(missed(table, day, lag=lag, as_of=as_of), 0),
    )


def next_open(table: Calendar, as_of: datetime) -> datetime | None:
    """When the exchange opens after a break; None where that is not known, or never."""
    row = int(np.searchsorted(table.opens, naive(as_of), side="right"))
    opens, closes = table.opens[row : row + A_WEEK], table.closes[row - 1 :][:A_WEEK]
    breaks = np.flatnonzero(opens > closes[: len(opens)]) if row else np.array([0])
    if not len(breaks) or table.days[row + breaks[0]].item() > table.until:
        return None
    return aware(opens[breaks[0]])


def state(table: Calendar, as_of: datetime) -> State:
    """`pre`, `open`, `post`, `closed` (a weekend) or `holiday`; else `unknown`."""
    now = naive(as_of)
    local = as_of.astimezone(table.zone).date()
    if not table.days[0].item() <= local <= table.until:
        return "unknown"
    row = int(np.searchsorted(table.opens, now, side="right")) - 1
    if row >= 0 and now < table.closes[row]:
        return "open"
    today = int(table.rows(np.array([local], dtype="datetime64[D]"))[0])
    if today >= 0:
        return "pre" if now < table.opens[today] else "post"
    return "holiday" if is_weekday(local) else "closed"


def is_weekday(day: date) -> bool:
    """Whether a day is none of a weekend."""
    return bool(np.is_busday(np.datetime64(day)))
