"""The days that a chart marks: releases ahead, and days that the note names."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.model.facts import EventFact, PriceFact
from generator.model.market import Mark
from generator.model.note import Ledger
from generator.plain.clock import brief_day
from generator.publish.charts.plot import RISE, ROW, TEXT, Frame, line, text
from generator.publish.charts.words import named, room

AHEAD = 10  # sessions after the last close that the axis is stretched by, at most
LETTERS = 20  # of a release's name
MOST = 3  # days that the note names, the latest first
ROWS = 4  # of names over the frame
SATURDAY = 5
# A metric whose Fact names the day that made it, and how a chart may call that day.
DAYS = {
    "high.all": "High",
    "high.252": "High",
    "drawdown": "High",
    "low.all": "Low",
    "low.252": "Low",
}


def marks(ledger: Ledger) -> tuple[Mark, ...]:
    """The named releases ahead, and the highs and lows whose days the text stands on.

    Only Facts of the note's subject that a claim binds or is licensed by are taken.
    """
    events = [one for one in ledger.facts if isinstance(one, EventFact)]
    used = {bound.fact for claim in ledger.claims for bound in claim.bound}
    used |= {name for claim in ledger.claims for name in claim.licensed_by}
    days = {
        one.made[0]: DAYS[one.metric]
        for one in ledger.facts
        if isinstance(one, PriceFact)
        and one.id in used
        and one.subject == ledger.note.subject
        and one.metric in DAYS
        and one.made
    }
    told = [Mark(name, day, day) for day, name in sorted(days.items())[-MOST:]]
    return (*told, *(Mark(one.name, one.first, one.last) for one in events))


def placed(marks: Sequence[Mark], dates: Sequence[date]) -> list[tuple[float, Mark]]:
    """The marks that the chart can show, each with its session, from left to right.

    One after the last close stands as many trading days after it; one on a day
    without a session stands at the next.
    """
    found = [
        (float(row), mark)
        for mark in marks
        if (row := _row(mark.last, dates)) is not None
    ]
    return sorted(found, key=lambda one: (one[0], one[1].name))


def _row(day: date, dates: Sequence[date]) -> int | None:
    if day < dates[0]:
        return None
    if day <= dates[-1]:
        return bisect_left(dates, day)
    steps = range(1, (day - dates[-1]).days + 1)
    later = [dates[-1] + timedelta(step) for step in steps[: 3 * AHEAD]]
    weekends = any(one.weekday() >= SATURDAY for one in dates)
    count = sum(weekends or one.weekday() < SATURDAY for one in later)
    return len(dates) - 1 + count if 0 < count <= AHEAD else None


def called(mark: Mark) -> str:
    """`CPI 11 Feb`, or `CPI by 13 Feb` where only the window is known."""
    day = brief_day(mark.last).rsplit(" ", 1)[0]
    joined = "" if mark.first == mark.last else "by "
    return f"{named(mark.name, LETTERS)} {joined}{day}".strip()


def told(mark: Mark) -> str:
    """The mark in a sentence: `CPI 11 Feb 2026`."""
    days = dict.fromkeys((brief_day(mark.first), brief_day(mark.last)))
    return f"{named(mark.name)} {' to '.join(days)}"


@dataclass(frozen=True, slots=True)
class Flag:
    """A mark in the picture: its line, and its name in a row beside the line's top."""

    x: float
    row: int
    name: str
    anchor: str


def flags(found: Sequence[tuple[float, Mark]], frame: Frame) -> list[Flag]:
    """The marks as flags that fly to the left, each under the ones that it would cross.

    A name too near the left edge flies to the right; where another mark stands in its
    way there, or there is no row left, the mark is told in the words of the chart only.
    """
    shown: list[Flag] = []
    reached: list[tuple[float, int]] = []  # how far left each name goes, and its row
    for place, mark in reversed(found):
        x, name = frame.x(place), called(mark)
        wide = room(name, TEXT) + 4
        row = max((below + 1 for least, below in reached if least < x + 4), default=0)
        if row >= ROWS:
            continue
        beside = min([least for least, at in reached if at == row], default=frame.right)
        before = min([flag.x for flag in shown], default=frame.right)
        if x >= wide:
            shown.append(Flag(x, row, name, "end"))
            reached.append((x - wide, row))
        elif x + wide < min(beside, before):
            shown.append(Flag(x, row, name, "start"))
    return shown


def drawn(shown: Sequence[Flag], floor: float) -> str:
    """The names, and from each a dotted line down to `floor`."""
    pieces = []
    for flag in shown:
        y = ROW * flag.row
        x = flag.x - 4 if flag.anchor == "end" else flag.x + 4
        pieces.append(line("event", (flag.x, y + 2), (flag.x, floor)))
        pieces.append(text(x, y + ROW / 2 + RISE, flag.name, anchor=flag.anchor))
    return "\n".join(pieces)
