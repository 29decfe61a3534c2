"""Marks: what is odd on some days of the bars, and the line that counts them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np

from generator.market.sessions import Days
from generator.model.market import Gap

RECENT = 252  # sessions: what lies further back is history
QUARTER, SHARE = 63, 0.05  # sessions; of the last year's: so many are many
ABSENT = "no "


@dataclass(frozen=True, slots=True, eq=False)
class Mark:
    """What is odd on some days, oldest first; `line` has a {} for how many they are.

    It touches figures for so long: a `year` if one may be wrong, a `quarter` if some
    are only not said (longer where there are many such days), or `never`.
    """

    line: str
    days: Days
    noun: str = "sessions"
    touches: Literal["year", "quarter", "never"] = "year"


def lacking(field: str, days: Days) -> Mark:
    """The days whose bars have no such field."""
    return Mark(f"{ABSENT}{field} on {{}}", days, touches="quarter")


def lines(name: str, marks: Iterable[Mark], days: Days) -> Iterator[Gap]:
    """A Gap for each mark that lies within the bars' days, by what it touches."""
    for mark in joined(marks, days):
        seen = until(mark.days, days)
        if mark.line.startswith(ABSENT) and len(seen) == len(days):
            continue  # the bars have never had it
        late = recent(seen, days)
        if len(late) and matters(mark, late, days):
            span = f"its last {min(RECENT, len(days))} sessions"
            yield Gap(name, mark.line.format(counted(late, mark.noun, span)))
        elif len(seen):
            span = f"its {len(days):,} sessions"
            told = counted(seen, mark.noun, span)
            yield Gap(name, mark.line.format(told), "history")


def until(some: Days, days: Days) -> Days:
    """Those of some days that are not after the bars'."""
    return some[: np.searchsorted(some, days[-1], side="right")]


def recent(some: Days, days: Days) -> Days:
    """Those of some days that lie in the last year of the bars."""
    return some[np.searchsorted(some, days[-RECENT:][0]) :]


def matters(mark: Mark, late: Days, days: Days) -> bool:
    """Whether the days of the last year that are so touch its figures."""
    if mark.touches != "quarter":
        return mark.touches == "year"
    often = len(late) >= SHARE * min(RECENT, len(days))
    return often or bool(late[-1] >= days[-QUARTER:][0])


def counted(days: Days, noun: str, span: str) -> str:
    """`2026-02-03`, or `3 of its last 252 sessions, the last on 2026-02-03`."""
    if len(days) == 1:
        return str(days[0])
    many = f"of {span}" if noun == "sessions" else noun
    return f"{len(days):,} {many}, the last on {days[-1]}"


def joined(marks: Iterable[Mark], days: Days) -> Iterator[Mark]:
    """The marks; fields that are absent on the same recent days are told as one."""
    absent: dict[bytes, list[Mark]] = {}
    for mark in marks:
        if not mark.line.startswith(ABSENT):
            yield mark
            continue
        seen = until(mark.days, days)
        key = recent(seen, days).tobytes() or seen.tobytes()
        absent.setdefault(key, []).append(mark)
    for same in absent.values():
        fields = [mark.line[len(ABSENT) : -len(" on {}")] for mark in same]
        longest = max((mark.days for mark in same), key=len)
        yield lacking(listed(", ".join(fields).split(", ")), longest)


def listed(words: list[str]) -> str:
    """`open, high and low`."""
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]]))
