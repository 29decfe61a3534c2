"""Words beside figures: directions, sides, bands, windows and dates, read once more."""

import re
from datetime import date

from bench.second.printed import NUMBERS

FLAT = 0.0015  # of a price: less takes no direction verb (T7)
UP = (
    "up higher rose rise gained gain climbed advanced added jumped rallied leapt "
    "soared surged vaulted ahead above over lead led leads beat won stronger firmer "
    "improved rebounded bounced recovered spiked grew popped edged inched ticked crept"
).split()
DOWN = (
    "down lower fell fall lost loss dropped declined slid slipped eased sank tumbled "
    "plunged plummeted crashed behind below under lagged trailed dipped retreated shed "
    "slumped weaker softer weakened trails lags"
).split()
STILL = (
    "flat|unchanged|went nowhere|finished flat|stood still|barely moved|little changed|"
    "hardly moved|going nowhere|level"
)
LEADS = ("ahead", "behind", "above", "below", "over", "under")
BANDS = {  # words of an implied volatility, and between which percentiles they stand
    "subdued": (0, 20),
    "calm": (0, 20),
    "low": (0, 20),
    "mid-table": (20, 80),
    "ordinary": (20, 80),
    "middling": (20, 80),
    "elevated": (80, 98),
    "high": (80, 98),
    "raised": (80, 98),
    "panic": (98, 101),
    "extreme": (98, 101),
}
RANKS = {  # words of a place in its own past, and the percentiles they may stand for
    "bottom fifth": (0, 20),
    "lower half": (0, 50),
    "middle": (40, 60),
    "upper half": (50, 100),
    "top fifth": (80, 101),
}
MONTHS = (
    "january february march april may june july august september october november "
    "december"
).split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
NAMES = "|".join(f"{one[:3]}(?:{one[3:]})?" for one in MONTHS)
DAY = re.compile(
    rf"(?:(?P<week>[A-Z][a-z]{{2,8}}),? )?(?:(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})|"
    rf"(?P<day>\d{{1,2}}) (?P<month>{NAMES})\.?(?: (?P<year>\d{{4}}))?)",
    re.IGNORECASE,
)
MONTH = re.compile(rf"(?P<month>{NAMES}) (?P<year>\d{{4}})", re.IGNORECASE)
COUNTED = re.compile(
    rf"(?:the |its |last |past )*(?P<count>an?|one|\d+|{'|'.join(NUMBERS)})?[ -]?"
    r"(?P<unit>session|day|week|month|quarter|year)s?",
    re.IGNORECASE,
)
SESSIONS = {"session": 1, "day": 1, "week": 5, "month": 21, "quarter": 63, "year": 252}


def sign(text: str) -> int | None:
    """The direction that a word tells: 1, -1, 0 for none; None for no such word."""
    lean = text.lower().strip()
    if re.fullmatch(STILL, lean):
        return 0
    words = lean.split()
    if words[-1] in DOWN:
        return -1
    if words[-1] in UP or words[0] in UP:
        return 1
    return -1 if words[0] in DOWN else None


def agrees(text: str, value: float) -> bool | None:
    """Whether a direction word may stand beside a value; None for no such word."""
    told = sign(text)
    if told is None:
        return None
    if told == 0:
        return abs(value) < FLAT
    least = 0.0 if text.lower() in LEADS else FLAT
    return abs(value) >= least and value * told > 0


def in_band(text: str, percentile: float) -> bool | None:
    """Whether a word of volatility fits a percentile; None for no such word."""
    band = BANDS.get(text.lower())
    return None if band is None else band[0] <= percentile < band[1]


def in_rank(text: str, percentile: float) -> bool | None:
    """Whether words of a place fit a percentile; None for no such words."""
    rank = RANKS.get(text.lower())
    return None if rank is None else rank[0] <= percentile < rank[1]


def sessions(text: str) -> int | None:
    """How many sessions a spoken window has; None where it is none."""
    match = COUNTED.fullmatch(text.strip().lower())
    if match is None:
        return None
    word = match["count"] or "one"
    count = 1 if word in ("a", "an", "one") else NUMBERS.get(word) or int(word)
    return count * SESSIONS[match["unit"]]


def is_day(text: str, day: date) -> bool:
    """Whether a text names a day: in full, by its weekday, or by its month and year."""
    lean = text.lower().strip()
    if lean in WEEKDAYS:
        return WEEKDAYS[day.weekday()] == lean
    if re.fullmatch(r"\d{4}", lean):
        return day.year == int(lean)
    match = DAY.fullmatch(text.strip())
    if match is None:
        month = MONTH.fullmatch(text.strip())
        return month is not None and is_month(month["month"], month["year"], day)
    if match["iso"]:
        return date.fromisoformat(match["iso"]) == day
    same = int(match["day"]) == day.day and is_month(match["month"], match["year"], day)
    week = match["week"]
    return same and (week is None or WEEKDAYS[day.weekday()].startswith(week.lower()))


def is_month(word: str, year: str | None, day: date) -> bool:
    """Whether a month, maybe with a year, is that of a day."""
    same = MONTHS[day.month - 1].startswith(word.lower())
    return same and (year is None or int(year) == day.year)
