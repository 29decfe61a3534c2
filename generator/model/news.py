"""What was published: headlines, the sources that fell silent, and stories."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A feed we read; sources of one publisher share a family."""

    id: str
    name: str
    url: str
    family: str
    weight: float = 1.0
    cadence_hours: float = 24.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """One item of a source, in plain text; `published` is None where unknown."""

    id: str
    title: str
    summary: str
    publisher: str
    family: str
    link: str
    published: datetime | None
    fetched: datetime


@dataclass(frozen=True, slots=True)
class Silence:
    """A source that did not answer, answered nothing, or is stale."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class Harvest:
    """All headlines known at a moment, oldest first, and who was silent."""

    headlines: tuple[Headline, ...]
    silences: tuple[Silence, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A name found in a headline, with the id of what it names."""

    text: str
    kind: Literal["instrument", "release", "theme", "institution", "person"]
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The headlines of one happening, the earliest first."""

    id: str
    headlines: tuple[Headline, ...]
    instruments: tuple[str, ...]
    themes: tuple[str, ...]
    releases: tuple[str, ...]
    tone: float
    tones: tuple[float, ...]
    about_markets: bool

    @property
    def lead(self) -> Headline:
        """The headline that speaks for the story."""
        return self.headlines[0]

    @property
    def families(self) -> tuple[str, ...]:
        """The publishers that carry it, each once."""
        return tuple(sorted({headline.family for headline in self.headlines}))
