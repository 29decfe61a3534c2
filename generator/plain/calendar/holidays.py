"""Days without business in the United States: of its government and of its exchange.

Small rules instead of a package, because a calendar of the package takes a third of a
second to build; the tests compare them with pandas and exchange_calendars.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import Literal

Whose = Literal["federal", "market"]

ONE = timedelta(days=1)
MONDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = 0, 3, 4, 5, 6
JUNETEENTH = 2022  # the first year in which one knew of it before its month


def nth(year: int, month: int, weekday: int, place: int) -> date:
    """The weekday of a month at a place; a place of -1 is the last."""
    if place < 0:
        end = date(year + month // 12, month % 12 + 1, 1) - ONE
        return end - timedelta(days=(end.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (place - 1))


@cache
def good_friday(year: int) -> date:
    """Two days before Easter, by the anonymous Gregorian computus (Nature, 1876)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    moon = century - century // 4 - (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + moon + 15) % 30
    later = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * later) // 451
    month, day = divmod(epact + later - 7 * shift + 114, 31)
    return date(year, month, day + 1) - 2 * ONE


@cache
def holidays(year: int, whose: Whose = "federal") -> frozenset[date]:
    """The weekdays of a year without business, as one could know beforehand.

    A day of mourning or a hurricane is none of them: a window of sessions ahead must
    not count what nobody knew (T2).
    """
    days = {_observed(day) for day in _fixed(year, whose)}
    days |= {nth(year, 1, MONDAY, 3), nth(year, 2, MONDAY, 3)}
    days |= {nth(year, 5, MONDAY, -1), nth(year, 9, MONDAY, 1)}
    days |= {nth(year, 11, THURSDAY, 4)}
    if whose == "federal":
        days.add(nth(year, 10, MONDAY, 2))
    else:
        days.add(good_friday(year))
        days.discard(date(year, 12, 31))  # it keeps no New Year's Day on a Saturday
    return frozenset(day for day in days if day.year == year)


def _fixed(year: int, whose: Whose) -> Iterator[date]:
    """The holidays that have a date, New Year's Day of the next year among them."""
    yield from (date(year, 1, 1), date(year, 7, 4), date(year, 12, 25))
    yield date(year + 1, 1, 1)
    if whose == "federal":
        yield date(year, 11, 11)
    if year >= JUNETEENTH:
        yield date(year, 6, 19)


def _observed(day: date) -> date:
    """The weekday on which a holiday is kept."""
    return day + {SATURDAY: -ONE, SUNDAY: ONE}.get(day.weekday(), 0 * ONE)


def is_open(day: date, whose: Whose = "market") -> bool:
    """Whether a day has business: a session for the market, an office day else."""
    return day.weekday() < SATURDAY and day not in holidays(day.year, whose)


def beside(day: date, step: timedelta, whose: Whose) -> date:
    """The nearest day with business in one direction, a day that has some included."""
    while not is_open(day, whose):
        day += step
    return day


def sessions(first: date, last: date) -> int:
    """How many New York sessions lie after `first`, up to `last`."""
    days = (first + timedelta(days=step + 1) for step in range((last - first).days))
    return sum(is_open(day) for day in days)
