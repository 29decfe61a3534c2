"""What is ahead: what the calendar dates, and what headlines await."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from generator.model.facts import EventFact
from generator.model.news import Headline
from generator.model.playbook import Dated, Release
from generator.plain.calendar.due import NEW_YORK, Due, known, out
from generator.plain.calendar.holidays import ONE, is_open, sessions
from generator.plain.calendar.moments import WEEK
from generator.plain.calendar.said import Awaited, awaited, with_heads
from generator.plain.text import slug

AGREE = 2  # headlines that must name a day where the calendar has none so near
LATE = 16  # the hour, UTC, from which what a headline awaits without a day is tomorrow


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment in New York, how far one looks ahead, and the releases by name."""

    as_of: datetime
    within: int
    releases: Mapping[str, Release]

    @property
    def today(self) -> date:
        """The day in New York."""
        return self.as_of.astimezone(NEW_YORK).date()

    def is_out(self, name: str, day: date) -> bool:
        """Whether a release of that day is out."""
        return out(self.releases.get(name), day) <= self.as_of

    def is_near(self, day: date) -> bool:
        """Whether a day lies within the sessions one looks ahead."""
        return sessions(self.today, day) <= self.within


def ahead(
    headlines: Sequence[Headline],
    releases: Sequence[Release],
    as_of: datetime,
    *,
    within_sessions: int = 5,
    dated: Sequence[Dated] = (),
) -> list[EventFact]:
    """The releases still to come within so many New York sessions of `as_of`.

    A day is known from the calendar's lists and rules, or where a headline names one
    beside the release; else the window is what the headline's words allow, at most
    seven days. `sources` holds the ids of the headlines, `renderings` their own words.
    Ordered by day, then by name.
    """
    at = Moment(as_of, within_sessions, {one.name: one for one in releases})
    days: dict[str, list[Due]] = {}
    for one in known(releases, dated, as_of):
        days.setdefault(one.name, []).append(one)
    spoken: dict[str, list[Awaited]] = {}
    for told in _spoken(headlines, releases, as_of):
        spoken.setdefault(told.release, []).append(told)
    events = [
        _event(name, days.get(name, []), spoken.get(name, []), at)
        for name in sorted({*days, *spoken})
    ]
    found = [event for event in events if event]
    return sorted(found, key=lambda event: (event.first, event.last, event.id))


def _spoken(
    headlines: Sequence[Headline], releases: Sequence[Release], as_of: datetime
) -> list[Awaited]:
    """What the headlines of the last week await, the newest first."""
    lexicon = with_heads(releases)
    own = frozenset(one.name for one in releases if one.own)
    found = [
        one
        for headline in headlines
        if headline.published is None or as_of - WEEK <= headline.published <= as_of
        for one in awaited(headline, lexicon, own, as_of)
    ]
    newest = as_of.timestamp()
    return sorted(
        found,
        key=lambda one: (
            -(one.published.timestamp() if one.published else newest),
            one.source,
        ),
    )


def _event(
    name: str, days: Sequence[Due], spoken: Sequence[Awaited], at: Moment
) -> EventFact | None:
    """A release ahead, by its days in the calendar and by what is said of it."""
    coming = next((one for one in days if one.out > at.as_of), None)
    due = coming if coming and at.is_near(coming.day) else None
    mine = [one for one in spoken if _is_of(one, days, coming, at)]
    heard = [one for one in mine if not one.put_off]
    named = _named(heard)
    if coming and not due:
        mine = [one for one in heard if one.when and named[one.when.first] >= AGREE]
        heard, named = mine, _named(mine)
    if not (due or heard):
        return None
    # The newest headline outweighs those before it where the calendar has a day too.
    told = tuple(dict.fromkeys([*list(named)[:1], due.day])) if due else tuple(named)
    at_risk = due is not None and not due.moved and len(mine) > len(heard)
    first, last = (min(told), max(told)) if told else _window(heard, at)
    agreed = due is not None and set(told) == {due.day}
    return EventFact(
        id=slug(name),
        name=name,
        first=first,
        last=last + WEEK * at_risk,
        sources=tuple(dict.fromkeys(one.source for one in mine)),
        renderings=tuple(dict.fromkeys((name, *(one.text for one in mine)))),
        origin=due.origin if due and agreed else "headline",
        days=told if len(told) > 1 or at_risk else (),
        at_risk=at_risk,
    )


def _named(heard: Sequence[Awaited]) -> Counter[date]:
    """The days that headlines name, the newest first, each with how many name it."""
    days = {
        (one.when.first, one.source): None
        for one in heard
        if one.when and one.when.is_exact
    }
    return Counter(day for day, _ in days)


def _is_of(one: Awaited, days: Sequence[Due], coming: Due | None, at: Moment) -> bool:
    """Whether a headline speaks of what is still ahead, and within the sessions."""
    when = one.when
    if when and when.is_exact and not one.put_off:
        listed = {due.day for due in days}
        past = when.first not in listed and when.first - WEEK in listed
        gone = past or at.is_out(one.release, when.first)
        return not gone and at.is_near(when.first)
    printed = one.published or at.as_of
    if any(printed < due.out <= at.as_of for due in days):
        return False
    if coming:
        fits = when is None or when.first <= coming.day <= when.last
        return fits and at.is_near(coming.day)
    return not one.put_off and _is_fresh(one, at)


def _is_fresh(one: Awaited, at: Moment) -> bool:
    """Whether what a headline awaits, and no calendar knows, can still be ahead.

    One that speaks of a week is good for it; any other for the next day on which
    releases come out, which is its own if it was printed before they were.
    """
    window = one.when or one.week
    if window:
        return at.today <= window.last and at.is_near(max(window.first, at.today))
    if one.published is None:
        return True
    due = one.said + ONE * (one.published.hour >= LATE)
    while not is_open(due):
        due += ONE
    return not at.is_out(one.release, due)


def _window(heard: Sequence[Awaited], at: Moment) -> tuple[date, date]:
    """The days that the newest headline allows; a week where none speaks of any."""
    windows = [one.when or one.week for one in heard]
    newest = next((one for one in windows if one), None)
    if newest is None:
        return at.today, at.today + WEEK
    return max(newest.first, at.today), newest.last
