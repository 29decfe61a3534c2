"""Ranks: where the last of some values stands among those before it."""

import numpy as np

from generator.market.indicators import Floats


def percentile(values: Floats, count: int = 252) -> float:
    """The share of the last `count` values at or below the last, times 100.

    NaN where there are fewer, or where one of them is absent.
    """
    last = values[-count:]
    if len(last) < count or np.isnan(last).any():
        return float("nan")
    return 100 * float((last <= last[-1]).mean())
