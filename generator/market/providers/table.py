"""The providers by the name that the settings give them."""

from collections.abc import Callable

from generator.market.providers.cboe import cboe
from generator.market.providers.folder import Folder
from generator.market.providers.fred import fred
from generator.market.providers.provider import Asking, Provider
from generator.market.providers.stooq import stooq
from generator.market.providers.tiingo import tiingo
from generator.market.providers.yahoo import yahoo

PROVIDERS: dict[str, Callable[[Asking], Provider]] = {
    "folder": Folder,
    "cboe": cboe,
    "fred": fred,
    "stooq": stooq,
    "tiingo": tiingo,
    "yahoo": yahoo,
}


def ready(asking: Asking) -> list[tuple[str, str]]:
    """Each provider, and whether it can be asked here; nothing is called."""
    return [(name, make(asking).ready()) for name, make in PROVIDERS.items()]
