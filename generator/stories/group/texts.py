"""What is compared, and what comes back: texts, groups and why they are one."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Text:
    """What is compared of a headline: its words, its names, whose it is and when.

    `names` are ids; `published` is None where unknown, an empty publisher is nobody's.
    """

    title: str
    summary: str
    names: tuple[str, ...]
    publisher: str
    published: datetime | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """The texts of one happening, by index, and what each shares with the others.

    `same` is parallel to `members`: up to four words as printed, names first; the
    first member's is empty.
    """

    members: tuple[int, ...]
    same: tuple[tuple[str, ...], ...]
