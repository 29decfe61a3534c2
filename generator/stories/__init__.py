"""From headlines to stories: which speak of one thing, what they name, their tone.

`tell` puts every text into one story and marks those that are not about markets; it
gives no story for no headline and raises nothing. `phrases` explains a text's tone.
"""

from generator.stories.tell import tell
from generator.stories.tone import phrases

__all__ = ["phrases", "tell"]
