"""Groups: how many of some instruments are in a state, by date."""

from dataclasses import dataclass

import numpy as np

from generator.market.features.frames import Frames
from generator.market.indicators import Floats, Ints
from generator.market.sessions import Days


@dataclass(frozen=True, slots=True, eq=False)
class Breadth:
    """By date, the share of a group over a line, and how many of it had a value."""

    days: Days
    share: Floats
    counted: Ints

    def on(self, day: np.datetime64) -> tuple[float, int]:
        """The share and the count of the last date up to a day; NaN and 0 if none."""
        row = int(np.searchsorted(self.days, day, side="right")) - 1
        if row < 0:
            return float("nan"), 0
        return float(self.share[row]), int(self.counted[row])


def breadth(
    frames: Frames, group: tuple[str, ...], feature: str, over: float = 0.0
) -> Breadth:
    """The share of the group whose feature is over a line, on each date of any.

    `("XLE", "XLF"), "trend.50"` is the share above their 50-day mean, `"return.1"`
    that of those up on the day, `"prior_high_gap.252"` that at a high of 252 sessions.
    A member without a value on a date is not counted; the share of none is NaN.
    """
    members = [frames.wide.columns[frames.wide.number[name]].bars for name in group]
    days = np.unique(np.concatenate([bars.dates for bars in members]))
    hits = np.zeros(len(days), dtype=np.int64)
    counted = np.zeros(len(days), dtype=np.int64)
    for name, bars in zip(group, members, strict=True):
        values = frames.column(name, feature, len(bars) - 1)
        rows = np.searchsorted(days, bars.dates)
        hits[rows] += values > over
        counted[rows] += np.isfinite(values)
    return Breadth(days, hits / np.where(counted, counted, np.nan), counted)
