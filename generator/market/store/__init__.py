"""The store: bars as Parquet, each row with the moment from which it was known.

`updates(turn, wanted)` asks a provider for what is missing and keeps it; corrections
append, so `held(path_of(store, provider, id)).bars.at(moment)` is what was known then.
A file that is broken or of another kind raises PriceError and is never written over; a
disk that refuses raises DiskError.
"""

from generator.market.store.held import held, label_of, path_of
from generator.market.store.joining import Change
from generator.market.store.update import Round, Update, updates

__all__ = [
    "Change",
    "Round",
    "Update",
    "held",
    "label_of",
    "path_of",
    "updates",
]
