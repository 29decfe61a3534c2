"""What prices say as of a moment."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from generator.model.facts import LevelFact, PriceFact

MarketFact = PriceFact | LevelFact


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """What we hold prices for: how it is named, measured and compared."""

    id: str
    name: str
    kind: str
    theme: str
    article: str | None = None
    short: tuple[str, ...] = ()
    plural_short: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    benchmarks: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    calendar: str = "XNYS"
    unit: str = "points"
    currency: str = "USD"
    round: float = 0.0
    implied: tuple[str, ...] = ()
    lag_minutes: int = 0
    inception: date | None = None
    tradable: bool = True
    symbols: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Session:
    """Where an instrument's exchange stands at a moment, and its last close.

    `last` is the session of the last bar, `half` whether that was a half day and
    `missing` how many later ones are complete and have no bar. Today is the day at the
    exchange: `today_half` says whether it is a half day, `today_close` when its session
    closes and `holiday` what it is called, each where there is one. `next_open` is the
    next one after a break; None where the exchange never closes or nobody knows it.
    """

    state: Literal["pre", "open", "post", "closed", "holiday", "unknown"]
    last: date
    closed_at: datetime
    half: bool = False
    today_half: bool = False
    today_close: datetime | None = None
    next_open: datetime | None = None
    holiday: str = ""
    missing: int = 0


@dataclass(frozen=True, slots=True)
class Mark:
    """A day on a chart: a named release ahead, or a day that the note names.

    Where the day is not known, it falls between `first` and `last`.
    """

    name: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Line:
    """Another line of a chart, with a value for each of the chart's dates."""

    subject: str
    name: str
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """What a chart draws, oldest first; levels are drawn from the ledger.

    Every tuple has a value for each date, NaN where it has none; volumes are empty
    where they are not known or not to be trusted. `means` are the means of the last
    so many closes, by that count; `band` is the range that `closes` usually keep to.
    """

    subject: str
    name: str
    unit: str
    dates: tuple[date, ...]
    closes: tuple[float, ...]
    volumes: tuple[float, ...] = ()
    means: Mapping[int, tuple[float, ...]] = field(default_factory=dict)
    marks: tuple[Mark, ...] = ()
    second: Line | None = None
    band: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """What the tape cannot say, and why; printed in the note.

    `weight` tells what it touches: `lost` (there is no figure of the subject at all),
    `recent` (figures of the last year), `source` (there is one vendor and nothing to
    compare it with) or `history` (only what is older, so no line for a note's foot).
    """

    subject: str
    reason: str
    weight: Literal["lost", "recent", "source", "history"] = "recent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Insight:
    """What a lens saw: its Facts by role, how rare they are (0 common, 1 unique)."""

    lens: str
    subject: str
    facts: Mapping[str, str]
    surprise: float
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tape:
    """Facts for each instrument, as of a moment.

    `paths` holds, per instrument and Pulse component, its percentile (0-100) on
    each of the last sessions, oldest first; None where there was none. `rare` are the
    ids of Facts that only what a lens saw gives a reason to print.
    """

    as_of: datetime
    instruments: Mapping[str, Instrument]
    facts: Mapping[str, MarketFact]
    sessions: Mapping[str, Session]
    paths: Mapping[str, Mapping[str, tuple[float | None, ...]]]
    insights: tuple[Insight, ...] = ()
    gaps: tuple[Gap, ...] = ()
    rare: frozenset[str] = frozenset()

    def price(self, subject: str, metric: str, *rest: object) -> PriceFact | None:
        """The Fact of a metric: `tape.price("RUT", "return", 5)`."""
        fact = self.facts.get(fact_id(subject, metric, *rest))
        return fact if isinstance(fact, PriceFact) else None

    def tells(self, subject: str, metric: str, *rest: object) -> bool:
        """Whether there is a Fact of a metric, without making it."""
        return fact_id(subject, metric, *rest) in self.facts

    def has(self, subject: str) -> bool:
        """Whether there are bars of a subject that may be used."""
        stem = fact_id(subject, "")
        return any(name.startswith(stem) for name in self.facts)

    def lacks(self, subject: str) -> str:
        """Why a subject has no bars that may be used, with the mend."""
        told = [gap.reason for gap in self.gaps if gap.subject == subject]
        missing = f"no prices as of {self.as_of:%Y-%m-%d}; add {subject}.csv"
        return f"{told[-1]}; mend its prices" if told else missing

    def about(self, subject: str) -> Iterator[MarketFact]:
        """The Facts of a subject that any note on it may print."""
        stem = fact_id(subject, "")
        for name in self.facts:
            if name.startswith(stem) and name not in self.rare:
                yield self.facts[name]

    def has_levels(self, subject: str) -> bool:
        """Whether any price on the chart is named for a subject."""
        return any(True for _ in self._level_names(subject))

    def _level_names(self, subject: str) -> Iterator[str]:
        stems = fact_id(subject, "support", ""), fact_id(subject, "resistance", "")
        return (name for name in self.facts if name.startswith(stems))

    def levels(self, subject: str) -> tuple[LevelFact, ...]:
        """The subject's levels, highest first."""
        named = (self.facts[name] for name in self._level_names(subject))
        found = [fact for fact in named if isinstance(fact, LevelFact)]
        return tuple(sorted(found, key=lambda level: -level.value))


def fact_id(subject: str, metric: str, *rest: object) -> str:
    """The name of a Fact: `rut.return.5`, `rut.relative_return.5.spx`."""
    return ".".join(str(part).lower() for part in (subject, metric, *rest))
