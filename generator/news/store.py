"""The headlines a desk has seen, kept in SQLite with the time each became known."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path

from generator.errors import DiskError
from generator.model.news import Headline
from generator.plain.clock import moment, stamp

TABLE = """
create table if not exists headlines (
  id text primary key, title text not null, summary text not null,
  publisher text not null, family text not null, link text not null,
  published text, first_known text not null
) strict, without rowid"""
INDEX = "create index if not exists known on headlines (first_known)"
COLUMNS = "id, title, summary, publisher, family, link, published, first_known"
WITHIN = timedelta(hours=72)
BUSY = 30.0  # seconds a second writer waits for the first


def keep(path: Path, headlines: Iterable[Headline]) -> int:
    """How many headlines were new; one that is known keeps its first time.

    All are written or none, so a process killed at any moment leaves a sound file.
    Raises DiskError if the file cannot be written.
    """
    rows = [_row(headline) for headline in headlines]
    with _open(path) as base:
        before = base.total_changes
        base.executemany(
            f"insert into headlines ({COLUMNS}) "  # noqa: S608 - our columns
            "values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing",
            rows,
        )
        return base.total_changes - before


def kept(
    path: Path, as_of: datetime, within: timedelta = WITHIN
) -> tuple[Headline, ...]:
    """The headlines known at `as_of` and not older than `within`, oldest first.

    Empty where there is no store yet. Raises DiskError if the file cannot be read.
    """
    if not path.exists():
        return ()
    since, until = stamp(as_of - within), stamp(as_of)
    with _open(path) as base:
        rows = base.execute(
            f"select {COLUMNS} from headlines "  # noqa: S608 - our columns
            "where first_known <= ? and coalesce(published, first_known) "
            "between ? and ? order by published is null, published, id",
            (until, since, until),
        ).fetchall()
    return tuple(_headline(row) for row in rows)


@contextmanager
def _open(path: Path) -> Iterator[sqlite3.Connection]:
    """The store in one transaction of its own: all of it is kept, or nothing."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(path, timeout=BUSY, isolation_level=None)) as base:
            _in_wal(base)
            base.execute("begin immediate")
            base.execute(TABLE)
            base.execute(INDEX)
            yield base
            base.execute("commit")
    except (sqlite3.Error, OSError) as error:
        mend = "make the folder writable, or move a broken file aside"
        raise DiskError(f"{path}: {error}; {mend}") from error


def _in_wal(base: sqlite3.Connection) -> None:
    """Set the journal once for the file; a second opener need not wait for it."""
    with suppress(sqlite3.OperationalError):  # "locked": the other one is setting it
        base.execute("pragma journal_mode = wal")


def _row(headline: Headline) -> tuple[str | None, ...]:
    published = stamp(headline.published) if headline.published else None
    return (
        headline.id, headline.title, headline.summary, headline.publisher,
        headline.family, headline.link, published, stamp(headline.fetched),
    )  # fmt: skip


def _headline(row: tuple[str, ...]) -> Headline:
    name, title, summary, publisher, family, link, published, known = row
    return Headline(
        id=name,
        title=title,
        summary=summary,
        publisher=publisher,
        family=family,
        link=link,
        published=moment(published) if published else None,
        fetched=moment(known),
    )
