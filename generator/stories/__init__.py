"""From headlines to stories: which speak of one thing, what they name, their tone.

`tell` puts every headline into one story and marks those that are not about markets;
it gives no story for no headline and raises nothing. `amounts` gives the figures that
one headline prints, as quoted Facts; it may give none.
"""

from generator.stories.amounts import amounts
from generator.stories.tell import tell

__all__ = ["amounts", "tell"]
