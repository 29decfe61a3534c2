"""Tiingo: prices as traded become prices for the shares of today."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.market.bars import Bars
from generator.market.providers import PROVIDERS
from tests.market.providers.wires import Said, Wire, answer, asking, fault


def a_day(day: str, close: float, **more: Any) -> dict[str, Any]:
    """A row as the documentation shows it."""
    plain = {"open": close, "high": close, "low": close, "close": close}
    told = {"adjClose": close, "volume": 100, "divCash": 0.0, "splitFactor": 1.0}
    return {"date": f"{day}T00:00:00.000Z", **plain, **told, **more}


def bars_from(wire: Wire, *rows: Mapping[str, Any]) -> Bars:
    """The bars of a reply of those rows."""
    wire.says = [Said(json.dumps(rows).encode())]
    told = PROVIDERS["tiingo"](asking("tiingo", wire)).bars(
        ["AAPL"], date(2020, 8, 1), date(2020, 8, 31)
    )
    assert told.faults == ()
    return told.bars["AAPL"]


def test_prices_are_kept_as_traded_with_the_splits_beside(wire: Wire) -> None:
    bars = bars_from(
        wire,
        a_day("2020-08-07", 444.45, divCash=0.82),
        a_day("2020-08-28", 499.23),
        a_day("2020-08-31", 129.04, splitFactor=4.0, open=127.58, low=126.0),
    )
    assert bars.close.tolist() == [444.45, 499.23, 129.04]
    assert bars.volume.tolist() == [100, 100, 100]
    assert bars.open[-1] == 127.58
    assert bars.splits == {date(2020, 8, 31): 4.0}
    assert bars.dividends == {date(2020, 8, 7): 0.82}
    assert bars.adjusted == "none"


def test_the_close_after_dividends_stands_beside(wire: Wire) -> None:
    bars = bars_from(wire, a_day("2020-08-28", 499.23, adjClose=121.1))
    assert bars.adj_close is not None
    assert bars.adj_close.tolist() == [121.1]


def test_a_null_is_a_missing_figure(wire: Wire) -> None:
    bars = bars_from(wire, a_day("2020-08-28", 499.23, high=None, volume=None))
    assert bars.lines() == [b"2020-08-28,499.23,,499.23,499.23,\n"]


def test_currencies_are_asked_for_where_tiingo_keeps_them(wire: Wire) -> None:
    days = [
        {"date": "2026-02-06T00:00:00.000Z", "ticker": "eurusd", "open": 1.18}
        | {"high": 1.19, "low": 1.17, "close": 1.1817}
    ]
    wire.says = [Said(json.dumps(days).encode())]
    bars = answer("tiingo", wire, "eurusd").bars["eurusd"]
    assert bars.lines() == [b"2026-02-06,1.18,1.19,1.17,1.1817,\n"]
    origin = bars.origin
    assert (origin.currency, origin.zone, origin.adjusted) == ("USD", "UTC", "none")
    assert bars.adj_close is None
    assert wire.asked[0][0] == (
        "/tiingo/fx/eurusd/prices?startDate=2026-02-02&endDate=2026-02-06"
        "&resampleFreq=1day"
    )


def test_the_recorded_days_of_a_coin_are_read(shared: Path, wire: Wire) -> None:
    path = shared / "wire/tiingo/tests/fixtures/crypto_price_history.yaml"
    response = yaml.safe_load(path.read_text())["interactions"][0]["response"]
    wire.says = [Said(response["body"]["string"].encode())]
    first, last = date(2019, 5, 1), date(2019, 5, 2)
    told = PROVIDERS["tiingo"](asking("tiingo", wire)).bars(["btcusd"], first, last)
    bars = told.bars["btcusd"]
    assert bars.close.tolist() == [5420.0896708474575, 5545.697488248552]
    assert (bars.origin.currency, told.faults) == ("USD", ())
    assert wire.asked[0][0].startswith("/tiingo/crypto/prices?tickers=btcusd&start")


def test_a_coin_without_days_is_one_line(wire: Wire) -> None:
    for days in (b"[]", b"null", b"[7]"):
        wire.says = [Said(b'[{"ticker": "nopeusd", "priceData": ' + days + b"}]")]
        assert "tiingo nopeusd: no list of bars" in fault("tiingo", wire, "nopeusd")


def test_a_reply_that_nests_without_end_is_one_line(wire: Wire) -> None:
    wire.says = [Said(b"[" * 100_000)]
    assert "JSON that is cut off" in fault("tiingo", wire)


def test_a_figure_without_bound_is_named(wire: Wire) -> None:
    days = json.dumps([a_day("2026-02-05", 1), a_day("2026-02-06", 2)])
    wire.says = [Said(days.replace('"high": 2', '"high": 1e999').encode())]
    told = answer("tiingo", wire)
    assert "line 2: high '1e999' is not a number" in told.faults[0]
    assert len(told.bars["SPY"]) == 2


@pytest.mark.parametrize("rows", ["[1, 2]", '{"bars": []}', "null", '"no"', "[{}, 1]"])
def test_a_reply_of_another_form_is_one_line(rows: str, wire: Wire) -> None:
    wire.says = [Said(rows.encode())]
    assert "no list of bars but" in fault("tiingo", wire)


def test_no_rows_of_a_symbol_are_told(wire: Wire) -> None:
    wire.says = [Said(b"[]")]
    assert "tiingo SPY: no such symbol, or no longer" in fault("tiingo", wire)


def test_the_recorded_reply_is_read(shared: Path, wire: Wire) -> None:
    path = shared / "wire/tiingo/tests/fixtures/ticker_price_with_date.yaml"
    recorded = yaml.safe_load(path.read_text())["interactions"][0]
    body = recorded["response"]["body"]["string"].encode()
    wire.says = [Said(body)]
    first, last = date(2015, 1, 1), date(2015, 1, 5)
    told = PROVIDERS["tiingo"](asking("tiingo", wire)).bars(["GOOGL"], first, last)
    assert told.faults == ()
    assert told.bars["GOOGL"].lines() == [
        b"2015-01-02,532.6,535.8,527.88,529.55,1327870\n",
        b"2015-01-05,527.15,527.9899,517.75,519.46,2059119\n",
    ]
    asked = recorded["request"]["uri"].partition("?")[0]
    assert wire.asked[0][0].partition("?")[0] == asked.removeprefix(
        "https://api.tiingo.com"
    )


def test_the_recorded_page_of_another_host_is_no_symbol(
    shared: Path, wire: Wire
) -> None:
    path = shared / "wire/tiingo/tests/fixtures/invalid_url.yaml"
    response = yaml.safe_load(path.read_text())["interactions"][0]["response"]
    body = response["body"]["string"].encode()
    wire.says = [Said(body, status=response["status"]["code"]), Said(body)]
    told = answer("tiingo", wire, "GONE", "SPY")
    assert "no such symbol" in told.faults[0]
    assert "a web page" in told.faults[1]
