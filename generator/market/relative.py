"""Relative: one instrument against its benchmarks, on the benchmark's sessions."""

from collections.abc import Iterator

import numpy as np

from generator.market.indicators import Floats, last_at_least, slopes
from generator.market.states import LONG
from generator.market.view import QUOTIENT, Figure, Pair, Scene

Figures = Iterator[Figure]
SPANS = (1, 5, 10, 21)
HABIT = 60  # sessions: about a quarter, long enough to hold one earnings day
# Two closes further apart do not see one day: Frankfurt's close cannot be explained by
# what New York did after it.
SAME_DAY = np.timedelta64(210, "m")


def facts(scene: Scene) -> Figures:
    """Leads, betas and ratios; nothing for what measures volatility or a rate."""
    if scene.view.is_gauge:
        return
    for pair in scene.benchmarks:
        if pair.against.is_gauge:
            continue
        yield from leads(pair)
        if pair.subject.as_traded and pair.against.as_traded:
            yield from ratios(pair)
        if is_same_day(pair):
            yield from dependence(pair)


def is_same_day(pair: Pair) -> bool:
    """Whether both close near enough for one day's returns to be compared."""
    apart = np.abs(pair.subject.closed - pair.against.closed) % np.timedelta64(1, "D")
    return bool(min(apart, np.timedelta64(1, "D") - apart) <= SAME_DAY)


def leads(pair: Pair) -> Figures:
    """The difference of returns over exact counts of sessions."""
    name = pair.against.id
    for count in SPANS:
        lead = pair.lead(count)[-1]
        if np.isfinite(lead):
            first = int(np.searchsorted(pair.places, pair.places[-1] - count))
            yield pair.figure(
                f"relative_return.{count}.{name}",
                float(lead),
                "pct_points",
                (first, pair.last),
                formula="100*((close[last]/close[first]-1) - the benchmark's)",
            )


def shared_returns(pair: Pair) -> tuple[Floats, Floats]:
    """The daily returns of both, on the sessions for which both have one."""
    subject, against = pair.returns(1)
    rows = np.isfinite(subject) & np.isfinite(against)
    return subject[rows], against[rows]


def shared_rows(pair: Pair, count: int, back: int) -> tuple[int, int] | None:
    """The rows of `count` shared daily returns that end `back` of them ago."""
    subject, against = pair.returns(1)
    rows = np.flatnonzero(np.isfinite(subject) & np.isfinite(against))
    if len(rows) < count + back or not len(rows) or rows[-1] != pair.last:
        return None
    return int(rows[-count - back]) - 1, int(rows[-1 - back])


def dependence(pair: Pair) -> Figures:
    """Beta, what the benchmark explains of the last day, and what it does not."""
    name = pair.against.id
    past, now = shared_rows(pair, HABIT, 1), shared_rows(pair, HABIT, 0)
    if past is None or now is None:
        return
    subject, against = shared_returns(pair)
    beta = slope(subject[-HABIT - 1 : -1], against[-HABIT - 1 : -1])
    if beta is None:
        return
    formula = "cov(return, benchmark's)/var(benchmark's), 60 sessions"
    yield pair.figure(f"beta.60.{name}", beta, "correlation", past, formula=formula)
    rows = (past[0], pair.last)
    part = beta * float(against[-1])
    formula = "beta.60 * the benchmark's return.1"
    yield pair.figure(f"explained.1.{name}", part, "ratio", rows, formula=formula)
    rest = 100 * (float(subject[-1]) - part)
    formula = "100*(return.1 - explained.1)"
    yield pair.figure(f"residual.1.{name}", rest, "pct_points", rows, formula=formula)
    with np.errstate(invalid="ignore", divide="ignore"):  # one of them never moved
        together = float(np.corrcoef(subject[-HABIT:], against[-HABIT:])[0, 1])
    if np.isfinite(together):
        formula = "corr(return, benchmark's), 60 sessions"
        yield pair.figure(
            f"correlation.60.{name}", together, "correlation", now, formula=formula
        )


def slope(subject: Floats, against: Floats) -> float | None:
    """The slope of one on the other; None where the other never moves."""
    found = float(slopes(subject, against, len(subject))[-1])
    return found if np.isfinite(found) else None


def residuals(pair: Pair) -> Floats:
    """What the benchmark did not explain, in points, on each shared session."""
    subject, against = shared_returns(pair)
    if len(subject) <= HABIT:
        return np.array([])
    betas = slopes(subject, against, HABIT)[:-1]
    rest: Floats = 100 * (subject[1:] - betas * against[1:])
    return rest[np.isfinite(rest)]


def ratios(pair: Pair) -> Figures:
    """The ratio of closes, and since when it is the highest or the lowest."""
    name = pair.against.id
    rows, values = pair.both, ratio_of(pair)
    formula = "close[last]/the benchmark's close[last]"
    last = (pair.last, pair.last)
    yield pair.figure(
        f"ratio.{name}", float(values[-1]), QUOTIENT, last, formula=formula
    )
    for word, sided in (("high", values), ("low", -values)):
        row = last_at_least(sided)
        if row < 0 and len(values) > LONG:
            yield pair.figure(
                f"ratio_{word}.{name}",
                len(values),
                "sessions",
                (0, pair.last),
                formula=f"count(ratio), the last the {word}est",
                made=(pair.day(pair.last),),
            )
        count = int(pair.places[-1] - pair.places[rows[row]])
        if row >= 0 and count > LONG:
            yield pair.figure(
                f"ratio_{word}_since.{name}",
                count,
                "sessions",
                (int(rows[row]), pair.last),
                formula=f"sessions since the ratio was as {word}",
                made=(pair.day(int(rows[row])),),
            )


def ratio_of(pair: Pair) -> Floats:
    """The ratio of closes on each session that both have."""
    return pair.closes[pair.both] / pair.against_closes[pair.both]
