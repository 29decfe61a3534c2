"""The parts of Pulse and Threat: raw, as a percentile of their own past, as a path."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from generator.market.indicators import Floats, mean, percentiles
from generator.market.states import realised
from generator.market.view import Figure, Pair, Rows, Scene, View
from generator.plain.figures import kept

Figures = Iterator[Figure]
PATH = 252  # sessions that are replayed for the stance
MONTH, TREND, HABIT = 20, 125, 50
FUND_BONDS, LONG_BONDS = "HYG", "TLT"  # high-yield and long Treasury funds
ALONE = ("coin", "commodity", "currency")  # to which credit and bonds are no rival


@dataclass(frozen=True, eq=False)
class Part:
    """One component on every row of what it is computed on, higher is better."""

    name: str
    fact: str
    unit: str
    formula: str
    on: View | Pair
    values: Floats
    span: int
    sign: int = 1

    @property
    def rows(self) -> Rows:
        """The rows of the last value."""
        places = self.on.places
        first = int(np.searchsorted(places, places[-1] - self.span))
        return first, self.on.last


def parts(scene: Scene) -> Iterator[Part]:
    """The components of Pulse that the bars allow."""
    view = scene.view
    if view.is_gauge:
        return
    if view.feature("trend.125") is not None:
        trend = view.column("trend.125")
        formula = "close[last]/mean(close, 125)-1"
        yield Part("trend", "trend.125", "ratio", formula, view, trend, TREND - 1)
    formula = "close[last]/close[first]-1"
    month = view.returns(MONTH)
    yield Part("momentum", "momentum.20", "ratio", formula, view, month, MONTH)
    rivals = [pair for pair in scene.benchmarks if not pair.against.is_gauge]
    if rivals:
        name = f"strength.20.{rivals[0].against.id}"
        yield difference("strength", name, rivals[0])
    if scene.implied:
        yield implied(scene.implied)
    if view.instrument.kind not in ALONE:
        yield from cross_market(scene)


def difference(part: str, name: str, pair: Pair) -> Part:
    """The lead over 20 sessions as a component."""
    formula = "100*((close[last]/close[first]-1) - the other's)"
    return Part(part, name, "pct_points", formula, pair, pair.lead(MONTH), MONTH)


def implied(pair: Pair) -> Part:
    """Implied volatility against its 50-day mean, on the subject's sessions."""
    gap = np.full(len(pair.left), np.nan)
    closes = pair.against_closes[pair.both]
    gap[pair.both] = closes / mean(closes, HABIT) - 1
    formula = "close[last]/mean(close, 50)-1 of the implied volatility"
    return Part(
        "implied", "implied_gap.50", "ratio", formula, pair, gap, HABIT - 1, sign=-1
    )


def cross_market(scene: Scene) -> Iterator[Part]:
    """Credit and bonds beside the instrument, where they share its sessions."""
    code = scene.view.instrument.calendar
    credit, bonds = scene.pair(FUND_BONDS), scene.pair(LONG_BONDS)
    if credit and credit.against.instrument.calendar == code:
        values = credit.returns(MONTH)[1]
        formula = "close[last]/close[first]-1 of HYG"
        yield Part("credit", "credit.20", "ratio", formula, credit, values, MONTH)
    if bonds and bonds.against.instrument.calendar == code:
        yield difference("stock_bond", "stock_bond.20", bonds)


def threats(scene: Scene) -> Iterator[Part]:
    """The two parts of Threat."""
    view = scene.view
    if view.is_gauge:
        return
    if scene.implied:
        pair = scene.implied
        closes = np.where(pair.left >= 0, pair.against_closes, np.nan)
        formula = "100*share(implied close <= the last)"
        yield Part("implied", "", "points", formula, pair, closes, 0)
    swings = realised(view)
    formula = "100*share(ewvol.8 <= the last)"
    yield Part("realised", "", "ratio", formula, view, swings, 0)


def facts(scene: Scene) -> Figures:
    """Each component's value and its percentile, where its past is long enough."""
    for part in parts(scene):
        value = float(part.values[-1])
        if not np.isfinite(value):
            continue
        yield part.on.figure(
            part.fact, value, part.unit, part.rows, formula=part.formula
        )
        yield from placed("pulse", part)
    for part in threats(scene):
        yield from placed("threat", part)


def placed(score: str, part: Part) -> Figures:
    """The percentile of a component's last value in its own past."""
    share = float(percentiles(part.sign * part.values, 1)[-1])
    if np.isfinite(share):
        rows = (0, part.on.last)
        side = "<=" if part.sign > 0 else ">="
        formula = f"100*share({part.fact or part.name} {side} the last)"
        name = f"{score}.{part.name}"
        yield part.on.figure(name, share, "percentile", rows, formula=formula)


def paths(scene: Scene) -> Mapping[str, tuple[float | None, ...]]:
    """Each component's percentile on each of the last 252 sessions, oldest first."""
    return {part.name: path(part, scene.view) for part in parts(scene)}


def path(part: Part, view: View) -> tuple[float | None, ...]:
    """The percentiles on the view's last sessions; None where there is none."""
    shares = percentiles(part.sign * part.values, PATH)
    if isinstance(part.on, View):
        days = view.bars.dates[-len(shares) :]
    else:
        days = part.on.against.bars.dates[part.on.right[-len(shares) :]]
    by_day = dict(zip(days.tolist(), shares.tolist(), strict=True))
    wanted = view.bars.dates[-PATH:].tolist()
    values = (by_day.get(day) for day in wanted)
    return tuple(
        kept(value) if value is not None and np.isfinite(value) else None
        for value in values
    )
