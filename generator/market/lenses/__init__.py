"""Lenses: each looks at one instrument and says what in it is rare, and how rare.

`LENSES` is the table: a lens is one function and one line here. It is given a `Seen`
and gives an Insight, or None where it has nothing to say. A lens makes no figure: it
names those that `moves`, `states`, `relative`, `pulse` and `deep` have made.
"""

from collections.abc import Iterator

from generator.market.lenses.after import precedent
from generator.market.lenses.moves import move_rank, open_close, without_day
from generator.market.lenses.rivals import (
    benchmark_explains,
    options_delivered,
    premiums,
    ratio_extreme,
)
from generator.market.lenses.runs import (
    drawdown_speed,
    extreme_since,
    first_since,
    long_run,
    volume_rank,
)
from generator.market.lenses.seen import Lens, Seen
from generator.model.market import Insight

__all__ = ["LENSES", "Seen", "insights", "premiums"]

LENSES: dict[str, Lens] = {
    "move_rank": move_rank,
    "without_day": without_day,
    "benchmark_explains": benchmark_explains,
    "first_since": first_since,
    "extreme_since": extreme_since,
    "long_run": long_run,
    "ratio_extreme": ratio_extreme,
    "open_close": open_close,
    "volume_rank": volume_rank,
    "drawdown_speed": drawdown_speed,
    "options_delivered": options_delivered,
    "precedent": precedent,
}


def insights(seen: Seen) -> Iterator[Insight]:
    """What every lens saw in one instrument."""
    for look in LENSES.values():
        found = look(seen)
        if found:
            yield found
