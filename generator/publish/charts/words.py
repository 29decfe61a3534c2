"""The words of a chart: names made harmless, figures as the note prints them."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from datetime import date
from math import floor, isfinite, log10

from generator.model.facts import LevelFact
from generator.plain.clock import brief_day
from generator.plain.figures import plain, rounded
from generator.plain.text import CONTROL

LONGEST = 80  # letters of a name in a title
PRIVATE = re.compile("[\ue000-\uf8ff\ufdd0-\ufdef]")  # carry marks through the prose
FETCH = re.compile(r"(?i)(url)(?=\()|(@)(?=import)")  # a drawing that holds one is cut
LATIN = "\u017f"  # the last letter of the house's fonts
SMALL, FINE = 20, 4  # under this a price has four decimals at least
NO_CENTS = 1e6
SCALES = ((1e12, "tn"), (1e9, "bn"), (1e6, "m"))
WIDE, NARROW = "mwMW@%&…", " .,'il:;|!()"
# In ems, of any plain sans: a narrow letter, a wide one, a capital, all others.
NARROW_EM, WIDE_EM, CAPITAL_EM, LETTER_EM = 0.34, 0.96, 0.76, 0.65


def named(text: str, longest: int = LONGEST) -> str:
    """A stranger's name on one line, without what a drawing may not hold."""
    clean = PRIVATE.sub("", CONTROL.sub("", unicodedata.normalize("NFC", text)))
    apart = FETCH.sub(r"\1\2 ", clean.replace("\\", "/"))
    words = " ".join(apart.split())
    return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"


def short(name: str, subject: str, longest: int) -> str:
    """The name to write in a drawing; the subject's id where it cannot be.

    It cannot where it is too long, or where paper could not set it: the house's fonts
    hold Latin, and WeasyPrint sets the text of a drawing letter by letter from left to
    right, which would reverse Arabic and part a letter from its accent.
    """
    clean = named(name)
    fits = len(clean) <= longest and all(map(_is_set, clean))
    return clean if fits else named(subject, longest)


def _is_set(letter: str) -> bool:
    category = unicodedata.category(letter)
    return letter <= LATIN or not category.startswith(("L", "M"))


def figure(value: float, unit: str) -> str:
    """A price as the note prints it; four digits at least of a small one."""
    size = abs(value)
    digits = 2
    if size >= NO_CENTS:
        digits = 0
    elif size < SMALL and unit != "percent":
        digits = max(FINE, 3 - floor(log10(size))) if size else 2
    if unit == "percent":
        return plain(value, 2) + "%"
    return ("$" if unit == "USD" else "") + plain(value, digits)


def of_level(level: LevelFact) -> str:
    """The level's price as the ledger says it may be printed first."""
    return level.renderings[0] if level.renderings else figure(level.value, level.unit)


def tick(value: float, step: float) -> str:
    """A round value of a scale, with the decimals that its step needs."""
    scale, name = next((one for one in SCALES if step >= one[0] / 10), (1.0, ""))
    parts = step / scale
    digits = max(0, -floor(log10(parts) + 1e-9))
    whole = abs(rounded(parts, digits)) == abs(rounded(parts, digits + 2))
    return plain(value / scale, digits if whole else digits + 1) + name


def room(text: str, size: float) -> float:
    """The width that a text may need, in units; generous, for any sans."""
    ems = sum(
        WIDE_EM
        if letter in WIDE or ord(letter) > 0x2E7F  # and what is as wide as it is high
        else NARROW_EM
        if letter in NARROW
        else CAPITAL_EM
        if letter.isupper()
        else LETTER_EM
        for letter in text
    )
    return ems * size


def ends(values: Sequence[float]) -> tuple[int, int]:
    """The first and last row with a value; -1 twice where there is none."""
    rows = [row for row, value in enumerate(values) if isfinite(value)]
    return (rows[0], rows[-1]) if rows else (-1, -1)


def span(first: date, last: date) -> str:
    """`from 6 Aug 2025 to 6 Feb 2026`."""
    return f"from {brief_day(first)} to {brief_day(last)}"


def course(
    dates: Sequence[date], values: Sequence[float], printed: Callable[[float], str]
) -> str:
    """How a line begins and ends: `6,345.06 on 6 Aug 2025 and 6,932.30 on ...`."""
    both = (
        f"{printed(values[row])} on {brief_day(dates[row])}" for row in ends(values)
    )
    return " and ".join(both)
