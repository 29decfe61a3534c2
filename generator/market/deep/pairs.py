"""Pairs: an instrument beside its benchmarks and rivals, day by day and by window."""

from collections.abc import Iterator

import numpy as np

from generator.market import relative
from generator.market.indicators import Floats, mean
from generator.market.moves import base_of
from generator.market.states import days_a_year, realised
from generator.market.view import QUOTIENT, YEAR, Figure, Pair, Scene, View

Figures = Iterator[Figure]
WEEK, MONTH = 5, 20
PLACED = (5, 21)  # sessions of the leads that are placed in their own past
LEAST = 60  # shared days before a correlation is said
HARD = -0.01  # a day on which the benchmark's fall tells who falls further


def facts(scene: Scene) -> Figures:
    """All pairs of one instrument; nothing for what measures volatility or a rate."""
    if scene.view.is_gauge:
        return
    for pair in scene.rivals:
        yield from rival(pair)
    for pair in (*scene.benchmarks, *scene.rivals):
        if pair.against.is_gauge or pair.left[-1] != scene.view.last:
            continue
        yield from leads(pair)
        yield from week(pair)
        yield from swings(pair)
        yield from hard_days(pair)
        yield from year(pair)
        if pair.subject.as_traded and pair.against.as_traded:
            yield from ratio(pair)


def rival(pair: Pair) -> Figures:
    """What a benchmark has among the common figures, for a rival."""
    if pair.against.is_gauge:
        yield from with_rate(pair)
        return
    yield from relative.leads(pair)
    if pair.subject.as_traded and pair.against.as_traded:
        yield from relative.ratios(pair)
    if relative.is_same_day(pair):
        yield from relative.dependence(pair)
        yield from explained_week(pair)


def with_rate(pair: Pair) -> Figures:
    """The correlation of daily returns with the changes of a rate, over all bars."""
    moves, _ = pair.returns(1)
    steps = np.concatenate([[np.nan], np.diff(pair.against_closes)])
    rows = np.flatnonzero(np.isfinite(moves) & np.isfinite(steps))
    if len(rows) < LEAST or rows[-1] != pair.last:
        return
    value = float(np.corrcoef(moves[rows], steps[rows])[0, 1])
    formula = f"corr(return, change of the rate), {len(rows)} sessions"
    span = (int(rows[0]) - 1, pair.last)
    name = f"correlation.all.{pair.against.id}"
    yield pair.figure(name, value, "correlation", span, formula=formula)
    name = f"correlation_count.all.{pair.against.id}"
    count = len(rows)
    yield pair.figure(name, count, "count", span, formula="count(shared moves)")


def explained_week(pair: Pair) -> Figures:
    """What a year's beta, as it stood before the week, makes of the rival's week."""
    past, now = (
        relative.shared_rows(pair, YEAR, WEEK),
        relative.shared_rows(pair, WEEK, 0),
    )
    if past is None or now is None or past[1] != now[0]:
        return
    subject, against = relative.shared_returns(pair)
    window = slice(-YEAR - WEEK, -WEEK)
    beta = relative.slope(subject[window], against[window])
    if beta is None:
        return
    name = pair.against.id
    formula = "cov(return, the other's)/var(the other's), 252 sessions"
    yield pair.figure(f"beta.252.{name}", beta, "correlation", past, formula=formula)
    move = pair.against_closes[now[1]] / pair.against_closes[now[0]] - 1
    worth = 100 * beta * float(move)
    formula = "100*beta.252*the other's return.5"
    rows = (past[0], pair.last)
    yield pair.figure(f"explained.5.{name}", worth, "pct_points", rows, formula=formula)


def leads(pair: Pair) -> Figures:
    """The lead of 20 sessions, and where a week's and a month's stand in their past."""
    month = pair.lead(MONTH)
    if np.isfinite(month[-1]):
        value, formula = float(month[-1]), "100*(return.20 - the other's)"
        first = int(np.searchsorted(pair.places, pair.places[-1] - MONTH))
        name, rows = f"relative_return.20.{pair.against.id}", (first, pair.last)
        yield pair.figure(name, value, "pct_points", rows, formula=formula)
    for count in PLACED:
        lead = pair.lead(count)
        known = lead[np.isfinite(lead)]
        if not np.isfinite(lead[-1]) or len(known) < YEAR:
            continue
        share = 100 * float((known <= known[-1]).mean())
        first = int(np.flatnonzero(np.isfinite(lead))[0])
        formula = f"100*share(relative_return.{count} <= the last)"
        name = f"lead_percentile.{count}.{pair.against.id}"
        rows = (first, pair.last)
        yield pair.figure(name, share, "percentile", rows, formula=formula)


def week(pair: Pair) -> Figures:
    """Of five sessions, those with the same sign, and those the subject won."""
    own, other = (leg[-WEEK:] for leg in pair.returns(1))
    if len(own) < WEEK or not np.isfinite(own + other).all():
        return
    rows, name = (pair.last - WEEK, pair.last), pair.against.id
    same, won = int((own * other > 0).sum()), int((own > other).sum())
    formula = "count(returns of one sign)"
    yield pair.figure(f"agreement.5.{name}", same, "count", rows, formula=formula)
    formula = "count(return > the other's)"
    yield pair.figure(f"wins.5.{name}", won, "count", rows, formula=formula)


def yearly(view: View) -> Floats:
    """Realised volatility a year, on each row."""
    swings: Floats = realised(view) * days_a_year(view) ** 0.5
    return swings


def swings(pair: Pair) -> Figures:
    """Realised volatility over the other's, and its percentile in its own past."""
    own = np.where(pair.left >= 0, yearly(pair.subject)[pair.left], np.nan)
    other = yearly(pair.against)[pair.right]
    with np.errstate(invalid="ignore", divide="ignore"):
        times = own / other
    known = times[np.isfinite(times)]
    if not np.isfinite(times[-1]) or len(known) < YEAR:
        return
    rows, name = (0, pair.last), pair.against.id
    formula = "sqrt(ewm(log return^2, halflife=8)) over the other's"
    value = float(times[-1])
    yield pair.figure(f"ewvol_ratio.8.{name}", value, "times", rows, formula=formula)
    share = 100 * float((known <= known[-1]).mean())
    formula = "100*share(ewvol_ratio.8 <= the last)"
    name = f"ewvol_ratio_percentile.8.{name}"
    yield pair.figure(name, share, "percentile", rows, formula=formula)


def hard_days(pair: Pair) -> Figures:
    """Of a year's days of 1% or more off the benchmark, those that cost more here."""
    if pair.last < YEAR:
        return
    own, other = (leg[-YEAR:] for leg in pair.returns(1))
    with np.errstate(invalid="ignore"):
        hard = (other <= HARD) & np.isfinite(own)
        worse = int((hard & (own < other)).sum())
    if not hard.any():
        return
    rows, name = (pair.last - YEAR, pair.last), pair.against.id
    formula = "count(the other's return <= -0.01)"
    count = int(hard.sum())
    yield pair.figure(f"hard_days.252.{name}", count, "count", rows, formula=formula)
    formula = "count(of those, return < the other's)"
    yield pair.figure(f"fell_further.252.{name}", worse, "count", rows, formula=formula)


def year(pair: Pair) -> Figures:
    """The year's return over the other's, where both rose."""
    legs = (pair.subject, pair.against)
    firsts = [base_of(view, "ytd") for view in legs]
    if min(firsts) < 0:
        return
    days = {view.bars.dates[row] for view, row in zip(legs, firsts, strict=True)}
    lasts = {view.bars.dates[-1] for view in legs}
    if len(days) > 1 or len(lasts) > 1:
        return
    own, other = (
        view.close / float(view.bars.close[row]) - 1
        for view, row in zip(legs, firsts, strict=True)
    )
    if own > 0 and other > 0:
        first = int(np.searchsorted(pair.right, firsts[1]))
        formula = "return.ytd over the other's"
        name = f"return_ratio.ytd.{pair.against.id}"
        rows = (first, pair.last)
        yield pair.figure(name, own / other, "times", rows, formula=formula)


def ratio(pair: Pair) -> Figures:
    """The ratio of closes beside its mean of 20 and its high of 252 sessions."""
    values, name = relative.ratio_of(pair), pair.against.id
    rows = pair.both
    if len(values) > MONTH:
        middle = float(mean(values, MONTH)[-1])
        span = (int(rows[-MONTH]), pair.last)
        formula = "mean(ratio, 20)"
        yield pair.figure(
            f"ratio_mean.20.{name}", middle, QUOTIENT, span, formula=formula
        )
    if len(values) > YEAR:
        yield from ratio_year(pair, values[-YEAR:])


def ratio_year(pair: Pair, values: Floats) -> Figures:
    """The ratio against its highest and its lowest of 252 sessions."""
    rows, name = pair.both[-YEAR:], pair.against.id
    span = (int(rows[0]), pair.last)
    for word, pick in (("high", np.argmax), ("low", np.argmin)):
        row = int(pick(values))
        gap = float(values[-1] / values[row]) - 1
        formula = f"ratio[last]/{'max' if word == 'high' else 'min'}(ratio, 252)-1"
        day = (pair.day(int(rows[row])),)
        yield pair.figure(
            f"ratio_gap_{word}.252.{name}",
            gap,
            "ratio",
            span,
            formula=formula,
            made=day,
        )
