"""The rules T1 to T15 as a table: what each asks of a note, and the functions that ask.

A rule takes a Reading and yields what it found; a rule that is kept yields nothing,
but T1, T3, T4, T7, T8 and T9 also yield SAME for every span that they proved.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from generator.model.facts import Fact, PriceFact
from generator.model.note import Claim, Finding
from generator.plain import words
from generator.proof import advice, causes, fixed, whole
from generator.proof.book import Book
from generator.proof.judged import lost
from generator.proof.meaning import is_novel
from generator.proof.pairing import paired
from generator.proof.quoted import is_general, is_quoted
from generator.proof.report import Reading
from generator.proof.sentence import Sentence
from generator.proof.tokens import RULE_OF, flattened

EXTREMES = frozenset({"high.all", "low.all"})
TAIL = 12  # characters after "since" in which its date may begin


def by_token(rule: str, reading: Reading) -> Iterator[Finding]:
    """What the sentences' tokens gave for one rule, and the claims gone whole."""
    yield from (one for one in reading.judged if one.rule == rule)
    for claim in reading.page.gone:
        start = reading.page.sections.get(claim.section, 0)
        for bound in claim.bound:
            if RULE_OF[bound.type] == rule:
                text = claim.text[slice(*bound.at)]
                gone = lost(bound.type, text, bound.fact)
                yield reading.placed(
                    start, 0, text, "LOST", rule=rule, fact=bound.fact, why=gone.why
                )


def novelty_is_counted(reading: Reading) -> Iterator[Finding]:
    """T5: "first time in", "record", "best since" come from a Fact that counted."""
    for sentence in reading.page.sentences:
        for match in words.NOVELTY.finditer(sentence.text):
            if not _is_licensed(sentence, match, reading.book):
                why = "no Fact of the ledger counts how long this had not been seen"
                yield _word(reading, sentence, match, rule="T5", why=why)


def _is_licensed(sentence: Sentence, match: re.Match[str], book: Book) -> bool:
    """Whether a Fact or a source stands behind a phrase of novelty."""
    claim, said = sentence.claim, match.group().lower()
    if is_general(sentence) or (claim and _is_worldly(claim, said)):
        return True
    if book.said_in_source(match.group()) and _cites(sentence, book):
        return True
    if is_quoted(sentence, match, book):
        return True
    if claim and said in claim.text.lower():
        return _is_counted(claim, book)
    return any(
        fact is not None and (is_novel(fact) or _opening(said) in claim.text.lower())
        for one in paired(sentence.text, claim, book).matches
        if one.how == "same" and one.anchor and claim
        and match.start() <= one.token.start < match.end() + TAIL
        for fact in [book.facts.get(one.anchor.fact)]
    )  # fmt: skip


def _is_worldly(claim: Claim, said: str) -> bool:
    """Whether a claim says the phrase under a headline and of no Fact."""
    return bool(claim.sources and not claim.bound and said in claim.text.lower())


def _opening(phrase: str) -> str:
    """`highest close` of `highest close since early`."""
    return re.split(r"\b(?:since|in)\b", phrase)[0].strip()


def _is_counted(claim: Claim, book: Book) -> bool:
    """Whether a Fact that counted stands behind a claim, bound or as its license."""
    named = [*(bound.fact for bound in claim.bound), *claim.licensed_by]
    facts = [book.facts.get(name) for name in named]
    return any(
        fact is not None and (is_novel(fact) or _is_reached(fact, book))
        for fact in facts
    )


def _is_reached(fact: Fact, book: Book) -> bool:
    """Whether the last close is itself the highest or the lowest of all closes."""
    if not isinstance(fact, PriceFact) or fact.metric not in EXTREMES:
        return False
    close = book.facts.get(f"{fact.subject.lower()}.close")
    return isinstance(close, PriceFact) and close.value == fact.value


def _cites(sentence: Sentence, book: Book) -> bool:
    text = flattened(sentence.text)
    cited = sentence.claim.sources if sentence.claim else ()
    return bool(cited) or any(
        flattened(source.publisher) in text for source in book.ledger.sources
    )


def _word(
    reading: Reading, sentence: Sentence, match: re.Match[str], *, rule: str, why: str
) -> Finding:
    return reading.at(sentence.start + match.start(), match.group(), rule, why)


def adjectives_fit_their_band(reading: Reading) -> Iterator[Finding]:
    """T8: "subdued", "elevated", "panic" are the band of implied volatility."""
    for sentence in reading.page.sentences:
        for match in words.DEGREE_WORDS.finditer(sentence.text):
            yield from _banded(reading, sentence, match)


def _banded(
    reading: Reading, sentence: Sentence, match: re.Match[str]
) -> Iterator[Finding]:
    book, said = reading.book, (match[1] or match[2]).lower()
    if is_quoted(sentence, match, book):
        return
    gauges = [
        fact
        for fact in book.facts.values()
        if isinstance(fact, PriceFact) and fact.unit == "percentile"
        and "percentile" in fact.metric
    ]  # fmt: skip
    bound = {one.fact for one in sentence.claim.bound} if sentence.claim else set()
    near = [fact for fact in gauges if fact.id in bound] or gauges
    if not near:
        why = "no percentile of implied volatility in the ledger allows this word"
        yield _word(reading, sentence, match, rule="T8", why=why)
    elif not any(said in words.band(fact.value) for fact in near):
        allowed = words.band(near[0].value)[0]
        why = f"{book.told(near[0])} is {near[0].value:.0f}: {allowed}, not {said}"
        plain = _word(reading, sentence, match, rule="T8", why=why)
        yield replace(plain, verdict="CHANGED", fact=near[0].id, nearest=allowed)


class Rule(NamedTuple):
    """What a rule asks of a note, and the functions that ask it."""

    doc: str
    finds: tuple[Callable[[Reading], Iterator[Finding]], ...]


def _by_token(rule: str) -> Callable[[Reading], Iterator[Finding]]:
    return partial(by_token, rule)


def _foot(role: str) -> Callable[[Reading], Iterator[Finding]]:
    return partial(fixed.foot_stands, role)


RULES: dict[str, Rule] = {
    "T1": Rule(
        "every figure is a Fact of its subject and sign; the head says the same",
        (_by_token("T1"), fixed.shares_are_figures, whole.something_to_check),
    ),
    "T2": Rule("nothing known only after the moment", (whole.nothing_from_later,)),
    "T3": Rule("every date is one that its Fact names", (_by_token("T3"),)),
    "T4": Rule("a spoken window is the Fact's own", (_by_token("T4"),)),
    "T5": Rule(
        "first, record and since come from a count",
        (_by_token("T5"), novelty_is_counted),
    ),
    "T6": Rule(
        "support < close < resistance, each near, with its method",
        (_by_token("T6"), whole.levels_stand_around_the_close),
    ),
    "T7": Rule("rose and fell agree with the sign", (_by_token("T7"),)),
    "T8": Rule(
        "subdued to panic only by percentile; other bound words are their Fact's",
        (_by_token("T8"), adjectives_fit_their_band),
    ),
    "T9": Rule(
        "names stand in sources; sources are used",
        (_by_token("T9"), whole.sources_are_used),
    ),
    "T10": Rule(
        "a cause only where a headline came before a rare move",
        (_by_token("T10"), causes.causes_are_licensed),
    ),
    "T11": Rule("releases ahead are named", (whole.releases_are_named,)),
    "T12": Rule("what is missing is printed", (whole.gaps_are_printed, _foot("gaps"))),
    "T13": Rule(
        "a call has its other side and a number that ends it, in the ledger's words",
        (
            whole.call_can_be_wrong,
            advice.other_side_stands,
            _foot("call"),
            fixed.stance_stands,
        ),
    ),
    "T14": Rule(
        "disclosure, horizon and price time; no promise",
        (whole.advice_is_marked, advice.nothing_is_promised, _foot("prices")),
    ),
    "T15": Rule("no raw HTML, no strange links", (whole.text_is_harmless,)),
}
