"""Groups: how many members rose, how far apart they ended, who led."""

from collections.abc import Iterator, Mapping

import numpy as np

from generator.market.crowd import Crowd
from generator.market.indicators import Floats
from generator.market.view import Figure, View
from generator.model.market import Instrument
from generator.plain.words import FLAT

Figures = Iterator[Figure]
LEAST = 3  # members: fewer are no crowd
SPANS = (1, 3, 5, 21)
MEANS = (50, 200)
STOCKS = "stocks"
YEAR = 252
LEAST_FLAT = 60  # flat days before one is called unusual among them


def names(instruments: Mapping[str, Instrument]) -> frozenset[str]:
    """What the groups are called."""
    return frozenset(name for one in instruments.values() for name in groups_of(one))


def groups_of(instrument: Instrument) -> tuple[str, ...]:
    """The groups that an instrument is counted among."""
    stock = (STOCKS,) if instrument.kind == "stock" else ()
    return stock + instrument.groups


def crowds(views: Mapping[str, View]) -> Iterator[Crowd]:
    """Each group's members that have a bar of the group's last session."""
    groups: dict[str, dict[str, View]] = {}
    for name, view in views.items():
        for group in groups_of(view.instrument):
            groups.setdefault(group, {})[name] = view
    for group, members in groups.items():
        latest = max(view.bars.dates[-1] for view in members.values())
        fresh = {
            name: view
            for name, view in sorted(members.items())
            if view.bars.dates[-1] == latest and view.row_before(1) >= 0
        }
        if len(fresh) >= LEAST:
            yield Crowd(group, fresh)


def facts(crowd: Crowd) -> Figures:
    """All figures of one group."""
    moves = np.array([view.moves[-1] for view in crowd.members.values()])
    if not np.isfinite(moves).all():
        return
    yield from breadth(crowd, moves)
    yield from extremes(crowd, moves)
    yield from ladder(crowd)
    yield from above(crowd)


def breadth(crowd: Crowd, moves: Floats) -> Figures:
    """Members that rose, fell and stayed flat, and the mean size of their moves."""
    day = (-2, -1)
    counts = {
        "members.1": (len(moves), "count(return.1)"),
        "up.1": (int((moves > 0).sum()), "count(return.1 > 0)"),
        "down.1": (int((moves < 0).sum()), "count(return.1 < 0)"),
        "flat.1": (int((np.abs(moves) < FLAT).sum()), "count(abs(return.1) < 0.0015)"),
        "risen.1": (int((moves >= FLAT).sum()), "count(return.1 >= 0.0015)"),
        "fallen.1": (int((moves <= -FLAT).sum()), "count(return.1 <= -0.0015)"),
    }
    for name, (count, formula) in counts.items():
        yield crowd.figure(name, count, "count", day, formula=formula)
    size = float(np.abs(moves).mean())
    yield crowd.figure("mean_size.1", size, "ratio", day, formula="mean(abs(return.1))")


def extremes(crowd: Crowd, moves: Floats) -> Figures:
    """Members with their worst or best day in the bars, and at their highest close."""
    views = list(crowd.members.values())
    rows = (-max(len(view.bars) for view in views), -1)
    if min(len(view.bars) for view in views) > YEAR:
        worst = sum(is_extreme(-view.moves) for view in views)
        formula = "count(return.1 the lowest in the bars)"
        yield crowd.figure("worst_ever.1", worst, "count", rows, formula=formula)
        best = sum(is_extreme(view.moves) for view in views)
        formula = "count(return.1 the highest in the bars)"
        yield crowd.figure("best_ever.1", best, "count", rows, formula=formula)
    if all(view.as_traded for view in views):
        tops = sum(bool((view.bars.close[:-1] < view.close).all()) for view in views)
        formula = "count(close[last] the highest in the bars)"
        yield crowd.figure("at_top", tops, "count", rows, formula=formula)


def is_extreme(moves: Floats) -> bool:
    """Whether no earlier value reaches the last."""
    return bool(moves[-1] > np.nanmax(moves[:-1], initial=-np.inf))


def ladder(crowd: Crowd) -> Figures:
    """How far apart first and last ended, over several windows."""
    for count in SPANS:
        moves = [view.returns(count)[-1] for view in crowd.members.values()]
        if np.isfinite(moves).all():
            apart = 100 * float(max(moves) - min(moves))
            formula = f"100*(max(return.{count})-min(return.{count}))"
            rows = (-count - 1, -1)
            name = f"apart.{count}"
            yield crowd.figure(name, apart, "pct_points", rows, formula=formula)
            yield from apart_place(crowd, count)


def apart_place(crowd: Crowd, count: int) -> Figures:
    """Where that distance stands among the group's own past."""
    moves = aligned(crowd, count)
    known = moves[np.isfinite(moves).all(axis=1)]
    if len(known) < YEAR:
        return
    apart = known.max(axis=1) - known.min(axis=1)
    share = 100 * float((apart <= apart[-1]).mean())
    formula = f"100*share(apart.{count} <= the last)"
    rows = (-len(known) - count, -1)
    name = f"apart_percentile.{count}"
    yield crowd.figure(name, share, "percentile", rows, formula=formula)


def aligned(crowd: Crowd, count: int) -> Floats:
    """The members' returns on the sessions of the first, a column each."""
    views = list(crowd.members.values())
    dates = views[0].bars.dates
    columns = []
    for view in views:
        rows = np.minimum(np.searchsorted(view.bars.dates, dates), view.last)
        moves = view.returns(count)[rows]
        columns.append(np.where(view.bars.dates[rows] == dates, moves, np.nan))
    return np.column_stack(columns)


def above(crowd: Crowd) -> Figures:
    """The share of members above their own mean."""
    for count in MEANS:
        gaps = [view.feature(f"sma_gap.{count}") for view in crowd.members.values()]
        if None in gaps:
            continue
        over = [gap > 0 for gap in gaps if gap is not None]
        share, formula = float(np.mean(over)), f"share(close > mean(close, {count}))"
        rows = (-count, -1)
        name = f"above_mean.{count}"
        yield crowd.figure(name, share, "ratio", rows, formula=formula)


def places(crowd: Crowd) -> Figures:
    """Each member's place in the group, 1 the highest return of the session."""
    moves = {name: float(view.moves[-1]) for name, view in crowd.members.items()}
    if not np.isfinite(list(moves.values())).all():
        return
    for name, view in crowd.members.items():
        place = 1 + sum(move > moves[name] for move in moves.values())
        led = Crowd(crowd.id, crowd.members, view)
        formula = f"1+count(return.1 of the group > return.1 of {name})"
        yield led.figure(f"place.1.{name}", place, "count", (-2, -1), formula=formula)


def multiple(crowd: Crowd, index: View) -> Figures:
    """The mean size of the members' moves over the index's own."""
    moves = np.array([view.moves[-1] for view in crowd.members.values()])
    move = float(index.moves[-1])
    latest = next(iter(crowd.members.values())).bars.dates[-1]
    if index.bars.dates[-1] != latest or not move or not np.isfinite(moves).all():
        return
    times = float(np.abs(moves).mean()) / abs(move)
    beside = Crowd(crowd.id, crowd.members, index)
    formula = f"mean(abs(return.1))/abs(return.1 of {index.id})"
    name = f"multiple.1.{index.id}"
    yield beside.figure(name, times, "times", (-2, -1), formula=formula)
    if abs(move) < FLAT:
        yield from flat_days(beside, index)


def flat_days(beside: Crowd, index: View) -> Figures:
    """How the members' mean size stands among the index's flat days."""
    moves = np.abs(aligned(beside, 1))
    dates = next(iter(beside.members.values())).bars.dates
    rows = np.minimum(np.searchsorted(index.bars.dates, dates), index.last)
    same = index.bars.dates[rows] == dates
    with np.errstate(invalid="ignore"):
        flat = same & (np.abs(index.moves[rows]) < FLAT)
    sizes = moves[flat & np.isfinite(moves).all(axis=1)].mean(axis=1)
    if len(sizes) < LEAST_FLAT:
        return
    span = (-len(dates), -1)
    share = 100 * float((sizes <= sizes[-1]).mean())
    formula = f"100*share(mean_size.1 <= the last) of days with {index.id} flat"
    name = f"flat_size_percentile.1.{index.id}"
    yield beside.figure(name, share, "percentile", span, formula=formula)
    name = f"flat_count.1.{index.id}"
    formula = f"count(days with {index.id} flat)"
    yield beside.figure(name, len(sizes), "count", span, formula=formula)


def figures(views: Mapping[str, View]) -> Figures:
    """The figures of every group, and of the index that each is held against."""
    index = views.get("SPX")
    for crowd in crowds(views):
        yield from facts(crowd)
        yield from places(crowd)
        if index:
            yield from multiple(crowd, index)
