"""Sessions: when each exchange opens and closes, and when a bar is known.

`calendar(code, first, last)` gives the sessions of an exchange over whole years, or
None for a code that nobody knows: from the shipped table where it reaches, else from
exchange_calendars. Coins trade `24/7`, currencies `24/5`.

`known_at(dates, instrument, table)` says when each bar is known, `missed` how many
complete sessions have no bar, `standing` where an exchange stands at a moment. Whatever
a note says about time comes from here.
"""

from generator.market.sessions.calendars import (
    ALWAYS,
    WEEKDAYS,
    Calendar,
    Days,
    Moments,
    aware,
    naive,
)
from generator.market.sessions.shipped import calendar
from generator.market.sessions.standing import (
    State,
    closes_of,
    known_at,
    missed,
    published,
    standing,
    state,
)

__all__ = [
    "ALWAYS",
    "WEEKDAYS",
    "Calendar",
    "Days",
    "Moments",
    "State",
    "aware",
    "calendar",
    "closes_of",
    "known_at",
    "missed",
    "naive",
    "published",
    "standing",
    "state",
]
