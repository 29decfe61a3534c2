"""Ready: the rows of a file that lie on sessions, and all that no moment changes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from generator.market.bars import Bars
from generator.market.gates.actions import dividends
from generator.market.gates.clean import cleaned
from generator.market.gates.marks import Mark, lacking, lines
from generator.market.gates.scale import Kept, Scale, kept, scale_of
from generator.market.indicators import Ints
from generator.market.sessions import (
    Calendar,
    Days,
    Moments,
    calendar,
    closes_of,
    known_at,
    naive,
)
from generator.model.market import Gap, Instrument

Mask = NDArray[np.bool_]
OFF_CALENDAR = 0.05  # share of bars without a session that a calendar survives


@dataclass(frozen=True, slots=True, eq=False)
class Ready:
    """The rows of some bars that may be used at one moment or another.

    `bars` are all rows that lie on a session, without the fields that cannot be true;
    `known` is when each is known and `places` numbers its session. `seen` and `off`
    are when each row of the file, and each without a session, was known; `early` are
    the days whose bar was fetched before their session had closed.
    """

    name: str
    bars: Bars
    table: Calendar | None
    known: Moments
    places: Ints
    seen: Moments
    off: Moments
    early: Days
    marks: tuple[Mark, ...]
    scale: Scale
    whole: Kept

    def count(self, as_of: datetime) -> int:
        """How many rows are known at a moment."""
        return int(np.searchsorted(self.known, naive(as_of), side="right"))

    def strays(self, as_of: datetime) -> bool:
        """Whether the bars known at a moment follow another calendar."""
        now = naive(as_of)
        off = int(np.searchsorted(self.off, now, side="right"))
        seen = int(np.searchsorted(self.seen, now, side="right"))
        return off > OFF_CALENDAR * seen

    def lines(self, days: Days) -> Iterator[Gap]:
        """A Gap for each mark within some days."""
        return lines(self.name, self.marks, days)

    def kept(self, count: int) -> Kept:
        """Which of the first `count` rows may be used."""
        return kept(self.bars, count, self.scale, self.name)


Terms = tuple[str, str, int, str, bool]
_MADE: WeakKeyDictionary[Bars, dict[Terms, Ready]] = WeakKeyDictionary()


def ready(bars: Bars, instrument: Instrument, *, follow: bool = True) -> Ready:
    """The rows of some bars, made once; `follow` says whether by a calendar."""
    told = (instrument.id, instrument.calendar, instrument.lag_minutes)
    terms = (*told, instrument.kind, follow)
    made = _MADE.setdefault(bars, {})
    if terms not in made:
        made[terms] = made_ready(bars, instrument, follow=follow)
    return made[terms]


def made_ready(bars: Bars, instrument: Instrument, *, follow: bool) -> Ready:
    """The rows of some bars, by the calendar of their instrument if it is followed."""
    table = table_of(bars, instrument) if follow else None
    seen = known_at(bars.dates, instrument, table)
    rows = table.rows(bars.dates) if table else np.arange(len(bars))
    early = unfinished(bars, table)
    whole = np.isfinite(bars.close) & ~early
    use = (rows >= 0) & whole
    marks = [*left_out(bars, rows), *missing(rows[use], table)]
    taken = bars.taken(slice(None) if use.all() else use)
    clean, more = cleaned(taken, instrument)
    scale = scale_of(clean, instrument)
    counts = table is not None and table.counts
    places = rows[use] if counts else np.arange(len(clean))
    return Ready(
        name=instrument.id,
        bars=clean,
        table=table,
        known=seen[use],
        places=places.astype(np.int64),
        seen=np.sort(seen[whole]),
        off=np.sort(seen[whole & (rows < 0)]),
        early=bars.dates[early],
        marks=(*marks, *more, *dividends(clean)),
        scale=scale,
        whole=kept(clean, len(clean), scale, instrument.id),
    )


def table_of(bars: Bars, instrument: Instrument) -> Calendar | None:
    """The calendar of an instrument over its bars."""
    if not len(bars):
        return None
    return calendar(instrument.calendar, bars.day(0), bars.day(-1))


def unfinished(bars: Bars, table: Calendar | None) -> Mask:
    """The rows that were fetched before their session had closed."""
    if bars.origin.fetched_at is None:
        return np.zeros(len(bars), dtype=bool)
    late: Mask = closes_of(bars.dates, table) > naive(bars.origin.fetched_at)
    return late


def left_out(bars: Bars, rows: Ints) -> Iterator[Mark]:
    """The rows of a file that are never used, for there was no session."""
    if (rows < 0).any():
        why = "bars without a session are left out, {}"
        yield Mark(why, bars.dates[rows < 0], "days", touches="never")


def missing(rows: Ints, table: Calendar | None) -> Iterator[Mark]:
    """The sessions between the first and the last bar that have none."""
    if table is None or not table.counts or not len(rows):
        return
    every = np.arange(rows[0], rows[-1] + 1)
    if len(every) > len(rows):
        yield lacking("bar", table.days[np.setdiff1d(every, rows)])
