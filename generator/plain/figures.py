"""Figures, written and read: what was written reads back as the rounded value."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from generator.plain.clock import days

WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve "
    "thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
).split()
TENS = {2: "twenty", 3: "thirty", 4: "forty", 5: "fifty"}
TENS |= {6: "sixty", 7: "seventy", 8: "eighty", 9: "ninety"}
COUNTS = {word: number for number, word in enumerate(WORDS)} | {
    f"{ten}-{WORDS[one]}" if one else ten: 10 * tens + one
    for tens, ten in TENS.items()
    for one in range(10)
}
SIGNIFICANT = 10  # digits of every float in a ledger
NEAR = 0.05  # a rounding that moves a figure by less may be spoken as "about"


def kept(value: float) -> float:
    """The value with the ten significant digits that a ledger keeps."""
    return float(f"{value:.{SIGNIFICANT}g}") + 0.0  # no minus before a zero


def rounded(value: float, digits: int) -> Decimal:
    """The value at that many decimals, half away from zero."""
    exact = Decimal(repr(float(value)))
    result = exact.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    return result or abs(result)


def plain(value: float, digits: int = 2) -> str:
    """`2,670.34`: thousands commas, no plus sign."""
    return f"{rounded(value, digits):,}"


def signed(value: float, digits: int = 2) -> str:
    """`+3.10` or `-1.05`; nothing stands before a zero."""
    number = rounded(value, digits)
    return f"{number:+,}" if number else f"{number:,}"


def percent(ratio: float, digits: int = 2) -> str:
    """`+2.17%`, from 0.0217."""
    return signed(kept(ratio * 100), digits) + "%"


def share(ratio: float, digits: int = 0) -> str:
    """`57%`, from 0.57: no sign, for sizes whose direction a word tells."""
    return plain(kept(abs(ratio) * 100), digits) + "%"


def ordinal(number: float) -> str:
    """`59th`, `21st`."""
    whole = int(rounded(number, 0))
    teens = 10 <= whole % 100 <= 20  # eleventh to nineteenth
    ending = "th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(whole % 10, "th")
    return f"{whole:,}{ending}"


def spoken(number: float) -> str:
    """`five` up to twenty, digits above: how prose counts."""
    whole = int(rounded(number, 0))
    return WORDS[whole] if 0 <= whole < len(WORDS) else f"{whole:,}"


def spelled(number: float) -> str:
    """`sixty-one`, for a number under a hundred that opens a sentence."""
    whole = int(rounded(number, 0))
    names = {count: word for word, count in COUNTS.items()}
    return names.get(whole, f"{whole:,}")


def near(value: float, whole: float) -> bool:
    """Whether a value may be spoken as that whole number, with "about"."""
    return whole != 0 and abs(whole - value) / abs(value or 1) < NEAR


def _ratio(value: float) -> list[str]:
    forms = [form(value, digits) for digits in (1, 2) for form in (percent, share)]
    size = kept(abs(value) * 100)
    if near(size, float(rounded(size, 0))):
        forms += [share(value, 0), percent(value, 0)]
    return forms


def _points(value: float) -> list[str]:
    return [f(value, d) for d in (2, 0) for f in (plain, signed)] + [
        plain(abs(value), digits) for digits in (2, 1, 0)
    ]


def _dollars(value: float) -> list[str]:
    return [f"${plain(abs(value), d)}" for d in (2, 0)] + _points(value)


def _percent_level(value: float) -> list[str]:
    return [f"{plain(value, d)}%" for d in (2, 1)] + [plain(value, 2)]


def _count(value: float) -> list[str]:
    names = [spoken(value), spelled(value), plain(value, 0), ordinal(value)]
    return names + [name.capitalize() for name in names[:2]]


def _times(value: float) -> list[str]:
    size, whole = abs(value), int(rounded(abs(value), 0))
    forms = [plain(size, 1), plain(size, 2), f"{plain(size, 1)} to 1"]
    return forms + ([spoken(whole)] if near(size, whole) else [])


def _distance(value: float) -> list[str]:
    return [f(value, d) for f in (signed, plain) for d in (1, 2)] + [
        plain(abs(value), digits) for digits in (1, 2)
    ]


def percentile(value: float) -> float:
    """The whole percentile to print; only the extremes themselves are 0 and 100."""
    whole = float(rounded(value, 0))
    return value if value in {0.0, 100.0} else min(99.0, max(1.0, whole))


def _rank(value: float) -> list[str]:
    whole = percentile(value)
    return [ordinal(whole), f"{plain(whole, 0)}%", plain(whole, 0), plain(value, 1)]


def _score(value: float) -> list[str]:
    return [plain(value, 0), plain(value, 1)]


def _shares(value: float) -> list[str]:
    million = kept(value / 1e6)
    return [f"{plain(million, digits)} million" for digits in (1, 0)]


FORMS: dict[str, Callable[[float], list[str]]] = {
    "ratio": _ratio,
    "points": _points,
    "pct_points": _points,
    "USD": _dollars,
    "percent": _percent_level,
    "sessions": _count,
    "count": _count,
    "times": _times,
    "sigmas": _times,
    "atr": _distance,
    "percentile": _rank,
    "index": _score,
    "score": _score,
    "shares": _shares,
    "correlation": lambda value: [signed(value, 2), plain(value, 2)],
}


def renderings(value: float, unit: str) -> tuple[str, ...]:
    """Every way in which a figure of that unit may be printed, each once.

    Units: ratio (0.0217 prints as 2.17%), points, pct_points (a difference of
    percentages, in points), percent (a yield), sessions, count, shares, times,
    sigmas, atr, percentile (0-100), index (0-100), score, correlation; any other unit
    is a currency and prints as points do.
    """
    return tuple(dict.fromkeys(FORMS.get(unit, _points)(value)))


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure found in text; `key` is equal for equal printed figures."""

    start: int
    end: int
    text: str
    key: str


SPACE = "[ \u00a0\u2009\u202f]"  # plain, no-break, thin, narrow no-break
NUMBER = r"(?:(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?|\.\d+)"
SCALE = (
    r"(?:%|per" + SPACE + r"?cent\b|bps?\b|basis points?\b|billion\b|million\b|"
    r"trillion\b|thousand\b|bn\b|mn\b|tn\b|pts\b|[bmkt]\b)"
)
DIGITS = re.compile(
    rf"(?<![A-Za-z_\d.])(?P<sign>[+\-\u2212])?(?:US)?[$€£¥]?[+\-\u2212]?{NUMBER}"
    rf"(?:/\d+|(?:st|nd|rd|th)\b|x\b|{SPACE}?{SCALE}|{SPACE}to{SPACE}1(?![\w.,]*\d))?",
    re.IGNORECASE,
)
# Numbers that belong to a name or a measure, and are no figures of their own.
NAMED = re.compile(
    rf"\bS&(?:amp;)?P{SPACE}(?:100|400|500|600|1500)\b|"
    rf"\bRussell{SPACE}(?:[123]000)\b|\bNasdaq[ \u00a0-]100\b|\bDow{SPACE}30\b|"
    rf"\b(?:FTSE|CSI|KOSPI|ASX|IBEX|CAC|Nikkei|Nifty|Stoxx|OMX){SPACE}"
    r"(?:25|30|35|40|50|100|200|225|250|300|350|500|600)\b|"
    rf"\b(?:3M|5G|4G|G7|G10|G20|7-Eleven|10-[KQ]|8-K|20-F|401\(k\))(?!\w)|"
    r"(?<=[A-Za-z]\()\d+(?:, ?\d+)*(?=\))|"  # ATR(14), RSI(14)
    r"\b\d+(?:\.\d+)?-(?:day|session|week|month|quarter|year|hour|minute)s?\b",
    re.IGNORECASE,
)
COUNTED = (
    r"sessions?|days?|weeks?|months?|quarters?|years?|points?|percent|times|closes|"
    r"headlines?|publishers?|gains?|falls?|losses|records?|episodes?|sources?|highs?|"
    r"lows?|components?|instruments?"
)
NUMERALS = "|".join([*TENS.values(), *reversed(WORDS[1:])])
SPELLED = re.compile(
    rf"\b((?:(?:{'|'.join(TENS.values())})-)?(?:{NUMERALS}))\b"
    rf"(?=(?:\s+\w+)?\s+(?:{COUNTED})\b|\s+(?:of|in)\s+(?:the\s+)?(?:last|past)\b)",
    re.IGNORECASE,
)
KEYS = (  # what one figure may be followed by, and what its key says instead
    (r"percent$", "%"),
    (r"(?:basispoints?|bps?)$", "bp"),
    (r"(?<=\d)(?:billion|bn|b)$", "bn"),
    (r"(?<=\d)(?:million|mn|m)$", "mn"),
    (r"(?<=\d)(?:trillion|tn|t)$", "tn"),
    (r"(?<=\d)(?:thousand|k)$", "k"),
    (r"(?<=\d)(?:pts|x|to1)$", ""),
    (r"^([+\-]?)us\$", r"\1$"),
)
POWERS = {"k": 1e3, "mn": 1e6, "bn": 1e9, "tn": 1e12}
CURRENCIES = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY"}


@lru_cache(16384)  # every rendering of every Fact is asked for its key
def key(text: str) -> str:
    """What two printings of one figure share: spaces, commas and dashes aside.

    A count in words has the key of its digits.
    """
    lean = "".join(text.split()).replace(",", "").replace("\u2212", "-").lower()
    if lean in COUNTS:
        return str(COUNTS[lean])
    if lean[-1:].isalpha() or "us$" in lean or lean.endswith("to1"):
        for pattern, said in KEYS:
            lean = re.sub(pattern, said, lean)
    return lean


def figures(text: str) -> Iterator[Figure]:
    """The figures of a text, in digits or counted in words, left to right.

    No figures are: dates and times of day, numbers in names (S&P 500), parameters
    (ATR(14)) and hyphened windows (50-day).
    """
    others = [(day.start, day.end) for day in days(text)]
    others += [match.span() for match in NAMED.finditer(text)]
    found = [*DIGITS.finditer(text), *SPELLED.finditer(text)]
    for match in sorted(found, key=lambda one: one.start()):
        start, end = match.span()
        if not any(start < last and first < end for first, last in others):
            yield Figure(start, end, match.group(), key(match.group()))


def amount(text: str) -> tuple[float, str]:
    """The value and unit of a printed figure: `$62 billion` is (6.2e10, USD).

    `+2.17%` is (0.0217, ratio), `five` and `59th` are counts; nan if no number.
    """
    lean = key(text)
    if lean in COUNTS:
        return float(COUNTS[lean]), "count"
    found = re.search(r"\d[\d.]*|\.\d+", lean)
    number = float(found.group()) if found else float("nan")
    size = -number if lean.startswith("-") else number
    if lean.endswith("%"):
        return kept(size / 100), "ratio"
    power = next((by for end, by in POWERS.items() if lean.endswith(end)), 1.0)
    unit = next((name for sign, name in CURRENCIES.items() if sign in lean), "count")
    return kept(size * power), unit
