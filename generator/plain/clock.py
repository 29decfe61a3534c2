"""Moments and days: read from the command line and from prose, written for people."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

MONTHS = (
    "January February March April May June July August September October November "
    "December"
).split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def moment(text: str) -> datetime:
    """`2026-02-08T22:00Z` as an aware UTC time; ValueError if it names no zone."""
    read = datetime.fromisoformat(text.strip())
    if read.tzinfo is None:
        message = f"{text!r} names no time zone; write it like 2026-02-08T22:00Z"
        raise ValueError(message)
    return read.astimezone(UTC)


def stamp(when: datetime) -> str:
    """`2026-02-08T22:00:00Z`."""
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def clock(when: datetime) -> str:
    """`Sun 8 Feb 2026 22:00Z`."""
    utc = when.astimezone(UTC)
    return f"{short_day(utc.date())} {utc:%H:%MZ}"


def short_day(day: date) -> str:
    """`Fri 6 Feb 2026`."""
    return f"{DAYS[day.weekday()][:3]} {brief_day(day)}"


def long_day(day: date) -> str:
    """`6 February 2026`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def brief_day(day: date) -> str:
    """`6 Feb 2026`."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def month(day: date) -> str:
    """`March 2009`."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def weekday(day: date) -> str:
    """`Friday`."""
    return DAYS[day.weekday()]


def near_day(day: date) -> str:
    """`Friday 6 February`: a day so near that its year is no question."""
    return f"{weekday(day)} {day.day} {MONTHS[day.month - 1]}"


def dates_of(day: date) -> tuple[str, ...]:
    """Every way in which a date may be printed, the fullest first."""
    name = MONTHS[day.month - 1]
    return (
        short_day(day),
        f"{weekday(day)} {long_day(day)}",
        f"{weekday(day)}, {long_day(day)}",
        long_day(day),
        brief_day(day),
        f"{name} {day.day}, {day.year}",
        day.isoformat(),
        near_day(day),
        f"{weekday(day)[:3]} {day.day} {name[:3]}",
        f"{day.day} {name}",
        f"{day.day} {name[:3]}",
        f"{name} {day.day}",
        month(day),
        f"{name[:3]} {day.year}",
        weekday(day),
        weekday(day)[:3],
        name,
        str(day.year),
    )


@dataclass(frozen=True, slots=True)
class Day:
    """A date or a time of day found in prose, as printed."""

    start: int
    end: int
    text: str


NAMES = "|".join(f"{name}|{name[:3]}|Sept" for name in MONTHS)
WEEKDAYS = "|".join(f"{name}|{name[:3]}" for name in DAYS)
YEAR = r"(?:19|20)\d\d"
PLAIN_YEAR = r"(?:19\d\d|20[0-3]\d)"
BEFORE_A_YEAR = "in|since|of|from|until|through|during|by|before|after|early|late"
DAY = re.compile(
    # 2026-02-06, with or without a time
    r"\b\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?Z)?\b|"
    # Fri 6 Feb 2026 · Friday, 6 February · 6 Feb
    rf"\b(?:(?:{WEEKDAYS}),? )?\d{{1,2}} (?:{NAMES})\b(?:\.(?= {YEAR}))?"
    rf"(?: {YEAR}\b)?|"
    # February 6, 2026 · Feb 6
    rf"\b(?:(?:{WEEKDAYS}),? )?(?:{NAMES})\.? \d{{1,2}}(?![\d%]|[.,]\d)"
    rf"(?:,? {YEAR}\b)?|"
    # March 2009
    rf"\b(?:{NAMES}) {YEAR}\b|"
    rf"\b(?:{'|'.join(DAYS)})\b|"
    # a bare year only where the words about it say so: 2040 may be a price
    rf"(?<![\d$€£¥])(?:(?<=pre-)|(?<=post-)|(?<=\bQ[1-4] )"
    + "".join(rf"|(?<=\b{word} )" for word in BEFORE_A_YEAR.split("|"))
    + rf"){PLAIN_YEAR}s?\b(?![.,]\d|%| (?:points|level))|"
    rf"\b{PLAIN_YEAR}(?:['\u2019]s|s)\b|"
    r"\b(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?Z?\b"
)


def days(text: str) -> Iterator[Day]:
    """The dates and times of day that a text prints, left to right."""
    for match in DAY.finditer(text):
        shown = re.sub(r"(?:['\u2019]s|s)$", "", match.group())
        if match.group()[:1].isalpha():
            shown = match.group()
        yield Day(match.start(), match.start() + len(shown), shown)
