"""Moves: closes, returns, the last session, and how unusual it was."""

from collections.abc import Iterator

import numpy as np

from generator.market.indicators import last_at_least
from generator.market.view import Figure, Scene, View
from generator.plain.words import FLAT

Figures = Iterator[Figure]
SPANS = (1, 5, 10, 21)  # sessions: a day, a week, two, a month (T4)
TO_DATE = ("wtd", "mtd", "ytd")
WITHIN = np.timedelta64(14, "D")  # how near before the period its base must lie
PARTS = ("5", "21", "ytd")  # windows that are also told without their last session
MOST = 2  # a day's share of a window that all but cancels out says nothing


def facts(scene: Scene) -> Figures:
    """All that the last session and the returns up to it say."""
    view = scene.view
    yield from closes(view)
    yield from session(view)
    if view.is_gauge:
        yield from points(view)
    if not view.is_rate:
        yield from all_returns(view)
    yield from size(view)


def closes(view: View) -> Figures:
    """The last close and the one before."""
    last, unit = view.last, view.instrument.unit
    if last < view.priced_from:  # less dividends paid since: nobody traded there
        return
    yield view.figure("close", view.close, unit, (last, last), formula="close[last]")
    before = view.row_before(1)
    if before >= view.priced_from:
        close = float(view.bars.close[before])
        rows = (before, before)
        yield view.figure("previous_close", close, unit, rows, formula="close[last]")


def session(view: View) -> Figures:
    """The last session's high, low and place of the close; open and gap for funds."""
    bars, last, unit = view.bars, view.last, view.instrument.unit
    rows = (last, last)
    high, low = float(bars.high[-1]), float(bars.low[-1])
    traded = last >= view.priced_from
    if np.isfinite(high + low) and traded:
        yield view.figure("high", high, unit, rows, formula="high[last]")
        yield view.figure("low", low, unit, rows, formula="low[last]")
        yield view.figure(
            "range", high - low, unit, rows, formula="high[last]-low[last]"
        )
    if np.isfinite(high + low) and high > low:
        place = (view.close - low) / (high - low)
        formula = "(close[last]-low[last])/(high[last]-low[last])"
        yield view.figure("close_in_range", place, "ratio", rows, formula=formula)
    opened, before = float(bars.open[-1]), view.row_before(1)
    if not np.isfinite(opened) or view.instrument.kind == "index" or view.is_gauge:
        return
    if traded:
        yield view.figure("open", opened, unit, rows, formula="open[last]")
    day = view.close / opened - 1
    formula = "close[last]/open[last]-1"
    yield view.figure("intraday.1", day, "ratio", rows, formula=formula)
    if before >= 0:
        gap = opened / float(bars.close[before]) - 1
        formula = "open[last]/close[first]-1"
        yield view.figure("gap.1", gap, "ratio", (before, last), formula=formula)


def points(view: View) -> Figures:
    """Changes of a gauge, in its own points, and its place among 252 closes."""
    unit = "pct_points" if view.is_rate else "points"
    for count in (1, 5, 21):
        row = view.row_before(count)
        if row >= 0:
            change = view.close - float(view.bars.close[row])
            formula = "close[last]-close[first]"
            rows = (row, view.last)
            yield view.figure(f"change.{count}", change, unit, rows, formula=formula)
    if len(view.bars) >= 252:
        window = view.bars.close[-252:]
        share = 100 * float((window <= window[-1]).mean())
        rows = (view.last - 251, view.last)
        formula = "100*share(close[first..last] <= close[last])"
        yield view.figure("percentile.252", share, "percentile", rows, formula=formula)


def all_returns(view: View) -> Figures:
    """Returns over exact counts of sessions and to date, with and without the last."""
    for count in SPANS:
        yield from return_from(view, str(count), view.row_before(count))
    for name in TO_DATE:
        yield from return_from(view, name, base_of(view, name))


def return_from(view: View, name: str, row: int) -> Figures:
    """The return from one row, what it was a session ago, and the last one's share."""
    if row < 0:
        return
    first, last = float(view.bars.close[row]), view.close
    formula = "close[last]/close[first]-1"
    whole = last / first - 1
    yield view.figure(
        f"return.{name}", whole, "ratio", (row, view.last), formula=formula
    )
    before = view.row_before(1)
    if before <= row or name not in PARTS:
        return
    close = float(view.bars.close[before])
    part = close / first - 1
    yield view.figure(
        f"without_day.{name}", part, "ratio", (row, before), formula=formula
    )
    if abs(whole) >= FLAT and 0 < (share := (last - close) / (last - first)) <= MOST:
        formula = "(close[last]-close[last-1])/(close[last]-close[first])"
        rows = (row, view.last)
        yield view.figure(f"day_share.{name}", share, "ratio", rows, formula=formula)


def base_of(view: View, name: str) -> int:
    """The last row of the week, month, quarter or year before; -1 if absent."""
    day = view.bars.dates[-1]
    if name == "wtd":
        weekday = (day.astype(np.int64) + 3) % 7  # day 0 of numpy was a Thursday
        start = day - weekday
    else:
        start = day.astype("datetime64[Y]" if name == "ytd" else "datetime64[M]")
        if name == "qtd":
            start = start - start.astype(np.int64) % 3
        start = start.astype("datetime64[D]")
    row = int(np.searchsorted(view.bars.dates, start)) - 1
    near = row >= 0 and start - view.bars.dates[row] <= WITHIN
    return row if near else -1


def size(view: View) -> Figures:
    """How large the last move was beside the instrument's own, and since when."""
    moves, last = view.moves, view.last
    if last < 1 or not np.isfinite(moves[-1]):
        return
    unit = "pct_points" if view.is_rate else "ratio"
    usual = float(view.usual[-1])
    if np.isfinite(usual):
        formula = "sqrt(ewm(move^2, halflife=20))"
        yield view.figure("usual.1", usual, unit, (0, last - 1), formula=formula)
        score, formula = float(view.zscores[-1]), "move[last]/usual[last-1]"
        yield view.figure("zscore.1", score, "sigmas", (0, last), formula=formula)
        yield from week_score(view)
    yield from ranks(view)


def week_score(view: View) -> Figures:
    """The five-session return in usual days, as known when the window began."""
    row = view.row_before(5)
    if row < 0 or view.is_rate or not np.isfinite(view.usual[row + 1]):
        return
    score = (view.close / float(view.bars.close[row]) - 1) / float(view.usual[row + 1])
    formula = "return.5/(usual[first]*sqrt(5))"
    rows = (0, view.last)
    yield view.figure("zscore.5", score / 5**0.5, "sigmas", rows, formula=formula)


def ranks(view: View) -> Figures:
    """The last move's rank among its sign, and the last one at least as large."""
    moves, rows = view.moves, (0, view.last)
    move = float(moves[-1])
    if move == 0:
        return
    sign = 1 if move > 0 else -1
    known = moves[np.isfinite(moves)] * sign
    rank = int((known > known[-1]).sum()) + 1
    formula = "1+count(moves of its sign > move[last])"
    yield view.figure("rank.1", rank, "count", rows, formula=formula)
    formula = "count(move)"
    yield view.figure("rank_count.1", len(known), "count", rows, formula=formula)
    since = last_at_least(np.where(np.isfinite(moves), moves * sign, -np.inf))
    if since < 0:
        name = "rank_gain.1" if sign > 0 else "rank_fall.1"
        yield view.figure(name, 1, "count", rows, formula="rank.1")
        return
    name = "best_since.1" if sign > 0 else "worst_since.1"
    count = int(view.places[-1] - view.places[since])
    yield view.figure(
        name,
        count,
        "sessions",
        (since, view.last),
        formula="sessions since move >= move[last], in its sign",
        made=(view.bars.day(since),),
    )
