"""Tracks: the features of all bars that a panel holds, computed once for every moment.

A feature depends on its own row and earlier ones, so what was computed over the whole
file holds for every moment at which the same bars were in use.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from functools import lru_cache

from generator.market.features import Frames, frames_of
from generator.market.gates import gate
from generator.market.panel import Panel
from generator.market.view import View

AFTER = timedelta(days=2)  # every bar is known by then, and none is yet stale


@lru_cache(maxsize=2)
def tracks(panel: Panel) -> Frames:
    """The frames of each instrument's bars as they stand at the end of its file."""
    return frames_of(tuple(view.own_column for view in ends(panel)))


def ends(panel: Panel) -> Iterator[View]:
    """Each instrument that can be used at the end of its own file."""
    for name, (bars, *_) in panel.bars.items():
        last = datetime.combine(bars.day(-1), time(22), UTC) + AFTER
        view = gate(panel, name, last).view
        if view:
            yield view


def tracked(panel: Panel, views: Mapping[str, View]) -> dict[str, View]:
    """The views with the panel's frames at hand."""
    shared = tracks(panel)
    return {name: replace(view, shared=shared) for name, view in views.items()}
