"""A view: one instrument's usable bars as of a moment, and the figures made of them."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

import numpy as np

from generator.market.bars import Bars
from generator.market.features import Column, Frames, frames_of
from generator.market.figure import QUOTIENT, Figure, Rows, joined, shown
from generator.market.indicators import Floats, Ints, changes, returns
from generator.market.metrics import PRICED, STEPS, metric_of
from generator.market.sessions import Calendar
from generator.model.facts import PriceFact, Window
from generator.model.market import Instrument
from generator.plain.figures import kept

__all__ = ["QUOTIENT", "YEAR", "Figure", "Pair", "Rows", "Scene", "View", "paired"]

YEAR = 252
SPLITS = (2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 15, 20, 21, 28, 30)
SETTLED = 60  # closes on one fraction of a cent: no dividend does that
ROUNDED = 0.006  # of a cent, times the split: vendors print four decimals
CENT_SLACK = 0.02  # of a cent: vendors print floats


@dataclass(frozen=True, eq=False)
class View:
    """What is known of one instrument at a moment; all rows here are known then.

    `places` numbers the sessions of the rows: a step of one is one session. `known`
    is when the last bar was known. All arrays have one value a row.
    """

    instrument: Instrument
    bars: Bars
    places: Ints
    known: datetime
    table: Calendar | None
    closed: np.datetime64
    shared: Frames | None = None
    hashes: dict[Rows, str] = field(default_factory=dict)
    windows: dict[int, Floats] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The instrument's id."""
        return self.instrument.id

    @property
    def last(self) -> int:
        """The last row."""
        return len(self.bars) - 1

    @property
    def close(self) -> float:
        """The last close."""
        return float(self.bars.close[-1])

    @property
    def is_rate(self) -> bool:
        """Whether its moves are differences in points, not returns."""
        return self.instrument.kind == "rate"

    @property
    def is_gauge(self) -> bool:
        """Whether it measures volatility or a rate, and is not itself bought."""
        return self.instrument.kind in ("rate", "volatility")

    @property
    def reaches_inception(self) -> bool:
        """Whether the bars hold its whole history, so that "record" may be said."""
        born = self.instrument.inception
        first = self.bars.day(self.priced_from)
        return born is not None and first <= born

    @cached_property
    def priced_from(self) -> int:
        """The row from which closes are prices that were traded, splits aside (T6).

        Taking a dividend off moves every earlier close off the whole cent, a split
        moves it to a whole fraction of one. So in bars adjusted for dividends the last
        closes are such prices where all stand on one and an earlier one does not: the
        vendor does not round, and nothing was paid.
        """
        if "dividend" not in self.bars.adjusted:
            return 0
        start = whole_cents_from(self.bars.close, 1) or len(self.bars)
        while SETTLED <= start < len(self.bars):
            recent = self.bars.close[start - SETTLED : start]
            split = next(
                (one for one in SPLITS if whole_cents_from(recent, one) == 0), None
            )
            if split is None:
                break
            start = whole_cents_from(self.bars.close[:start], split)
        return start

    @property
    def as_traded(self) -> bool:
        """Whether its closes are traded prices, of a year at least if adjusted."""
        return self.priced_from == 0 or len(self.bars) - self.priced_from >= YEAR

    @cached_property
    def moves(self) -> Floats:
        """The daily moves: returns, or differences of a rate."""
        if self.is_rate:
            return changes(self.bars.close, self.places, 1)
        return self.returns(1)

    @property
    def own_column(self) -> Column:
        """Its bars as a column of frames."""
        return Column(
            name=self.id,
            bars=self.bars,
            places=self.places,
            kind=self.instrument.kind,
            priced_from=self.priced_from,
        )

    @cached_property
    def frames(self) -> Frames:
        """The frames its features are read from.

        Those of the whole panel, where its bars begin the panel's unchanged; else a
        frame of its own.
        """
        own = self.own_column
        if self.shared is not None:
            number = self.shared.wide.number.get(self.id)
            if number is not None and own.begins(self.shared.wide.columns[number]):
                return self.shared
        return frames_of([own])

    def column(self, name: str) -> Floats:
        """A feature on every row; NaN where it has no value. Not to be written to."""
        return self.frames.column(self.id, name, self.last)

    def feature(self, name: str) -> float | None:
        """A feature on the last row; None where it has no value."""
        value = self.frames.at(self.id, name, self.last)
        return value if np.isfinite(value) else None

    @property
    def usual(self) -> Floats:
        """The size of a usual day, as known before each session."""
        return self.column("usual.1")

    @property
    def zscores(self) -> Floats:
        """Each daily move in usual days."""
        return self.column("zscore.1")

    @cached_property
    def whole_from(self) -> int:
        """The first row of the last unbroken run of bars with high and low."""
        missing = ~np.isfinite(self.bars.high + self.bars.low)
        rows = np.flatnonzero(missing)
        return max(int(rows[-1]) + 1 if len(rows) else 0, self.priced_from)

    @cached_property
    def lines(self) -> list[bytes]:
        """The rows in canonical text."""
        return self.bars.lines()

    def returns(self, count: int) -> Floats:
        """The returns over `count` sessions."""
        if count not in self.windows:
            found = returns(self.bars.close, self.places, count)
            found.flags.writeable = False
            self.windows[count] = found
        return self.windows[count]

    def row_before(self, count: int) -> int:
        """The row `count` sessions before the last; -1 where it has no bar."""
        wanted = self.places[-1] - count
        row = int(np.searchsorted(self.places, wanted))
        return row if self.places[row] == wanted else -1

    def unbroken(self, count: int) -> bool:
        """Whether the last `count` rows are `count` sessions in a row."""
        if len(self.bars) < count:
            return False
        return bool(self.places[-1] - self.places[-count] == count - 1)

    def text(self, rows: Rows) -> bytes:
        """The canonical text of the rows from first to last."""
        return b"".join(self.lines[rows[0] : rows[1] + 1])

    def digest(self, rows: Rows) -> str:
        """The SHA-256 of that text."""
        if rows not in self.hashes:
            self.hashes[rows] = hashlib.sha256(self.text(rows)).hexdigest()
        return self.hashes[rows]

    def window(self, rows: Rows, name: str) -> Window:
        """The window of those rows, as the metric counts it."""
        steps = metric_of(name) in STEPS
        count = (
            int(self.places[rows[1]] - self.places[rows[0]])
            if steps
            else rows[1] - rows[0] + 1
        )
        return Window(self.bars.day(rows[0]), self.bars.day(rows[1]), count)

    def figure(
        self,
        name: str,
        value: float,
        unit: str,
        rows: Rows,
        *,
        formula: str,
        made: tuple[date, ...] = (),
    ) -> "Figure":
        """A figure of this instrument alone, from those rows."""
        return Figure(self, name, value, unit, rows, formula, made)

    def fact(self, figure: "Figure") -> PriceFact:
        """A figure as the Fact that a note may print."""
        metric = metric_of(figure.name)
        return PriceFact(
            id=figure.id,
            subject=self.id,
            metric=metric,
            value=kept(figure.value),
            unit=figure.unit,
            made=figure.made,
            renderings=shown(figure.value, figure.unit),
            window=self.window(figure.rows, figure.name),
            known_at=self.known,
            provider=self.bars.origin.provider,
            vendor=self.bars.vendor,
            adjusted=self.bars.adjusted,
            formula=figure.formula,
            bars_sha256=self.digest(figure.rows),
            history_from=self.bars.day(self.priced_from if metric in PRICED else 0),
        )


def whole_cents_from(closes: Floats, split: int) -> int:
    """The row from which all closes are whole cents, once a split is undone."""
    cents, slack = 100 * split * closes, max(CENT_SLACK, ROUNDED * split)
    off = np.flatnonzero(np.abs(cents - np.round(cents)) > slack)
    return int(off[-1]) + 1 if len(off) else 0


@dataclass(frozen=True, eq=False)
class Pair:
    """Two instruments on the sessions of the second, both legs of the same dates (T4).

    `left` and `right` are rows of each view; `left` is -1 where the subject had no
    bar that day. The last row is one that both have. `places` counts sessions.
    """

    subject: View
    against: View
    left: Ints
    right: Ints
    hashes: dict[Rows, str] = field(default_factory=dict)
    windows: dict[int, tuple[Floats, Floats]] = field(default_factory=dict)

    @property
    def last(self) -> int:
        """The last row of the pair."""
        return len(self.left) - 1

    @cached_property
    def places(self) -> Ints:
        """The sessions of the rows, by the second's calendar."""
        return self.against.places[self.right]

    @cached_property
    def closes(self) -> Floats:
        """The subject's closes, NaN where it had none."""
        return np.where(self.left >= 0, self.subject.bars.close[self.left], np.nan)

    @cached_property
    def against_closes(self) -> Floats:
        """The second's closes."""
        return self.against.bars.close[self.right]

    @cached_property
    def both(self) -> Ints:
        """The rows on which both have a close."""
        return np.flatnonzero(self.left >= 0)

    def returns(self, count: int) -> tuple[Floats, Floats]:
        """The returns over `count` sessions of the subject and of the second."""
        if count not in self.windows:
            legs = self.closes, self.against_closes
            own, other = (returns(leg, self.places, count) for leg in legs)
            self.windows[count] = own, other
        return self.windows[count]

    def lead(self, count: int) -> Floats:
        """The difference of the two returns over `count` sessions, in points."""
        own, other = self.returns(count)
        return 100 * (own - other)

    def day(self, row: int) -> date:
        """The date of a row."""
        return self.against.bars.day(int(self.right[row]))

    def text(self, rows: Rows) -> bytes:
        """The subject's rows, `|`, and the second's."""
        first, last = rows
        legs = zip(
            (self.subject.lines, self.against.lines),
            (self.left[first : last + 1], self.right[first : last + 1]),
            strict=True,
        )
        return b"|".join(
            b"".join(lines[row] for row in leg.tolist() if row >= 0)
            for lines, leg in legs
        )

    def digest(self, rows: Rows) -> str:
        """The SHA-256 of that text."""
        if rows not in self.hashes:
            self.hashes[rows] = hashlib.sha256(self.text(rows)).hexdigest()
        return self.hashes[rows]

    @property
    def id(self) -> str:
        """The subject's id."""
        return self.subject.id

    def figure(
        self,
        name: str,
        value: float,
        unit: str,
        rows: Rows,
        *,
        formula: str,
        made: tuple[date, ...] = (),
    ) -> Figure:
        """A figure of the subject against the second, from those rows of both."""
        return Figure(self, name, value, unit, rows, formula, made)

    def fact(self, figure: Figure) -> PriceFact:
        """A figure as the Fact that a note may print."""
        steps = metric_of(figure.name) in STEPS
        first, last = figure.rows
        places = self.places
        count = int(places[last] - places[first]) if steps else last - first + 1
        legs = (self.subject.bars.origin, self.against.bars.origin)
        return PriceFact(
            id=figure.id,
            subject=self.id,
            against=self.against.id,
            metric=metric_of(figure.name),
            value=kept(figure.value),
            unit=figure.unit,
            made=figure.made,
            renderings=shown(figure.value, figure.unit),
            window=Window(self.day(first), self.day(last), count),
            known_at=max(self.subject.known, self.against.known),
            provider=joined(leg.provider for leg in legs),
            vendor=joined(leg.vendor for leg in legs),
            adjusted=joined(leg.adjusted for leg in legs),
            formula=figure.formula,
            bars_sha256=self.digest(figure.rows),
            history_from=self.day(0),
        )


def paired(subject: View, against: View) -> Pair | None:
    """The pair of two views; None where they share no session."""
    dates = against.bars.dates
    rows = np.searchsorted(subject.bars.dates, dates)
    inside = np.minimum(rows, subject.last)
    left = np.where(subject.bars.dates[inside] == dates, inside, -1)
    shared = np.flatnonzero(left >= 0)
    if not len(shared):
        return None
    span = slice(int(shared[0]), int(shared[-1]) + 1)
    return Pair(subject, against, left[span], np.arange(len(dates))[span])


@dataclass(frozen=True, eq=False)
class Scene:
    """One instrument among those it is measured against, as of a moment."""

    view: View
    others: Mapping[str, View]
    pairs: dict[str, Pair | None] = field(default_factory=dict)

    def pair(self, name: str) -> Pair | None:
        """The instrument against another; None without bars of both."""
        if name == self.view.id or name not in self.others:
            return None
        if name not in self.pairs:
            self.pairs[name] = paired(self.view, self.others[name])
        return self.pairs[name]

    @cached_property
    def benchmarks(self) -> tuple[Pair, ...]:
        """The instrument against each of its benchmarks that has bars."""
        found = (self.pair(name) for name in self.view.instrument.benchmarks)
        return tuple(pair for pair in found if pair)

    @cached_property
    def rivals(self) -> tuple[Pair, ...]:
        """The instrument against each of its rivals with bars, no benchmark twice."""
        known = self.view.instrument.benchmarks
        names = (one for one in self.view.instrument.rivals if one not in known)
        found = (self.pair(name) for name in names)
        return tuple(pair for pair in found if pair)

    @cached_property
    def implied(self) -> Pair | None:
        """The instrument beside its implied volatility, the first with bars."""
        found = (self.pair(name) for name in self.view.instrument.implied)
        return next((pair for pair in found if pair), None)
