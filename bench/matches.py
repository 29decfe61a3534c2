"""Matches: a ledger's figure and the Fact that is it, by the table of meanings."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bench.ledgers import Figure, Note, Span
from bench.second.printed import NUMBERS
from generator.model.facts import LevelFact, PriceFact
from generator.model.market import MarketFact, Tape

MEANINGS = Path(__file__).with_name("meanings.toml")
NAME = re.compile(r"[A-Z][A-Z0-9_]*")
CENT = 0.0051  # a price is written to the cent
NEAR = 5  # days: the session before, over a long weekend
PAIR = 2
GROUP = "group"  # the family whose Facts are of many instruments
EVEN = 1e-6  # within which two sizes are one
ANY = r"\d+"
NONE = "none"  # what no Fact is called
COUNTS = ("n", "episodes", "days", "most")
QUOTIENT = re.compile(r"[\d.,]+ over [\d.,]+")
OF_ALL = re.compile(
    r"every session|all (?:[\d,]+ )?(?:scored )?(?:days|sessions)|of every"
)
AHEAD = re.compile(  # "ten sessions later", "within ten sessions", "the tenth session"
    r"(\w+) (?:later sessions|sessions? (?:later|after\b))"
    r"|(\w+)-session (?:return|window)"
    r"|(?:within|next|after|over|over the) (\w+) sessions|by the (\w+)th session"
)
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
    names: str = ""
    state: str = ""
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
        named = found.re.groupindex.values()
        groups = enumerate(found.groups(), 1)
        return tuple(digits(one) for at, one in groups if one and at not in named)

    def bounds(self, figure: Figure) -> Mapping[str, float]:
        """The size and the level that the words name, where they name them."""
        found = re.search(self.words, figure.said)
        named = found.groupdict() if found else {}
        return {name[:5].rstrip("23"): float(one) for name, one in named.items() if one}


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
    return str(NUMBERS[word]) if word in NUMBERS else word.lower()


def filled(pattern: str, caught: Sequence[str]) -> re.Pattern[str]:
    """A pattern with what the words caught in its places."""
    return re.compile(re.sub(r"\{(\d)\}", lambda one: caught[int(one[1])], pattern))


TABLES = tomllib.loads(MEANINGS.read_text("utf-8"))
WHAT = tuple((re.compile(row["words"]), row["name"]) for row in TABLES["what"])


def meanings() -> tuple[Meaning, ...]:
    """The table of meanings."""
    return tuple(Meaning(**row) for row in TABLES["meaning"])


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
    pattern = asked(figure, meaning) or meaning.names.replace("{subject}", subject)
    names = filled(rf"(?:{pattern})(?:\.[\w.]+)?", caught)
    homes = groups(figure, shelf) if meaning.family == GROUP else None
    facts = [
        fact
        for fact in candidates(figure, names, shelf, homes=homes)
        if field.search(fact.formula) and is_bound(fact, figure, meaning, shelf)
    ]
    within = [fact for fact in facts if agrees(fact, figure, meaning, shelf)]
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


# --- of which precedent


def asked(figure: Figure, meaning: Meaning) -> str:
    """The pattern of names of the figure of a precedent; empty for any other."""
    if not meaning.state:
        return ""
    role = "" if figure.role == "one" else f"[{figure.role}] "
    own = figure.said if QUOTIENT.match(figure.words) else role + figure.words
    form = next(one for one in TABLES["asked"] if re.search(one["words"], own))
    what, horizon, base = what_of(figure), horizon_of(figure), is_base(figure)
    names = str(form["threat" if meaning.state == "threat" else "names"])
    if "{what}" in names and not what:
        return NONE
    state = {"all": "", "unnamed": r"[a-z]\w*"}.get(meaning.state, meaning.state)
    lead = rf"(?:{state}\.)?" if base and state else f"{state}\\." if state else ""
    parts = {
        "what": what,
        "of": "base" if base else "precedent",
        "base": "base_" if base else "",
        "n": r"base\.n" if base else "days",
        "horizon": horizon,
        "tail": lead + horizon,
        "state": state,
    }
    for name, part in parts.items():
        names = names.replace(f"{{{name}}}", part)
    return names


def told_by(figure: Figure) -> list[str]:
    """Its own words, then those of each row that it refers to, the nearest first."""
    return [figure.words, *figure.context.split(" | ")]


def what_of(figure: Figure) -> str:
    """What had become of the days of a precedent; empty where nothing is said."""
    found = (name for part in told_by(figure) for one, name in WHAT if one.search(part))
    return next(found, "")


def horizon_of(figure: Figure) -> str:
    """The sessions looked ahead, as told; any number where they are not."""
    for part in told_by(figure):
        for match in AHEAD.finditer(part):
            number = digits(next(filter(None, match.groups())))
            if number.isdigit():
                return number
    return ANY


def is_base(figure: Figure) -> bool:
    """Whether a figure is of all days, and not of those in a state."""
    return bool(OF_ALL.search(figure.words))


def is_bound(fact: MarketFact, figure: Figure, meaning: Meaning, shelf: Book) -> bool:
    """Whether a Fact's state has the size and the level that the words name.

    A Fact without such a record beside it has no bound to fail.
    """
    facts = shelf.tape.facts
    for key, number in meaning.bounds(figure).items():
        bound = facts.get(bound_of(fact, key))
        is_told = key == "size" or not is_base(figure)
        if bound and is_told and abs(abs(plain(bound)) - number) > EVEN:
            return False
    return True


def bound_of(fact: MarketFact, key: str) -> str:
    """The id of the size or the level of the state that a Fact is of."""
    home, name, *words = fact.id.split(".")
    if name.startswith("threat"):
        own = ".own" if key == "level" and "own" in words else ""
        return f"{home}.threat_{key}{own}"
    if name.startswith("stretch"):
        return f"{home}.stretch_size.{words[0]}"
    state = next((one for one in words if one not in COUNTS), "")
    return f"{home}.precedent.size.{state}"


def plain(fact: MarketFact) -> float:
    """A Fact's value as a ledger writes it: a ratio in per cent."""
    return 100 * fact.value if fact.unit == "ratio" else fact.value


def in_cases(fact: MarketFact, figure: Figure, shelf: Book) -> bool:
    """Whether a ledger's window is that of a precedent's days, or of all days.

    It ends at the last of them, at the last with its sequel known, or with the bars;
    it begins at the first of them or, Threat apart, where such days could begin.
    """
    span, ours = figure.spans[0], fact.window
    if span.last is None:
        return True
    days, known = cases_of(fact, figure, shelf).made, pool(fact, figure, shelf)
    late = (
        ours.last - span.last
    ).days  # earlier days are held up to the session before
    if span.last not in {*known[1:], *days[-1:]} and not 0 <= late <= NEAR:
        return False
    if span.first is None or span.first in {*known[:1], *days[:1]}:
        return True
    if fact.metric.startswith("threat"):
        return False
    if is_base(figure):
        return span.first == ours.first and not known
    return not days or ours.first <= span.first <= days[0]


def cases_of(fact: MarketFact, figure: Figure, shelf: Book) -> MarketFact:
    """The count of a precedent's days, where the Fact itself names but one of them."""
    if ".most." not in fact.id:
        return fact
    name = fact.id.replace(".most.", ".n.")
    return shelf.tape.facts.get(f"{name}.{horizon_of(figure)}", fact)


def pool(fact: MarketFact, figure: Figure, shelf: Book) -> tuple[date, ...]:
    """First and last of all days whose sequel is known, where the tape tells them."""
    home, name, *words = fact.id.split(".")
    tail = f"base.n.{horizon_of(figure)}"
    if name.startswith("threat"):
        tail = "threat_base.n" + ".own" * ("own" in words)
    known = shelf.tape.facts.get(f"{home}.{tail}")
    return (known.made[0], known.made[-1]) if known and known.made else ()


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


def agrees(fact: MarketFact, figure: Figure, meaning: Meaning, shelf: Book) -> bool:
    """Whether a Fact's window is one of the figure's."""
    if meaning.window == "cases":
        return in_cases(fact, figure, shelf)
    return any(is_window(fact, span, meaning.window) for span in figure.spans)


def is_window(fact: MarketFact, span: Span, how: str) -> bool:
    """Whether a Fact's window agrees with a span, in the way that its meaning asks."""
    if span.last is None:
        return True
    ours, same = fact.window, fact.window.last == span.last
    begun = span.first or span.last
    named = same or span.last in fact.made or span.first in fact.made
    within = any(begun <= one <= span.last for one in fact.made)
    apart = (ours.first - span.first).days if span.first else 0
    count = span.count in (ours.sessions, ours.sessions - 1)
    fits = {
        "any": True,
        "day": same,
        "dated": named and (within or not fact.made),
        "made": named,
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
