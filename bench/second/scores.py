"""Scores: the parts of Pulse and Threat, the two scores, and the stance by bands."""

from bisect import bisect_right, insort
from collections.abc import Iterator

import numpy as np
import pandas as pd
import talib

from bench.second.shelf import GAUGES, YEAR, Floats, Line, Moment
from bench.second.truth import Asked, Metric, Table, Truth, place

MONTH, TREND, HABIT = 20, 125, 50
ALONE = ("coin", "commodity", "currency")
CREDIT, BONDS = "HYG", "TLT"
BULLISH, BEARISH, SLOW = 60.0, 40.0, 3.0  # the bands and their hysteresis
WORDS = {  # how prose calls a part
    "trend": "trend",
    "momentum": "momentum",
    "strength": "relative strength",
    "implied": "implied volatility",
    "credit": "credit",
    "stock_bond": "stocks over bonds",
    "realised": "realized volatility",
}


def raw_parts(moment: Moment, subject: str) -> Iterator[tuple[str, "pd.Series[float]"]]:
    """Each part of Pulse by date, the higher the better."""
    line = moment.line(subject)
    assert line, subject
    yield "trend", pd.Series(line.close / line.mean(TREND) - 1, index=line.days)
    yield "momentum", pd.Series(line.over(MONTH), index=line.days)
    rival = next((one for one in rivals(moment, line)), None)
    if rival:
        yield "strength", lead(moment, subject, rival)
    gauge = moment.first_of(subject, "implied")
    if gauge:
        yield "implied", implied(moment, subject, gauge)
    if line.kind not in ALONE:
        yield from across(moment, line)


def rivals(moment: Moment, line: Line) -> Iterator[str]:
    """The benchmarks with bars that measure no volatility or rate."""
    for name in line.known.get("benchmarks", ()):
        other = moment.line(name)
        if other and other.kind not in GAUGES and moment.both(line.id, name):
            yield name


def lead(moment: Moment, subject: str, other: str) -> "pd.Series[float]":
    """The lead over 20 sessions."""
    both = moment.both(subject, other)
    assert both, subject
    return pd.Series(both.lead(MONTH), index=both.days)


def implied(moment: Moment, subject: str, gauge: str) -> "pd.Series[float]":
    """Implied volatility against its 50-day mean, on shared sessions, turned over."""
    both = moment.both(subject, gauge)
    assert both, subject
    closes = both.right[both.shared]
    if len(closes) < HABIT:
        return pd.Series(dtype=float)
    gaps = closes / talib.SMA(closes, HABIT) - 1
    return pd.Series(-gaps, index=both.days[both.shared]).reindex(both.days)


def across(moment: Moment, line: Line) -> Iterator[tuple[str, "pd.Series[float]"]]:
    """Credit, and stocks over bonds, where these share the subject's sessions."""
    code = line.known["calendar"]
    credit = moment.both(line.id, CREDIT) if line.id != CREDIT else None
    if credit and credit.other.known["calendar"] == code:
        yield "credit", pd.Series(credit.over(MONTH)[1], index=credit.days)
    bonds = moment.both(line.id, BONDS) if line.id != BONDS else None
    if bonds and bonds.other.known["calendar"] == code:
        yield "stock_bond", lead(moment, line.id, BONDS)


def threats(moment: Moment, subject: str) -> Iterator[tuple[str, "pd.Series[float]"]]:
    """The implied volatility's closes and the subject's own swings."""
    line = moment.line(subject)
    assert line, subject
    gauge = moment.first_of(subject, "implied")
    both = moment.both(subject, gauge) if gauge else None
    if both:
        closes = np.where(both.rows >= 0, both.right, np.nan)
        yield "implied", pd.Series(closes, index=both.days)
    yield "realised", pd.Series(line.swings, index=line.days)


def floats(values: "pd.Series[float]") -> Floats:
    """A column as an array."""
    return np.asarray(values, dtype=np.float64)


def parts(moment: Moment, subject: str) -> dict[str, float]:
    """Each part of Pulse as a percentile of its own past, where it is long enough."""
    found = {name: place(floats(line)) for name, line in raw_parts(moment, subject)}
    return {name: one for name, one in found.items() if np.isfinite(one)}


def threat_parts(moment: Moment, subject: str) -> dict[str, float]:
    """The same of Threat."""
    found = {name: place(floats(line)) for name, line in threats(moment, subject)}
    return {name: one for name, one in found.items() if np.isfinite(one)}


def expanding(values: Floats) -> Floats:
    """The percentile of each of the last 252 values in its past; NaN under 252."""
    found = np.full(len(values), np.nan)
    rows = np.flatnonzero(np.isfinite(values))
    past = sorted(values[rows[: -YEAR or None]].tolist()) if len(rows) > YEAR else []
    for row in rows[-YEAR:]:
        insort(past, float(values[row]))
        if len(past) >= YEAR:
            found[row] = 100 * bisect_right(past, float(values[row])) / len(past)
    return found


def replayed(moment: Moment, subject: str) -> list[float]:
    """Pulse of prices alone on each of the last 252 sessions, oldest first."""
    line = moment.line(subject)
    assert line, subject
    columns = {
        name: pd.Series(expanding(floats(one)), index=one.index)
        for name, one in raw_parts(moment, subject)
    }
    table = pd.DataFrame(columns).reindex(line.days[-YEAR:])
    return [float(one) for one in table.mean(axis=1).dropna()]


def stance(moment: Moment, subject: str, today: float) -> str:
    """The stance by bands with hysteresis, replayed from prices."""
    current = "Neutral"
    for value in [*replayed(moment, subject)[:-1], today]:
        current = following(current, value)
    return current


def following(current: str, value: float) -> str:
    """The stance after one more value."""
    if value >= BULLISH or (current == "Bullish" and value > BULLISH - SLOW):
        return "Bullish"
    if value <= BEARISH or (current == "Bearish" and value < BEARISH + SLOW):
        return "Bearish"
    return "Neutral"


def part(asked: Asked) -> Truth:
    """The percentile of one part."""
    score, name = asked.metric.split(".")
    own = parts if score == "pulse" else threat_parts
    line = asked.line
    return Truth(
        own(asked.moment, asked.subject)[name], (), line.day(0), line.day(line.last)
    )


def implied_gap(asked: Asked) -> Truth:
    """Implied volatility against its 50-day mean."""
    gauge = asked.against or asked.moment.first_of(asked.subject, "implied") or ""
    values = implied(asked.moment, asked.subject, gauge)
    return Truth(-float(values.iloc[-1]))


def raw(name: str) -> Metric:
    """The raw value behind a part."""

    def found(asked: Asked) -> Truth:
        return Truth(float(dict(raw_parts(asked.moment, asked.subject))[name].iloc[-1]))

    return found


TABLE: Table = {
    **{f"pulse.{name}": part for name in list(WORDS)[:-1]},
    "threat.implied": part,
    "threat.realised": part,
    "implied_gap": implied_gap,
    "credit": raw("credit"),
    "stock_bond": raw("stock_bond"),
}
