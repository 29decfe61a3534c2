"""Means: simple and exponential, the distance from them, runs on one side, slopes."""

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
from generator.market.features.windows import (
    Counts,
    lagged,
    line_slope,
    sided_runs,
    smoothed,
    window_mean,
)
from generator.market.indicators import Floats

SIMPLE = (20, 50, 125, 200)
DECAYING = (12, 20, 26, 50)
TRENDS = (50, 125)
SIDES = (50, 200)  # means whose sides are counted
SLOPE = 20  # sessions: a month of the mean's own values
# Rows until the seed of an exponential mean weighs less than 1 part in 1,000 of it.
SETTLED = 5


def row_mean(frames: Frames, count: int) -> Floats:
    """The mean of the last `count` closes as the file has them."""
    return window_mean(frames.wide.close, count)


def traded_mean(frames: Frames, count: int) -> Floats:
    """The mean of the last `count` traded closes, whether or not one is missing."""
    if frames.wide.unpriced is None:
        return frames.of(row_mean, count)
    return window_mean(frames.of(traded), count)


def simple(frames: Frames, count: int) -> Floats:
    """The mean of the closes of the last `count` sessions."""
    return told(frames, unbroken(frames, frames.of(traded_mean, count), count))


def decaying(frames: Frames, count: int) -> Floats:
    """The exponential mean, seeded by the simple one of its first `count` closes."""
    return told(frames, smoothed(frames.of(traded), count, 2 / (count + 1)))


def apart(frames: Frames, mean: str) -> Floats:
    """The close against a mean, as a ratio; none for a rate."""
    found = frames.wide.close / frames[mean] - 1
    return without(found, frames.wide.kinds("rate"))


def trend(frames: Frames, count: int) -> Floats:
    """The close against its mean as the file has them, adjusted or not."""
    found = frames.wide.close / unbroken(frames, frames.of(row_mean, count), count) - 1
    return without(found, frames.wide.kinds("rate"))


def runs(frames: Frames, count: int) -> Counts:
    """Closes in a row above the mean, or minus those below it."""
    return sided_runs(frames.of(traded), frames.of(traded_mean, count))


def side(frames: Frames, count: int, sign: int) -> Floats:
    """Closes in a row on one side of the mean, the last included."""
    lengths = np.maximum(frames.of(runs, count) * sign, 0)
    return np.where(np.isnan(frames[f"sma.{count}"]), np.nan, lengths)


def ended(frames: Frames, count: int) -> Floats:
    """Closes in a row on the other side that this close ended; 0 if it ended none."""
    lengths = np.abs(frames.of(runs, count)).astype(np.float64)
    found = np.where(lengths == 1, lagged(lengths, 1), 0.0)
    return np.where(np.isnan(frames[f"sma.{count}"]), np.nan, found)


def cross(frames: Frames) -> Floats:
    """Sessions in a row of the 50-day mean over the 200-day one, or minus under."""
    found = sided_runs(frames.of(traded_mean, 50), frames.of(traded_mean, 200))
    return np.where(np.isnan(frames["sma.200"]), np.nan, found)


def slope(frames: Frames) -> Floats:
    """The slope of the 50-day mean's last 20 values, a session."""
    found = line_slope(frames.of(traded_mean, 50), SLOPE)
    return told(frames, unbroken(frames, found, 50 + SLOPE - 1))


def slope_share(frames: Frames) -> Floats:
    """That slope as a share of the mean; none for a rate."""
    found = frames["slope.50"] / frames["sma.50"]
    return without(found, frames.wide.kinds("rate"))


FEATURES = (
    *(
        Feature(
            name=f"sma.{count}",
            unit="price",
            bars=count,
            formula=f"mean of the last {count} closes",
            source="TA-Lib SMA",
            make=partial(simple, count=count),
        )
        for count in SIMPLE
    ),
    *(
        Feature(
            name=f"ema.{count}",
            unit="price",
            bars=SETTLED * count,
            formula=f"exponential mean of closes, weight 2/{count + 1}, seeded by the "
            f"simple mean of the first {count}",
            source="TA-Lib EMA",
            make=partial(decaying, count=count),
        )
        for count in DECAYING
    ),
    *(
        Feature(
            name=f"{kind}_gap.{count}",
            unit="ratio",
            bars=bars,
            formula=f"close over {kind}.{count}, less 1",
            source="arithmetic",
            make=partial(apart, mean=f"{kind}.{count}"),
        )
        for kind, count, bars in (
            *(("sma", count, count) for count in SIMPLE),
            *(("ema", count, SETTLED * count) for count in DECAYING),
        )
    ),
    *(
        Feature(
            name=f"trend.{count}",
            unit="ratio",
            bars=count,
            formula=f"close over the mean of the last {count} closes, less 1, also of "
            "closes adjusted for dividends",
            source="arithmetic",
            make=partial(trend, count=count),
        )
        for count in TRENDS
    ),
    *(
        Feature(
            name=f"run_{word}.{count}",
            unit="sessions",
            bars=count,
            formula=f"closes in a row {word} the mean of the last {count}",
            source="count",
            make=partial(side, count=count, sign=sign),
        )
        for count in SIDES
        for word, sign in (("above", 1), ("below", -1))
    ),
    *(
        Feature(
            name=f"run_ended.{count}",
            unit="sessions",
            bars=count + 1,
            formula=f"closes in a row on the other side of the mean of {count} that "
            "this close ended, 0 where it ended none",
            source="count",
            make=partial(ended, count=count),
        )
        for count in SIDES
    ),
    Feature(
        name="cross.50.200",
        unit="sessions",
        bars=200,
        formula="sessions in a row with sma.50 above sma.200, or minus those below: "
        "1 on the day of a golden cross, -1 on that of a death cross",
        source="count",
        make=cross,
    ),
    Feature(
        name="slope.50",
        unit="price",
        bars=50 + SLOPE - 1,
        formula="least-squares slope of the last 20 values of sma.50, a session",
        source="TA-Lib LINEARREG_SLOPE of SMA",
        make=slope,
    ),
    Feature(
        name="slope_share.50",
        unit="ratio",
        bars=50 + SLOPE - 1,
        formula="slope.50 over sma.50: the share of itself that the mean gains a "
        "session",
        source="arithmetic",
        make=slope_share,
    ),
)
