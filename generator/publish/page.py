"""A note as HTML: the page that stands alone, and the article that others hold."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment
from markupsafe import Markup

from generator.model.facts import ScoreFact
from generator.model.note import Draft
from generator.plain.clock import clock, long_day, short_day, stamp
from generator.plain.figures import percentile, plain
from generator.plain.jinja import environment
from generator.publish.article import Article, article
from generator.publish.look import digest, inlined, printed, safe, screen
from generator.publish.paper import pdf
from generator.publish.prose import Figure, Picture
from generator.publish.receipts import words


@dataclass(frozen=True, slots=True)
class Dress:
    """What differs between screen and paper: figures, drawings, the foot."""

    figure: Callable[[str, Figure, str], str]
    drawing: Callable[[str], str]
    paper: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A section ready to print."""

    kind: str
    heading: Markup
    body: Markup


def note_html(draft: Draft) -> str:
    """The note as one HTML page that needs no other file, script or network.

    Strangers' text is escaped, links are http or https. NoteError where the front
    matter cannot be read.
    """
    told = article(draft)
    inner = article_html(told, ON_SCREEN)
    style = screen()
    page = pages("page").get_template("note.html")
    return page.render(
        head=told.head, inner=inner, style=safe(style), digest=digest(style)
    )


def note_pdf(draft: Draft) -> bytes:
    """The note as a tagged A4 PDF, its receipts in a table at the end.

    The same bytes for the same draft, with one set of library versions. NoteError
    where the front matter cannot be read, GeneratorError where WeasyPrint's native
    libraries are missing.
    """
    told = article(draft)
    page = pages("page").get_template("paper.html").render(
        note=told, head=told.head, inner=article_html(told, ON_PAPER),
        figures=distinct(told.figures), prefix="",
    )  # fmt: skip
    return pdf(page, *(() if told.head.released else ("page/stamped.css",)))


def distinct(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The figures, each printed text with one receipt once."""
    return tuple(dict.fromkeys(figures))


def article_html(told: Article, dress: Dress, *, prefix: str = "") -> Markup:
    """The <article> of a note; `prefix` keeps its ids apart from another note's."""
    template = pages("page").get_template("article.html")
    return safe(
        template.render(
            note=told,
            head=told.head,
            sections=shown_sections(told, dress, prefix),
            dots=told.dots,
            paper=dress.paper,
            prefix=prefix,
        )
    )


def shown_sections(told: Article, dress: Dress, prefix: str) -> list[Shown]:
    """The sections with figures and charts as the dress has them."""

    def figure(number: int, text: str) -> str:
        return dress.figure(f"{prefix}r{number + 1}", told.figures[number], text)

    def picture(one: Picture) -> str:
        drawn = dress.drawing(told.charts.get(one.file, ""))
        template = pages("page").get_template("chart.html")
        return template.render(drawing=safe(drawn), caption=one.caption)

    def dressed(piece: str) -> Markup:
        return safe(told.prose.shown(piece, figure=figure, picture=picture))

    return [
        Shown(one.kind, dressed(one.heading), dressed(one.html))
        for one in told.sections
    ]


def _with_receipt(name: str, figure: Figure, text: str) -> str:
    template = pages("page").get_template("figure.html")
    return template.render(figure=figure, text=safe(text), id=name).strip()


def _printed_alone(name: str, figure: Figure, text: str) -> str:
    return f'<span class="own">{text}</span>' if figure.own else text


ON_SCREEN = Dress(_with_receipt, inlined, paper=False)
ON_PAPER = Dress(_printed_alone, printed, paper=True)


@cache
def pages(folder: str) -> Environment:
    """The templates of a folder, with the words and dates they print."""
    env = environment(folder)
    env.filters |= {
        "clock": clock, "short_day": short_day, "long_day": long_day,
        "stamp": stamp, "words": words,
        "whole": lambda value: plain(percentile(value), 0), "parts": parts,
    }  # fmt: skip
    return env


def parts(score: ScoreFact | None) -> list[tuple[str, float, float]]:
    """Name, percentile and weight of each component of a score."""
    found = score.parts if score else ()
    return [(words(one.name), one.percentile, one.weight) for one in found]
