"""How the components of Pulse and Threat speak: by name and by rank."""

from collections.abc import Callable, Sequence

from generator.model.facts import Part
from generator.plain import figures
from generator.writing.marks import mark

ENDS = {0.0: "bottom", 100.0: "top"}
CLOSE = 10.0  # percentiles: nearer ones are no contrast, whatever their ranks
RANKS = (  # a percentile below which a part is in this rank of its past
    (20.0, "bottom fifth"),
    (45.0, "lower half"),
    (55.01, "middle"),
    (80.0, "upper half"),
    (100.01, "top fifth"),
)


def name(part: Part) -> str:
    """`relative strength`."""
    return mark(part.name, "word", part.facts[-1])


def rank(part: Part) -> str:
    """`bottom fifth`, `middle`: where a part stands in its own past."""
    return mark(_rank(part), "word", part.facts[-1])


def alike(parts: Sequence[Part]) -> bool:
    """Whether all stand in the same rank of their pasts, for conditions."""
    return len({_rank(part) for part in parts}) == 1


def apart(parts: Sequence[Part]) -> bool:
    """Whether they stand in other ranks, and not merely on two sides of an edge."""
    places = [part.percentile for part in parts]
    return not alike(parts) and max(places) - min(places) >= CLOSE


def _rank(part: Part) -> str:
    return next(word for most, word in RANKS if part.percentile < most)


def best(parts: Sequence[Part], most: int = 2) -> str:
    """`trend and momentum`, those that lean up most."""
    ranked = sorted(parts, key=lambda part: -part.percentile)
    return joined([name(part) for part in ranked[:most]])


def worst(parts: Sequence[Part], most: int = 2) -> str:
    """`credit and news tone`, those that lean down most."""
    ranked = sorted(parts, key=lambda part: part.percentile)
    return joined([name(part) for part in ranked[:most]])


def some(parts: Sequence[Part], one: str, many: str, most: int = 2) -> str:
    """The verb that so many named parts ask for."""
    return one if min(len(parts), most) == 1 else many


def speak(parts: Sequence[Part]) -> str:
    """`trend and momentum speak`, the verb agreeing with their number.

    Low implied volatility speaks for a market, so no component "leans up".
    """
    named = [name(part) for part in parts]
    return f"{joined(named)} {'speak' if len(named) > 1 else 'speaks'}"


def harm(parts: Sequence[Part]) -> str:
    """The volatility percentiles behind Threat, in one sentence."""
    places = {_place(part) for part in parts}
    names = [name(part) for part in parts]
    if len(places) == 1 < len(parts):
        return f"{joined(names)} are both at {_marked(parts[0])} of their past."
    told = [
        f"{one} is at {_marked(part)}" for one, part in zip(names, parts, strict=True)
    ]
    return f"{joined(told)} of {'their' if len(told) > 1 else 'its'} past."


def _place(part: Part) -> str:
    return figures.ordinal(figures.percentile(part.percentile))


def _marked(part: Part) -> str:
    fact = part.facts[-1]
    if part.percentile in ENDS:
        return mark(f"the very {ENDS[part.percentile]}", "word", fact)
    return f"the {mark(_place(part), 'figure', fact)} percentile"


def joined(parts: Sequence[str]) -> str:
    """`a, b and c`."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


PARTS: dict[str, Callable[..., object]] = {
    "part": name,
    "rank": rank,
    "alike": alike,
    "apart": apart,
    "best": best,
    "worst": worst,
    "some": some,
    "speak": speak,
    "harm": harm,
}
