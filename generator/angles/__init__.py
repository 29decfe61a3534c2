"""What the day's notes are about: a story, or a move the news overlooks.

`choose` gives every angle worth a note, the best first, no two on the same subject or
theme; it may give none. `asked` gives the one angle a person asked for. Each term of
an angle's score is kept, so that `draft --why` can print it. `lacking` says what the
angles needed and did not have; it may be empty.
"""

from generator.angles.choice import asked, choose
from generator.angles.lacking import lacking

__all__ = ["asked", "choose", "lacking"]
