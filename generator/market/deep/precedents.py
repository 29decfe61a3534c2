"""Precedents: past days in the same state as the last, and what followed them.

What followed is no forecast. Days of one state come in runs whose windows overlap, so
beside their count stands that of their episodes, and beside each share that of all
days. Cases are days whose later sessions are known; `made` names them all, or the
first and the last of many.
"""

from collections.abc import Iterator, Mapping

import numpy as np

from generator.market.deep.aftermath import HORIZONS, WITHIN, Past, groups
from generator.market.deep.conditions import APART, State
from generator.market.deep.days import RARE, TOLD
from generator.market.deep.joints import joints
from generator.market.deep.kinds import STATES
from generator.market.deep.sequels import SWING, Outcome, dates, outcomes, swung
from generator.market.indicators import Floats, Ints
from generator.market.view import Figure, Scene, View

Figures = Iterator[Figure]
RUNS = f"groups of those days more than {APART} sessions apart"
COUNTED = 100  # cases up to which "so many of" them is how it is told
TREND = 125  # sessions of the mean that a week is measured from


def facts(scene: Scene) -> Figures:
    """The precedents of every state that the last day is in."""
    if scene.view.is_gauge:
        return
    past = Past(scene)
    looked = ((name, kind.look(past)) for name, kind in STATES.items())
    found = {name: state for name, state in looked if state}
    if not found:
        return
    for name, state in found.items():
        yield from told(past, name, state)
    yield from bases(past, found)
    yield from joints(scene.view, found)


def told(past: Past, name: str, state: State) -> Figures:
    """A state's size, its days, and what followed them over each horizon."""
    if state.sequels:  # else the last day is not in it, but in what it completes
        yield from described(name, state)
    for horizon in state.horizons:
        yield from followed(past, name, state, horizon)
    cases = cases_of(state, answers_of(past, state, STATES[name].horizon))
    if len(cases) and state.most is not None:
        yield highest(past.view, name, state, cases)
    if len(cases) and name == "week_loss" and past.view.as_traded:
        yield from stood(past.view, cases)


def described(name: str, state: State) -> Figures:
    """A state's size, and the days in it up to the last."""
    on, rows = state.on, (0, state.on.last)
    if state.size:
        value, unit = state.size
        formula = "the largest round size that the last day and an earlier one reach"
        yield on.figure(f"precedent.size.{name}", value, unit, rows, formula=formula)
    days = int((state.flags if state.every is None else state.every).sum())
    formula = f"count({state.words})"
    yield on.figure(f"precedent.days.{name}", days, "count", rows, formula=formula)


def answers_of(past: Past, state: State, horizon: int) -> list[Outcome]:
    """What is asked of a state over one horizon; at least whether closes rose."""
    found = list(outcomes(past, state, horizon))
    return found or [Outcome("up", horizon, past.after(horizon), past.view)]


def cases_of(state: State, answers: list[Outcome]) -> Ints:
    """The rows in the state whose later sessions are known."""
    return np.flatnonzero(state.flags & np.isfinite(answers[0].values))


def followed(past: Past, name: str, state: State, horizon: int) -> Figures:
    """Cases, episodes, and what followed them over one horizon."""
    answers = answers_of(past, state, horizon)
    cases, tail = cases_of(state, answers), f"{name}.{horizon}"
    on, rows, made = state.on, (0, state.on.last), dates(past.view, cases)
    first = "" if state.every is None else "the first of each run of "
    formula = f"count({first}{state.words}), {horizon} sessions or more ago"
    count = f"precedent.n.{tail}"
    yield on.figure(count, len(cases), "count", rows, formula=formula, made=made)
    if not len(cases):
        return
    episodes = len(groups(past.view.places[cases], APART))
    count = f"precedent.episodes.{tail}"
    yield on.figure(count, episodes, "count", rows, formula=RUNS, made=made)
    for answer in answers if state.sequels else ():
        yield from answered(past, name, state, answer=answer, cases=cases)


def answered(
    past: Past, name: str, state: State, *, answer: Outcome, cases: Ints
) -> Figures:
    """One answer for the cases, and for all days that could be in the state.

    How many of them is told where all have an answer, so that it can be said beside
    their count, and they are few or it is the horizon that a lens tells.
    """
    rows, tail = answer.of(cases), f"{name}.{answer.end}"
    if not len(rows):
        return
    made = dates(past.view, rows)
    is_told = answer.horizon == STATES[name].horizon
    if len(rows) == len(cases) and (is_told or len(rows) <= COUNTED):
        yield answer.counted("precedent", tail, rows, made)
    yield from answer.shares("precedent", tail, rows, made)
    if state.judged is not None and answer.sequel.asked:
        judged = answer.of(np.flatnonzero(state.judged))
        yield from answer.base(tail, judged, past.view)
        if is_told:
            yield answer.counted("base", tail, judged, dates(past.view, judged))


def highest(view: View, name: str, state: State, cases: Ints) -> Figure:
    """The highest implied volatility among the cases."""
    assert state.most is not None, name
    row = int(cases[np.argmax(state.most[cases])])
    return state.on.figure(
        f"precedent.most.{name}",
        float(state.most[row]),
        "points",
        (0, state.on.last),
        formula="max(implied volatility) of those days",
        made=(view.bars.day(row),),
    )


def stood(view: View, cases: Ints) -> Figures:
    """How far such weeks ended under the highest close, and from their trend."""
    rows, made = (view.priced_from, view.last), dates(view, cases)
    closes = np.where(
        np.arange(len(view.bars)) >= view.priced_from, view.bars.close, np.nan
    )
    drops = closes / np.fmax.accumulate(closes) - 1
    gaps = np.array([gap(closes, int(row)) for row in cases])
    for word, values in (("drawdown", drops[cases]), ("trend", gaps)):
        if np.isfinite(values).all():
            name = f"precedent_{word}.week_loss"
            formula = f"max({word}) of those days"
            value = float(values.max())
            yield view.figure(name, value, "ratio", rows, formula=formula, made=made)


def gap(closes: Floats, row: int) -> float:
    """The close of a row against its mean; NaN where there are too few."""
    window = closes[max(row - TREND + 1, 0) : row + 1]
    enough = len(window) == TREND
    return float(closes[row] / window.mean() - 1) if enough else float("nan")


def bases(past: Past, found: Mapping[str, State]) -> Figures:
    """What followed all days, of what is asked of a state that is there."""
    view, at = past.view, (past.view.last, past.view.last)
    for horizon in HORIZONS:
        answers = [Outcome("up", horizon, past.after(horizon), view)]
        rivals = {
            one.against.id: one for state in found.values() for one in state.rivals
        }
        answers += [
            Outcome("ahead", horizon, past.lead(pair, horizon), pair)
            for pair in rivals.values()
        ]
        for answer in answers:
            yield from answer.base(answer.end, answer.known, view)
        name, formula = f"precedent.horizon.{horizon}", "sessions looked ahead"
        yield view.figure(name, horizon, "sessions", at, formula=formula)
    calm = [state for state in found.values() if "swing" in state.sequels]
    if calm:
        answer = Outcome("swing", WITHIN, swung(past, calm[0], WITHIN), view)
        yield from answer.base(answer.end, answer.known, view)
        name, formula = "precedent.size.swing", "the size of a day that is asked for"
        yield view.figure(name, SWING, "ratio", at, formula=formula)


def precedents(scene: Scene) -> Figures:
    """What followed earlier days as unusual as the last; nothing for a usual one.

    Any note may tell these: ten sessions on, beside the same of all days.
    """
    view = scene.view
    scores = view.zscores
    if view.is_gauge or not np.isfinite(scores[-1]) or abs(scores[-1]) < RARE:
        return
    sign = np.sign(scores[-1])
    with np.errstate(invalid="ignore"):
        alike = scores * sign >= abs(scores[-1])
    after = Past(scene).after(TOLD)
    known = np.isfinite(after)
    past = np.flatnonzero(alike & known)
    rows = (0, view.last)
    formula = "count(zscore of that sign, as large, 10 sessions or more ago)"
    yield view.figure("precedent.n", len(past), "count", rows, formula=formula)
    if not len(past):
        return
    cases = len(groups(view.places[past], APART))
    yield view.figure("precedent.episodes", cases, "count", rows, formula=RUNS)
    for name, days in (("precedent", after[past]), ("base", after[known])):
        what = "those days" if name == "precedent" else "all days"
        share, middle = float((days > 0).mean()), float(days.mean())
        formula = f"share(close 10 sessions on > close) of {what}"
        yield view.figure(f"{name}_up.10", share, "ratio", rows, formula=formula)
        formula = f"mean(close 10 sessions on/close-1) of {what}"
        yield view.figure(f"{name}_mean.10", middle, "ratio", rows, formula=formula)
