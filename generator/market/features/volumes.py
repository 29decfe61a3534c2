"""Volumes: a session's beside those before it; where one is absent there is none."""

from functools import partial

import numpy as np

from generator.market.features.frames import Feature, Frames, unbroken
from generator.market.features.windows import deviation, lagged, window_mean
from generator.market.indicators import Floats

HABIT = 20
COUNTS = (1, 5)


def times(frames: Frames, count: int) -> Floats:
    """The mean volume of the last sessions over that of the 20 before them."""
    volume = frames.wide.volume
    usual = lagged(window_mean(volume, HABIT), count)
    return unbroken(frames, window_mean(volume, count) / usual, HABIT + count)


def score(frames: Frames) -> Floats:
    """How unusual the volume is, in standard deviations of its logarithm."""
    sizes = np.log(frames.wide.volume)
    usual = lagged(window_mean(sizes, HABIT), 1)
    spread = lagged(deviation(sizes, HABIT), 1)
    spread[spread == 0] = np.nan
    return unbroken(frames, (sizes - usual) / spread, HABIT + 1)


FEATURES = (
    *(
        Feature(
            name=f"volume_ratio.{count}.20",
            unit="times",
            bars=HABIT + count,
            formula=f"mean volume of the last {count} sessions over that of the 20 "
            "before",
            source="TA-Lib SMA of volume",
            make=partial(times, count=count),
        )
        for count in COUNTS
    ),
    Feature(
        name="volume_zscore.20",
        unit="sigmas",
        bars=HABIT + 1,
        formula="logarithm of volume less its mean over the 20 sessions before, over "
        "their sample standard deviation",
        source="arithmetic",
        make=score,
    ),
)
