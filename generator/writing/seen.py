"""What the lenses saw that is worth a paragraph, the most surprising first."""

import math
from collections.abc import Mapping, Sequence

from generator.model.market import Insight, Tape
from generator.model.note import Angle

RARE = 0.6  # surprise from which a lens is worth a paragraph
COMMON = 0.85  # surprise from which a quiet day gives a second one a paragraph
# The lenses that have forms; of two facts as rare, the one that says more to a trader
# goes first.
TELLING = (
    "all_extreme move_rank day_of_year without_day refund week_rank ratio_extreme "
    "lead_extreme first_since drawdown_speed hole open_close days_won ladder "
    "divergence dispersion volume_rank range_rank extreme_since channel_return "
    "mean_cross swings_apart streak benchmark_explains options_delivered long_run "
    "season"
).split()
# Lenses that look at one thing from several sides: a note tells the rarest of them.
KIN = (
    {"move_rank", "week_rank"},
    {"day_of_year", "without_day"},
    {"lead_extreme", "ratio_extreme", "days_won", "ladder"},
    {"hole", "open_close"},
    {"extreme_since", "divergence"},
    {"drawdown_speed", "refund"},
    {"swings_apart", "options_delivered"},
    {"first_since", "long_run", "mean_cross"},
)
LENS_NOTES = 3  # paragraphs that a note gives to lenses
# What bears on the kind of day goes first, unless another is ten times as rare. A run
# above a mean bears on none: it is as true tomorrow.
BEARS = {
    "crash": "move_rank all_extreme drawdown_speed refund week_rank extreme_since",
    "fall": "move_rank refund drawdown_speed extreme_since without_day week_rank",
    "rally": "without_day move_rank day_of_year refund hole volume_rank week_rank "
    "benchmark_explains",
    "record": "ratio_extreme lead_extreme ladder divergence streak range_rank "
    "all_extreme first_since extreme_since",
    "quiet": "range_rank dispersion swings_apart options_delivered ratio_extreme "
    "lead_extreme ladder divergence volume_rank extreme_since",
    "range": "swings_apart channel_return dispersion ladder ratio_extreme days_won "
    "lead_extreme options_delivered refund week_rank",
    "plain": "lead_extreme ladder days_won ratio_extreme hole benchmark_explains "
    "refund volume_rank",
}
HEADSTART = 2  # halves of a power of ten
DEFINES = {"record": "extreme_since"}  # what makes a day of its kind is told of it
STALE = (1, 1, 0, 0, 1)  # halves that a lens has to make up if it was told so lately


def insights(
    angle: Angle, tape: Tape, slots: Mapping[str, object], ages: Mapping[str, int]
) -> list[Insight]:
    """What the lenses saw of the subject, the most surprising first, each kin once.

    `ages` tell how many notes ago a role last had a paragraph. An index has no volume
    worth the name, and a gauge says nothing of what it does not price.
    """
    index = tape.instruments[angle.subject].kind == "index"
    mute = {"volume_rank"} if index else set()
    mute |= set() if slots.get("gauge_own") else {"options_delivered"}
    seen = [
        one
        for one in tape.insights
        if one.subject == angle.subject
        and one.surprise >= RARE
        and one.lens in TELLING
        and one.lens not in mute
    ]
    day = str(slots.get("register", "plain"))
    starts = dict.fromkeys(BEARS[day].split(), HEADSTART)
    starts |= {DEFINES[day]: 2 * HEADSTART + 1} if day in DEFINES else {}
    ranked = sorted(seen, key=lambda one: _rank(one, starts, ages))
    told = _unlike(ranked)[:LENS_NOTES]
    more = COMMON if slots.get("quiet") else RARE
    return [*told[:1], *(one for one in told[1:] if one.surprise >= more)]


def _rank(
    insight: Insight, starts: Mapping[str, int], ages: Mapping[str, int]
) -> tuple[int, int, float]:
    """Rarer by half a power of ten goes first, then what says more, then the rarer."""
    halves = round(-2 * math.log10(1 - insight.surprise))
    halves += starts.get(insight.lens, 0)
    age = ages.get(f"thesis-{insight.lens}", len(STALE))
    halves -= sum(STALE[age:])
    return (-halves, TELLING.index(insight.lens), -insight.surprise)


def _unlike(seen: Sequence[Insight]) -> list[Insight]:
    """The first of each kin."""
    told: list[Insight] = []
    for insight in seen:
        kin = next((one for one in KIN if insight.lens in one), set())
        if not any(one.lens in kin for one in told):
            told.append(insight)
    return told
