"""The prose of notes, sentence by sentence, each with the form that said it.

Prose is what stands under Analysis, Watch, Risks, Opportunity and Take, less headings,
tables, lists, pictures and the bold labels of the verdict. A note is a `note.md` with
the `ledger.json` beside it, which names the role and form of each sentence; a sentence
that is in no claim, or a Markdown file alone, has neither.
"""

import argparse
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from bench.days import drafts
from generator.desk.drafts import ledger_of, text_of
from generator.desk.folders import LEDGER, NOTE, RELEASE
from generator.errors import NoteError
from generator.model.note import Claim, Draft, Ledger
from generator.plain import markdown
from generator.plain.places import SEEDS

SECTIONS = ("analysis", "watch", "risks", "opportunity", "take")
NOT_PROSE = re.compile(r"\s*(?:[|#>]|!\[|[-*+] |\d+[.)] |<|$)")
LABEL = re.compile(r"\*\*[^*]+\*\*")  # "**Threat Level 5/5.**" is a field, not prose
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
ESCAPED = re.compile(r"\\([\\`*_\[\]{}()#+.!>-])")
# A stop, maybe with a quote or bracket, then a space and what can open a sentence.
STOP = re.compile(r"""(?<=[.!?])["'”’)]*\s+(?=["'“\u2018(]*[A-Z0-9$€£])""")
SHORTENED = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Jr|Sr|Inc|Corp|Co|Ltd|vs|No|Jan|Feb|Mar|Apr|Jun|"
    r"Jul|Aug|Sept?|Oct|Nov|Dec|U\.S|U\.K|E\.U|a\.m|p\.m|e\.g|i\.e)\.)$"
)
NUMBER = "0"  # any figure; `+2.2%` is three tokens
LETTERS = r"[^\W\d_]+(?:['’&-][^\W\d_]+)*"
FIGURE = r"\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?"
WORD = re.compile(f"{FIGURE}|{LETTERS}")
TOKEN = re.compile(rf"{FIGURE}|{LETTERS}|[^\w\s]")
Kind = TypeVar("Kind")


@dataclass(frozen=True)
class Sentence:
    """A sentence as a reader sees it; `paragraph` counts those of its note."""

    text: str
    section: str
    paragraph: int
    claim: Claim | None = None

    @property
    def role(self) -> str:
        """The goal of its paragraph; `-` where no claim holds it."""
        return self.claim.role if self.claim else "-"

    @property
    def form(self) -> str:
        """The form that said it; `-` where no claim holds it."""
        return self.claim.form or self.role if self.claim else "-"

    @cached_property
    def tokens(self) -> tuple[str, ...]:
        """Its words, figures (all alike) and marks, in small letters."""
        return tuple(masked(token) for token in TOKEN.findall(self.text))

    @cached_property
    def words(self) -> int:
        """How many words and figures it has."""
        return len(words_in(self.text))


@dataclass(frozen=True)
class Note:
    """The prose of a note; `label` says where it is from.

    `factual` says of each paragraph whether it prints a Fact or cites a headline, in
    its labels too; all False where there is no ledger.
    """

    label: str
    subject: str
    edition: str
    sentences: tuple[Sentence, ...]
    paragraphs: tuple[str, ...]
    factual: tuple[bool, ...] = ()
    ledger: Ledger | None = None

    @cached_property
    def tokens(self) -> tuple[str, ...]:
        """The tokens of all its sentences, one after the other."""
        return tuple(token for one in self.sentences for token in one.tokens)

    @cached_property
    def owners(self) -> tuple[Sentence, ...]:
        """Whose each token is."""
        return tuple(one for one in self.sentences for _ in one.tokens)


def words_in(text: str) -> list[str]:
    """The words and figures of a text."""
    return WORD.findall(text)


def masked(token: str) -> str:
    return NUMBER if token[0].isdigit() else token.lower()


def note_of(draft: Draft) -> Note:
    """The prose of a draft in memory."""
    head = draft.ledger.note
    label = f"{head.edition}/{head.slug}"
    return note_from(draft.markdown, label, draft.ledger)


def note_from(text: str, label: str, ledger: Ledger | None) -> Note:
    """The prose of a note's text; NoteError if its front matter cannot be read."""
    front, _ = markdown.split(text)
    claims = list(ledger.claims) if ledger else []
    sentences: list[Sentence] = []
    paragraphs: list[str] = []
    factual: list[bool] = []
    for line in markdown.lines(text):
        if line.section not in SECTIONS or NOT_PROSE.match(line.text):
            continue
        every = [
            Sentence(part, line.section, len(paragraphs), claim)
            for part, claim in parted(line.text, claims)
        ]
        found = [one for one in every if one.tokens]
        if found:
            factual.append(any(is_factual(one.claim) for one in every))
            sentences += found
            paragraphs.append(" ".join(one.text for one in found))
    return Note(
        label=label,
        subject=str(front.get("subject", "")),
        edition=str(front.get("as_of", "")),
        sentences=tuple(sentences),
        paragraphs=tuple(paragraphs),
        factual=tuple(factual),
        ledger=ledger,
    )


def is_factual(claim: Claim | None) -> bool:
    """Whether a claim prints a Fact, or cites a headline."""
    return claim is not None and bool(
        claim.sources or any(one.type != "name" for one in claim.bound)
    )


def parted(line: str, claims: Sequence[Claim]) -> Iterator[tuple[str, Claim | None]]:
    """A line's sentences as shown: the claims, and what is between them split."""
    at = 0
    places = [(line.find(one.text), one) for one in claims if one.text]
    for start, claim in sorted(
        ((start, one) for start, one in places if start >= 0),
        key=lambda place: (place[0], -len(place[1].text)),
    ):
        if start < at:
            continue
        yield from ((part, None) for part in split(shown(line[at:start])))
        yield shown(claim.text), claim
        at = start + len(claim.text)
    yield from ((part, None) for part in split(shown(line[at:])))


def split(text: str) -> Iterator[str]:
    """The sentences of a text that no claim marks out."""
    held = ""
    for part in STOP.split(text.strip()):
        held = f"{held} {part}" if held else part
        if not SHORTENED.search(held):
            yield held
            held = ""
    if held:
        yield held


def shown(text: str) -> str:
    """What a reader sees of a line of Markdown, without the labels in bold."""
    bare = LINK.sub(r"\1", LABEL.sub("", text))
    return ESCAPED.sub(r"\1", bare.replace("&lt;", "<").replace("&amp;", "&")).strip()


def notes_in(places: Sequence[Path]) -> list[Note]:
    """The notes of some files and folders, by subject and then by time.

    NoteError where there is none, or where one cannot be read.
    """
    found = [note_at(path) for place in places for path in files(place)]
    return sorted(found, key=lambda note: (note.subject, note.edition, note.label))


def files(place: Path) -> list[Path]:
    """The notes below a folder, releases apart; else every Markdown file of it."""
    if place.is_file():
        return [place]
    every = sorted(place.rglob("*.md")) if place.is_dir() else []
    notes = [path for path in every if path.name == NOTE]
    drafts_of = [path for path in notes if RELEASE not in path.relative_to(place).parts]
    if not every:
        raise NoteError(f"{place}: no note is there; name a folder that holds note.md")
    return drafts_of or notes or every


def note_at(path: Path) -> Note:
    """The note of a file, with the ledger beside it if there is one."""
    text, ledger = text_of(path), None
    if path.name == NOTE and (path.parent / LEDGER).is_file():
        ledger = ledger_of(path.parent)
    label = f"{path.parent.parent.name}/{path.parent.name}"
    try:
        return note_from(text, label if ledger else path.stem, ledger)
    except NoteError as error:
        raise NoteError(f"{path}: {error}") from error


def by_subject(notes: Iterable[Note]) -> dict[str, list[Note]]:
    """The notes of each subject, in the order given."""
    found: dict[str, list[Note]] = {}
    for note in notes:
        found.setdefault(note.subject, []).append(note)
    return found


def paragraphs_of(note: Note) -> list[list[Sentence]]:
    """The sentences of each paragraph."""
    return [
        [one for one in note.sentences if one.paragraph == number]
        for number in range(len(note.paragraphs))
    ]


def asked_for(parser: argparse.ArgumentParser) -> None:
    """Add what names the notes that a bench reads."""
    parser.add_argument("places", nargs="*", type=Path, metavar="DIR")
    parser.add_argument(
        "--days",
        nargs=3,
        action="append",
        metavar=("SUBJECT", "FIRST", "LAST"),
        help="the product's own notes over these sessions, instead",
    )
    parser.add_argument("--prices", action="append", type=Path, metavar="DIR")


def given_notes(given: argparse.Namespace) -> list[Note]:
    """The notes that a command line asks for; without any, those of the seeds."""
    if given.places:
        return notes_in(given.places)
    prices = given.prices or [SEEDS / "prices"]
    days = given.days or [["SPX", "2018-12-03", "2018-12-31"]]
    found = []
    for subject, first, last in days:
        try:
            span = (date.fromisoformat(first), date.fromisoformat(last))
        except ValueError as error:
            message = f"{first} {last}: {error}; write a day like 2018-12-26"
            raise NoteError(message) from error
        made = drafts(prices, subject, first=span[0], last=span[1])
        found += [note_of(draft) for draft in made]
    return found


def counted(items: Iterable[Kind], key: Callable[[Kind], str]) -> dict[str, list[Kind]]:
    """The items by a key, the most frequent first."""
    found: dict[str, list[Kind]] = {}
    for one in items:
        found.setdefault(key(one), []).append(one)
    return dict(sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0])))
