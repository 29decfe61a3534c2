"""Tiingo: US stocks and funds with their splits and dividends, currencies and coins."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import quote, urlencode

from generator.errors import PriceError
from generator.market.bars import Origin
from generator.market.providers.careful import Row, columns_from
from generator.market.providers.dialects import Dialect, Read
from generator.market.providers.files import made, text_of
from generator.market.providers.provider import Asking, Provider
from generator.market.providers.turns import NO_SYMBOL, Came, Query, Trouble
from generator.market.providers.wire import Service, Vendor
from generator.plain.text import plain_text

KEY = "STRYKR_TIINGO_KEY"
CURRENCIES = frozenset(
    "aud brl cad chf cny czk dkk eur gbp hkd huf inr jpy krw mxn nok nzd pln sek sgd "
    "try usd zar".split()
)
NAMES = {
    "date": "date",
    "open": "open",
    "high": "high",
    "low": "low",
    "close": "close",
    "volume": "volume",
    "dividends": "divCash",
    "splits": "splitFactor",
    "adj_close": "adjClose",
}
TRADED = Dialect(
    "tiingo",
    {name: place for place, name in enumerate(NAMES)},
    len(NAMES),
    vendor="tiingo",
    adjusted="none",  # the splits stand beside; the gate takes them in as of a moment
)


def tiingo(asking: Asking) -> Provider:
    """Tiingo's days: `SPY`, `BRK-B`; in small letters `eurusd` and `btcusd`."""
    return Service(TIINGO, asking)


def path(query: Query) -> str:
    """The address of a symbol's days."""
    name = quote(query.symbol, safe="")
    span: dict[str, object] = {
        "startDate": query.first,
        "endDate": query.last,
    }
    if is_pair(query.symbol):
        return f"/tiingo/fx/{name}/prices?{urlencode(span | {'resampleFreq': '1day'})}"
    if is_coin(query.symbol):
        named = {"tickers": query.symbol, **span, "resampleFreq": "1day"}
        return f"/tiingo/crypto/prices?{urlencode(named)}"
    return f"/tiingo/daily/{name}/prices?{urlencode(span | {'format': 'json'})}"


def is_pair(symbol: str) -> bool:
    """Whether a symbol means one currency in another: `eurusd`."""
    return symbol[:3] in CURRENCIES and symbol[3:] in CURRENCIES


def is_coin(symbol: str) -> bool:
    """Whether a symbol means a coin in a currency: `btcusd`."""
    return symbol[-3:] in CURRENCIES and len(symbol) > 5 and not is_pair(symbol)


def says(text: str) -> Trouble | None:
    """Why Tiingo sends no bars, though with status 200."""
    if text == "[]":
        return Trouble(f"{NO_SYMBOL}, or no bars then", "check the symbol")
    return None


def read(body: bytes, label: str, query: Query, origin: Origin) -> Came:
    """The bars of a reply, adjusted for its splits (its own adjClose has dividends)."""
    days = objects(reply_in(body, label), label)
    quoted = is_pair(query.symbol) or is_coin(query.symbol)
    if quoted and "priceData" in days[0]:
        days = objects(days[0]["priceData"], label)
    faults: list[str] = []
    dialect = TRADED
    known = Read(columns_from(rows_of(days), dialect, label, faults), dialect)
    if quoted:
        known = replace(known, currency=query.symbol[-3:].upper(), zone="UTC")
    bars = made(known, label, faults, signed=query.signed, origin=origin)
    return bars, faults


def reply_in(body: bytes, label: str) -> object:
    """What a reply in JSON says, figures as written; PriceError where it is none."""
    text = text_of(body, label)
    try:
        return json.loads(text, parse_float=str, parse_int=str, parse_constant=str)
    except (ValueError, RecursionError) as error:
        raise PriceError(f"{label}: JSON that is cut off; fetch it again") from error


def objects(reply: object, label: str) -> list[dict[str, Any]]:
    """The objects of a list, one at least; PriceError says what it is instead."""
    if (
        isinstance(reply, list)
        and reply
        and all(isinstance(one, dict) for one in reply)
    ):
        return reply
    said = plain_text(str(reply), 80)
    raise PriceError(
        f"{label}: no list of bars but {said!r}; check the symbol and the key"
    )


def rows_of(days: Sequence[Mapping[str, Any]]) -> list[Row]:
    """The days as rows of texts, empty where a day has no such figure."""
    return [
        Row(line, tuple(str(day.get(name) or "") for name in NAMES.values()))
        for line, day in enumerate(days, 1)
    ]


TIINGO = Vendor(
    name="tiingo",
    base="https://api.tiingo.com",
    path=path,
    read=read,
    unknown=frozenset({404}),
    says=says,
    accept="application/json",
    key=KEY,
)
