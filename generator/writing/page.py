"""`note.md` from the claims: front matter, sections, table, chart and foot."""

import json
from collections.abc import Sequence
from itertools import groupby

from jinja2 import Environment

from generator.model.facts import Part, PriceFact
from generator.model.note import Claim, Plan, SourceLine
from generator.plain import clock, figures
from generator.plain.text import inline
from generator.writing import table

TOGETHER = {  # roles that share a paragraph with the one before
    "day": "bottom",  # what happened, and what to do about it
    "bottom": "bottom",
    "risk-news": "risks",
    "risk-level": "risks",
    "risk-brief": "risks",
}
SECTIONS = ("analysis", "watch", "risks", "opportunity", "take")


def page(
    plan: Plan, claims: Sequence[Claim], sources: Sequence[SourceLine], env: Environment
) -> str:
    """The note as Markdown; every claim's text stands in it word for word."""
    env.filters["yaml"] = lambda value: json.dumps(value, ensure_ascii=False)
    env.filters["stamp"] = clock.stamp
    env.filters["clock"] = clock.clock
    env.filters["inline"] = inline
    prose = [claim for claim in claims if claim.section in SECTIONS]
    rows = [claim.text for claim in claims if claim.role == "row"]
    title = next((claim.text for claim in claims if claim.role == "title"), "")
    return env.get_template("note.md").render(
        head=plan.head,
        title=title or _plain_title(plan),
        rating=plan.rating,
        pulse_reason=pulse_reason(plan),
        threat_reason=threat_reason(plan),
        instruments=_named(plan, claims),
        tags=tags(plan, sources),
        sources=sources,
        paragraphs={section: _paragraphs(prose, section) for section in SECTIONS},
        rows=rows,
        table_head=(table.HEAD, table.RULE),
        charts=charts(plan),
        foot=[claim.text for claim in claims if claim.section == "foot"],
    )


def _named(plan: Plan, claims: Sequence[Claim]) -> list[str]:
    """The instruments that the text names, the subject first."""
    named = {one.fact for claim in claims for one in claim.bound if one.type == "name"}
    subject = plan.head.subject
    return [one.id for one in plan.instruments if one.id in named | {subject}]


def _plain_title(plan: Plan) -> str:
    return plan.instruments[0].name


def _paragraphs(claims: Sequence[Claim], section: str) -> list[str]:
    """The paragraphs of a section, each one line."""
    own = [one for one in claims if one.section == section and one.role != "row"]
    grouped = groupby(own, key=lambda one: TOGETHER.get(one.role, one.form))
    return [" ".join(claim.text for claim in group) for _, group in grouped]


def pulse_reason(plan: Plan) -> str:
    """`Mean of scores: trend 82, momentum 61, ...` for the front matter."""
    parts = [_reading(part) for part in plan.rating.pulse.parts]
    missing = ", ".join(plan.rating.pulse.missing)
    tail = f"; not available: {missing}" if missing else ""
    return f"Mean of scores: {', '.join(parts)}{tail}."


def threat_reason(plan: Plan) -> str:
    """The two percentiles behind Threat, for the front matter."""
    parts = [_reading(part) for part in plan.rating.threat.parts]
    raised = (
        "; raised by one for mostly negative headlines" if plan.rating.raised else ""
    )
    return f"Percentiles: {', '.join(parts)}{raised}."


def _reading(part: Part) -> str:
    return f"{part.name} {figures.plain(figures.percentile(part.percentile), 0)}"


def tags(plan: Plan, sources: Sequence[SourceLine]) -> list[str]:
    """Subject matter first, then the themes of the stories that the text cites."""
    cited = {(source.publisher, source.title) for source in sources}
    themes = [
        theme
        for story in plan.angle.stories
        if any((h.publisher, h.title) in cited for h in story.headlines)
        for theme in story.themes
    ]
    return list(dict.fromkeys([plan.instruments[0].theme, *themes]))[:5]


def charts(plan: Plan) -> list[tuple[str, str]]:
    """What each chart shows and its file: price, benchmark beside it, volatility."""
    stem, name = plan.head.subject.lower(), plan.instruments[0].name
    close = plan.slots["close"]
    assert isinstance(close, PriceFact), close
    last = clock.brief_day(close.window.last)
    found = [(f"{name}, daily closes to {last}", stem)]
    if "relative" in plan.pictures:
        told = f"{name} beside its benchmark, both 100 at the start"
        found.append((told, f"{stem}-relative"))
    if "volatility" in plan.pictures:
        told = f"{name}, implied volatility and the swings delivered"
        found.append((told, f"{stem}-volatility"))
    return [(words, f"charts/{file}.svg") for words, file in found]
