"""Pulse: the state of the tape, each component a percentile of its own past."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from math import copysign, sqrt

from generator.errors import NoteError
from generator.model.facts import Part, ScoreFact
from generator.model.market import Tape, fact_id
from generator.model.note import Stance
from generator.plain import figures
from generator.settings import Scores

METHOD = "pulse/1: mean of expanding percentiles, equal weights"


@dataclass(frozen=True, slots=True)
class Component:
    """A part of Pulse: its name, how prose calls it, and the raw Fact behind it."""

    name: str
    words: str
    raw: str
    against: bool = False


PARTS = (
    Component("trend", "trend", "trend.125"),
    Component("momentum", "momentum", "momentum.20"),
    Component("strength", "relative strength", "strength.20", against=True),
    Component("implied", "implied volatility", "implied_gap.50"),
    Component("credit", "credit", "credit.20"),
    Component("stock_bond", "stocks over bonds", "stock_bond.20"),
)
NEVER_HELD = ("breadth",)  # no provider gives the members of an index yet


def tone_score(tones: Sequence[float]) -> float | None:
    """News tone on 0-100: 50 * (T + 1), T the signed root of the net share."""
    if not tones:
        return None
    net = sum((tone > 0) - (tone < 0) for tone in tones) / len(tones)
    return 50 * (copysign(sqrt(abs(net)), net) + 1)


def tape_parts(tape: Tape, subject: str) -> list[Part]:
    """The components that prices allow, in the table's order."""
    parts = []
    for component in PARTS:
        fact = tape.price(subject, "pulse", component.name)
        if fact is not None:
            raws = _raw_ids(tape, subject, component)
            parts.append(Part(component.words, _raw(tape, raws), fact.value, 1, raws))
    return parts


def _raw_ids(tape: Tape, subject: str, component: Component) -> tuple[str, ...]:
    stem = fact_id(subject, component.raw)
    percentile = fact_id(subject, "pulse", component.name)
    found = [name for name in tape.facts if name == stem or name.startswith(f"{stem}.")]
    return (*sorted(found)[:1], percentile)


def _raw(tape: Tape, names: tuple[str, ...]) -> float:
    return tape.facts[names[0]].value


def pulse(tape: Tape, subject: str, tones: Sequence[float]) -> ScoreFact:
    """The Pulse of a subject with the tone of its headlines, if there are any."""
    parts = tape_parts(tape, subject)
    missing = [one.words for one in PARTS if one.words not in {p.name for p in parts}]
    if not parts:
        message = (
            f"{subject}: Pulse needs 252 sessions of closes and has fewer; "
            "add price history or choose another subject"
        )
        raise NoteError(message)
    tone = tone_score(tones)
    if tone is None:
        missing.append("news tone")
    else:
        kept = figures.kept(tone)
        parts.append(Part("news tone", kept, kept, 1, ("news.tone",)))
    value = sum(part.percentile for part in parts) / len(parts)
    whole = int(figures.rounded(value, 0))
    return ScoreFact(
        id="pulse",
        value=whole,
        parts=tuple(parts),
        missing=(*missing, *NEVER_HELD),
        method=METHOD,
        renderings=(*figures.renderings(whole, "score"), f"{whole}/100"),
    )


def stance(tape: Tape, subject: str, today: int, bands: Scores) -> Stance:
    """The stance by bands, replayed from prices so that it is slow to flip."""
    current: Stance = "Neutral"
    for value in [*_tape_only(tape, subject)[:-1], float(today)]:
        current = _next(current, value, bands)
    return current


def _tape_only(tape: Tape, subject: str) -> list[float]:
    paths = tape.paths.get(subject, {})
    rows = zip_longest(*(paths.get(part.name, ()) for part in PARTS))
    days = [[value for value in row if value is not None] for row in rows]
    return [sum(day) / len(day) for day in days if day]


def _next(current: Stance, value: float, bands: Scores) -> Stance:
    if value >= bands.bullish:
        return "Bullish"
    if value <= bands.bearish:
        return "Bearish"
    if current == "Bullish" and value > bands.bullish - bands.hysteresis:
        return "Bullish"
    if current == "Bearish" and value < bands.bearish + bands.hysteresis:
        return "Bearish"
    return "Neutral"
