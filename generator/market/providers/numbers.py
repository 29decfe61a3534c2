"""Texts of a price file into numbers; what may be read in two ways is refused."""

import math
import re
from collections.abc import Iterable, Sequence

from generator.errors import PriceError

ABSENT = frozenset(["", ".", "-", "null", "None", "NaN", "nan", "N/A", "n/a", "NA"])
POINT = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
GROUPED = re.compile(r"[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?")  # 6,932.30
COMMA = re.compile(r"[+-]?(?:[1-9]\d{0,2}(?:\.\d{3})+|\d+)(?:,\d*)?")  # 6.932,30
EITHER = re.compile(r"[+-]?[1-9]\d{0,2},\d{3}")  # 6,932: thousands or decimals?


def decimal_comma(columns: Iterable[Sequence[str]], label: str) -> bool:
    """Whether a comma parts the decimals of a file; PriceError if nobody can tell."""
    commas = {text for column in columns for text in column if "," in text}
    either = {text for text in commas if EITHER.fullmatch(text)}
    thousands = any(GROUPED.fullmatch(text) for text in commas - either)
    decimals = any(COMMA.fullmatch(text) for text in commas - either)
    if either and thousands == decimals:
        example = min(either)
        raise PriceError(
            f"{label}: {example!r} may be {example.replace(',', '')} or "
            f"{example.replace(',', '.')}; write numbers without commas"
        )
    return decimals and not thousands


def number(text: str, *, comma: bool) -> float | None:
    """The number of a text: NaN where absent, None where it is none or boundless."""
    if text in ABSENT:
        return math.nan
    if comma:
        plain = text.replace(".", "").replace(",", ".") if COMMA.fullmatch(text) else ""
    else:
        plain = text.replace(",", "") if GROUPED.fullmatch(text) else text
    value = float(plain) if POINT.fullmatch(plain) else math.inf
    return value if math.isfinite(value) else None
