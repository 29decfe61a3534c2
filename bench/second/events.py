"""Events: the days of releases, worked out once more from `seeds/calendar.toml`."""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
from pandas.tseries.holiday import USFederalHolidayCalendar
from pandas.tseries.offsets import CustomBusinessDay

from bench.second.shelf import sessions

NTH = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1}
WEEKDAYS = "monday tuesday wednesday thursday friday".split()
DAY = timedelta(days=1)
AFTER = timedelta(days=45)


@cache
def releases(path: Path) -> Mapping[str, Mapping[str, Any]]:
    """The rows of the calendar, by the release's name."""
    rows = tomllib.loads(path.read_text("utf-8"))
    found = {str(one["name"]): dict(one) for one in rows["release"]}
    for one in rows.get("date", []):
        found.setdefault(str(one["release"]), {}).setdefault("more", []).append(
            one["date"]
        )
    return found


@cache
def holidays() -> frozenset[date]:
    """The federal holidays, observed."""
    found = USFederalHolidayCalendar().holidays("2000-01-01", "2035-12-31")
    return frozenset(one.date() for one in found)


def is_open(day: date, closed: str) -> bool:
    """Whether a weekday is one of business: by the federal state, or by the market."""
    if closed == "market":
        return pd.Timestamp(day) in sessions("XNYS").index
    return day.weekday() < len(WEEKDAYS) and day not in holidays()


def months(first: date, last: date) -> Iterator[pd.Timestamp]:
    """The first day of each month of a span, a month about it as well."""
    start, end = pd.Timestamp(first) - AFTER, pd.Timestamp(last) + AFTER
    yield from pd.date_range(start, end, freq="MS")


def days_of(month: pd.Timestamp, weekday: int) -> list[date]:
    """The days of a month that are such a weekday."""
    span = pd.date_range(month, month + pd.offsets.MonthEnd(0))
    return [one.date() for one in span if one.weekday() == weekday]


def business(month: pd.Timestamp, closed: str) -> list[date]:
    """The days of a month on which there is business."""
    if closed == "market":
        span = pd.date_range(month, month + pd.offsets.MonthEnd(0))
        return [one.date() for one in span if is_open(one.date(), closed)]
    off = CustomBusinessDay(calendar=USFederalHolidayCalendar())
    return [
        one.date()
        for one in pd.date_range(month, month + pd.offsets.MonthEnd(0), freq=off)
    ]


def ruled(
    words: str, month: pd.Timestamp, closed: str, fed: list[date]
) -> Iterator[date]:
    """The days of a month that a rule names; LookupError for words not known."""
    nth = re.fullmatch(r"(first|second|third|fourth|last) (business day|\w+day)", words)
    every = re.fullmatch(r"every (\w+day)", words)
    after = re.fullmatch(r"(\d+) days after Fed decision", words)
    if nth and nth[2] == "business day":
        yield business(month, closed)[NTH[nth[1]]]
    elif nth:
        yield days_of(month, WEEKDAYS.index(nth[2]))[NTH[nth[1]]]
    elif every:
        yield from days_of(month, WEEKDAYS.index(every[1]))
    elif after:
        yield from (day + int(after[1]) * DAY for day in fed)
    elif words in ODD:
        yield from ODD[words](month, fed)
    else:
        raise LookupError(words)


def jobs(month: pd.Timestamp, _: list[date]) -> Iterator[date]:
    """The third Friday after the week, from Sunday, that holds the 12th.

    A week later where that is one of the first three days of a January, as the bureau
    has it: 10 January 2025, and not the third.
    """
    twelfth = month.date().replace(day=12)
    saturday = twelfth + ((5 - twelfth.weekday()) % 7) * DAY
    friday = saturday + 20 * DAY
    yield friday + (7 * DAY if (friday.month, friday.day) <= (1, 3) else timedelta(0))


def vix(month: pd.Timestamp, _: list[date]) -> Iterator[date]:
    """Thirty days before the third Friday of the next month, or before its eve.

    Cboe counts from the day before where that Friday is no session, as on Good Friday.
    """
    friday = days_of(month + pd.offsets.MonthBegin(1), 4)[2]
    yield friday - 30 * DAY if is_open(friday, "market") else friday - 31 * DAY


def book(_: pd.Timestamp, fed: list[date]) -> Iterator[date]:
    """The Wednesday of the week two weeks before the decision."""
    yield from (day - (day.weekday() - 2) * DAY - 14 * DAY for day in fed)


ODD: Mapping[str, Callable[[pd.Timestamp, list[date]], Iterator[date]]] = {
    "third friday after the week of the 12th": jobs,
    "30 days before the third friday of the next month": vix,
    "wednesday two weeks before Fed decision": book,
}


def shifted(day: date, rule: Mapping[str, Any]) -> date:
    """The day after what a holiday does to it."""
    closed, way = rule.get("closed", "federal"), rule.get("holiday")
    step = {"before": -DAY, "after": DAY}.get(str(way))
    while step and not is_open(day, closed):
        day += step
    return day


@cache
def due(path: Path, name: str, today: date) -> frozenset[date]:
    """The days on which a release is to come out, as they were known on a day."""
    row, fed = releases(path)[name], list(releases(path)["Fed decision"]["dates"])
    near = [day for day in fed if abs(day - today) < AFTER]
    listed = {*row.get("dates", ()), *row.get("more", ())}
    found = set(listed)
    for rule in row.get("rules", ()):
        for month in months(today, today):
            if "months" not in rule or is_named(month, rule):
                days = ruled(
                    str(rule["day"]), month, rule.get("closed", "federal"), near
                )
                found |= {shifted(day, rule) for day in days}
    for one in row.get("moved", ()):
        if "known" not in one or one["known"] < today:
            found = (found - {one.get("day")}) | ({one["to"]} if "to" in one else set())
    return frozenset(found)


def is_named(month: pd.Timestamp, rule: Mapping[str, Any]) -> bool:
    """Whether a rule gives a day in that month."""
    return month.month in rule["months"]
