"""The figures that a headline prints, as Facts quoted with their place in it."""

import math
import re
from collections.abc import Iterator
from typing import Literal

from generator.model.facts import QuotedFact
from generator.model.news import Headline
from generator.plain.figures import Figure, amount, figures, kept

# What stands before a number that is a part of a name, or money we have no name for.
NAMED = re.compile(
    r"(?:Hang Seng|Boeing|Airbus A|Fortune|Global|iPhone|Windows|COVID|Form|Route|"
    r"Section|Chapter|Article|Magnificent|GPT|[GQH])[ -]?$|"
    r"(?:\bRs\.?|\bRM|[\u20b9\u20a6\u20a9\u20b1\u0e3f\u20ab]|\b[A-Z]{3}) ?$"
)
UNSURE = re.compile(r"[\w/:$\u20ac\u00a3\u00a5]$|\d[-\u2013]$")
RUNS_ON = re.compile(
    r"\w|[-/:.\u2013]\d|[ -]?(?:crores?|cr\b|lakhs?|tola\b)", re.IGNORECASE
)
POINTS = re.compile(r"[ -]percentage[ -]points?\b", re.IGNORECASE)
Field = Literal["title", "summary"]
KEY = re.compile(r"[^a-z0-9.%+-]")
FULL = 100  # characters from which a summary may have been cut short


def amounts(headline: Headline, source: str) -> tuple[QuotedFact, ...]:
    """Every amount in title and summary, left to right, each once.

    Left out is what is not an amount or whose size is unsure: dates, times, parts of
    names (`S&P 500`), sums in a currency or scale without a name here (`Rs 72 crore`)
    and a number at the very end of a summary that was cut short.
    """
    texts: dict[Field, str] = {"title": headline.title, "summary": headline.summary}
    found: dict[str, QuotedFact] = {}
    for field, text in texts.items():
        for figure in _amounts(text):
            fact = _fact(figure, text, field, source)
            found.setdefault(fact.id, fact)
    return tuple(found.values())


def _amounts(text: str) -> Iterator[Figure]:
    """The figures of a text that are amounts of a known size."""
    for figure in figures(text):
        before, after = text[: figure.start], text[figure.end :]
        cut = not after.strip(" .\u2026") and len(text) > FULL and text[-1] not in ".%"
        unsure = UNSURE.search(before) or RUNS_ON.match(after) or "/" in figure.text
        unread = math.isnan(amount(figure.text)[0])
        if not (cut or unsure or unread or NAMED.search(before)):
            yield figure


def _fact(figure: Figure, text: str, field: Field, source: str) -> QuotedFact:
    value, unit = _amount(figure, text[figure.end :])
    return QuotedFact(
        id=f"{source}.{KEY.sub('', figure.key.lower())}",
        source=source,
        field=field,
        at=(figure.start, figure.end),
        value=value,
        unit=unit,
        renderings=tuple(dict.fromkeys((figure.text, " ".join(figure.text.split())))),
    )


def _amount(figure: Figure, after: str) -> tuple[float, str]:
    """Value and unit; basis points and percentage points are both in points."""
    value, unit = amount(figure.text)
    if figure.key.endswith("bp"):
        return kept(value / 100), "pct_points"
    return (value, "pct_points") if POINTS.match(after) else (value, unit)
