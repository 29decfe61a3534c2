"""Symbols asked one after another, and what is said of those that give no bars."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from generator.errors import PriceError
from generator.market.bars import Bars
from generator.market.providers.columns import within
from generator.market.providers.provider import Answer, Asking

DOWN = 2  # failures in a row after which a service is taken to be down
NO_SYMBOL = "no such symbol, or no longer"


@dataclass(frozen=True, slots=True)
class Query:
    """One symbol and the span that is wanted of it; `now` is the moment of asking."""

    symbol: str
    first: date
    last: date
    now: datetime
    signed: bool = False


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a symbol has no bars, and the mend.

    It `ends` the asking where no other symbol will fare better; `down` is a failure
    of the service, of which a second one in a row ends it too.
    """

    what: str
    mend: str
    ends: bool = False
    down: bool = False


Came = tuple[Bars, list[str]]  # bars, and a line for each fault in them
Ask = Callable[[Query], Came | Trouble]


def queries(
    asking: Asking, symbols: Sequence[str], first: date, last: date
) -> list[Query]:
    """A query for each symbol, once."""
    return [
        Query(symbol, first, last, asking.now, symbol in asking.signed)
        for symbol in dict.fromkeys(symbols)
    ]


def one_by_one(
    name: str, asked: Sequence[Query], ask: Ask, pause: Callable[[], None]
) -> Answer:
    """What a service answers to each query, until it is known to be of no use.

    `ask` may raise PriceError, with its own label, for a reply that cannot be read.
    """
    found: dict[str, Bars] = {}
    faults: list[str] = []
    failures = 0
    for place, query in enumerate(asked):
        if place:
            pause()
        try:
            came = ask(query)
        except PriceError as error:
            faults.append(str(error))
            continue
        if not isinstance(came, Trouble):
            failures = 0
            faults += _taken(name, query, came, found)
            continue
        failures = failures + 1 if came.down else 0
        if came.ends or failures >= DOWN:
            left = ", ".join(one.symbol for one in asked[place:])
            faults.append(f"{name}: {came.what}; no bars of {left}; {came.mend}")
            break
        faults.append(f"{name} {query.symbol}: {came.what}; {came.mend}")
    return Answer(found, tuple(faults))


def _taken(name: str, query: Query, came: Came, found: dict[str, Bars]) -> list[str]:
    """Put what came of the span into `found`; the lines of its faults."""
    bars, faults = came
    wanted = within(bars, query.first, query.last)
    if len(wanted):
        found[query.symbol] = wanted
        return faults
    none = (
        f"{name} {query.symbol}: no bars from {query.first} to {query.last}, the last "
        f"is of {bars.day(-1)}; it may be delisted, check the symbol"
    )
    return [*faults, none]
