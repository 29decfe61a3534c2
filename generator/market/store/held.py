"""What the store holds of an instrument: every row that was ever known, as Parquet."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Any

import numpy as np

from generator.errors import PriceError
from generator.market.bars import FIELDS, Bars, Origin, Restated, Revisions
from generator.plain.clock import stamp
from generator.plain.files import MENDS, atomic

SCHEMA = "bars/1"
KEY = b"strykr"  # of the file's metadata: a tree of JSON
COLUMNS = ("session", "known_at", *FIELDS, "refused", "why")
MEND = "move it aside and run `strykr prices update`"


def path_of(store: Path, provider: str, name: str) -> Path:
    """Where the bars of an instrument stand."""
    return store / provider / f"{name}.parquet"


def label_of(path: Path) -> str:
    """How a message names a file of the store."""
    return "/".join(path.parts[-3:])


def held(path: Path) -> Revisions | None:
    """What the store holds at a path; None where there is no file.

    PriceError: the file cannot be read, or another version wrote it.
    """
    label = label_of(path)
    with errors_of(label):
        if not path.exists():
            return None
        columns, tree = contents(path)
        if tree["schema"] != SCHEMA:
            raise PriceError(
                f"{label}: written as {tree['schema']!r} by another version, this one "
                f"reads {SCHEMA!r}; {MEND}"
            )
        return from_tree(columns, tree)


@contextmanager
def errors_of(label: str) -> Iterator[None]:
    """What is wrong with a file, as a PriceError of one line with the mend."""
    try:
        yield
    except (LookupError, TypeError) as error:
        raise PriceError(f"{label}: not written by strykr; {MEND}") from error
    except (OSError, ValueError, NotImplementedError) as error:  # pyarrow has its own
        number = getattr(error, "errno", None) or 0
        said = str(error).strip() or type(error).__name__
        why = said.splitlines()[0][:80].rstrip(". ")
        raise PriceError(
            f"{label}: {MENDS.get(number) or f'broken ({why}); {MEND}'}"
        ) from error


def contents(path: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """The columns of a file and its metadata; KeyError where they are not ours."""
    import pyarrow.parquet as pq  # noqa: PLC0415 - only a desk with a store needs it

    file = pq.ParquetFile(path, pre_buffer=False, page_checksum_verification=True)
    with file:
        tree = json.loads(file.schema_arrow.metadata[KEY])
        table = file.read(list(COLUMNS), use_threads=False)
    columns = {name: table[name].to_numpy() for name in COLUMNS[:-1]}
    words = table["why"].combine_chunks().dictionary_encode()
    why = np.array(words.dictionary.to_pylist())[words.indices.to_numpy()]
    return {**columns, "why": why}, tree


def from_tree(columns: Mapping[str, Any], tree: Mapping[str, Any]) -> Revisions:
    """The rows of a file from its columns and its metadata."""
    fetched_at = tree["origin"]["fetched_at"]
    moment = datetime.fromisoformat(fetched_at) if fetched_at else None
    origin = Origin(**tree["origin"] | {"fetched_at": moment})
    rows = Bars(
        dates=columns["session"].astype("datetime64[D]"),
        **{name: columns[name] for name in (*FIELDS, "refused")},
        origin=origin,
        splits=by_day(tree["splits"]),
        dividends=by_day(tree["dividends"]),
    )
    known = columns["known_at"].astype("datetime64[s]")
    restated = tuple(
        Restated(datetime.fromisoformat(at), why, by_day(splits), by_day(dividends))
        for at, why, splits, dividends in tree["restated"]
    )
    return Revisions(rows, known, columns["why"], restated)


def by_day(tree: Mapping[str, float]) -> dict[date, float]:
    """Splits or dividends by ex-date."""
    return {date.fromisoformat(day): value for day, value in tree.items()}


def write(path: Path, kept: Revisions) -> None:
    """Write all rows of an instrument, whole or not at all; DiskError if it cannot."""
    import pyarrow as pa  # noqa: PLC0415 - only a desk with a store needs it
    import pyarrow.parquet as pq  # noqa: PLC0415 - as above

    rows = kept.rows
    columns = {
        "session": pa.array(rows.dates),
        "known_at": pa.array(kept.known).cast(pa.timestamp("ms", tz="UTC")),
        **{name: pa.array(getattr(rows, name)) for name in FIELDS},
        "refused": pa.array(rows.refused),
        "why": pa.array(kept.why.tolist(), pa.string()).dictionary_encode(),
    }
    told = json.dumps(tree_of(kept), sort_keys=True).encode()
    table = pa.table(columns).replace_schema_metadata({KEY: told})
    body = pa.BufferOutputStream()
    pq.write_table(table, body, use_dictionary=["why"], write_page_checksum=True)
    atomic(path, body.getvalue().to_pybytes())


def tree_of(kept: Revisions) -> dict[str, Any]:
    """The metadata of a file: all that is true of every row."""
    rows, fetched_at = kept.rows, kept.rows.origin.fetched_at
    return {
        "schema": SCHEMA,
        "origin": asdict(rows.origin)
        | {"fetched_at": stamp(fetched_at) if fetched_at else None},
        "splits": by_name(rows.splits),
        "dividends": by_name(rows.dividends),
        "restated": [
            (stamp(at), why, by_name(splits), by_name(dividends))
            for at, why, splits, dividends in kept.restated
        ],
    }


def by_name(events: Mapping[date, float]) -> dict[str, float]:
    """Splits or dividends by the text of their day."""
    return {f"{day}": value for day, value in sorted(events.items())}
