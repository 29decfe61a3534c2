"""A line: a price with a name, that becomes a Fact when somebody prints it."""

from datetime import date
from typing import NamedTuple

from generator.market.levels.choice import Zone
from generator.market.view import View
from generator.model.facts import LevelFact, Window
from generator.model.market import fact_id
from generator.plain.figures import kept, renderings

SHOWN = 4  # other methods that a level names


class Line(NamedTuple):
    """A level by its name: `support.1`, `level.session.low`; `size` is the ATR."""

    view: View
    name: str
    zone: Zone
    size: float

    @property
    def id(self) -> str:
        """The id of its Fact."""
        return fact_id(self.view.id, self.name)

    @property
    def metric(self) -> str:
        """`support`, `resistance`, or `level` for one that no table shows."""
        return self.name.partition(".")[0]

    @property
    def value(self) -> float:
        """Its price."""
        return self.zone.head.price

    @property
    def made(self) -> tuple[date, ...]:
        """The dates that made it, first the one that printed the price."""
        return tuple(self.view.bars.day(row) for row in self.zone.head.made)

    @property
    def distance(self) -> float:
        """How far from the close, as a ratio of it."""
        return self.value / self.view.close - 1

    @property
    def distance_atr(self) -> float:
        """How far from the close, in ATR."""
        return (self.value - self.view.close) / self.size

    @property
    def others(self) -> tuple[str, ...]:
        """The other methods within its zone, the strongest first, each once."""
        methods = dict.fromkeys(one.method for one in self.zone.others)
        methods.pop(self.zone.head.method, None)
        return tuple(methods)[:SHOWN]

    def fact(self) -> LevelFact:
        """The Fact. T6 holds, or we were wrong."""
        view, head, unit = self.view, self.zone.head, self.view.instrument.unit
        if self.metric != "level":
            is_support = self.metric == "support"
            assert (head.price < view.close) == is_support, self.name
        value, away, days = (
            kept(figure) for figure in (self.value, self.distance, self.distance_atr)
        )
        first, last = head.rows
        lowest, highest = self.zone.prices
        return LevelFact(
            id=self.id,
            subject=view.id,
            metric=self.metric,
            value=value,
            unit=unit,
            method=head.method,
            made=self.made,
            distance_atr=days,
            distance=away,
            renderings=(
                *renderings(value, unit),
                *renderings(away, "ratio"),
                *renderings(days, "atr"),
            ),
            window=Window(view.bars.day(first), view.bars.day(last), last - first + 1),
            known_at=view.known,
            provider=view.bars.origin.provider,
            vendor=view.bars.vendor,
            adjusted=view.bars.adjusted,
            formula=head.formula,
            bars_sha256=view.digest(head.rows),
            history_from=view.bars.day(view.priced_from),
            group=head.kind,
            zone=(kept(lowest), kept(highest)),
            others=self.others,
            touched=tuple(view.bars.day(row) for row in self.zone.touched),
        )
