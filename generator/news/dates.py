"""Publication times, read from the raw string; unknown rather than wrong."""

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january", "feb february", "mar march", "apr april", "may",
            "jun june", "jul july", "aug august", "sep sept september",
            "oct october", "nov november", "dec december",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
# Hours from UTC. RFC 822 settles the American names; names that two countries use
# for different hours (IST, AST, ECT) are left out, and so is every other letter.
HOURS: dict[str, float] = {
    "Z": 0, "UT": 0, "UTC": 0, "GMT": 0, "WET": 0, "BST": 1, "WEST": 1, "CET": 1,
    "MEZ": 1, "CEST": 2, "MESZ": 2, "EET": 2, "SAST": 2, "EEST": 3, "MSK": 3,
    "PKT": 5, "WIB": 7, "HKT": 8, "SGT": 8, "MYT": 8, "AWST": 8, "JST": 9, "KST": 9,
    "ACST": 9.5, "AEST": 10, "ACDT": 10.5, "AEDT": 11, "NZST": 12, "NZDT": 13,
    "NST": -3.5, "NDT": -2.5, "ADT": -3, "EDT": -4, "EST": -5, "CDT": -5, "CST": -6,
    "MDT": -6, "MST": -7, "PDT": -7, "PST": -8, "AKDT": -8, "AKST": -9, "HST": -10,
}  # fmt: skip
PLACES = {"ET": "America/New_York", "PT": "America/Los_Angeles"}
PLACES |= {"CT": "America/Chicago", "MT": "America/Denver"}

TIME = (
    r"(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?"
    r"(?:\s*(?P<half>[AaPp])\.?[Mm]\.?)?"
)
ZONE = r"(?P<zone>[A-Za-z]{1,5}|(?:UTC|GMT)?\s?[+\-\u2212]\d\d?:?(?:\d\d)?)"
WEEKDAY = r"(?:[A-Za-z]{3,9}\.?,?\s+)?"
DATE = {
    "iso": r"(?P<year>\d{4})-?(?P<month>\d\d)-?(?P<day>\d\d)",
    "mail": (
        rf"{WEEKDAY}(?P<day>\d{{1,2}})[\s-](?P<month>[A-Za-z]{{3,9}})\.?[\s,-]\s*"
        r"(?P<year>\d{4}|\d\d)"
    ),
    "american": (
        rf"{WEEKDAY}(?P<month>[A-Za-z]{{3,9}})\.?\s+(?P<day>\d{{1,2}})"
        r"(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})"
    ),
    "unix": rf"{WEEKDAY}(?P<month>[A-Za-z]{{3,9}})\s+(?P<day>\d{{1,2}})\s+",
}
BETWEEN = r"(?:[Tt]|\s*(?:,|at|-)?\s+|,\s*)"  # a date and its hour
USUAL = rf"{BETWEEN}\s*{TIME}\s*{ZONE}"
ENDS = {"unix": rf"{TIME}\s+{ZONE}\s+(?P<year>\d{{4}})"}
SHAPES = tuple(
    re.compile(rf"\s*{date}{ENDS.get(name, USUAL)}\s*(?:\([A-Za-z ]+\))?\s*", re.ASCII)
    for name, date in DATE.items()
)
DAYS = tuple(
    re.compile(rf"\s*{date}(?!\d)", re.ASCII)
    for name, date in DATE.items()
    if name not in ENDS
)
COMPACT = re.compile(r"\s*(\d{8}[Tt]\d\d)(\d\d)(\d\d)(\S+)\s*")
LIKELY = range(1990, 2101)


def moment_of(raw: str) -> datetime | None:
    """The UTC time a feed's date string names; None where it leaves any doubt.

    A date without a zone, with a zone of two meanings, or without an hour is in
    doubt: a wrong time is worse than none.
    """
    text = COMPACT.sub(r"\1:\2:\3\4", raw[:80])
    match = next((found for shape in SHAPES if (found := shape.fullmatch(text))), None)
    if match is None:
        return None
    year, month, zone = _year(match["year"]), _month(match["month"]), _zone(match)
    if year not in LIKELY or month is None or zone is None:
        return None
    try:
        local = datetime(
            year, month, int(match["day"]), _hour(match), int(match["minute"]),
            min(int(match["second"] or 0), 59), tzinfo=zone,
        )  # fmt: skip
        return local.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def day_of(raw: str) -> date | None:
    """The day a date string names where it leaves the hour or the zone in doubt."""
    match = next((found for day in DAYS if (found := day.match(raw[:80]))), None)
    if match is None:
        return None
    year, month = _year(match["year"]), _month(match["month"])
    if year not in LIKELY or month is None:
        return None
    try:
        return date(year, month, int(match["day"]))
    except ValueError:
        return None


def _year(text: str) -> int:
    """Four digits, or two as RFC 2822 reads them."""
    number = int(text)
    if len(text) > 2:
        return number
    return number + (2000 if number < 50 else 1900)


def _month(text: str) -> int | None:
    return int(text) if text.isdigit() else MONTHS.get(text.lower())


def _hour(match: re.Match[str]) -> int:
    hour, half = int(match["hour"]), (match["half"] or "").lower()
    if not half:
        return hour
    return hour % 12 + (12 if half == "p" else 0) if 1 <= hour <= 12 else 24


def _zone(match: re.Match[str]) -> tzinfo | None:
    """The zone named, if its name means one thing only."""
    name = match["zone"].upper().replace("\u2212", "-")
    offset = re.fullmatch(r"(?:UTC|GMT)?\s?([+-])(\d\d?):?(\d\d)?", name)
    if offset:
        ahead = timedelta(hours=int(offset[2]), minutes=int(offset[3] or 0))
        signed = ahead if offset[1] == "+" else -ahead
        return timezone(signed) if ahead <= timedelta(hours=14) else None
    if name in PLACES:
        return ZoneInfo(PLACES[name])
    return timezone(timedelta(hours=HOURS[name])) if name in HOURS else None
