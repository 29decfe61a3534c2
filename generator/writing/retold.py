"""A headline's title told as prose: marked as its source's, its amounts as quoted."""

from collections.abc import Iterator

from generator.model.facts import QuotedFact
from generator.model.news import Headline
from generator.plain.names import Lexicon
from generator.plain.text import inline
from generator.writing.clauses import Clause, clause
from generator.writing.marks import mark, stranger
from generator.writing.press import amounts


def retold(headline: Headline, lexicon: Lexicon | None) -> str:
    """`the Dow powered past 50,000`, marked; "" where the title is to be quoted."""
    told = clause(
        headline.title,
        lexicon,
        beside=headline.summary,
        publisher=headline.publisher,
    )
    if told is None or told.kind != "statement":
        return ""
    shown, position = "", 0
    for start, end, fact in sorted(_placed(headline, told)):
        if position <= start:
            shown += inline(stranger(told.text[position:start]))
            shown += mark(inline(told.text[start:end]), "figure", fact)
            position = end
    shown += inline(stranger(told.text[position:]))
    return mark(shown, "quote", headline.id)


def _placed(headline: Headline, told: Clause) -> Iterator[tuple[int, int, str]]:
    """Where in the clause each amount of the title stands, with its Fact."""
    for fact in amounts(headline):
        place = _place(fact, told) if fact.field == "title" else None
        if place:
            yield (*place, fact.id)


def _place(fact: QuotedFact, told: Clause) -> tuple[int, int] | None:
    first, last = fact.at
    starts = [one for one in told.spans if one[2] <= first < one[3]]
    ends = [one for one in told.spans if one[2] < last <= one[3]]
    if not starts or not ends:
        return None
    start = starts[0][0] + first - starts[0][2]
    end = ends[0][0] + last - ends[0][2]
    return (start, end) if start < end else None
