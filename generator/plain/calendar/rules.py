"""Days that can be computed: a rule in words, read into the days of a span."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.model.playbook import Rule
from generator.plain.calendar.holidays import ONE, Whose, beside, is_open, nth
from generator.plain.clock import DAYS

PLACES = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}
NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4}
WEEKDAYS = {name.lower(): place for place, name in enumerate(DAYS)}
REACH = timedelta(days=40)  # a rule may look into the month beside the span
FRIDAY = 4
NEW_YEAR = 3  # an employment report is not put on the first three days of a year
THIRTY = timedelta(days=30)
PLACE, WEEKDAY = "|".join(PLACES), "|".join(WEEKDAYS)


@dataclass(frozen=True, slots=True)
class Span:
    """The days that are asked for, with the days of the releases that rules name."""

    first: date
    last: date
    anchors: Mapping[str, Sequence[date]]
    closed: Whose = "federal"

    @property
    def months(self) -> Iterator[tuple[int, int]]:
        """Each year and month that the span and a month about it touch."""
        first, last = self.first - REACH, self.last + REACH
        for count in range(first.year * 12 + first.month, last.year * 12 + last.month):
            yield (count - 1) // 12, (count - 1) % 12 + 1
        yield last.year, last.month


Days = Iterator[date]


def _weekday_of_month(found: re.Match[str], span: Span) -> Days:
    """`third friday`, `last tuesday` of each month."""
    for year, month in span.months:
        yield nth(year, month, WEEKDAYS[found[2]], PLACES[found[1]])


def _business_day(found: re.Match[str], span: Span) -> Days:
    """`first business day`, `last business day` of each month."""
    for year, month in span.months:
        place = PLACES[found[1]]
        start = date(year, month, 1)
        if place < 0:
            start = date(year + month // 12, month % 12 + 1, 1) - ONE
        step = ONE if place > 0 else -ONE
        day = beside(start, step, span.closed)
        for _ in range(abs(place) - 1):
            day = beside(day + step, step, span.closed)
        yield day


def _weekly(found: re.Match[str], span: Span) -> Days:
    """`every thursday`."""
    day = span.first - REACH
    day += timedelta(days=(WEEKDAYS[found[1]] - day.weekday()) % 7)
    while day <= span.last + REACH:
        yield day
        day += timedelta(days=7)


def _after_the_twelfth(found: re.Match[str], span: Span) -> Days:
    """The third Friday after the week, from Sunday, that holds the 12th.

    The rule of the Bureau of Labor Statistics for its employment report. A Friday on
    the first three days of January gives way to the next, as in every year from 2009.
    """
    for year, month in span.months:
        twelfth = date(year, month, 12)
        saturday = twelfth + timedelta(days=(5 - twelfth.weekday()) % 7)
        day = saturday + timedelta(days=20)
        late = day.month == 1 and day.day <= NEW_YEAR
        yield day + timedelta(days=7 * late)


def _volatility(found: re.Match[str], span: Span) -> Days:
    """Thirty days before the third Friday of the next month, as Cboe settles the VIX.

    Where that Friday is a holiday it is the business day before.
    """
    for year, month in span.months:
        friday = nth(year, month, FRIDAY, 3)
        early = not is_open(friday, span.closed)
        yield beside(friday - THIRTY - early * ONE, -ONE, span.closed)


def _days_after(found: re.Match[str], span: Span) -> Days:
    """`21 days after Fed decision`."""
    for day in span.anchors.get(found[2], ()):
        yield day + timedelta(days=int(found[1]))


def _weeks_before(found: re.Match[str], span: Span) -> Days:
    """`wednesday two weeks before Fed decision`, weeks from Monday."""
    for day in span.anchors.get(found[3], ()):
        monday = day - timedelta(days=day.weekday() + 7 * NUMBERS[found[2]])
        yield monday + timedelta(days=WEEKDAYS[found[1]])


WORDS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Span], Days]], ...] = (
    (re.compile(rf"({PLACE}) ({WEEKDAY})"), _weekday_of_month),
    (re.compile(rf"({PLACE}) business day"), _business_day),
    (re.compile(rf"every ({WEEKDAY})"), _weekly),
    (re.compile("third friday after the week of the 12th"), _after_the_twelfth),
    (re.compile("30 days before the third friday of the next month"), _volatility),
    (re.compile(r"(\d{1,3}) days after (.+)"), _days_after),
    (
        re.compile(rf"({WEEKDAY}) ({'|'.join(NUMBERS)}) weeks? before (.+)"),
        _weeks_before,
    ),
)
EXAMPLES = (
    "third friday",
    "first business day",
    "every thursday",
    "21 days after Fed decision",
    "wednesday two weeks before Fed decision",
)


def is_rule(words: str) -> bool:
    """Whether these words are a rule."""
    return any(pattern.fullmatch(words) for pattern, _ in WORDS)


def anchor(words: str) -> str:
    """The release from whose days a rule counts; empty if it counts from none."""
    for pattern, _ in WORDS[-2:]:
        match = pattern.fullmatch(words)
        if match:
            return match[match.lastindex or 0]
    return ""


def ruled(
    rule: Rule, first: date, last: date, anchors: Mapping[str, Sequence[date]]
) -> list[date]:
    """The days from `first` to `last` that a rule gives; none for unknown words."""
    span = Span(first, last, anchors, rule.closed)
    days = [
        _kept(day, rule)
        for pattern, made in WORDS
        if (match := pattern.fullmatch(rule.day))
        for day in made(match, span)
        if not rule.months or day.month in rule.months
        if rule.since <= day.year <= rule.until
    ]
    return sorted({day for day in days if first <= day <= last})


def _kept(day: date, rule: Rule) -> date:
    """The day after what a holiday does to it."""
    if rule.holiday == "before":
        return beside(day, -ONE, rule.closed)
    if rule.holiday == "after":
        return beside(day, ONE, rule.closed)
    if rule.holiday == "week":
        week = (day - timedelta(days=step) for step in range(day.weekday() + 1))
        shut = any(not is_open(one, rule.closed) for one in week)
        return day + shut * ONE
    return day
