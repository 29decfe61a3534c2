"""The table of levels, a row a claim."""

from collections.abc import Iterator

from generator.model.facts import LevelFact, PriceFact
from generator.model.note import Plan
from generator.plain import clock, figures
from generator.writing.marks import mark
from generator.writing.voice import ROUND

HEAD = "| Level | Price | From close | ATR(14) | Method and date |"
RULE = "|---|---:|---:|---:|---|"


def rows(plan: Plan) -> Iterator[str]:
    """The marked rows, highest price first, the last close among them."""
    levels = levels_of(plan)
    close = plan.slots.get("close")
    if not levels or not isinstance(close, PriceFact):
        return
    above = [level for level in levels if level.value > close.value]
    below = [level for level in levels if level.value <= close.value]
    yield from (_row(level) for level in above)
    yield _close(close, plan.slots.get("atr_14"))
    yield from (_row(level) for level in below)


def levels_of(plan: Plan) -> list[LevelFact]:
    """The subject's levels, highest first."""
    subject = plan.head.subject
    found = [
        fact
        for fact in plan.facts.values()
        if isinstance(fact, LevelFact) and fact.subject == subject and fact.is_tabled
    ]
    return sorted(found, key=lambda level: -level.value)


def _row(level: LevelFact) -> str:
    number = level.id.rsplit(".", 1)[1]
    cells = (
        mark(f"{level.metric.capitalize()} {number}", "word", level.id),
        mark(figures.plain(level.value), "figure", level.id),
        mark(figures.percent(level.distance), "figure", level.id),
        mark(figures.signed(level.distance_atr, 1), "figure", level.id),
        _method(level),
    )
    return "| " + " | ".join(cells) + " |"


def _method(level: LevelFact) -> str:
    told = mark(level.method, "word", level.id)
    if level.method == ROUND:
        return told
    return f"{told}, {mark(clock.brief_day(level.made[0]), 'date', level.id)}"


def _close(close: PriceFact, atr: object) -> str:
    day = mark(clock.short_day(close.window.last), "date", close.id)
    width = (
        mark(figures.plain(atr.value), "figure", atr.id)
        if isinstance(atr, PriceFact)
        else ""
    )
    price = mark(figures.plain(close.value), "figure", close.id)
    return f"| **Last close** | **{price}** |  | {width} | {day} |"
