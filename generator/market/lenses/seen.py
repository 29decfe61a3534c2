"""What a lens looks at, and how it says what it saw.

`surprise` is the share of the instrument's own past that was more common: 0 for what
happens every day, near 1 for what happened once.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from generator.market.indicators import Floats, Ints
from generator.market.view import Figure, Scene
from generator.model.facts import LevelFact
from generator.model.market import Insight, fact_id
from generator.plain.figures import kept


@dataclass(frozen=True, eq=False)
class Seen:
    """An instrument, its rivals, and the figures already made of them all."""

    scene: Scene
    figures: Mapping[str, Figure | LevelFact]

    def named(self, **roles: str) -> dict[str, str]:
        """The figures of these roles, of those that are there, by their full ids."""
        ids = {role: fact_id(self.scene.view.id, name) for role, name in roles.items()}
        return {role: name for role, name in ids.items() if name in self.figures}

    def value(self, name: str) -> float | None:
        """The value of one of the instrument's figures."""
        figure = self.figures.get(fact_id(self.scene.view.id, name))
        return kept(figure.value) if figure else None

    def insight(
        self, lens: str, roles: Mapping[str, str], surprise: float, why: str
    ) -> Insight:
        """What a lens saw."""
        return Insight(
            lens=lens,
            subject=self.scene.view.id,
            facts=dict(roles),
            surprise=kept(min(max(surprise, 0.0), 1.0)),
            why=why,
        )


Lens = Callable[[Seen], Insight | None]


def rarity(values: Floats) -> float:
    """The share of values at least as large as the last, of those that are defined."""
    known = values[np.isfinite(values)]
    return float((known >= known[-1]).mean()) if len(known) else 1.0


def finished(lengths: Ints) -> Ints:
    """The lengths of the runs that have ended."""
    ended: Ints = lengths[:-1][(lengths[:-1] > 0) & (lengths[1:] == 0)]
    return ended
