"""Seasons: what an instrument did in this month of other years."""

from dataclasses import dataclass

import numpy as np

from generator.market.features.frames import Frames
from generator.market.features.moves import WITHIN
from generator.market.indicators import Floats
from generator.market.sessions import Days

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Season:
    """The mean move of earlier cases, the share of them that rose, and their count."""

    mean: float
    share_up: float
    count: int


def season_of(moves: Floats) -> Season | None:
    """The season of some moves; None without any."""
    known = moves[np.isfinite(moves)]
    if not len(known):
        return None
    return Season(float(known.mean()), float((known > 0).mean()), len(known))


def month_season(frames: Frames, name: str, row: int) -> Season | None:
    """The returns of this calendar month in the years before the row's."""
    days = dates(frames, name, row)
    closes = frames.wide.close[: row + 1, frames.wide.number[name]]
    months = days.astype("datetime64[M]")
    firsts = np.flatnonzero(np.diff(months.astype(np.int64), prepend=-1))
    wanted = firsts[1:-1]  # the first month may be a part; the last is the row's own
    wanted = wanted[(months[-1] - months[wanted]).astype(np.int64) % MONTHS == 0]
    ends = firsts[np.searchsorted(firsts, wanted) + 1] - 1
    near = months[wanted].astype("datetime64[D]") - days[wanted - 1] <= WITHIN
    return season_of((closes[ends] / closes[wanted - 1] - 1)[near])


def dates(frames: Frames, name: str, row: int) -> Days:
    """An instrument's dates up to and with a row."""
    found: Days = frames.wide.columns[frames.wide.number[name]].bars.dates[: row + 1]
    return found
