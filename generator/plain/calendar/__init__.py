"""The calendar: named releases ahead, from lists, from rules and from headlines.

`ahead(headlines, releases, as_of, dated=...)` gives the releases still to come within
five New York sessions, each with where its day comes from; empty if nothing is known.
"""

from generator.plain.calendar.coming import ahead
from generator.plain.calendar.due import Due, known
from generator.plain.calendar.holidays import holidays, is_open, sessions
from generator.plain.calendar.rules import EXAMPLES, anchor, is_rule, ruled

__all__ = [
    "EXAMPLES",
    "Due",
    "ahead",
    "anchor",
    "holidays",
    "is_open",
    "is_rule",
    "known",
    "ruled",
    "sessions",
]
