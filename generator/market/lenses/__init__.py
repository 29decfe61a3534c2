"""Lenses: each looks at one instrument and says what in it is rare, and how rare.

`LENSES` is the table: a lens is one function and one line here. It is given a `Seen`
and gives an Insight, or None where it has nothing to say. A lens makes no figure: it
names those that `moves`, `states`, `relative`, `pulse` and `deep` have made.
"""

from generator.market.lenses.rivals import premiums
from generator.market.lenses.seen import Seen
from generator.market.lenses.table import LENSES, insights

__all__ = ["LENSES", "Seen", "insights", "premiums"]
