"""What is not to be said again: the words of this note and of the 20 before it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.model.note import PastNote
from generator.writing.forms import Form, Telling
from generator.writing.marks import bare

GRAM = 6  # words in a row that a reader knows again
TOKEN = re.compile(r"\d[\d,.:]*\d|\w+(?:['\u2019]\w+)?|[^\w\s]")
DIGITS = re.compile(r"\d+")
MOST = {"antithesis": 2, "question": 2}  # in a note, after anatomy.md
METAPHOR = "metaphor "
HABITS = {  # turns that tire a reader -> how often a note has them before it is noticed
    "condition": 3,  # a paragraph that ends on what would be
    "stub": 2,  # a sentence of four words or fewer inside a paragraph
    "whoever": 3,
}
STUB = 4  # words
WOULD = re.compile(r"\bwould\b|\bif\b|\buntil\b", re.IGNORECASE)
WHOEVER = re.compile(r"\b(?:whoever|any(?:one|body) who|those who)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """What has been said: Facts, names and devices of this note, words of the last 20.

    `age` maps a form to how many notes ago it was last used, 0 the newest.
    """

    figures: tuple[str, ...] = ()
    names: frozenset[str] = frozenset()
    devices: tuple[str, ...] = ()
    habits: tuple[str, ...] = ()
    said: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    age: dict[str, int]
    grave: bool = False

    def allows(self, telling: Telling) -> bool:
        """Whether its devices are still to be had in this note."""
        spent = [*self.devices, *devices(telling)]
        families = {use for use in spent if use.startswith(METAPHOR)}
        return (
            len(families) <= 1
            and all(spent.count(name) <= most for name, most in MOST.items())
            and not (self.grave and "wit" in telling.form.uses)
        )

    def seen(self, telling: Telling) -> int:
        """How many of its six-grams and whole sentences have been said before."""
        return sum(
            gram in self.before or gram in self.said
            for sentence in telling.sentences
            for gram in grams(bare(sentence))
        )

    def tires(self, telling: Telling) -> int:
        """How many of its turns the note has had often enough."""
        own = [*habits(telling)]
        had = [*self.habits, *own]
        return sum(had.count(name) > HABITS[name] for name in {*own})

    def holds(self, sentence: str) -> bool:
        """Whether any six-gram of a sentence has been said before."""
        return any(one in self.before or one in self.said for one in grams(sentence))

    def after(self, telling: Telling) -> "Memory":
        """The memory once this has been said."""
        said = {gram for one in telling.sentences for gram in grams(bare(one))}
        return replace(
            self,
            figures=(*self.figures, *telling.figures),
            names=self.names | telling.names,
            devices=(*self.devices, *devices(telling)),
            habits=(*self.habits, *habits(telling)),
            said=self.said | said,
        )


def devices(telling: Telling) -> Iterator[str]:
    """The capped devices of speech that a telling spends."""
    yield from telling.form.uses
    questions = sum(bare(one).endswith("?") for one in telling.sentences)
    yield from ["question"] * questions


def habits(telling: Telling) -> Iterator[str]:
    """The turns of it that tire a reader where they come often."""
    sentences = [bare(one) for one in telling.sentences]
    if len(sentences) > 1 and WOULD.search(sentences[-1]):
        yield "condition"
    if any(len(one.split()) <= STUB for one in sentences[1:-1]):
        yield "stub"
    if any(WHOEVER.search(one) for one in sentences):
        yield "whoever"


def remembered(past: Sequence[PastNote], *, grave: bool) -> Memory:
    """The memory before the first word: what the notes before have said."""
    sentences = dict.fromkeys(one for note in past for one in note.sentences)
    return Memory(
        before=frozenset(gram for one in sentences for gram in grams(one)),
        age=_ages(past),
        grave=grave,
    )


def _ages(past: Sequence[PastNote]) -> dict[str, int]:
    found: dict[str, int] = {}
    for age, note in enumerate(past):
        for form in note.forms:
            found.setdefault(form, age)
    return found


@lru_cache(maxsize=16_384)
def grams(sentence: str) -> frozenset[str]:
    """The six-grams of a sentence, digits masked, and the whole of a shorter one."""
    tokens = DIGITS.sub("0", sentence.lower())
    words = [_masked(one) for one in TOKEN.findall(tokens)]
    if len(words) <= GRAM:
        return frozenset([" ".join(words)])
    return frozenset(_rows(words))


def _masked(token: str) -> str:
    return "0" if token[0].isdigit() else token


def _rows(words: Sequence[str]) -> Iterator[str]:
    for start in range(len(words) - GRAM + 1):
        yield " ".join(words[start : start + GRAM])


def longest_unused(forms: Iterable[Form], age: dict[str, int]) -> list[Form]:
    """The forms, those never used first, then those unused for longest."""
    return sorted(forms, key=lambda form: -age.get(form.id, len(age) + 1_000))
