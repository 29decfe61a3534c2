"""The quick way through a clean file; at the first sign of trouble it gives up."""

import re
from collections.abc import Sequence
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.csv as arrow
from numpy.typing import NDArray
from pyarrow import compute

from generator.market.bars import FIELDS
from generator.market.indicators import Floats
from generator.market.providers.columns import EXTRAS, Columns, filled
from generator.market.providers.dialects import Dialect
from generator.market.providers.numbers import ABSENT

DAY = len("2026-02-06")
MIDNIGHT = re.compile(r"[T ]00:00:00(?:\.0+)?(?:Z|[+-]\d\d:?\d\d)?")


def quick_columns(raw: bytes, dialect: Dialect) -> Columns | None:
    """The columns of ASCII bytes whose every cell is as it should be, or None."""
    if not raw.isascii() or b'"' in raw or raw[:1].isspace():
        return None
    wanted = [name for name in (*FIELDS, *EXTRAS) if name in dialect.columns]
    try:
        table = table_of(raw, dialect, wanted)
        days = days_of(table.column("date"))
    except pa.ArrowInvalid:
        return None
    if not len(days):
        return None
    read = {name: numbers_of(table.column(name)) for name in wanted}
    # A text such as -nan or 1e999 is a number to Arrow and a fault to the careful way.
    if any(np.isnan(read[name]).sum() != table[name].null_count for name in wanted):
        return None
    if any(np.isinf(column).any() for column in read.values()):
        return None
    return filled(raw_of(days, np.int32).astype("datetime64[D]"), read)


def numbers_of(column: pa.ChunkedArray) -> Floats:
    """The numbers of a column, NaN where there is none."""
    whole = column.combine_chunks()
    found = raw_of(column, np.float64).copy()
    there = whole.buffers()[0]
    if there is not None:
        bits = np.unpackbits(np.frombuffer(there, np.uint8), bitorder="little")
        found[bits[whole.offset : whole.offset + len(whole)] == 0] = np.nan
    return found


def raw_of(column: pa.ChunkedArray, kind: type[np.generic]) -> NDArray[Any]:
    """A column as its memory stands: Arrow's own ways to numpy would load pandas."""
    whole = column.combine_chunks()
    found = np.frombuffer(whole.buffers()[1], dtype=kind)
    return found[whole.offset : whole.offset + len(whole)]


def days_of(texts: pa.ChunkedArray) -> pa.ChunkedArray:
    """The days of texts like 2026-02-06, or of one such midnight each.

    ArrowInvalid where a text is neither.
    """
    if not len(texts) or len(texts[0].as_py()) <= DAY:
        return texts.cast(pa.date32())
    days = compute.utf8_slice_codeunits(texts, 0, DAY)
    clocks = compute.unique(compute.utf8_slice_codeunits(texts, DAY)).to_pylist()
    if compute.count_distinct(days).as_py() < len(days):
        raise pa.ArrowInvalid("two rows of a day, whose clocks may tell them apart")
    if not all(map(MIDNIGHT.fullmatch, clocks)):
        raise pa.ArrowInvalid("a clock that is no midnight")
    return days.cast(pa.date32())


def table_of(raw: bytes, dialect: Dialect, wanted: Sequence[str]) -> pa.Table:
    """The columns that are wanted and the dates; ArrowInvalid at an odd cell or row."""
    names = [f"{place}" for place in range(dialect.width)]
    for name, place in dialect.columns.items():
        names[place] = name
    types = {name: pa.float64() for name in wanted} | {"date": pa.string()}
    return arrow.read_csv(
        pa.BufferReader(raw),
        read_options=arrow.ReadOptions(
            column_names=names,
            skip_rows=dialect.skip,
            use_threads=False,
            block_size=len(raw) + 1,
        ),
        parse_options=arrow.ParseOptions(delimiter=dialect.separator, quote_char=False),
        convert_options=arrow.ConvertOptions(
            column_types=types,
            include_columns=list(types),
            null_values=sorted(ABSENT),
        ),
    )
