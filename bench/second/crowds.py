"""Crowds: how the members of a group moved on the group's last session."""

import numpy as np
import pandas as pd

from bench.second.shelf import Floats, Line
from bench.second.truth import Asked, Metric, Table, Truth, place

FLAT = 0.0015
STOCKS = "stocks"


def members(asked: Asked) -> list[Line]:
    """The group's members with a bar of its last session and of the one before."""
    told = asked.moment.shelf.instruments.values()
    names = [str(one["id"]) for one in told if is_in(one, asked.subject)]
    lines = [line for name in sorted(names) if (line := asked.moment.line(name))]
    latest = max(line.days[-1] for line in lines)
    return [one for one in lines if one.days[-1] == latest and one.back(1) >= 0]


def is_in(told: object, group: str) -> bool:
    """Whether an instrument's row counts it among a group."""
    assert isinstance(told, dict), told
    return group in told.get("groups", ()) or (
        group == STOCKS and told["kind"] == "stock"
    )


def moves(asked: Asked) -> Floats:
    """The last daily move of each."""
    return np.array([line.moves[-1] for line in members(asked)])


def truth(value: float, asked: Asked) -> Truth:
    """A value of the group."""
    lines = members(asked)
    first = max(line.day(0) for line in lines)
    return Truth(float(value), (), first, lines[0].day(lines[0].last))


def counted(asked: Asked) -> Truth:
    """How many members there are, rose, fell or stayed flat."""
    found = moves(asked)
    flags = {
        "members": np.isfinite(found),
        "up": found > 0,
        "down": found < 0,
        "flat": np.abs(found) < FLAT,
        "risen": found >= FLAT,
        "fallen": found <= -FLAT,
    }[asked.metric]
    return truth(flags.sum(), asked)


def mean_size(asked: Asked) -> Truth:
    """The mean size of the daily moves."""
    return truth(np.abs(moves(asked)).mean(), asked)


def ever(sign: int) -> Metric:
    """Members whose last day was their best, or worst, in the bars."""

    def found(asked: Asked) -> Truth:
        lines = members(asked)
        ends = [
            sign * line.moves[-1] > np.nanmax(sign * line.moves[:-1]) for line in lines
        ]
        return truth(sum(ends), asked)

    return found


def at_top(asked: Asked) -> Truth:
    """Members whose last close is their highest."""
    return truth(
        sum((one.close[:-1] < one.close[-1]).all() for one in members(asked)), asked
    )


def apart(asked: Asked) -> Truth:
    """The highest less the lowest return over N sessions, in points."""
    ends = [line.over(asked.count)[-1] for line in members(asked)]
    return truth(100 * (max(ends) - min(ends)), asked)


def beside(asked: Asked, count: int) -> pd.DataFrame:
    """The members' returns on the first one's dates."""
    lines = members(asked)
    columns = [pd.Series(one.over(count), index=one.days) for one in lines]
    return pd.concat(columns, axis=1).reindex(lines[0].days).dropna()


def apart_percentile(asked: Asked) -> Truth:
    """The place of that distance in the group's own past."""
    found = beside(asked, asked.count)
    return truth(place((found.max(axis=1) - found.min(axis=1)).to_numpy()), asked)


def above_mean(asked: Asked) -> Truth:
    """The share of members above their N-day mean."""
    over = [line.close[-1] > line.mean(asked.count)[-1] for line in members(asked)]
    return truth(float(np.mean(over)), asked)


def member_place(asked: Asked) -> Truth:
    """A member's place by the day's return, 1 the highest."""
    own = asked.moment.line(asked.against or "")
    if own is None:
        raise LookupError(asked.against)
    return truth(1 + (moves(asked) > own.moves[-1]).sum(), asked)


def multiple(asked: Asked) -> Truth:
    """The mean size over the size of an index's own move."""
    index = asked.moment.line(asked.against or "SPX")
    if index is None:
        raise LookupError(asked.against)
    return truth(np.abs(moves(asked)).mean() / abs(index.moves[-1]), asked)


def flat_sizes(asked: Asked) -> Floats:
    """The mean size on each day on which the index was flat."""
    index = asked.moment.line(asked.against or "SPX")
    if index is None:
        raise LookupError(asked.against)
    sizes = beside(asked, 1).abs().mean(axis=1)
    quiet = pd.Series(np.abs(index.moves), index=index.days).reindex(sizes.index) < FLAT
    return np.asarray(sizes[quiet])


def flat_count(asked: Asked) -> Truth:
    """How many such days there were."""
    return truth(len(flat_sizes(asked)), asked)


def flat_percentile(asked: Asked) -> Truth:
    """The place of the last among them."""
    sizes = flat_sizes(asked)
    return truth(100 * float((sizes <= sizes[-1]).mean()), asked)


TABLE: Table = {
    **dict.fromkeys(("members", "up", "down", "flat", "risen", "fallen"), counted),
    "mean_size": mean_size,
    "worst_ever": ever(-1),
    "best_ever": ever(1),
    "at_top": at_top,
    "apart": apart,
    "apart_percentile": apart_percentile,
    "above_mean": above_mean,
    "place": member_place,
    "multiple": multiple,
    "flat_count": flat_count,
    "flat_size_percentile": flat_percentile,
}
