"""One price file into clean bars; what had to be left out is said, a line each."""

import io
import itertools
from pathlib import Path

import numpy as np
import pandas as pd

from generator.errors import PriceError
from generator.market.bars import FIELDS, Bars, Origin

ABSENT = ["", ".", "-", "null", "None", "NaN", "nan", "N/A", "n/a", "NA"]
SHOWN = 3  # examples that a fault names before it counts the rest
SLACK = 1e-5  # of the close: adjusted prices are rounded, and cross by less
SIGNED = ("rate",)  # kinds whose closes may be zero or below


def bars_in(
    path: Path, label: str, kind: str, origin: tuple[str, str]
) -> tuple[Bars, list[str]]:
    """The bars of a file and its faults; PriceError if it cannot be used at all."""
    faults: list[str] = []
    text = whole(text_of(path, label), label, faults)
    table = numbers(rows_in(text, label), label, faults)
    table = in_order(dated(table, label, faults), label, faults)
    table = closed(table, label, kind, faults)
    if table.empty:
        raise PriceError(f"{label}: no row has a date and a close; fetch it again")
    return as_bars(table, kind, origin), faults


def text_of(path: Path, label: str) -> str:
    """The text of a file that may be CSV; PriceError says what it is instead."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PriceError(f"{label}: not UTF-8 text; save it as plain CSV") from error
    except OSError as error:
        raise PriceError(f"{label}: {error.strerror}; check the file") from error
    start = text.lstrip()[:200].lower()
    if not start:
        raise PriceError(f"{label}: empty; fetch it again")
    if start.startswith("<"):
        raise PriceError(
            f"{label}: a web page, not CSV; the vendor may want a key, fetch it again"
        )
    return text


def whole(text: str, label: str, faults: list[str]) -> str:
    """The text without broken rows: a figure in one may be cut or shifted."""
    header, *rows = text.strip().splitlines()
    most = header.count(",")
    wide = [row for row in rows if is_wide(row, most)]
    if wide and len(wide) == len(rows):
        raise PriceError(
            f"{label}: rows have more fields than the header; write numbers without "
            f"commas"
        )
    if wide:
        faults.append(
            f"{label}: {len(wide)} rows have more fields than the header (the first is "
            f"{wide[0][:40]!r}); they are left out, write numbers without commas"
        )
        rows = [row for row in rows if not is_wide(row, most)]
    if len(rows) > 1 and rows[-1].count(",") < rows[0].count(","):
        faults.append(
            f"{label}: the last row is cut off; it is left out, fetch it again"
        )
        rows = rows[:-1]
    return "\n".join([header, *rows]) + "\n"


def is_wide(row: str, most: int) -> bool:
    """Whether a row has more fields than the header, an empty last one aside."""
    count = row.count(",")
    return (
        count > most and '"' not in row and not (count == most + 1 and row[-1] == ",")
    )


def rows_in(text: str, label: str) -> pd.DataFrame:
    """The rows with lower-case column names; date and close are there."""
    try:
        table = pd.read_csv(
            io.StringIO(text),
            na_values=ABSENT,
            index_col=False,
            skipinitialspace=True,
            thousands=",",
        )
    except (pd.errors.ParserError, pd.errors.EmptyDataError) as error:
        why = str(error).strip().splitlines()[-1]
        raise PriceError(f"{label}: not CSV ({why}); fetch it again") from error
    table.columns = pd.Index([str(name).strip().lower() for name in table.columns])
    for name in ("date", "close"):
        if name not in table.columns:
            raise PriceError(
                f"{label}: no column {name!r}; the first line must name date and close"
            )
    return table.loc[:, ~table.columns.duplicated()]


def numbers(table: pd.DataFrame, label: str, faults: list[str]) -> pd.DataFrame:
    """The table with every price as a number; text is left out and named."""
    made = {"date": table["date"]}
    for name in FIELDS:
        column = table.get(name)
        if column is None:
            made[name] = pd.Series(np.nan, index=table.index)
            continue
        if column.dtype.kind not in "fiu":
            read = pd.to_numeric(column, errors="coerce")
            wrong = column[read.isna() & column.notna()]
            faults.extend(
                f"{label}: line {row + 2}: {name} {str(text)[:20]!r} is not a number; "
                f"it is left out, mend the file"
                for row, text in itertools.islice(wrong.items(), SHOWN)
                if isinstance(row, int)
            )
            faults.extend(_rest(label, len(wrong), f"{name} that are not numbers"))
            column = read
        made[name] = column.astype("float64").replace([np.inf, -np.inf], np.nan)
    return pd.DataFrame(made)


def _rest(label: str, count: int, what: str) -> list[str]:
    if count <= SHOWN:
        return []
    return [f"{label}: {count - SHOWN} more {what}; they are left out, mend the file"]


def dated(table: pd.DataFrame, label: str, faults: list[str]) -> pd.DataFrame:
    """The rows whose date can be read, as days."""
    written = table["date"].astype("str").str.strip().str.slice(0, 10)
    days = pd.to_datetime(written, format="%Y-%m-%d", errors="coerce")
    wrong = table["date"][days.isna()]
    if table.empty:
        raise PriceError(f"{label}: no rows under the header; fetch it again")
    if len(wrong):
        example = f"like 2026-02-06 (the first is {str(wrong.iloc[0])[:20]!r})"
        if len(wrong) == len(table):
            raise PriceError(f"{label}: no date {example}; write dates that way")
        faults.append(
            f"{label}: {len(wrong)} rows without a date {example}; they are left out, "
            f"mend the file"
        )
    return table.assign(date=days)[days.notna()]


def in_order(table: pd.DataFrame, label: str, faults: list[str]) -> pd.DataFrame:
    """The rows by date, each date once; a date told in two ways is left out."""
    if not table["date"].is_monotonic_increasing:
        faults.append(f"{label}: dates out of order; they are sorted, mend the file")
        table = table.sort_values("date", kind="stable")
    if table["date"].is_unique:
        return table
    lean = table.drop_duplicates()
    twice = lean["date"].duplicated(keep=False)
    same = len(table) - len(lean)
    if same:
        faults.append(f"{label}: {same} rows stand twice; one of each is used")
    faults.extend(
        f"{label}: {day:%Y-%m-%d} has different rows; that session is left out, keep "
        f"the true row"
        for day in lean.loc[twice, "date"].drop_duplicates()
    )
    return lean[~twice]


def closed(
    table: pd.DataFrame, label: str, kind: str, faults: list[str]
) -> pd.DataFrame:
    """The rows that have a close, which for a price is above zero."""
    bare = table["close"].isna()
    filled = int((~bare).to_numpy().nonzero()[0].max(initial=-1)) + 1
    tail = len(table) - filled
    if tail and filled:
        faults.append(
            f"{label}: no close in the last {tail} rows; they are left out, fetch it "
            f"again after the close"
        )
    if kind not in SIGNED:
        wrong = table["close"] <= 0
        if wrong.any():
            day = table.loc[wrong, "date"].iloc[-1]
            faults.append(
                f"{label}: {int(wrong.sum())} closes at or below zero, the last on "
                f"{day:%Y-%m-%d}; they are left out, mend the file"
            )
        bare |= wrong
    return table[~bare]


def as_bars(table: pd.DataFrame, kind: str, origin: tuple[str, str]) -> Bars:
    """The table as arrays, without the highs, lows and opens that cannot be true."""
    arrays = {name: table[name].to_numpy(dtype=np.float64).copy() for name in FIELDS}
    opened, high, low, close, volume = (arrays[name] for name in FIELDS)
    slack = np.abs(close) * SLACK
    with np.errstate(invalid="ignore"):
        wrong = (high < close - slack) | (low > close + slack)
        if kind not in SIGNED:
            wrong |= low <= 0
            opened[opened <= 0] = np.nan
        high[wrong] = low[wrong] = np.nan
        # An auction's or a stale first print may lie outside the session's range.
        opened[(opened > high + slack) | (opened < low - slack)] = np.nan
        volume[volume <= 0] = np.nan
    days = table["date"].to_numpy().astype("datetime64[D]")
    known = Origin(vendor=origin[0], adjusted=origin[1])
    return Bars(days, opened, high, low, close, volume, wrong, origin=known)
