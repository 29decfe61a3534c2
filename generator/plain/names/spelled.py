"""Names as spellings, found in any number of texts by one Aho-Corasick machine.

A text is scanned in small letters with a space for every mark, and each spelling with
a space on either side, so only whole words are found, and offsets stay those of the
text whatever its script: no letter is ever replaced by more or fewer than one.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal, Protocol, cast, get_args

import ahocorasick

from generator.model.news import Mention
from generator.plain.names.vocabulary import UNLESS

Kind = Literal[
    "instrument",
    "company",
    "release",
    "theme",
    "institution",
    "person",
    "place",
    "trap",
]
# What it takes for a spelling to count: nothing more; that what follows does not
# say somebody else ("S&P downgrades France"); a licence from its surroundings
# (a name that is also a word, a name that others bear, a commodity, a statistic whose
# words are common); no strange first name before it. A venue is no name: what stands
# before it names a place ("Cintas Center").
Grade = Literal[
    "sure",
    "unless",
    "word",
    "namesake",
    "matter",
    "measure",
    "surname",
    "ticker",
    "venue",
]
GRADES: tuple[Grade, ...] = get_args(Grade)
GAP = "\n\n\n"  # no spelling holds three spaces, so none reaches over it
NEVER = "\0"  # what no scanned text holds
CHUNK = 256  # texts scanned at once: some 20 kB, which the caches hold
SEEN = 1 << 16  # spellings as printed that are remembered
MARKS = {"\u2019": "'", "\u2018": "'", "\u2010": "-", "\u2011": "-", "\xa0": " "}
LETTERS = str.maketrans(MARKS)
KEPT = "&_@#"  # "AT&T"; and no name in "@Apple_fan"
SHORT = 5  # letters up to which capitals alone are an abbreviation


def _table() -> bytes:
    """For each Latin-1 letter its small form; a space for what is no letter."""
    letters = (bytes([code]).decode("latin-1") for code in range(256))
    small = [
        low if (one.isalnum() or one in KEPT) and len(low := one.lower()) == 1 else " "
        for one in letters
    ]
    return "".join(small).encode("latin-1", "replace").replace(b"?", b" ")


TABLE = _table()


def scanned(text: str) -> str:
    """A text as the machine reads it, letter for letter."""
    return text.encode("latin-1", "replace").translate(TABLE).decode("latin-1")


@dataclass(frozen=True, slots=True)
class Name:
    """One spelling of a name; with a capital letter it counts only as written."""

    text: str
    kind: Kind
    id: str
    grade: Grade = "sure"

    @property
    def is_cased(self) -> bool:
        """Whether its capital letters must stand."""
        loose = self.kind in {"trap", "theme"} and self.grade != "venue"
        return self.text != self.text.lower() and not loose

    def fits(self, shown: str) -> bool:
        """Whether these letters, alike but for their case, spell it.

        "JPMorgan" may stand as "Jpmorgan" or "JPMORGAN"; "SEC" not as "Sec", "DeNA"
        not as "Dena", "Xi" not as "XI".
        """
        if not self.is_cased or shown == self.text:
            return True
        if len(self.text) <= 2 or (self.text.isupper() and len(self.text) <= SHORT):
            return False
        if len(self.text) < SHORT and not self.text.istitle():
            return shown.isupper() and self.text[:1].isupper()
        words = zip(self.text.split(), shown.split(), strict=False)
        return shown[:1].isupper() and all(
            b[:1].isupper() or not a[:1].isupper() for a, b in words
        )


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a spelling as printed may mean, ready to be handed out."""

    name: Name
    mention: Mention | None
    is_sure: bool


@dataclass(frozen=True, slots=True)
class Spelled:
    """All that a spelling as printed may mean."""

    meanings: tuple[Meaning, ...]
    is_sure: bool  # each of them is meant wherever it stands
    is_trap: bool
    is_venue: bool  # a name before it is that of a place
    is_ticker: bool = False
    plain: Name | None = None  # what asks only for what stands right beside it

    @property
    def is_mark(self) -> bool:
        """Whether it says something of other names, or is printed beside one."""
        return self.is_trap or self.is_venue or self.is_ticker

    @classmethod
    def of(cls, names: Iterable[Name], shown: str) -> "Spelled":
        """These names, as printed."""
        meanings = tuple(
            Meaning(
                name,
                None if name.kind == "trap" else Mention(shown, name.kind, name.id),
                name.grade in {"sure", "ticker"} and name.kind != "trap",
            )
            for name in names
        )
        return cls(
            meanings,
            all(one.is_sure for one in meanings),
            any(_is_trap(one.name) for one in meanings),
            any(one.name.grade == "venue" for one in meanings),
            any(one.name.grade == "ticker" for one in meanings),
            _plain(meanings),
        )


def _plain(meanings: Sequence[Meaning]) -> Name | None:
    """The one name that is not sure, where the words right beside it tell."""
    asked = [one.name for one in meanings if not one.is_sure]
    if len(asked) != 1:
        return None
    grade, told = asked[0].grade, asked[0].text in UNLESS
    return asked[0] if grade == "surname" or (grade == "unless" and told) else None


def _is_trap(name: Name) -> bool:
    return name.kind == "trap" and name.grade != "venue"


Hit = tuple[int, int, Spelled]  # where it begins and ends, and what it may mean


NOTHING = Spelled((), is_sure=False, is_trap=False, is_venue=False)


class Machine(Protocol):
    """What finds every spelling of a text at once."""

    def iter(self, text: str) -> Iterator[tuple[int, int]]:
        """Where each spelling ends, and its length with the spaces around it."""


class Speller:
    """The spellings of names, and what each means as it is printed.

    The machine is built when it is first asked: most commands read no headline.
    """

    __slots__ = ("_by", "_machine", "_seen", "names")

    def __init__(self, names: Sequence[Name]) -> None:
        self.names = names
        self._by: Mapping[str, tuple[Name, ...]] = {}
        self._machine: Machine | None = None
        self._seen: dict[str, Spelled] = {}

    def __reduce__(self) -> tuple[type["Speller"], tuple[Sequence[Name]]]:
        return (Speller, (self.names,))

    def hits(self, texts: Sequence[str]) -> Iterator[tuple[str, list[int], list[Hit]]]:
        """For each chunk: the joined text, where each text begins, and the hits.

        `texts` are at most CHUNK; hits come in order of their ends.
        """
        machine = self._machine or self._built()
        for at in range(0, len(texts), CHUNK):
            chunk = texts[at : at + CHUNK]
            joined = f"{GAP}{GAP.join(chunk)}{GAP}"
            steps = (len(text) + len(GAP) for text in chunk)
            begins = list(accumulate(steps, initial=len(GAP)))
            yield joined, begins, self._found(machine, joined)

    def _found(self, machine: Machine, joined: str) -> list[Hit]:
        seen, found = self._seen, []
        plain = joined.isascii()
        for last, size in machine.iter(scanned(joined)):
            begin = last - size + 2
            shown = joined[begin:last]
            spelled = seen.get(shown)
            if spelled is None:
                spelled = self._meant(shown)
            if spelled.meanings and (plain or _is_whole(joined, begin, last)):
                found.append((begin, last, spelled))
        return found

    def _meant(self, shown: str) -> Spelled:
        """What letters as printed may mean; nothing where the case is another's."""
        if len(self._seen) >= SEEN:
            self._seen.clear()
        lean = shown.translate(LETTERS)
        low = lean.lower()
        fitting = [
            name
            for name in self._by.get(scanned(lean), ())
            if name.text.translate(LETTERS).lower() == low and name.fits(lean)
        ]
        fitting.sort(key=lambda name: (name.text != lean, GRADES.index(name.grade)))
        meant = {(name.kind, name.id): name for name in reversed(fitting)}
        found = Spelled.of(reversed(meant.values()), shown) if meant else NOTHING
        self._seen[shown] = found
        return found

    def spelled(self, text: str) -> tuple[Name, ...]:
        """The names that a text as a whole may mean, whatever its case."""
        if self._machine is None:
            self._built()
        low = text.translate(LETTERS).lower()
        return tuple(
            name
            for name in self._by.get(scanned(low), ())
            if name.kind != "trap" and name.text.translate(LETTERS).lower() == low
        )

    def _built(self) -> Machine:
        by: dict[str, list[Name]] = {}
        for name in self.names:
            by.setdefault(scanned(name.text.translate(LETTERS).strip()), []).append(
                name
            )
        machine = ahocorasick.Automaton(ahocorasick.STORE_INTS)
        machine.add_word(NEVER, len(NEVER))  # a machine without a word cannot run
        for low in by:
            if low.strip():
                machine.add_word(f" {low} ", len(low) + 2)
        machine.make_automaton()
        self._by = {low: tuple(dict.fromkeys(names)) for low, names in by.items()}
        self._machine = built = cast("Machine", machine)
        return built


def _is_whole(text: str, begin: int, end: int) -> bool:
    """Whether no letter of another script touches a stretch."""
    return not (text[begin - 1].isalnum() or text[end].isalnum())


def unique(names: Iterable[Name]) -> tuple[Name, ...]:
    """These names, each spelling of each meaning once, in order."""
    first: dict[tuple[str, str, str], Name] = {}
    for one in names:
        first.setdefault((one.text, one.kind, one.id), one)
    return tuple(first.values())
