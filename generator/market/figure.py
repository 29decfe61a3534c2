"""Figures: values that become Facts when somebody prints them."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple, Protocol

from generator.model.facts import PriceFact
from generator.model.market import MarketFact, fact_id
from generator.plain.figures import kept, plain, renderings

QUOTIENT = "quotient"  # one close over another: printed with four decimals
Rows = tuple[int, int]  # first and last row that a figure used, and all between


class Printable(Protocol):
    """A value that becomes a Fact when somebody prints it."""

    @property
    def id(self) -> str:
        """The id of its Fact."""
        ...

    @property
    def value(self) -> float:
        """The value, in the unit of its Fact."""
        ...

    def fact(self) -> MarketFact:
        """The Fact."""
        ...


class Maker(Protocol):
    """What figures are made of: one instrument, two of them, or a group."""

    @property
    def id(self) -> str:
        """The subject's id."""
        ...

    def fact(self, figure: "Figure") -> PriceFact:
        """A figure as the Fact that a note may print."""
        ...

    def text(self, rows: Rows) -> bytes:
        """The canonical text of the rows behind a figure."""
        ...


class Figure(NamedTuple):
    """A value with all that its Fact needs; it becomes one when somebody prints it.

    `rows` are the first and last row of `on` that it was computed from.
    """

    on: Maker
    name: str
    value: float
    unit: str
    rows: Rows
    formula: str
    made: tuple[date, ...] = ()

    @property
    def id(self) -> str:
        """The id of its Fact."""
        return fact_id(self.on.id, self.name)

    def fact(self) -> PriceFact:
        """The Fact."""
        return self.on.fact(self)


def shown(value: float, unit: str) -> tuple[str, ...]:
    """How a figure may be printed."""
    exact = kept(value)
    if unit == QUOTIENT:
        return (plain(exact, 4), plain(exact, 3))
    return renderings(exact, unit)


def joined(words: Iterable[str]) -> str:
    """The different words, in order, with `and` between them."""
    return " and ".join(dict.fromkeys(words))
