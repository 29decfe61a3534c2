"""Days: the dates and windows that claims bind."""

from collections.abc import Sequence
from datetime import date

from bench.second import events, wording
from bench.second.case import Case
from bench.second.sheet import Printed
from bench.second.truth import Truth
from bench.second.verdict import Verdict, unchecked, verdict, wrong
from generator.model.facts import EventFact, Fact, LevelFact, PriceFact
from generator.plain.places import SEEDS

FAR = 14  # days within which a release is ahead
SINCE = ("beyond_count", "flat_count", "precedent.n", "fall_count", "rank_count")


def window(case: Case, one: Printed, fact: Fact | None) -> Verdict:
    """A spoken window against the number in the Fact's name, or the call's horizon."""
    number = str(case.ledger.note.horizon_sessions)
    if isinstance(fact, PriceFact):
        numbers = [part for part in fact.id.split(".") if part.isdigit()]
        number = numbers[0] if numbers else ""
    elif one.fact != "call":
        return unchecked(one, "window", "no Fact")
    if one.text.endswith("%"):
        return verdict(one, "window", one.text[:-1] == number, number)
    count = wording.sessions(one.text)
    if count is None or not number:
        return unchecked(one, "window", "no such words")
    return verdict(one, "window", str(count) == number, number)


def dated(case: Case, one: Printed, fact: Fact | None) -> Verdict:
    """A date against those that its Fact names, its last session or its first bar."""
    if isinstance(fact, EventFact):
        return of_event(case, one, fact)
    if isinstance(fact, LevelFact):
        case.price(fact)  # its method holds on the day that made it
        near = wording.is_day(one.text, fact.made[0])
        return verdict(one, "date", near, str(fact.made[0]))
    if isinstance(fact, PriceFact):
        return of_price(case, one, fact)
    return unchecked(one, "date", "no Fact")


def of_price(case: Case, one: Printed, fact: PriceFact) -> Verdict:
    """A date of a computed figure."""
    truth = case.truth(fact)
    if truth is None:
        return wrong(one, fact.metric, "none", "there is no such thing to tell")
    ends = fact.metric in ("high.all", "low.all")
    if ends and case.line.close[-1] != truth.value:
        true = f"{truth.value:.8g}"
        return wrong(one, fact.metric, true, "the last close is no extreme")
    days = [day for day in named(one.text, fact, truth) if day]
    near = any(wording.is_day(one.text, day) for day in days)
    return verdict(one, "date", near, ", ".join(str(day) for day in days))


def named(text: str, fact: PriceFact, truth: Truth) -> Sequence[date | None]:
    """The days that a text may name: a weekday the last, a month when bars begin."""
    if text.lower() in wording.WEEKDAYS:
        return (truth.last,)
    if wording.MONTH.fullmatch(text) and fact.metric in SINCE:
        return (truth.since,)
    if wording.MONTH.fullmatch(text):
        return (*truth.made, truth.since)
    return (*truth.made, truth.last)


def of_event(case: Case, one: Printed, fact: EventFact) -> Verdict:
    """A release's day: one on which the calendar has it, or that a headline names."""
    as_of = case.ledger.note.as_of.date()
    ahead = [
        day
        for day in (fact.first, fact.last, *fact.days)
        if 0 <= (day - as_of).days <= FAR
    ]
    near = [day for day in ahead if wording.is_day(one.text, day)]
    told = ", ".join(str(day) for day in ahead)
    if not near or fact.origin not in ("listed", "rule"):
        return verdict(one, "event", bool(near), told)
    days = events.due(SEEDS / "calendar.toml", fact.name, as_of)
    return verdict(one, "event", near[0] in days, told)
