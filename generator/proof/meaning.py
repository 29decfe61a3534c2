"""What a Fact may print: its figures, its days, its windows, its sign, its subjects."""

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from itertools import chain

from generator.model.facts import (
    CountFact,
    EventFact,
    Fact,
    LevelFact,
    OwnFact,
    PriceFact,
    QuotedFact,
    ScoreFact,
)
from generator.plain import clock, figures

# Metrics of one sign: a direction word beside them tells of something else.
UNSIGNED = frozenset(
    "close sma atr rsi volatility ewvol percentile beta correlation usual range "
    "high low open close_in_range day_share ratio rank reward_risk risk gain "
    "precedent_up base_up".split()
)
# Metrics whose direction is not the sign of their value.
LEANS: dict[str, Callable[[float], float]] = {
    "run_above": lambda value: value,
    "run_below": lambda value: -value,
    "volume_ratio": lambda value: value - 1,
}
SIGNED_UNITS = frozenset({"ratio", "pct_points", "sigmas"})
DAY = re.compile(  # Tuesday, Sept. 30, 2025 and 30 September, in small letters
    r"(?:(?P<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? ?)?(?:the )?"
    r"(?:(?P<one>\d{1,2})(?:st|nd|rd|th)? )?"
    r"(?:(?P<month>[a-z]{3,9})\.?,? ?)?(?:(?P<two>\d{1,2})(?:st|nd|rd|th)?,? ?)?"
    r"(?P<year>(?:19|20)\d\d)?"
)
NOVEL = re.compile(r"record|high_since|low_since|since|run_|first|last|rank|longest")


@lru_cache(16384)  # asked once for every figure of a note
def printings(fact: Fact) -> tuple[frozenset[str], ...]:
    """The keys of all that it may print, one set a quantity, its own value first."""
    match fact:
        case OwnFact():
            groups = [[fact.text]]
        case ScoreFact():
            groups = [_score(fact)]
            groups += [_forms(part.percentile, "percentile") for part in fact.parts]
        case LevelFact():
            away, atr = fact.distance, fact.distance_atr
            signed = [figures.signed(atr, digits) for digits in (1, 2)]
            others = [_forms(away, "ratio"), [*_forms(atr, "atr"), *signed]]
            own = set(fact.renderings) - {form for group in others for form in group}
            groups = [[*sorted(own), *_forms(fact.value, fact.unit)], *others]
        case PriceFact():
            groups = [[*fact.renderings, *_forms(fact.value, fact.unit)]]
        case CountFact() | QuotedFact():
            groups = [list(fact.renderings)]
        case EventFact():
            groups = []
    return tuple(frozenset(map(figures.key, group)) for group in groups)


def _forms(value: float, unit: str) -> list[str]:
    return list(figures.renderings(value, unit))


def _score(fact: ScoreFact) -> list[str]:
    top = 5 if fact.id.endswith("threat") else 100
    return [*fact.renderings, str(fact.value), f"{fact.value}/{top}"]


def prints(fact: Fact, key: str) -> bool:
    """Whether its own value may be printed so."""
    return any(key in group for group in printings(fact)[:1])


def days_of(fact: Fact) -> tuple[date, ...]:
    """The days that it may name: its window's ends, those that made it, its event."""
    if isinstance(fact, EventFact):
        return (fact.first, fact.last)
    if isinstance(fact, ScoreFact):
        return fact.made
    if isinstance(fact, PriceFact | LevelFact):
        window = fact.window
        known = fact.known_at.date()
        return (window.last, window.first, *fact.made, known, fact.history_from)
    return ()


def is_day(text: str, day: date) -> bool:
    """Whether a printed date may be of that day: whatever it names is the day's own."""
    if text in clock.dates_of(day):
        return True
    low = text.lower()
    found = DAY.fullmatch(low)
    if found is None:
        return False
    weekday, month, number, year = (
        found["weekday"], found["month"], found["one"] or found["two"], found["year"]
    )  # fmt: skip
    return (
        (not weekday or clock.DAYS[day.weekday()].lower().startswith(weekday))
        and (not month or clock.MONTHS[day.month - 1].lower().startswith(month[:3]))
        and (not number or int(number) == day.day)
        and (not year or int(year) == day.year)
    )


def lengths(fact: Fact) -> frozenset[int]:
    """The windows in sessions that may be spoken of it; a run speaks its value."""
    if not isinstance(fact, PriceFact | LevelFact):
        return frozenset()
    named = re.findall(r"\d+", fact.id if isinstance(fact, PriceFact) else fact.method)
    counted = {int(fact.value)} if fact.unit in {"sessions", "count"} else set()
    return frozenset({fact.window.sessions, *map(int, named), *counted} - {0})


def lean(fact: Fact) -> float | None:
    """What a direction word beside it must agree with; None if it has no direction."""
    if isinstance(fact, LevelFact):
        return fact.distance
    if not isinstance(fact, PriceFact):
        return None
    if fact.metric in LEANS:
        return LEANS[fact.metric](fact.value)
    signed = fact.unit in SIGNED_UNITS and fact.metric not in UNSIGNED
    return fact.value if signed else None


def subjects(fact: Fact) -> frozenset[str]:
    """Whose figure it is; empty for a score or an editor's own figure."""
    if isinstance(fact, PriceFact):
        return frozenset({fact.subject, fact.against} - {None})  # type: ignore[arg-type]
    if isinstance(fact, LevelFact | CountFact):
        return frozenset({fact.subject})
    return frozenset({fact.source}) if isinstance(fact, QuotedFact) else frozenset()


EXTREME = re.compile(r"record|highest|lowest|-(?:day|week) (?:closing )?(?:high|low)")


def is_novel(fact: Fact) -> bool:
    """Whether it counts how long something had not been seen, or a record (T5)."""
    if isinstance(fact, LevelFact):
        return bool(EXTREME.search(fact.method))  # dated by the level itself
    return isinstance(fact, PriceFact) and bool(NOVEL.search(fact.metric))


def all_days(facts: tuple[Fact, ...]) -> frozenset[date]:
    """Every day that the Facts may name."""
    return frozenset(chain.from_iterable(map(days_of, facts)))
