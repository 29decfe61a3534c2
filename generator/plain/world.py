"""What the desk knows before the day begins, read from its TOML files."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from generator.errors import SettingsError
from generator.model.market import Instrument
from generator.model.news import Source
from generator.model.playbook import Dated, Release, Theme, Way
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


@dataclass(frozen=True, slots=True)
class Touch:
    """An instrument that a theme moves, and which way, as the playbook writes it."""

    instrument: str
    direction: Way


def names(kind: type[Any]) -> tuple[str, ...]:
    """The fields of a record."""
    return tuple(field.name for field in fields(kind))


KEYS = {  # what each table of a file may have; two of a source's are for later
    "instrument": names(Instrument),
    "source": ("id", "name", "url", "family", "weight", "cadence", "kind", "headers"),
    "release": names(Release),
    "date": ("release", "date"),
    "touches": names(Touch),
}


def world(*, instruments: Path, sources: Path, playbook: Path, calendar: Path) -> World:
    """The World of these files; SettingsError names the file, the key and the fault."""
    shelf, days = tree(instruments), tree(calendar)
    known = records(Instrument, rows(shelf, "instrument", instruments), instruments)
    themes = [theme(path) for path in toml_files(playbook)]
    releases = records(Release, rows(days, "release", calendar), calendar)
    feeds = [source(row) for row in rows(tree(sources), "source", sources)]
    dates = [
        {"name": row.get("release"), "day": row.get("date")}
        for row in rows(days, "date", calendar)
    ]
    return World(
        instruments={one.id: one for one in known},
        sources=records(Source, feeds, sources),
        themes={one.id: one for one in themes},
        releases=releases,
        dated=records(Dated, dates, calendar),
        lexicon=lexicon(
            known, themes, releases, traps=words(shelf, "traps", instruments)
        ),
    )


def tree(path: Path) -> dict[str, Any]:
    """A TOML file; SettingsError if it is absent or is not TOML."""
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        message = f"{path}: {error.strerror}; mend the path in strykr.toml"
        raise SettingsError(message) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: {error}; mend the TOML there") from error


def toml_files(folder: Path) -> list[Path]:
    """The TOML files of a folder, by name; SettingsError if there is none."""
    found = sorted(folder.glob("*.toml"))
    if not found:
        raise SettingsError(f"{folder}: holds no *.toml; mend the path in strykr.toml")
    return found


def rows(found: Mapping[str, Any], name: str, path: Path) -> list[dict[str, Any]]:
    """The tables of that name in a file; none where it names none."""
    tables = found.get(name, [])
    if isinstance(tables, list) and all(isinstance(row, dict) for row in tables):
        for number, row in enumerate(tables, 1):
            spelled(row, KEYS[name], f"{path}: {called(row, number)}")
        return tables
    raise SettingsError(f"{path}: {name}: not tables; write each under [[{name}]]")


def spelled(row: Mapping[str, Any], keys: Sequence[str], where: str) -> None:
    """Nothing where each key of a row is known; SettingsError names one that is not."""
    for key in row:
        if key not in keys:
            near = get_close_matches(key, keys, 1)
            mend = f"write {near[0]}" if near else "take it out"
            raise SettingsError(f"{where}: {key}: no such key; {mend}")


def called(row: Mapping[str, Any], number: int) -> str:
    """How a message names a row: its id or name, else its place."""
    return str(row.get("id") or row.get("name") or f"entry {number}")


def words(found: Mapping[str, Any], name: str, path: Path) -> list[str]:
    """The words of that name in a file; none where it names none."""
    listed = found.get(name, [])
    if isinstance(listed, list) and all(isinstance(word, str) for word in listed):
        return listed
    raise SettingsError(f'{path}: {name}: no list of words; write one like ["Star"]')


def records(
    kind: type[Record], found: Iterable[Mapping[str, Any]], path: Path
) -> tuple[Record, ...]:
    """The rows of a file as records; SettingsError names the first bad key."""
    adapter = TypeAdapter(kind)
    made = []
    for number, row in enumerate(found, 1):
        try:
            made.append(adapter.validate_python(row))
        except ValidationError as error:
            fault = error.errors()[0]
            named = called(row, number)
            key = ".".join(map(str, fault["loc"]))
            given = "" if fault["type"] == "missing" else f" = {fault['input']!r}"
            why = fault["msg"].removeprefix("Input ").lower()
            message = f"{path}: {named}: {key}{given}: {why}; mend it there"
            raise SettingsError(message) from error
    return tuple(made)


def theme(path: Path) -> Theme:
    """The theme of one file of the playbook."""
    found = tree(path)
    touches = records(Touch, rows(found, "touches", path), path)
    spelled(found, names(Theme), f"{path}: {called(found, 1)}")
    touched = {"touches": {one.instrument: one.direction for one in touches}}
    return records(Theme, [found | touched], path)[0]


def source(row: Mapping[str, Any]) -> dict[str, Any]:
    """A source with the names that the record gives its keys."""
    kept = {key: row[key] for key in ("id", "name", "url", "weight") if key in row}
    family = row.get("family", row.get("id"))
    return kept | {"family": family, "cadence_hours": row.get("cadence", 24)}
