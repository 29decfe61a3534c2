"""Ranges: of a session, of an average one, and the volatility of daily returns."""

from functools import partial

import numpy as np

from generator.market.features.frames import Feature, Frames, told
from generator.market.features.moves import closes_before
from generator.market.features.windows import (
    deviation,
    lagged,
    run_lengths,
    smoothed,
)
from generator.market.indicators import WILDER, Floats, averaged, true_ranges

ATR_BARS = 100  # bars in a row with high and low, or nothing is said
SPANS = (20, 60)
HALFLIFE = 8


def stretched(frames: Frames) -> Floats:
    """The range of each bar, stretched to the close of the bar before it."""
    wide = frames.wide
    return true_ranges(wide.high, wide.low, lagged(wide.close, 1))


def average(frames: Frames) -> Floats:
    """Wilder's mean of 14 true ranges, begun anew after each missing one."""
    ranges, wide = frames.of(stretched), frames.wide
    if wide.unpriced is not None:
        # The first traded bar's range would reach to a close that was not.
        untraded = wide.unpriced | lagged(wide.unpriced.astype(float), 1).astype(bool)
        ranges = np.where(untraded, np.nan, ranges)
    found = smoothed(ranges, WILDER, 1 / WILDER)
    young = run_lengths(np.isfinite(ranges)) < ATR_BARS
    found[young | (found == 0)] = np.nan
    return told(frames, found)


def atr_share(frames: Frames) -> Floats:
    """The average true range against the close."""
    return frames["atr.14"] / frames.wide.close


def span(frames: Frames) -> Floats:
    """High less low."""
    return frames.wide.high - frames.wide.low


def span_share(frames: Frames) -> Floats:
    """The range against the close before."""
    return frames["range"] / frames.of(closes_before, 1)


def place(frames: Frames) -> Floats:
    """Where in the session's range it closed, 0 low to 1 high."""
    wide, size = frames.wide, frames["range"]
    return np.where(size > 0, (wide.close - wide.low) / size, np.nan)


def year(frames: Frames) -> Floats:
    """The root of the sessions a year: 365 for what trades every day."""
    return np.sqrt(np.where(frames.wide.kinds("coin"), 365.0, 252.0))


def volatility(frames: Frames, count: int) -> Floats:
    """The standard deviation of `count` daily log returns, a year."""
    return deviation(frames["log_return.1"], count) * frames.of(year)


def swings(frames: Frames) -> Floats:
    """The exponentially weighted daily volatility, half-life 8, from the first move."""
    moves = frames["log_return.1"]
    return np.sqrt(averaged(moves * moves, HALFLIFE))


def decayed_volatility(frames: Frames) -> Floats:
    """That volatility, a year."""
    return frames.of(swings) * frames.of(year)


FEATURES = (
    Feature(
        name="true_range",
        unit="price",
        bars=2,
        formula="high less low, stretched to the close before",
        source="Wilder 1978; TA-Lib TRANGE",
        make=lambda frames: frames.of(stretched),
    ),
    Feature(
        name="atr.14",
        unit="price",
        bars=ATR_BARS + 1,
        formula="Wilder's mean of 14 true ranges, seeded by the simple mean of the "
        "first 14 of the last bars in a row with high and low; 100 of them at least",
        source="Wilder 1978; TA-Lib ATR",
        make=average,
    ),
    Feature(
        name="atr_share.14",
        unit="ratio",
        bars=ATR_BARS + 1,
        formula="atr.14 over close",
        source="TA-Lib NATR / 100",
        make=atr_share,
    ),
    Feature(
        name="range",
        unit="price",
        bars=1,
        formula="high less low of the session",
        source="arithmetic",
        make=span,
    ),
    Feature(
        name="range_share",
        unit="ratio",
        bars=2,
        formula="high less low, over the close of the session before",
        source="arithmetic",
        make=span_share,
    ),
    Feature(
        name="close_in_range",
        unit="ratio",
        bars=1,
        formula="close less low, over high less low",
        source="arithmetic",
        make=place,
    ),
    *(
        Feature(
            name=f"volatility.{count}",
            unit="ratio",
            bars=count + 1,
            formula=f"sample standard deviation of {count} daily log returns, times "
            "sqrt(252), coins sqrt(365)",
            source="TA-Lib STDDEV of log returns",
            make=partial(volatility, count=count),
        )
        for count in SPANS
    ),
    Feature(
        name="ewvol.8",
        unit="ratio",
        bars=ATR_BARS,
        formula="root of the exponentially weighted mean square of daily log returns, "
        "half-life 8, a year",
        source="RiskMetrics Technical Document 1996, with a half-life",
        make=decayed_volatility,
    ),
)
