"""Cboe: the volatility indices it computes, whole histories, without a key."""

from urllib.parse import quote

from generator.market.providers.provider import Asking, Provider
from generator.market.providers.turns import Query
from generator.market.providers.wire import Service, Vendor


def cboe(asking: Asking) -> Provider:
    """Cboe's histories of its indices: `VIX`, `VIX3M`, `VVIX`."""
    return Service(CBOE, asking)


def path(query: Query) -> str:
    """The address of an index's whole history."""
    name = quote(query.symbol.lstrip("^").upper(), safe="")
    return f"/api/global/us_indices/daily_prices/{name}_History.csv"


CBOE = Vendor(
    name="cboe",
    base="https://cdn.cboe.com",
    path=path,
    unknown=frozenset({403, 404}),  # its store refuses what is not there
)
