"""Holdings: the bars of an instrument as they stood at a moment, and what is wrong."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

import numpy as np

from generator.errors import PriceError
from generator.market.bars import FIELDS, PUBLISHED, Bars, Origin, Revisions
from generator.market.gates import gate
from generator.market.panel import Panel
from generator.market.sessions import aware, calendar, known_at, naive
from generator.market.tape import silent
from generator.model.market import Gap, Instrument


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A bar as it stood: its fields, None where absent, and from when it was known.

    `why` is `published`, `filled`, `corrected` or `restated`; `was` is the close of
    each earlier row of that session, oldest first.
    """

    session: date
    open: float | None
    high: float | None
    low: float | None
    close: float | None
    volume: float | None
    known_at: datetime
    why: str = PUBLISHED
    was: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """What one vendor's bars of an instrument were at a moment, oldest row first."""

    subject: str
    origin: Origin
    sessions: int
    first: date | None
    rows: tuple[Row, ...]
    restated: tuple[str, ...] = ()


def holdings(
    panel: Panel, subject: str, as_of: datetime, last: int
) -> tuple[Holding, ...]:
    """The last bars of each vendor as known at a moment, the most trusted first.

    PriceError: nobody holds bars of that instrument.
    """
    if subject not in panel.bars:
        raise PriceError(f"{subject}: {none_of(panel, subject)}")
    instrument = panel.instruments[subject]
    return tuple(holding(bars, instrument, as_of, last) for bars in panel.bars[subject])


def none_of(panel: Panel, subject: str) -> str:
    """Why there are no bars of an instrument, and the mend."""
    if subject not in panel.instruments:
        return "no such instrument; `strykr lenses` lists them"
    if subject in panel.unusable:
        return "its file cannot be used; see `strykr prices check`"
    return f"no bars; run `strykr prices update {subject}` or give --prices DIR"


def holding(bars: Bars, instrument: Instrument, as_of: datetime, last: int) -> Holding:
    """The last bars of one vendor as known at a moment."""
    now = naive(as_of)
    stood = bars.at(as_of)
    table = calendar(instrument.calendar, bars.day(0), bars.day(-1))
    stood = stood.taken(known_at(stood.dates, instrument, table) <= now)
    shown = stood.taken(slice(max(len(stood) - last, 0), None))
    published = known_at(shown.dates, instrument, table)
    past = bars.revisions
    told = past.restated if past else ()
    return Holding(
        subject=instrument.id,
        origin=bars.origin,
        sessions=len(stood),
        first=stood.day(0) if stood else None,
        rows=tuple(
            as_row(shown, row, aware(published[row]), history_of(past, day, now))
            for row, day in enumerate(shown.dates)
        ),
        restated=tuple(one.why for one in told if one.known_at <= as_of),
    )


@dataclass(frozen=True, slots=True)
class History:
    """What became known of one session, oldest first."""

    known: tuple[np.datetime64, ...] = ()
    why: tuple[str, ...] = ()
    closes: tuple[float, ...] = ()


def history_of(
    past: Revisions | None, day: np.datetime64, now: np.datetime64
) -> History:
    """What became known of a session until a moment; empty without revisions."""
    if past is None:
        return History()
    rows = np.flatnonzero((past.rows.dates == day) & (past.known <= now))
    closes = past.rows.close[rows].tolist()
    return History(tuple(past.known[rows]), tuple(past.why[rows]), tuple(closes))


def as_row(bars: Bars, row: int, published: datetime, history: History) -> Row:
    """One row of bars with what was known of its session."""
    fields: Mapping[str, float] = {
        name: float(getattr(bars, name)[row]) for name in FIELDS
    }
    known = history.known[-1] if history.known else None
    return Row(
        session=bars.day(row),
        **{
            name: value if np.isfinite(value) else None
            for name, value in fields.items()
        },
        known_at=aware(known) if known is not None else published,
        why=str(history.why[-1]) if history.why else PUBLISHED,
        was=history.closes[:-1],
    )


def gaps(panel: Panel, as_of: datetime) -> Iterator[Gap]:
    """All that a note of that moment could not say, instrument by instrument."""
    for name in panel.unusable:
        yield Gap(name, "its price file cannot be used")
    for name in panel.bars:
        gated = gate(panel, name, as_of)
        yield from gated.gaps
        if gated.view:
            yield from silent(gated.view)
