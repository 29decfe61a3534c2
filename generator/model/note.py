"""From angle to note: what is planned, written, claimed and found."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from generator.model.facts import (
    CountFact,
    EventFact,
    Fact,
    LevelFact,
    PriceFact,
    ScoreFact,
)
from generator.model.market import Instrument
from generator.model.news import Headline, Silence, Story

Stance = Literal["Bullish", "Neutral", "Bearish"]
Verdict = Literal["SAME", "CHANGED", "NEW", "LOST"]


@dataclass(frozen=True, slots=True)
class Term:
    """One factor of an angle's score: what was measured, and what it is worth."""

    name: str
    raw: float
    worth: float
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Angle:
    """What a note is about: a story or an unusual move, subject and benchmark.

    `about` are the subject and the same by another price, as a fund is to its index;
    `unusual` is what else moved furthest for its size, if it moved far.
    """

    subject: str
    about: frozenset[str]
    benchmark: str
    kind: Literal["news", "tape", "asked"]
    lead: Story | None
    supporting: tuple[Story, ...]
    counts: tuple[CountFact, ...]
    events: tuple[EventFact, ...]
    score: float
    terms: tuple[Term, ...]
    unusual: str | None = None

    @property
    def stories(self) -> tuple[Story, ...]:
        """The lead, if there is one, then the stories that support it."""
        return (*((self.lead,) if self.lead else ()), *self.supporting)


@dataclass(frozen=True, slots=True)
class Rating:
    """How the tape stands for an angle, and how much harm it may do."""

    stance: Stance
    pulse: ScoreFact
    threat: ScoreFact
    raised: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """What a note commits to, graded later."""

    direction: Literal["up", "down", "none"]
    entry: str
    horizon_sessions: int
    benchmark: str
    invalidation: "Invalidation | None"
    threat: int


@dataclass(frozen=True, slots=True)
class Invalidation:
    """The level whose close ends the call."""

    fact: str
    below: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One paragraph's goal; `slots` are the words it has beside the plan's own.

    `role` names the forms that tell it; `rests_on` the headlines it speaks of without
    quoting them.
    """

    role: str
    section: str
    goal: str = ""
    slots: Mapping[str, object] = field(default_factory=dict)
    rests_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The ordered moves of a note, and everything it may say.

    `slots` maps the names that templates use to Facts, names and words; `pictures`
    are the charts beside that of the price: `relative`, `volatility`.
    """

    head: "NoteHead"
    angle: Angle
    rating: Rating
    moves: tuple[Move, ...]
    slots: Mapping[str, object]
    instruments: tuple[Instrument, ...]
    facts: Mapping[str, Fact]
    headlines: tuple[Headline, ...]
    call: Call
    gaps: tuple[str, ...]
    silences: tuple[Silence, ...]
    past: tuple["PastNote", ...]
    pictures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bound:
    """A stretch of a sentence and the Fact it stands on."""

    at: tuple[int, int]
    type: Literal["figure", "direction", "date", "name", "window", "word", "quote"]
    fact: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One sentence of the note and what each part of it rests on."""

    id: str
    section: str
    role: str
    form: str = ""
    text: str
    bound: tuple[Bound, ...]
    sources: tuple[str, ...] = ()
    licensed_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """A headline as the ledger and the note's foot list it."""

    id: str
    title: str
    summary: str
    publisher: str
    family: str
    link: str
    published: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteHead:
    """What names a note and places it in time."""

    slug: str
    edition: date
    as_of: datetime
    version: int
    status: str
    subject: str
    benchmark: str
    horizon_sessions: int
    brand: str = ""
    disclosure: str = ""


@dataclass(frozen=True, slots=True)
class Withheld:
    """A claim that failed its proof: kept out of the text, listed here."""

    text: str
    rule: str
    why: str


@dataclass(frozen=True, slots=True)
class Accepted:
    """A finding that the editor lets stand, with the reason."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """All Facts, sources and claims a draft may use."""

    schema: Literal["ledger/1"] = "ledger/1"
    note: NoteHead
    facts: tuple[Fact, ...]
    sources: tuple[SourceLine, ...]
    claims: tuple[Claim, ...]
    silences: tuple[Silence, ...] = ()
    gaps: tuple[str, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    accepted: tuple[Accepted, ...] = ()
    angle: tuple[Term, ...] = ()
    call: Call | None = None

    def fact(self, name: str) -> Fact | None:
        """The Fact of that id, if the ledger holds it."""
        return next((fact for fact in self.facts if fact.id == name), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The note as written: Markdown and the ledger behind it."""

    markdown: str
    ledger: Ledger
    charts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Correction:
    """A later version of a released note: when it came, what it took out and put in.

    `changed` holds old and new text, one of which may be empty.
    """

    version: int
    at: datetime
    changed: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What the proof says of one stretch of text; `line` counts from 1."""

    line: int
    start: int
    end: int
    text: str
    verdict: Verdict
    rule: str
    fact: str | None = None
    nearest: str | None = None
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastNote:
    """What an earlier edition's note said: its forms and sentences, stance and levels.

    `exit` is the price that would have ended its call, `below` the side on which.
    `parts` maps a component of its Pulse to its percentile.
    """

    edition: date
    subject: str
    stance: str
    pulse: int
    parts: Mapping[str, float]
    forms: tuple[str, ...]
    levels: tuple[LevelFact, ...] = ()
    sentences: tuple[str, ...] = ()
    exit: PriceFact | LevelFact | None = None
    below: bool = True
