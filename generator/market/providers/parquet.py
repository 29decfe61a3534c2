"""Parquet files of prices, as pandas, polars or a vendor writes them."""

import re
from collections.abc import Sequence
from datetime import date, datetime

import pyarrow as pa
import pyarrow.parquet as arrow

from generator.errors import PriceError
from generator.market.providers.careful import Row, columns_from
from generator.market.providers.dialects import Read, checked, told_by

PAIR = re.compile(r"\('([^']*)', '([^']*)'\)")  # a column name of yfinance's tables
INDEX = re.compile(r"__index_level_\d+__")


def parquet_read(raw: bytes, label: str, faults: list[str]) -> Read:
    """What a Parquet file holds; PriceError if it is none."""
    try:
        table = arrow.read_table(pa.BufferReader(raw))
    except (pa.ArrowException, OSError) as error:
        raise PriceError(f"{label}: not a Parquet file; save it again") from error
    cells = [[text_of(cell) for cell in one.to_pylist()] for one in table.columns]
    rows = [Row(line, row) for line, row in enumerate(zip(*cells, strict=True), 1)]
    header = names_of(table.schema.names, label)
    dialect = checked(told_by([header, *(row.cells for row in rows[:2])], label), label)
    return Read(columns_from(rows, dialect, label, faults), dialect)


def names_of(names: Sequence[str], label: str) -> list[str]:
    """The columns' names as a CSV would have them; PriceError for two tickers."""
    pairs = [PAIR.fullmatch(name) for name in names]
    tickers = sorted({pair[2] for pair in pairs if pair and pair[2]})
    if len(tickers) > 1:
        raise PriceError(
            f"{label}: holds {len(tickers)} instruments ({tickers[0]}, {tickers[1]}); "
            f"save one file each"
        )
    plain = [pair[1] if pair else name for pair, name in zip(pairs, names, strict=True)]
    return [INDEX.sub("Date", name) for name in plain]


def text_of(cell: object) -> str:
    """A cell as a CSV would have it."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.isoformat(" ")
    return cell.isoformat() if isinstance(cell, date) else str(cell).strip()
