"""Texts of a price file into days; an order that nobody can tell is refused."""

import re
from collections.abc import Sequence
from datetime import date

import numpy as np

from generator.errors import PriceError
from generator.market.sessions import Days

YEAR_FIRST = re.compile(r"(\d{4})([-/.]?)(\d\d)\2(\d\d)(?:[T ](.*))?")
YEAR_LAST = re.compile(r"(\d\d?)([-/.])(\d\d?)\2(\d{4})(?:[T ](.*))?")
CLOCK = re.compile(r"(\d\d):?(\d\d)?.*?(Z|UTC|[+-]\d\d:?\d\d)?")
UTC = frozenset(["Z", "UTC", "+00:00", "+0000", "-00:00"])
NOON = 12

Written = tuple[int, int, int]


def days_of(texts: Sequence[str], label: str, *, month_first: bool = False) -> Days:
    """The day of each text, NaT where it has none.

    `month_first` is the writer's known habit; without it a file in which every date
    may be read in two ways is refused. PriceError: such dates, rows of an intraday
    file, and times that leave the day open.
    """
    last = [match for text in texts if (match := YEAR_LAST.fullmatch(text))]
    turned = last and is_month_first(
        [(int(one[1]), int(one[3]), int(one[4])) for one in last],
        label,
        habit=month_first,
    )
    found, clocks = [], []
    for text in texts:
        day, clock = _read(text, month_first=bool(turned))
        found.append(day)
        clocks.append(clock)
    days = np.array(found, dtype="datetime64[D]")
    if any(clocks):
        check_clocks(days, clocks, label)
    return days


def _read(text: str, *, month_first: bool) -> tuple[date | None, str]:
    """A text's day and its time of day; no day if it is none."""
    if match := YEAR_FIRST.fullmatch(text):
        year, month, day = int(match[1]), int(match[3]), int(match[4])
    elif match := YEAR_LAST.fullmatch(text):
        year, one, two = int(match[4]), int(match[1]), int(match[3])
        month, day = (one, two) if month_first else (two, one)
    else:
        return None, ""
    return _day(year, month, day), match[5] or ""


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def is_month_first(rows: Sequence[Written], label: str, *, habit: bool) -> bool:
    """Whether dates like 02/13/2026 stand month first, as the file itself proves."""
    months = any(_day(year, one, two) and two > NOON for one, two, year in rows)
    days = any(_day(year, two, one) and one > NOON for one, two, year in rows)
    open_ = next((row for row in rows if row[0] != row[1]), None)
    if months and days:
        raise PriceError(
            f"{label}: dates in two orders, day first and month first; write dates "
            f"like 2026-02-06"
        )
    if months or days or open_ is None or habit:
        return months or (habit and not days)
    one, two, year = open_
    raise PriceError(
        f"{label}: no date like 2026-02-06: the first may be {date(year, two, one)} or "
        f"{date(year, one, two)}; write dates that way"
    )


def check_clocks(days: Days, clocks: Sequence[str], label: str) -> None:
    """PriceError where times make a file intraday, or leave the session's day open."""
    told = set(zip(days.tolist(), clocks, strict=True))
    whole = {day for day, _ in told}
    # One row beside its session's own is a print of the day, which in_order takes up.
    if len(told) - len(whole) > (len(whole) > 1):
        raise PriceError(f"{label}: several rows a day; give it daily bars")
    times = [CLOCK.fullmatch(clock) for clock in clocks]
    late = [
        clock
        for clock, time in zip(clocks, times, strict=True)
        if time and int(time[1]) >= NOON and time[3] in UTC
    ]
    if late:
        raise PriceError(
            f"{label}: rows stand at {late[0][:24]} in UTC, which may be the next day "
            f"at the exchange; write the session's date alone"
        )
