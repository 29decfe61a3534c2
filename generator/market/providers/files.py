"""One price file, or one reply of the same form, into clean bars and its faults."""

from dataclasses import replace
from pathlib import Path

from generator.errors import PriceError
from generator.market.bars import Bars, Origin
from generator.market.providers.careful import careful_columns
from generator.market.providers.columns import (
    as_bars,
    closed,
    in_order,
)
from generator.market.providers.dialects import HEAD, Dialect, Read, sniffed
from generator.market.providers.quick import quick_columns

SIGNED = ("rate",)  # kinds whose closes may be zero or below
SUFFIXES = (".csv", ".json", ".parquet")  # in order of preference
OPEN = ("", "unknown")  # what an origin does not tell
LEAST_LINES = 2  # a header and a row that did end
MARK = b"\xef\xbb\xbf"


def bars_in(
    path: Path, label: str, kind: str, origin: tuple[str, str]
) -> tuple[Bars, list[str]]:
    """The bars of a file and its faults; PriceError if it cannot be used at all.

    `origin` is its vendor and adjustment; what it leaves open (the folder's name and
    `unknown`), the dialect may tell.
    """
    vendor, adjusted = origin
    bare = vendor == path.parent.name and adjusted in OPEN
    told = Origin(vendor="" if bare else vendor, adjusted=adjusted)
    faults: list[str] = []
    read = read_of(path, label, faults)
    bars = made(read, label, faults, signed=kind in SIGNED, origin=told)
    known = replace(bars.origin, vendor=bars.origin.vendor or vendor)
    return replace(bars, origin=known), faults


def read_of(path: Path, label: str, faults: list[str]) -> Read:
    """What a file holds, by its suffix; PriceError if nothing that can be used."""
    if path.exists() and not path.is_file():  # a pipe would never end
        raise PriceError(f"{label}: not a regular file; put a price file there")
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise PriceError(f"{label}: {error.strerror}; check the file") from error
    rival = next((path.with_suffix(one) for one in SUFFIXES if there(path, one)), path)
    if rival != path:
        raise PriceError(
            f"{label}: {rival.name} beside it is used; keep one of the two"
        )
    # Imported here: pyarrow's Parquet and the chart's schema cost what few need.
    if path.suffix == ".parquet":
        from generator.market.providers.parquet import parquet_read  # noqa: PLC0415

        return parquet_read(raw, label, faults)
    if path.suffix == ".json":
        from generator.market.providers.chart import chart_read  # noqa: PLC0415

        return chart_read(raw, label, faults)
    return csv_read(raw, label, faults)


def there(path: Path, suffix: str) -> bool:
    """Whether a file of that name has this suffix too."""
    return path.suffix == suffix or path.with_suffix(suffix).exists()


def dialect_of(path: Path) -> str:
    """What wrote a price file: `plain`, `yahoo`, `fred` and so on.

    PriceError: the file cannot be read, or has no date or close.
    """
    return read_of(path, f"{path.parent.name}/{path.name}", []).dialect.name


def bars_of(
    raw: bytes, label: str, *, signed: bool, origin: Origin
) -> tuple[Bars, list[str]]:
    """The bars of CSV bytes and their faults; PriceError if they cannot be used."""
    faults: list[str] = []
    read = csv_read(raw, label, faults)
    return made(read, label, faults, signed=signed, origin=origin), faults


def csv_read(raw: bytes, label: str, faults: list[str]) -> Read:
    """What CSV bytes hold, by the quick way if it will do; PriceError if nothing."""
    raw = raw.removeprefix(MARK)
    head = text_of(raw[:HEAD], label, cut=len(raw) > HEAD)
    if head[0] in "{[":
        raise PriceError(f"{label}: JSON, not CSV ({head[:60]!r}); fetch it again")
    dialect = sniffed(head, label)
    raw = ended(raw, dialect, label, faults)
    columns = quick_columns(raw, dialect)
    if columns is None:
        columns = careful_columns(text_of(raw, label), dialect, label, faults)
    return Read(columns, dialect)


def ended(raw: bytes, dialect: Dialect, label: str, faults: list[str]) -> bytes:
    """The bytes without a field that may be cut: one at the end of a file whose last
    row, and no other, has no end of line.
    """
    if raw.endswith((b"\n", b"\r")) or raw.count(b"\n") < LEAST_LINES:
        return raw
    separator = dialect.separator.encode()
    start, cell = raw.rfind(b"\n") + 1, raw.rfind(separator) + 1
    fields = raw[start:].count(separator) + 1
    if cell == len(raw) or fields < dialect.width:  # what is plainly cut is seen later
        return raw
    is_close = dialect.columns.get("close") == fields - 1
    what = "its close, and so the row," if is_close else "its last field"
    faults.append(
        f"{label}: the last row has no end of line and may be cut; {what} is left out, "
        f"fetch it again"
    )
    return raw[:start] if is_close else raw[:cell] + b"\n"


def text_of(raw: bytes, label: str, *, cut: bool = False) -> str:
    """The text of bytes that may be CSV or JSON; PriceError says what it is instead."""
    try:
        text = raw.decode("utf-8", errors="ignore" if cut else "strict").strip()
    except UnicodeDecodeError as error:
        raise PriceError(f"{label}: not UTF-8 text; save it as plain CSV") from error
    if not text:
        raise PriceError(f"{label}: empty; fetch it again")
    if text.startswith("<") and not text.startswith("<TICKER>"):
        raise PriceError(
            f"{label}: a web page, not prices; the vendor may want a key, fetch it "
            f"again"
        )
    return text


def made(
    read: Read, label: str, faults: list[str], *, signed: bool, origin: Origin
) -> Bars:
    """The bars of what was read; PriceError where no row has a date and a close.

    What the origin leaves open, the dialect tells.
    """
    known = read.dialect
    columns = in_order(read.columns, label, faults, newest_first=known.newest_first)
    columns = closed(columns, label, faults, signed=signed)
    if not len(columns):
        raise PriceError(f"{label}: no row has a date and a close; fetch it again")
    told = replace(
        origin,
        vendor=known.vendor if origin.vendor in OPEN else origin.vendor,
        adjusted=known.adjusted if origin.adjusted in OPEN else origin.adjusted,
        currency=origin.currency or read.currency,
        zone=origin.zone or read.zone,
    )
    bars = as_bars(columns, told, signed=signed)
    return replace(
        bars,
        splits={**bars.splits, **read.splits},
        dividends={**bars.dividends, **read.dividends},
    )
