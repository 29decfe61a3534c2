"""What a lens looks at, and how it says what it saw.

`surprise` is the share of the instrument's own past that was more common: 0 for what
happens every day, near 1 for what happened once.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from generator.market.figure import Printable
from generator.market.indicators import Floats
from generator.market.view import Scene, View
from generator.model.market import Insight, fact_id
from generator.plain.figures import kept


@dataclass(frozen=True, eq=False)
class Seen:
    """An instrument, its rivals, and the figures already made of them all."""

    scene: Scene
    figures: Mapping[str, Printable]

    def named(self, **roles: str) -> dict[str, str]:
        """The figures of these roles, of those that are there, by their full ids."""
        ids = {role: fact_id(self.scene.view.id, name) for role, name in roles.items()}
        return {role: name for role, name in ids.items() if name in self.figures}

    def value(self, name: str) -> float | None:
        """The value of one of the instrument's figures."""
        figure = self.figures.get(fact_id(self.scene.view.id, name))
        return kept(figure.value) if figure else None

    def of(self, subject: str, name: str) -> float | None:
        """The value of a figure of another subject, a group's as well."""
        figure = self.figures.get(fact_id(subject, name))
        return kept(figure.value) if figure else None

    def told(self, subject: str, **roles: str) -> dict[str, str]:
        """The figures of another subject for these roles, of those that are there."""
        ids = {role: fact_id(subject, name) for role, name in roles.items()}
        return {role: name for role, name in ids.items() if name in self.figures}

    def ends(self, group: str, name: str) -> tuple[str, str] | None:
        """The members with the highest and the lowest of a figure; None without."""
        views = {self.scene.view.id: self.scene.view, **self.scene.others}
        members = [one for one, view in views.items() if is_member(view, group)]
        values = {one: self.of(one, name) for one in sorted(members)}
        known = {one: value for one, value in values.items() if value is not None}
        if len(known) < 2:
            return None
        return max(known, key=known.__getitem__), min(known, key=known.__getitem__)

    def insight(
        self, lens: str, roles: Mapping[str, str], surprise: float, why: str
    ) -> Insight:
        """What a lens saw."""
        return Insight(
            lens=lens,
            subject=self.scene.view.id,
            facts=dict(roles),
            surprise=kept(min(max(surprise, 0.0), most(self.scene.view))),
            why=why,
        )


def most(view: View) -> float:
    """The surprise of what happened once in all bars: nothing is rarer than that."""
    return 1 - 1 / (len(view.bars) + 1)


def is_member(view: View, group: str) -> bool:
    """Whether an instrument is counted among a group."""
    return group in view.instrument.groups


Lens = Callable[[Seen], Insight | None]


def rarity(values: Floats) -> float:
    """The share of values at least as large as the last, of those that are defined."""
    known = values[np.isfinite(values)]
    return float((known >= known[-1]).mean()) if len(known) else 1.0


def finished(lengths: Floats) -> Floats:
    """The lengths of the runs that have ended."""
    ended: Floats = lengths[:-1][(lengths[:-1] > 0) & (lengths[1:] == 0)]
    return ended
