"""A crowd: the members of a group on the group's last session, and their figures."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.market.figure import Figure, Rows, joined, shown
from generator.market.metrics import STEPS, metric_of
from generator.market.view import View
from generator.model.facts import PriceFact, Window
from generator.plain.figures import kept


@dataclass(frozen=True, eq=False)
class Crowd:
    """The members of a group that have a bar of its last session.

    A row counts back from that session, on each member's own sessions: row -1 is the
    last, -2 the one before.
    """

    id: str
    members: Mapping[str, View]
    of: View | None = None

    def figure(
        self,
        name: str,
        value: float,
        unit: str,
        rows: Rows,
        *,
        formula: str,
        made: tuple[date, ...] = (),
    ) -> Figure:
        """A figure of the whole group, from those rows of each member."""
        return Figure(self, name, value, unit, rows, formula, made)

    def digest(self, rows: Rows) -> str:
        """The SHA-256 of the members' rows, `|` between them."""
        return hashlib.sha256(self.text(rows)).hexdigest()

    def text(self, rows: Rows) -> bytes:
        """The members' rows, `|` between them, in the order of their ids."""
        views = [*self.members.values(), *([self.of] if self.of else [])]
        spans = (
            (view, view.last + 1 + rows[0], view.last + 1 + rows[1]) for view in views
        )
        return b"|".join(
            view.text((max(first, 0), last)) for view, first, last in spans
        )

    def fact(self, figure: Figure) -> PriceFact:
        """A figure as the Fact that a note may print."""
        views = [*self.members.values(), *([self.of] if self.of else [])]
        longest = max(views, key=lambda view: len(view.bars))
        first, last = (max(longest.last + 1 + row, 0) for row in figure.rows)
        steps = metric_of(figure.name) in STEPS
        legs = [view.bars.origin for view in views]
        return PriceFact(
            id=figure.id,
            subject=self.id,
            against=self.of.id if self.of else None,
            metric=metric_of(figure.name),
            value=kept(figure.value),
            unit=figure.unit,
            made=figure.made,
            renderings=shown(figure.value, figure.unit),
            window=Window(
                longest.bars.day(first),
                longest.bars.day(last),
                last - first + (0 if steps else 1),
            ),
            known_at=max(view.known for view in views),
            provider=joined(leg.provider for leg in legs),
            vendor=joined(leg.vendor for leg in legs),
            adjusted=joined(leg.adjusted for leg in legs),
            formula=figure.formula,
            bars_sha256=self.digest(figure.rows),
            history_from=max(view.bars.day(0) for view in views),
        )
