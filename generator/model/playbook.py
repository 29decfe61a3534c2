"""The desk's own knowledge: themes, named releases and their dates."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Literal

Way = Literal["up", "down", "either"]
Holiday = Literal["stays", "before", "after", "week"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A force that moves prices: what speaks of it, what it touches, how, and how
    one would know that it does not.
    """

    id: str
    name: str
    match: tuple[str, ...]
    touches: Mapping[str, Way] = field(default_factory=dict)
    mechanism: tuple[str, ...] = ()
    falsifier: tuple[str, ...] = ()
    risk: tuple[str, ...] = ()
    own: tuple[str, ...] = ()


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
