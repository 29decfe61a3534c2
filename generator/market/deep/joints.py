"""Joints: two states of the last day that had hardly ever met before.

Each of them is common by itself; that they meet is what is new, in the bars we hold.
"""

import itertools
from collections.abc import Iterator, Mapping

import numpy as np

from generator.market.deep.conditions import Flags, State
from generator.market.deep.kinds import STATES
from generator.market.deep.sequels import dates
from generator.market.view import Figure, Pair, View

Figures = Iterator[Figure]
JOINED = (
    "highest bench_highest implied_high implied_low ratio_high ratio_low lead_high_21 "
    "lead_low_21"
).split()  # states that last; a large day is an event
MET = 3  # times, the last day's among them, up to which a meeting is told
OFTEN = 20  # days from which a state is no novelty by itself


def joints(view: View, found: Mapping[str, State]) -> Figures:
    """The pairs of states that met on the last day and on two others at most."""
    there = [
        name
        for name in JOINED
        if name in found
        and found[name].flags[-1]
        and int(found[name].flags.sum()) >= OFTEN
    ]
    for one, other in itertools.combinations(there, 2):
        if apart(one, other):
            yield from joint(view, found, one, other)


def apart(one: str, other: str) -> bool:
    """Whether two states say different things: one of the price, one of another."""
    families = {STATES[one].family, STATES[other].family}
    return len(families) == 2 and "price" in families


def joint(view: View, found: Mapping[str, State], one: str, other: str) -> Figures:
    """How often two states met, on which days, among how many sessions."""
    states = found[one], found[other]
    pairs = {
        state.on.against.id: state.on for state in states if isinstance(state.on, Pair)
    }
    days = np.flatnonzero(states[0].flags & states[1].flags)
    if len(days) > MET or len(pairs) > 1:  # a figure is of two instruments at most
        return
    on: View | Pair = next(iter(pairs.values()), view)
    rows, name = (0, on.last), f"{one}.{other}"
    formula = f"count({states[0].words}, and {states[1].words})"
    yield on.figure(
        f"joint.n.{name}",
        len(days),
        "count",
        rows,
        formula=formula,
        made=dates(view, days),
    )
    searched = int((judged(view, states[0]) & judged(view, states[1])).sum())
    formula = "count(days of which both could be said)"
    yield on.figure(f"joint.days.{name}", searched, "count", rows, formula=formula)


def judged(view: View, state: State) -> Flags:
    """The rows of which the state could be said: all, where it needs no past."""
    every = np.ones(len(view.bars), dtype=bool)
    return every if state.judged is None else state.judged
