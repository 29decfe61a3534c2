"""The rules T1 to T15 as a table: what each asks of a note, and the function that asks.

A rule takes a Reading and yields what it found; a rule that is kept yields nothing,
but T1, T3, T4, T7 and T9 also yield SAME for every span that they proved.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import NamedTuple

from generator.model.facts import EventFact, LevelFact, PriceFact
from generator.model.note import Finding, Verdict
from generator.plain import figures, words
from generator.proof.book import Book, flattened
from generator.proof.edited import judged
from generator.proof.exact import proven
from generator.proof.judged import Judged, lost
from generator.proof.meaning import is_novel, printings
from generator.proof.pairing import paired, read
from generator.proof.reading import Page, Sentence
from generator.proof.tokens import RULE_OF, Token

MAX_ATR = 5  # a level further off is no level of this market (T6)
STANCES = {"up": "Bullish", "down": "Bearish", "none": "Neutral"}
BOUND_KINDS = ("figure", "name", "date", "direction", "window", "quote")
RAW = re.compile(r"(?<!\\)<(?!https?://)[a-zA-Z/!?][^>\n]*>?")
LINK = re.compile(
    r"\]\(\s*(?:<([^>\n]*)>|([^)\s]*))|^[ ]{0,3}\[[^\]]+\]:\s*<?([^\s>]+)|"
    r"(?<!\\)(?<!\()<([a-zA-Z][\w+.-]*:[^>\s]*)>",
    re.MULTILINE,
)
SCHEME = re.compile(r"^[\s\x00-\x20]*([a-zA-Z][a-zA-Z0-9+.\-]*|&[#\w]+;?\S*):")


@dataclass(frozen=True)
class Reading:
    """A note beside its ledger, as every rule sees it."""

    page: Page
    book: Book

    @cached_property
    def judged(self) -> tuple[Finding, ...]:
        """What the sentences' own tokens say against claims and Facts."""
        found: list[Finding] = []
        before: dict[int, frozenset[str]] = {}
        for sentence in self.page.sentences:
            near = before.get(sentence.paragraph, frozenset())
            found += [
                self.found(sentence, one) for one in self._verdicts(sentence, near)
            ]
            before[sentence.paragraph] = self._named(sentence) or near
        return tuple(found)

    def _verdicts(self, sentence: Sentence, before: frozenset[str]) -> Iterator[Judged]:
        if sentence.exact and sentence.claim:
            return proven(sentence.claim, self.book)
        return judged(sentence, before, self.book)

    def _named(self, sentence: Sentence) -> frozenset[str]:
        claim = sentence.claim
        ids = {bound.fact for bound in claim.bound} if claim else set()
        if not sentence.exact:
            ids |= {token.id for token in read(sentence.text, self.book)}
        return frozenset(ids & self.book.instruments)

    def found(self, sentence: Sentence, one: Judged) -> Finding:
        """A verdict on a sentence's characters, placed in the file."""
        return self.placed(
            sentence.start + one.start, one.end - one.start, one.text, one.verdict,
            rule=one.rule, fact=one.fact, nearest=one.nearest, why=one.why,
        )  # fmt: skip

    def placed(  # noqa: D417 - the rest is Finding's
        self, start: int, length: int, text: str, verdict: Verdict, *, rule: str,
        fact: str | None = None, nearest: str | None = None, why: str = "",
    ) -> Finding:  # fmt: skip
        """A Finding at an offset of the file; `line` counts from 1, columns from 0."""
        line = self.page.text.count("\n", 0, start) + 1
        column = start - (self.page.text.rfind("\n", 0, start) + 1)
        return Finding(
            line=line, start=column, end=column + length, text=text, verdict=verdict,
            rule=rule, fact=fact, nearest=nearest, why=why,
        )  # fmt: skip

    def whole(
        self, rule: str, text: str, why: str, verdict: Verdict = "NEW"
    ) -> Finding:
        """A Finding on the note as a whole, at its first line."""
        return self.placed(0, 0, text, verdict, rule=rule, why=why)

    def at(self, text: str) -> tuple[int, int]:
        """Where a text stands in the file, and its length; the first line if nowhere."""
        start = self.page.text.find(text)
        return (start, len(text)) if start >= 0 else (0, 0)

    @property
    def body(self) -> str:
        """The sentences, as one text."""
        return "\n".join(sentence.text for sentence in self.page.sentences)


def by_token(rule: str, reading: Reading) -> Iterator[Finding]:
    """What the sentences' tokens gave for one rule, and the claims gone whole."""
    yield from (one for one in reading.judged if one.rule == rule)
    for claim in reading.page.gone:
        start = reading.page.sections.get(claim.section, 0)
        for bound in claim.bound:
            if RULE_OF[bound.type] == rule and bound.type in BOUND_KINDS:
                text = claim.text[slice(*bound.at)]
                token = Token(*bound.at, text, bound.type, "")  # type: ignore[arg-type]
                gone = lost(token, bound.fact, 0)
                yield reading.placed(
                    start, 0, text, "LOST", rule=rule, fact=bound.fact, why=gone.why
                )


def figures_are_bound(reading: Reading) -> Iterator[Finding]:
    """T1, and that there is something to check and to check against."""
    yield from by_token("T1", reading)
    if not reading.book.facts and not any(map(_claims, reading.page.sentences)):
        yield reading.whole("T1", "", "nothing to check: neither text nor Facts")
    elif not reading.page.sentences:
        yield reading.whole("T1", "", "the note has no text", "LOST")
    yield from _fronts(reading)


def _claims(sentence: Sentence) -> bool:
    return bool(sentence.text.strip())


def _fronts(reading: Reading) -> Iterator[Finding]:
    """Front matter that says another score, stance or subject than the ledger."""
    for name, true in _heads(reading.book):
        said = reading.book.front.get(name)
        if name in reading.book.front and str(said) != str(true):
            start, length = reading.at(f"\n{name}:")
            yield reading.placed(
                start + 1 if length else 0, max(length - 1, 0), str(said), "CHANGED",
                rule="T1", fact=name, nearest=str(true),
                why=f"front matter: {name} is {true} in the ledger",
            )  # fmt: skip


def _heads(book: Book) -> Iterator[tuple[str, object]]:
    head, call = book.ledger.note, book.ledger.call
    for name in ("pulse", "threat"):
        score = book.facts.get(name)
        if score:
            yield name, getattr(score, "value", None)
    if call:
        yield "stance", STANCES[call.direction]
    yield from (
        (name, getattr(head, name))
        for name in ("slug", "subject", "benchmark", "horizon_sessions", "as_of")
    )


def nothing_from_later(reading: Reading) -> Iterator[Finding]:
    """T2: no Fact was known only after the note's moment."""
    as_of = reading.book.ledger.note.as_of
    for fact in reading.book.facts.values():
        if isinstance(fact, PriceFact | LevelFact) and fact.known_at > as_of:
            why = f"known at {fact.known_at:%Y-%m-%dT%H:%MZ}, after the note's moment"
            yield replace(reading.whole("T2", fact.id, why), fact=fact.id)


def novelty_is_counted(reading: Reading) -> Iterator[Finding]:
    """T5: "first time in", "record", "best since" come from a Fact that counted."""
    for sentence in reading.page.sentences:
        for match in words.NOVELTY.finditer(sentence.text):
            if not _is_licensed(sentence, match, reading.book):
                why = "no Fact of the ledger counts how long this had not been seen"
                yield _word(reading, sentence, match, "T5", why)


def _is_licensed(sentence: Sentence, match: re.Match[str], book: Book) -> bool:
    """Whether a Fact or a source stands behind a phrase of novelty."""
    claim, said = sentence.claim, match.group().lower()
    if book.said_in_source(match.group()) and _cites(sentence, book):
        return True
    if claim and sentence.exact:
        over = [
            b for b in claim.bound if b.at[0] < match.end() and match.start() < b.at[1]
        ]
        return bool(over or claim.licensed_by or _novel(claim.bound, book))
    if claim and said in claim.text.lower():
        return True
    return any(
        fact and is_novel(fact)
        for one in paired(sentence.text, claim, book).matches
        if one.how == "same" and one.anchor
        and match.start() <= one.token.start < match.end()
        for fact in [book.facts.get(one.anchor.fact)]
    )  # fmt: skip


def _novel(bounds: tuple[object, ...], book: Book) -> bool:
    facts = [book.facts.get(getattr(bound, "fact", "")) for bound in bounds]
    return any(fact is not None and is_novel(fact) for fact in facts)


def _cites(sentence: Sentence, book: Book) -> bool:
    text = flattened(sentence.text)
    cited = sentence.claim.sources if sentence.claim else ()
    return bool(cited) or any(
        flattened(source.publisher) in text for source in book.ledger.sources
    )


def _word(
    reading: Reading, sentence: Sentence, match: re.Match[str], rule: str, why: str
) -> Finding:
    start, length = sentence.start + match.start(), match.end() - match.start()
    return reading.placed(start, length, match.group(), "NEW", rule=rule, why=why)


def levels_stand_around_the_close(reading: Reading) -> Iterator[Finding]:
    """T6: support < last close < resistance, each within five average days."""
    for fact in reading.book.facts.values():
        if isinstance(fact, LevelFact) and (why := _misplaced(fact)):
            shown = reading.book.printable(fact)
            yield replace(reading.whole("T6", shown, why), fact=fact.id)


def _misplaced(level: LevelFact) -> str:
    if abs(level.distance_atr) > MAX_ATR:
        return f"{level.id} stands {level.distance_atr:+.1f} ATR from the close"
    above = level.distance > 0
    wrong = (level.metric == "support" and above) or (
        level.metric == "resistance" and not above
    )
    side = "above" if above else "below"
    return f"{level.id} is a {level.metric} {side} the close" if wrong else ""


def adjectives_fit_their_band(reading: Reading) -> Iterator[Finding]:
    """T8: "subdued", "elevated", "panic" are the band of implied volatility."""
    for sentence in reading.page.sentences:
        for match in words.DEGREE_WORDS.finditer(sentence.text):
            yield from _banded(reading, sentence, match)


def _banded(
    reading: Reading, sentence: Sentence, match: re.Match[str]
) -> Iterator[Finding]:
    book, said = reading.book, match.group().lower()
    if _is_quoted(sentence, match, book):
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
        yield _word(reading, sentence, match, "T8", why)
    elif not any(said in words.band(fact.value) for fact in near):
        allowed = words.band(near[0].value)[0]
        why = f"{book.told(near[0])} is {near[0].value:.0f}: {allowed}, not {said}"
        plain = _word(reading, sentence, match, "T8", why)
        yield replace(plain, verdict="CHANGED", fact=near[0].id, nearest=allowed)


def _is_quoted(sentence: Sentence, match: re.Match[str], book: Book) -> bool:
    """Whether a word stands inside a true quotation."""
    for token in read(sentence.text, book):
        if token.kind == "quote" and token.start <= match.start() < token.end:
            return True
    bounds = sentence.claim.bound if sentence.claim and sentence.exact else ()
    return any(
        one.type == "quote" and one.at[0] <= match.start() < one.at[1] for one in bounds
    )


def causes_are_licensed(reading: Reading) -> Iterator[Finding]:
    """T10: "because" and "due to" need a claim that was licensed to say so."""
    for sentence in reading.page.sentences:
        for match in words.CAUSE.finditer(sentence.text):
            claim = sentence.claim
            said = claim is not None and match.group().lower() in claim.text.lower()
            licensed = claim is not None and bool(claim.licensed_by or claim.sources)
            if not (said and licensed) and not _is_quoted(
                sentence, match, reading.book
            ):
                why = "no Fact licensed this cause; say that the two coincided"
                yield _word(reading, sentence, match, "T10", why)


def sources_are_used(reading: Reading) -> Iterator[Finding]:
    """T9: names stand in listed sources, and every listed source is used."""
    yield from by_token("T9", reading)
    used = {
        name
        for one in reading.page.sentences
        if one.claim
        for name in one.claim.sources
    }
    text = flattened(reading.body)
    for source in reading.book.ledger.sources:
        if source.id not in used and flattened(source.publisher) not in text:
            why = f"source {source.id} is listed and nothing in the text rests on it"
            yield replace(reading.whole("T9", source.title, why), fact=source.id)
    yield from _listed(reading)


def _listed(reading: Reading) -> Iterator[Finding]:
    """The numbered list against the ledger's sources."""
    titles = [flattened(source.title) for source in reading.book.ledger.sources]
    links = [source.link for source in reading.book.ledger.sources]
    for line in reading.page.listed:
        lean = flattened(line.text)
        if not any(title and title in lean for title in titles):
            why = "this listed source is not in the ledger"
            yield reading.placed(
                line.start, len(line.text), line.text, "NEW", rule="T9", why=why
            )
        elif (link := LINK.search(line.text)) and target_of(link) not in links:
            at = line.start + link.start()
            why = "this link is not the source's own"
            yield reading.placed(
                at, len(link.group()), link.group(), "CHANGED", rule="T9", why=why
            )


def target_of(link: re.Match[str]) -> str:
    """Where a Markdown link leads."""
    return next((group for group in link.groups() if group is not None), "")


def releases_are_named(reading: Reading) -> Iterator[Finding]:
    """T11: each release ahead that the ledger holds is named in the text."""
    text = flattened(reading.body)
    for fact in reading.book.facts.values():
        names = (fact.name, *fact.renderings) if isinstance(fact, EventFact) else ()
        if names and not any(flattened(name) in text for name in names):
            why = f"{names[0]} is ahead and the note does not name it"
            yield reading.whole("T11", names[0], why, "LOST")


def gaps_are_printed(reading: Reading) -> Iterator[Finding]:
    """T12: where something was missing, a line of gaps says so."""
    ledger = reading.book.ledger
    missing = bool(ledger.gaps or ledger.silences)
    if missing and not re.search(r"^\*\*Gaps:\*\*", reading.page.text, re.MULTILINE):
        why = "the ledger has gaps and the note no line **Gaps:**"
        yield reading.whole("T12", "**Gaps:**", why, "LOST")


def call_can_be_wrong(reading: Reading) -> Iterator[Finding]:
    """T13: a call up or down carries the number that ends it."""
    call = reading.book.ledger.call
    if call is None or call.direction == "none":
        return
    if call.invalidation is None:
        yield reading.whole("T13", "invalidation", "the call has no invalidation")
        return
    fact = reading.book.facts.get(call.invalidation.fact)
    said = {one.key for one in figures.figures(reading.body)}
    if fact is None or not said & printings(fact)[0]:
        shown = reading.book.printable(fact) if fact else call.invalidation.fact
        why = f"the number that ends the call, {shown}, is not in the text"
        yield reading.whole("T13", shown, why, "LOST")


def advice_is_marked(reading: Reading) -> Iterator[Finding]:
    """T14: disclosure at the foot, the horizon and the time of the prices."""
    head, text = reading.book.ledger.note, reading.page.text
    disclosure = head.disclosure or str(reading.book.front.get("disclosure") or "")
    foot = text[reading.page.sections.get("sources", 0) :]
    if not disclosure or flattened(disclosure) not in flattened(foot):
        yield reading.whole("T14", disclosure[:40], "no disclosure at the foot", "LOST")
    count = head.horizon_sessions
    horizons = {figures.spoken(count), str(count)}
    said = "|".join(map(re.escape, sorted(horizons)))
    weeks = {5: "a week|one week", 10: "two weeks", 21: "a month|one month"}.get(count)
    pattern = rf"\b(?:(?:{said})[ -](?:trading )?sessions?" + (
        f"|{weeks})" if weeks else ")"
    )
    if not re.search(rf"{pattern}\b", reading.body, re.IGNORECASE):
        why = f"the horizon of {count} sessions is not stated"
        yield reading.whole("T14", f"{count} sessions", why, "LOST")
    if not re.search(r"^\*\*Prices:\*\*", text, re.MULTILINE):
        yield reading.whole(
            "T14", "**Prices:**", "no line says when prices are of", "LOST"
        )


def text_is_harmless(reading: Reading) -> Iterator[Finding]:
    """T15: no raw HTML, and no link but http, https and the note's own files."""
    text = reading.page.text
    for match in RAW.finditer(text):
        yield _harm(reading, match.start(), match.group(), "raw HTML")
    for match in LINK.finditer(text):
        target = target_of(match)
        scheme = SCHEME.match(target)
        if scheme and scheme[1].lower() not in {"http", "https"}:
            yield _harm(reading, match.start(), target, "a link neither http nor https")
    for source in reading.book.ledger.sources:
        scheme = SCHEME.match(source.link)
        if scheme and scheme[1].lower() not in {"http", "https"}:
            yield reading.whole(
                "T15", source.link, "a source's link is not http or https"
            )


def _harm(reading: Reading, start: int, text: str, why: str) -> Finding:
    return reading.placed(start, len(text), text, "NEW", rule="T15", why=why)


class Rule(NamedTuple):
    """What a rule asks of a note, and the function that asks it."""

    finds: Callable[[Reading], Iterator[Finding]]
    doc: str


RULES: dict[str, Rule] = {
    "T1": Rule(figures_are_bound, "every figure is a Fact of its subject and sign"),
    "T2": Rule(nothing_from_later, "nothing known only after the note's moment"),
    "T3": Rule(partial(by_token, "T3"), "every date is one that its Fact names"),
    "T4": Rule(partial(by_token, "T4"), "a spoken window is the Fact's own"),
    "T5": Rule(novelty_is_counted, "first, record and since come from a count"),
    "T6": Rule(levels_stand_around_the_close, "support < close < resistance, near"),
    "T7": Rule(partial(by_token, "T7"), "rose and fell agree with the sign"),
    "T8": Rule(adjectives_fit_their_band, "subdued to panic only by percentile"),
    "T9": Rule(sources_are_used, "names stand in sources; sources are used"),
    "T10": Rule(causes_are_licensed, "a cause only where a Fact licensed it"),
    "T11": Rule(releases_are_named, "releases ahead are named"),
    "T12": Rule(gaps_are_printed, "what is missing is printed"),
    "T13": Rule(call_can_be_wrong, "a call has a numeric invalidation"),
    "T14": Rule(advice_is_marked, "disclosure, horizon and price time"),
    "T15": Rule(text_is_harmless, "no raw HTML, no strange links"),
}
