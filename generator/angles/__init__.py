"""What the day's notes are about: a story, or a move the news overlooks.

`weigh` gives every candidate with the terms of its score, the best first; `sift` says
of each whether it becomes a note and if not, why; `dress` gives those that do their
supporting stories. `asked` gives the one angle a person asked for. `hook` tells what
most publishers named and what moved most out of its habit. `lacking` says what the
angles needed and did not have. Any of them may give none.
"""

from generator.angles.attention import Hook, hook
from generator.angles.candidates import weigh
from generator.angles.choice import TOO_LITTLE, Sifted, asked, dress, sift
from generator.angles.lacking import lacking

__all__ = [
    "TOO_LITTLE",
    "Hook",
    "Sifted",
    "asked",
    "dress",
    "hook",
    "lacking",
    "sift",
    "weigh",
]
