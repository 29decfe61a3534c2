"""What the day's notes are about: a story, or a move the news overlooks.

`choose` gives at most `limit` angles, the best first, no two on the same subject or
theme; it may give none. `asked` gives the one angle a person asked for. Each term of
an angle's score is kept, so that `draft --why` can print it.
"""

from generator.angles.choice import asked, choose

__all__ = ["asked", "choose"]
