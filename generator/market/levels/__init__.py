"""Levels: prices above and below the close, with the method and dates that made each.

`levels(scene)` gives at most three a side, from split-adjusted prices within five ATR
of the close (T6); none without an ATR, and none from prices less dividends. Prices that
lie within one ATR-wide zone are one level, named by the strongest of them. `table`
gives the same as lines, each to be made a Fact when somebody asks.

`lines(scene)` gives every candidate within reach by a stable name
(`level.session.low`, `level.mean.50`, `level.gap.1.upper`), the price half an ATR
beyond each (`level.session.low.stop`, `level.support.1.stop`), the prices some percent
off the close (`level.under.5`), and how often a level was touched
(`touches.support.1`). Each becomes a Fact only when it is asked for.

`candidates(view, size)` are the prices themselves; `KINDS` says what each kind is and
how strong its name counts. Levels are references and no walls: `docs/levels.md` has
what became of them, and nothing here says that one will hold.
"""

from generator.market.levels.candidates import FAR, KINDS, Candidate
from generator.market.levels.choice import NEAR, candidates, chosen, zones
from generator.market.levels.line import Line
from generator.market.levels.tell import levels, lines, table

__all__ = [
    "FAR",
    "KINDS",
    "NEAR",
    "Candidate",
    "Line",
    "candidates",
    "chosen",
    "levels",
    "lines",
    "table",
    "zones",
]
