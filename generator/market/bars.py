"""Bars: an instrument's rows as arrays, and their canonical text."""

from dataclasses import dataclass, fields, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from generator.market.indicators import Floats, Ints
from generator.market.sessions import Days

HEADER = "date,open,high,low,close,volume\n"
FIELDS = ("open", "high", "low", "close", "volume")


@dataclass(frozen=True, slots=True, eq=False)
class Bars:
    """Daily bars of one instrument, oldest first; NaN where a field is absent.

    `refused` marks the rows whose high and low could not be true and were left out.
    """

    dates: Days
    open: Floats
    high: Floats
    low: Floats
    close: Floats
    volume: Floats
    refused: NDArray[np.bool_]
    vendor: str
    adjusted: str

    def __len__(self) -> int:
        return len(self.dates)

    def taken(self, rows: NDArray[np.bool_] | Ints | slice) -> "Bars":
        """These rows alone."""
        arrays = {
            field.name: getattr(self, field.name)[rows]
            for field in fields(self)
            if field.name not in ("vendor", "adjusted")
        }
        return replace(self, **arrays)

    def day(self, row: int) -> date:
        """The date of a row."""
        found: date = self.dates[row].item()
        return found

    def lines(self) -> list[bytes]:
        """Each row as `date,open,high,low,close,volume`, empty where absent."""
        columns = [getattr(self, name).tolist() for name in FIELDS]
        days = np.datetime_as_string(self.dates, unit="D").tolist()
        form = "%s,%.12g,%.12g,%.12g,%.12g,%.12g\n"
        rows = [form % row for row in zip(days, *columns, strict=True)]
        return [row.replace("nan", "").encode() for row in rows]
