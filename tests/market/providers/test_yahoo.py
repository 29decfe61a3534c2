"""Yahoo through yfinance: a stand-in of the package's documented answers."""

import inspect
import json
import logging
import sys
import warnings
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from generator.errors import PriceError
from generator.market.providers import PROVIDERS, Answer, bars_in, ready
from tests.market.providers.wires import FIRST, LAST, NOW, Pauses, asking

History = Callable[[str], pd.DataFrame]


class YFException(Exception):  # noqa: N818 - its name
    """The package's own errors, by the names of its documentation."""


class YFRateLimitError(YFException):
    pass


class YFTickerMissingError(YFException):
    pass


class YFPricesMissingError(YFTickerMissingError):
    pass


class Stand(ModuleType):
    """What is used of the package: Ticker, its history and metadata, and config."""

    def __init__(self, history: History) -> None:
        super().__init__("yfinance")
        self.asked: list[dict[str, Any]] = []
        self.hidden: list[bool] = []
        self.config = SimpleNamespace(debug=SimpleNamespace(hide_exceptions=True))
        self._history = history

    def Ticker(self, symbol: str) -> SimpleNamespace:  # noqa: N802 - its name
        def history(**told: Any) -> pd.DataFrame:
            self.asked.append({"symbol": symbol, **told})
            self.hidden.append(self.config.debug.hide_exceptions)
            return self._history(symbol)

        meta = {"currency": "GBp" if symbol.endswith(".L") else None}
        return SimpleNamespace(history=history, history_metadata=meta)


def a_table(symbol: str = "SPY") -> pd.DataFrame:
    """Three sessions and a row that Yahoo has not filled yet."""
    days = pd.DatetimeIndex(["2026-01-30", "2026-02-04", "2026-02-05", "2026-02-06"])
    zone = "Europe/London" if symbol.endswith(".L") else "America/New_York"
    columns = {
        "Open": [1.0, 1.0, 2.0, None],
        "High": [1.0, 2.0, 3.0, None],
        "Low": [1.0, 1.0, 2.0, None],
        "Close": [1.0, 2.0, 3.0, None],
        "Adj Close": [1.0, 1.9, 3.0, None],
        "Volume": [5.0, 10.0, 20.0, None],
        "Dividends": [0.0, 0.0, 0.25, 0.0],
        "Stock Splits": [0.0, 2.0, 0.0, 0.0],
    }
    index = days.tz_localize(zone).rename("Date")
    return pd.DataFrame(columns, index=index, dtype="float64")


def failing(error: Exception) -> History:
    """A history that raises."""

    def history(symbol: str) -> pd.DataFrame:
        raise error

    return history


def answer(
    patch: pytest.MonkeyPatch, history: History, *symbols: str, **more: Any
) -> tuple[Answer, Stand]:
    """What the provider answers where yfinance has this history."""
    stand = Stand(history)
    patch.setitem(sys.modules, "yfinance", stand)
    provider = PROVIDERS["yahoo"](asking("yahoo", **more))
    return provider.bars(symbols or ("SPY",), FIRST, LAST), stand


def test_a_table_becomes_bars_without_its_empty_tail(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told, _ = answer(monkeypatch, a_table)
    bars = told.bars["SPY"]
    assert bars.lines() == [b"2026-02-04,1,2,1,2,10\n", b"2026-02-05,2,3,2,3,20\n"]
    assert (bars.splits, bars.dividends) == (
        {date(2026, 2, 4): 2.0},
        {date(2026, 2, 5): 0.25},
    )
    assert bars.adj_close is not None
    assert bars.adj_close.tolist() == [1.9, 3]
    (line,) = told.faults
    assert line.startswith("yahoo SPY: no close in the last 1 rows; they are left out")


def test_a_table_tells_its_origin(monkeypatch: pytest.MonkeyPatch) -> None:
    told, _ = answer(monkeypatch, a_table, "OCDO.L", "SPY")
    origin = told.bars["OCDO.L"].origin
    assert (origin.provider, origin.vendor, origin.adjusted) == (
        "yahoo",
        "yahoo",
        "splits",
    )
    assert (origin.currency, origin.zone) == ("GBp", "Europe/London")
    assert (origin.fetched_at, origin.url[-14:]) == (NOW, "OCDO.L/history")
    assert told.bars["SPY"].origin.currency == ""


def test_prices_are_asked_for_unadjusted_with_their_events(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pauses = Pauses()
    _, stand = answer(monkeypatch, a_table, "SPY", "IWM", "SPY", pause=pauses)
    span = {"start": "2026-02-02", "end": "2026-02-07", "timeout": 5}
    asked = {"auto_adjust": False, "actions": True, **span}
    assert stand.asked == [{"symbol": "SPY", **asked}, {"symbol": "IWM", **asked}]
    assert pauses.seconds == [0.5]


@pytest.mark.parametrize(
    ("history", "starts"),
    [
        (
            failing(YFPricesMissingError("$A: possibly delisted")),
            ["yahoo A: no such symbol, or no", "yahoo B: no such symbol, or no"],
        ),
        (
            lambda _: pd.DataFrame(),
            ["yahoo A: no such symbol, or no", "yahoo B: no such symbol, or no"],
        ),
        (
            failing(YFRateLimitError("Too Many Requests.")),
            ["yahoo: too many requests; no bars of A, B; run again later"],
        ),
        (
            failing(ConnectionError("https://user:word@example.org")),
            [
                "yahoo A: not reached: ConnectionError; check the network",
                "yahoo: not reached: ConnectionError; no bars of B; check the network",
            ],
        ),
        (
            lambda symbol: a_table(symbol).drop(columns="Close"),
            ["yahoo A: yfinance answers in a f", "yahoo B: yfinance answers in a f"],
        ),
    ],
    ids="missing empty limited unreached strange".split(),
)
def test_each_failure_is_one_line(
    monkeypatch: pytest.MonkeyPatch, history: History, starts: list[str]
) -> None:
    told, _ = answer(monkeypatch, history, "A", "B")
    assert not told.bars
    for line, start in zip(told.faults, starts, strict=True):
        assert line.startswith(start)
        assert "; " in line
        assert "word@" not in line


def test_the_package_prints_nothing_and_is_left_as_it_was(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def loud(symbol: str) -> pd.DataFrame:
        logging.getLogger("yfinance").error("%s: possibly delisted", symbol)
        warnings.warn("deprecated", DeprecationWarning, stacklevel=1)
        return a_table(symbol)

    before = logging.getLogger("yfinance").level
    with warnings.catch_warnings(record=True) as warned:
        _, stand = answer(monkeypatch, loud)
    assert warned == []
    assert stand.hidden == [False]
    assert stand.config.debug.hide_exceptions is True
    assert logging.getLogger("yfinance").level == before
    assert capfd.readouterr().err == ""


def test_without_the_package_the_extra_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "yfinance", None)
    with pytest.raises(PriceError, match=r"pip install strykr\[yahoo\]"):
        PROVIDERS["yahoo"](asking("yahoo")).bars(["SPY"], FIRST, LAST)
    assert dict(ready(asking("yahoo")))["yahoo"] == (
        "needs yfinance; pip install strykr[yahoo]"
    )


def test_the_package_still_takes_what_it_is_asked_with() -> None:
    package = pytest.importorskip("yfinance")
    taken = inspect.signature(package.Ticker.history).parameters
    if "kwargs" in taken:
        taken = inspect.signature(
            sys.modules["yfinance.scrapers.history"].PriceHistory.history
        ).parameters
    assert {"start", "end", "auto_adjust", "actions", "timeout"} <= taken.keys()
    assert package.config.debug.hide_exceptions is True
    errors = sys.modules["yfinance.exceptions"]
    assert issubclass(errors.YFPricesMissingError, errors.YFTickerMissingError)
    assert issubclass(errors.YFRateLimitError, Exception)


def test_the_package_itself_gives_what_the_recorded_reply_says(
    monkeypatch: pytest.MonkeyPatch, shared: Path, tmp_path: Path
) -> None:
    pytest.importorskip("yfinance")
    name = "chart-AAPL-2020-08-31-to-2020-11-07.json"
    told = json.loads((shared / "wire/yahoo-chart-v8" / name).read_text())
    reply = told["response"]["bodyJson"]
    sent = SimpleNamespace(text=json.dumps(reply), json=lambda: reply)
    wire = sys.modules["yfinance.data"].YfData
    for method in ("get", "cache_get"):
        monkeypatch.setattr(wire, method, lambda *_, **__: sent)
    base = sys.modules["yfinance.base"].TickerBase
    zone = reply["chart"]["result"][0]["meta"]["exchangeTimezoneName"]
    monkeypatch.setattr(base, "_get_ticker_tz", lambda *_, **__: zone)
    span = date(2020, 8, 31), date(2020, 11, 6)
    made = PROVIDERS["yahoo"](asking("yahoo")).bars(["AAPL"], *span)
    (tmp_path / "AAPL.json").write_text(sent.text)
    ours, faults = bars_in(tmp_path / "AAPL.json", "AAPL", "stock", ("", "unknown"))
    bars = made.bars["AAPL"]
    assert (made.faults, faults) == ((), [])
    assert bars.lines() == ours.lines()
    assert (bars.splits, bars.dividends) == (ours.splits, ours.dividends)
    assert bars.origin.currency == ours.origin.currency == "USD"
    assert bars.origin.zone == ours.origin.zone == "America/New_York"
