"""What other libraries give for the features that they have, one series at a time."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np
import pandas as pd
import talib

from generator.market.bars import Bars
from generator.market.features import FEATURES, Column, Frames
from generator.market.indicators import Floats

Oracle = Callable[[Bars], Floats]
Counted = tuple[Callable[[int, Bars], Floats], tuple[int, ...]]
YEAR = 252
SIMPLE, DECAYING = (20, 50, 125, 200), (12, 20, 26, 50)
RETURNS = (1, 2, 3, 5, 10, 20, 21, 63, 126, YEAR)


def later(values: Floats, count: int = 1) -> Floats:
    """The values so many rows later."""
    return np.concatenate([np.full(count, np.nan), values[:-count]])


def daily(bars: Bars) -> Floats:
    """The daily returns."""
    return np.asarray(talib.ROCP(bars.close, 1))


def sample(values: Floats, count: int) -> Floats:
    """The sample standard deviation: TA-Lib's is that of a whole population."""
    whole: Floats = talib.STDDEV(values, count) * np.sqrt(count / (count - 1))
    return whole


def volatility(count: int, bars: Bars) -> Floats:
    """The sample standard deviation of log returns, a year."""
    found: Floats = sample(np.log1p(daily(bars)), count) * np.sqrt(YEAR)
    return found


def macd(bars: Bars, which: int) -> Floats:
    """MACD's line, its signal or their difference."""
    return np.asarray(talib.MACD(bars.close, 12, 26, 9)[which])


def bands(bars: Bars) -> tuple[Floats, Floats, Floats]:
    """Bollinger's upper band, mean and lower band."""
    upper, middle, lower = talib.BBANDS(bars.close, 20, 2.0, 2.0)
    return upper, middle, lower


def band_width(bars: Bars) -> Floats:
    """The distance of the bands against the mean."""
    upper, middle, lower = bands(bars)
    return (upper - lower) / middle


def volume_ratio(count: int, bars: Bars) -> Floats:
    """The mean of the last volumes over that of the 20 before."""
    last = talib.SMA(bars.volume, count) if count > 1 else bars.volume
    ratio: Floats = last / later(talib.SMA(bars.volume, 20), count)
    return ratio


COUNTED: Mapping[str, Counted] = {
    "sma.{}": (lambda count, bars: talib.SMA(bars.close, count), SIMPLE),
    "sma_gap.{}": (
        lambda count, bars: bars.close / talib.SMA(bars.close, count) - 1,
        SIMPLE,
    ),
    "ema.{}": (lambda count, bars: talib.EMA(bars.close, count), DECAYING),
    "return.{}": (lambda count, bars: talib.ROCP(bars.close, count), RETURNS),
    "change.{}": (lambda count, bars: talib.MOM(bars.close, count), (1, 5, 21)),
    "volatility.{}": (volatility, (20, 60)),
    "channel_upper.{}": (
        lambda count, bars: later(talib.MAX(bars.high, count)),
        (20, 55),
    ),
    "channel_lower.{}": (
        lambda count, bars: later(talib.MIN(bars.low, count)),
        (20, 55),
    ),
    "volume_ratio.{}.20": (volume_ratio, (1, 5)),
}
TALIB: Mapping[str, Oracle] = {
    **{
        name.format(count): partial(function, count)
        for name, (function, counts) in COUNTED.items()
        for count in counts
    },
    "macd": partial(macd, which=0),
    "macd_signal": partial(macd, which=1),
    "macd_histogram": partial(macd, which=2),
    "rsi.14": lambda bars: talib.RSI(bars.close, 14),
    "true_range": lambda bars: talib.TRANGE(bars.high, bars.low, bars.close),
    "atr.14": lambda bars: talib.ATR(bars.high, bars.low, bars.close, 14),
    "atr_share.14": lambda bars: talib.NATR(bars.high, bars.low, bars.close, 14) / 100,
    "band_upper.20": lambda bars: bands(bars)[0],
    "band_lower.20": lambda bars: bands(bars)[2],
    "band_width.20": band_width,
    "slope.50": lambda bars: talib.LINEARREG_SLOPE(talib.SMA(bars.close, 50), 20),
    "sd.60": lambda bars: later(sample(daily(bars), 60)),
    "zscore_sd.1": lambda bars: daily(bars) / later(sample(daily(bars), 60)),
    "high.252": lambda bars: talib.MAX(bars.close, YEAR),
    "low.252": lambda bars: talib.MIN(bars.close, YEAR),
    "prior_high.252": lambda bars: later(talib.MAX(bars.close, YEAR)),
    "prior_low.252": lambda bars: later(talib.MIN(bars.close, YEAR)),
}


def plain(name: str, bars: Bars) -> Column:
    """A column that holds nothing TA-Lib knows nothing of.

    It begins after the last hole in highs and lows, and has none where the last bar
    has none; what the closes are adjusted for and which sessions are missing does not
    matter here.
    """
    absent = np.full(len(bars), np.nan)
    holes = np.flatnonzero(~np.isfinite(bars.high + bars.low))
    if len(holes) and holes[-1] == len(bars) - 1:
        bars = replace(bars, high=absent, low=absent)
    elif len(holes):
        bars = bars.taken(slice(holes[-1] + 1, None))
    if not np.isfinite(bars.volume).all():
        bars = replace(bars, volume=np.full(len(bars), np.nan))
    return Column(name=name, bars=bars, places=np.arange(len(bars)), kind="stock")


def apart(frames: Frames, feature: str) -> float:
    """The largest difference to TA-Lib in plain columns, after the warm-up.

    Prices as a share of the close; infinite where TA-Lib alone has a value.
    """
    line = FEATURES[feature]
    most = 0.0
    for column in frames.wide.columns:
        told = np.array(TALIB[feature](column.bars))
        told[: line.bars - 1] = np.nan
        there = np.isfinite(told)
        found = frames.column(column.name, feature, len(told) - 1)[there]
        scale = column.bars.close[there] if line.unit == "price" else 1.0
        differences = np.abs(found - told[there]) / scale
        differences[np.isnan(differences)] = np.inf
        most = max(most, float(differences.max(initial=0.0)))
    return most


def talib_beta(subject: Floats, against: Floats, count: int) -> Floats:
    """The slope of returns on the other's over `count` of them up to the one before."""
    return later(talib.BETA(against, subject, count))


def pandas_ta() -> Mapping[str, Callable[[pd.DataFrame], Any]]:
    """What pandas-ta-classic gives by itself, without the help of TA-Lib."""
    # Half a second, and only the benchmark asks for it.
    import pandas_ta_classic as ta  # type: ignore[import-untyped]  # noqa: PLC0415

    counted: Mapping[str, tuple[Callable[[int, pd.DataFrame], Any], tuple[int, ...]]]
    counted = {
        "sma.{}": (
            lambda count, bars: ta.sma(bars.close, count, talib=False),
            SIMPLE,
        ),
        "ema.{}": (
            lambda count, bars: ta.ema(bars.close, count, talib=False),
            DECAYING,
        ),
        "return.{}": (
            lambda count, bars: ta.percent_return(bars.close, count),
            RETURNS,
        ),
    }
    return {
        **{
            name.format(count): partial(function, count)
            for name, (function, counts) in counted.items()
            for count in counts
        },
        "log_return.1": lambda bars: ta.log_return(bars.close),
        "rsi.14": lambda bars: ta.rsi(bars.close, 14, talib=False),
        "macd_histogram": lambda bars: ta.macd(bars.close, talib=False),
        "true_range": lambda bars: ta.true_range(
            bars.high, bars.low, bars.close, talib=False
        ),
        "atr.14": lambda bars: ta.atr(bars.high, bars.low, bars.close, 14, talib=False),
        "band_width.20": lambda bars: ta.bbands(bars.close, 20, 2, talib=False),
        "channel_upper.20": lambda bars: ta.donchian(bars.high, bars.low, 20, 20),
        "drawdown": lambda bars: ta.drawdown(bars.close),
    }
