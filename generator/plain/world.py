"""What the desk knows before the day begins, read from its TOML files."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from generator.errors import SettingsError
from generator.model.market import Instrument
from generator.model.news import Source
from generator.model.playbook import Dated, Release, Theme
from generator.plain.names import Lexicon, lexicon

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class World:
    """The instruments, sources, themes and releases of a desk, and their names."""

    instruments: Mapping[str, Instrument]
    sources: tuple[Source, ...]
    themes: Mapping[str, Theme]
    releases: tuple[Release, ...]
    dated: tuple[Dated, ...]
    lexicon: Lexicon


def world(*, instruments: Path, sources: Path, playbook: Path, calendar: Path) -> World:
    """The World of these files; SettingsError names the file, the key and the fault."""
    shelf, days = tree(instruments), tree(calendar)
    known = records(Instrument, shelf.get("instrument", ()), instruments)
    themes = [theme(path) for path in sorted(playbook.glob("*.toml"))]
    releases = records(Release, days.get("release", ()), calendar)
    feeds = [source(row) for row in tree(sources).get("source", ())]
    dates = [{"name": row["release"], "day": row["date"]} for row in days["date"]]
    return World(
        instruments={one.id: one for one in known},
        sources=records(Source, feeds, sources),
        themes={one.id: one for one in themes},
        releases=releases,
        dated=records(Dated, dates, calendar),
        lexicon=lexicon(known, themes, releases, traps=shelf.get("traps", ())),
    )


def tree(path: Path) -> dict[str, Any]:
    """A TOML file; SettingsError if it is absent or is not TOML."""
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError as error:
        raise SettingsError(f"{path}: no such file; mend it in strykr.toml") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: {error}; mend the TOML there") from error


def records(kind: type[Record], rows: Any, path: Path) -> tuple[Record, ...]:  # noqa: ANN401 - whatever stands in the file
    """The rows of a file as records; SettingsError names the first bad key."""
    one = TypeAdapter(kind)
    try:
        return tuple(one.validate_python(row) for row in rows)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        told = f"{where} = {first['input']!r}: {first['msg']}"
        raise SettingsError(f"{path}: {kind.__name__.lower()}: {told}") from error


def theme(path: Path) -> Theme:
    """The theme of one file of the playbook."""
    rows = tree(path)
    touches = {row["instrument"]: row["direction"] for row in rows.get("touches", ())}
    return records(Theme, [rows | {"touches": touches}], path)[0]


def source(row: Mapping[str, Any]) -> dict[str, Any]:
    """A source with the names that the record gives its keys."""
    kept = {key: row[key] for key in ("id", "name", "url", "weight") if key in row}
    family = row.get("family", row.get("id"))
    return kept | {"family": family, "cadence_hours": row.get("cadence", 24)}
