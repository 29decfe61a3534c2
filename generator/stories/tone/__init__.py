"""The tone of a headline, and toward each name in it: a lexicon with direction rules.

`phrases` is the explanation: its worths, added and clipped, are the `score`. A text of
no words that are known, in any script, has no phrases and the score 0. Nothing raises.
"""

from generator.stories.tone.leaning import leans
from generator.stories.tone.weighing import BAND, Told, banded, phrases, score, tone

__all__ = ["BAND", "Told", "banded", "leans", "phrases", "score", "tone"]
