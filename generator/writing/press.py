"""A headline in prose: who says it, its title and its lines, quoted word for word."""

import re
from dataclasses import dataclass

from generator.model.facts import QuotedFact
from generator.model.news import Headline
from generator.plain import amounts as quoted
from generator.plain.text import inline
from generator.writing.marks import mark, stranger

SENTENCE = re.compile(r".+?[.!?](?=\s|$)")
# Short enough for running prose, and no left-over of a script or a menu.
PROSE = re.compile(r"[A-Z\d\u201c\"'\u2018$€£][^{}<>;|=\\]{15,170}")
ABBREVIATED = re.compile(r"\b(?:U\.S|Inc|Corp|Co|vs|No|St|Mr|Ms|Dr)\.$")


@dataclass(frozen=True, slots=True)
class Press:
    """A headline as templates cite it; every citing marks its source."""

    headline: Headline

    @property
    def by(self) -> str:
        """The publisher."""
        return mark(stranger(inline(self.headline.publisher)), "name", self.headline.id)

    @property
    def title(self) -> str:
        """The title between quotation marks, without its full stop."""
        return self._quoted("title", self.headline.title.rstrip(". "))

    @property
    def line(self) -> str:
        """The summary's first whole sentence, quoted; empty if there is none."""
        text = line_of(self.headline)
        return self._quoted("summary", text.rstrip(".")) if text else ""

    @property
    def asks(self) -> bool:
        """Whether the title is a question."""
        return asks(self.headline)

    def _quoted(self, field: str, text: str) -> str:
        start = getattr(self.headline, field).find(text)
        shown, position = "", 0
        for fact in amounts(self.headline):
            first, last = fact.at[0] - start, fact.at[1] - start
            if fact.field == field and position <= first and last <= len(text):
                shown += inline(stranger(text[position:first]))
                shown += mark(inline(text[first:last]), "figure", fact.id)
                position = last
        shown += inline(stranger(text[position:]))
        return f"“{mark(shown, 'quote', self.headline.id)}”"


def asks(headline: Headline) -> bool:
    """Whether a title is a question."""
    return headline.title.rstrip().endswith("?")


def line_of(headline: Headline) -> str:
    """The first whole sentence of the summary, if it is short, finished and prose."""
    text = headline.summary
    for match in SENTENCE.finditer(text):
        if ABBREVIATED.search(text[: match.end()]):
            continue
        sentence = text[: match.end()].strip()
        return sentence if PROSE.fullmatch(sentence) else ""
    return ""


def amounts(headline: Headline) -> tuple[QuotedFact, ...]:
    """Every amount of a headline's own text, with its place in that text."""
    return quoted.amounts(headline, headline.id)
