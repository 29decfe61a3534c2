"""A case: a note before the judge, with what the second path makes of its Facts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from bench.second import marks, scores
from bench.second.earlier import Before
from bench.second.facts import TRADE, truth_of
from bench.second.sheet import Printed
from bench.second.shelf import Line, Moment
from bench.second.truth import Truth
from generator.model.facts import (
    CountFact,
    Fact,
    LevelFact,
    PriceFact,
    ScoreFact,
)
from generator.model.note import Ledger, SourceLine


@dataclass(frozen=True, eq=False)
class Case:
    """A note before the judge: its ledger, its text, and the bars of its moment."""

    moment: Moment
    ledger: Ledger
    markdown: str
    last: Before | None = None
    truths: dict[str, Truth | LookupError | None] = field(default_factory=dict)

    @cached_property
    def facts(self) -> Mapping[str, Fact]:
        """The ledger's Facts by id."""
        return {fact.id: fact for fact in self.ledger.facts}

    @property
    def line(self) -> Line:
        """The subject's bars."""
        found = self.moment.line(self.ledger.note.subject)
        assert found, self.ledger.note.subject
        return found

    @property
    def tone(self) -> float:
        """The news tone that Pulse counts."""
        fact = self.facts["pulse"]
        assert isinstance(fact, ScoreFact), fact
        return tone(self, fact)

    def truth(self, fact: PriceFact) -> Truth | None:
        """A Fact's value, worked out once; LookupError where that is not known."""
        if fact.id not in self.truths:
            try:
                self.truths[fact.id] = self._truth(fact)
            except LookupError as error:
                self.truths[fact.id] = error
        found = self.truths[fact.id]
        if isinstance(found, LookupError):
            raise found
        return found

    def _truth(self, fact: PriceFact) -> Truth | None:
        if fact.metric not in TRADE:
            return truth_of(self.moment, fact)
        line = self.moment.line(fact.subject)
        assert line, fact.subject
        side = fact.id.rsplit(".", 1)[1]
        value = self.trade(line, side)[fact.metric]
        return Truth(value, (), line.day(0), line.day(line.last))

    def trade(self, line: Line, side: str) -> dict[str, float]:
        """A trade from the recomputed prices of the levels in the table."""
        levels = [
            fact
            for fact in self.ledger.facts
            if isinstance(fact, LevelFact)
            and fact.subject == line.id
            and fact.is_tabled
        ]
        below, above = (
            [self.price(one) for one in levels if one.metric == name]
            for name in ("support", "resistance")
        )
        return marks.trade(line, side, below, above)

    def price(self, level: LevelFact) -> float:
        """The price of a level by its method; LookupError where none fits."""
        line = self.moment.line(level.subject)
        assert line, level.subject
        made = level.touched if level.method == "swing cluster" else level.made
        made = tuple(dict.fromkeys((*level.made[:1], *made)))
        found = marks.prices_of(line, level.method, made, level.value)
        if not found:
            raise LookupError(f"no such price: {level.method}")
        return min(found, key=lambda one: abs(one - level.value))


def pulse(case: Case, fact: ScoreFact) -> float:
    """The mean of the parts that prices give, and of the news tone if there is one."""
    found = list(scores.parts(case.moment, case.ledger.note.subject).values())
    found += (
        [tone(case, fact)] if any(one.name == "news tone" for one in fact.parts) else []
    )
    return sum(found) / len(found)


def tone(case: Case, fact: ScoreFact) -> float:
    """The news tone: 50*(T+1), where T^2 is a share of a count of headlines.

    What each headline's tone is no second path says: its arithmetic is checked, the
    share must be one of whole headlines.
    """
    parts = [part for part in fact.parts if part.name == "news tone"]
    value = parts[0].percentile if parts else float(fact.value)
    share = (value / 50 - 1) ** 2
    if parts and not any(
        abs(share * count - round(share * count)) < 1e-6 for count in range(1, 2000)
    ):
        message = "a news tone that no count of headlines gives"
        raise LookupError(message)
    return value


def threat(case: Case, fact: ScoreFact) -> float:
    """The fifth of the mean of its parts; one more where the text has it raised."""
    found = scores.threat_parts(case.moment, case.ledger.note.subject).values()
    level = min(5, 1 + int(sum(found) / len(found) // 20))
    raised = "raised by one" in case.markdown.lower()
    return min(5, level + raised)


def metric_of(fact: Fact | None, one: Printed) -> str:
    """The metric under which a stretch is counted."""
    if isinstance(fact, PriceFact | LevelFact | CountFact):
        return fact.metric
    return fact.kind if fact else one.fact.partition(".")[0] or one.kind


def words_of(row: Mapping[str, Any]) -> list[str]:
    """Every word for an instrument."""
    keys = ("short", "plural_short", "aliases")
    told = [word for key in keys for word in row.get(key, [])]
    return [str(row["name"]), str(row.get("theme", "")), *told]


def source_of(case: Case, ident: str) -> SourceLine | None:
    """The listed source of that id."""
    return next((one for one in case.ledger.sources if one.id == ident), None)


def plain_text(text: str) -> str:
    """Text without the marks that escape Markdown, its quotes and spaces alike."""
    lean = re.sub(r"\\([^\w\s])", r"\1", text).translate(ALIKE)
    return re.sub(r"\s+", " ", lean).lower()


ALIKE = {0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"'}
