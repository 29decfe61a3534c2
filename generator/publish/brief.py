"""The brief: an edition's notes behind one cover, as a page and as a PDF."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from markupsafe import Markup

from generator.model.facts import PriceFact
from generator.model.note import Draft
from generator.plain.figures import percent, plain
from generator.publish.article import Article, Section, article
from generator.publish.look import digest, safe, screen, sheet
from generator.publish.page import ON_PAPER, ON_SCREEN, Dress, article_html, pages
from generator.publish.paper import pdf


@dataclass(frozen=True, slots=True)
class MarketRow:
    """One instrument of the cover's table, its figures already in words."""

    name: str
    close: str
    day: str
    week: str


def market_rows(
    drafts: Sequence[Draft], names: Mapping[str, str] | None = None
) -> tuple[MarketRow, ...]:
    """The last close and the moves of every instrument the notes' ledgers price.

    `names` has what a subject is called; without it the row has its id. A move that
    no ledger holds is empty.
    """
    facts = {
        (fact.subject, fact.metric, fact.window.sessions): fact
        for draft in drafts
        for fact in draft.ledger.facts
        if isinstance(fact, PriceFact) and fact.against is None
    }
    closes = [fact for (_, metric, _), fact in facts.items() if metric == "close"]
    return tuple(
        MarketRow(
            (names or {}).get(close.subject, close.subject),
            plain(close.value),
            _move(facts.get((close.subject, "return", 1))),
            _move(facts.get((close.subject, "return", 5))),
        )
        for close in {fact.subject: fact for fact in closes}.values()
    )


def _move(fact: PriceFact | None) -> str:
    return percent(fact.value) if fact else ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A note of the brief: where its article begins, and the article."""

    prefix: str
    note: Article
    dots: tuple[bool, ...]
    html: Markup

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections that the contents name, each once."""
        named = {one.kind: one for one in self.note.sections if one.kind}
        return tuple(named.values())


def brief_html(
    edition: date,
    drafts: Sequence[Draft],
    *,
    stamp: str | None,
    market: Sequence[MarketRow],
) -> str:
    """The brief as one HTML page that needs no other file, script or network.

    `stamp` is the word that marks it, such as DRAFT. No drafts make a brief that
    says so. NoteError where a note's front matter cannot be read.
    """
    style = screen() + sheet("brief/brief.css")
    return pages("brief").get_template("brief.html").render(
        cover(edition, drafts, ON_SCREEN), market=market, stamp=stamp, paper=False,
        style=safe(style), digest=digest(style),
    )  # fmt: skip


def brief_pdf(
    edition: date,
    drafts: Sequence[Draft],
    *,
    stamp: str | None,
    market: Sequence[MarketRow],
) -> bytes:
    """The brief as a tagged A4 PDF; each note begins a page, contents name it.

    The stamp stands on every page. GeneratorError where WeasyPrint's native
    libraries are missing.
    """
    page = pages("brief").get_template("brief.html").render(
        cover(edition, drafts, ON_PAPER), market=market, stamp=stamp, paper=True
    )  # fmt: skip
    marked = ("page/stamped.css",) if stamp else ()
    return pdf(page, "brief/paper.css", *marked)


def cover(edition: date, drafts: Sequence[Draft], dress: Dress) -> dict[str, object]:
    """What both forms of the brief print: the entries, their brand and time."""
    notes = [article(draft) for draft in drafts]
    entries = [_entry(number, note, dress) for number, note in enumerate(notes, 1)]
    disclosures = dict.fromkeys(note.head.disclosure for note in notes)
    midnight = datetime.combine(edition, time(), UTC)
    return {
        "edition": edition,
        "entries": entries,
        "brand": next((note.head.brand for note in notes), "") or "Research",
        "disclosures": [line for line in disclosures if line],
        "as_of": max((note.head.as_of for note in notes), default=midnight),
    }


def _entry(number: int, note: Article, dress: Dress) -> Entry:
    prefix = f"n{number}-"
    inner = article_html(note, dress, prefix=prefix)
    return Entry(prefix, note, note.dots, inner)
