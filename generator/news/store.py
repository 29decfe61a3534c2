"""The headlines a desk has seen, kept in SQLite with the time each became known."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path

from generator.errors import DiskError
from generator.model.news import Carrier, Headline
from generator.plain.clock import moment, stamp

TABLE = """
create table if not exists headlines (
  id text primary key, title text not null, summary text not null,
  publisher text not null, family text not null, link text not null,
  published text, first_known text not null
) strict, without rowid"""
CARRIERS = """
create table if not exists carriers (
  id text not null, publisher text not null, family text not null, link text not null,
  published text, first_known text not null, primary key (id, publisher)
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
    held = [*headlines]
    rows = [_row(headline) for headline in held]
    with _open(path) as base:
        base.executemany(
            "insert into carriers values (?, ?, ?, ?, ?, ?) "
            "on conflict (id, publisher) do nothing",
            [row for headline in held for row in _carriers(headline)],
        )
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
        others: dict[str, list[Carrier]] = {}
        for name, publisher, family, link, published in base.execute(
            "select c.id, c.publisher, c.family, c.link, c.published from carriers c "
            "join headlines h on h.id = c.id and h.publisher <> c.publisher "
            "where h.first_known <= ? and coalesce(h.published, h.first_known) "
            "between ? and ? and c.first_known <= ? "
            "order by c.first_known, c.publisher",
            (until, since, until, until),
        ):
            when = moment(published) if published else None
            carrier = Carrier(publisher, family, link, when)
            others.setdefault(name, []).append(carrier)
    return tuple(_headline(row, others.get(row[0], ())) for row in rows)


@contextmanager
def _open(path: Path) -> Iterator[sqlite3.Connection]:
    """The store in one transaction of its own: all of it is kept, or nothing."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(path, timeout=BUSY, isolation_level=None)) as base:
            _in_wal(base)
            base.execute("begin immediate")
            base.execute(TABLE)
            base.execute(CARRIERS)
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


def _carriers(headline: Headline) -> list[tuple[str | None, ...]]:
    """Who else printed it, and who printed it now, if the store knows another."""
    mine = Carrier(
        headline.publisher, headline.family, headline.link, headline.published
    )
    return [
        (
            headline.id, one.publisher, one.family, one.link,
            stamp(one.published) if one.published else None, stamp(headline.fetched),
        )
        for one in (mine, *headline.carriers)
    ]  # fmt: skip


def _headline(row: tuple[str, ...], carriers: Sequence[Carrier]) -> Headline:
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
        carriers=tuple(carriers),
    )
