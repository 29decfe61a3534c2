"""What the desk knows before the day begins, read from its TOML files."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, TypeVar
from zoneinfo import ZoneInfo

from pydantic import Field, TypeAdapter, ValidationError

from generator.errors import SettingsError
from generator.model.market import Instrument
from generator.model.news import Source
from generator.model.playbook import (
    Dated,
    Moved,
    Release,
    Rule,
    Saying,
    Theme,
    Way,
)
from generator.plain.calendar import EXAMPLES, anchor, is_rule
from generator.plain.names import Book, Lexicon, Person, lexicon
from generator.plain.places import SEEDS

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
    "rules": names(Rule),
    "moved": names(Moved),
    "date": ("release", "date"),
    "touches": names(Touch),
}
# What a theme says, in strings and in tables with the words beside which one stands.
SAY = TypeAdapter(str)
BESIDE = TypeAdapter(Annotated[tuple[str, ...], Field(min_length=1)])
SAID = ("mechanism", "confirmation", "falsifier", "risk", "relief", "own", "losers")


def world(
    *,
    instruments: Path,
    sources: Path,
    playbook: Path,
    calendar: Path,
    names: Path = SEEDS / "names",
) -> World:
    """The World of these files; SettingsError names the file, the key and the fault."""
    shelf, days = tree(instruments), tree(calendar)
    known = records(Instrument, rows(shelf, "instrument", instruments), instruments)
    themes = [theme(path) for path in toml_files(playbook)]
    releases = released(rows(days, "release", calendar), calendar)
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
            known,
            themes,
            releases,
            traps=words(shelf, "traps", instruments),
            book=book(names),
        ),
    )


def released(found: Sequence[Mapping[str, Any]], path: Path) -> tuple[Release, ...]:
    """The releases of a calendar; SettingsError names an unknown key, rule or zone."""
    for number, row in enumerate(found, 1):
        for key in ("rules", "moved"):
            for part in within(row, key):
                spelled(part, KEYS[key], f"{path}: {called(row, number)}: {key}")
    made = records(Release, found, path)
    anchors = {"", *(one.name for one in made)}
    for one in made:
        zoned(one.zone, f"{path}: {one.name}")
        for rule in one.rules:
            if not is_rule(rule.day) or anchor(rule.day) not in anchors:
                near = get_close_matches(rule.day, EXAMPLES, 1) or EXAMPLES
                fault = f"{rule.day!r}: no such rule; write one like {near[0]!r}"
                raise SettingsError(f"{path}: {one.name}: rules: {fault}")
    return made


def within(row: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    """The tables in a row under a key; what is none of them its record refuses."""
    found = row.get(key)
    tables = found if isinstance(found, list) else []
    return [one for one in tables if isinstance(one, dict)]


def zoned(zone: str, where: str) -> None:
    """Nothing where a time zone is known; SettingsError names one that is not."""
    try:
        ZoneInfo(zone)
    except (KeyError, ValueError, OSError) as error:
        mend = "write one like America/New_York"
        raise SettingsError(f"{where}: zone = {zone!r}: not known; {mend}") from error


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
    where = f"{path}: {called(found, 1)}"
    touches = records(Touch, rows(found, "touches", path), path)
    spelled(found, names(Theme), where)
    touched = {"touches": {one.instrument: one.direction for one in touches}}
    told = {key: sayings(found[key], f"{where}: {key}") for key in SAID if key in found}
    return records(Theme, [found | told | touched], path)[0]


def sayings(listed: object, where: str) -> object:
    """The sayings of a theme, a table of one as its Saying; SettingsError by place."""
    return [said(one, where) for one in listed] if isinstance(listed, list) else listed


def said(one: object, where: str) -> object:
    """One saying; of a table, with the words beside which it may stand."""
    if not isinstance(one, dict):
        return one
    spelled(one, ("say", "if"), where)
    try:
        say, beside = SAY.validate_python(one["say"]), one["if"]
        return Saying(say=say, beside=BESIDE.validate_python(beside))
    except (KeyError, ValidationError) as error:
        mend = 'write {say = "...", if = ["word"]}'
        fault = f"{one}: no saying with its words"
        raise SettingsError(f"{where}: {fault}; {mend}") from error


def source(row: Mapping[str, Any]) -> dict[str, Any]:
    """A source with the names that the record gives its keys."""
    kept = {key: row[key] for key in ("id", "name", "url", "weight") if key in row}
    family = row.get("family", row.get("id"))
    return kept | {"family": family, "cadence_hours": row.get("cadence", 24)}


ROWS = TypeAdapter(dict[str, tuple[str, ...]])
# What each table or list of a file of names must hold.
BOOKED: Mapping[str, TypeAdapter[Any]] = {
    "company": TypeAdapter(dict[str, dict[str, tuple[str, ...]]]),
    "also": TypeAdapter(dict[str, str]),
    "market": ROWS,
    "person": TypeAdapter(dict[str, Person]),
    "institution": ROWS,
    "release": ROWS,
    "place": ROWS,
    "hints": ROWS,
    "against": ROWS,
    "held": ROWS,
    "words": TypeAdapter(tuple[str, ...]),
    "namesakes": TypeAdapter(tuple[str, ...]),
    "surnames": TypeAdapter(tuple[str, ...]),
    "stuff": TypeAdapter(tuple[str, ...]),
    "measures": TypeAdapter(tuple[str, ...]),
    "venues": TypeAdapter(tuple[str, ...]),
    "given": TypeAdapter(tuple[str, ...]),
    "traps": TypeAdapter(tuple[str, ...]),
}
LOCAL = frozenset({"US", "private"})  # where the id of a company is its key alone
PLURAL = {
    "company": "companies",
    "market": "markets",
    "person": "people",
    "institution": "institutions",
    "release": "releases",
    "place": "places",
}


def book(folder: Path) -> Book:
    """The names of a folder's files; a table may be spread over several of them."""
    found: dict[str, Any] = {}
    for path in toml_files(folder):
        parts = tree(path)
        spelled(parts, tuple(BOOKED), f"{path}")
        for name, part in parts.items():
            checked = _checked(name, part, path)
            if isinstance(checked, tuple):
                found[name] = (*found.get(name, ()), *checked)
                continue
            rows = _companies(checked) if name == "company" else checked
            found[name] = _merged(found.get(name, {}), rows, f"{path}: {name}")
    return Book(**{PLURAL.get(name, name): part for name, part in found.items()})


def _companies(listed: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """The names of companies by id, whatever the place where they are listed."""
    return {
        key if place in LOCAL else f"{key}.{place}": texts
        for place, rows in listed.items()
        for key, texts in rows.items()
    }


def _merged(
    one: Mapping[str, Any], other: Mapping[str, Any], where: str
) -> dict[str, Any]:
    """Both tables; SettingsError where both have a key."""
    for key in sorted(one.keys() & other.keys()):
        raise SettingsError(f"{where}: {key}: stands in another file too; take one out")
    return {**one, **other}


def _checked(name: str, part: object, path: Path) -> Any:  # noqa: ANN401 - by table
    """A table or list of a file of names; SettingsError names the first bad row."""
    try:
        return BOOKED[name].validate_python(part)
    except ValidationError as error:
        fault = error.errors()[0]
        key = ".".join(str(step) for step in (name, *fault["loc"]))
        given = "" if fault["type"] == "missing" else f" = {fault['input']!r}"
        why = fault["msg"].removeprefix("Input ").lower()
        message = f"{path}: {key}{given}: {why}; mend it there"
        raise SettingsError(message) from error
