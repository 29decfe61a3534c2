"""What was published: headlines, the sources that fell silent, and stories."""

from dataclasses import dataclass, replace
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


@dataclass(frozen=True, slots=True)
class Carrier:
    """Another publisher of the same text, and where it printed it."""

    publisher: str
    family: str
    link: str
    published: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """One item of a source, in plain text; `published` is None where unknown.

    `carriers` are the other publishers that printed the same.
    """

    id: str
    title: str
    summary: str
    publisher: str
    family: str
    link: str
    published: datetime | None
    fetched: datetime
    carriers: tuple[Carrier, ...] = ()

    @property
    def families(self) -> frozenset[str]:
        """The families of publishers that printed it."""
        return frozenset((self.family, *(one.family for one in self.carriers)))

    def carried(self, *others: "Headline") -> "Headline":
        """It with the others that printed the same, each publisher once."""
        known = {self.publisher: None} | {one.publisher: one for one in self.carriers}
        for other in others:
            mine = Carrier(other.publisher, other.family, other.link, other.published)
            for one in (mine, *other.carriers):
                known.setdefault(one.publisher, one)
        return replace(self, carriers=tuple(one for one in known.values() if one))


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
    kind: Literal[
        "instrument", "company", "release", "theme", "institution", "person", "place"
    ]
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The headlines of one happening, the earliest first.

    `names` are what it mentions, of each kind the weightiest first; `titled` are the
    instruments among them that a title names. For each headline `naming` has the
    instruments it names, `tones` its tone, `asides` why it is not about markets (None
    where it is) and `same` the words that brought it here (none for the first).
    `leans` has the tone toward each instrument, from -1 to 1.
    """

    id: str
    headlines: tuple[Headline, ...]
    names: tuple[Mention, ...]
    titled: frozenset[str]
    naming: tuple[frozenset[str], ...]
    tone: float
    tones: tuple[float, ...]
    asides: tuple[str | None, ...]
    same: tuple[tuple[str, ...], ...]
    leans: tuple[tuple[str, float], ...] = ()

    @property
    def lead(self) -> Headline:
        """The headline that speaks for the story."""
        return self.headlines[0]

    @property
    def families(self) -> tuple[str, ...]:
        """The families of publishers that carry it, each once."""
        return tuple(sorted({name for one in self.headlines for name in one.families}))

    @property
    def about_markets(self) -> bool:
        """Whether at least half of its headlines are about markets or the economy."""
        return 2 * self.asides.count(None) >= len(self.asides)

    @property
    def instruments(self) -> tuple[str, ...]:
        """The ids of the instruments it names."""
        return self.named("instrument")

    @property
    def themes(self) -> tuple[str, ...]:
        """The ids of the themes it speaks of."""
        return self.named("theme")

    def named(self, kind: str) -> tuple[str, ...]:
        """The ids of one kind that it names, the weightiest first."""
        return tuple(one.id for one in self.names if one.kind == kind)
