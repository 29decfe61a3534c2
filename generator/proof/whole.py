"""The rules of the whole note: its head, levels, sources, gaps, call and links."""

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.model.facts import EventFact, LevelFact, PriceFact
from generator.model.note import Finding
from generator.plain import figures
from generator.proof.book import Book
from generator.proof.fixed import stance
from generator.proof.meaning import prints
from generator.proof.report import Reading
from generator.proof.tokens import flattened

MAX_ATR = 5  # a level further off is no level of this market
RAW = re.compile(r"(?<!\\)(?<!\]\()<(?!https?://)[a-zA-Z/!?][^>\n]*>?")
LINK = re.compile(
    r"\]\(\s*(?:<([^>\n]*)>|([^)\s]*))|^[ ]{0,3}\[[^\]]+\]:\s*<?([^\s>]+)|"
    r"(?<!\\)(?<!\()<([a-zA-Z][\w+.-]*:[^>\s]*)>",
    re.MULTILINE,
)
SCHEME = re.compile(r"^[\s\x00-\x20]*([a-zA-Z][a-zA-Z0-9+.\-]*|&[#\w]+;?\S*):")
WEB = frozenset({"http", "https"})


def something_to_check(reading: Reading) -> Iterator[Finding]:
    """T1: that there is a text, and that its head says what the ledger says."""
    if not reading.page.sentences:
        what = "the note has no text" if reading.book.facts else "nothing to check"
        yield reading.whole("T1", "", f"{what}; draft the note anew")
    yield from _fronts(reading)


def _fronts(reading: Reading) -> Iterator[Finding]:
    """Front matter that says another score, stance or subject than the ledger."""
    front = reading.page.text[: reading.page.start]
    for name, true in _heads(reading.book):
        said = reading.book.front.get(name)
        line = re.search(rf"^{name}:[ \t]*(.*?)\s*$", front, re.MULTILINE)
        if line and str(said) != str(true):
            why = f"front matter: {name} is {true} in the ledger"
            plain = reading.at(line.start(1), line[1], "T1", why)
            yield replace(plain, verdict="CHANGED", fact=name, nearest=str(true))


def _heads(book: Book) -> Iterator[tuple[str, object]]:
    head = book.ledger.note
    for name in ("pulse", "threat"):
        score = book.facts.get(name)
        if score:
            yield name, getattr(score, "value", None)
    if book.ledger.call:
        yield "stance", stance(book)
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


def sources_are_used(reading: Reading) -> Iterator[Finding]:
    """T9: every listed source is used, every used one is listed, all in the ledger."""
    sentences = [one.claim for one in reading.page.sentences if one.claim]
    used = {name for claim in sentences for name in claim.sources}
    text = flattened(reading.body)
    listed = [flattened(line.text) for line in reading.page.listed]
    for source in reading.book.ledger.sources:
        is_listed = any(flattened(source.title) in line for line in listed)
        is_used = source.id in used or flattened(source.publisher) in text
        if is_listed != is_used and (is_listed or source.id in used):
            state = "listed and not used" if is_listed else "used and not listed"
            found = reading.whole("T9", source.title, f"source {source.id} is {state}")
            yield replace(found, fact=source.id)
    yield from _listed(reading)


def _listed(reading: Reading) -> Iterator[Finding]:
    """Lines of the numbered list that the ledger does not know, or links changed."""
    titles = [flattened(source.title) for source in reading.book.ledger.sources]
    links = [source.link for source in reading.book.ledger.sources]
    for line in reading.page.listed:
        lean, link = flattened(line.text), LINK.search(line.text)
        if not any(title and title in lean for title in titles):
            why = "this listed source is not in the ledger"
            yield reading.at(line.start, line.text, "T9", why)
        elif link and target_of(link) not in links:
            why = "this link is not the source's own"
            yield reading.at(line.start + link.start(), link.group(), "T9", why)


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
    said = [one.key for one in figures.figures(reading.body)]
    if fact is None or not any(prints(fact, key) for key in said):
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
    pattern = rf"\b(?:{said})[ -](?:trading )?sessions?\b"
    if not re.search(pattern, reading.body, re.IGNORECASE):
        why = f"the horizon of {count} sessions is not stated"
        yield reading.whole("T14", f"{count} sessions", why, "LOST")
    if not re.search(r"^\*\*Prices:\*\*", text, re.MULTILINE):
        yield reading.whole(
            "T14", "**Prices:**", "no line says when prices are of", "LOST"
        )


def text_is_harmless(reading: Reading) -> Iterator[Finding]:
    """T15: no raw HTML, and no link but http, https and the note's own files."""
    text, start = reading.page.text, reading.page.start
    for match in RAW.finditer(text, start):
        yield reading.at(match.start(), match.group(), "T15", "raw HTML")
    for match in LINK.finditer(text, start):
        if is_strange(target_of(match)):
            why = "a link neither http nor https"
            yield reading.at(match.start(), match.group(), "T15", why)
    for source in reading.book.ledger.sources:
        if is_strange(source.link):
            why = "a source's link is neither http nor https"
            yield reading.whole("T15", source.link, why)


def is_strange(link: str) -> bool:
    """Whether a link has a scheme, and that is not the web's."""
    scheme = SCHEME.match(link)
    return scheme is not None and scheme[1].lower() not in WEB
