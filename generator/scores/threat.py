"""Threat 1-5: the fifth that holds the mean of two volatility percentiles."""

from collections.abc import Sequence

from generator.errors import NoteError
from generator.model.facts import Part, ScoreFact
from generator.model.market import Tape
from generator.plain import figures

METHOD = "threat/1: fifth of the mean of implied and realized volatility percentiles"
WORDS = {"implied": "implied volatility", "realised": "realized volatility"}
FIFTH = 20.0
HIGHEST = 5
HEAVY = 0.6  # share of negative headlines that raises Threat by one
ENOUGH = 10  # fewer headlines than this say nothing about the mood


def threat(tape: Tape, subject: str, tones: Sequence[float]) -> ScoreFact:
    """The Threat of a subject; raised by one when most headlines are negative."""
    parts = [
        Part(words, fact.value, fact.value, 1, (fact.id,))
        for name, words in WORDS.items()
        if (fact := tape.price(subject, "threat", name))
    ]
    if not parts:
        message = (
            f"{subject}: Threat needs 252 sessions of closes and has fewer; "
            "add price history or choose another subject"
        )
        raise NoteError(message)
    level = min(HIGHEST, level_of(parts) + raised(tones))
    return ScoreFact(
        id="threat",
        value=level,
        parts=tuple(parts),
        missing=tuple(w for w in WORDS.values() if w not in {p.name for p in parts}),
        method=METHOD,
        renderings=(*figures.renderings(level, "score"), f"{level}/5"),
    )


def level_of(parts: Sequence[Part]) -> int:
    """The fifth that holds the mean of the parts, before any news."""
    mean = sum(part.percentile for part in parts) / len(parts)
    return min(HIGHEST, 1 + int(mean // FIFTH))


def raised(tones: Sequence[float]) -> int:
    """1 when enough headlines are there and most of them are negative, else 0."""
    negative = sum(tone < 0 for tone in tones)
    return int(len(tones) >= ENOUGH and negative / len(tones) >= HEAVY)
