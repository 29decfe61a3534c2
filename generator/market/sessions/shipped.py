"""The shipped table of sessions: years of calendars in a file, read in a millisecond.

Building a calendar with exchange_calendars takes a third of a second, and a desk needs
seven. `bin/sessions_table.py` writes the table; a test compares it with the package.
"""

import json
from collections.abc import Iterable
from datetime import date
from functools import cache, lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from generator.market.sessions.calendars import (
    DAY,
    LOOSE,
    Calendar,
    made,
)

TABLE = Path(__file__).with_name("table.npz")
PACKAGE = "exchange_calendars"
MINUTE = np.timedelta64(1, "m")
Numbers = NDArray[np.int16]


def write(path: Path, codes: Iterable[str], span: tuple[date, date]) -> None:
    """Write the calendars of those codes over a span of days; the same bytes again."""
    arrays: dict[str, Any] = {}
    about: dict[str, Any] = {}
    for code in sorted(codes):
        table = made(code, *span)
        assert table is not None, code
        key = code.replace("/", "_")
        names = sorted(set(table.names))
        places = [names.index(name) for name in table.names]
        arrays[f"{key}.sessions"] = np.stack(
            [
                steps(table.days, span[0]),
                minutes(table.opens, table.days),
                minutes(table.closes, table.days),
                table.early.astype(np.int16),
            ]
        )
        holidays = [steps(table.holidays, span[0]), np.array(places, dtype=np.int16)]
        arrays[f"{key}.holidays"] = np.stack(holidays)
        about[code] = [str(table.zone), str(table.until), names]
    head = [version(PACKAGE), *map(str, span), about]
    text = json.dumps(head, ensure_ascii=False, separators=(",", ":"))
    arrays["about"] = np.frombuffer(text.encode(), dtype=np.uint8)
    with path.open("wb") as file:
        np.savez_compressed(file, **arrays)


def steps(days: NDArray[np.datetime64], first: date) -> Numbers:
    """The days as distances, each from the one before."""
    before = np.concatenate([[np.datetime64(first)], days[:-1]])
    found: Numbers = ((days - before) // DAY).astype(np.int16)
    return found


def minutes(moments: NDArray[np.datetime64], days: NDArray[np.datetime64]) -> Numbers:
    """The moments in minutes from midnight UTC of their days."""
    found: Numbers = ((moments - days.astype("datetime64[s]")) // MINUTE).astype(
        np.int16
    )
    return found


@cache
def about() -> tuple[date, date, dict[str, list[Any]]]:
    """First day, last day and what each code needs; no codes if the package differs.

    Another version of the package may know of other holidays, so it is asked instead.
    """
    with np.load(TABLE) as arrays:
        told, first, last, codes = json.loads(arrays["about"].tobytes())
    try:
        same = version(PACKAGE) == told
    except PackageNotFoundError:
        same = True  # then the table is all there is
    return date.fromisoformat(first), date.fromisoformat(last), codes if same else {}


@lru_cache(maxsize=64)
def shipped(code: str) -> Calendar | None:
    """The calendar of a code as the table has it; None where it has none."""
    first, _, codes = about()
    if code not in codes:
        return None
    zone, until, names = codes[code]
    key = code.replace("/", "_")
    with np.load(TABLE) as arrays:
        step, opened, closed, early = arrays[f"{key}.sessions"]
        off, place = arrays[f"{key}.holidays"]
    days = dated(step, first)
    midnights = days.astype("datetime64[s]")
    return Calendar(
        days,
        midnights + opened * MINUTE,
        midnights + closed * MINUTE,
        early.astype(bool),
        ZoneInfo(zone),
        not code.startswith(LOOSE),
        date.fromisoformat(until),
        dated(off, first),
        tuple(names[one] for one in place.tolist()),
    )


def dated(step: Numbers, first: date) -> NDArray[np.datetime64]:
    """Days from their distances."""
    return np.datetime64(first) + np.cumsum(step, dtype=np.int64) * DAY


def calendar(code: str, first: date, last: date) -> Calendar | None:
    """The sessions of a calendar, over those whole years at least; None if unknown."""
    return _calendar(code, first.year, last.year)


@lru_cache(maxsize=128)
def _calendar(code: str, first: int, last: int) -> Calendar | None:
    start, end = date(first, 1, 1), date(last + 1, 1, 31)
    low, high, codes = about()
    if code in codes and low <= start and end <= high:
        return shipped(code)
    return made(code, start, end)
