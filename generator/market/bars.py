"""Bars: an instrument's rows as arrays, where they come from, and their text."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from generator.market.indicators import Floats, Ints
from generator.market.sessions import Days, Moments, aware, naive

HEADER = "date,open,high,low,close,volume\n"
PUBLISHED = "published"
LATEST = datetime.max.replace(tzinfo=UTC)
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


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Bars:
    """Daily bars of one instrument, oldest first; NaN where a field is absent.

    `refused` marks the rows whose high and low could not be true and were left out.
    `splits` (new shares for an old one) and `dividends` (in the bars' currency) are
    by ex-date, as far as the vendor tells them. `revisions` are there only where a
    store holds rows that came late or were corrected; `revised` is then when the last
    row of bars taken `at` a moment became known. `adj_close` is what a vendor that
    gives closes before dividends gives after them: only the gates read it.
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
    revisions: "Revisions | None" = None
    revised: datetime | None = None
    adj_close: Floats | None = None

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

    def at(self, as_of: datetime) -> "Bars":
        """The bars as they stood at a moment, without what was corrected since (T2).

        Bars without revisions stood so at every moment: whether a row was published
        by then is for `known_at` to say.
        """
        if self.revisions is None:
            return self
        rows, known = self.revisions.rows, self.revisions.known
        later = [one for one in self.revisions.restated if one.known_at > as_of]
        seen = np.flatnonzero(known <= naive(as_of))
        days = rows.dates[seen]
        last = np.ones(len(seen), dtype=bool)
        last[:-1] = days[1:] != days[:-1]
        stood = seen[last]
        revised = aware(known[stood].max()) if len(stood) else None
        there = np.isfinite(rows.close[stood])  # a row may have been withdrawn
        told = later[0] if later else rows
        return replace(
            rows.taken(stood[there]),
            revised=revised,
            splits=told.splits,
            dividends=told.dividends,
        )

    def taken(self, rows: NDArray[np.bool_] | Ints | slice) -> "Bars":
        """These rows alone, as they stand; their revisions stay behind."""
        return replace(
            self,
            dates=self.dates[rows],
            open=self.open[rows],
            high=self.high[rows],
            low=self.low[rows],
            close=self.close[rows],
            volume=self.volume[rows],
            refused=self.refused[rows],
            revisions=None,
            adj_close=None if self.adj_close is None else self.adj_close[rows],
        )

    def day(self, row: int) -> date:
        """The date of a row."""
        found: date = self.dates[row].item()
        return found

    def lines(self) -> list[bytes]:
        """Each row as `date,open,high,low,close,volume`, empty where absent."""
        columns = [getattr(self, name).tolist() for name in FIELDS]
        days = np.datetime_as_string(self.dates, unit="D").tolist()
        form = "%s,%.12g,%.12g,%.12g,%.12g,%.12g\n" * len(days)
        cells = chain.from_iterable(zip(days, *columns, strict=True))
        text = form % tuple(cells)
        return text.replace("nan", "").encode().splitlines(keepends=True)


class Restated(NamedTuple):
    """A history that its vendor scaled anew: when that was known here, and why.

    `splits` and `dividends` are as they were told until then, on the old scale.
    """

    known_at: datetime
    why: str
    splits: Mapping[date, float]
    dividends: Mapping[date, float]


class Revisions(NamedTuple):
    """All rows that were ever known: by session, then by when they became known.

    `why` says of each row `published`, `filled`, `corrected`, `restated` (the vendor
    scaled the whole history anew) or `withdrawn` (no close, the vendor dropped it).
    """

    rows: Bars
    known: Moments
    why: NDArray[np.str_]
    restated: tuple[Restated, ...] = ()

    @property
    def bars(self) -> Bars:
        """The rows as they stand now; they carry revisions only where there are any."""
        if (self.why == PUBLISHED).all():
            return self.rows
        now = replace(self.rows, revisions=self).at(LATEST)
        return replace(now, revisions=self, revised=None)
