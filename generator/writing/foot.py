"""The lines at the foot of a note: where prices are from, and what is missing."""

from collections.abc import Collection, Iterator

from generator.model.facts import LevelFact, PriceFact
from generator.model.market import fact_id
from generator.model.note import Plan
from generator.plain import clock, figures
from generator.plain.text import inline
from generator.plain.words import adjusted, silent
from generator.writing.marks import mark, stranger
from generator.writing.voice import Name, listed

WAYS = {"up": "up", "down": "down", "none": "no direction"}


def prices(plan: Plan) -> str:
    """The last close, the vendors and the adjustment of the prices used."""
    close = plan.slots["close"]
    assert isinstance(close, PriceFact), close
    day = mark(clock.short_day(close.window.last), "date", close.id)
    closes = list(_closes(plan))
    vendors = sorted({vendor_of(fact) for fact in closes})
    told = "; ".join(vendors)
    return (
        f"**Prices:** daily bars to the close of {day}, each from a single vendor "
        f"unless the gaps say otherwise: {told}."
    )


def call(plan: Plan) -> str:
    """What the note commits to: direction, horizon, benchmark and the way out."""
    one = plan.call
    count = one.horizon_sessions
    sessions = f"{figures.spoken(count)} session{'s' if count > 1 else ''}"
    horizon = mark(sessions, "window", "call")
    known = {held.id: held for held in plan.instruments}
    against = str(Name(known[one.benchmark]))
    told = WAYS[one.direction]
    return (
        f"**Call:** {told} over {horizon}, measured against {against}, from the "
        f"next close{_void(plan)}."
    )


def _void(plan: Plan) -> str:
    """`; void on a close below 2,569.23`."""
    end = plan.call.invalidation
    fact = plan.facts.get(end.fact) if end else None
    if end is None or not isinstance(fact, PriceFact | LevelFact):
        return ""
    price = mark(figures.plain(fact.value), "figure", fact.id)
    return f"; void on a close {'below' if end.below else 'above'} {price}"


def _closes(plan: Plan) -> Iterator[PriceFact]:
    """A Fact of each instrument, its close where that was a traded price."""
    for one in plan.instruments:
        stem = fact_id(one.id, "")
        own = (plan.facts[name] for name in plan.facts if name.startswith(stem))
        alone = [
            fact for fact in own if isinstance(fact, PriceFact) and not fact.against
        ]
        close = plan.facts.get(fact_id(one.id, "close"))
        if isinstance(close, PriceFact):
            yield close
        elif alone:
            yield alone[0]


def vendor_of(fact: PriceFact) -> str:
    """`SPX from yahoo, not adjusted`."""
    told = f"{fact.subject} from {fact.vendor}, {adjusted(fact.adjusted)}"
    return mark(told, "word", fact.id)


def ahead(plan: Plan, said: Collection[str]) -> str:
    """The releases ahead that no paragraph has named; empty if all were."""
    rest = [one for one in plan.angle.events if one.id not in said]
    return f"**Ahead:** {listed(rest)}." if rest else ""


def gaps(plan: Plan) -> str:
    """What the note could not know; empty if nothing was missing."""
    told = [_verbatim(text, place) for place, text in enumerate(plan.gaps, 1)]
    if plan.silences:
        shown = inline(stranger(silent(plan.silences)))
        told.append(mark(shown, "quote", "silences"))
    if not told:
        return ""
    return f"**Gaps:** {'; '.join(told)}."


def _verbatim(text: str, place: int) -> str:
    return mark(inline(stranger(text)), "quote", f"gaps.{place}")
