"""From feeds to headlines: fetched or replayed, dated, cleaned, each once.

`gather` gives the headlines known at a moment, oldest first, in plain text with http
or https links, and the Silences of every source or file that said nothing, not all,
or nothing lately; both may be empty. It raises FeedError only if the folder of
recorded files cannot be listed. `parse` reads one feed from its bytes and names what
is wrong with it instead of raising. `keep` and `kept` hold headlines in SQLite with
the time each became known; they raise DiskError.
"""

from generator.news.gather import gather
from generator.news.parse import Item, Parsed, parse
from generator.news.store import keep, kept

__all__ = ["Item", "Parsed", "gather", "keep", "kept", "parse"]
