"""Every spelling the desk knows, made from its records and its book of names."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.model.market import Instrument
from generator.model.playbook import Release, Theme
from generator.plain.names.book import BLANK, Book, Rows
from generator.plain.names.spelled import (
    Grade,
    Kind,
    Name,
    Spelled,
    Speller,
    unique,
)
from generator.plain.names.tickers import WORDS
from generator.plain.names.vocabulary import UNLESS

TRADED = frozenset({"stock", "etf", "index", "volatility"})
LONG = 4  # letters from which a ticker may stand for its company without a mark


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every spelling we know, the tickers, and what kind each instrument is.

    `tickers` gives the id that a ticker means, `kinds` the kind of each instrument we
    hold prices for, `offices` what each person is known for.
    """

    names: tuple[Name, ...]
    speller: Speller = field(compare=False, repr=False)
    tickers: Mapping[str, str] = field(default_factory=dict, hash=False)
    kinds: Mapping[str, str] = field(default_factory=dict, hash=False)
    offices: Mapping[str, str] = field(default_factory=dict, hash=False)
    hints: Mapping[str, frozenset[str]] = field(default_factory=dict, hash=False)
    against: Mapping[str, frozenset[str]] = field(default_factory=dict, hash=False)
    given: frozenset[str] = frozenset()
    sorts: Mapping[str, Kind] = field(default_factory=dict, hash=False)

    def listed(self, shown: str, name: str) -> Spelled:
        """What a ticker means, as printed; a trap where it means nothing we know."""
        if not name:
            return Spelled.of([Name(shown, "trap", "", "ticker")], shown)
        kind = self.sorts.get(name, "instrument")
        return Spelled.of([Name(shown, kind, name, "ticker")], shown)


def lexicon(
    instruments: Iterable[Instrument],
    themes: Iterable[Theme] = (),
    releases: Iterable[Release] = (),
    *,
    traps: Iterable[str] = (),
    book: Book = BLANK,
) -> Lexicon:
    """The names of these records and of a book, and the traps, in one list.

    A company whose instrument is held is that instrument, whatever the book says.
    """
    held = sorted(instruments, key=lambda one: one.id)
    grades = _grades(book)
    names = unique(
        (
            *(Name(text, "trap", "") for text in (*book.traps, *traps)),
            *(Name(text, "trap", "", "venue") for text in book.venues),
            *_held(held, grades),
            *(
                Name(text, "release", one.name, _of_release(text, grades))
                for one in releases
                for text in (one.name, *one.aliases)
            ),
            *(Name(text, "theme", one.id) for one in themes for text in one.match),
            *_booked(book, {one.id for one in held}, grades),
        )
    )
    return Lexicon(
        names=names,
        speller=Speller(names),
        tickers=_tickers(held, book),
        kinds={one.id: one.kind for one in held},
        offices={name: one.office for name, one in book.people.items()},
        hints={name: frozenset(hints) for name, hints in book.hints.items()},
        against={name: frozenset(words) for name, words in book.against.items()},
        given=frozenset(book.given),
        sorts={
            one.id: one.kind for one in names if one.kind in {"instrument", "company"}
        },
    )


def _of_release(text: str, grades: Mapping[str, Grade]) -> Grade:
    """How doubtful a release is: its title as much as its words in small letters."""
    return grades.get(text) or grades.get(text.lower(), "sure")


def _grades(book: Book) -> dict[str, Grade]:
    """How doubtful each doubtful spelling is."""
    words: dict[str, Grade] = dict.fromkeys(book.words, "word")
    names: dict[str, Grade] = dict.fromkeys(book.surnames, "surname")
    stuff: dict[str, Grade] = dict.fromkeys(book.stuff, "matter")
    namesakes: dict[str, Grade] = dict.fromkeys(book.namesakes, "namesake")
    measures: dict[str, Grade] = dict.fromkeys(book.measures, "measure")
    against: dict[str, Grade] = dict.fromkeys(book.against, "unless")
    unless: dict[str, Grade] = dict.fromkeys(UNLESS, "unless")
    return against | words | names | stuff | measures | namesakes | unless


def _held(held: Iterable[Instrument], grades: Mapping[str, Grade]) -> Iterator[Name]:
    for one in held:
        for text in one.aliases or (one.name,):
            yield Name(text, "instrument", one.id, grades.get(text, "sure"))


def _booked(book: Book, held: set[str], grades: Mapping[str, Grade]) -> Iterator[Name]:
    kinds: tuple[tuple[Kind, Rows], ...] = (
        ("institution", book.institutions),
        ("company", book.companies),
        ("place", book.places),
        ("release", book.releases),
    )
    for kind, rows in kinds:
        for name, texts in rows.items():
            known: Kind = "instrument" if name in held else kind
            for text in texts:
                grade = _of_release(text, grades) if kind == "release" else None
                yield Name(text, known, name, grade or grades.get(text, "sure"))
    more = {name: texts for name, texts in book.held.items() if name in held}
    for name, texts in (*book.markets.items(), *more.items()):
        for text in texts:
            yield Name(text, "instrument", name, grades.get(text, "sure"))
    for name in book.companies:
        if (
            len(name) >= LONG
            and name.isalpha()
            and name.isupper()
            and name not in WORDS
        ):
            yield Name(name, "company", name, "namesake")
    for name, person in book.people.items():
        for text in person.names:
            alone: Grade = "sure" if " " in text else "surname"
            yield Name(text, "person", name, grades.get(text, alone))


def _tickers(held: Iterable[Instrument], book: Book) -> dict[str, str]:
    """The id that each ticker means: the held first, then the home listing.

    A ticker with a dot at its end is one that only an exchange abroad lists.
    """
    abroad = {}
    for name in sorted(book.companies, reverse=True):
        symbol, dot, _ = name.partition(".")
        if dot and not symbol.isdigit() and len(symbol) > 1:
            abroad[f"{symbol}."] = name
    listed = {name: name for name in book.companies if name.isupper() or "." in name}
    funds = {name: name for name in book.markets if name in book.markets[name]}
    traded = {one.id: one.id for one in held if one.kind in TRADED}
    shares = {
        name.replace("_", mark): name
        for name in (*listed, *traded)
        if "_" in name
        for mark in ".-"
    }
    coins = {one.id.partition("_")[0]: one.id for one in held if one.kind == "coin"}
    coins |= {
        name.partition("_")[0]: name for name in book.markets if name.endswith("_USD")
    }
    return abroad | funds | coins | listed | shares | traded | dict(book.also)
