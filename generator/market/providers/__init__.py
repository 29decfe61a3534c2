"""The price providers: folders and services, all behind one Protocol.

`PROVIDERS[name](asking)` gives a Provider; its `bars(symbols, first, last)` gives an
Answer with the bars by symbol and a line for all that is missing or wrong. It raises
PriceError only for what must be mended before anything can be asked.

`ready(asking)` says of each whether it can be asked on this machine, without a call.

`folder` reads price files and may also be used file by file: `price_files(folder)`,
`manifests(folders, faults)`, `origin_of(folder, id, manifests)` and
`bars_in(path, label, kind, origin)`; `dialect_of(path)` names what wrote a file.
"""

from generator.market.providers.files import bars_in, dialect_of
from generator.market.providers.folder import manifests, origin_of, price_files
from generator.market.providers.provider import Answer, Asking, Provider
from generator.market.providers.table import PROVIDERS, ready

__all__ = [
    "PROVIDERS",
    "Answer",
    "Asking",
    "Provider",
    "bars_in",
    "dialect_of",
    "manifests",
    "origin_of",
    "price_files",
    "ready",
]
