"""The days on which releases come out, as they were known at a moment."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from generator.model.playbook import Dated, Moved, Release
from generator.plain.calendar.rules import anchor, ruled

NEW_YORK = ZoneInfo("America/New_York")
OUT_BY = time(12)  # UTC, where a release has no hour of its own
BACK = timedelta(days=8)  # a headline of a week may await what has come out since
AHEAD = timedelta(days=100)  # the next day of anything that comes once a quarter


@dataclass(frozen=True, slots=True)
class Due:
    """A release on its day: when it is out, and whether listed or by rule.

    `moved` says that the day stands instead of another.
    """

    name: str
    day: date
    out: datetime
    origin: Literal["listed", "rule"]
    moved: bool = False


def out(release: Release | None, day: date) -> datetime:
    """The moment from which a release of that day is no longer ahead."""
    if release is None or release.hour is None:
        return datetime.combine(day, OUT_BY, UTC)
    return datetime.combine(day, release.hour, ZoneInfo(release.zone))


def known(
    releases: Sequence[Release], dated: Sequence[Dated], as_of: datetime
) -> list[Due]:
    """What comes out from a week before a moment to a quarter after it, in order.

    A day that was moved counts as moved from the day after one knew of it.
    """
    today = as_of.astimezone(NEW_YORK).date()
    first, last = today - BACK, today + AHEAD
    by_name = {one.name: one for one in releases}
    listed: dict[str, set[date]] = {one.name: set(one.dates) for one in releases}
    for one in dated:
        listed.setdefault(one.name, set()).add(one.day)
    found = [
        Due(name, day, out(by_name.get(name), day), "listed", moved=day not in days)
        for name, days in listed.items()
        for day in _with_moved(days, by_name.get(name), today)
        if first <= day <= last
    ]
    anchors = {name: sorted(days) for name, days in listed.items()}
    for release in releases:
        days = set(_ruled(release, first, last, anchors)) - listed[release.name]
        gone = _gone(release.moved, today)
        found += [
            Due(release.name, day, out(release, day), "rule") for day in days - gone
        ]
    return sorted(found, key=lambda one: (one.out, one.name))


def _ruled(
    release: Release, first: date, last: date, anchors: dict[str, list[date]]
) -> Iterator[date]:
    """The days that the rules of a release give, before any was moved."""
    for rule in release.rules:
        counted = anchor(rule.day)
        near = [
            day
            for day in anchors.get(counted, ())
            if first - AHEAD <= day <= last + AHEAD
        ]
        yield from ruled(rule, first, last, {counted: near})


def _with_moved(days: set[date], release: Release | None, today: date) -> set[date]:
    """The listed days with what is known to have been moved."""
    if release is None:
        return days
    to = {one.to for one in release.moved if one.to and _is_known(one, today)}
    return (days - _gone(release.moved, today)) | to


def _gone(moved: Sequence[Moved], today: date) -> set[date]:
    """The days on which one knows that nothing comes out."""
    return {one.day for one in moved if one.day and _is_known(one, today)}


def _is_known(one: Moved, today: date) -> bool:
    return one.known is None or one.known < today
