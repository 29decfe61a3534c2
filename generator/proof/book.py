"""The ledger as the proof consults it: by Fact, by name, by source, by day."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from generator.model.facts import (
    EventFact,
    Fact,
    LevelFact,
    OwnFact,
    PriceFact,
    QuotedFact,
)
from generator.model.note import Ledger, SourceLine
from generator.plain import clock
from generator.plain.figures import key, percent
from generator.proof.meaning import all_days, printings, subjects
from generator.proof.tokens import RELEASES, WELL_KNOWN, flattened

SPANNING = frozenset({"return", "relative_return", "without_day"})


@dataclass(frozen=True)
class Book:
    """A ledger and the note's front matter.

    Names are learned from the claims, which bind each to its instrument.
    """

    ledger: Ledger
    front: Mapping[str, Any] = field(default_factory=dict)

    @cached_property
    def facts(self) -> dict[str, Fact]:
        """Every Fact by id, with the editor's own figures of the front matter."""
        found: dict[str, Fact] = {
            fact.id: fact for fact in self.ledger.facts if not isinstance(fact, OwnFact)
        }
        return found | {fact.id: fact for fact in owned(self.front)}

    @cached_property
    def sources(self) -> dict[str, SourceLine]:
        """The listed sources by id."""
        return {source.id: source for source in self.ledger.sources}

    @cached_property
    def instruments(self) -> frozenset[str]:
        """The ids of whatever has a Fact or a place in the note's head."""
        head = {self.ledger.note.subject, self.ledger.note.benchmark}
        listed = self.front.get("instruments")
        head |= set(map(str, listed)) if isinstance(listed, list) else set()
        priced = [
            fact for fact in self.facts.values() if not isinstance(fact, QuotedFact)
        ]
        return frozenset(head.union(*map(subjects, priced)) - {"all"})

    @cached_property
    def names(self) -> dict[str, str]:
        """Printed names -> ids; well-known names that nothing binds have none."""
        found = dict.fromkeys((*WELL_KNOWN, *RELEASES), "")
        ids = sorted(self.instruments)
        found |= {name: name for name in ids if len(name) > 1 and name.isupper()}
        found |= {source.publisher: source.id for source in self.ledger.sources}
        found |= {fact.name: fact.id for fact in self.ledger.facts if is_event(fact)}  # type: ignore[union-attr]
        for claim in self.ledger.claims:
            found |= {
                claim.text[slice(*bound.at)]: bound.fact
                for bound in claim.bound
                if bound.type == "name"
            }
        kept = {name: found[name] for name in found if name.strip()}
        return kept | dict(_short(kept))

    @cached_property
    def lore(self) -> str:
        """All text that stands behind the note, in small letters."""
        texts = [claim.text for claim in self.ledger.claims]
        for source in self.ledger.sources:
            texts += [source.title, source.summary, source.publisher]
        texts += [
            fact.method for fact in self.ledger.facts if isinstance(fact, LevelFact)
        ]
        texts += [
            fact.name for fact in self.ledger.facts if isinstance(fact, EventFact)
        ]
        head = self.ledger.note
        return " \n ".join([*texts, head.brand, head.disclosure]).lower()

    @cached_property
    def days(self) -> frozenset[date]:
        """Every day that a Fact, a source or the note itself may name."""
        head = self.ledger.note
        published = {
            one.published.date() for one in self.ledger.sources if one.published
        }
        return (
            all_days(tuple(self.facts.values()))
            | published
            | {
                head.edition,
                head.as_of.date(),
            }
        )

    @cached_property
    def own(self) -> dict[str, OwnFact]:
        """The editor's own figures by the key of their text."""
        return {key(fact.text): fact for fact in owned(self.front)}

    @cached_property
    def well_known(self) -> frozenset[str]:
        """The markets' own names that the ledger binds to nothing, in small letters."""
        return frozenset(
            name.lower() for name, known in self.names.items() if not known
        )

    def said_in_source(self, text: str) -> str:
        """The id of the source whose title or summary says this; empty if none."""
        lean = flattened(text)
        return next(
            (
                source.id
                for source in self.ledger.sources
                if lean in flattened(f"{source.title} \n {source.summary}")
            ),
            "",
        )

    def name_of(self, instrument: str) -> str:
        """How the note prints an instrument, most often; else its id."""
        said = [name for name, known in self.names.items() if known == instrument]
        return max(said, key=len, default=instrument)

    def usual(self, fact: PriceFact) -> float | None:
        """The size of the subject's usual move over a Fact's window, as a ratio."""
        day = self.facts.get(f"{fact.subject.lower()}.usual.1")
        if not isinstance(day, PriceFact):
            return None
        return float(day.value * max(fact.window.sessions, 1) ** 0.5)

    def told(self, fact: Fact) -> str:
        """`Russell 2000 close on Fri 6 Feb 2026`: what a Fact is of."""
        if isinstance(fact, QuotedFact) and fact.source in self.sources:
            return f"a figure of {self.sources[fact.source].publisher}"
        if not isinstance(fact, PriceFact | LevelFact):
            return fact.id
        whose, metric = self.name_of(fact.subject), fact.metric.replace("_", " ")
        if isinstance(fact, LevelFact):
            made = f" of {clock.brief_day(fact.made[0])}" if fact.made else ""
            return f"{whose} {metric}, {fact.method}{made}"
        steps, last = fact.window.sessions, clock.short_day(fact.window.last)
        span = f"over {steps} sessions to" if steps > 1 else "on"
        return f"{whose} {metric} {span} {last}"

    def measured(self, fact: Fact) -> str:
        """`-0.10% over 5 sessions`: a Fact as it prints, with its window if any."""
        shown = self.printable(fact)
        steps = fact.window.sessions if isinstance(fact, PriceFact) else 0
        spoken = steps > 1 and getattr(fact, "metric", "") in SPANNING
        return f"{shown} over {steps} sessions" if spoken else shown

    def printable(self, fact: Fact) -> str:
        """The plainest way in which a Fact may be printed."""
        if isinstance(fact, PriceFact) and fact.unit == "ratio":
            return percent(fact.value)
        forms = getattr(fact, "renderings", ())
        if forms:
            return str(forms[0])
        return next((min(group) for group in printings(fact) if group), "")


def _short(names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Well-known names that begin one bound name alone: `S&P` of `S&P 500`."""
    for short in WELL_KNOWN:
        longer = {
            known for name, known in names.items()
            if known and name.startswith(f"{short} ") and " of " not in name
        }  # fmt: skip
        if not names.get(short) and len(longer) == 1:
            yield short, longer.pop()


def owned(front: Mapping[str, Any]) -> tuple[OwnFact, ...]:
    """The editor's own figures: `own: [{text, reason}]`, numbered from 1."""
    entries = front.get("own")
    return tuple(
        OwnFact(
            id=f"own.{number}",
            text=str(entry.get("text", "")),
            reason=str(entry.get("reason") or "").strip(),
        )
        for number, entry in enumerate(entries if isinstance(entries, list) else [], 1)
        if isinstance(entry, Mapping)
    )


def is_event(fact: Fact) -> bool:
    """Whether a Fact is a named release."""
    return isinstance(fact, EventFact)
