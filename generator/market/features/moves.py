"""Moves: returns over counts of sessions and to date, and how unusual they are."""

import math
from functools import partial

import numpy as np

from generator.market.features.frames import Feature, Frames, before, without
from generator.market.features.wide import GAUGES
from generator.market.features.windows import (
    deviation,
    lagged,
    run_lengths,
)
from generator.market.indicators import LEAST_MOVES, Floats, averaged, bases
from generator.market.sessions import Days

SPANS = (1, 2, 3, 5, 10, 20, 21, 63, 126, 252)  # sessions
CHANGES = (1, 5, 21)
WEEK = 5
HABIT = 60  # sessions: about a quarter, long enough to hold one earnings day
HALFLIFE = 20
WITHIN = np.timedelta64(14, "D")  # how near before the period its base must lie
TO_DATE = ("wtd", "mtd", "qtd", "ytd")


def closes_before(frames: Frames, count: int) -> Floats:
    """The close `count` sessions before each row."""
    return before(frames, frames.wide.close, count)


def returns(frames: Frames, count: int) -> Floats:
    """The return over `count` sessions; none for a rate."""
    found = frames.wide.close / frames.of(closes_before, count)
    found -= 1
    return without(found, frames.wide.kinds("rate"))


def changes(frames: Frames, count: int) -> Floats:
    """The difference of closes over `count` sessions."""
    return frames.wide.close - frames.of(closes_before, count)


def daily(frames: Frames) -> Floats:
    """The daily move: the return, or the difference of a rate."""
    rates = frames.wide.kinds("rate")
    if not rates.any():
        return frames["return.1"]
    return np.where(rates, frames["change.1"], frames["return.1"])


def log_returns(frames: Frames) -> Floats:
    """The daily log return; none for a rate."""
    return np.log1p(frames["return.1"])


def period_starts(days: Days, period: str) -> Days:
    """The first day of each day's week, month, quarter or year."""
    if period == "wtd":
        return days - (days.astype(np.int64) + 3) % 7  # numpy's day 0 was a Thursday
    unit = "datetime64[Y]" if period == "ytd" else "datetime64[M]"
    firsts = days.astype(unit)
    if period == "qtd":
        firsts = firsts - firsts.astype(np.int64) % 3
    return firsts.astype("datetime64[D]")


def to_date(frames: Frames, period: str) -> Floats:
    """The return since the last close before the week, month, quarter or year."""
    closes = frames.wide.close
    found = np.full(closes.shape, np.nan)
    for days, columns in frames.wide.calendars:
        starts = period_starts(days, period)
        rows = np.searchsorted(days, starts) - 1
        near = (rows >= 0) & (starts - days[rows] <= WITHIN)
        base = np.where(near[:, None], closes[:, columns][rows], np.nan)
        found[: len(days), columns] = closes[: len(days), columns] / base - 1
    return without(found, frames.wide.kinds("rate"))


def usual(frames: Frames) -> Floats:
    """The size of a usual day, known before each session: half-life 20."""
    moves = frames.of(daily)
    known = np.cumsum(np.isfinite(moves), axis=0, dtype=np.int32)
    sizes = np.sqrt(averaged(moves * moves, HALFLIFE))
    sizes[(known < LEAST_MOVES) | (sizes == 0)] = np.nan
    return lagged(sizes, 1)


def habit(frames: Frames) -> Floats:
    """The standard deviation of the 60 daily moves before each session."""
    spread = deviation(frames.of(daily), HABIT)
    spread[spread == 0] = np.nan
    return lagged(spread, 1)


def scores(frames: Frames, scale: str) -> Floats:
    """Each daily move in usual days."""
    found: Floats = frames.of(daily) / frames[scale]
    return found


def week_scores(frames: Frames, scale: str) -> Floats:
    """The return of five sessions in usual days, as known when they began."""
    sizes = lagged(frames[scale], WEEK - 1)
    for number in frames.wide.holed:
        end = frames.wide.ends[number]
        rows = bases(frames.wide.places[:end, number], WEEK)
        column = frames[scale][:end, number]
        sizes[:end, number] = np.where(rows >= 0, column[(rows + 1) % end], np.nan)
    return frames["return.5"] / (sizes * math.sqrt(WEEK))


def streak(frames: Frames, sign: int) -> Floats:
    """Sessions in a row whose move has that sign, the last one included."""
    moves: Floats = frames.of(daily)
    return np.where(np.isnan(moves), np.nan, run_lengths(moves * sign > 0))


def gap(frames: Frames) -> Floats:
    """The open against the close before; none for indices and gauges."""
    found = frames.wide.open / frames.of(closes_before, 1) - 1
    return without(found, frames.wide.kinds("index", *GAUGES))


def intraday(frames: Frames) -> Floats:
    """The close against the open; none for indices, whose first print is stale."""
    found = frames.wide.close / frames.wide.open - 1
    return without(found, frames.wide.kinds("index", *GAUGES))


FEATURES = (
    *(
        Feature(
            name=f"return.{count}",
            unit="ratio",
            bars=count + 1,
            formula=f"close over the close {count} sessions before, less 1",
            source="arithmetic; TA-Lib ROC / 100",
            make=partial(returns, count=count),
        )
        for count in SPANS
    ),
    *(
        Feature(
            name=f"return.{period}",
            unit="ratio",
            bars=2,
            formula=f"close over the last close before the {word}, less 1; that close "
            "at most 14 days before it",
            source="arithmetic",
            make=partial(to_date, period=period),
        )
        for period, word in zip(
            TO_DATE, ("week", "month", "quarter", "year"), strict=True
        )
    ),
    *(
        Feature(
            name=f"change.{count}",
            unit="price",
            bars=count + 1,
            formula=f"close less the close {count} sessions before",
            source="arithmetic; TA-Lib MOM",
            make=partial(changes, count=count),
        )
        for count in CHANGES
    ),
    Feature(
        name="log_return.1",
        unit="ratio",
        bars=2,
        formula="logarithm of 1 + return.1",
        source="arithmetic",
        make=log_returns,
    ),
    Feature(
        name="usual.1",
        unit="ratio",
        bars=LEAST_MOVES + 2,
        formula="root of the exponentially weighted mean square of the daily moves "
        "before the session, half-life 20; 60 moves at least; rates: in points",
        source="RiskMetrics Technical Document 1996, with a half-life",
        make=usual,
    ),
    Feature(
        name="sd.60",
        unit="ratio",
        bars=HABIT + 2,
        formula="sample standard deviation of the 60 daily moves before the session; "
        "rates: in points",
        source="TA-Lib STDDEV * sqrt(60/59)",
        make=habit,
    ),
    Feature(
        name="zscore.1",
        unit="sigmas",
        bars=LEAST_MOVES + 2,
        formula="daily move over usual.1",
        source="arithmetic",
        make=partial(scores, scale="usual.1"),
    ),
    Feature(
        name="zscore.5",
        unit="sigmas",
        bars=LEAST_MOVES + WEEK + 1,
        formula="return.5 over usual.1 of the window's first session and sqrt(5)",
        source="arithmetic",
        make=partial(week_scores, scale="usual.1"),
    ),
    Feature(
        name="zscore_sd.1",
        unit="sigmas",
        bars=HABIT + 2,
        formula="daily move over sd.60",
        source="arithmetic",
        make=partial(scores, scale="sd.60"),
    ),
    Feature(
        name="zscore_sd.5",
        unit="sigmas",
        bars=HABIT + WEEK + 1,
        formula="return.5 over sd.60 of the window's first session and sqrt(5)",
        source="arithmetic",
        make=partial(week_scores, scale="sd.60"),
    ),
    *(
        Feature(
            name=f"streak_{word}",
            unit="sessions",
            bars=2,
            formula=f"sessions in a row that closed {word}, the last included",
            source="count",
            make=partial(streak, sign=sign),
        )
        for word, sign in (("up", 1), ("down", -1))
    ),
    Feature(
        name="gap.1",
        unit="ratio",
        bars=2,
        formula="open over the close of the session before, less 1; not for indices",
        source="arithmetic",
        make=gap,
    ),
    Feature(
        name="intraday.1",
        unit="ratio",
        bars=1,
        formula="close over open, less 1; not for indices",
        source="arithmetic",
        make=intraday,
    ),
)
