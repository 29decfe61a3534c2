"""What a note may say: each Fact under the name by which templates call it.

A Fact of the subject is called by its metric (`return_5`, `sma_gap_50`), one of the
benchmark or of implied volatility with a prefix (`bench_return_5`, `vix_close`), and
the same measured against the benchmark loses the benchmark's id.
"""

from collections.abc import Iterator, Mapping

from generator.model.facts import LevelFact, PriceFact
from generator.model.market import MarketFact, Tape
from generator.model.note import Angle, Rating
from generator.plain import figures
from generator.writing.voice import ROUND, Name

WAYS = {"Bullish": "long", "Bearish": "short"}
TRADE = ("exit", "target", "risk", "gain", "reward_risk", "entry")
FAIR = 1.5  # reward to risk from which a price is worth paying
STRONG, QUIET = 2.0, 0.6  # usual days that make a day large, or nothing much
STANDS_ON = {  # a word that a condition asks about -> the Fact that decides it
    "stance": "pulse",
    "fair": "reward_risk",
    "way": "reward_risk",
    "z": "zscore_1",
    "large": "zscore_1",
    "quiet": "zscore_1",
    "rising": "zscore_1",
    "calm_week": "zscore_5",
    "large_month": "return_21",
    "state": "close",
    "late": "close",
}
HIGH, LOW = 60, 40  # percentiles from which a component leans up or down


def implied(tape: Tape, subject: str) -> str | None:
    """The volatility index of a subject for which there are prices."""
    names = tape.instruments[subject].implied
    return next((name for name in names if tape.price(name, "close")), None)


def market_slots(angle: Angle, tape: Tape) -> dict[str, object]:
    """The Facts of subject, benchmark and implied volatility by template name."""
    subject, bench = angle.subject, angle.benchmark
    slots: dict[str, object] = dict(_named(tape, subject, "", bench))
    if bench != subject:
        slots |= dict(_named(tape, bench, "bench_", subject))
    gauge = implied(tape, subject)
    if gauge:
        slots |= dict(_named(tape, gauge, "vix_", ""))
        slots["gauge"] = Name(tape.instruments[gauge])
        slots["gauge_own"] = subject in tape.instruments[gauge].benchmarks
    session = tape.sessions.get(subject)
    slots["state"] = session.state if session else "unknown"
    slots["late"] = bool(session and session.missing)
    return slots | dict(_made_known(slots)) | dict(_same_windows(slots))


def _named(
    tape: Tape, subject: str, prefix: str, against: str
) -> Iterator[tuple[str, MarketFact]]:
    for fact in tape.about(subject):
        metric = fact.id.split(".", 1)[1]
        other = fact.against if isinstance(fact, PriceFact) else None
        if other and other != against:
            continue
        if other:
            metric = metric.removesuffix(f".{other.lower()}")
        yield prefix + metric.replace(".", "_").replace("-", "_"), fact


def _same_windows(slots: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    """Whether subject and benchmark speak of the same sessions (T4)."""
    pairs = {
        "same_week": ("return_5", "bench_return_5"),
        "same_fortnight": ("return_10", "bench_return_10"),
        "same_day": ("return_1", "bench_return_1"),
    }
    for name, (own, other) in pairs.items():
        left, right = priced(slots, own), priced(slots, other)
        yield name, bool(left and right and left.window == right.window)
    lead, close = priced(slots, "relative_return_5"), priced(slots, "close")
    yield "same_close", bool(lead and close and lead.window.last == close.window.last)


def priced(slots: Mapping[str, object], name: str) -> PriceFact | None:
    """The slot of that name, if it is a Fact computed from bars."""
    fact = slots.get(name)
    return fact if isinstance(fact, PriceFact) else None


def _made_known(slots: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    """Plain words about the day, for conditions only; none of them is printed."""
    sigma = priced(slots, "zscore_1")
    usual = sigma.value if sigma else 0.0
    yield "z", usual
    yield "large", abs(usual) >= STRONG
    yield "quiet", abs(usual) < QUIET
    yield "rising", usual > 0
    week, month = priced(slots, "zscore_5"), priced(slots, "return_21")
    yield "calm_week", bool(week and abs(week.value) < QUIET)
    day = priced(slots, "usual_1")
    large = bool(month and day and abs(month.value) >= day.value * 21**0.5)
    yield "large_month", large


def count_slots(angle: Angle) -> dict[str, object]:
    """How many headlines there are, and how many name whom."""
    slots: dict[str, object] = {}
    for fact in angle.counts:
        if fact.metric == "publishers":
            slots["publishers"] = fact
        elif fact.subject == "all":
            slots["all_headlines"] = fact
        elif fact.subject == angle.subject:
            slots["own_headlines"] = fact
        else:
            slots.setdefault("top_headlines", fact)
    return slots


def trade_slots(rating: Rating, slots: Mapping[str, object]) -> dict[str, object]:
    """The arithmetic of the side that the stance takes, or of the better side."""
    way = WAYS.get(rating.stance) or _with_trend(slots)
    found = {name: slots[f"{name}_{way}"] for name in TRADE if f"{name}_{way}" in slots}
    ratio = priced(found, "reward_risk")
    if len(found) < len(TRADE) or ratio is None:
        return {"way": "none", "fair": False}
    shown = float(figures.rounded(ratio.value, 1))
    near = not slots.get("large") and _is_near(found, slots)
    return {**found, "way": way, "fair": shown >= FAIR or near}


def _is_near(trade: Mapping[str, object], slots: Mapping[str, object]) -> bool:
    """Whether the close is all but the entry: a tenth of an average day away."""
    entry, close = priced(trade, "entry"), priced(slots, "close")
    atr = priced(slots, "atr_14")
    if not (entry and close and atr):
        return False
    return abs(entry.value - close.value) < 0.1 * atr.value


def _with_trend(slots: Mapping[str, object]) -> str:
    """The side of the 50-day average that the close is on; a neutral note's own."""
    gap = priced(slots, "sma_gap_50")
    return "short" if gap and gap.value < 0 else "long"


def near_lines(slots: Mapping[str, object]) -> dict[str, object]:
    """The nearest level of each side that is more than a round number, if any is."""
    found: dict[str, object] = {}
    for name, side in (("above", "resistance"), ("below", "support")):
        levels = [slots.get(f"{side}_{number}") for number in (1, 2, 3)]
        known = [level for level in levels if isinstance(level, LevelFact)]
        if known:
            better = [level for level in known if level.method != ROUND]
            found[name] = (better or known)[0]
    return found


def score_slots(rating: Rating, brand: str) -> dict[str, object]:
    """Stance, Pulse and Threat, and which components lean which way."""
    parts = rating.pulse.parts
    return {
        "stance": rating.stance,
        "pulse": rating.pulse,
        "threat": rating.threat,
        "brand": f"{brand} " if brand else "",
        "leaning_up": [part for part in parts if part.percentile >= HIGH],
        "leaning_down": [part for part in parts if part.percentile <= LOW],
        "between": [part for part in parts if LOW < part.percentile < HIGH],
        "harms": rating.threat.parts,
        "raised": rating.raised,
    }
