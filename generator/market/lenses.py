"""Lenses: each looks at one instrument and says what in it is rare, and how rare.

`surprise` is the share of the instrument's own past that was more common: 0 for what
happens every day, near 1 for what happened once.
"""

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from generator.market.indicators import (
    Floats,
    Ints,
    deviation,
    last_at_least,
    share_of_highs,
)
from generator.market.relative import is_same_day, ratio_of, residuals
from generator.market.states import LONG, days_a_year, sides
from generator.market.view import YEAR, Figure, Pair, Scene
from generator.model.facts import LevelFact
from generator.model.market import Insight, fact_id
from generator.plain.figures import kept
from generator.plain.words import FLAT

LONG_SINCE = 60  # sessions: from when a "since" is told; an extreme ratio: a year
MOST_RUNS = 0.9  # a run is long if it is longer than nine in ten


@dataclass(frozen=True, eq=False)
class Seen:
    """An instrument, its rivals, and the figures already made of them all."""

    scene: Scene
    figures: Mapping[str, Figure | LevelFact]

    def named(self, **roles: str) -> dict[str, str]:
        """The figures of these roles, of those that are there, by their full ids."""
        ids = {role: fact_id(self.scene.view.id, name) for role, name in roles.items()}
        return {role: name for role, name in ids.items() if name in self.figures}

    def value(self, name: str) -> float | None:
        """The value of one of the instrument's figures."""
        figure = self.figures.get(fact_id(self.scene.view.id, name))
        return kept(figure.value) if figure else None

    def insight(
        self, lens: str, roles: Mapping[str, str], surprise: float, why: str
    ) -> Insight:
        """What a lens saw."""
        return Insight(
            lens=lens,
            subject=self.scene.view.id,
            facts=dict(roles),
            surprise=kept(min(max(surprise, 0.0), 1.0)),
            why=why,
        )


Lens = Callable[[Seen], Insight | None]


def rarity(values: Floats) -> float:
    """The share of values at least as large as the last, of those that are defined."""
    known = values[np.isfinite(values)]
    return float((known >= known[-1]).mean()) if len(known) else 1.0


def move_rank(seen: Seen) -> Insight | None:
    """The last move beside the instrument's own usual days."""
    score = seen.value("zscore.1")
    if score is None or abs(score) < 1:
        return None
    move = "change.1" if seen.scene.view.is_rate else "return.1"
    roles = seen.named(
        move=move, usual="usual.1", zscore="zscore.1", rank="rank.1",
        count="rank_count.1", best_since="best_since.1", worst_since="worst_since.1",
    )  # fmt: skip
    rare = rarity(np.abs(seen.scene.view.zscores))
    why = "a day this large beside its own usual days is rare for it"
    return seen.insight("move_rank", roles, 1 - rare, why)


def without_day(seen: Seen) -> Insight | None:
    """A month or week whose sign or most of whose size is the last session's."""
    view = seen.scene.view
    for count in (21, 5):
        whole, part = seen.value(f"return.{count}"), seen.value(f"without_day.{count}")
        day = seen.value("return.1")
        if whole is None or part is None or day is None:
            continue
        flips = whole * part < 0 and min(abs(whole), abs(part)) >= FLAT
        most = abs(whole) >= FLAT and abs(part) < abs(whole) / 2
        if not (flips or most) or view.usual[-1] > abs(day):
            continue
        wholes, days = view.returns(count), view.moves
        parts = (1 + wholes) / (1 + days) - 1
        with np.errstate(invalid="ignore"):
            like = (wholes * parts < 0) | (np.abs(parts) < np.abs(wholes) / 2)
            like &= np.abs(view.zscores) >= abs(float(view.zscores[-1]))
        roles = seen.named(
            whole=f"return.{count}", part=f"without_day.{count}", day="return.1",
            share=f"day_share.{count}",
        )  # fmt: skip
        why = "one session made the window; without it the window says something else"
        return seen.insight("without_day", roles, 1 - float(like.mean()), why)
    return None


def benchmark_explains(seen: Seen) -> Insight | None:
    """What of the last move the benchmark explains, and what is the subject's own."""
    for pair in seen.scene.benchmarks:
        name = pair.against.id
        own = seen.value(f"residual.1.{name}")
        if own is None or not is_same_day(pair):
            continue
        roles = seen.named(
            move="return.1", explained=f"explained.1.{name}",
            residual=f"residual.1.{name}", beta=f"beta.60.{name}",
        )  # fmt: skip
        bench = fact_id(name, "return.1")
        if bench in seen.figures:
            roles["bench_move"] = bench
        rare = rarity(np.abs(residuals(pair)))
        why = "what the benchmark does not explain is the instrument's own"
        return seen.insight("benchmark_explains", roles, 1 - rare, why)
    return None


def first_since(seen: Seen) -> Insight | None:
    """The first close across a mean after a long run on its other side."""
    view = seen.scene.view
    found = []
    for count in (200, 50):
        ended = seen.value(f"run_ended.{count}")
        if ended is None or ended <= LONG:
            continue
        lengths = [finished(flags) for flags in sides(view, count).values()]
        rare = float(sum((one >= ended).sum() for one in lengths)) / len(view.bars)
        roles = seen.named(
            run=f"run_ended.{count}", above=f"run_above.{count}",
            below=f"run_below.{count}", mean=f"sma.{count}", gap=f"sma_gap.{count}",
        )  # fmt: skip
        why = "the close crossed its mean after a long run on the other side"
        found.append(seen.insight("first_since", roles, 1 - rare, why))
    return max(found, key=lambda one: one.surprise, default=None)


def finished(lengths: Ints) -> Ints:
    """The lengths of the runs that have ended."""
    ended: Ints = lengths[:-1][(lengths[:-1] > 0) & (lengths[1:] == 0)]
    return ended


def extreme_since(seen: Seen) -> Insight | None:
    """The highest or lowest close for more than a quarter."""
    view = seen.scene.view
    closes = view.bars.close[view.priced_from :]
    if not view.as_traded:
        return None
    for word, values in (("high", closes), ("low", -closes)):
        count = seen.value(f"{word}_since")
        roles = seen.named(close="close", since=f"{word}_since")
        if count is None and last_at_least(values) < 0:
            count = float(len(closes) - 1)
            roles = seen.named(close="close", extreme=f"{word}.all", record="record")
        if count is None or count <= LONG_SINCE or len(roles) == 1:
            continue
        rare = share_of_highs(values, min(int(count), YEAR))
        why = f"no close in that many sessions was as {word}"
        return seen.insight("extreme_since", roles, 1 - rare, why)
    return None


def long_run(seen: Seen) -> Insight | None:
    """A run on one side of a mean that is longer than nine in ten."""
    found = []
    for count in (50, 200):
        for side, lengths in sides(seen.scene.view, count).items():
            past = finished(lengths)
            length = seen.value(f"run_{side}.{count}")
            if length is None or length <= LONG or len(past) < 10:
                continue
            shorter = float((past < length).sum()) / (len(past) + 1)
            if shorter < MOST_RUNS:
                continue
            roles = seen.named(
                run=f"run_{side}.{count}", mean=f"sma.{count}", gap=f"sma_gap.{count}"
            )
            why = f"nine in ten runs {side} that mean were shorter"
            found.append(seen.insight("long_run", roles, shorter, why))
    return max(found, key=lambda one: one.surprise, default=None)


def ratio_extreme(seen: Seen) -> Insight | None:
    """The ratio to a benchmark at its highest or lowest for a year or more."""
    for pair in seen.scene.benchmarks:
        name = pair.against.id
        for word in ("low", "high"):
            count = seen.value(f"ratio_{word}.{name}")
            since = seen.value(f"ratio_{word}_since.{name}")
            if max(count or 0, since or 0) < YEAR:
                continue
            values = ratio_of(pair) if word == "high" else -ratio_of(pair)
            roles = seen.named(
                ratio=f"ratio.{name}", since=f"ratio_{word}_since.{name}",
                count=f"ratio_{word}.{name}",
            )  # fmt: skip
            why = f"the ratio to its benchmark is as {word} as in a year or more"
            rare = share_of_highs(values, YEAR)
            return seen.insight("ratio_extreme", roles, 1 - rare, why)
    return None


def open_close(seen: Seen) -> Insight | None:
    """An opening gap of a usual day or more, half of it or more given back."""
    view = seen.scene.view
    gap, day = seen.value("gap.1"), seen.value("intraday.1")
    usual = float(view.usual[-1])
    if gap is None or day is None or not abs(gap) >= usual or gap * day >= 0:
        return None
    if abs(day) < abs(gap) / 2:
        return None
    opens, closes = view.bars.open, view.bars.close
    gaps = np.concatenate([[np.nan], opens[1:] / closes[:-1] - 1])
    days = closes / opens - 1
    with np.errstate(invalid="ignore"):
        like = (np.abs(gaps) >= view.usual) & (gaps * days < 0)
        like &= np.abs(days) >= np.abs(gaps) / 2
    roles = seen.named(gap="gap.1", intraday="intraday.1", move="return.1")
    why = "the session gave back much of its opening gap"
    return seen.insight("open_close", roles, 1 - float(like.mean()), why)


def volume_rank(seen: Seen) -> Insight | None:
    """The busiest or the quietest session for a quarter; half days are not quiet."""
    view = seen.scene.view
    volume = view.bars.volume
    for name, values in (("volume_since", volume), ("volume_low_since", -volume)):
        count = seen.value(name)
        if count is None or count < LONG_SINCE:
            continue
        if name == "volume_low_since" and is_half_day(seen.scene):
            continue
        rare = share_of_highs(values[np.isfinite(values)], min(int(count), YEAR))
        roles = seen.named(
            since=name, volume_ratio="volume_ratio.1.20", move="return.1"
        )
        word = "low" if "low" in name else "high"
        why = f"no session in that many had a volume as {word}"
        return seen.insight("volume_rank", roles, 1 - rare, why)
    return None


def is_half_day(scene: Scene) -> bool:
    """Whether the last session was a short one."""
    table = scene.view.table
    if table is None:
        return False
    row = int(table.rows(scene.view.bars.dates[-1:])[0])
    return row >= 0 and bool(table.early[row])


def drawdown_speed(seen: Seen) -> Insight | None:
    """How fast a fall of 10% or more came, beside the earlier ones."""
    for depth in (20, 15, 10):
        rank, count = (
            seen.value(f"fall_rank.{depth}"),
            seen.value(f"fall_count.{depth}"),
        )
        if rank is None or count is None or count < 3:
            continue
        roles = seen.named(
            drawdown="drawdown", sessions=f"fall_speed.{depth}",
            rank=f"fall_rank.{depth}", count=f"fall_count.{depth}",
        )  # fmt: skip
        why = "few of its falls of that depth came as fast"
        return seen.insight("drawdown_speed", roles, 1 - rank / count, why)
    return None


def options_delivered(seen: Seen) -> Insight | None:
    """What options expect beside what the index delivered over 20 sessions."""
    pair = seen.scene.implied
    if pair is None or seen.value("implied_premium") is None:
        return None
    values = premiums(pair)
    place = rarity(-values)
    roles = seen.named(premium="implied_premium", delivered="volatility.20")
    close = fact_id(pair.against.id, "close")
    if close in seen.figures:
        roles["implied"] = close
    why = "implied volatility lies far from what was delivered"
    return seen.insight("options_delivered", roles, abs(1 - 2 * place), why)


def premiums(pair: Pair) -> Floats:
    """Implied volatility less the last 20 sessions' own, in points, where both are."""
    view = pair.subject
    spread = deviation(np.log1p(view.moves), 20) * days_a_year(view) ** 0.5 * 100
    values = pair.against_closes[pair.both] - spread[pair.left[pair.both]]
    known: Floats = values[np.isfinite(values)]
    return known


def precedent(seen: Seen) -> Insight | None:
    """What followed earlier days as unusual as the last, beside the base rate."""
    names = ("precedent.episodes", "precedent_up.10", "base_up.10")
    cases, up, base = (seen.value(name) for name in names)
    if not cases or up is None or base is None or not 0 < base < 1:
        return None
    roles = seen.named(
        move="return.1", count="precedent.n", episodes="precedent.episodes",
        up="precedent_up.10", base="base_up.10", mean="precedent_mean.10",
        base_mean="base_mean.10",
    )  # fmt: skip
    # The chance that as many days taken at random end nearer to the base rate.
    spread = (base * (1 - base) / cases) ** 0.5
    surprise = math.erf(abs(up - base) / spread / 2**0.5)
    why = "what followed days as unusual, beside the base rate; no forecast"
    return seen.insight("precedent", roles, surprise, why)


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
