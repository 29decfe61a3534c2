"""Lenses on what followed earlier days in the same state.

None of them is a forecast. Their surprise is how seldom as many episodes, taken at
random from all days, would have ended nearer to what followed all days: episodes are
counted, not days, for the days of one episode saw nearly the same weeks. Where there
are fewer than three, what followed says nothing: the news is how rare the state is.
"""

import itertools
import math
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import numpy as np

from generator.market.deep.aftermath import WITHIN
from generator.market.deep.joints import JOINED, apart
from generator.market.deep.kinds import STATES
from generator.market.deep.memory import LATELY, stretches
from generator.market.deep.sequels import SEQUELS
from generator.market.indicators import Floats
from generator.market.lenses.seen import Seen
from generator.market.states import DEPTHS
from generator.market.view import Figure
from generator.model.market import Insight, fact_id

FEW = 3  # episodes, from which what followed them is compared with all days
FRESH = 5  # sessions since the fall reached its depth
NEWS = 0.8  # surprise from which a state, of many that are looked at, is told
LOOKED = len(STATES) - 1  # states that a lens looks at, so that chance finds some
MEETINGS = sum(apart(*two) for two in itertools.combinations(JOINED, 2))


def precedent(seen: Seen) -> Insight | None:
    """What followed earlier days as unusual as the last, beside the base rate."""
    count, cases = seen.value("precedent.n"), seen.value("precedent.episodes") or 0
    up, base = seen.value("precedent_up.10"), seen.value("base_up.10")
    if count is None:
        return None
    roles = seen.named(
        move="return.1", count="precedent.n", episodes="precedent.episodes",
        up="precedent_up.10", base="base_up.10", mean="precedent_mean.10",
        base_mean="base_mean.10", up_5="precedent_up.move.5", base_5="base_up.5",
        up_21="precedent_up.move.21", base_21="base_up.21", sessions="base.n.10",
        size="zscore60.1", rank="zrank60.1",
    )  # fmt: skip
    if cases >= FEW and up is not None and base is not None:
        surprise = unlike(up, base, cases)
    else:
        surprise = 1 - (count + 1) / (len(seen.scene.view.bars) + 1)
    why = "what followed days as unusual, beside the base rate; no forecast"
    return seen.insight("precedent", roles, surprise, why)


def unlike(share: float, base: float, cases: float) -> float:
    """The chance that so many cases taken at random end nearer to the base rate.

    Never more than so many cases can show: n of n + 1.
    """
    if not 0 < base < 1:
        return 0.0
    spread = (base * (1 - base) / cases) ** 0.5
    chance = math.erf(abs(share - base) / spread / 2**0.5)
    return min(chance, cases / (cases + 1))


class Case(NamedTuple):
    """A state that is there today: its figures by role, how rare it is, how unlike."""

    name: str
    roles: dict[str, str]
    rare: float
    unlike: float


def same_state(seen: Seen) -> Insight | None:
    """What followed earlier days in the state of the last, beside all days.

    A state is news if few days were in it, or if what followed them is unlike what
    followed all days. Many states are looked at, and several may be there: both lower
    the surprise, as for the best of so many draws.
    """
    found = list(cases_of(seen))
    if not found:
        return None
    best = max(found, key=lambda one: news(one, len(found)))
    surprise = news(best, len(found))
    if surprise < NEWS:
        return None
    why = f"what followed {STATES[best.name].says}, beside all days; no forecast"
    return seen.insight("same_state", best.roles, surprise, why)


def news(case: Case, there: int) -> float:
    """The surprise of one of so many states."""
    return float(max(case.rare**LOOKED, case.unlike**there))


def cases_of(seen: Seen) -> Iterator[Case]:
    """The states that are there, each with what followed it."""
    for name in STATES:
        days = seen.value(f"precedent.days.{name}")
        if days is None or name == "move":
            continue
        roles = roles_of(seen, name)
        if "episodes" not in roles:  # that it never was before, other lenses tell
            continue
        rare = 1 - days / (len(seen.scene.view.bars) + 1)
        yield Case(name, roles, rare, chance(seen, roles))


def chance(seen: Seen, roles: Mapping[str, str]) -> float:
    """How unlike all days a state's days were followed; 0 for too few episodes."""
    known = [seen.figures.get(roles.get(one, "")) for one in ("share", "base")]
    cases = seen.figures[roles["episodes"]].value
    if cases < FEW or None in known:
        return 0.0
    share, base = (one.value for one in known if one)
    return unlike(share, base, cases)


def roles_of(seen: Seen, name: str) -> dict[str, str]:
    """The figures of a state by role: its own base where it has one, else all days'."""
    kind = STATES[name]
    tail, end = f"{name}.{kind.horizon}", f"{kind.horizon}"
    if kind.sequel == "ahead":
        other = seen.scene.benchmarks[0].against.id
        end = f"{end}.{other}"
    mean = (SEQUELS[kind.sequel].mean or ("mean",))[0]
    own, all_days = f"{name}.{end}", end
    every = seen.named(
        base=f"base_{kind.sequel}.{all_days}", base_mean=f"base_{mean}.{all_days}",
        sessions=f"base.n.{all_days}",
    )  # fmt: skip
    far = seen.named(drawdown="drawdown") if name == "highest" else {}
    return every | far | seen.named(
        size=f"precedent.size.{name}", days=f"precedent.days.{name}",
        count=f"precedent.n.{tail}", episodes=f"precedent.episodes.{tail}",
        share=f"precedent_{kind.sequel}.{own}", mean=f"precedent_{mean}.{own}",
        of_them=f"precedent_{kind.sequel}_count.{own}",
        base=f"base_{kind.sequel}.{own}", base_mean=f"base_{mean}.{own}",
        sessions=f"base.n.{own}", horizon=f"precedent.horizon.{kind.horizon}",
        most=f"precedent.most.{name}",
        refill=f"precedent_refill_count.{name}.{WITHIN}",
        reclaim=f"precedent_reclaim_count.{name}.{WITHIN}",
    )  # fmt: skip


def joint_novelty(seen: Seen) -> Insight | None:
    """Two states of the last day, neither of them rare, that had hardly ever met."""
    there = [
        name for name in JOINED if seen.value(f"precedent.days.{name}") is not None
    ]
    found = []
    for one, other in itertools.combinations(there, 2):
        met = seen.value(f"joint.n.{one}.{other}")
        days = seen.value(f"joint.days.{one}.{other}")
        if not met or not days:
            continue
        roles = seen.named(
            both=f"joint.n.{one}.{other}", sessions=f"joint.days.{one}.{other}",
            first=f"precedent.days.{one}", second=f"precedent.days.{other}",
        )  # fmt: skip
        rare = (1 - met / (days + 1)) ** MEETINGS
        which = f"{STATES[one].says} and {STATES[other].says}"
        why = f"{which} had hardly met in the bars we hold"
        found.append(seen.insight("joint_novelty", roles, rare, why))
    return max(found, key=lambda one: one.surprise, default=None)


def threat_aftermath(seen: Seen) -> Insight | None:
    """What followed the days of this Threat, beside all days that had one."""
    cases = seen.value("threat_episodes")
    drop, base = seen.value("threat_drop.10"), seen.value("threat_base_drop.10")
    if not cases or drop is None or not base:
        return None
    roles = seen.named(
        level="threat_level", size="threat_size", count="threat_days",
        episodes="threat_episodes", drop="threat_drop.10", rise="threat_rise.10",
        base="threat_base_drop.10", base_rise="threat_base_rise.10",
        sessions="threat_base.n", own_level="threat_level.own",
        own_count="threat_days.own", own_drop="threat_drop.10.own",
        own_base="threat_base_drop.10.own",
    )  # fmt: skip
    why = "what followed the days of this Threat, beside all of them; no forecast"
    return seen.insight("threat_aftermath", roles, unlike(drop, base, cases), why)


def stretched(seen: Seen) -> Insight | None:
    """A stretch from the 50-day mean, now or lately, that few earlier days reached."""
    for name, sign in (("over", 1), ("under", -1)):
        size, days = seen.value(f"stretch_size.{name}"), f"stretch_days.{name}"
        if size is None:
            continue
        roles = seen.named(
            size=f"stretch_size.{name}", days=days, peak=f"stretch_peak.{name}",
            episodes=f"stretch_episodes.{name}", after=f"after_stretch.{name}.63",
            recovery=f"stretch_recovery.{name}", years=f"stretch_years.{name}",
        )  # fmt: skip
        rare = lately(sign * stretches(seen.scene.view), abs(size))
        why = "few earlier days stood as far from their mean; what became of the first"
        return seen.insight("stretched", roles, 1 - rare, why)
    return None


def lately(gaps: Floats, size: float) -> float:
    """The share of days with a stretch of that size in their last eleven."""
    with np.errstate(invalid="ignore"):
        far = np.flatnonzero(gaps >= size)
    near = np.zeros(len(gaps) + LATELY, dtype=bool)
    near[np.unique(far[:, None] + np.arange(LATELY + 1))] = True
    return float(near[: len(gaps)].mean())


def largest_before(seen: Seen) -> Insight | None:
    """One of the three largest falls or gains, beside the largest before it."""
    rank, count = seen.value("rank.1"), seen.value("rank_count.1")
    if not rank or not count:
        return None
    move = "change.1" if seen.scene.view.is_rate else "return.1"
    for word in ("worst", "best"):
        if seen.value(f"previous_{word}") is None:
            continue
        roles = seen.named(
            move=move, rank="rank.1", count="rank_count.1",
            previous=f"previous_{word}", after=f"after_previous_{word}",
            size="zscore60.1", rank_60="zrank60.1",
        )  # fmt: skip
        kind = "fall" if word == "worst" else "gain"
        why = f"its largest {kind} before this one, and the day after it"
        rare = 2 * rank / (count + 1)  # either sign might have come
        return seen.insight("largest_before", roles, 1 - rare, why)
    return None


def falls_before(seen: Seen) -> Insight | None:
    """A fall that has just reached 10, 15 or 20%, beside the earlier ones as deep."""
    view = seen.scene.view
    for depth in DEPTHS:
        count, deeper = seen.value(f"fall_count.{depth}"), seen.value("fall_deeper")
        if (
            seen.value(f"fall_speed_before.{depth}.1") is None
            or not count
            or deeper is None
        ):
            continue
        speed = seen.figures[fact_id(view.id, f"fall_speed.{depth}")]
        if isinstance(speed, Figure) and speed.rows[1] < view.last - FRESH:
            continue
        roles = seen.named(
            drawdown="drawdown", sessions=f"fall_speed.{depth}",
            count=f"fall_count.{depth}", deeper="fall_deeper",
            pace=f"fall_speed_share.{depth}", before=f"fall_speed_before.{depth}.1",
            before_that=f"fall_speed_before.{depth}.2",
        )  # fmt: skip
        why = "few of its earlier falls went deeper; how long those took"
        surprise = 1 - (deeper + 1) / (count + 1)
        return seen.insight("falls_before", roles, surprise, why)
    return None
