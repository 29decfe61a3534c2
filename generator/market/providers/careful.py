"""The careful way through a file: each row and cell looked at, each fault named."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from generator.errors import PriceError
from generator.market.bars import FIELDS
from generator.market.indicators import Floats
from generator.market.providers.columns import EXTRAS, SHOWN, Columns, filled, rest
from generator.market.providers.days import days_of
from generator.market.providers.dialects import Dialect
from generator.market.providers.numbers import decimal_comma, number


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a file: the line where it ends, and its cells without spaces."""

    line: int
    cells: tuple[str, ...]


def careful_columns(
    text: str, dialect: Dialect, label: str, faults: list[str]
) -> Columns:
    """The columns of a text; PriceError if nothing of it can be used."""
    rows = whole(rows_in(text, dialect, label), dialect.width, label, faults)
    return columns_from(rows, dialect, label, faults)


def columns_from(
    rows: Sequence[Row], dialect: Dialect, label: str, faults: list[str]
) -> Columns:
    """The columns of rows; what is no number or no date is left out and named."""
    if not rows:
        raise PriceError(f"{label}: no rows under the header; fetch it again")
    cells = {
        name: [row.cells[place] if place < len(row.cells) else "" for row in rows]
        for name, place in dialect.columns.items()
    }
    wanted = [name for name in (*FIELDS, *EXTRAS) if name in cells]
    comma = decimal_comma((cells[name] for name in wanted), label)
    fields: dict[str, Floats] = {}
    for name in wanted:
        read = [number(text, comma=comma) for text in cells[name]]
        wrong = {
            rows[place].line: cells[name][place]
            for place, value in enumerate(read)
            if value is None
        }
        faults.extend(_no_numbers(wrong, name, label))
        fields[name] = np.array(read, dtype=np.float64)
    days = days_of(cells["date"], label, month_first=dialect.month_first)
    return dated(filled(days, fields), cells["date"], label, faults)


def _no_numbers(wrong: Mapping[int, str], name: str, label: str) -> list[str]:
    """A line for each of the first cells that are no numbers, by line, and the rest."""
    told = [
        f"{label}: line {line}: {name} {text[:20]!r} is not a number; it is left out, "
        f"mend the file"
        for line, text in list(wrong.items())[:SHOWN]
    ]
    what = f"{name} that are not numbers; they are left out"
    return told + rest(label, len(wrong), what)


def dated(
    columns: Columns, written: Sequence[str], label: str, faults: list[str]
) -> Columns:
    """The rows whose date could be read."""
    bare = np.isnat(columns.days)
    if not bare.any():
        return columns
    first = written[int(bare.argmax())][:20]
    example = f"like 2026-02-06 (the first is {first!r})"
    if bare.all():
        raise PriceError(f"{label}: no date {example}; write dates that way")
    faults.append(
        f"{label}: {int(bare.sum())} rows without a date {example}; they are left out, "
        f"mend the file"
    )
    return columns.taken(~bare)


def rows_in(text: str, dialect: Dialect, label: str) -> list[Row]:
    """The rows under the header; PriceError where quotes do not close."""
    source = io.StringIO(text, newline=None)
    lines = csv.reader(source, delimiter=dialect.separator, strict=True)
    try:
        rows = [
            Row(lines.line_num, tuple(cell.strip() for cell in cells))
            for cells in lines
            if any(cells)
        ]
    except csv.Error as error:
        raise PriceError(
            f"{label}: not CSV ({error}, line {lines.line_num}); fetch it again"
        ) from error
    return rows[dialect.skip :]


def whole(rows: list[Row], width: int, label: str, faults: list[str]) -> list[Row]:
    """The rows that are neither broken nor cut: a figure in such a row may be wrong."""
    wide = [row for row in rows if is_wide(row, width)]
    if wide and len(wide) == len(rows):
        raise PriceError(
            f"{label}: rows have more fields than the header; write numbers without "
            f"commas"
        )
    faults.extend(_left_out(wide, "more fields than the header", label))
    rows = [row for row in rows if not is_wide(row, width)]
    if not rows:
        return rows
    usual = len(rows[0].cells)
    if len(rows[-1].cells) < usual:
        faults.append(
            f"{label}: the last row is cut off; it is left out, fetch it again"
        )
        rows = rows[:-1]
    short = [row for row in rows if len(row.cells) < usual]
    faults.extend(_left_out(short, "fewer fields than the first", label))
    return [row for row in rows if len(row.cells) >= usual]


def _left_out(rows: Sequence[Row], what: str, label: str) -> list[str]:
    if not rows:
        return []
    first = ",".join(rows[0].cells)[:40]
    line = (
        f"{label}: {len(rows)} rows have {what} (the first is {first!r}); they are "
        f"left out, write numbers without commas"
    )
    return [line]


def is_wide(row: Row, width: int) -> bool:
    """Whether a row has more fields than the header, an empty last one aside."""
    count = len(row.cells)
    return count > width and not (count == width + 1 and not row.cells[-1])
