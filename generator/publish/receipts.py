"""Receipts: what a printed figure stands on, in words for the reader."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import singledispatch

from generator.model.facts import (
    CountFact,
    EventFact,
    Fact,
    LevelFact,
    OwnFact,
    PriceFact,
    Proof,
    QuotedFact,
    ScoreFact,
    Window,
)
from generator.model.note import Ledger, SourceLine
from generator.plain import figures
from generator.plain.clock import brief_day, clock
from generator.plain.words import adjusted

# What told the day of a release, where no headline did.
CALENDARS = {"listed": "calendar, listed", "rule": "calendar, by rule"}
NONE = SourceLine(
    id="", title="", summary="", publisher="", family="", link="", published=None
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What a figure stands on; a part that does not apply is empty."""

    subject: str = ""
    metric: str = ""
    window: str = ""
    formula: str = ""
    source: str = ""
    as_of: str = ""

    @property
    def rows(self) -> tuple[tuple[str, str], ...]:
        """Label and words of every part that applies."""
        named = (
            ("Subject", self.subject), ("Metric", self.metric),
            ("Window", self.window), ("Formula", self.formula),
            ("Source", self.source), ("As of", self.as_of),
        )  # fmt: skip
        return tuple((label, words) for label, words in named if words)


def receipt(fact: Fact, ledger: Ledger) -> Receipt:
    """The receipt of a Fact; a headline's words come from the ledger's sources."""
    return _receipt(fact, {source.id: source for source in ledger.sources})


def words(name: str) -> str:
    """`relative_return` as `relative return`, `threat.implied` as `threat implied`."""
    return name.replace("_", " ").replace(".", " ").strip()


def span(window: Window) -> str:
    """`5 sessions, 30 Jan 2026 to 6 Feb 2026`, or the one session."""
    if window.first == window.last:
        return brief_day(window.last)
    unit = "session" if window.sessions == 1 else "sessions"
    count = f"{window.sessions:,} {unit}"
    return f"{count}, {brief_day(window.first)} to {brief_day(window.last)}"


def _days(made: tuple[date, ...]) -> str:
    return ", ".join(brief_day(day) for day in made)


def _vendor(proof: Proof) -> str:
    return f"{proof.vendor} ({proof.provider}), {adjusted(proof.adjusted)}"


def _moment(when: datetime | None) -> str:
    return clock(when) if when else ""


Sources = Mapping[str, SourceLine]


@singledispatch
def _receipt(fact: Fact, sources: Sources) -> Receipt:
    raise AssertionError(fact)


@_receipt.register
def _price(fact: PriceFact, sources: Sources) -> Receipt:
    against = f" against {fact.against}" if fact.against else ""
    made = f" ({_days(fact.made)})" if fact.made else ""
    return Receipt(
        subject=fact.subject + against,
        metric=words(fact.metric) + made,
        window=span(fact.window),
        formula=fact.formula,
        source=_vendor(fact),
        as_of=clock(fact.known_at),
    )


@_receipt.register
def _level(fact: LevelFact, sources: Sources) -> Receipt:
    return Receipt(
        subject=fact.subject,
        metric=f"{words(fact.metric)}: {fact.method}",
        window=_days(fact.made),
        formula=fact.formula,
        source=_vendor(fact),
        as_of=clock(fact.known_at),
    )


@_receipt.register
def _quoted(fact: QuotedFact, sources: Sources) -> Receipt:
    source = sources.get(fact.source, NONE)
    return Receipt(
        subject=source.publisher,
        metric=f"quoted from the {fact.field}, not computed",
        source=source.title,
        as_of=_moment(source.published),
    )


@_receipt.register
def _count(fact: CountFact, sources: Sources) -> Receipt:
    publishers = dict.fromkeys(
        sources[one].publisher for one in fact.sources if one in sources
    )
    return Receipt(
        subject=fact.subject,
        metric=words(fact.metric),
        formula="counted in the headlines of the day",
        source=", ".join(publishers),
    )


@_receipt.register
def _score(fact: ScoreFact, sources: Sources) -> Receipt:
    parts = [
        f"{words(part.name)} {figures.plain(figures.percentile(part.percentile), 0)}"
        for part in fact.parts
    ]
    return Receipt(
        subject=words(fact.id).capitalize(),
        metric="score",
        formula=fact.method,
        source=", ".join(parts),
    )


@_receipt.register
def _event(fact: EventFact, sources: Sources) -> Receipt:
    named = [sources[one].publisher for one in fact.sources if one in sources]
    by_calendar = [CALENDARS[fact.origin]] if fact.origin in CALENDARS else []
    return Receipt(
        subject=fact.name,
        metric="named release",
        window=" to ".join(dict.fromkeys(map(brief_day, (fact.first, fact.last)))),
        source=", ".join(dict.fromkeys([*named, *by_calendar])) or "calendar",
    )


@_receipt.register
def _own(fact: OwnFact, sources: Sources) -> Receipt:
    return own_receipt(fact.reason)


def own_receipt(reason: str) -> Receipt:
    """The receipt of a figure that the editor answers for."""
    return Receipt(subject="The editor", metric="own figure", formula=reason)
