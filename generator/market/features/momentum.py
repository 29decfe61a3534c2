"""Momentum: RSI with its divergences from the price, and MACD."""

import numpy as np

from generator.market.features.frames import Feature, Frames, told, traded
from generator.market.features.windows import smoothed, window_max, window_min
from generator.market.indicators import WILDER, Floats

RSI_BARS = 250  # warm-up: before it the seed moves the index by points
FAST, SLOW, SIGNAL = 12, 26, 9
MACD_BARS = 5 * (SLOW + SIGNAL)
DIVERGED = 20  # sessions among which the price is an extreme and its RSI is not


def rsi(frames: Frames) -> Floats:
    """Wilder's RSI of 14 closes, 0 to 100; 50 where nothing ever moved."""
    steps = np.full(frames.wide.close.shape, np.nan)
    steps[1:] = np.diff(frames.wide.close, axis=0)
    gain = smoothed(np.maximum(steps, 0), WILDER, 1 / WILDER)
    loss = smoothed(np.maximum(-steps, 0), WILDER, 1 / WILDER)
    both = gain + loss
    found: Floats = np.where(both == 0, 50.0, 100 * gain / both)
    return found


def divergence(frames: Frames) -> Floats:
    """-1 where a high of the price has none of the RSI, 1 where a low has none."""
    closes, index = frames.wide.close, frames.of(rsi)
    high = closes == window_max(closes, DIVERGED)
    low = closes == window_min(closes, DIVERGED)
    weaker = high & (index < window_max(index, DIVERGED))
    stronger = low & (index > window_min(index, DIVERGED))
    found: Floats = np.subtract(stronger, weaker, dtype=np.float64)
    return found


def macd(frames: Frames) -> Floats:
    """The 12-session exponential mean less the 26-session one, both begun as late."""
    closes = frames.of(traded)
    fast = smoothed(closes, FAST, 2 / (FAST + 1), seeded=SLOW)
    return fast - smoothed(closes, SLOW, 2 / (SLOW + 1))


def signal(frames: Frames) -> Floats:
    """The 9-session exponential mean of that line."""
    return smoothed(frames.of(macd), SIGNAL, 2 / (SIGNAL + 1))


def macd_line(frames: Frames) -> Floats:
    """The line, where it may be told."""
    return told(frames, frames.of(macd))


def macd_signal(frames: Frames) -> Floats:
    """The signal, where it may be told."""
    return told(frames, frames.of(signal))


def histogram(frames: Frames) -> Floats:
    """The line less its signal."""
    return frames["macd"] - frames["macd_signal"]


APPEL = "Appel 1979; TA-Lib MACD"
FEATURES = (
    Feature(
        name="rsi.14",
        unit="index",
        bars=RSI_BARS,
        formula="100 * Wilder's mean of gains over that of gains and losses, 14 "
        "closes, seeded by the simple mean of the first 14",
        source="Wilder 1978; TA-Lib RSI",
        make=rsi,
    ),
    Feature(
        name="rsi_divergence.14",
        unit="count",
        bars=RSI_BARS,
        formula="-1 where the close is the highest of the last 20 and rsi.14 is not, "
        "1 where it is the lowest and rsi.14 is not, else 0",
        source="Wilder 1978, made exact here",
        make=divergence,
    ),
    Feature(
        name="macd",
        unit="price",
        bars=MACD_BARS,
        formula="exponential mean of 12 closes less that of 26, both seeded on the "
        "26th close by the simple means up to it",
        source=APPEL,
        make=macd_line,
    ),
    Feature(
        name="macd_signal",
        unit="price",
        bars=MACD_BARS,
        formula="exponential mean of 9 values of macd, seeded by their simple mean",
        source=APPEL,
        make=macd_signal,
    ),
    Feature(
        name="macd_histogram",
        unit="price",
        bars=MACD_BARS,
        formula="macd less macd_signal",
        source=APPEL,
        make=histogram,
    ),
)
