"""Yahoo, through yfinance, which is an extra: it breaks when Yahoo changes."""

import importlib
import logging
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from types import ModuleType
from typing import Any

import numpy as np

from generator.errors import PriceError
from generator.market.bars import Origin
from generator.market.providers.chart import YAHOO
from generator.market.providers.columns import filled
from generator.market.providers.dialects import Read
from generator.market.providers.files import made
from generator.market.providers.provider import Answer, Asking, Provider
from generator.market.providers.turns import (
    NO_SYMBOL,
    Came,
    Query,
    Trouble,
    one_by_one,
    queries,
)

NEEDS = "needs yfinance; pip install strykr[yahoo]"
PAUSE = 0.5  # seconds between symbols
NAMES = {
    "Open": "open",
    "High": "high",
    "Low": "low",
    "Close": "close",
    "Volume": "volume",
    "Dividends": "dividends",
    "Stock Splits": "splits",
    "Adj Close": "adj_close",
}


def yahoo(asking: Asking) -> Provider:
    """Yahoo's daily bars: `^RUT`, `SPY`, `EURUSD=X`, `BTC-USD`."""
    return Yahoo(asking)


@dataclass(frozen=True, slots=True)
class Yahoo:
    """Yahoo as a Provider."""

    asking: Asking

    def ready(self) -> str:
        """Whether yfinance is installed; nothing is called."""
        return "keyless, not tried" if yfinance() else NEEDS

    def bars(self, symbols: Sequence[str], first: date, last: date) -> Answer:
        """The bars of these symbols; PriceError where yfinance is not installed."""
        module = yfinance()
        if module is None:
            raise PriceError(f"yahoo: {NEEDS}")
        asked = queries(self.asking, symbols, first, last)
        with quiet(module):
            ask = partial(came, module, seconds=self.asking.seconds)
            return one_by_one("yahoo", asked, ask, partial(self.asking.pause, PAUSE))


def yfinance() -> ModuleType | None:
    """The package, or None where it is not installed."""
    try:
        return importlib.import_module("yfinance")
    except ImportError:
        return None


@contextmanager
def quiet(module: ModuleType) -> Iterator[None]:
    """Errors are raised instead of printed, and warnings kept back, while inside."""
    logger, debug = logging.getLogger("yfinance"), module.config.debug
    level, hidden = logger.level, debug.hide_exceptions
    logger.setLevel(logging.CRITICAL + 1)
    debug.hide_exceptions = False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of pandas, about the package's own code
            yield
    finally:
        logger.setLevel(level)
        debug.hide_exceptions = hidden


def came(module: ModuleType, query: Query, *, seconds: float) -> Came | Trouble:
    """The bars of one symbol; PriceError where the package answers another form."""
    label = f"yahoo {query.symbol}"
    try:
        ticker = module.Ticker(query.symbol)
        frame = ticker.history(
            start=query.first.isoformat(),
            end=(query.last + timedelta(days=1)).isoformat(),
            auto_adjust=False,
            actions=True,
            timeout=seconds,
        )
        currency = ticker.history_metadata.get("currency")
    except Exception as error:  # noqa: BLE001 - foreign code on foreign replies
        return trouble(error)
    if frame.empty:
        return Trouble(NO_SYMBOL, "check the symbol in the instruments")
    faults: list[str] = []
    read = frame_read(frame, str(currency or ""), label)
    url = f"https://finance.yahoo.com/quote/{query.symbol}/history"
    origin = Origin(provider="yahoo", url=url, fetched_at=query.now)
    return made(read, label, faults, signed=query.signed, origin=origin), faults


def frame_read(frame: Any, currency: str, label: str) -> Read:  # noqa: ANN401
    """What a table (pandas) of yfinance holds; dates are of its own time zone."""
    if "Close" not in frame or not hasattr(frame.index, "tz_localize"):
        raise PriceError(
            f"{label}: yfinance answers in a form that is not known; update it"
        )
    zone = frame.index.tz
    days = frame.index.tz_localize(None).to_numpy().astype("datetime64[D]")
    fields = {
        field: frame[name].to_numpy(dtype=np.float64)
        for name, field in NAMES.items()
        if name in frame
    }
    return Read(filled(days, fields), YAHOO, currency, str(zone) if zone else "")


def trouble(error: Exception) -> Trouble:
    """Why yfinance gives no bars, told by the kind of its error."""
    kinds = {kind.__name__ for kind in type(error).__mro__}
    if "YFRateLimitError" in kinds:
        return Trouble("too many requests", "run again later", ends=True)
    if "YFTickerMissingError" in kinds:
        return Trouble(NO_SYMBOL, "check the symbol in the instruments")
    why = f"not reached: {type(error).__name__}"
    return Trouble(why, "check the network, or update yfinance", down=True)
