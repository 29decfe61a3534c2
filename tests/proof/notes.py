"""A note as the writer leaves it: every figure, day, name and direction word bound."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from generator.model.facts import (
    EventFact,
    Fact,
    PriceFact,
    QuotedFact,
    ScoreFact,
    Window,
)
from generator.model.note import (
    Bound,
    Call,
    Claim,
    Draft,
    Invalidation,
    Ledger,
    NoteHead,
    SourceLine,
)
from generator.plain import clock
from generator.plain.markdown import joined
from tests.builders import a_level, a_price

AS_OF = datetime(2026, 2, 8, 22, tzinfo=UTC)
LAST = date(2026, 2, 6)
FIRST = {0: LAST, 1: date(2026, 2, 5), 5: date(2026, 1, 30), 10: date(2026, 1, 23)}
DISCLOSURE = "Figures are computed from closes. Opinion, not advice."
KINDS = {
    "f": "figure",
    "d": "date",
    "v": "direction",
    "n": "name",
    "w": "window",
    "o": "word",
    "q": "quote",
}

PROSE = """
# title
Small Caps Outrun Their Rivals

# verdict analysis
**Neutral. Strykr Pulse {f:55/100|pulse}.** Trend leans up, volatility leans back.
**Threat Level {f:4/5|threat}.** Daily swings are wide for the season.

# bottom analysis
Sit this one out for {w:ten sessions|rut.return.10}: a close {v:below|rut.support.1} {f:2,576.42|rut.support.1} ends the patience.

# numbers analysis
The {n:Russell 2000|RUT} {v:rose|rut.return.5} {f:2.17%|rut.return.5} in {w:five sessions|rut.return.5} to {f:2,670.34|rut.close}, while the {n:S&P 500|SPX} {v:finished flat|spx.return.5} at {f:-0.10%|spx.return.5}.
Over {w:two weeks|rut.return.10} the {n:small caps|RUT} {v:stood still|rut.return.10}, {f:+0.04%|rut.return.10}.
That leaves {n:Russell 2000|RUT} ahead of {n:S&P 500|SPX} by {f:2.27|rut.relative_return.5.spx} points over {w:five sessions|rut.relative_return.5.spx}.

# run analysis
On {d:Friday|rut.close} it closed {v:above|rut.sma_gap.50} its {w:50-day|rut.sma_gap.50} mean for the {f:50th|rut.run_above.50} session running.
The gap is {f:5.12%|rut.sma_gap.50}.

# why analysis
Treasury settlements take {f:$62 billion|s1.62bn} out of the system, according to {n:Seeking Alpha|s1}.
“{q:Treasury settlements will withdraw $62 billion from markets|s1}”, it writes.

# calendar analysis
The week brings {n:CPI|cpi} between {d:9 February|cpi} and {d:13 February|cpi}.

# levels watch
First {v:above|rut.resistance.1} is {f:2,718.77|rut.resistance.1}, the {o:swing high|rut.resistance.1} of {d:5 February 2026|rut.resistance.1}; first {v:below|rut.support.1}, {f:2,576.42|rut.support.1}.

# volatility watch
The {n:VIX|VIX} closed at {f:17.76|vix.close}, the {f:59th|vix.percentile.252} percentile of its past year: {o:mid-table|vix.percentile.252}.

# risk risks
What could spoil it?
A close {f:3.52%|rut.support.1} lower would do.

# opportunity opportunity
At {f:2,670.34|rut.close} the odds ask for a better price.

# take take
Opinion: one good week is an argument and not yet a trend.
We keep our seat.

# prices foot
**Prices:** daily bars to the close of {d:Fri 6 Feb 2026|rut.close}.

# gaps foot
**Gaps:** {q:no credit spread|gaps.1}.
"""  # noqa: E501 - a sentence of a note is a line


def a_return(subject: str, sessions: int, value: float, **more: Any) -> PriceFact:
    """The return of an instrument over a window that ends that Friday."""
    found: PriceFact = a_price(subject, "return", sessions, value=value, **more)
    return replace(found, window=Window(FIRST[sessions], LAST, sessions))


def priced(subject: str, metric: str, *rest: object, value: float, **more: Any) -> Fact:
    """A Fact of the last session alone."""
    window = Window(LAST, LAST, 0)
    found: Fact = a_price(subject, metric, *rest, value=value, window=window, **more)
    return found


def facts() -> tuple[Fact, ...]:
    """What the note's figures stand on."""
    relative = a_price(
        "RUT", "relative_return", 5, "spx", value=2.27, unit="pct_points", against="SPX"
    )
    return (
        priced("RUT", "close", value=2670.34),
        a_return("RUT", 5, 0.02165),
        a_return("RUT", 10, 0.0004),
        replace(relative, window=Window(FIRST[5], LAST, 5)),
        priced("RUT", "sma_gap", 50, value=0.0512),
        priced("RUT", "run_above", 50, value=50, unit="sessions"),
        priced("SPX", "close", value=6932.30),
        a_return("SPX", 5, -0.00099),
        a_return("SPX", 10, 0.0024),
        priced("VIX", "close", value=17.76),
        priced("VIX", "percentile", 252, value=59.1, unit="percentile"),
        a_level("RUT", "resistance", 1, value=2718.77),
        a_level("RUT", "support", 1, value=2576.42),
        QuotedFact(
            id="s1.62bn",
            source="s1",
            field="summary",
            at=(35, 46),
            value=6.2e10,
            unit="USD",
            renderings=("$62 billion",),
        ),
        EventFact(
            id="cpi",
            name="CPI",
            first=date(2026, 2, 9),
            last=date(2026, 2, 13),
            sources=("s2",),
        ),
        ScoreFact(id="pulse", value=55, parts=(), method="mean", renderings=("55",)),
        ScoreFact(id="threat", value=4, parts=(), method="fifth", renderings=("4",)),
    )


def sources() -> tuple[SourceLine, ...]:
    """The two headlines that the note lists."""
    when = datetime(2026, 2, 8, 18, 15, tzinfo=UTC)
    common: dict[str, Any] = {"family": "seeking-alpha", "published": when}
    return (
        SourceLine(
            id="s1",
            title="Liquidity Drain And Event Risk",
            summary="Treasury settlements will withdraw $62 billion from markets.",
            publisher="Seeking Alpha",
            link="https://example.com/liquidity",
            **common,
        ),
        SourceLine(
            id="s2",
            title="Delayed Data Deluge",
            summary="The week features a rare alignment of delayed jobs and CPI data.",
            publisher="Seeking Alpha",
            link="https://example.com/deluge",
            **common,
        ),
    )


def unmarked(marked: str) -> tuple[str, tuple[Bound, ...]]:
    """A sentence without its marks `{f:2.17%|rut.return.5}`, and its bound spans."""
    text, bound = "", []
    for piece in re.split(r"(\{[a-z]:[^}]*\})", marked):
        mark = re.fullmatch(r"\{([a-z]):([^|]*)\|([^}]*)\}", piece)
        if mark:
            kind, shown, fact = mark.groups()
            at = (len(text), len(text) + len(shown))
            bound.append(Bound(at, KINDS[kind], fact))  # type: ignore[arg-type]
            text += shown
        else:
            text += piece
    return text, tuple(bound)


def claims(prose: str = PROSE) -> tuple[Claim, ...]:
    """The claims of the prose: a line a sentence; the verdict is one."""
    found: list[Claim] = []
    for paragraph in prose.strip().split("\n\n"):
        head, *lines = paragraph.split("\n")
        role, *rest = head.removeprefix("# ").split()
        section = rest[0] if rest else role
        if role == "verdict":
            lines = [" ".join(lines)]
        for line in lines:
            text, bound = unmarked(line)
            cited = {one.fact[:2] for one in bound} & {"s1", "s2"}
            found.append(
                Claim(
                    id=f"c{len(found) + 1}",
                    section=section,
                    role=role,
                    form=f"{role}/one",
                    text=text,
                    bound=bound,
                    sources=tuple(sorted(cited))
                    + (("s2",) if role == "calendar" else ()),
                    licensed_by=("rut.close",),
                )
            )
    return tuple(found)


def rows() -> tuple[Claim, ...]:
    """The rows of the table of levels."""
    marked = (
        "| {o:Resistance 1|rut.resistance.1} | {f:2,718.77|rut.resistance.1} | "
        "{f:+1.81%|rut.resistance.1} | {f:+1.0|rut.resistance.1} | "
        "{o:swing high|rut.resistance.1}, {d:5 Feb 2026|rut.resistance.1} |\n"
        "| **Last close** | **{f:2,670.34|rut.close}** |  |  | "
        "{d:Fri 6 Feb 2026|rut.close} |\n"
        "| {o:Support 1|rut.support.1} | {f:2,576.42|rut.support.1} | "
        "{f:-3.52%|rut.support.1} | {f:-2.0|rut.support.1} | "
        "{o:swing low|rut.support.1}, {d:5 Feb 2026|rut.support.1} |"
    )
    found: list[Claim] = []
    for number, line in enumerate(marked.split("\n"), 1):
        text, bound = unmarked(line)
        found.append(
            Claim(id=f"r{number}", section="watch", role="row", text=text, bound=bound)
        )
    return tuple(found)


def head(**more: Any) -> NoteHead:
    """What names the note."""
    told: dict[str, Any] = {
        "slug": "russell-2000",
        "edition": AS_OF.date(),
        "as_of": AS_OF,
        "version": 1,
        "status": "draft",
        "subject": "RUT",
        "benchmark": "SPX",
        "horizon_sessions": 10,
        "brand": "Strykr",
        "disclosure": DISCLOSURE,
    }
    return NoteHead(**{**told, **more})


def a_note(**more: Any) -> Draft:
    """The whole note with its ledger; `more` is of the ledger."""
    said = [*claims(), *rows()]
    told: dict[str, Any] = {
        "note": head(),
        "facts": facts(),
        "sources": sources(),
        "claims": tuple(said),
        "gaps": ("no credit spread",),
        "call": Call(
            direction="none",
            entry="next_close",
            horizon_sessions=10,
            benchmark="SPX",
            invalidation=Invalidation("rut.support.1", below=True),
            threat=4,
        ),
    }
    ledger = Ledger(**{**told, **more})
    return Draft(markdown=text_of(said), ledger=ledger, charts={"rut.svg": "<svg/>"})


def text_of(said: Sequence[Claim]) -> str:
    """The Markdown of the claims."""
    names = {
        "analysis": "Strykr Analysis",
        "watch": "Strykr Watch",
        "take": "Strykr Take",
    }
    body = []
    for section in ("analysis", "watch", "risks", "opportunity", "take"):
        body.append(f"## {names.get(section, section.capitalize())}")
        if section == "watch":
            table = ["| Level | Price | From close | ATR(14) | Method and date |"]
            table += ["|---|---:|---:|---:|---|"]
            body.append(
                "\n".join(table + [one.text for one in said if one.role == "row"])
            )
            body.append("![Russell 2000, daily closes to 6 Feb 2026](charts/rut.svg)")
        body += paragraphs(said, section)
    body.append(f"## Sources ({len(sources())})")
    body += [
        f"{number}. [{one.title}](<{one.link}>), {one.publisher}, "
        f"{clock.clock(one.published or AS_OF)}. {one.summary}"
        for number, one in enumerate(sources(), 1)
    ]
    body += [one.text for one in said if one.section == "foot"]
    body.append(f"*Disclosure: {DISCLOSURE}*")
    return joined(front(said), "\n" + "\n\n".join(body) + "\n")


def paragraphs(said: Sequence[Claim], section: str) -> list[str]:
    """The paragraphs of a section, a role each."""
    own = [one for one in said if one.section == section and one.role != "row"]
    roles = dict.fromkeys(one.role for one in own)
    return [" ".join(one.text for one in own if one.role == role) for role in roles]


def front(said: Sequence[Claim]) -> dict[str, Any]:
    """The front matter."""
    return {
        "title": next(one.text for one in said if one.role == "title"),
        "slug": "russell-2000",
        "brand": "Strykr",
        "stance": "Neutral",
        "pulse": 55,
        "pulse_reason": "Trend leans up.",
        "threat": 4,
        "threat_reason": "Swings are wide.",
        "subject": "RUT",
        "benchmark": "SPX",
        "horizon_sessions": 10,
        "as_of": AS_OF,
        "published": None,
        "status": "draft",
        "version": 1,
        "instruments": ["RUT", "SPX", "VIX"],
        "tags": ["small caps"],
        "sources": [],
        "disclosure": DISCLOSURE,
        "own": [],
        "accepted": [],
    }
