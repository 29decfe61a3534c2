"""The note's Markdown as safe HTML whose figures carry their receipts."""

import html
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

import nh3
from markdown import Markdown

from generator.model.note import Claim, Ledger
from generator.publish.receipts import Receipt, own_receipt, receipt

# Private-use characters carry the marks through Markdown and the sanitiser, which
# leave them alone. Strangers' own are replaced first, one for one: offsets hold.
OPEN, NAMED, SHUT, PICTURE, DRAWN = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"
DIGITS = str.maketrans("0123456789", "".join(map(chr, range(0xE010, 0xE01A))))
READ = {ord(sign): digit for digit, sign in enumerate(map(chr, DIGITS.values()))}
PRIVATE = re.compile("[\ue000-\uf8ff]")
MARKED = re.compile(f"{OPEN}([\ue010-\ue019]+){NAMED}(.*?){SHUT}", re.DOTALL)
DRAWING = re.compile(f"<p>{PICTURE}([\ue010-\ue019]+){DRAWN}</p>")
CHART = re.compile(r"^!\[(.*)\]\((?:charts/)?([\w.-]+\.svg)\)$", re.MULTILINE)
ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
ALIGNED = re.compile(r'<(t[hd]) align="(left|right|center)">')
SOURCES = re.compile(r"^## Sources\b", re.MULTILINE)
TAGS = frozenset(
    "p h2 h3 h4 ul ol li strong em a table thead tbody tr th td blockquote code pre "
    "hr br sup sub".split()
)
ATTRIBUTES = {"a": {"href", "title"}, "th": {"align"}, "td": {"align"}, "ol": {"start"}}
SAFE_LINKS = "noopener noreferrer nofollow"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the prose as printed, and what it stands on."""

    text: str
    receipt: Receipt
    own: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart of the prose: its file, and the words under it."""

    file: str
    caption: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the body, and the figure that it prints."""

    start: int
    end: int
    figure: Figure


@dataclass(frozen=True, slots=True)
class Prose:
    """Safe HTML that still carries marks, and what the marks stand for."""

    html: str
    figures: tuple[Figure, ...]
    pictures: tuple[Picture, ...]

    def shown(
        self,
        piece: str,
        *,
        figure: Callable[[int, str], str],
        picture: Callable[[Picture], str],
    ) -> str:
        """A piece of the HTML, its marks replaced by what the callables give.

        `figure` gets a figure's number and its text as safe HTML.
        """

        def told(mark: re.Match[str]) -> str:
            number, inner = _number(mark.group(1)), mark.group(2)
            return inner if "<" in inner else figure(number, inner)

        def drawn(mark: re.Match[str]) -> str:
            return picture(self.pictures[_number(mark.group(1))])

        return PRIVATE.sub("", MARKED.sub(told, DRAWING.sub(drawn, piece)))


def prose(body: str, ledger: Ledger, own: Mapping[str, str]) -> Prose:
    """The Markdown of a note without its front matter, as safe HTML.

    `own` has the reason of each figure that the editor answers for. A claim whose
    sentence was edited since is not found, so its figures carry no receipt.
    """
    text = PRIVATE.sub("\ufffd", body)
    stretches = _apart([*_bound(text, ledger), *_own(text, own)])
    marked = _marked(text, stretches)
    pictures = tuple(map(_picture, CHART.finditer(marked)))
    number = count()
    raw = _markdown().convert(CHART.sub(lambda _: _drawn(next(number)), marked))
    safe = nh3.clean(
        raw,
        tags=set(TAGS),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        url_schemes={"http", "https"},
        link_rel=SAFE_LINKS,
    )
    classed = ALIGNED.sub(r'<\1 class="\2">', safe).replace("<th>", '<th scope="col">')
    classed = classed.replace('<th class="', '<th scope="col" class="')
    return Prose(classed, tuple(one.figure for one in stretches), pictures)


def _markdown() -> Markdown:
    """Markdown that shows a stranger's HTML as text instead of passing it on."""
    reader = Markdown(
        extensions=["tables"],
        extension_configs={"tables": {"use_align_attribute": True}},
    )
    reader.preprocessors.deregister("html_block")
    reader.inlinePatterns.deregister("html")
    return reader


def _bound(text: str, ledger: Ledger) -> Iterator[Stretch]:
    """The figures that claims bind, where the text still has their sentences."""
    facts = {fact.id: fact for fact in ledger.facts}
    for claim, at in _places(text, ledger.claims):
        for bound in claim.bound:
            fact = facts.get(bound.fact)
            if bound.type == "figure" and fact:
                start, end = (at + offset for offset in bound.at)
                figure = Figure(
                    text[start:end], receipt(fact, ledger), fact.kind == "own"
                )
                yield Stretch(start, end, figure)


def _places(text: str, claims: Sequence[Claim]) -> Iterator[tuple[Claim, int]]:
    """Each claim and where its sentence stands, reading on from the one before."""
    cursor = 0
    for claim in claims:
        sentence = PRIVATE.sub("\ufffd", claim.text)
        at = text.find(sentence, cursor) if sentence else -1
        at = text.find(sentence) if at < 0 and sentence else at
        if at >= 0:
            yield claim, at
            cursor = at + len(sentence)


def _own(text: str, own: Mapping[str, str]) -> Iterator[Stretch]:
    """The editor's own figures, wherever the prose prints them."""
    sources = SOURCES.search(text)
    end = sources.start() if sources else len(text)
    for printed, reason in own.items():
        whole = re.compile(rf"(?<![\w.,]){re.escape(printed)}(?![\w%]|[.,]\d)")
        for found in whole.finditer(text, 0, end):
            figure = Figure(found.group(), own_receipt(reason), own=True)
            yield Stretch(found.start(), found.end(), figure)


def _apart(stretches: Sequence[Stretch]) -> list[Stretch]:
    """The stretches from left to right; of two that overlap, the one given first."""
    kept: list[Stretch] = []
    for one in stretches:
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)


def _marked(text: str, stretches: Sequence[Stretch]) -> str:
    pieces, cursor = [], 0
    for number, one in enumerate(stretches):
        pieces += [text[cursor : one.start], OPEN, str(number).translate(DIGITS)]
        pieces += [NAMED, text[one.start : one.end], SHUT]
        cursor = one.end
    return "".join([*pieces, text[cursor:]])


def _picture(found: re.Match[str]) -> Picture:
    caption = html.unescape(ESCAPE.sub(r"\1", bare(found.group(1))))
    return Picture(found.group(2), caption)


def _drawn(number: int) -> str:
    return f"\n\n{PICTURE}{str(number).translate(DIGITS)}{DRAWN}\n\n"


def bare(marked: str) -> str:
    """The text without its marks."""
    return MARKED.sub(r"\2", marked)


def _number(signs: str) -> int:
    return int("".join(str(READ[ord(sign)]) for sign in signs))
