"""The desk's own knowledge: themes, named releases and their dates."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Literal

Way = Literal["up", "down", "either"]
Holiday = Literal["stays", "before", "after", "week"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """A sentence for news that has one of these words; `cut*` is any so begun."""

    say: str
    beside: tuple[str, ...]

    def fits(self, text: str) -> bool:
        """Whether one of its words stands in a text, in whatever case."""
        found = (re.escape(word).replace(r"\*", r"\w*") for word in self.beside)
        return bool(re.search(rf"\b(?:{'|'.join(found)})(?!\w)", text, re.IGNORECASE))


Said = str | Saying  # a plain one is true of any news of its theme
ENOUGH = 4  # sayings asked for, from which the plain ones are not needed


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A force that moves prices: what speaks of it, what it touches, how, who gains
    and who loses if it lasts, what would confirm it and what would end it.

    `mechanism`, `risk` (what hurts a holder) and `relief` (what hurts a seller) are
    sentences; `own` and `losers` name holdings and holders; the words of
    `confirmation` and `falsifier` follow "if".
    """

    id: str
    name: str
    match: tuple[str, ...]
    touches: Mapping[str, Way] = field(default_factory=dict)
    mechanism: tuple[Said, ...] = ()
    confirmation: tuple[Said, ...] = ()
    falsifier: tuple[Said, ...] = ()
    risk: tuple[Said, ...] = ()
    relief: tuple[Said, ...] = ()
    own: tuple[Said, ...] = ()
    losers: tuple[Said, ...] = ()


def fitting(sayings: Iterable[Said], text: str) -> tuple[str, ...]:
    """The sayings for news of that text: those its words ask for, else the plain.

    The plain ones are true of any news of the theme; they follow those asked for where
    these are too few for a writer who does not say a thing twice.
    """
    listed = tuple(sayings)
    asked = tuple(
        one.say for one in listed if isinstance(one, Saying) and one.fits(text)
    )
    plain = tuple(one for one in listed if isinstance(one, str))
    return asked if len(asked) >= ENOUGH else (*asked, *plain)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Days that can be computed: `day` in words, and when the words hold.

    `months` are those in which it gives a day, all if empty; `since` and `until` are
    years. `holiday` says what a day without business does to it: nothing, the business
    day before or after it, or, for `week`, a day later once the week has had one.
    `closed` says whose holidays count.
    """

    day: str
    months: tuple[int, ...] = ()
    since: int = 0
    until: int = 9999
    holiday: Holiday = "stays"
    closed: Literal["federal", "market"] = "federal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A day on which nothing comes out, the day instead, and when one knew.

    It holds from the day after `known`; without one it was so in the first schedule.
    """

    day: date | None = None
    to: date | None = None
    known: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """A statistic or decision with a name, what headlines call it, and its days.

    It comes out at `hour` in `zone`. Where `own` is true no other country has one of
    that name.
    """

    name: str
    aliases: tuple[str, ...] = ()
    dates: tuple[date, ...] = ()
    rules: tuple[Rule, ...] = ()
    moved: tuple[Moved, ...] = ()
    hour: time | None = None
    zone: str = "America/New_York"
    own: bool = False


@dataclass(frozen=True, slots=True)
class Dated:
    """A release and the day on which it is due."""

    name: str
    day: date
