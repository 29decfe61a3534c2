"""Trades: the arithmetic of reward and risk between two levels."""

from collections.abc import Iterator, Sequence

from generator.market.levels import Line
from generator.market.states import atr
from generator.market.view import Figure, Scene, View

Figures = Iterator[Figure]
ROOM = 1.0  # ATRs: an exit inside an ordinary day is noise, and flatters the ratio
WORTH = 1.5  # reward to risk at which an entry is named


def trades(scene: Scene, levels: Sequence[Line]) -> Figures:
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


def chosen(levels: Sequence[Line]) -> Line:
    """The nearest level at least one ATR away, else the farthest."""
    nearest = sorted(levels, key=lambda level: abs(level.distance_atr))
    far = [level for level in nearest if abs(level.distance_atr) >= ROOM]
    return far[0] if far else nearest[-1]


def trade(view: View, side: str, *, exit_: Line, target: Line) -> Figures:
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
