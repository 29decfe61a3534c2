"""Bars: an instrument's rows as arrays, where they come from, and their text."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

import numpy as np
from numpy.typing import NDArray

from generator.market.indicators import Floats, Ints
from generator.market.sessions import Days

HEADER = "date,open,high,low,close,volume\n"
FIELDS = ("open", "high", "low", "close", "volume")


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where bars come from; an empty field is one that nobody told.

    `adjusted` is `none`, `splits`, `splits and dividends` or `unknown`; `currency` is
    an ISO 4217 code (`GBp` for pence), `zone` an IANA name.
    """

    provider: str = "folder"
    vendor: str = "unknown"
    adjusted: str = "unknown"
    currency: str = ""
    zone: str = ""
    url: str = ""
    fetched_at: datetime | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Bars:
    """Daily bars of one instrument, oldest first; NaN where a field is absent.

    `refused` marks the rows whose high and low could not be true and were left out.
    `splits` (new shares for an old one) and `dividends` (in the bars' currency) are
    by ex-date, as far as the vendor tells them.
    """

    dates: Days
    open: Floats
    high: Floats
    low: Floats
    close: Floats
    volume: Floats
    refused: NDArray[np.bool_]
    origin: Origin = Origin()
    splits: Mapping[date, float] = field(default_factory=dict)
    dividends: Mapping[date, float] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.dates)

    @property
    def vendor(self) -> str:
        """Who made the bars."""
        return self.origin.vendor

    @property
    def adjusted(self) -> str:
        """For what the prices are adjusted."""
        return self.origin.adjusted

    def taken(self, rows: NDArray[np.bool_] | Ints | slice) -> "Bars":
        """These rows alone."""
        return replace(
            self,
            dates=self.dates[rows],
            open=self.open[rows],
            high=self.high[rows],
            low=self.low[rows],
            close=self.close[rows],
            volume=self.volume[rows],
            refused=self.refused[rows],
        )

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
