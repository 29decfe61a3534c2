"""Deep figures: those that only what a lens saw gives a reason to print.

`DEEP` is the table: each function is given a scene (one instrument among its rivals)
and gives figures by their ids, few or none. They are rare in a note, so they stand in
`Tape.rare` and reach a note only through an Insight that names them.
"""

from generator.market.deep.table import DEEP

__all__ = ["DEEP"]
