"""Deep figures: those that only what a lens saw gives a reason to print.

`DEEP` is the table: each function is given a scene (one instrument among its rivals)
and gives figures by their ids, few or none. They are rare in a note, so they stand in
`Tape.rare` and reach a note only through an Insight that names them.
"""

from collections.abc import Callable, Iterator

from generator.market.deep import below, pairs, parts, ranks, windows
from generator.market.view import Figure, Scene

DEEP: dict[str, Callable[[Scene], Iterator[Figure]]] = {
    "windows": windows.facts,
    "ranks": ranks.facts,
    "parts": parts.facts,
    "pairs": pairs.facts,
    "below": below.facts,
}
