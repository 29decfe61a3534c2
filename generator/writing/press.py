"""A headline in prose: who says it, its title and its lines, quoted word for word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.facts import QuotedFact
from generator.model.news import Headline
from generator.plain import amounts as quoted
from generator.plain.amounts import Field
from generator.plain.figures import COUNTS, kept
from generator.plain.text import inline
from generator.writing.marks import mark, stranger

SENTENCE = re.compile(r".+?[.!?](?=\s|$)")
# Short enough for running prose, and no left-over of a script or a menu.
PROSE = re.compile(r"[A-Z\d\u201c\"'\u2018$€£][^{}<>;|=\\]{15,170}")
COUNT = "|".join(sorted(COUNTS, key=len, reverse=True))
RUPEES = re.compile(
    r"(?:\bRs\.?|\bINR|\u20b9) ?(\d[\d,]*(?:\.\d+)?)"
    r"(?: ?(lakh crores?|crores?|cr|lakhs?))?"
    r"(?![\w.])",
    re.IGNORECASE,
)
SCALES = {"": 1.0, "lakh": 1e5, "cr": 1e7, "crore": 1e7, "lakh crore": 1e12}
ORDER = ("first", "second", "third", "fourth")
WEEK = "monday tuesday wednesday thursday friday saturday sunday".split()
# How a time or a multiple is worded, its unit, and what gives its value.
WORDED: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"\b({'|'.join(ORDER)})[ -]quarter\b", re.IGNORECASE), "quarter"),
    (re.compile(r"\b(?:Q([1-4])|([1-4])Q)\b"), "quarter"),
    (re.compile(rf"\b({'|'.join(WEEK)})\b", re.IGNORECASE), "weekday"),
    (
        re.compile(
            rf"\b(\d+|{COUNT})[ -](day|week|month|quarter|year)s?\b", re.IGNORECASE
        ),
        "span",
    ),
    (re.compile(r"\b(half|halves|halved)\b", re.IGNORECASE), "half"),
    (re.compile(r"\b(doubl(?:e|es|ed)|twice)\b", re.IGNORECASE), "double"),
    (re.compile(r"\b(tripl(?:e|es|ed))\b", re.IGNORECASE), "triple"),
)
FIXED = {"half": (0.5, "ratio"), "double": (2.0, "times"), "triple": (3.0, "times")}
WORD = re.compile(r"[A-Za-z]{4,}|[A-Z][A-Z&]+")  # no article, no preposition
STEM = 5  # letters by which two forms of a word are known for one
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
    """The first whole sentence of the summary, if it is short, finished and prose.

    One that shares no word with its title is a page's furniture, or of something else.
    """
    text = headline.summary
    for match in SENTENCE.finditer(text):
        if ABBREVIATED.search(text[: match.end()]):
            continue
        sentence = text[: match.end()].strip()
        related = stems(headline.title) & stems(sentence)
        return sentence if related and PROSE.fullmatch(sentence) else ""
    return ""


def stems(text: str) -> frozenset[str]:
    """The first letters of each longer word, and capitals: `market`, `S&P`."""
    return frozenset(one[:STEM].lower() for one in WORD.findall(text))


def amounts(headline: Headline) -> tuple[QuotedFact, ...]:
    """Every amount of a headline's own text, with its place in that text."""
    return quoted.amounts(headline, headline.id)


def worded(headline: Headline) -> tuple[QuotedFact, ...]:
    """What `amounts` leaves out: sums in rupees, quarters, days, spans, multiples.

    A weekday counts from 1 for Monday; a span of time has its word as its unit
    (`27 years` is 27, years); `half` is a ratio and `doubled` is two times.
    """
    found: dict[str, QuotedFact] = {}
    texts: tuple[tuple[Field, str], ...] = (
        ("title", headline.title),
        ("summary", headline.summary),
    )
    for field, text in texts:
        for match, value, unit in sorted(_worded(text), key=lambda one: one[0].start()):
            name = quoted.KEY.sub("", match.group().lower())
            fact = QuotedFact(
                id=f"{headline.id}.{unit.lower()}.{name}",
                source=headline.id,
                field=field,
                at=match.span(),
                value=value,
                unit=unit,
                renderings=(match.group(),),
            )
            found.setdefault(fact.id, fact)
    return tuple(found.values())


def _worded(text: str) -> Iterator[tuple[re.Match[str], float, str]]:
    """Each sum, time and multiple of a text with its value and unit."""
    for match in RUPEES.finditer(text):
        scale = (match[2] or "").lower().removesuffix("s")
        yield match, kept(float(match[1].replace(",", "")) * SCALES[scale]), "INR"
    for pattern, kind in WORDED:
        for match in pattern.finditer(text):
            yield match, *_valued(match, kind)


def _valued(match: re.Match[str], kind: str) -> tuple[float, str]:
    if kind in FIXED:
        return FIXED[kind]
    word = next(one for one in match.groups() if one).lower()
    if kind == "span":
        count = COUNTS[word] if word in COUNTS else int(word)
        return float(count), f"{match[2].lower()}s"
    if kind == "weekday":
        return float(WEEK.index(word) + 1), kind
    return float(ORDER.index(word) + 1 if word in ORDER else int(word)), kind
