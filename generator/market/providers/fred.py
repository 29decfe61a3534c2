"""FRED: rates, spreads and some indices, closes only, without a key."""

from urllib.parse import urlencode

from generator.market.providers.provider import Asking, Provider
from generator.market.providers.turns import Query
from generator.market.providers.wire import Service, Vendor


def fred(asking: Asking) -> Provider:
    """Series of the Federal Reserve Bank of St. Louis: `DGS10`, `SP500`, `VIXCLS`."""
    return Service(FRED, asking)


def path(query: Query) -> str:
    """The address of a series between two dates."""
    span = {"id": query.symbol, "cosd": query.first, "coed": query.last}
    return f"/graph/fredgraph.csv?{urlencode(span)}"


FRED = Vendor(
    name="fred",
    base="https://fred.stlouisfed.org",
    path=path,
    unknown=frozenset({400, 404}),
)
