"""From headlines to stories: which speak of one thing, what they name, their tone.

`tell` puts every headline into one story and marks those that are not about markets;
it gives no story for no headline and raises nothing.
"""

from generator.stories.tell import tell

__all__ = ["tell"]
