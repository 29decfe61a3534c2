"""The market wing: prices of folders and services in, a Tape of Facts out.

`load(folders, instruments, store=..., providers=...)` reads every price file, and the
store of what services answered, once into a Panel, the most trusted first. Its
`faults` may be many or empty, one line each: what, where, the mend. It raises
PriceError only where a folder is absent or holds no price file.

`read(panel, as_of)` gives the Tape: all Facts, levels, session states, paths and
insights that the bars known at that moment give. Later rows change no byte of it. An
instrument that cannot be used is a Gap. It raises PriceError where nothing was known.

`series(panel, subject, as_of)` gives the closes of a chart; PriceError without bars.
`beside` gives those of a subject and its benchmark, `volatilities` what options expect
beside what was delivered; both None where there is nothing to set side by side.

`bars(panel, fact)` gives the rows behind a Fact as CSV; `again(panel, fact, as_of)`
gives the Fact computed anew, or None where the bars no longer give it.

`PROVIDERS[name](asking)` is a Provider, `ready(asking)` says which can be asked here;
`updates(turn, wanted)` keeps what one answers in the store that `load` reads. It raises
PriceError where the provider cannot be asked, DiskError where nothing can be kept.
`holdings(panel, subject, as_of, last)` are the bars as they stood, PriceError without
any; `gaps(panel, as_of)` are what cannot be said, and may be none.

`METRICS` defines every metric in a line; `LENSES` are the functions that look for what
is rare. No frame crosses this door.
"""

from generator.market.again import again, bars
from generator.market.drawn import beside, series, volatilities
from generator.market.holdings import Holding, Row, gaps, holdings
from generator.market.lenses import LENSES
from generator.market.metrics import METRICS
from generator.market.panel import Panel, load
from generator.market.providers import PROVIDERS, Asking, ready
from generator.market.store import Round, Update, updates
from generator.market.tape import read

__all__ = [
    "LENSES",
    "METRICS",
    "PROVIDERS",
    "Asking",
    "Holding",
    "Panel",
    "Round",
    "Row",
    "Update",
    "again",
    "bars",
    "beside",
    "gaps",
    "holdings",
    "load",
    "read",
    "ready",
    "series",
    "updates",
    "volatilities",
]
