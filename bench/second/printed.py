"""Printed figures: read from text by rules of their own, and held against a value.

Rounding is half away from zero, written here once more on purpose.
"""

import re
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen "
    "fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
TENS = dict(
    zip(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(),
        range(20, 100, 10),
        strict=True,
    )
)
NUMBERS = {word: number for number, word in enumerate(ONES)} | TENS
NUMBERS |= {
    f"{ten}-{one}": high + low
    for ten, high in TENS.items()
    for low, one in enumerate(ONES[1:10], 1)
}
SCALES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6}
SCALES |= {"bn": 1e9, "b": 1e9, "billion": 1e9, "trillion": 1e12, "tn": 1e12}
FIGURE = re.compile(
    r"(?P<sign>[+\-\u2212])?(?P<money>[$€£¥])?(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
    r"(?P<tail>%| ?percent\b| ?bps?\b| basis points?| (?:million|billion|trillion)\b|"
    r"/\d+| to 1\b|(?:st|nd|rd|th)\b|x\b|(?:bn|mn|tn|[kmb])\b)?",
    re.IGNORECASE,
)
ABOUT = 0.05  # of a value, within which it may be spoken as "about" a whole number
DUST = 1e-9  # of a value: what two orders of adding may differ by


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as printed: its size, decimals, sign and what follows it."""

    text: str
    size: Decimal
    decimals: int
    sign: int
    tail: str
    worded: bool = False

    @property
    def is_percent(self) -> bool:
        """Whether it is told in percent."""
        return self.tail in ("%", "percent")

    @property
    def scale(self) -> float:
        """What its last word multiplies it by."""
        return SCALES.get(self.tail, 1.0)


def read(text: str) -> Figure | None:
    """A printed figure; None where the text is none."""
    lean = text.strip().strip("*").lower()
    if lean in NUMBERS:
        return Figure(text, Decimal(NUMBERS[lean]), 0, 0, "", worded=True)
    match = FIGURE.fullmatch(lean)
    if match is None:
        return None
    number = match["number"].replace(",", "")
    return Figure(
        text,
        Decimal(number),
        len(number.partition(".")[2]),
        {"+": 1, None: 0}.get(match["sign"], -1),
        (match["tail"] or "").strip(),
    )


def half_up(value: float, decimals: int) -> Decimal:
    """The size of a value at so many decimals, half away from zero."""
    step = Decimal(1).scaleb(-decimals)
    exact = abs(Decimal(f"{value:.12g}"))
    return (exact / step + Decimal("0.5")).to_integral_value(ROUND_FLOOR) * step


def is_printed(
    figure: Figure, value: float, *, signed: bool = False, about: bool = False
) -> bool:
    """Whether a figure is the value, rounded; `signed` asks for its sign as well.

    `about` lets a whole number stand for a value less than a twentieth away.
    """
    told = value * (100 if figure.is_percent else 1) / figure.scale
    if about and figure.worded:
        return abs(float(figure.size) - abs(told)) < ABOUT * abs(told)
    if (figure.sign or signed) and figure.size and figure.sign * told < 0:
        return False
    return any(half_up(one, figure.decimals) == figure.size for one in near(told))


def near(value: float) -> tuple[float, ...]:
    """The value and its neighbours, between which rounding errors may tip it."""
    return value, value * (1 + DUST), value * (1 - DUST)


def percentile(value: float) -> float:
    """The whole percentile to print: only the ends themselves are 0 and 100."""
    if value in (0.0, 100.0):
        return value
    return min(99.0, max(1.0, float(half_up(value, 0))))
