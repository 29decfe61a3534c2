"""What a desk knows by name beside its own records: companies, people, places."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Rows = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in office or in markets, and what means them in a headline."""

    office: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """Names by the id of what they mean, and what to beware of in them.

    `words` are names that are also words, `namesakes` names that others bear,
    `surnames` those of founders, `stuff` what is also mere stuff, `measures` statistics
    in common words, `given` first names, `traps` phrases that mean something else,
    `venues` what makes a place of the name before it, `hints` the words that license
    one name and `against` those, in small letters, that speak against it.
    `held` are more names of instruments; `also` gives the id that another ticker of a
    company means.
    """

    companies: Rows = field(default_factory=dict)
    markets: Rows = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    institutions: Rows = field(default_factory=dict)
    places: Rows = field(default_factory=dict)
    releases: Rows = field(default_factory=dict)
    held: Rows = field(default_factory=dict)
    also: Mapping[str, str] = field(default_factory=dict)
    words: tuple[str, ...] = ()
    namesakes: tuple[str, ...] = ()
    surnames: tuple[str, ...] = ()
    stuff: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    traps: tuple[str, ...] = ()
    venues: tuple[str, ...] = ()
    hints: Rows = field(default_factory=dict)
    against: Rows = field(default_factory=dict)


BLANK = Book()
