"""The market wing: price folders in, a Tape of Facts out.

`load(folders, instruments)` reads every price file once into a Panel. Its `faults` may
be many or empty, one line each: what, where, the mend. It raises PriceError only where
a folder is absent or holds no price file.

`read(panel, as_of)` gives the Tape: all Facts, levels, session states, paths and
insights that the bars known at that moment give. Later rows change no byte of it. An
instrument that cannot be used is a Gap. It raises PriceError where nothing was known.

`series(panel, subject, as_of)` gives the closes of a chart; PriceError without bars.

`bars(panel, fact)` gives the rows behind a Fact as CSV; `again(panel, fact, as_of)`
gives the Fact computed anew, or None where the bars no longer give it.

`METRICS` defines every metric in a line; `LENSES` are the functions that look for what
is rare. No frame crosses this door.
"""

from generator.market.again import again, bars
from generator.market.lenses import LENSES
from generator.market.metrics import METRICS
from generator.market.panel import Panel, load
from generator.market.tape import read, series

__all__ = ["LENSES", "METRICS", "Panel", "again", "bars", "load", "read", "series"]
