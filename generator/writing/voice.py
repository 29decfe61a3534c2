"""How a Fact speaks: the filters that templates use, each giving marked text."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from generator.model.facts import (
    CountFact,
    EventFact,
    LevelFact,
    PriceFact,
    ScoreFact,
)
from generator.model.market import Instrument
from generator.plain import clock, figures, words
from generator.writing.marks import mark
from generator.writing.parts import ENDS, PARTS, joined

Spoken = PriceFact | LevelFact
THE = ("index", "etf", "rate", "currency", "volatility")
ROUND = "round number"  # the one kind of level that no date has made
UNDATED = ("mean", "session before")  # a date would say what the words say
EXTREMES = {"highest": "high", "lowest": "low"}  # what a dated extreme is called
PROPER = frozenset(
    "Bank Beige Chicago Empire Fed Jackson Michigan Philadelphia Richmond "
    "Treasury".split()
)
COUNTABLE = ("report", "decision", "index", "minutes", "meeting", "Book", "survey")
WINDOWS = {1: "one session", 5: "five sessions", 10: "two weeks", 21: "a month"}


@dataclass(slots=True)
class Name:
    """An instrument in one paragraph: full name first, then the shorter one.

    It counts its own mentions, so each paragraph gets a fresh one.
    """

    instrument: Instrument
    said: int = 0

    def __str__(self) -> str:
        """The next mention."""
        self.said += 1
        short = self.instrument.short
        if self.said > 1 and short:
            return mark(short[(self.said - 2) % len(short)], "name", self.instrument.id)
        return self.again

    @property
    def again(self) -> str:
        """The full name with its article, where the shorter one would be unclear."""
        return self._article() + self.full

    @property
    def full(self) -> str:
        """The name without an article: `S&P 500 close`."""
        return mark(self.instrument.name, "name", self.instrument.id)

    @property
    def id(self) -> str:
        """The instrument's id, for conditions."""
        return self.instrument.id

    @property
    def kind(self) -> str:
        """index, etf, stock and so on, for conditions."""
        return self.instrument.kind

    def _article(self) -> str:
        if self.instrument.article is not None:
            return f"{self.instrument.article} " if self.instrument.article else ""
        return "the " if self.instrument.kind in THE else ""


def pct(fact: PriceFact, digits: int = 2) -> str:
    """`+2.17%`."""
    return mark(figures.percent(fact.value, digits), "figure", fact.id)


def size(fact: PriceFact, digits: int = 2) -> str:
    """`2.17%`, beside a word that tells the direction."""
    return mark(figures.share(fact.value, digits), "figure", fact.id)


def points(fact: PriceFact, digits: int = 2) -> str:
    """`3.52`, a size in points beside a word that tells the direction."""
    return mark(figures.plain(abs(fact.value), digits), "figure", fact.id)


def price(fact: Spoken) -> str:
    """`2,670.34`."""
    return mark(figures.plain(fact.value, 2), "figure", fact.id)


def count(fact: PriceFact) -> str:
    """`nine`, `50`."""
    return mark(figures.spoken(fact.value), "figure", fact.id)


def opening(fact: Spoken | CountFact) -> str:
    """`twenty-four`, for a count that opens a sentence."""
    return mark(figures.spelled(fact.value), "figure", fact.id)


def nth(fact: PriceFact) -> str:
    """`59th`; only an extreme itself is the 100th."""
    shown = figures.ordinal(figures.percentile(fact.value))
    return mark(
        shown if fact.unit == "percentile" else figures.ordinal(fact.value),
        "figure",
        fact.id,
    )


def place(fact: PriceFact) -> str:
    """`the 59th percentile`, or the very top or the very bottom."""
    if fact.value in ENDS:
        return mark(f"the very {ENDS[fact.value]}", "word", fact.id)
    return f"the {nth(fact)} percentile"


def mean_of(fact: PriceFact) -> str:
    """`50-day average`, the mean that a run or a gap is measured against."""
    return f"{fact.id.rsplit('.', 1)[1]}-day average"


def reach(fact: PriceFact) -> str:
    """`20-day`, how far back the channel looks that a figure is of."""
    return mark(f"{fact.id.rsplit('.', 1)[1]}-day", "window", fact.id)


def whole(fact: PriceFact) -> str:
    """`57`, a reading on a scale of 100."""
    return mark(figures.plain(fact.value, 0), "figure", fact.id)


def depth(fact: PriceFact) -> str:
    """`15%`, how deep a fall its Fact speaks of."""
    return mark(f"{fact.id.rsplit('.', 1)[1]}%", "window", fact.id)


def times(fact: PriceFact) -> str:
    """`3.2`; `about three` where that moves it by less than a twentieth."""
    exact = abs(fact.value)
    near = figures.rounded(exact, 0)
    if (
        near
        and abs(float(near) - exact) / exact < figures.NEAR
        and near < len(figures.WORDS)
    ):
        return "about " + mark(figures.spoken(exact), "figure", fact.id)
    return mark(figures.plain(exact, 1), "figure", fact.id)


def one_decimal(fact: Spoken) -> str:
    """`1.7`."""
    return mark(figures.plain(abs(fact.value), 1), "figure", fact.id)


def atrs(level: LevelFact) -> str:
    """`2.1`, how far a level stands in average days."""
    return mark(figures.plain(abs(level.distance_atr), 1), "figure", level.id)


def away(level: LevelFact) -> str:
    """`3.52%`, how far a level stands from the close."""
    return mark(figures.share(level.distance, 2), "figure", level.id)


def method(level: LevelFact) -> str:
    """`swing low`."""
    return mark(level.method, "word", level.id)


def on(fact: Spoken) -> str:
    """`Wednesday`, the session at which the figure ends."""
    return mark(clock.weekday(fact.window.last), "date", fact.id)


def made(fact: Spoken) -> str:
    """`23 March 2009`, the date that the figure names."""
    return mark(clock.long_day(fact.made[0]), "date", fact.id)


def peak(fact: Spoken) -> str:
    """`20 October 2025`, the later of the days that made a figure."""
    return mark(clock.long_day(fact.made[-1]), "date", fact.id)


def made_month(fact: Spoken) -> str:
    """`March 2009`."""
    return mark(clock.month(fact.made[0]), "date", fact.id)


def since(fact: Spoken) -> str:
    """`January 1999`, where the bars behind a figure begin."""
    return mark(clock.month(fact.history_from), "date", fact.id)


def a_record(fact: PriceFact) -> str:
    """`a record`: only from bars that reach the instrument's first day (T5)."""
    return mark("a record", "word", fact.id)


def ratio4(fact: PriceFact) -> str:
    """`0.3852`, one price in another."""
    return mark(figures.plain(fact.value, 4), "figure", fact.id)


def span(fact: PriceFact) -> str:
    """`five sessions`, `two weeks`, `a month`: the exact window, spoken."""
    count, window = fact.window.sessions, fact.window
    if count > 1 and (window.last - window.first).days == count:
        return mark(f"{figures.spoken(count)} days", "window", fact.id)  # a coin's
    shown = WINDOWS.get(count) or f"{figures.spoken(count)} sessions"
    return mark(shown, "window", fact.id)


def during(fact: PriceFact) -> str:
    """`on Friday`, or `over five sessions`: when a return was made."""
    return f"on {on(fact)}" if fact.window.sessions == 1 else f"over {span(fact)}"


def later(fact: PriceFact) -> str:
    """`ten sessions later`, how far on a precedent looks."""
    count = figures.spoken(float(fact.id.rsplit(".", 1)[1]))
    return mark(f"{count} sessions", "window", fact.id) + " later"


def full_day(fact: Spoken) -> str:
    """`Friday 21 August 2015`."""
    day = fact.window.last
    return mark(f"{clock.weekday(day)} {clock.long_day(day)}", "date", fact.id)


def band(fact: PriceFact) -> str:
    """`subdued`, `mid-table`, `elevated`: the word its percentile allows."""
    return mark(words.band(fact.value)[0], "word", fact.id)


def score(fact: ScoreFact) -> str:
    """`22/100` or `5/5`."""
    top = "100" if fact.id.endswith("pulse") else "5"
    return mark(f"{fact.value}/{top}", "figure", fact.id)


def event(fact: EventFact) -> str:
    """`CPI`, `jobless claims`, `the jobs report`: a release as prose calls it."""
    name = fact.name
    if not name[:2].isupper() and name.split()[0] not in PROPER:
        name = name[:1].lower() + name[1:]
    article = "the " if name.endswith(COUNTABLE) else ""
    return article + mark(name, "name", fact.id)


def side(fact: PriceFact) -> str:
    """`above` or `below`, by the sign of a distance."""
    return mark("above" if fact.value > 0 else "below", "direction", fact.id)


def day_of(fact: Spoken) -> date:
    """The session at which a figure ends, for conditions."""
    return fact.window.last


def odds(fact: PriceFact) -> str:
    """`1.7 to 1`."""
    return mark(f"{figures.plain(abs(fact.value), 1)} to 1", "figure", fact.id)


def fraction(fact: PriceFact) -> str:
    """`57%`, or `3.6%` where rounding to a whole one would move it too far."""
    whole = figures.share(fact.value, 0)
    text = whole if whole in fact.renderings else figures.share(fact.value, 1)
    return mark(text, "figure", fact.id)


def updown(fact: PriceFact) -> str:
    """`up 2.17%`, `down 1.05%` or `flat at +0.04%`."""
    if words.degree(fact.value, None) == 0:
        return mark("flat", "direction", fact.id) + " at " + pct(fact)
    word = "up" if fact.value > 0 else "down"
    return f"{mark(word, 'direction', fact.id)} {size(fact)}"


def lead(fact: PriceFact) -> str:
    """`ahead by 3.52 points`, of a difference between two returns."""
    word = "ahead" if fact.value > 0 else "behind"
    return f"{mark(word, 'direction', fact.id)} by {points(fact)} points"


def listed(events: Sequence[EventFact]) -> str:
    """`CPI, and the jobs report and jobless claims on Thursday 27 December`."""
    dated = [one for one in events if one.first == one.last]
    told = [event(one) for one in events if one.first != one.last]
    for day in sorted({one.first for one in dated}):
        same = [one for one in dated if one.first == day]
        when = mark(clock.near_day(day), "date", same[0].id)
        told.append(f"{joined([event(one) for one in same])} on {when}")
    return joined(told) if len(told) == len(events) else "; ".join(told)


def awaited(events: Sequence[EventFact]) -> str:
    """`CPI and the jobs report`: with a day only where the headline itself gives it."""
    own = [one for one in events if one.origin == "headline"]
    named = [event(one) for one in events if one not in own]
    return joined([*named, listed(own)] if own else named)


def agree(fact: CountFact, one: str, many: str) -> str:
    """The verb that a count asks for."""
    return one if fact.value == 1 else many


def named(level: LevelFact) -> str:
    """`the swing high of 12 December 2025`, `the 50-day mean`, `a round number`."""
    if level.method == ROUND:
        return "a " + method(level)
    if level.method.endswith(UNDATED):
        return "the " + method(level)
    ends = (end for word, end in EXTREMES.items() if word in level.method)
    told = mark(end, "word", level.id) if (end := next(ends, "")) else method(level)
    return f"the {told} of {made(level)}"


def dated(day: date) -> str:
    """`21 December 2018`, the edition of the note before."""
    return mark(clock.long_day(day), "date", "last.pulse")


class Verb:
    """`rose` or `plunged`: by sign, by size and by the instrument's usual day."""

    def __init__(self, usual: Mapping[str, float], seed: str) -> None:
        """`usual` maps a Fact's id to the size of its usual move."""
        self.usual, self.seed, self.said = usual, seed, 0

    def __call__(self, fact: PriceFact) -> str:
        """The next verb for this Fact; two in a row differ where they can."""
        choices = words.verbs(fact.value, self.usual.get(fact.id))
        pick = choices[(draw(self.seed, fact.id) + self.said) % len(choices)]
        self.said += 1
        return mark(pick, "direction", fact.id)

    def told(self, fact: PriceFact) -> str:
        """`rose 2.17%`; `went nowhere at +0.04%` where it takes no direction."""
        if words.degree(fact.value, None) == 0:
            return f"{self(fact)} at {pct(fact)}"
        return f"{self(fact)} {size(fact)}"


def draw(*parts: str) -> int:
    """A number that the parts alone decide: the same on every run."""
    return int.from_bytes(sha256("|".join(parts).encode()).digest()[:4])


FILTERS: dict[str, Callable[..., object]] = {
    "pct": pct,
    "size": size,
    "points": points,
    "price": price,
    "count": count,
    "opening": opening,
    "nth": nth,
    "place": place,
    "mean_of": mean_of,
    "reach": reach,
    "whole": whole,
    "depth": depth,
    "times": times,
    "dec": one_decimal,
    "atrs": atrs,
    "away": away,
    "on": on,
    "made": made,
    "peak": peak,
    "made_month": made_month,
    "since": since,
    "a_record": a_record,
    "ratio4": ratio4,
    "during": during,
    "later": later,
    "full_day": full_day,
    "span": span,
    "band": band,
    "score": score,
    "side": side,
    "odds": odds,
    "share": fraction,
    "updown": updown,
    "lead": lead,
    **PARTS,
    "listed": listed,
    "awaited": awaited,
    "agree": agree,
    "named": named,
    "dated": dated,
}
