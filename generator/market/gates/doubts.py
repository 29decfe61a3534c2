"""Doubts: why an instrument cannot be used at a moment, and what is late or short."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

import numpy as np

from generator.market.gates.marks import RECENT
from generator.market.sessions import Calendar, Days, missed
from generator.model.market import Gap, Instrument

LATE, STALE = 1, 5  # sessions without a bar: from when two, from when no Facts
GONE = 60  # sessions: no provider is so late, the name has gone
WEEKLY, FEW = 5, 5  # days from bar to bar, bars


@dataclass(frozen=True, slots=True)
class Moment:
    """An instrument and its calendar at a moment; None where bars follow none."""

    instrument: Instrument
    table: Calendar | None
    as_of: datetime

    def behind(self, last: np.datetime64) -> int:
        """How many complete sessions after a day should have a bar by now."""
        lag = self.instrument.lag_minutes
        return missed(self.table, last, lag=lag, as_of=self.as_of)


def unusable(days: Days, moment: Moment, *, refused: bool) -> str:
    """Why an instrument cannot be used at all; empty if it can.

    `days` are those of its bars, and `refused` says whether the last one is.
    """
    last, behind = days[-1], moment.behind(days[-1])
    if behind > GONE:
        return (
            f"its bars end on {last}, {behind} sessions back: delisted, renamed or no "
            f"longer fetched; not used"
        )
    if behind > STALE:
        return f"its last bar is of {last}, {behind} sessions back; not used"
    if refused:
        return f"the bar of {last} is refused: its high, low and close disagree"
    if is_weekly(days[-2 * FEW :]):
        return "its bars are a week or more apart, not a session; not used"
    return ""


def is_weekly(days: Days) -> bool:
    """Whether bars lie a week or more apart."""
    if len(days) < FEW:
        return False
    return bool(np.median(np.diff(days).astype(np.int64)) >= WEEKLY)


def late(days: Days, moment: Moment, early: Days) -> Iterator[Gap]:
    """What is missing at the end of bars that are used, and at their beginning.

    `early` are the days whose bar was fetched before their session had closed.
    """
    name, behind = moment.instrument.id, moment.behind(days[-1])
    day = next_session(days[-1], moment.table) if behind >= LATE else None
    if day and np.datetime64(day) in early:
        why = f"the bar of {day} was fetched before its session closed; it is left out"
        yield Gap(name, why)
    if behind > LATE:
        yield Gap(name, f"its last bar is of {days[-1]}, {behind} sessions back")
    elif day and np.datetime64(day) not in early:
        why = f"the bar of {day} is missing, although its session has closed"
        yield Gap(name, why)
    if len(days) < RECENT:
        why = f"its bars begin on {days[0]}: {len(days)} sessions, too few for"
        yield Gap(name, f"{why} the figures of a year")


def next_session(last: np.datetime64, table: Calendar | None) -> date:
    """The session after one; where bars count them, the next whole one."""
    if table is None:
        last = np.busday_offset(last, 1, roll="backward")
        return date.fromisoformat(str(last))
    row = int(np.searchsorted(table.days, last, side="right"))
    while not table.counts and table.early[row]:
        row += 1
    found: date = table.days[row].item()
    return found
