"""Threats: the days that this Threat scored alike, and what closes followed them.

Threat is the fifth of the scale that holds the mean of two percentiles, implied and
realized volatility, each in its own past; of one where the other is missing. `.own`
names a second reading, by the place of that mean among its own earlier values.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from generator.market.deep.aftermath import WITHIN, Past, groups
from generator.market.deep.conditions import APART, Flags
from generator.market.deep.expanding import at_or_below, below
from generator.market.deep.sequels import dates
from generator.market.indicators import LEAST_PAST, Floats, Ints
from generator.market.states import realised
from generator.market.view import Figure, Pair, Scene, View

Figures = Iterator[Figure]
FIFTH, HIGHEST = 20.0, 5
# Values of each part from which a day counts as scored: a year, less its holidays. The
# score of a note asks for 252; two days more or less move no printed share.
SCORED = 250
WARM_UP = 30  # rows before an exponential mean has seen enough
MOVED = 0.05  # a close so far away, lower or higher


class Scored(NamedTuple):
    """The Threat of each row, NaN where there was none, and what it was read from."""

    name: str
    words: str
    levels: Floats
    on: View | Pair

    @property
    def today(self) -> float:
        """The last row's."""
        return float(self.levels[-1])


def facts(scene: Scene) -> Figures:
    """What followed the days of this Threat, beside all days that were scored."""
    if scene.view.is_gauge:
        return
    past = Past(scene)
    for scored in (by_fifths(past), by_own_past(past)):
        if scored and np.isfinite(scored.today):
            yield from followed(past, scored)


def by_fifths(past: Past) -> Scored | None:
    """Threat as a note scores it; None with too short a past."""
    parts = volatilities(past)
    if not parts or any(np.isfinite(one).sum() < LEAST_PAST for one in parts):
        return None
    mean = sum((at_or_below(one) for one in parts), np.zeros(len(parts[0])))
    words = "fifth of mean(percentiles of volatility)"
    levels = np.where(counted(parts, SCORED), fifths(mean / len(parts)), np.nan)
    return Scored("", words, levels, on(past, parts))


def by_own_past(past: Past) -> Scored | None:
    """Threat by the place of the mean of both percentiles among its earlier values."""
    parts = volatilities(past)
    if len(parts) < 2:
        return None
    rows = np.arange(len(parts[1]))
    parts[1] = np.where(rows >= WARM_UP, parts[1], np.nan)
    if any(np.isfinite(one).sum() <= LEAST_PAST for one in parts):
        return None
    mean = (below(parts[0]) + below(parts[1])) / 2
    words = "fifth of the place of mean(percentiles of volatility) in its past"
    levels = np.where(counted(parts, LEAST_PAST + 1), fifths(below(mean)), np.nan)
    return Scored(".own", words, levels, on(past, parts))


def volatilities(past: Past) -> list[Floats]:
    """Implied and realized volatility on each row; none if the implied is stale."""
    swings = realised(past.view)
    if past.scene.implied is None:
        return [swings]
    return [] if past.implied is None else [past.implied, swings]


def on(past: Past, parts: list[Floats]) -> View | Pair:
    """What the parts were read from."""
    pair = past.scene.implied
    return pair if pair and len(parts) > 1 else past.view


def counted(parts: list[Floats], least: int) -> Flags:
    """The rows on which each part has so many values."""
    known = [np.cumsum(np.isfinite(one)) >= least for one in parts]
    there = [np.isfinite(one) for one in parts]
    found: Flags = np.logical_and.reduce(known + there)
    return found


def fifths(percentiles: Floats) -> Floats:
    """1 to 5 for a percentile: 20 is the second fifth, 100 the fifth."""
    found: Floats = np.minimum(np.floor(percentiles / FIFTH) + 1, HIGHEST)
    return found


def followed(past: Past, scored: Scored) -> Figures:
    """Days and episodes of today's level, and the closes of the next ten sessions."""
    view, closes = past.view, past.view.bars.close
    falls = past.reach("close", np.minimum) / closes - 1 <= -MOVED
    rises = past.reach("close", np.maximum) / closes - 1 >= MOVED
    known = np.isfinite(past.after(WITHIN)) & np.isfinite(scored.levels)
    same = np.flatnonzero(known & (scored.levels == scored.today))
    last = (0, scored.on.last)
    name, formula = f"threat_level{scored.name}", scored.words
    yield scored.on.figure(name, scored.today, "score", last, formula=formula)
    name, formula = "threat_size", "the fall or rise that is asked for"
    yield scored.on.figure(name, MOVED, "ratio", last, formula=formula)
    yield from days(view, scored, same)
    for stem, rows in (("threat", same), ("threat_base", np.flatnonzero(known))):
        yield from shares(view, scored, stem, rows=rows, falls=falls, rises=rises)


def days(view: View, scored: Scored, rows: Ints) -> Figures:
    """How many earlier days had that Threat, and how many episodes they make."""
    last, made = (0, scored.on.last), dates(view, rows)
    formula = f"count({scored.words} = the last), {WITHIN} sessions or more ago"
    name = f"threat_days{scored.name}"
    yield scored.on.figure(name, len(rows), "count", last, formula=formula, made=made)
    episodes = len(groups(view.places[rows], APART)) if len(rows) else 0
    formula = f"groups of those days more than {APART} sessions apart"
    name = f"threat_episodes{scored.name}"
    yield scored.on.figure(name, episodes, "count", last, formula=formula, made=made)


def shares(
    view: View, scored: Scored, stem: str, *, rows: Ints, falls: Flags, rises: Flags
) -> Figures:
    """Of some scored days, those with a close 5% away within ten sessions."""
    if not len(rows):
        return
    last, made = (0, scored.on.last), dates(view, rows)
    which = "those days" if stem == "threat" else "all scored days"
    if stem == "threat_base":
        name = f"threat_base.n{scored.name}"
        formula = f"count(scored days), {WITHIN} sessions or more ago"
        count = len(rows)
        yield scored.on.figure(name, count, "count", last, formula=formula, made=made)
    for word, moved, side in (("drop", falls, "<= -5%"), ("rise", rises, ">= 5%")):
        tail = f"{word}.{WITHIN}{scored.name}"
        text = f"a close of the next {WITHIN} {side} away, of {which}"
        number = int(moved[rows].sum())
        name, formula = f"{stem}_count_{tail}", f"count({text})"
        yield scored.on.figure(name, number, "count", last, formula=formula, made=made)
        name, formula = f"{stem}_{tail}", f"share({text})"
        share = number / len(rows)
        yield scored.on.figure(name, share, "ratio", last, formula=formula, made=made)
