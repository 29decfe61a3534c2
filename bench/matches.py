"""Matches: a ledger's figure and the Fact that is it, by the table of meanings."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bench.ledgers import Figure, Note, Span
from generator.model.facts import LevelFact, PriceFact
from generator.model.market import MarketFact, Tape

MEANINGS = Path(__file__).with_name("meanings.toml")
NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen "
    "fourteen fifteen sixteen seventeen eighteen nineteen twenty"
).split()
NAME = re.compile(r"[A-Z][A-Z0-9_]*")
CENT = 0.0051  # a price is written to the cent
NEAR = 5  # days: the session before, over a long weekend
PAIR = 2
GROUP = "group"  # the family whose Facts are of many instruments
WARM = 92  # days: one names the first bar, the other the first value
# Words under which a ledger prints a fall, or a distance downwards, without its sign.
UNSIGNED = re.compile(
    r"\(fall|absolute|explained|shortfall|loss|largest fall|below|over ATR|points|"
    r"width|risk|standard deviation|added on|deeper"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """One table of `meanings.toml`, whose head says what each key is."""

    family: str
    words: str
    names: str
    subject: str = ""
    window: str = "exact"
    part: str = "value"
    formula: str = ""
    why: str = ""

    @property
    def is_open(self) -> bool:
        """Whether Facts of many metrics may be it, and only the value tells."""
        return self.names.startswith(("[", "(?"))

    def caught(self, figure: Figure) -> tuple[str, ...] | None:
        """What the words catch in a figure's, in digits; None where they do not fit."""
        found = re.search(self.words, figure.said)
        if not found or not re.search(self.subject, figure.subject):
            return None
        return tuple(digits(one) for one in found.groups() if one)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A counted figure with the Fact that is it, or the reason why there is none.

    With a reason, `fact` is the one of ours that comes nearest, and `ours` what it has.
    """

    figure: Figure
    family: str
    reason: str
    fact: str = ""
    ours: str = ""


@dataclass(frozen=True, slots=True)
class Book:
    """A note's tape, with the names of its Facts by the subject they begin with."""

    desk: Note
    tape: Tape
    names: Mapping[str, Sequence[str]]


def digits(word: str) -> str:
    """A number word in digits; any other word in lower case."""
    return str(NUMBERS.index(word)) if word in NUMBERS else word.lower()


def filled(pattern: str, caught: Sequence[str]) -> re.Pattern[str]:
    """A pattern with what the words caught in its places."""
    return re.compile(re.sub(r"\{(\d)\}", lambda one: caught[int(one[1])], pattern))


def meanings() -> tuple[Meaning, ...]:
    """The table of meanings."""
    told = tomllib.loads(MEANINGS.read_text("utf-8"))
    return tuple(Meaning(**row) for row in told["meaning"])


def book(desk: Note, tape: Tape) -> Book:
    """The book of a note; no Fact is made for it yet."""
    names: dict[str, list[str]] = {}
    for one in tape.facts:
        subject, _, name = one.partition(".")
        names.setdefault(subject, []).append(name)
    return Book(desk, tape, names)


def verdict(figure: Figure, shelf: Book, known: Sequence[Meaning]) -> Verdict:
    """What became of one counted figure."""
    fits = ((one, one.caught(figure)) for one in known)
    found = next(((one, caught) for one, caught in fits if caught is not None), None)
    if found is None:
        return Verdict(figure, "unknown", "no such meaning")
    meaning, caught = found
    told = instruments(figure, shelf.tape)
    if told and not any(one.lower() in shelf.names for one in told):
        return Verdict(figure, meaning.family, "no bars")
    field = filled(meaning.formula, caught)
    subject = told[0].lower() if told else ""
    pattern = meaning.names.replace("{subject}", subject)
    names = filled(rf"(?:{pattern})(?:\.[\w.]+)?", caught)
    homes = groups(figure, shelf) if meaning.family == GROUP else None
    facts = [
        fact
        for fact in candidates(figure, names, shelf, homes=homes)
        if field.search(fact.formula)
    ]
    within = [fact for fact in facts if agrees(fact, figure, meaning.window)]
    for fact in within:
        if is_value(fact, figure, meaning.part):
            return Verdict(figure, meaning.family, "", fact.id)
    if not facts or (within and meaning.is_open):
        return Verdict(figure, meaning.family, "no such metric")
    return missed(figure, meaning, facts, within)


def missed(
    figure: Figure,
    meaning: Meaning,
    facts: Sequence[MarketFact],
    within: Sequence[MarketFact],
) -> Verdict:
    """A figure whose metric we have: of another window, or of another value."""
    nearest = min(within or facts, key=lambda fact: away(fact, figure))
    window = nearest.window
    ours = f"{nearest.value:.6g}, {window.first} to {window.last}"
    if meaning.part == "made":
        made = nearest.made
        ours = f"{', '.join(map(str, made))}, {window.first} to {window.last}"
    if not within:
        reason = "other window"
    else:
        reason = "other definition" if meaning.why else "value differs"
    return Verdict(figure, meaning.family, reason, nearest.id, ours)


def away(fact: MarketFact, figure: Figure) -> float:
    """How far a Fact's value is from the figure's; nothing where it is a day."""
    if isinstance(figure.value, date):
        return 0.0
    theirs = abs(figure.value)
    return min(abs(theirs - abs(ours)) for ours in (fact.value, 100 * fact.value))


# --- of what


def instruments(figure: Figure, tape: Tape) -> list[str]:
    """The instruments that a figure's subject names, each once."""
    words = NAME.findall(figure.subject)
    return list(dict.fromkeys(word for word in words if word in tape.instruments))


def groups(figure: Figure, shelf: Book) -> list[str]:
    """The groups that a figure's subject names, or of which its instruments are."""
    words, told = figure.subject.lower(), instruments(figure, shelf.tape)
    known = {
        one: {name for name in shelf.tape.instruments if one in groups_of(name, shelf)}
        for one in shelf.names
        if one.upper() not in shelf.tape.instruments
    }
    named = [one for one in known if all(word in words for word in one.split("-"))]
    return named or [one for one in known if told and known[one] >= set(told)]


def groups_of(name: str, shelf: Book) -> tuple[str, ...]:
    """The groups of an instrument, that of all stocks among them."""
    one = shelf.tape.instruments[name]
    return (*one.groups, *(("stocks",) if one.kind == "stock" else ()))


def candidates(
    figure: Figure,
    names: re.Pattern[str],
    shelf: Book,
    *,
    homes: Sequence[str] | None = None,
) -> Iterator[MarketFact]:
    """The Facts of the figure's subject, or of these homes, called by that pattern."""
    told = instruments(figure, shelf.tape)
    near = (*told, shelf.desk.subject, shelf.desk.benchmark)
    for home in homes or dict.fromkeys(one.lower() for one in near):
        for name in shelf.names.get(home, ()):
            if names.fullmatch(name):
                fact = shelf.tape.facts[f"{home}.{name}"]
                if homes or is_of(fact, told, figure):
                    yield fact


def is_of(fact: MarketFact, told: Sequence[str], figure: Figure) -> bool:
    """Whether a Fact speaks of the instruments that the ledger's subject names."""
    against = fact.against if isinstance(fact, PriceFact) else None
    if not told:
        return False
    if len(told) == PAIR:
        legs = [fact.subject, against]
        return legs == [*told] or ("correlation" in figure.words and legs[::-1] == told)
    if fact.subject != told[0]:
        return against == told[0]  # the VIX of RUT is told as RUT's
    rivals = set(NAME.findall(figure.said)) - {fact.subject}
    return against is None or against in rivals or not rivals & RIVALS


RIVALS = {"SPX", "SPY", "QQQ", "RUT", "IXIC", "TLT", "UUP", "TNX", "VIX", "HYG", "GLD"}


# --- over which sessions


def agrees(fact: MarketFact, figure: Figure, how: str) -> bool:
    """Whether a Fact's window is one of the figure's."""
    return any(is_window(fact, span, how) for span in figure.spans)


def is_window(fact: MarketFact, span: Span, how: str) -> bool:
    """Whether a Fact's window agrees with a span, in the way that its meaning asks."""
    if span.last is None:
        return True
    ours, same = fact.window, fact.window.last == span.last
    apart = (ours.first - span.first).days if span.first else 0
    count = span.count in (ours.sessions, ours.sessions - 1)
    fits = {
        "any": True,
        "day": same,
        "made": same or span.last in fact.made or span.first in fact.made,
        "covers": ours.last >= span.last and apart <= 0,
        "past": same and apart <= WARM,
        "near": same and (count or abs(apart) <= NEAR),
        "exact": same and (count or apart == 0),
    }
    return fits[how]


# --- of which value


def is_value(fact: MarketFact, figure: Figure, part: str) -> bool:
    """Whether that part of a Fact is the figure's value."""
    theirs = figure.value
    if isinstance(theirs, date):
        return theirs in fact.made
    slack = figure.slack * (1 + 1e-9)
    plain = theirs >= 0 and UNSIGNED.search(figure.said)
    return any(
        abs(ours - theirs) <= slack or (plain and abs(abs(ours) - theirs) <= slack)
        for ours in values(fact, part, figure)
    )


def values(fact: MarketFact, part: str, figure: Figure) -> Iterable[float]:
    """The numbers that part of a Fact may be written as."""
    if part == "sessions":
        return (float(fact.window.sessions),)
    if part in ("atr", "distance"):
        if not isinstance(fact, LevelFact) or not is_price(fact, figure):
            return ()
        return (fact.distance_atr if part == "atr" else 100 * fact.distance,)
    if part == "made":
        return ()
    if "millions" in figure.words:
        return (fact.value / 1e6,)
    return (fact.value, 100 * fact.value) if fact.unit == "ratio" else (fact.value,)


def is_price(level: LevelFact, figure: Figure) -> bool:
    """Whether a level is the price that the words name, where they name one."""
    price = re.search(r"distance of ([\d,]+\.\d+)", figure.said)
    return not price or abs(level.value - float(price[1].replace(",", ""))) <= CENT
