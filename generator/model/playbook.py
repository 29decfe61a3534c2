"""The desk's own knowledge: themes, named releases and their dates."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Way = Literal["up", "down", "either"]


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
class Release:
    """A statistic or decision with a name, and what headlines call it."""

    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dated:
    """A release and the day on which it is due."""

    name: str
    day: date
