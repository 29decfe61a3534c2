"""The table of deep figures: a function and a line each."""

from collections.abc import Callable, Iterator

from generator.market import levels
from generator.market.deep import (
    below,
    channels,
    memory,
    pairs,
    parts,
    precedents,
    ranks,
    threats,
    windows,
)
from generator.market.figure import Printable
from generator.market.view import Scene

DEEP: dict[str, Callable[[Scene], Iterator[Printable]]] = {
    "windows": windows.facts,
    "ranks": ranks.facts,
    "parts": parts.facts,
    "pairs": pairs.facts,
    "below": below.facts,
    "precedents": precedents.facts,
    "threats": threats.facts,
    "memory": memory.facts,
    "levels": levels.lines,
    "channels": channels.facts,
}
