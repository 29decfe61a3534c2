"""What followed earlier days like the last one, under the names that forms use."""

from collections.abc import Iterator

from generator.model.market import Tape

# The lenses on what followed; a Fact of theirs is called by lens and role.
AFTER = ("same_state", "threat_aftermath", "falls_before", "largest_before")
SAYS = {  # a state -> its days in prose, after a count
    "highest": "closes that were the highest so far",
    "bench_highest": "days with the benchmark at its highest close",
    "narrow": "days with so narrow a range",
    "highest_narrow": "highest closes on so narrow a range",
    "implied_level": "days with implied volatility at such a level",
    "implied_high": "days with implied volatility so high in its own past",
    "implied_low": "days with implied volatility so low in its own past",
    "ratio_high": "days with the pair's ratio at a high of a year",
    "ratio_low": "days with the pair's ratio at a low of a year",
    "lead_high_5": "weeks so far ahead of the benchmark",
    "lead_low_5": "weeks so far behind the benchmark",
    "lead_high_21": "months so far ahead of the benchmark",
    "lead_low_21": "months so far behind the benchmark",
    "gap_up": "opens so far above the close before",
    "gap_down": "opens so far below the close before",
    "hole_up": "days that left a hole in the chart below them",
    "hole_down": "days that left a hole in the chart above them",
    "hole_rise": "gains that left a hole in the chart",
    "hole_fall": "falls that left a hole in the chart",
    "day_up": "gains as large",
    "day_down": "falls as large",
    "day_up_above": "gains as large with the price above its average",
    "day_up_below": "gains as large with the price below its average",
    "day_down_above": "falls as large with the price above its average",
    "day_down_below": "falls as large with the price below its average",
    "week_gain": "weeks with as large a gain",
    "week_loss": "weeks with as large a loss",
}


def aftermath_slots(tape: Tape, subject: str) -> Iterator[tuple[str, object]]:
    """`same_state_share`, `threat_aftermath_drop`: the Facts of these lenses by role.

    `same_state_says` names the days in prose, `same_state_asks` what was asked of them:
    `up`, `ahead` of the benchmark, or a `swing`.
    """
    for insight in tape.insights:
        if insight.subject != subject or insight.lens not in AFTER:
            continue
        for role, name in insight.facts.items():
            yield f"{insight.lens}_{role}", tape.facts[name]
        if insight.lens == "same_state":
            state = insight.facts["count"].split(".")[3]
            yield "same_state_says", SAYS[state]
            if "share" in insight.facts:
                asked = insight.facts["share"].split(".")[1]
                yield "same_state_asks", asked.removeprefix("precedent_")
