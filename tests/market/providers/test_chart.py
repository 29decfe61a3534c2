"""Replies of Yahoo's chart service, recorded and written by hand."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.errors import PriceError
from generator.market.bars import Bars
from generator.market.providers import bars_in, dialect_of

STAMPS = [1770301800, 1770388200]  # 5 and 6 February 2026, 9:30 in New York
META = {
    "currency": "USD",
    "exchangeTimezoneName": "America/New_York",
    "dataGranularity": "1d",
}


def a_reply(**more: Any) -> dict[str, Any]:
    """A chart reply of two sessions."""
    columns = {"open": [1, 2], "high": [2, 3], "low": [1, 2], "close": [2, 3]}
    result = {
        "meta": META,
        "timestamp": STAMPS,
        "indicators": {
            "quote": [columns | {"volume": [10, 20]}],
            "adjclose": [{"adjclose": [1.9, 3]}],
        },
    }
    return {"chart": {"result": [result | more], "error": None}}


def bars_from(tmp_path: Path, reply: object) -> tuple[Bars, list[str]]:
    """The bars of a reply that was saved in a price folder."""
    path = tmp_path / "SPY.json"
    path.write_text(reply if isinstance(reply, str) else json.dumps(reply))
    return bars_in(path, "prices/SPY.json", "stock", (tmp_path.name, "unknown"))


def recorded(shared: Path, tmp_path: Path, name: str) -> Bars:
    """The bars of a recorded reply; there are no faults."""
    told = json.loads((shared / "wire" / name).read_text())
    reply = told["response"]["bodyJson"] if "response" in told else told
    bars, faults = bars_from(tmp_path, reply)
    assert faults == []
    return bars


def test_a_saved_reply_is_a_price_file(tmp_path: Path) -> None:
    bars, faults = bars_from(tmp_path, a_reply())
    assert faults == []
    assert bars.lines() == [b"2026-02-05,1,2,1,2,10\n", b"2026-02-06,2,3,2,3,20\n"]
    assert (bars.vendor, bars.adjusted) == ("yahoo", "splits")
    assert (bars.origin.currency, bars.origin.zone) == ("USD", "America/New_York")
    assert bars.adj_close is not None
    assert bars.adj_close.tolist() == [1.9, 3]
    assert dialect_of(tmp_path / "SPY.json") == "yahoo chart"


def test_splits_and_dividends_are_kept_by_their_own_dates(tmp_path: Path) -> None:
    events = {
        "splits": {"1": {"date": STAMPS[1], "numerator": 4, "denominator": 1}},
        "dividends": {"473403600": {"amount": 0.16, "date": STAMPS[0]}},
    }
    bars, _ = bars_from(tmp_path, a_reply(events=events))
    assert bars.splits == {date(2026, 2, 6): 4.0}
    assert bars.dividends == {date(2026, 2, 5): 0.16}


def test_the_print_of_the_running_session_takes_its_rows_place(tmp_path: Path) -> None:
    bars, faults = bars_from(tmp_path, a_reply(timestamp=[STAMPS[1], STAMPS[1] + 9e3]))
    assert faults == []
    assert bars.lines() == [b"2026-02-06,2,3,2,3,20\n"]


def test_a_session_without_a_close_at_the_end_is_named(tmp_path: Path) -> None:
    reply = a_reply(indicators={"quote": [{"close": [2, None], "volume": [1, None]}]})
    bars, faults = bars_from(tmp_path, reply)
    assert bars.lines() == [b"2026-02-05,,,,2,1\n"]
    assert "no close in the last 1 rows" in faults[0]


@pytest.mark.parametrize(
    ("reply", "word"),
    [
        ({"chart": {"result": None, "error": {"description": "No data"}}}, "'No data'"),
        ({"chart": {"result": [], "error": None}}, "Yahoo says"),
        (a_reply(timestamp=[]), "no rows"),
        (a_reply(timestamp=[STAMPS[0]]), "unlike length"),
        (a_reply(meta=META | {"dataGranularity": "3mo"}), "'3mo'"),
        (a_reply(meta=META | {"exchangeTimezoneName": "Mars/Olympus"}), "Mars"),
        (a_reply(indicators={"quote": []}), "unlike length"),
        ({"finance": {}}, "no chart reply"),
        ([], "no chart reply"),
        (json.dumps(a_reply())[:-40], "no chart reply"),
        ("<html>Too Many Requests</html>", "no chart reply"),
        ("", "no chart reply"),
    ],
)
def test_a_reply_of_no_use_is_one_line(
    tmp_path: Path, reply: Mapping[str, Any] | str, word: str
) -> None:
    with pytest.raises(PriceError) as caught:
        bars_from(tmp_path, reply)
    line = str(caught.value)
    assert line.startswith("prices/SPY.json: ")
    assert word in line
    assert "; " in line
    assert "\n" not in line


def test_the_recorded_split_of_nvidia_is_kept(shared: Path, tmp_path: Path) -> None:
    name = "historical-via-chart-NVDA-split-2021-02-01-to-2022-01-31.csv.json"
    bars = recorded(shared, tmp_path, f"yahoo-chart-v8/{name}")
    assert bars.splits == {date(2021, 7, 20): 4.0}
    assert (len(bars), bars.day(0), bars.day(-1)) == (
        252,
        date(2021, 2, 1),
        date(2022, 1, 28),
    )


def test_the_recorded_dividends_of_microsoft_are_kept(
    shared: Path, tmp_path: Path
) -> None:
    name = "historical-via-chart-MSFT-dividends-2021-02-01-to-2022-01-31.csv.json"
    assert recorded(shared, tmp_path, f"yahoo-chart-v8/{name}").dividends == {
        date(2021, 2, 17): 0.56,
        date(2021, 5, 19): 0.56,
        date(2021, 8, 18): 0.56,
        date(2021, 11, 17): 0.62,
    }


@pytest.mark.parametrize(
    ("symbol", "told"),
    [
        ("EURUSD=X", ("USD", "Europe/London", date(2020, 1, 1), 1.1220825910568237)),
        ("BTC-USD", ("USD", "UTC", date(2020, 1, 1), 7200.17431640625)),
        ("OCDO.L", ("GBp", "Europe/London", date(2020, 1, 2), 1259.5)),
        ("GC=F", ("USD", "America/New_York", date(2020, 1, 2), 1524.5)),
        ("WSKT.JK", ("IDR", "Asia/Jakarta", date(2020, 1, 2), 1505)),
        ("AZT.OL", ("NOK", "Europe/Oslo", date(2020, 1, 2), 4.989999771118164)),
    ],
)
def test_recorded_currencies_coins_and_places_have_their_own_dates(
    shared: Path, tmp_path: Path, symbol: str, told: tuple[object, ...]
) -> None:
    name = f"yahoo-chart-v8/chart-{symbol}-2020-01-01-to-2020-01-03.json"
    bars = recorded(shared, tmp_path, name)
    origin = bars.origin
    assert (origin.currency, origin.zone, bars.day(0), bars.close[0]) == told


def test_a_currency_that_nobody_told_stays_open(tmp_path: Path) -> None:
    bars, faults = bars_from(tmp_path, a_reply(meta=META | {"currency": None}))
    assert (bars.origin.currency, faults) == ("", [])


def test_each_recorded_reply_is_bars_or_one_line(shared: Path, tmp_path: Path) -> None:
    paths = sorted((shared / "wire").glob("yahoo-chart-v8*/*chart*.json"))
    refused = {}
    for path in paths:
        try:
            assert len(recorded(shared, tmp_path, f"{path.parent.name}/{path.name}"))
        except PriceError as error:
            refused[path.name] = str(error)
    assert len(paths) == 51
    assert sorted(refused) == [
        "chart-AAPL-2025-02-01-to-2025-02-02-includePrePost-false-interval-1m.json",
        "chart-TSLA-2025-01-01-to-2025-01-02-interval-1h.fake.json",
        "chart-notimestamp-quotes-length.fake.json",
        "chart-notimestamp-weird-quote.fake.json",
        "history_chart_VFINX.json",
    ]
    assert all("; ask for interval=1d" in line for line in refused.values())
