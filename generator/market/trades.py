"""Trades: the arithmetic of reward and risk between two levels, and precedents."""

from collections.abc import Iterator, Sequence

import numpy as np

from generator.market.indicators import Floats, bases
from generator.market.states import atr
from generator.market.view import Figure, Scene, View
from generator.model.facts import LevelFact

Figures = Iterator[Figure]
ROOM = 1.0  # ATRs: an exit inside an ordinary day is noise, and flatters the ratio
WORTH = 1.5  # reward to risk at which an entry is named
RARE = 2.0  # usual days from which precedents are counted
HORIZON, APART = 10, 21  # sessions looked ahead, and between two episodes


def trades(scene: Scene, levels: Sequence[LevelFact]) -> Figures:
    """Exit, target and entry of a long and of a short trade, where levels allow."""
    view = scene.view
    below = [one for one in levels if one.metric == "support"]
    above = [one for one in levels if one.metric == "resistance"]
    found = atr(view)
    if not (below and above and found):
        return
    low, high = chosen(below), chosen(above)
    yield from trade(view, "long", exit_=low, target=high)
    yield from trade(view, "short", exit_=high, target=low)


def chosen(levels: Sequence[LevelFact]) -> LevelFact:
    """The nearest level at least one ATR away, else the farthest."""
    nearest = sorted(levels, key=lambda level: abs(level.distance_atr))
    far = [level for level in nearest if abs(level.distance_atr) >= ROOM]
    return far[0] if far else nearest[-1]


def trade(view: View, side: str, *, exit_: LevelFact, target: LevelFact) -> Figures:
    """One side's exit, target, risk, gain, their ratio and the entry worth 1.5."""
    unit, close = view.instrument.unit, view.close
    found = atr(view)
    assert found, view.id
    rows = (view.priced_from, view.last)  # levels are looked for in all of these
    risk, gain = abs(close - exit_.value), abs(target.value - close)
    entry = (target.value + WORTH * exit_.value) / (1 + WORTH)
    figures = {
        "exit": (exit_.value, unit, exit_.id, exit_.made),
        "target": (target.value, unit, target.id, target.made),
        "risk": (risk, unit, f"abs(close[last]-{exit_.id})", exit_.made),
        "gain": (gain, unit, f"abs({target.id}-close[last])", target.made),
        "reward_risk": (gain / risk, "times", f"gain.{side}/risk.{side}", ()),
        "entry": (entry, unit, f"({target.id}+1.5*{exit_.id})/2.5", ()),
    }
    for metric, (value, kind, formula, made) in figures.items():
        yield view.figure(
            f"{metric}.{side}", value, kind, rows, formula=formula, made=made
        )


def following(view: View) -> Floats:
    """The return over the 10 sessions after each row; NaN where not yet known."""
    rows = bases(view.places, HORIZON)
    known = rows >= 0
    after = np.full(len(rows), np.nan)
    after[rows[known]] = view.returns(HORIZON)[known]
    return after


def precedents(scene: Scene) -> Figures:
    """What followed earlier days as unusual as the last; nothing for a usual one."""
    view = scene.view
    scores = view.zscores
    if view.is_gauge or not np.isfinite(scores[-1]) or abs(scores[-1]) < RARE:
        return
    sign = np.sign(scores[-1])
    with np.errstate(invalid="ignore"):
        alike = scores * sign >= abs(scores[-1])
    after = following(view)
    known = np.isfinite(after)
    past = np.flatnonzero(alike & known)
    rows = (0, view.last)
    formula = "count(zscore of that sign, as large, 10 sessions or more ago)"
    yield view.figure("precedent.n", len(past), "count", rows, formula=formula)
    if not len(past):
        return
    groups = 1 + int((np.diff(view.places[past]) >= APART).sum())
    formula = "groups of those days 21 sessions or more apart"
    yield view.figure("precedent.episodes", groups, "count", rows, formula=formula)
    for name, days in (("precedent", after[past]), ("base", after[known])):
        what = "those days" if name == "precedent" else "all days"
        share, middle = float((days > 0).mean()), float(days.mean())
        formula = f"share(close 10 sessions on > close) of {what}"
        yield view.figure(f"{name}_up.10", share, "ratio", rows, formula=formula)
        formula = f"mean(close 10 sessions on/close-1) of {what}"
        yield view.figure(f"{name}_mean.10", middle, "ratio", rows, formula=formula)
