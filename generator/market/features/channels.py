"""Channels: Bollinger's bands and Donchian's, their breaks, and the returns inside."""

from functools import partial

import numpy as np

from generator.market.features.frames import Feature, Frames, told, traded, unbroken
from generator.market.features.means import traded_mean
from generator.market.features.windows import (
    excursions,
    lagged,
    sided_runs,
    since,
    squares,
    window_max,
    window_min,
)
from generator.market.indicators import Floats

BAND, WIDTH = 20, 2.0
CHANNELS = (20, 55)
SIDES = (("upper", 1), ("lower", -1))


def half_width(frames: Frames) -> Floats:
    """Two standard deviations of the last 20 closes, of all of them and no sample."""
    found = squares(frames.of(traded), BAND)
    found /= BAND
    return np.sqrt(found) * WIDTH


def band_line(frames: Frames, sign: int) -> Floats:
    """The upper or lower band on each row, whether or not it may be told."""
    return frames.of(traded_mean, BAND) + sign * frames.of(half_width)


def band(frames: Frames, sign: int) -> Floats:
    """The upper or lower band, of whole windows only."""
    return told(frames, unbroken(frames, frames.of(band_line, sign), BAND))


def band_place(frames: Frames) -> Floats:
    """Where between the bands it closed: 0 the lower, 1 the upper."""
    lower = frames["band_lower.20"]
    size = frames["band_upper.20"] - lower
    return np.where(size > 0, (frames.wide.close - lower) / size, np.nan)


def band_width(frames: Frames) -> Floats:
    """The distance of the bands against the mean between them."""
    size = frames["band_upper.20"] - frames["band_lower.20"]
    return size / frames["sma.20"]


def band_runs(frames: Frames) -> Floats:
    """Closes in a row above the upper band, or minus those below the lower."""
    closes = frames.wide.close
    above = sided_runs(closes, frames.of(band_line, 1))
    beneath = sided_runs(closes, frames.of(band_line, -1))
    return np.maximum(above, 0) + np.minimum(beneath, 0).astype(np.float64)


def banded(frames: Frames, values: Floats) -> Floats:
    """The values where there are bands."""
    return np.where(np.isnan(frames["band_upper.20"]), np.nan, values)


def band_run(frames: Frames) -> Floats:
    """Closes in a row outside the bands, the last included; 0 inside."""
    return banded(frames, frames.of(band_runs))


def band_back(frames: Frames) -> Floats:
    """The run outside that the last close ended by coming back between the bands."""
    outside = frames.of(band_runs)
    return banded(frames, np.where(outside == 0, lagged(outside, 1), 0.0))


def band_since(frames: Frames) -> Floats:
    """Sessions since a close outside the bands; NaN where there was none."""
    return banded(frames, since(frames.of(band_runs) != 0, frames.wide.places))


def channel_line(frames: Frames, count: int, sign: int) -> Floats:
    """The highest high or lowest low of the `count` bars before each row."""
    wide = frames.wide
    found = window_max(wide.high, count) if sign > 0 else window_min(wide.low, count)
    found = lagged(found, 1)
    if wide.unpriced is not None:
        found[wide.unpriced] = np.nan
    return found


def channel(frames: Frames, count: int, sign: int) -> Floats:
    """The channel's upper or lower line, of whole windows only."""
    found = frames.of(channel_line, count, sign)
    return told(frames, unbroken(frames, found, count + 1))


def breaks(frames: Frames, count: int) -> tuple[Floats, Floats]:
    """Sessions outside the channel, and how long on coming back; minus below.

    Both sides go side by side through one loop over rows.
    """
    closes = frames.wide.close
    lines = [sign * frames.of(channel_line, count, sign) for _, sign in SIDES]
    width = closes.shape[1]
    outside, back = excursions(
        np.hstack([closes * sign for _, sign in SIDES]),
        np.hstack(lines),
        np.full(2 * width, count),
    )
    return (
        outside[:, :width] - outside[:, width:],
        back[:, :width] - back[:, width:],
    )


def channel_run(frames: Frames, count: int, which: int) -> Floats:
    """One of the two, where there is a channel."""
    line = frames[f"channel_upper.{count}"]
    return np.where(np.isnan(line), np.nan, frames.of(breaks, count)[which])


def channel_since(frames: Frames, count: int) -> Floats:
    """Sessions since a close broke the channel; NaN where none did."""
    found = since(np.abs(frames.of(breaks, count)[0]) == 1, frames.wide.places)
    line = frames[f"channel_upper.{count}"]
    return np.where(np.isnan(line), np.nan, found)


OUTSIDE = (
    "sessions outside since a close broke the channel, 1 on that day, while closes "
    "stay beyond the broken line, {count} at most; minus below; 0 inside"
)
BACK_INSIDE = (
    "on the first close back inside the broken line: sessions since the break, minus "
    "after a break below; else 0"
)
BOLLINGER = "Bollinger 2001; TA-Lib BBANDS"
DONCHIAN = "Donchian; TA-Lib MAX and MIN"
BANDS = (
    *(
        Feature(
            name=f"band_{word}.20",
            unit="price",
            bars=BAND,
            formula=f"sma.20 {'plus' if sign > 0 else 'less'} 2 population standard "
            "deviations of the same closes",
            source=BOLLINGER,
            make=partial(band, sign=sign),
        )
        for word, sign in SIDES
    ),
    Feature(
        name="band_place.20",
        unit="ratio",
        bars=BAND,
        formula="close less lower band, over upper less lower band (%b)",
        source=BOLLINGER,
        make=band_place,
    ),
    Feature(
        name="band_width.20",
        unit="ratio",
        bars=BAND,
        formula="upper less lower band, over sma.20",
        source=BOLLINGER,
        make=band_width,
    ),
    Feature(
        name="band_run.20",
        unit="sessions",
        bars=BAND,
        formula="closes in a row above the upper band, or minus those below the "
        "lower; 0 between",
        source="count",
        make=band_run,
    ),
    Feature(
        name="band_back.20",
        unit="sessions",
        bars=BAND,
        formula="on the first close back between the bands: the closes in a row above "
        "before it, or minus those below; else 0",
        source="count",
        make=band_back,
    ),
    Feature(
        name="band_since.20",
        unit="sessions",
        bars=BAND,
        formula="sessions since a close outside the bands",
        source="count",
        make=band_since,
    ),
)
FEATURES = (
    *BANDS,
    *(
        Feature(
            name=f"channel_{word}.{count}",
            unit="price",
            bars=count + 1,
            formula=f"{'highest high' if sign > 0 else 'lowest low'} of the {count} "
            "sessions before",
            source=DONCHIAN,
            make=partial(channel, count=count, sign=sign),
        )
        for count in CHANNELS
        for word, sign in SIDES
    ),
    *(
        Feature(
            name=f"channel_{word}.{count}",
            unit="sessions",
            bars=count + 1,
            formula=formula,
            source="count",
            make=partial(channel_run, count=count, which=which),
        )
        for count in CHANNELS
        for which, word, formula in (
            (0, "run", OUTSIDE.format(count=count)),
            (1, "back", BACK_INSIDE),
        )
    ),
    *(
        Feature(
            name=f"channel_since.{count}",
            unit="sessions",
            bars=count + 1,
            formula="sessions since a close broke the channel",
            source="count",
            make=partial(channel_since, count=count),
        )
        for count in CHANNELS
    ),
)
