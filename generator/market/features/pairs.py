"""Pairs: two instruments on the sessions of the second, and what joins them.

Each function takes the frames and two names, so that `frames.of(beta, "RUT", "SPX",
60)` computes it once. All arrays have one value for each row of the pairing.
"""

from dataclasses import dataclass

import numpy as np

from generator.market.features.frames import Frames
from generator.market.features.windows import squares
from generator.market.indicators import Floats, Ints, returns
from generator.market.sessions import Days


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Pairing:
    """Both legs on the second's dates, so that no window mixes two calendars (T4).

    `left` and `right` are rows of the two columns; `left` is -1 and `closes` is NaN
    where the first had no bar that day. `places` counts the second's sessions.
    """

    days: Days
    places: Ints
    left: Ints
    right: Ints
    closes: Floats
    others: Floats

    def row(self, day: np.datetime64) -> int:
        """The last row, up to a day, on which both have a close; -1 if none."""
        rows = np.flatnonzero((self.left >= 0) & (self.days <= day))
        return int(rows[-1]) if len(rows) else -1


def pairing(frames: Frames, subject: str, against: str) -> Pairing | None:
    """The two from the first session they share to the last; None without one."""
    one, other = (
        frames.wide.columns[frames.wide.number[name]].bars
        for name in (subject, against)
    )
    places = frames.wide.columns[frames.wide.number[against]].places
    rows = np.minimum(np.searchsorted(one.dates, other.dates), len(one) - 1)
    left = np.where(one.dates[rows] == other.dates, rows, -1)
    shared = np.flatnonzero(left >= 0)
    if not len(shared):
        return None
    right = np.arange(shared[0], shared[-1] + 1)
    left = left[right]
    return Pairing(
        days=other.dates[right],
        places=places[right],
        left=left,
        right=right,
        closes=np.where(left >= 0, one.close[left], np.nan),
        others=other.close[right],
    )


def both(frames: Frames, subject: str, against: str) -> Pairing:
    """The pairing of two that share a session."""
    found = frames.of(pairing, subject, against)
    assert found, (subject, against)
    return found


def relative_return(frames: Frames, subject: str, against: str, count: int) -> Floats:
    """The difference of both returns over `count` sessions, in points."""
    pair = both(frames, subject, against)
    own = returns(pair.closes, pair.places, count)
    return 100 * (own - returns(pair.others, pair.places, count))


def ratio(frames: Frames, subject: str, against: str) -> Floats:
    """One close over the other."""
    pair = both(frames, subject, against)
    return pair.closes / pair.others


def spread(frames: Frames, subject: str, against: str) -> Floats:
    """One close less the other, as between two implied volatilities."""
    pair = both(frames, subject, against)
    return pair.closes - pair.others


def shared_returns(
    frames: Frames, subject: str, against: str
) -> tuple[Ints, Floats, Floats]:
    """The rows on which both have a daily return, and the two returns."""
    pair = both(frames, subject, against)
    one = returns(pair.closes, pair.places, 1)
    other = returns(pair.others, pair.places, 1)
    rows = np.flatnonzero(np.isfinite(one) & np.isfinite(other))
    return rows, one[rows], other[rows]


def codeviation(one: Floats, other: Floats, count: int) -> Floats:
    """The sum of products of both deviations from their means, over a window."""
    return (squares(one + other, count) - squares(one - other, count)) / 4


def scattered(pair: Pairing, rows: Ints, values: Floats) -> Floats:
    """The values on their rows of the pairing, NaN on the others."""
    found = np.full(len(pair.days), np.nan)
    found[rows] = values
    return found


def beta(frames: Frames, subject: str, against: str, count: int) -> Floats:
    """The slope of returns on the other's over `count` of them up to the one before."""
    rows, one, other = frames.of(shared_returns, subject, against)
    apart = squares(other, count)
    slopes = np.where(apart > 0, codeviation(one, other, count) / apart, np.nan)
    return scattered(both(frames, subject, against), rows[1:], slopes[:-1])


def correlation(frames: Frames, subject: str, against: str, count: int) -> Floats:
    """The correlation of the last `count` returns of both."""
    rows, one, other = frames.of(shared_returns, subject, against)
    apart = squares(one, count) * squares(other, count)
    found = codeviation(one, other, count) / np.sqrt(apart)
    found[~(apart > 0)] = np.nan
    return scattered(both(frames, subject, against), rows, np.clip(found, -1, 1))


def explained(frames: Frames, subject: str, against: str, count: int) -> Floats:
    """What the other's last return explains: beta times it."""
    rows, _, other = frames.of(shared_returns, subject, against)
    returned = scattered(both(frames, subject, against), rows, other)
    return frames.of(beta, subject, against, count) * returned


def residual(frames: Frames, subject: str, against: str, count: int) -> Floats:
    """The last return less what the other explains, in points."""
    rows, one, _ = frames.of(shared_returns, subject, against)
    returned = scattered(both(frames, subject, against), rows, one)
    return 100 * (returned - frames.of(explained, subject, against, count))
