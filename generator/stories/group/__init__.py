"""Which headlines tell of one happening, in a window that slides with time.

A text is a row of weighted terms; a story is the sum of its texts. Texts join as they
come, stories that are each other's nearest merge (average linkage), then texts move
to the story they are most like and stories of one voice fuse. What lets titles alone
find a broad story is that a term is counted by the stories it stands in, and that a
story of many is known by every word of its own. Time and memory are bounded by the
window; `groups` raises nothing.
"""

from generator.stories.group.texts import Group, Text
from generator.stories.group.window import groups

__all__ = ["Group", "Text", "groups"]
