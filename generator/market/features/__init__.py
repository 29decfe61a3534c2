"""Features: every indicator of a whole panel, computed at once and when asked for.

`frames_of(columns)` gives the Frames of some instruments' usable bars, one `Column`
each. `frames["sma.50"]` is an array of rows x instruments whose row r of a column is
that instrument's own bar r; `frames.at("RUT", "sma.50", row)` is one value and
`frames.column("RUT", "sma.50", row)` all up to it. A value depends on its row and
earlier ones of its own column, so later bars change no bit of it; NaN is "none".

`FEATURES` names each with its unit, warm-up, formula and source.

`month_season` says what an instrument did in this month of other years.
"""

from generator.market.features.frames import Feature, Frames
from generator.market.features.seasons import Season, month_season
from generator.market.features.table import FEATURES, frames_of
from generator.market.features.wide import Column, Wide

__all__ = [
    "FEATURES",
    "Column",
    "Feature",
    "Frames",
    "Season",
    "Wide",
    "frames_of",
    "month_season",
]
