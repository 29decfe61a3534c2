"""Phrases as they are listed in a table, and as one pattern that finds them."""

import re


def any_of(text: str) -> re.Pattern[str]:
    """Any phrase of a block, as words of their own, in any case.

    Phrases are parted by semicolons and may break over lines; inside brackets there
    may be spaces around `|`.
    """
    lean = re.sub(r"\s*\|\s*", "|", " ".join(text.split()))
    phrases = "|".join(phrase.strip() for phrase in lean.split(";"))
    return re.compile(rf"(?<![\w-])(?:{phrases})(?![\w-])", re.IGNORECASE)
