"""A headline told as prose: whether its own words say so, and whose they are (T9)."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from generator.model.note import Bound, Claim, SourceLine
from generator.plain import figures
from generator.plain.inflection import bases
from generator.proof.book import Book
from generator.proof.tokens import Token, flattened, named

WORD = re.compile(r"[$€£]?\d[\d.,]*\d%?|\d%?|[^\W\d_][\w'&]*")
# Words that a clause may gain or lose without saying anything else.
SMALL = frozenset(
    "a an the of to in on at for by and or as that it its is are was were be been has "
    "have had do does did will would with from into this these those their his her "
    "according 's s u.s us".split()
)
DENIALS = frozenset("no not never nor without neither hardly barely nothing".split())


def source_of(name: str, book: Book) -> SourceLine | None:
    """The source of `s3`, of `s3.title` and of a figure quoted from it, `s3.62bn`."""
    return book.sources.get(name.partition(".")[0])


def has_word(word: str, source: SourceLine) -> bool:
    """Whether a headline's title or summary has the word, in any form of a verb."""
    return has_form(word, f"{source.title} \n {source.summary}")


def has_form(word: str, text: str) -> bool:
    """Whether a text has the first of these words, in any form of a verb."""
    return not set(bases(word.split(" ", maxsplit=1)[0])).isdisjoint(_bases(text))


def has_figure(text: str, source: SourceLine) -> bool:
    """Whether a headline's title or summary prints the figure."""
    said = figures.figures(f"{source.title} \n {source.summary}")
    return figures.key(text) in {one.key for one in said}


def is_of(owner: str | None, source: SourceLine, book: Book) -> bool:
    """Whether a headline names the subject beside which its figure is put, if any."""
    if owner is None:
        return True
    said = flattened(f"{source.title} \n {source.summary}")
    names = [name for name, known in book.names.items() if owner in {known, name}]
    starts = [name.split()[0] for name in names if name[:1].isupper()]
    words = [*names, *(one for one in starts if len(one) > SHORT)]
    return any(re.search(rf"\b{re.escape(flattened(one))}\b", said) for one in words)


SHORT = 2  # letters of a first word that alone names nobody


@lru_cache(512)
def _bases(text: str) -> frozenset[str]:
    return frozenset(form for word in _words(text) for form in (word, *bases(word)))


def _words(text: str) -> list[str]:
    return [
        word.strip("'.,").removesuffix("'s") for word in WORD.findall(flattened(text))
    ]


def tells(text: str, source: SourceLine, book: Book) -> bool:
    """Whether a clause says what a headline says: its words, in the headline's order.

    Verbs may change their tense; known names are compared where they are bound.
    """
    lean = flattened(text)
    fields = (source.title, source.summary)
    if any(lean in flattened(one) for one in fields):
        return True
    known = [one for one in named(text, book.names) if one.id]
    bare = "".join(
        " " if any(one.start <= n < one.end for one in known) else letter
        for n, letter in enumerate(text)
    )
    wanted = [word for word in _words(bare) if word and word not in SMALL]
    return bool(wanted or known) and any(_follows(wanted, one) for one in fields)


def _follows(wanted: Iterable[str], text: str) -> bool:
    """Whether the words stand in a text in this order, in some form of each."""
    rest = iter(_words(text))
    return all(any(_same(word, one) for one in rest) for word in wanted)


def _same(one: str, other: str) -> bool:
    if one == other or figures.key(one) == figures.key(other):
        return True
    return not set(bases(one)).isdisjoint(bases(other))


def is_named(source: SourceLine, text: str) -> bool:
    """Whether a sentence names the publisher."""
    return flattened(source.publisher) in flattened(text)


def is_told(claim: Claim | None) -> bool:
    """Whether a claim tells a headline in prose, not between quotation marks."""
    return claim is not None and any(told_spans(claim))


def told_spans(claim: Claim) -> Iterator[tuple[int, int]]:
    """The stretches of a claim that are a headline's words without its marks."""
    yield from (one.at for one in claim.bound if is_unmarked(one, claim.text))


def is_unmarked(bound: Bound, text: str) -> bool:
    """Whether a bound span is a headline's words, not between quotation marks."""
    start, end = bound.at
    marks = text[max(start - 1, 0) : start], text[end : end + 1]
    said = bound.type == "quote" and re.match(r"s\d+\b", bound.fact) is not None
    return said and marks != ("“", "”")


def denials(text: str, claim: Claim, sources: Iterable[SourceLine]) -> Iterator[str]:
    """The words of denial that neither a claim nor its headlines have."""
    own = {*_words(claim.text)}
    for source in sources:
        own |= _bases(f"{source.title} \n {source.summary}")
    yield from (word for word in _words(text) if word in DENIALS and word not in own)


REACH = 30  # characters from a publisher's name to the quotation that it is given
BREAK = re.compile(r"[.!?;”]")
AFTER = re.compile(
    r"[”\"]?[,.]?[”\"]?(?: ?\(| ?[-\u2013] ?|,? (?:\w+ ){1,3}(?:the )?|,? )",
    re.IGNORECASE,
)


def sayer(quote: Token, text: str, names: Iterable[Token]) -> Token | None:
    """The name that a quotation is put in the mouth of: just before it, or after."""
    told = list(names)
    before = [
        one
        for one in told
        if 0 <= quote.start - one.end <= REACH
        and not BREAK.search(text[one.end : quote.start - 1])
    ]
    if before:
        return max(before, key=lambda one: one.end)
    after = [one for one in told if one.start >= quote.end]
    first = min(after, key=lambda one: one.start, default=None)
    if first and AFTER.fullmatch(text[quote.end : first.start]):
        return first
    return None
