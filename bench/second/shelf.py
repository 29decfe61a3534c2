"""The shelf: price files read once by pandas, and what of them is known at a moment."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import exchange_calendars as exchanges
import numpy as np
import pandas as pd
import talib
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
LOOSE = ("24/5", "CMES", "CMEGlobex", "IEPA", "us_futures")  # sessions are bars there
GAUGES = ("rate", "volatility")
COLUMNS = ("open", "high", "low", "close", "volume")
SLACK = 1e-5  # of the close, by which an adjusted high may lie under it
STRAY = 0.05  # share of bars off the calendar from which it is not followed
STALE, HABIT, MOST = 5e-5, 21, 0.75  # opens that repeat the close before
YEAR, WILDER, LEAST_ATR, LEAST_RSI = 252, 14, 100, 250
A_DAY = 1440  # minutes
SETTLED, SPLITS = 60, (2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 15, 20, 21, 28, 30)


@dataclass(frozen=True, eq=False)
class Line:
    """The known bars of one instrument, oldest first, numbered by their sessions.

    `known` are its row in `instruments.toml`, `places` the number of each session.
    """

    known: Mapping[str, Any]
    days: NDArray[np.datetime64]
    places: Ints
    open: Floats
    high: Floats
    low: Floats
    close: Floats
    volume: Floats
    adjusted: str = ""
    kept: dict[str, Any] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The instrument's id."""
        return str(self.known["id"])

    @property
    def kind(self) -> str:
        """Index, etf, stock and so on."""
        return str(self.known["kind"])

    @property
    def last(self) -> int:
        """The last row."""
        return len(self.close) - 1

    def day(self, row: int) -> date:
        """The date of a row."""
        found: date = self.days[row].item()
        return found

    def row(self, day: date) -> int:
        """The row of a date; -1 without one."""
        at = int(np.searchsorted(self.days, np.datetime64(day)))
        return at if at <= self.last and self.day(at) == day else -1

    def back(self, count: int) -> int:
        """The row so many sessions before the last; -1 where it has no bar."""
        wanted = self.places[-1] - count
        at = int(np.searchsorted(self.places, wanted))
        return at if self.places[at] == wanted else -1

    @cached_property
    def priced(self) -> int:
        """The first row whose close was traded: whole cents, where adjusted (T6)."""
        if "dividend" not in self.adjusted:
            return 0
        start = cents(self.close, 1) or len(self.close)
        while SETTLED <= start < len(self.close):
            recent = self.close[start - SETTLED : start]
            split = next((one for one in SPLITS if not cents(recent, one)), None)
            if split is None:
                break
            start = cents(self.close[:start], split)
        return start

    @cached_property
    def whole(self) -> int:
        """The first row of the last unbroken run of bars with high and low."""
        holes = np.flatnonzero(np.isnan(self.high + self.low))
        return max(int(holes[-1]) + 1 if len(holes) else 0, self.priced)

    def over(self, count: int) -> Floats:
        """The return over so many sessions on each row, by the sessions' numbers."""
        name = f"over{count}"
        if name not in self.kept:
            self.kept[name] = change(self.close, self.places, count)
        found: Floats = self.kept[name]
        return found

    @cached_property
    def moves(self) -> Floats:
        """The daily returns; of a rate the differences."""
        if self.kind != "rate":
            return self.over(1)
        closes = pd.Series(self.close, index=self.places)
        return np.asarray(closes - closes.reindex(self.places - 1).to_numpy())

    @cached_property
    def usual(self) -> Floats:
        """The usual day before each session: half-life 20, 60 moves at least."""
        moves = pd.Series(self.moves)
        size = np.sqrt((moves**2).ewm(halflife=20).mean())
        return np.asarray(size.where(moves.notna().cumsum() >= 60).shift(1))

    @cached_property
    def swings(self) -> Floats:
        """The daily volatility, half-life 8, of log returns."""
        logs = pd.Series(np.log1p(self.over(1)))
        return np.asarray(np.sqrt((logs**2).ewm(halflife=8).mean()))

    @property
    def a_year(self) -> int:
        """Sessions a year."""
        return 365 if self.kind == "coin" else YEAR

    def mean(self, count: int) -> Floats:
        """TA-Lib's simple mean of the traded closes."""
        found = np.full(len(self.close), np.nan)
        if len(self.close) - self.priced >= count:
            found[self.priced :] = talib.SMA(self.close[self.priced :], count)
        return found

    @cached_property
    def atrs(self) -> Floats:
        """TA-Lib's ATR(14) over the last unbroken run with high and low."""
        first = self.whole if self.whole == self.priced else self.whole - 1
        found = np.full(len(self.close), np.nan)
        if self.last - self.whole + 1 >= LEAST_ATR:
            high, low = self.high[first:].copy(), self.low[first:].copy()
            high[:1] = low[:1] = self.close[first]
            found[first:] = talib.ATR(high, low, self.close[first:], WILDER)
        return found

    @property
    def atr(self) -> float:
        """The last of them."""
        return float(self.atrs[-1])

    @cached_property
    def rsis(self) -> Floats:
        """TA-Lib's RSI(14) of all closes."""
        return np.asarray(talib.RSI(self.close, WILDER))


def cents(closes: Floats, split: int) -> int:
    """The row from which all closes are whole cents, a split undone."""
    apart = np.abs(100 * split * closes - np.round(100 * split * closes))
    rows = np.flatnonzero(apart > max(0.02, 0.006 * split))
    return int(rows[-1]) + 1 if len(rows) else 0


def change(values: Floats, places: Ints, count: int) -> Floats:
    """The return of values over so many sessions."""
    line = pd.Series(values, index=places)
    return np.asarray(line / line.reindex(places - count).to_numpy() - 1)


@dataclass(frozen=True, eq=False)
class Both:
    """Two instruments on the second's sessions, from the first shared to the last."""

    own: Line
    other: Line
    days: NDArray[np.datetime64]
    places: Ints
    left: Floats
    right: Floats
    rows: Ints  # of `own`, -1 where it has no bar

    def over(self, count: int) -> tuple[Floats, Floats]:
        """The returns of both over so many of the second's sessions."""
        return change(self.left, self.places, count), change(
            self.right, self.places, count
        )

    def lead(self, count: int) -> Floats:
        """The difference of the returns, in points."""
        own, other = self.over(count)
        return 100 * (own - other)

    @property
    def shared(self) -> Ints:
        """The rows on which both have a close."""
        return np.flatnonzero(self.rows >= 0)

    def day(self, row: int) -> date:
        """The date of a row."""
        found: date = self.days[row].item()
        return found


@dataclass(frozen=True, eq=False)
class Shelf:
    """All price files of some folders, the first folder that has one taken."""

    instruments: Mapping[str, Mapping[str, Any]]
    files: Mapping[str, tuple[Path, Mapping[str, str]]]
    read: dict[str, pd.DataFrame] = field(default_factory=dict)

    def frame(self, name: str) -> pd.DataFrame:
        """A file's rows with when each was known, cleaned."""
        if name not in self.read:
            path, told = self.files[name]
            rows = rows_of(path)
            known = self.instruments[name]
            adjusted = told.get("adjusted_for", "unknown")
            self.read[name] = cleaned(dated(rows, known), known).assign(by=adjusted)
        return self.read[name]

    def at(self, as_of: datetime) -> "Moment":
        """What is known at a moment."""
        return Moment(self, as_of)


@dataclass(frozen=True, eq=False)
class Moment:
    """The shelf at a moment; bars that were not yet known are not there (T2)."""

    shelf: Shelf
    as_of: datetime
    lines: dict[str, Line | None] = field(default_factory=dict)
    pairs: dict[tuple[str, str], Both | None] = field(default_factory=dict)

    def line(self, name: str) -> Line | None:
        """The known bars of an instrument; None without any."""
        if name not in self.lines:
            self.lines[name] = self._line(name) if name in self.shelf.files else None
        return self.lines[name]

    def _line(self, name: str) -> Line | None:
        frame = self.shelf.frame(name)
        moment = pd.Timestamp(self.as_of).tz_convert("UTC").tz_localize(None)
        rows = frame[frame["known"] <= moment]
        if rows.empty:
            return None
        return Line(
            self.shelf.instruments[name],
            rows["date"].to_numpy().astype("datetime64[D]"),
            rows["place"].to_numpy(np.int64),
            *(rows[one].to_numpy(np.float64) for one in COLUMNS),  # type: ignore[arg-type]
            adjusted=str(rows["by"].iloc[-1]),  # type: ignore[misc]
        )

    def both(self, own: str, other: str) -> Both | None:
        """Two instruments side by side; None where they share no session."""
        if (own, other) not in self.pairs:
            lines = self.line(own), self.line(other)
            known = lines[0] is not None and lines[1] is not None
            self.pairs[own, other] = beside(*lines) if known else None  # type: ignore[arg-type]
        return self.pairs[own, other]

    def first_of(self, name: str, role: str) -> str | None:
        """The first instrument of a role (`benchmarks`, `implied`) that has bars."""
        names = self.shelf.instruments[name].get(role, [])
        return next((one for one in names if self.line(one)), None)


def rows_of(path: Path) -> pd.DataFrame:
    """A file's rows by date; ValueError where a column or a cell is not right."""
    rows = pd.read_csv(path)
    if not {"date", "close"} <= {*rows.columns}:
        raise ValueError(f"{path}: no column date or close; a price file has both")
    rows = rows.assign(date=pd.to_datetime(rows["date"])).sort_values("date")
    rows = rows.drop_duplicates("date", keep="last").reindex(columns=["date", *COLUMNS])
    return rows.astype(dict.fromkeys(COLUMNS, np.float64))


def beside(own: Line, other: Line) -> Both | None:
    """Both on the second's dates, cut to what they share."""
    places = pd.Series(np.arange(len(own.days)), index=own.days)
    rows = places.reindex(other.days, fill_value=-1).to_numpy(np.int64)
    shared = np.flatnonzero(rows >= 0)
    if not len(shared):
        return None
    span = slice(int(shared[0]), int(shared[-1]) + 1)
    rows = rows[span]
    left = np.where(rows >= 0, own.close[rows], np.nan)
    days, numbers = other.days[span], other.places[span]
    return Both(own, other, days, numbers, left, other.close[span], rows)


@cache
def sessions(code: str) -> pd.Series:
    """The closes in UTC of an exchange's sessions, by date."""
    calendar = exchanges.get_calendar(code, start="1998-01-01")
    closes: pd.Series = calendar.closes.dt.tz_localize(None)
    return closes


def dated(rows: pd.DataFrame, known: Mapping[str, Any]) -> pd.DataFrame:
    """The rows on sessions, each with its number and when it was known."""
    lag, code = int(known.get("lag_minutes", 0)), str(known["calendar"])
    late = pd.Timedelta(minutes=lag % A_DAY)
    if code == "24/7":
        numbers = (rows["date"] - pd.Timestamp("1970-01-01")).dt.days
        return rows.assign(
            known=rows["date"] + pd.Timedelta(days=1) + late, place=numbers
        )
    closes = sessions(code)
    on = rows["date"].isin(closes.index)
    if (~on).mean() > STRAY:
        end = rows["date"] + pd.Timedelta(days=1)
        return rows.assign(known=end + late, place=range(len(rows)))
    rows = rows[on]
    at = closes.index.get_indexer(pd.Index(rows["date"]))
    told = closes.to_numpy()[np.minimum(at + lag // A_DAY, len(closes) - 1)]
    counted = np.arange(len(rows)) if code in LOOSE else at
    return rows.assign(known=told + late, place=counted)


def cleaned(rows: pd.DataFrame, known: Mapping[str, Any]) -> pd.DataFrame:
    """The rows without the highs, lows and opens that cannot be of their day."""
    rows = rows[rows["close"].notna()].copy()
    close, high, low = rows["close"], rows["high"], rows["low"]
    slack = SLACK * close.abs()
    wrong = (high < close - slack) | (low > close + slack) | (high < low - slack)
    if known["kind"] != "rate":
        wrong |= low <= 0
    outside = (rows["open"] > high + slack) | (rows["open"] < low - slack)
    same = (rows["open"] - close.shift(1)).abs() <= STALE * close.abs()
    same &= ~((high == low) & (rows["open"] == close))
    if known["kind"] in ("coin", "currency"):
        same &= False
    stale = same & (same.rolling(HABIT, min_periods=1).sum() > MOST * HABIT)
    rows.loc[outside | stale, "open"] = np.nan
    rows.loc[wrong, ["high", "low"]] = np.nan
    return rows.reset_index(drop=True)


def shelf(folders: Sequence[Path], instruments: Path) -> Shelf:
    """The price files of some folders; OSError or ValueError where one is not right."""
    known = tomllib.loads(instruments.read_text("utf-8"))["instrument"]
    files: dict[str, tuple[Path, Mapping[str, str]]] = {}
    for folder in folders:
        told = manifest(folder)
        for path in sorted(folder.glob("*.csv")):
            files.setdefault(path.stem, (path, told.get((folder.name, path.stem), {})))
    return Shelf({str(one["id"]): one for one in known}, files)


def manifest(folder: Path) -> Mapping[tuple[str, str], Mapping[str, str]]:
    """What `manifest.tsv` tells of each file, by folder and id."""
    found: dict[tuple[str, str], Mapping[str, str]] = {}
    for path in (folder / "manifest.tsv", folder.parent / "manifest.tsv"):
        if path.is_file():
            table = pd.read_csv(path, sep="\t", dtype=str).fillna("")
            for row in table.to_dict("records"):
                key = str(row.get("folder", folder.name)), str(row.get("id", ""))
                found.setdefault(
                    key, {str(name): str(one) for name, one in row.items()}
                )
    return found
