"""Gates: which bars may be used as of a moment, and a Gap for each that may not."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

import numpy as np

from generator.errors import PriceError
from generator.market.bars import Bars
from generator.market.indicators import Floats, Ints, decayed
from generator.market.panel import Panel
from generator.market.sessions import (
    Calendar,
    Days,
    aware,
    calendar,
    closes_of,
    known_at,
    missed,
    naive,
)
from generator.market.view import View
from generator.model.market import Gap, Instrument

LATE, STALE = 1, 5  # sessions without a bar: from when a Gap, from when no Facts
RECENT = 252  # sessions: a refused bar further back is not worth a line
COMPARED, TOLERANCE = 21, 0.001  # sessions and share by which vendors may differ
JUMP, JUMP_DAYS = 0.40, 8  # a larger move, in both measures, looks like an error
SPLITS = (1.5, 2, 3, 4, 5, 6, 7, 8, 10, 15, 20, 25, 30, 50, 100, 1000)
YOUNG = 10  # bars after which a usual day is known well enough for this
NEWS_VOLUME = 2.0  # times the split's own effect on the count of shares traded
BEYOND = 4  # times: no price does that in a day without the volume of news
SPLIT_NEAR = 0.03  # the day's own move beside the split
SPIKE, HEALED = 5, 0.1  # sessions within which, and how near, a bad tick returns
OFF_CALENDAR = 0.05  # share of bars without a session that a calendar survives


@dataclass(frozen=True, slots=True)
class Gated:
    """What may be used of one instrument, and what may not."""

    view: View | None
    gaps: tuple[Gap, ...]


def views_at(panel: Panel, as_of: datetime) -> tuple[dict[str, View], tuple[Gap, ...]]:
    """Each instrument's view at a moment, and the gaps; PriceError if none has bars."""
    gated = {name: gate(panel, name, as_of) for name in panel.bars}
    views = {name: one.view for name, one in gated.items() if one.view}
    lost = [Gap(name, "its price file cannot be used") for name in panel.unusable]
    gaps = (*lost, *(gap for one in gated.values() for gap in one.gaps))
    if not views:
        raise PriceError(nothing_at(panel, as_of, gaps))
    return views, gaps


def nothing_at(panel: Panel, as_of: datetime, gaps: tuple[Gap, ...]) -> str:
    """Why no instrument can be used, in one line."""
    if not panel.bars:
        why = f" ({panel.faults[0]})" if panel.faults else ""
        return f"prices: no usable price file{why}"
    firsts = [
        first_known(bars[0], panel.instruments[name])
        for name, bars in panel.bars.items()
    ]
    if as_of < min(firsts):
        return (
            f"prices: nothing is known at {as_of:%Y-%m-%dT%H:%MZ}; the first bar is "
            f"known at {min(firsts):%Y-%m-%dT%H:%MZ}, give a later --as-of"
        )
    return f"prices: no instrument can be used ({gaps[0].subject}: {gaps[0].reason})"


def first_known(bars: Bars, instrument: Instrument) -> datetime:
    """When the first bar was known."""
    table = table_of(bars, instrument, bars.day(0))
    return aware(known_at(bars.dates[:1], instrument, table)[0])


def table_of(bars: Bars, instrument: Instrument, until: date) -> Calendar | None:
    """The calendar of an instrument over its bars, to a date."""
    first = bars.day(0)
    return calendar(instrument.calendar, first, max(first, until))


def gate(panel: Panel, name: str, as_of: datetime) -> Gated:
    """The view of one instrument with the rows known at `as_of`, and its gaps."""
    instrument = panel.instruments[name]
    first, *others = panel.bars[name]
    table = table_of(first, instrument, as_of.date())
    bars = known(first, instrument, table, as_of)
    if not len(bars):
        return refused(name, f"its bars begin on {first.day(0)}, after this moment")
    why: list[str] = []
    if table and (table.rows(bars.dates) < 0).mean() > OFF_CALENDAR:
        why.append(f"its bars do not follow the calendar {instrument.calendar}")
        table, bars = None, known(first, instrument, None, as_of)
    rows = table.rows(bars.dates) if table else np.arange(len(bars))
    bars, rows = bars.taken(rows >= 0), rows[rows >= 0]
    reason = unusable(bars, instrument, table, as_of)
    if reason:
        return refused(name, *why, reason)
    keep, jumped = scaled(bars, instrument)
    why += jumped
    if not keep[-1]:
        return refused(name, *why)
    bars, rows = bars.taken(keep), rows[keep]
    why += doubts(bars, instrument, table, as_of)
    why += [line for other in others for line in disputes(bars, other)]
    return Gated(view_of(bars, rows, instrument, table), gaps_of(name, *why))


def known(
    bars: Bars, instrument: Instrument, table: Calendar | None, as_of: datetime
) -> Bars:
    """The bars that were known at `as_of` (T2)."""
    return bars.taken(known_at(bars.dates, instrument, table) <= naive(as_of))


def gaps_of(name: str, *reasons: str) -> tuple[Gap, ...]:
    """A Gap for each reason."""
    return tuple(Gap(name, reason) for reason in reasons)


def refused(name: str, *reasons: str) -> Gated:
    """An instrument of which nothing can be used."""
    return Gated(None, gaps_of(name, *reasons))


def view_of(
    bars: Bars, rows: Ints, instrument: Instrument, table: Calendar | None
) -> View:
    """The view of rows that may be used; sessions are counted by the calendar."""
    counts = table is not None and table.counts
    places = rows if counts else np.arange(len(bars))
    closed = closes_of(bars.dates[-1:], table)[0]
    known = aware(known_at(bars.dates[-1:], instrument, table)[0])
    return View(instrument, bars, places.astype(np.int64), known, table, closed)


def unusable(
    bars: Bars, instrument: Instrument, table: Calendar | None, as_of: datetime
) -> str:
    """Why an instrument cannot be used at all; empty if it can."""
    if not len(bars):
        return "none of its bars lies on a session"
    behind = missed(table, bars.dates[-1], lag=instrument.lag_minutes, as_of=as_of)
    if behind > STALE:
        return f"its last bar is of {bars.day(-1)}, {behind} sessions back; not used"
    if bars.refused[-1]:
        return f"the bar of {bars.day(-1)} is refused: its high, low and close disagree"
    return ""


def doubts(
    bars: Bars, instrument: Instrument, table: Calendar | None, as_of: datetime
) -> Iterator[str]:
    """What is late or was left out of bars that are used."""
    behind = missed(table, bars.dates[-1], lag=instrument.lag_minutes, as_of=as_of)
    if behind > LATE:
        yield f"its last bar is of {bars.day(-1)}, {behind} sessions back"
    wrong = np.flatnonzero(bars.refused[-RECENT:])
    if len(wrong):
        day = bars.dates[-RECENT:][wrong[-1]].item()
        yield (
            f"high and low of {len(wrong)} of its last {RECENT} bars are refused, the "
            f"last of {day}: they disagree with the close"
        )


def scaled(bars: Bars, instrument: Instrument) -> tuple[np.ndarray, list[str]]:
    """Which rows are on the scale of the last one, and what is refused.

    A move over 40% and 8 usual days is an error until the next session confirms it;
    one that looks like a split is an error for good, and one that is undone within
    five sessions was a bad tick.
    """
    keep = np.ones(len(bars), dtype=bool)
    if instrument.kind in ("volatility", "rate"):
        return keep, []
    why: list[str] = []
    for row in jumps(bars):
        back = healed(bars.close, row)
        move = f"{bars.close[row] / bars.close[row - 1] - 1:+.0%} on {bars.day(row)}"
        if not keep[row - 1]:
            continue
        if back > row:
            keep[row:back] = False
            if row >= len(bars) - RECENT:
                why.append(f"{back - row} bars refused: {move} was undone, a bad tick")
        elif row == len(bars) - 1:
            keep[row] = False
            why.append(
                f"its last bar is refused: {move} looks like a split or unit error"
            )
        elif rescaled(bars, row):
            keep[:row] = False
            why.append(f"bars before {bars.day(row)} are refused: {move}, like a split")
    return keep, why


def jumps(bars: Bars) -> list[int]:
    """The rows of moves too large to be believed without another word.

    News brings volume: where it is far above what a split of that size would print,
    the move is believed.
    """
    moves = row_moves(bars)
    with np.errstate(invalid="ignore"):
        far = np.abs(moves) > np.maximum(JUMP, JUMP_DAYS * usual_before(bars))
    return [int(row) for row in np.flatnonzero(far) if not is_news(bars, int(row))]


def row_moves(bars: Bars) -> Floats:
    """The return of each row on the one before."""
    return np.concatenate([[np.nan], bars.close[1:] / bars.close[:-1] - 1])


def usual_before(bars: Bars) -> Floats:
    """The size of a usual day before each row; 0 where it is not known well enough."""
    sizes = np.concatenate([[0.0], decayed(row_moves(bars), 20)[:-1]])
    sizes[:YOUNG] = 0
    return sizes


def is_news(bars: Bars, row: int) -> bool:
    """Whether the volume of a jump tells of news, not of a new scale."""
    step = float(bars.close[row] / bars.close[row - 1])
    habit = bars.volume[max(row - 20, 0) : row]
    busy = float(bars.volume[row] / habit.mean()) if len(habit) else np.nan
    return bool(busy > NEWS_VOLUME * max(step, 1 / step))


def healed(closes: Floats, row: int) -> int:
    """The row on which the price is back where it was before `row`; -1 if it is not."""
    before = closes[row - 1]
    after = closes[row + 1 : row + 1 + SPIKE]
    rows = np.flatnonzero(np.abs(after / before - 1) < HEALED)
    return row + 1 + int(rows[0]) if len(rows) else -1


def rescaled(bars: Bars, row: int) -> bool:
    """Whether a jump is near a split's ratio, either way, or beyond all reason."""
    step = float(bars.close[row] / bars.close[row - 1])
    size = max(step, 1 / step)
    near = max(SPLIT_NEAR, 2 * float(usual_before(bars)[row]))
    return size > BEYOND or any(abs(size / split - 1) < near for split in SPLITS)


def disputes(bars: Bars, other: Bars) -> Iterator[str]:
    """Where another vendor's closes of the last sessions differ; the first is used."""
    dates: Days = bars.dates[-COMPARED:]
    rows = np.searchsorted(other.dates, dates)
    inside = np.minimum(rows, len(other) - 1)
    shared = other.dates[inside] == dates
    mine, theirs = bars.close[-COMPARED:][shared], other.close[inside][shared]
    apart = np.flatnonzero(np.abs(theirs - mine) > TOLERANCE * np.abs(mine))
    if not len(apart):
        return
    row, count = int(apart[-1]), len(apart)
    more = f", on {count} of {len(mine)} sessions in all" if count > 1 else ""
    yield (
        f"vendors disagree on the close of {dates[shared][row].item()}: {bars.vendor} "
        f"{mine[row]:.2f}, {other.vendor} {theirs[row]:.2f}{more}; the first is used"
    )
