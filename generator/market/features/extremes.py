"""Extremes: highest and lowest closes, those to be broken, and the fall from the top.

`high` and `low` count the last close in; `prior_high` and `prior_low` leave it out, so
that a close beyond them is a break.
"""

from functools import partial

import numpy as np

from generator.market.features.frames import (
    Feature,
    Frames,
    told,
    traded,
    unbroken,
    without,
)
from generator.market.features.wide import GAUGES, YEAR
from generator.market.features.windows import lagged, since, window_max, window_min
from generator.market.indicators import Floats

SIDES = ("high", "low")


def ever(frames: Frames, side: str) -> Floats:
    """The highest or lowest traded close so far."""
    reach = np.fmax if side == "high" else np.fmin
    return reach.accumulate(frames.of(traded), axis=0)


def a_year(frames: Frames, side: str) -> Floats:
    """The highest or lowest of the last 252 closes."""
    reach = window_max if side == "high" else window_min
    return reach(frames.of(traded), YEAR)


def all_time(frames: Frames, side: str) -> Floats:
    """The extreme of all closes, the last one included."""
    return told(frames, frames.of(ever, side))


def in_a_year(frames: Frames, side: str) -> Floats:
    """The extreme of the last 252 sessions' closes, the last one included."""
    return told(frames, unbroken(frames, frames.of(a_year, side), YEAR))


def before_all(frames: Frames, side: str) -> Floats:
    """The extreme of all closes before the last."""
    return told(frames, lagged(frames.of(ever, side), 1))


def before_year(frames: Frames, side: str) -> Floats:
    """The extreme of the 252 sessions' closes before the last."""
    found = lagged(frames.of(a_year, side), 1)
    return told(frames, unbroken(frames, found, YEAR + 1))


def beyond(frames: Frames, line: str) -> Floats:
    """The close against an extreme, as a ratio; none for a rate."""
    found = frames.wide.close / frames[line] - 1
    return without(found, frames.wide.kinds("rate"))


def drawdown(frames: Frames) -> Floats:
    """The close against the highest one, as a ratio; none for gauges."""
    found = frames.wide.close / frames["high.all"] - 1
    return without(found, frames.wide.kinds(*GAUGES))


def since_top(frames: Frames) -> Floats:
    """Sessions since the highest close; none for gauges."""
    tops = frames.of(traded) == frames.of(ever, "high")
    found = told(frames, since(tops, frames.wide.places))
    return without(found, frames.wide.kinds(*GAUGES))


FEATURES = (
    *(
        Feature(
            name=f"{side}.all",
            unit="price",
            bars=1,
            formula=f"{word} of all closes in the bars",
            source=f"TA-Lib {word}",
            make=partial(all_time, side=side),
        )
        for side, word in zip(SIDES, ("MAX", "MIN"), strict=True)
    ),
    *(
        Feature(
            name=f"{side}.252",
            unit="price",
            bars=YEAR,
            formula=f"{word} of the last 252 closes",
            source=f"TA-Lib {word}",
            make=partial(in_a_year, side=side),
        )
        for side, word in zip(SIDES, ("MAX", "MIN"), strict=True)
    ),
    *(
        Feature(
            name=f"prior_{side}.{span}",
            unit="price",
            bars=bars,
            formula=f"{side}.{span} of the session before",
            source="TA-Lib MAX and MIN, a row later",
            make=partial(make, side=side),
        )
        for side in SIDES
        for span, bars, make in (("all", 2, before_all), ("252", YEAR + 1, before_year))
    ),
    *(
        Feature(
            name=f"prior_{side}_gap.{span}",
            unit="ratio",
            bars=bars,
            formula=f"close over prior_{side}.{span}, less 1: "
            f"{'above' if side == 'high' else 'below'} 0 the close is a new extreme",
            source="arithmetic",
            make=partial(beyond, line=f"prior_{side}.{span}"),
        )
        for side in SIDES
        for span, bars in (("all", 2), ("252", YEAR + 1))
    ),
    Feature(
        name="drawdown",
        unit="ratio",
        bars=1,
        formula="close over high.all, less 1",
        source="arithmetic",
        make=drawdown,
    ),
    Feature(
        name="drawdown_sessions",
        unit="sessions",
        bars=1,
        formula="sessions since the highest close in the bars",
        source="count",
        make=since_top,
    ),
)
