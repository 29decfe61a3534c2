"""The table of lenses: a function and a line each."""

from collections.abc import Iterator

from generator.market.lenses.after import (
    falls_before,
    joint_novelty,
    largest_before,
    precedent,
    same_state,
    stretched,
    threat_aftermath,
)
from generator.market.lenses.beside import days_won, lead_extreme, swings_apart
from generator.market.lenses.charted import (
    channel_return,
    divergence,
    mean_cross,
    season,
    streak,
)
from generator.market.lenses.crowd import all_extreme, dispersion, ladder
from generator.market.lenses.day import (
    day_of_year,
    hole,
    range_rank,
    refund,
    week_rank,
)
from generator.market.lenses.moves import move_rank, open_close, without_day
from generator.market.lenses.rivals import (
    benchmark_explains,
    options_delivered,
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
    "day_of_year": day_of_year,
    "week_rank": week_rank,
    "hole": hole,
    "range_rank": range_rank,
    "refund": refund,
    "lead_extreme": lead_extreme,
    "swings_apart": swings_apart,
    "days_won": days_won,
    "dispersion": dispersion,
    "all_extreme": all_extreme,
    "ladder": ladder,
    "precedent": precedent,
    "same_state": same_state,
    "joint_novelty": joint_novelty,
    "threat_aftermath": threat_aftermath,
    "stretched": stretched,
    "largest_before": largest_before,
    "falls_before": falls_before,
    "channel_return": channel_return,
    "mean_cross": mean_cross,
    "divergence": divergence,
    "streak": streak,
    "season": season,
}


def insights(seen: Seen) -> Iterator[Insight]:
    """What every lens saw in one instrument."""
    for look in LENSES.values():
        found = look(seen)
        if found:
            yield found
