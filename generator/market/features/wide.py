"""Wide: the bars of many instruments side by side, each column its own sessions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from generator.market.bars import FIELDS, Bars
from generator.market.features.windows import Flags
from generator.market.indicators import Floats, Ints
from generator.market.sessions import Days

YEAR = 252
GAUGES = ("rate", "volatility")


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Column:
    """One instrument's usable bars, oldest first, and how they are to be read.

    `places` numbers the sessions of the rows: a step of one is one session. Closes
    from row `priced_from` on are prices that were traded, splits aside; `kind` is the
    instrument's.
    """

    name: str
    bars: Bars
    places: Ints
    kind: str
    priced_from: int = 0

    @property
    def told_from(self) -> int:
        """The first row that may be told in prices: a year of them, if adjusted."""
        return self.priced_from and self.priced_from + YEAR - 1

    def begins(self, other: "Column") -> bool:
        """Whether another column of the instrument goes on from this one unchanged.

        Then every feature of the other has, on this one's rows, this one's values.
        """
        size = len(self.bars)
        if len(other.bars) < size or self.kind != other.kind:
            return False
        same = self.priced_from == other.priced_from
        untold = min(self.told_from, other.told_from) >= size
        return (same or untold) and all(
            np.array_equal(mine, theirs[:size], equal_nan=True)
            for mine, theirs in (
                (self.bars.dates, other.bars.dates),
                (np.diff(self.places), np.diff(other.places[:size])),
                *(
                    (getattr(self.bars, field), getattr(other.bars, field))
                    for field in FIELDS
                ),
            )
        )


@dataclass(frozen=True, eq=False, kw_only=True)
class Wide:
    """Arrays of rows x instruments: row r of a column is that instrument's bar r.

    Calendars are not mixed: the columns begin on row 0 with their own first bars, and
    end where their own bars do; from there on there is NaN (in `places`, -1).
    """

    columns: tuple[Column, ...]
    open: Floats
    high: Floats
    low: Floats
    close: Floats
    volume: Floats
    places: Ints

    @classmethod
    def of(cls, columns: Sequence[Column]) -> "Wide":
        """The bars of these columns, side by side."""
        rows = max((len(column.bars) for column in columns), default=0)
        fields: dict[str, Floats] = {}
        for field in FIELDS:
            tall = np.full((len(columns), rows), np.nan)
            for line, column in zip(tall, columns, strict=True):
                line[: len(column.bars)] = getattr(column.bars, field)
            fields[field] = np.ascontiguousarray(tall.T)
        places = np.full((rows, len(columns)), -1, dtype=np.int64)
        for number, column in enumerate(columns):
            places[: len(column.bars), number] = column.places
        return cls(columns=tuple(columns), places=places, **fields)

    @cached_property
    def number(self) -> Mapping[str, int]:
        """The column of each name."""
        return {column.name: number for number, column in enumerate(self.columns)}

    @cached_property
    def ends(self) -> Ints:
        """The number of bars of each column; all begin on row 0."""
        return np.array([len(column.bars) for column in self.columns], dtype=np.int64)

    @cached_property
    def beyond(self) -> Flags | None:
        """Where a column's bars have ended; None where all are as long."""
        rows = np.arange(len(self.close))[:, None]
        return rows >= self.ends if (self.ends < len(rows)).any() else None

    @cached_property
    def holed(self) -> Ints:
        """The columns that lack the bar of a session between two others."""
        return np.array(
            [
                number
                for number, column in enumerate(self.columns)
                if (np.diff(column.places) != 1).any()
            ],
            dtype=np.int64,
        )

    @cached_property
    def calendars(self) -> tuple[tuple[Days, Ints], ...]:
        """Each vector of dates, with the columns that have exactly those bars."""
        found: dict[bytes, list[int]] = {}
        for number, column in enumerate(self.columns):
            found.setdefault(column.bars.dates.tobytes(), []).append(number)
        return tuple(
            (self.columns[numbers[0]].bars.dates, np.array(numbers, dtype=np.int64))
            for numbers in found.values()
        )

    def kinds(self, *kinds: str) -> Flags:
        """The columns of these kinds."""
        return np.array([column.kind in kinds for column in self.columns], dtype=bool)

    def rows_before(self, rows: Sequence[int]) -> Flags | None:
        """The places above each column's row; None where there are none."""
        if not any(rows):
            return None
        found: Flags = np.arange(len(self.close))[:, None] < np.array(rows)
        return found

    @cached_property
    def unpriced(self) -> Flags | None:
        """Where closes are not traded prices; None where all are."""
        return self.rows_before([column.priced_from for column in self.columns])

    @cached_property
    def untold(self) -> Flags | None:
        """Where nothing may be told in prices; None where all may."""
        return self.rows_before([column.told_from for column in self.columns])
