"""Stooq: indices, funds, stocks and currencies of many countries, with a key."""

from urllib.parse import urlencode

from generator.market.providers.provider import Asking, Provider
from generator.market.providers.turns import NO_SYMBOL, Query, Trouble
from generator.market.providers.wire import Service, Vendor

KEY = "STRYKR_STOOQ_KEY"


def stooq(asking: Asking) -> Provider:
    """Stooq's daily bars: `^spx`, `spy.us`, `eurusd`."""
    return Service(STOOQ, asking)


def path(query: Query) -> str:
    """The address of a symbol's days between two dates."""
    span = {
        "s": query.symbol.lower(),
        "d1": f"{query.first:%Y%m%d}",
        "d2": f"{query.last:%Y%m%d}",
        "i": "d",
    }
    return f"/q/d/l/?{urlencode(span)}"


def adjusted(symbol: str) -> str:
    """For what a symbol's prices are adjusted.

    Stooq does not say it, and users contradict each other about its dividends; an
    index has neither splits nor dividends.
    """
    return "none" if symbol.startswith("^") else "unknown"


def says(text: str) -> Trouble | None:
    """Why Stooq sends no bars, though with status 200."""
    if text.startswith("Exceeded the daily hits limit"):
        return Trouble("the daily quota is spent", "run again tomorrow", ends=True)
    if text.lower().startswith("no data"):
        return Trouble(f"{NO_SYMBOL}, or no bars then", "check the symbol")
    if text.startswith("<") or "apikey" in text.lower():
        what = "a web page instead of CSV, as where the key is wrong"
        return Trouble(what, f"set {KEY} to a valid one", ends=True)
    return None


STOOQ = Vendor(
    name="stooq",
    base="https://stooq.com",
    path=path,
    unknown=frozenset({404}),
    adjusted=adjusted,
    says=says,
    key=KEY,
    parameter="apikey",
    pause=1.0,
)
