"""The days that a headline names beside a release, seen from the day it was printed."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from generator.plain.calendar.due import NEW_YORK
from generator.plain.calendar.rules import NUMBERS
from generator.plain.clock import DAYS, MONTHS

WEEK = timedelta(days=7)
SATURDAY = 5
NEAR = 64  # letters before a release and after it in which its day may stand
HALF_YEAR = timedelta(days=183)
SHORT = {name[:3]: place for place, name in enumerate(DAYS)}
MONTH = {name[:3]: place for place, name in enumerate(MONTHS, 1)}
NUMBER = {**NUMBERS, **{str(count): count for count in range(1, 31)}}
WEEKDAY = (  # a Black Friday is a day of shops
    r"(?<!Black )(?<!Cyber )(?<!Good )"
    r"(?:Mon|Tue|Wednes|Wed|Thur|Thu|Fri|Satur|Sat|Sun)(?:s?day|s)?\b"
)
NAMED = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
DATE = (
    rf"{NAMED}\.? \d{{1,2}}(?:st|nd|rd|th)?\b(?:[-\u2013]\d{{1,2}}\b)?(?![,.]?\d|%)"
    rf"|\d{{1,2}}(?:st|nd|rd|th)? {NAMED}\b"
)
COUNTED = "|".join(sorted(NUMBER, key=lambda word: (-len(word), word)))
SAID = (
    rf"(?P<next>[Nn]ext )?(?:{WEEKDAY}(?:[-\u2013/]| and | to ))?(?P<weekday>{WEEKDAY})"
    rf"|(?P<date>{DATE})"
    r"|(?P<near>(?i:today|tonight|tomorrow))"
    r"|(?P<week>(?i:(?:later )?this week|next week|the coming week))"
    r"|(?P<far>(?i:next month|later this (?:month|year)))"
    rf"|(?i:in (?P<count>{COUNTED}) (?P<unit>day|week|month)s?)\b"
)
# Only what cannot begin another thought may stand between a release and its day.
FILLER = (
    r"(?i:data|reports?|numbers|figures|reading|release|decision|meeting|is|are|was"
    r"|were|postponed"
    r"|due out|due|on|for|set|scheduled|slated|expected|coming|comes|come|at|to"
    r"|be released|be published|be|will|the|of|ends?|ending|concludes|concluding"
    r"|this|rate|policy|interest|begins?|starts?|kicks off|opens|rescheduled|pushed"
    r"|moved|delayed|until|now|by)"
)
GAP = r"[ ,(:]{1,2}"
AFTER = re.compile(rf"(?:['\u2019]s)?(?:{GAP}{FILLER}\b){{0,7}}?{GAP}(?:{SAID})")
# "Friday's key U.S. jobs report", "Feb. 13 inflation report"; in "fell on Wednesday
# ahead of CPI" the day is not the release's.
BEFORE = re.compile(
    rf"\b(?:{SAID})"
    r"(?:['\u2019]s(?: (?!ahead|of|as|for|and|before|after)[\w.-]+){0,3})? ?$"
)
WEEKLY = re.compile(
    r"\b(?:(next)|this|delayed|coming|busy|big) (?:\w+ ){0,3}?week\b|\bweek ahead\b",
    re.IGNORECASE,
)
BEGINS = re.compile(r"\b(?:begins?|starts?|kicks|opens)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class When:
    """The first and the last day that a headline's words allow."""

    first: date
    last: date

    @property
    def is_exact(self) -> bool:
        """Whether it is one day."""
        return self.first == self.last


def said_on(published: datetime | None, as_of: datetime) -> date:
    """The day in New York on which a headline was printed; today if nobody knows.

    A time of 00:00Z is that of a source which gives dates without hours.
    """
    moment = (published or as_of).astimezone(UTC)
    if published and moment.time() == moment.time().min:
        return moment.date()
    return moment.astimezone(NEW_YORK).date()


def beside(before: str, after: str, said: date) -> When | None:
    """The days named beside a release: after it, or owning it; None if none is.

    A meeting that begins on a day does not decide on it.
    """
    for found in (AFTER.match(after[:NEAR]), BEFORE.search(before[-NEAR:])):
        if found and not BEGINS.search(found.group()):
            return when(found, said)
    return None


def about(words: str, said: date) -> When | None:
    """The week of which the words about a release speak; None if they speak of none.

    A Friday's preview of the week ahead means the next one.
    """
    found = WEEKLY.search(words)
    if not found:
        return None
    if "this" in found.group().lower() or found[1]:
        return _week(said, later=bool(found[1]))
    return When(said, said + timedelta(days=9))


def when(found: re.Match[str], said: date) -> When | None:
    """The days that a phrase names, as seen from `said`; None if it names no date."""
    if found["weekday"]:
        place = SHORT[found["weekday"][:3]]
        day = said + timedelta(days=(place - said.weekday()) % 7)
        return When(day, day + WEEK * bool(found["next"]))
    if found["date"]:
        return _dated(found["date"], said)
    if found["near"]:
        day = said + timedelta(days=found["near"].lower() == "tomorrow")
        return When(day, day)
    if found["week"]:
        return _week(said, later="next" in found["week"].lower())
    if found["far"]:
        return When(said + 4 * WEEK, said + 2 * HALF_YEAR)
    step = {"day": 1, "week": 7, "month": 30}[found["unit"].lower()]
    day = said + timedelta(days=step * NUMBER[found["count"].lower()])
    return When(day - timedelta(days=step // 2), day + timedelta(days=step // 2))


def _dated(text: str, said: date) -> When | None:
    """`Feb. 13`, `Oct 28-29`, `13 February` of the nearest year; the end of a range."""
    month = MONTH[re.sub(r"^[\d]+[a-z]* ", "", text)[:3]]
    number = int(re.findall(r"\d+", text)[-1])
    for year in (said.year, said.year + 1, said.year - 1):
        try:
            day = date(year, month, number)
        except ValueError:  # no such day: 30 February
            continue
        if abs(day - said) <= HALF_YEAR:
            return When(day, day)
    return None


def _week(said: date, *, later: bool) -> When:
    """The week of a day or the next, to its Sunday; from a Saturday on, the coming."""
    monday = said + timedelta(days=7 - said.weekday())
    if said.weekday() >= SATURDAY:
        return When(said, monday + timedelta(days=6))
    if later:
        return When(monday, monday + timedelta(days=6))
    return When(said, monday - timedelta(days=1))
