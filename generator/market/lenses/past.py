"""How much of an instrument's past was as extreme as the last day."""

from collections.abc import Iterable

import numpy as np

from generator.market.indicators import Floats
from generator.market.view import YEAR, Pair

LATELY = 3 * YEAR  # sessions: what has become common is no surprise


def beyond(values: Floats) -> float:
    """The share of values at least as large as the last, of those that are defined.

    What stands alone at the top has 1/n, and down to 1/(n+1) the further it is beyond
    the second: so what broke a record by most of all goes first.
    """
    known = values[np.isfinite(values)]
    if not len(known):
        return 1.0
    reached = int((known >= known[-1]).sum())
    if reached > 1 or len(known) == 1 or known[-1] <= 0:
        return reached / len(known)
    excess = 1 - max(float(known[:-1].max()), 0.0) / float(known[-1])
    return 1 / (len(known) + excess)


def often(values: Floats) -> float:
    """That share of all values, or of the latest ones where it is larger.

    By all of its past alone, a market that has grown wilder would surprise daily.
    """
    return max(beyond(values), beyond(values[-LATELY:]))


def shares(values: Floats) -> Floats:
    """The share of all values at or below each; NaN where there is none."""
    known = np.isfinite(values)
    past = np.sort(values[known])
    found = np.full(len(values), np.nan)
    found[known] = np.searchsorted(past, values[known], side="right") / len(past)
    return found


def edges(values: Floats) -> Floats:
    """How near the edge of its own past each value is: 0 in the middle, 1 the edge."""
    return np.abs(1 - 2 * shares(values))


def farthest(looks: Iterable[Floats]) -> Floats:
    """The largest of several looks on each row; NaN where none has a value."""
    largest: Floats = np.fmax.reduce(np.array(list(looks)), axis=0)
    return largest


def on_rows(pair: Pair, values: Floats) -> Floats:
    """The values of a pair on the rows of its subject; NaN on the others."""
    found = np.full(len(pair.subject.bars), np.nan)
    found[pair.left[pair.both]] = values[pair.both]
    return found
