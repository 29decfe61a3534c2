"""What a sentence claims, read from its text: figures, days, windows, names, words."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from generator.plain import clock, figures, words

Kind = Literal["figure", "date", "window", "direction", "name", "quote"]
RULE_OF: dict[str, str] = {
    "figure": "T1",
    "date": "T3",
    "window": "T4",
    "direction": "T7",
    "name": "T9",
    "quote": "T9",
    "word": "T8",
}
LENGTHS = {
    "day": 1,
    "session": 1,
    "week": 5,
    "fortnight": 10,
    "month": 21,
    "quarter": 63,
    "year": 252,
}
WHOLE_YEAR = {("week", 52), ("month", 12), ("quarter", 4)}
COUNT = "|".join(sorted(figures.COUNTS, key=len, reverse=True))
UNIT = "|".join(LENGTHS)
WINDOW = re.compile(
    rf"(?<![\d.,])(?P<count>\d{{1,3}}(?:,\d{{3}})+|\d+|\b(?:{COUNT}))(?:-| |\u00a0)"
    rf"(?:(?:trading|straight|consecutive) )?(?P<unit>{UNIT})s?\b|"
    r"(?<!% )(?<!cent )\b(?:a|the|past|last|previous) "
    r"(?P<one>week|fortnight|month|quarter|year)\b"
    r"(?! (?:of|ago|to date)\b)|"  # 11% a year is a rate, not a window
    r"\b(?P<this>this (?:week|month|quarter|year)|(?:year|month|week)[ -]to[ -]date)\b",
    re.IGNORECASE,
)
NUMERAL = re.compile(rf"\b(?:{COUNT})\b", re.IGNORECASE)
QUOTE = re.compile(r"“([^”]+)”|\"([^\"]+)\"")
CAPITAL = re.compile(
    r"(?<![\w'’&])[A-Z][\w'’&.]*(?:(?: (?:of|the|and|for) (?=[A-Z])| |-)"
    r"[A-Z][\w'’&.]*)*"
)
JOINERS = re.compile(r"(?:(?:of|the|and|for) )+")
RANGE = re.compile(  # the 9 of "9 and 13 February" and of "9-13 February"
    r"(?<![\d.,])\b\d{1,2}(?= ?(?:and|to|or|[-\u2013]) ?\d{1,2} "
    rf"(?:{clock.NAMES})\b)"
)
POSSESSIVE = re.compile(r"['’]s?$")
# Capitalised words that name nobody; T9 asks of no source for them.
COMMON = frozenset(
    "i us u.s u.k uk eu american america european europe asian asia etf etfs ipo ceo "
    "cfo gdp am pm english western wall street main new york london atr rsi z utc "
    "q1 q2 q3 q4 p/e ok pulse threat level take watch bullish bearish neutral".split()
)
STANCE = re.compile(r"\b(?:Bullish|Bearish|Neutral|BULLISH|BEARISH|NEUTRAL)\b")
# A sentence's first word has a capital without being a name.
SAYING = re.compile(
    r"\s*:\s*[“\"]|\s+(?:adds|carries|also carries|has it|says?|said|reports?|"
    r"reported|flags?|flagged|warns?|warned|notes?|noted|"
    r"has(?= [“\"])|runs(?= [“\"])|carries|leads with|asks|puts it|answers|"
    r"expects?|sees|argues|writes|tells|told|estimates?|forecasts?|signals?)\b"
)
# Well-known names: enough to see one subject put in another's place. Those in small
# letters count only there.
WELL_KNOWN = (
    "Nasdaq Composite", "Nasdaq 100", "Nasdaq", "Dow Jones Industrial Average",
    "Dow Jones", "Dow", "S&P 500", "S&P", "Russell 2000", "Russell 1000", "Russell",
    "VIX", "FTSE 100", "FTSE", "DAX", "CAC 40", "Nikkei 225", "Nikkei", "Hang Seng",
    "Euro Stoxx 50", "Stoxx 600", "MSCI", "Bitcoin", "Ethereum", "Treasuries",
    "small caps", "large caps", "mid caps", "midcaps", "gold", "silver", "copper",
    "crude", "oil", "bitcoin", "bonds", "stocks", "semiconductors", "banks", "tech",
    "energy", "utilities", "the dollar", "the euro", "the yen",
)  # fmt: skip

# Names of releases: enough to see one put in another's place. They own no figure.
RELEASES = (
    "CPI", "PPI", "PCE", "GDP", "retail sales", "jobless claims", "payrolls",
    "employment report", "jobs report", "durable goods orders", "housing starts",
    "consumer confidence", "consumer sentiment", "industrial production",
    "ISM manufacturing index", "ISM services index", "Fed decision", "Fed minutes",
    "ECB decision", "Bank of England decision", "Bank of Japan decision",
)  # fmt: skip
RELEASED = frozenset(name.lower() for name in RELEASES)
SMALL = frozenset(name for name in (*WELL_KNOWN, *RELEASES) if name.islower())


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch of a sentence that claims something; equal keys claim the same.

    `id` is the instrument, event or source of a name or quote that is known.
    """

    start: int
    end: int
    text: str
    kind: Kind
    key: str
    id: str = ""

    def over(self, other: "Token") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


def tokens(
    text: str, names: Mapping[str, str], *, spelled: bool = False, opened: bool = False
) -> tuple[Token, ...]:
    """Every token of a text, left to right, none inside another.

    `names` maps printed names to ids. `spelled` also reads number words that count
    nothing, `opened` a capitalised first word, for a sentence whose claim had a figure
    in words or began with a name.
    """
    taken: list[Token] = []
    for group in (
        named(text, names),
        _days(text),
        _windows(text),
        _figures(text, spelled=spelled),
        _directions(text),
        strange_names(text, opened=opened),
    ):
        taken += [one for one in group if not any(map(one.over, taken))]
    return tuple(sorted(taken, key=lambda one: one.start))


def numbers(text: str) -> Iterator[Token]:
    """The days, windows and figures of a text, none inside another."""
    taken: list[Token] = []
    for group in (_days(text), _windows(text), _figures(text, spelled=False)):
        taken += [one for one in group if not any(map(one.over, taken))]
    yield from sorted(taken, key=lambda one: one.start)


def named(text: str, names: Mapping[str, str]) -> list[Token]:
    """The known names of a text, the longest first where they overlap."""
    found: list[Token] = []
    matches = [(m.start(1), m.group(1)) for m in _names(tuple(names)).finditer(text)]
    lean = {name.lower(): name for name in names} | {name: name for name in names}
    for start, shown in sorted(matches, key=lambda one: (-len(one[1]), one[0])):
        name = lean.get(shown) or lean[shown.lower()]
        at = (start, start + len(shown))
        token = Token(*at, shown, "name", names[name] or shown.lower(), names[name])
        if not any(map(token.over, found)):
            found.append(token)
    return found


@lru_cache(64)
def _names(names: tuple[str, ...]) -> re.Pattern[str]:
    """Each name wherever it stands; one word with a capital is never in small."""
    parts = [
        f"(?i:{re.escape(name)})" if " " in name or name.islower() else re.escape(name)
        for name in sorted(names, key=lambda one: (-len(one), one))
    ]
    return re.compile(rf"(?<!\w)(?=({'|'.join(parts) or '(?!)'})(?!\w))")


def _days(text: str) -> Iterator[Token]:
    for day in clock.days(text):
        yield Token(day.start, day.end, day.text, "date", day.text.lower())
    for match in RANGE.finditer(text):
        yield Token(*match.span(), match.group(), "date", match.group())


def _windows(text: str) -> Iterator[Token]:
    for match in WINDOW.finditer(text):
        yield Token(*match.span(), match.group(), "window", _length(match))


def window_key(text: str) -> str:
    """The key of a text that is a window and nothing else; empty if it is none."""
    match = WINDOW.fullmatch(text)
    return _length(match) if match else ""


def _length(match: re.Match[str]) -> str:
    if match["this"]:
        return match["this"].lower().replace("-", " ")
    unit = (match["unit"] or match["one"]).lower()
    spoken = (match["count"] or "one").lower().replace(",", "")
    count = figures.COUNTS[spoken] if spoken in figures.COUNTS else int(spoken)
    return str(252 if (unit, count) in WHOLE_YEAR else count * LENGTHS[unit])


def _figures(text: str, *, spelled: bool) -> Iterator[Token]:
    found = [
        Token(one.start, one.end, one.text, "figure", one.key)
        for one in figures.figures(text)
        if one.text.lower() != "one"  # "one good week" counts nothing
    ]
    yield from found
    for match in NUMERAL.finditer(text) if spelled else ():
        shown = match.group()
        word = Token(*match.span(), shown, "figure", figures.key(shown))
        if not any(map(word.over, found)):
            yield word


def _directions(text: str) -> Iterator[Token]:
    for word in words.directions(text):
        place = "place" if word.text.lower() in words.PLACES else "move"
        yield Token(
            word.start, word.end, word.text, "direction", f"{place} {word.sign}"
        )


def strange_names(text: str, *, opened: bool = False) -> Iterator[Token]:
    """Runs of capitalised words that are no known names.

    A sentence's first word is a name only where it speaks, or where `opened` says so.
    """
    for match in CAPITAL.finditer(text):
        start, shown = match.start(), POSSESSIVE.sub("", match.group().rstrip("."))
        if _opens(text, start) and not SAYING.match(text, start + len(shown)):
            first, _, rest = shown.partition(" ")
            bare = not rest or rest.lower() in COMMON
            if first.lower() in OPENERS or (bare and not (opened and start == 0)):
                start, shown = start + len(first) + 1, rest
        lean = re.match(rf"{STANCE.pattern}\.? ?", shown)
        if lean:  # "Bearish. Strykr Pulse" is no name
            start, shown = start + lean.end(), shown[lean.end() :]
        if shown.lower() in PRONOUNS:
            continue
        joined = JOINERS.match(shown)
        if joined:
            start, shown = start + joined.end(), shown[joined.end() :]
        if shown and not all(word in COMMON for word in shown.lower().split()):
            yield Token(start, start + len(shown), shown, "name", shown.lower())


PRONOUNS = frozenset("it he she they we i you this that these those who what".split())
OPENERS = frozenset(
    "a an and as at after although because before both but by despite even every few "
    "for from he her here his how if in into it its just last like many meanwhile more "
    "most next no nor not now of on once one only or our over past she since so some "
    "still such than that the their then there these they this those though to under "
    "until up we what when where which while who why with without yet you all any "
    "against below above below between watch keep look expect sell buy".split()
)


def _opens(text: str, start: int) -> bool:
    """Whether a sentence, a bold stretch, a cell or a quotation begins here."""
    return re.search(r"(?:^|[.!?:;|*“\"(\[])\s*$", text[:start]) is not None


def quotes(text: str) -> Iterator[Token]:
    """The quoted stretches of a text, without their marks."""
    for match in QUOTE.finditer(text):
        group = 1 if match.group(1) else 2
        yield Token(*match.span(group), match.group(group), "quote", match.group(group))


def outside(found: Iterable[Token], covers: Iterable[Token]) -> tuple[Token, ...]:
    """The tokens that lie in none of the covers."""
    shut = tuple(covers)
    return tuple(one for one in found if not any(map(one.over, shut)))


def is_common(token: Token) -> bool:
    """Whether a name is a plain word that could be a subject: `gold`, `small caps`."""
    return not token.id and token.key in SMALL


def flattened(text: str) -> str:
    """Text with its Markdown escapes, quotation marks and spaces made one kind."""
    for mark, same in (("\\", ""), ("&amp;", "&"), ("\u2019", "'"), ("\u2018", "'")):
        text = text.replace(mark, same)
    return " ".join(text.split()).lower()
