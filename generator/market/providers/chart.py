"""A reply of Yahoo's chart service (v8), as a browser saves it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import numpy as np
from pydantic import BaseModel, Field, ValidationError

from generator.errors import PriceError
from generator.market.bars import FIELDS
from generator.market.providers.columns import filled
from generator.market.providers.dialects import Dialect, Read
from generator.plain.text import plain_text

YAHOO = Dialect(
    "yahoo chart",
    {name: place for place, name in enumerate(("date", *FIELDS))},
    len(FIELDS) + 1,
    vendor="yahoo",
    adjusted="splits",
)
MEND = "ask for interval=1d and a longer range"


class Meta(BaseModel):
    """What a reply says of its instrument."""

    currency: str | None = None
    zone: str = Field("UTC", alias="exchangeTimezoneName")
    granularity: str = Field("", alias="dataGranularity")


class Quote(BaseModel):
    """A reply's columns; null where a session has no figure."""

    open: list[float | None] = []
    high: list[float | None] = []
    low: list[float | None] = []
    close: list[float | None] = []
    volume: list[float | None] = []


class AfterDividends(BaseModel):
    """The closes adjusted for dividends too."""

    adjclose: list[float | None] = []


class Indicators(BaseModel):
    """The columns, each in a list of one."""

    quote: list[Quote] = []
    adjclose: list[AfterDividends] = []


class Dividend(BaseModel):
    """An amount by share, at the moment of its ex-date."""

    date: int
    amount: float


class Split(BaseModel):
    """New shares for old ones, at the moment of the ex-date."""

    date: int
    numerator: float = Field(gt=0)
    denominator: float = Field(gt=0)


class Events(BaseModel):
    """Splits and dividends, by a moment that is not always theirs."""

    splits: dict[str, Split] = {}
    dividends: dict[str, Dividend] = {}


class Result(BaseModel):
    """One instrument's rows."""

    meta: Meta
    timestamp: list[int] = []
    indicators: Indicators = Indicators()
    events: Events = Events()


class Failure(BaseModel):
    """Why there is no result."""

    description: str = ""


class Chart(BaseModel):
    """Results, or why there are none."""

    result: list[Result] | None = None
    error: Failure | None = None


class Reply(BaseModel):
    """The whole of a reply."""

    chart: Chart


def chart_read(raw: bytes, label: str, faults: list[str]) -> Read:
    """The bars, splits and dividends of a chart reply.

    Its closes are adjusted for splits; dates are those of the exchange's own zone.
    PriceError: no such reply, an error in it, no rows, or rows that are not daily.
    """
    try:
        chart = Reply.model_validate_json(raw).chart
    except ValidationError as error:
        first = plain_text(error.errors()[0]["msg"], 80)
        raise PriceError(
            f"{label}: no chart reply of Yahoo ({first}); fetch it again"
        ) from error
    if chart.error or not chart.result:
        said = plain_text(chart.error.description if chart.error else "nothing", 80)
        raise PriceError(f"{label}: Yahoo says {said!r}; check the symbol")
    return read_of(chart.result[0], label)


def read_of(result: Result, label: str) -> Read:
    """What the rows of one instrument say; PriceError where they are no daily bars."""
    columns = columns_of(result.indicators)
    if not result.timestamp:
        raise PriceError(f"{label}: no rows with a time; {MEND}")
    if result.meta.granularity != "1d":
        step = result.meta.granularity[:9]
        raise PriceError(f"{label}: rows of {step!r} and not of a day; {MEND}")
    if {len(column) for column in columns.values()} != {len(result.timestamp)}:
        raise PriceError(f"{label}: columns of unlike length; fetch it again")
    zone = zone_of(result.meta.zone, label)
    fields = {name: np.array(one, dtype=np.float64) for name, one in columns.items()}
    read = Read(
        filled(days_of(result.timestamp, zone), fields),
        YAHOO,
        currency=result.meta.currency or "",
        zone=zone.key,
        splits={
            day_of(one.date, zone): one.numerator / one.denominator
            for one in result.events.splits.values()
        },
        dividends={
            day_of(one.date, zone): one.amount
            for one in result.events.dividends.values()
        },
    )
    return without_double(read)


def columns_of(indicators: Indicators) -> dict[str, list[float | None]]:
    """The columns that have values, by field."""
    quote = (indicators.quote or [Quote()])[0]
    after = (indicators.adjclose or [AfterDividends()])[0].adjclose
    every = {name: getattr(quote, name) for name in FIELDS} | {"adj_close": after}
    return {name: column for name, column in every.items() if column}


def without_double(read: Read) -> Read:
    """What was read, without the row that the running session's print repeats."""
    days = read.columns.days
    if len(days) < 2 or days[-1] != days[-2]:
        return read
    rows = np.delete(np.arange(len(days)), -2)
    return replace(read, columns=read.columns.taken(rows))


def zone_of(name: str, label: str) -> ZoneInfo:
    """The exchange's time zone; PriceError where nobody knows it."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise PriceError(
            f"{label}: no time zone is called {name[:40]!r}; fetch it again"
        ) from error


def days_of(stamps: Sequence[int], zone: ZoneInfo) -> np.ndarray:
    """The day of each moment, in seconds since 1970, at the exchange."""
    return np.array([day_of(stamp, zone) for stamp in stamps], dtype="datetime64[D]")


def day_of(stamp: int, zone: ZoneInfo) -> date:
    """The day of a moment at the exchange."""
    return datetime.fromtimestamp(stamp, UTC).astimezone(zone).date()
