"""What wrote a price file, told from its first lines."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from generator.errors import PriceError
from generator.market.providers.columns import Columns

SEPARATORS = ",;\t"
HEAD = 4096  # characters in which the header and the first rows stand
NAMES = {
    "date": "date datetime timestamp time data observationdate",
    "open": "open otwarcie",
    "high": "high najwyzszy",
    "low": "low najnizszy",
    "close": "close zamkniecie",
    "volume": "volume vol wolumen",
    "adj_close": "adjclose adjustedclose",
    "dividends": "dividends dividendamount divcash",
    "splits": "stocksplits splitcoefficient splitfactor",
}
FIELD = {word: name for name, words in NAMES.items() for word in words.split()}
COUNTED = re.compile(r"^\d+[a-z]?\. ")  # Alpha Vantage's `1. open`
SERIES = re.compile(r"[A-Z][A-Z0-9_]*")  # an id of FRED or Cboe
MARKS = re.compile(r"[^a-z]")
Grid = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a file is written: which column is what, what its writer is known for."""

    name: str
    columns: Mapping[str, int]
    width: int
    separator: str = ","
    skip: int = 1
    vendor: str = ""
    adjusted: str = "unknown"
    month_first: bool = False
    newest_first: bool = False


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of a file: columns, who wrote them, and what it tells beside."""

    columns: Columns
    dialect: Dialect
    currency: str = ""
    zone: str = ""
    splits: Mapping[date, float] = field(default_factory=dict)
    dividends: Mapping[date, float] = field(default_factory=dict)


def sniffed(text: str, label: str) -> Dialect:
    """The dialect of a text's first lines; PriceError without a date or a close."""
    lines = text[:HEAD].splitlines()[:6]
    separator = max(SEPARATORS, key=lines[0].count)
    grid = [[cell.strip().strip('"') for cell in one.split(separator)] for one in lines]
    return replace(checked(told_by(grid, label), label), separator=separator)


def checked(dialect: Dialect, label: str) -> Dialect:
    """The dialect, which has dates and closes; PriceError where it has not."""
    for name in ("date", "close"):
        if name not in dialect.columns:
            raise PriceError(
                f"{label}: no column {name!r}; the first line must name date and close"
            )
    return dialect


def told_by(grid: Grid, label: str) -> Dialect:
    """The dialect of the first rows, whatever parts their cells."""
    if len(grid) > 2 and {grid[0][0], grid[1][0]} == {"Price", "Ticker"}:
        return three_lines(grid, label)
    header, first = grid[0], grid[1] if len(grid) > 1 else [""]
    if len(header) == 2 and SERIES.fullmatch(header[1]) and not field_of(header[1]):
        return one_series(header, first)
    columns = columns_of(header)
    for known in (yahoo, alpha_vantage, stooq, cboe):
        if kind := known(header, columns, grid[1:]):
            return kind
    return Dialect("plain", columns, len(header))


def field_of(name: str) -> str:
    """The field that a column's name means, or nothing."""
    return FIELD.get(MARKS.sub("", COUNTED.sub("", name.lower())), "")


def columns_of(header: Sequence[str]) -> dict[str, int]:
    """Where each field stands; the first of two that mean the same."""
    named = [(field_of(name), place) for place, name in enumerate(header)]
    return {name: place for name, place in reversed(named) if name}


def three_lines(grid: Grid, label: str) -> Dialect:
    """What yfinance downloads: prices, tickers, then the name of the dates alone."""
    prices, tickers = grid[:2] if grid[0][0] == "Price" else (grid[1], grid[0])
    several = sorted(set(filter(None, tickers[1:])))
    if len(several) > 1:
        raise PriceError(
            f"{label}: holds {len(several)} instruments ({several[0]}, {several[1]}); "
            f"save one file each"
        )
    columns = columns_of(prices) | {"date": 0}
    known = Dialect("yahoo", columns, len(prices), vendor="yahoo", skip=3)
    # yfinance adjusts for dividends unless it gives the adjusted close beside.
    told = "splits" if "adj_close" in columns else "splits and dividends"
    return replace(known, adjusted=told)


def yahoo(
    header: Sequence[str], columns: Mapping[str, int], rows: Grid
) -> Dialect | None:
    """An export of Yahoo, known by its adjusted close or by its stock splits.

    Its close is adjusted for splits alone where the adjusted close stands beside it.
    """
    words = {name.lower() for name in header}
    if not words & {"adj close", "stock splits"}:
        return None
    adjusted = "splits" if "adj_close" in columns else "splits and dividends"
    known = Dialect("yahoo", columns, len(header), vendor="yahoo", adjusted=adjusted)
    return replace(known, newest_first=True)  # its pages are, and so are copies


def alpha_vantage(
    header: Sequence[str], columns: Mapping[str, int], rows: Grid
) -> Dialect | None:
    """A download of Alpha Vantage: as traded, newest first."""
    counted = any(COUNTED.match(name) for name in header)
    turned = len(rows) > 1 and rows[0][0] > rows[1][0]
    if not counted and not (header[0] == "timestamp" and turned):
        return None
    known = Dialect("alpha vantage", columns, len(header), vendor="alpha vantage")
    return replace(known, adjusted="none", newest_first=True)


def stooq(
    header: Sequence[str], columns: Mapping[str, int], rows: Grid
) -> Dialect | None:
    """A file of Stooq's archive, `<DATE>`, or of its Polish pages."""
    if "<DATE>" not in header and header[0] != "Data":
        return None
    return Dialect("stooq", columns, len(header), vendor="stooq")


def cboe(
    header: Sequence[str], columns: Mapping[str, int], rows: Grid
) -> Dialect | None:
    """A history of Cboe: capitals, and the month before the day."""
    if list(header) != ["DATE", "OPEN", "HIGH", "LOW", "CLOSE"]:
        return None
    if not (rows and "/" in rows[0][0]):
        return None
    known = Dialect("cboe", columns, len(header), vendor="cboe", adjusted="none")
    return replace(known, month_first=True)


def one_series(header: Sequence[str], first: Sequence[str]) -> Dialect:
    """A date and one value: a series of FRED, or of Cboe where dates have slashes."""
    name = "cboe" if "/" in first[0] else "fred"
    columns = {field_of(header[0]): 0, "close": 1}
    known = Dialect(name, columns, 2, vendor=name, adjusted="none")
    return replace(known, month_first=name == "cboe")
