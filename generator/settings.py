"""One TOML file into one frozen Settings; no other file reads the environment."""

import os
import shlex
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from generator.errors import SettingsError

FILE = "strykr.toml"
TEMPLATE = """# What is left out keeps its default; docs/settings.md lists every key.
[desk]
brand = "Strykr"
timezone = "UTC"
release = "editor"

[prices]
folders = ["prices"]
"""


ProviderName = Literal["folder", "cboe", "fred", "yahoo", "stooq", "tiingo"]
KEYS = ("STRYKR_STOOQ_KEY", "STRYKR_TIINGO_KEY")  # of providers, never in a file


class Section(BaseModel):
    """A table of the file; an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Desk(Section):
    """Who writes, when the day ends, and what is released."""

    brand: str = Field("Strykr", description="word before Analysis, Watch and Take")
    timezone: str = Field("UTC", description="IANA zone whose date names the edition")
    language: Literal["en"] = Field("en", description="language of the notes")
    notes: int = Field(3, ge=1, le=20, description="most notes in an edition")
    horizon: int = Field(10, ge=1, le=63, description="sessions a call looks ahead")
    release: Literal["editor", "auto"] = Field(
        "editor", description="who releases: an editor, or every note without findings"
    )
    disclosure: str = Field(
        "Figures are computed from the prices named above or quoted from the listed "
        "headlines. Pulse describes the tape; it does not forecast it. Opportunity and "
        "Take are opinion, not advice.",
        description="line at the foot of every note",
    )

    @field_validator("timezone")
    @classmethod
    def zone(cls, name: str) -> str:
        """The zone's name, if the system knows it."""
        try:
            ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError) as error:
            message = "not an IANA time zone; write one like America/New_York"
            raise ValueError(message) from error
        return name


class Prices(Section):
    """Where bars come from."""

    providers: tuple[ProviderName, ...] = Field(
        ("folder",), description="price providers, in order of trust"
    )
    folders: tuple[Path, ...] = Field(
        (), description="price folders; the second is the second vendor"
    )
    addresses: Mapping[ProviderName, str] = Field(
        {}, description="another address of a provider, such as a mirror of your own"
    )

    @field_validator("providers")
    @classmethod
    def once(cls, names: tuple[str, ...]) -> tuple[str, ...]:
        """The providers, if there is one and none is named twice."""
        if not names or len({*names}) < len(names):
            message = 'should name at least one and each once, like ["folder", "cboe"]'
            raise ValueError(message)
        return names

    @field_validator("addresses")
    @classmethod
    def web(cls, addresses: Mapping[str, str]) -> Mapping[str, str]:
        """The addresses, if each is one of the web."""
        for address in addresses.values():
            if not address.startswith(("https://", "http://")):
                message = "not a web address; write one like https://example.org"
                raise ValueError(message)
        return addresses


class Scores(Section):
    """How stance follows from Pulse."""

    bullish: int = Field(60, ge=50, le=100, description="Pulse from which Bullish")
    bearish: int = Field(40, ge=0, le=50, description="Pulse to which Bearish")
    hysteresis: int = Field(3, ge=0, le=10, description="points to leave a stance")


class Site(Section):
    """The static site."""

    title: str = Field("Research notes", description="name of the site")
    base_url: str = Field("", description="address the site will have, for feeds")


class Settings(Section):
    """The whole of `strykr.toml`, with the defaults for what it leaves out."""

    desk: Desk = Field(Desk(), description="the desk")
    prices: Prices = Field(Prices(), description="bars")
    scores: Scores = Field(Scores(), description="bands of the stance")
    site: Site = Field(Site(), description="the static site")
    sources: Path | None = Field(None, description="file of sources; seeds by default")
    instruments: Path | None = Field(
        None, description="file of instruments; seeds by default"
    )
    playbook: Path | None = Field(
        None, description="folder of themes; seeds by default"
    )


def load(workspace: Path) -> Settings:
    """The settings of a workspace; defaults where it has no file."""
    path = workspace / FILE
    try:
        return Settings.model_validate(tomllib.loads(path.read_text("utf-8")))
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except OSError as error:
        raise SettingsError(f"{path}: {error.strerror}; make it readable") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: {error}; mend the TOML there") from error
    except ValidationError as error:
        raise SettingsError(f"{path}: {complaint(error)}") from error


def editor() -> list[str]:
    """The command with which this person edits a file."""
    return shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi")


def keys() -> dict[str, str]:
    """The keys of providers that the environment holds; they are never printed."""
    found = {name: os.environ.get(name, "").strip() for name in KEYS}
    return {name: key for name, key in found.items() if key}


def complaint(error: ValidationError) -> str:
    """The first fault in one line: which key, what is allowed."""
    first: Mapping[str, object] = dict(error.errors()[0])
    where = ".".join(str(part) for part in error.errors()[0]["loc"])
    if first["type"] == "extra_forbidden":
        return f"{where}: no such setting; take it out, docs/settings.md lists them"
    if first["type"] == "tuple_type":
        return f'{where} = {first["input"]!r}: write a list, like ["prices"]'
    allowed = str(first["msg"]).removeprefix("Value error, ")
    return f"{where} = {first['input']!r}: {allowed.removeprefix('Input ')}; mend it"
