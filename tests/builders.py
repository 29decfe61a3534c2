"""Records for tests, whole and plausible, with what a test cares about put in."""

import json
import random
import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from generator.model.facts import (
    Fact,
    LevelFact,
    Part,
    PriceFact,
    QuotedFact,
    ScoreFact,
    Window,
)
from generator.model.market import (
    Insight,
    Instrument,
    Series,
    Session,
    Tape,
    fact_id,
)
from generator.model.news import Headline, Mention, Story
from generator.model.note import (
    Angle,
    Bound,
    Claim,
    Draft,
    Ledger,
    NoteHead,
    PastNote,
    SourceLine,
    Withheld,
)
from generator.plain import clock, figures
from generator.plain.text import escaped

NOW = datetime(2026, 2, 8, 22, tzinfo=UTC)
FRIDAY = date(2026, 2, 6)
UNITS = {
    "close": "points",
    "sma": "points",
    "atr": "points",
    "return": "ratio",
    "drawdown": "ratio",
    "zscore": "sigmas",
    "run_above": "sessions",
    "best_since": "sessions",
    "rsi": "index",
    "pulse": "percentile",
    "threat": "percentile",
    "percentile": "percentile",
}


def a_price(subject: str, metric: str, *rest: object, value: float, **more: Any) -> Any:
    """A Fact such as `a_price("RUT", "return", 5, value=0.0217)`."""
    unit = more.pop("unit", UNITS.get(metric, "ratio"))
    steps = rest[0] if rest and isinstance(rest[0], int) else 1
    return PriceFact(
        id=fact_id(subject, metric, *rest),
        subject=subject,
        metric=metric,
        value=value,
        unit=unit,
        window=more.pop("window", Window(date(2026, 1, 30), FRIDAY, steps)),
        known_at=datetime(2026, 2, 6, 21, tzinfo=UTC),
        provider="folder",
        vendor="yahoo",
        adjusted="none",
        formula="close[last]/close[first]-1",
        bars_sha256="0" * 64,
        history_from=date(2010, 1, 4),
        renderings=figures.renderings(value, unit),
        **more,
    )


def a_level(subject: str, metric: str, number: int, *, value: float) -> LevelFact:
    """A level such as `a_level("RUT", "support", 1, value=2569.23)`."""
    close = 2670.34
    return LevelFact(
        id=fact_id(subject, metric, number),
        subject=subject,
        metric=metric,
        value=value,
        unit="points",
        method="swing low" if metric == "support" else "swing high",
        made=(date(2026, 2, 5),),
        distance=value / close - 1,
        distance_atr=(value - close) / 47.08,
        window=Window(date(2025, 2, 6), FRIDAY, 252),
        known_at=datetime(2026, 2, 6, 21, tzinfo=UTC),
        provider="folder",
        vendor="yahoo",
        adjusted="none",
        formula="lowest low of 5 bars either side",
        bars_sha256="0" * 64,
        history_from=date(2010, 1, 4),
        renderings=(
            *figures.renderings(value, "points"),
            *figures.renderings(value / close - 1, "ratio"),
            *figures.renderings((value - close) / 47.08, "atr"),
        ),
    )


def an_instrument(id_: str = "RUT", **more: Any) -> Instrument:
    """The Russell 2000, or another instrument by id."""
    told: dict[str, Any] = {
        "name": "Russell 2000",
        "kind": "index",
        "theme": "small caps",
        "short": ("the index",),
        "aliases": ("Russell 2000", "small caps"),
        "benchmarks": ("SPX",),
        "implied": ("VIX",),
    }
    return Instrument(id=id_, **{**told, **more})


def a_tape(*facts: Any, insights: Sequence[Insight] = (), **more: Any) -> Tape:
    """A tape of these Facts, with the Russell 2000, the S&P 500 and the VIX."""
    known = (
        an_instrument(),
        an_instrument("SPX", name="S&P 500", theme="large caps", benchmarks=("RUT",)),
        an_instrument(
            "VIX", name="VIX", kind="volatility", theme="fear", tradable=False
        ),
    )
    return Tape(
        as_of=NOW,
        instruments={one.id: one for one in known},
        facts={fact.id: fact for fact in facts},
        sessions={
            one.id: Session("closed", FRIDAY, datetime(2026, 2, 6, 21, tzinfo=UTC))
            for one in known
        },
        paths=more.get("paths", {}),
        insights=tuple(insights),
        gaps=more.get("gaps", ()),
    )


def a_headline(title: str = "Dow Powers Past 50,000", **more: Any) -> Headline:
    """A headline of that Sunday."""
    told: dict[str, Any] = {
        "id": "h0",
        "summary": "The Dow surged past 50,000. It had never been there.",
        "publisher": "Seeking Alpha",
        "family": "seeking-alpha",
        "link": "https://example.com/dow",
        "published": datetime(2026, 2, 8, 19, 40, tzinfo=UTC),
        "fetched": NOW,
    }
    return Headline(title=title, **{**told, **more})


def a_story(
    *headlines: Headline,
    instruments: Sequence[str] = ("RUT",),
    themes: Sequence[str] = (),
    aside: str | None = None,
    **more: Any,
) -> Story:
    """A story of these headlines about the Russell 2000."""
    held = headlines or (a_headline(),)
    told: dict[str, Any] = {
        "id": "story",
        "names": (
            *(Mention(name, "instrument", name) for name in instruments),
            *(Mention(name, "theme", name) for name in themes),
        ),
        "titled": frozenset(instruments),
        "naming": tuple(frozenset(instruments) for _ in held),
        "tone": 0.0,
        "tones": tuple(0.0 for _ in held),
        "asides": tuple(aside for _ in held),
        "same": tuple(() for _ in held),
    }
    return Story(headlines=held, **{**told, **more})


def an_angle(**more: Any) -> Angle:
    """An angle on the Russell 2000 against the S&P 500, without headlines."""
    told: dict[str, Any] = {
        "subject": "RUT",
        "about": frozenset({more.get("subject", "RUT")}),
        "benchmark": "SPX",
        "kind": "tape",
        "lead": None,
        "supporting": (),
        "counts": (),
        "events": (),
        "score": 1.5,
        "terms": (),
    }
    return Angle(**{**told, **more})


def a_past_note(**more: Any) -> PastNote:
    """What a note of the week before said."""
    told: dict[str, Any] = {
        "edition": date(2026, 2, 1),
        "subject": "RUT",
        "stance": "Neutral",
        "pulse": 50,
        "parts": {},
        "forms": (),
        "levels": (),
    }
    return PastNote(**{**told, **more})


def a_series(count: int = 106, **more: Any) -> Series:
    """Weekday closes that climb from 2,400 and end at the close of that Friday."""
    days = [FRIDAY - timedelta(step) for step in range(2 * count)]
    weekdays = [day for day in days if day.weekday() < 5][:count][::-1]
    climb = [2400 + 250 * step / count + step * 37 % 23 for step in range(count)]
    told: dict[str, Any] = {
        "name": "Russell 2000",
        "unit": "points",
        "dates": tuple(weekdays),
        "closes": (*climb[:-1], 2670.34)[-count:],
    }
    return Series(subject=more.pop("subject", "RUT"), **{**told, **more})


def a_source(number: int = 1, **more: Any) -> SourceLine:
    """A headline of that Sunday as the foot of a note lists it."""
    told: dict[str, Any] = {
        "publisher": "Seeking Alpha",
        "family": "seeking-alpha",
        "title": "Liquidity Drain And Event Risk",
        "summary": "Treasury settlements will withdraw $62 billion from markets.",
        "link": "https://example.com/liquidity",
        "published": datetime(2026, 2, 8, 18, 15, tzinfo=UTC),
    }
    return SourceLine(id=f"s{number}", **{**told, **more})


def a_claim(marked: str, section: str = "analysis", **more: Any) -> Claim:
    """A sentence in which `[[+2.17%|rut.return.5]]` is bound to that Fact."""
    text, bound = "", []
    for piece in re.split(r"(\[\[.*?\]\])", marked):
        words, _, fact = piece.strip("[]").partition("|")
        if fact:
            bound.append(Bound((len(text), len(text) + len(words)), "figure", fact))
        text += words if fact else piece
    told: dict[str, Any] = {"id": f"{section}.{text[:24]}", "role": "evidence"}
    return Claim(section=section, text=text, bound=tuple(bound), **{**told, **more})


def some_levels() -> tuple[LevelFact, ...]:
    """Two levels over that Friday's close and two under it, highest first."""
    return (
        a_level("RUT", "resistance", 2, value=2735.10),
        a_level("RUT", "resistance", 1, value=2718.77),
        a_level("RUT", "support", 1, value=2576.42),
        a_level("RUT", "support", 2, value=2569.23),
    )


def some_facts() -> tuple[Fact, ...]:
    """What the figures of `a_draft` stand on: prices, levels, a quote, the scores."""
    pulse = [("trend125", 82.0), ("momentum20", 61.0), ("relative_strength", 83.0)]
    threat = [("ew_volatility", 75.0), ("implied_volatility", 58.0)]
    return (
        a_price("RUT", "close", value=2670.34),
        a_price("RUT", "return", 1, value=0.0359592),
        a_price("RUT", "return", 5, value=0.0216548),
        a_price("RUT", "return", 10, value=0.0004),
        a_price("RUT", "run_above", 50, value=50),
        a_price("SPX", "return", 5, value=-0.001),
        a_price("VIX", "close", value=17.76),
        *some_levels(),
        QuotedFact(
            id="s1.62bn",
            source="s1",
            field="summary",
            at=(35, 46),
            value=6.2e10,
            unit="USD",
        ),
        ScoreFact(
            id="pulse",
            value=55,
            parts=tuple(Part(name, 0.0, rank, 1 / 3, ()) for name, rank in pulse),
            missing=("credit_spread",),
            method="mean of the percentiles",
        ),
        ScoreFact(
            id="threat",
            value=4,
            parts=tuple(Part(name, 0.0, rank, 1 / 2, ()) for name, rank in threat),
            method="fifth of the mean of two percentiles",
        ),
    )


NOTE = """
analysis

**Neutral. Strykr Pulse [[55/100|pulse]].** Trend leans up, volatility leans back.
**Threat Level [[4/5|threat]].** Daily swings are wide for the season.

Leave it at this price: only a close outside [[2,569.23|rut.support.2]] to
[[2,718.77|rut.resistance.1]] would tell us something new.

The Russell 2000 closed at [[2,670.34|rut.close]], up [[3.60%|rut.return.1]] on the
day. That is most of its week: [[+2.17%|rut.return.5]] in five sessions, while the
S&P 500 was flat at [[-0.10%|spx.return.5]].

Stand further back and the drama shrinks. Over ten sessions the index is flat,
[[+0.04%|rut.return.10]], and it has closed above its mean of fifty days
[[50|rut.run_above.50]] times running.

Not everything agrees. The VIX ended at [[17.76|vix.close]], near the middle of its
year, and calm is no cause of anything.

watch

Two lines stand close overhead, [[2,718.77|rut.resistance.1]] and
[[2,735.10|rut.resistance.2]]; two lie close together underneath.

risks

What could spoil it? Treasury settlements draw [[$62 billion|s1.62bn]] this week,
according to Seeking Alpha.

opportunity

From here the nearest resistance is [[1.81%|rut.resistance.1]] away and the nearest
support [[3.52%|rut.support.1]]: the odds ask for a lower price.

take

Opinion: one good day is an argument, not a trend. We keep our seat.

foot

**Prices:** daily bars to the close of Fri 6 Feb 2026, RUT from yahoo.

**Gaps:** no credit spread; no breadth.
"""


def some_claims() -> dict[str, list[Claim]]:
    """The claims of NOTE by section, a paragraph each."""
    told: dict[str, list[Claim]] = {}
    section = ""
    for paragraph in NOTE.strip().split("\n\n"):
        if paragraph.isalpha():
            section = paragraph
            continue
        claim = a_claim(paragraph.replace("\n", " "), section)
        told.setdefault(section, []).append(claim)
    return told


def a_draft(
    *, body: str = "", sources: Sequence[SourceLine] = (), **more: Any
) -> Draft:
    """A whole note on small caps with ledger and chart; `more` is front matter.

    `body` is Markdown that stands at the end of the Take.
    """
    listed = tuple(sources) or (a_source(),)
    told = some_claims()
    rows = [a_claim(_row(level), "watch", role="row") for level in some_levels()]
    claims = [*told["analysis"], *rows]
    claims += [one for name in list(told)[1:] for one in told[name]]
    ledger = Ledger(
        note=_head(more),
        facts=some_facts(),
        sources=listed,
        claims=tuple(claims),
        withheld=(Withheld("Volume doubled.", "T1", "no bar of volume says so"),),
    )
    chart = {"rut.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>'}
    return Draft(
        markdown=_markdown(told, rows, listed, {"body": body, **more}),
        ledger=ledger,
        charts=more.get("charts", chart),
    )


def _head(more: dict[str, Any]) -> NoteHead:
    return NoteHead(
        slug=more.get("slug", "small-caps"),
        edition=more.get("edition", NOW.date()),
        as_of=NOW,
        version=1,
        status=more.get("status", "draft"),
        subject="RUT",
        benchmark="SPX",
        horizon_sessions=10,
        brand="Strykr",
    )


def _row(level: LevelFact) -> str:
    price, away = figures.plain(level.value), figures.percent(level.distance)
    depth = figures.signed(level.distance_atr, 1)
    cells = [f"{level.metric.capitalize()} {level.id[-1]}"]
    cells += [f"[[{figure}|{level.id}]]" for figure in (price, away, depth)]
    return f"| {' | '.join([*cells, f'{level.method}, 5 Feb 2026'])} |"


def _markdown(
    told: dict[str, list[Claim]],
    rows: Sequence[Claim],
    sources: Sequence[SourceLine],
    more: dict[str, Any],
) -> str:
    said = {
        name: "\n\n".join(one.text for one in claims) for name, claims in told.items()
    }
    table = "| Level | Price | From close | ATR(14) | Method and date |\n"
    table += "|---|---:|---:|---:|---|\n" + "\n".join(row.text for row in rows)
    picture = "![Russell 2000, daily closes, with the levels above](charts/rut.svg)"
    listed = "\n".join(
        f"{number}. [{escaped(one.title)}]({one.link}), {one.publisher}, "
        f"{clock.clock(one.published or NOW)}. {escaped(one.summary)}"
        for number, one in enumerate(sources, 1)
    )
    return (
        f"{_front_matter(more)}\n\n## Strykr Analysis\n\n{said['analysis']}\n\n"
        f"## Strykr Watch\n\n{table}\n\n{picture}\n\n{said['watch']}\n\n"
        f"## Risks\n\n{said['risks']}\n\n## Opportunity\n\n{said['opportunity']}\n\n"
        f"## Strykr Take\n\n{said['take']}\n\n{more['body']}\n\n"
        f"## Sources ({len(sources)})\n\n{listed}\n\n{said['foot']}\n\n"
        "*Figures are computed from closes; Take is opinion, not advice.*\n"
    )


def _front_matter(more: dict[str, Any]) -> str:
    fields: dict[str, Any] = {
        "title": "Small Caps Had One Good Day",
        "slug": "small-caps",
        "brand": "Strykr",
        "stance": "Neutral",
        "pulse": 55,
        "pulse_reason": "Mean of percentiles: trend125 82, momentum20 61.",
        "threat": 4,
        "threat_reason": "Percentiles: ew_volatility 75, implied_volatility 58.",
        "subject": "RUT",
        "benchmark": "SPX",
        "horizon_sessions": 10,
        "as_of": clock.stamp(NOW),
        "published": None,
        "status": "draft",
        "version": 1,
        "instruments": ["RUT", "SPX", "VIX"],
        "tags": ["small caps", "volatility"],
        "sources": [],
        "disclosure": "Figures are computed from closes; Take is opinion, not advice.",
        "own": [],
        "accepted": [],
    }
    apart = {"body", "charts", "edition"}
    fields |= {name: told for name, told in more.items() if name not in apart}
    lines = [f"{name}: {json.dumps(told)}" for name, told in fields.items()]
    return "\n".join(["---", *lines, "---"])


def a_price_file(folder: Path, name: str, rows: Sequence[Sequence[object]]) -> Path:
    """A file of bars: rows of date, open, high, low, close, volume, or date, close."""
    header = "date,close" if len(rows[0]) == 2 else "date,open,high,low,close,volume"
    lines = [
        ",".join("" if cell is None else str(cell) for cell in row) for row in rows
    ]
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.csv"
    path.write_text("\n".join([header, *lines]) + "\n", "utf-8")
    return path


def some_bars(
    days: Sequence[date], *, start: float = 100.0, seed: int = 1, swing: float = 0.01
) -> list[tuple[object, ...]]:
    """A walk of whole bars on those days, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - a walk, not a secret
    close = start
    rows: list[tuple[object, ...]] = []
    for day in days:
        opened = round(close * (1 + chance.gauss(0, swing / 4)), 2)
        close = round(close * (1 + chance.gauss(0.0003, swing)), 2)
        high = round(max(opened, close) * (1 + abs(chance.gauss(0, swing / 3))), 2)
        low = round(min(opened, close) * (1 - abs(chance.gauss(0, swing / 3))), 2)
        volume = chance.randint(900_000, 1_100_000)
        rows.append((day, opened, high, low, close, volume))
    return rows
