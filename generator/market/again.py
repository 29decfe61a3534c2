"""Again: the bars behind a Fact, and the Fact computed anew from them."""

import itertools
from datetime import datetime

import numpy as np

from generator.market.bars import HEADER
from generator.market.deep import groups
from generator.market.gates import views_at
from generator.market.panel import Panel
from generator.market.tape import deep_of, figures_of, rivals, view_at
from generator.market.view import Figure, Scene, View, paired
from generator.model.facts import LevelFact
from generator.model.market import MarketFact


def bars(panel: Panel, fact: MarketFact) -> str:
    """The rows a Fact was computed from: a header, the subject's, `|`, the second's.

    What follows the header hashes to the Fact's `bars_sha256`. PriceError if the
    panel no longer holds the instrument.
    """
    if fact.subject in groups.names(panel.instruments):
        return HEADER + crowded(panel, fact).decode()
    view = view_at(panel, fact.subject, fact.known_at)
    against = None if isinstance(fact, LevelFact) else fact.against
    if against is None:
        return HEADER + view.text(rows_of(view, fact)).decode()
    other = view_at(panel, against, fact.known_at)
    pair = paired(view, other)
    if pair is None:
        return HEADER
    days = other.bars.dates[pair.right]
    first = int(np.searchsorted(days, np.datetime64(fact.window.first)))
    last = int(np.searchsorted(days, np.datetime64(fact.window.last)))
    return HEADER + pair.text((first, last)).decode()


def crowded(panel: Panel, fact: MarketFact) -> bytes:
    """The rows of a group's members, `|` between them; empty where it has none now."""
    found = grouped(panel, fact, fact.known_at)
    return found.on.text(found.rows) if found else b""


def grouped(panel: Panel, fact: MarketFact, as_of: datetime) -> Figure | None:
    """The same figure of a group at a moment."""
    views, _ = views_at(panel, as_of)
    made = groups.figures(views)
    return next((one for one in made if one.id == fact.id), None)


def rows_of(view: View, fact: MarketFact) -> tuple[int, int]:
    """The first and last row of a Fact's window."""
    first = np.searchsorted(view.bars.dates, np.datetime64(fact.window.first))
    last = np.searchsorted(view.bars.dates, np.datetime64(fact.window.last))
    return int(first), int(last)


def again(panel: Panel, fact: MarketFact, as_of: datetime) -> MarketFact | None:
    """The same Fact computed anew at a moment; None where the bars do not give it."""
    if fact.subject in groups.names(panel.instruments):
        figure = grouped(panel, fact, as_of)
        return figure.fact() if figure else None
    if fact.subject not in panel.bars:
        return None
    views = rivals(panel, fact.subject, as_of)
    if fact.subject not in views:
        return None
    scene = Scene(views[fact.subject], views)
    found = itertools.chain(figures_of(scene), deep_of(scene))
    one = next((one for one in found if one.id == fact.id), None)
    return one.fact() if one else None
