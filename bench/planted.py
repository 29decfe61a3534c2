"""Wrong copies of a note, one planted error each, and copies reworded that stay true.

`planted` gives, for each kind of PLANTS that a note allows, a copy with one error that
its Facts refute; `caught` says whether the proof reported it. `reworded` (bench/
rewording.py) gives copies as an editor would leave them, in which nothing is false.
"""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from bench.rewording import reworded
from generator.model.facts import EventFact, Fact, LevelFact, PriceFact
from generator.model.note import Bound, Claim, Draft, Finding, Ledger
from generator.plain import clock, figures, words
from generator.proof import check

__all__ = ["PLANTS", "Planted", "caught", "missed", "planted", "reworded"]

OTHERS = ("Nasdaq 100", "FTSE 100", "Nikkei 225", "DAX", "Bitcoin", "crude oil", "gold")
PUBLISHERS = ("Reuters", "Bloomberg", "CNBC", "Financial Times", "Barron's", "Forbes")
RELEASES = ("PPI", "GDP", "retail sales", "durable goods orders", "housing starts")
FIRSTS = (
    ", for the first time in months",
    ", a record",
    ", the most since 2009",
    ", the best in years",
    ", an all-time high",
    ", its first such day since 2011",
)
CAUSES = (
    " because of the Fed",
    " on fears of a recession",
    " after the Fed decision",
    " thanks to strong earnings",
    " due to tariffs",
    " as traders fled risk",
    ", driven by earnings",
    ", sparked by inflation data",
    " in response to the inflation report",
    ", owing to profit-taking",
)
SPANS = {1: "one day", 5: "five sessions", 10: "two weeks", 21: "a month"}
SPANS |= {63: "a quarter", 252: "a year"}
NUMERAL = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|"
    r"fourteen|fifteen|half|double|twice|third|quarter)\b",
    re.IGNORECASE,
)
LEVELS = frozenset({"support", "resistance", "exit", "target", "entry"})
PROSE = frozenset({"analysis", "watch", "risks", "opportunity", "take"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """A note with one error: what stood there, what stands there now, on which line."""

    kind: str
    markdown: str
    line: int
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Site:
    """A claim of a ledger in which an error may be planted."""

    claim: Claim
    ledger: Ledger
    facts: dict[str, Fact]
    names: dict[str, str]

    def bound(self, *types: str) -> list[tuple[str, Bound, Fact | None]]:
        """The bound spans of these types with their text and Fact."""
        return [
            (self.claim.text[slice(*one.at)], one, self.facts.get(one.fact))
            for one in self.claim.bound
            if one.type in types
        ]

    def over(self, one: Bound, new: str) -> str:
        """The claim's text with other words over a bound span."""
        text = self.claim.text
        return text[: one.at[0]] + new + text[one.at[1] :]

    def ended(self, tail: str) -> Iterator[str]:
        """The claim's text with more words before its last stop."""
        text = self.claim.text
        told = self.claim.section in PROSE and self.claim.role != "row"
        if told and text.endswith(".") and self.bound("figure", "direction"):
            yield text[:-1] + tail + "."

    def moved(self) -> bool:
        """Whether the claim tells of a move."""
        facts = [fact for _, _, fact in self.bound("figure", "direction")]
        return any(
            isinstance(fact, PriceFact) and fact.metric == "return" for fact in facts
        )


def swapped_subject(site: Site, draw: random.Random) -> Iterator[str]:
    """Another instrument in the place of a claim's own."""
    for text, one, _ in site.bound("name"):
        if one.fact not in site.names:
            continue
        rivals = [name for of, name in site.names.items() if of != one.fact]
        unknown = [name for name in OTHERS if name not in text]
        yield site.over(one, draw.choice(rivals or unknown))
        yield site.over(one, draw.choice(unknown))


def exchanged_subjects(site: Site, draw: random.Random) -> Iterator[str]:
    """Two instruments of one claim in each other's place."""
    named = [(text, one) for text, one, _ in site.bound("name")]
    for (left, one), (right, two) in pairwise(named):
        if {one.fact, two.fact} <= site.names.keys() and one.fact != two.fact:
            text = site.over(two, left)
            yield text[: one.at[0]] + right + text[one.at[1] :]


def flipped_sign(site: Site, draw: random.Random) -> Iterator[str]:
    """Plus for minus, minus for plus."""
    for text, one, _ in site.bound("figure"):
        if text[0] in "+-":
            yield site.over(one, ("-" if text[0] == "+" else "+") + text[1:])


def shifted_day(site: Site, draw: random.Random) -> Iterator[str]:
    """The day before or after a named one."""
    for text, one, fact in site.bound("date"):
        days = _days(fact)
        for day in days:
            forms = clock.dates_of(day)
            if text in forms:
                other = day + timedelta(days=draw.choice((-1, 1)))
                shown = clock.dates_of(other)[forms.index(text)]
                if shown != text and other not in days:
                    yield site.over(one, shown)
                break


def _days(fact: Fact | None) -> list[date]:
    if isinstance(fact, EventFact):
        return [fact.first, fact.last]
    if isinstance(fact, PriceFact | LevelFact):
        return [fact.window.last, *fact.made, fact.window.first]
    return []


def wrong_date(site: Site, draw: random.Random) -> Iterator[str]:
    """Another month or another year in a date."""
    for text, one, _ in site.bound("date"):
        year = re.search(r"\b(19|20)\d\d\b", text)
        if year:
            other = str(int(year.group()) - draw.choice((1, 2, 3)))
            yield site.over(one, text.replace(year.group(), other))
        month = re.search(r"\b(January|March|June|July|August|October)\b", text)
        if month:
            yield site.over(one, text.replace(month.group(), "November"))


def ten_times(site: Site, draw: random.Random) -> Iterator[str]:
    """A figure ten times as large."""
    for text, one, _ in site.bound("figure"):
        found = re.search(r"\d[\d,]*\.\d+", text)
        if found and float(found.group().replace(",", "")):
            value = float(found.group().replace(",", "")) * 10
            places = len(found.group().split(".")[1])
            shown = figures.plain(value, max(places - 1, 1))
            yield site.over(one, text.replace(found.group(), shown))


def points_for_percent(site: Site, draw: random.Random) -> Iterator[str]:
    """Basis points where the Fact has per cent."""
    for text, one, fact in site.bound("figure"):
        if text.endswith("%") and getattr(fact, "unit", "") == "ratio":
            yield site.over(one, f"{text[:-1]} {draw.choice(('basis points', 'bp'))}")


def changed_digits(site: Site, draw: random.Random) -> Iterator[str]:
    """Two digits of a figure in each other's place, or one digit more."""
    for text, one, _ in site.bound("figure"):
        places = [n for n, letter in enumerate(text) if letter.isdigit()]
        pairs = [(a, b) for a, b in pairwise(places)
                 if text[a] != text[b] and (text[b] != "0" or a > 0)]  # fmt: skip
        if pairs:
            a, b = draw.choice(pairs)
            shown = list(text)
            shown[a], shown[b] = shown[b], shown[a]
            yield site.over(one, "".join(shown))


def stale_close(site: Site, draw: random.Random) -> Iterator[str]:
    """The close of the session before."""
    for _, one, fact in site.bound("figure"):
        if not (isinstance(fact, PriceFact) and fact.metric == "close"):
            continue
        day = site.facts.get(f"{fact.subject.lower()}.return.1")
        if isinstance(day, PriceFact) and abs(day.value) > words.FLAT:
            yield site.over(one, figures.plain(fact.value / (1 + day.value), 2))


def wrong_window(site: Site, draw: random.Random) -> Iterator[str]:
    """Another span than the Fact's."""
    for text, one, fact in site.bound("window"):
        true = fact.window.sessions if isinstance(fact, PriceFact) else 10
        far = [said for length, said in SPANS.items() if length != true]
        shown = draw.choice([said for said in far if said.lower() != text.lower()])
        if shown.startswith("a ") or not re.search(r"-day|average|beta", text):
            yield site.over(one, shown)


def wrong_direction(site: Site, draw: random.Random) -> Iterator[str]:
    """A word of the other direction."""
    for text, one, _ in site.bound("direction"):
        sign = words.sign_of(text)
        if text.lower() in OPPOSITE:
            yield site.over(one, _like(OPPOSITE[text.lower()], text))
        elif sign and text.lower() not in words.PLACES:
            verbs = (words.DOWN if sign > 0 else words.UP)[draw.choice((1, 2, 3, 4))]
            yield site.over(one, draw.choice(verbs))
        elif not sign:
            yield site.over(one, draw.choice(("rallied", "tumbled", "fell", "rose")))


OPPOSITE = {"up": "down", "down": "up", "above": "below", "below": "above"}
OPPOSITE |= {"ahead": "behind", "behind": "ahead", "higher": "lower", "lower": "higher"}
OPPOSITE |= {"over": "under", "under": "over", "gained": "lost", "lost": "gained"}


def _like(word: str, model: str) -> str:
    return word.capitalize() if model[:1].isupper() else word


def wrong_stance(site: Site, draw: random.Random) -> Iterator[str]:
    """Another stance than the ledger's, in capitals or in small letters."""
    call = site.ledger.call
    true = {"up": "bullish", "down": "bearish", "none": "neutral"}
    held = true[call.direction] if call else ""
    other = draw.choice([one for one in ("bullish", "bearish") if one != held])
    found = re.search(r"\b(?:Bullish|Bearish|Neutral)\b", site.claim.text)
    if found and found.group().lower() == held:
        text = site.claim.text
        yield text[: found.start()] + other.capitalize() + text[found.end() :]
    if site.claim.section == "take" and site.claim.text.endswith("."):
        yield f"{site.claim.text[:-1]}, and we are {other}."


def wrong_size(site: Site, draw: random.Random) -> Iterator[str]:
    """A verb of the right sign that makes far too much or too little of the move."""
    for text, one, fact in site.bound("direction"):
        if not (isinstance(fact, PriceFact) and fact.metric == "return"):
            continue
        own, sign = _step(fact, site), words.sign_of(text)
        slight, _, strong, extreme = (words.UP if sign > 0 else words.DOWN).values()
        far = {1: (*strong, *extreme), 2: extreme, 3: slight, 4: slight}.get(own, ())
        if far and sign and text.lower() not in {"up", "down", "higher", "lower"}:
            yield site.over(one, draw.choice(far))


def _step(fact: PriceFact, site: Site) -> int:
    day = site.facts.get(f"{fact.subject.lower()}.usual.1")
    steps = max(fact.window.sessions, 1) ** 0.5
    usual = day.value * steps if isinstance(day, PriceFact) else None
    return words.degree(fact.value, usual)


def wrong_name(site: Site, draw: random.Random) -> Iterator[str]:
    """Another release than the calendar's."""
    for text, one, fact in site.bound("name"):
        if isinstance(fact, EventFact):
            yield site.over(one, draw.choice([r for r in RELEASES if r != text]))


def wrong_source(site: Site, draw: random.Random) -> Iterator[str]:
    """Another publisher than the headline's."""
    listed = {one.id: one.publisher for one in site.ledger.sources}
    for text, one, _ in site.bound("name"):
        if one.fact in listed and text == listed[one.fact]:
            others = {*PUBLISHERS, *listed.values()} - {text}
            yield site.over(one, draw.choice(sorted(others)))


def false_first(site: Site, draw: random.Random) -> Iterator[str]:
    """A first, a record or a since that nothing counted."""
    if not words.NOVELTY.search(site.claim.text):
        yield from site.ended(draw.choice(FIRSTS))


def wrong_side(site: Site, draw: random.Random) -> Iterator[str]:
    """A level on the other side of the close, or of the other kind."""
    text = site.claim.text
    levels = [fact for fact in site.facts.values() if isinstance(fact, LevelFact)]
    for shown, one, fact in site.bound("figure"):
        if not isinstance(fact, LevelFact | PriceFact) or fact.metric not in LEVELS:
            continue
        side = re.search(r"\b(above|below)\b(?=[^,;.]*$)", text[: one.at[0]])
        if side:
            turned = _like(OPPOSITE[side.group()], side.group())
            yield text[: side.start()] + turned + text[side.end() :]
        if isinstance(fact, LevelFact) and fact.value > 0 and "." in shown:
            far = [lvl for lvl in levels if lvl.distance * fact.distance < 0]
            for other in far[:1]:
                yield site.over(one, figures.plain(other.value, 2))


def wrong_word_number(site: Site, draw: random.Random) -> Iterator[str]:
    """Another number word, or a "twice" that nothing says."""
    for text, one, _ in site.bound("figure", "window"):
        for match in NUMERAL.finditer(text):
            pool = [w for w in figures.WORDS[2:15] if w != match.group().lower()]
            shown = _like(draw.choice(pool), match.group())
            yield site.over(one, text[: match.start()] + shown + text[match.end() :])
    said = site.claim.text
    if "half as much again" in said:
        yield said.replace("half as much again", "twice as much")
    if site.moved():
        tails = (", twice as much as usual", ", half of it in one hour",
                 ", double its usual move", ", a third of it on Monday")  # fmt: skip
        yield from site.ended(draw.choice(tails))


def wrong_comparative(site: Site, draw: random.Random) -> Iterator[str]:
    """More than the benchmark where it was less, or ahead of one nobody compared."""
    subject, bench = site.ledger.note.subject, site.ledger.note.benchmark
    leads = [
        fact.value - rival.value
        for _, _, fact in site.bound("figure")
        if isinstance(fact, PriceFact)
        and fact.metric == "return"
        and fact.subject == subject
        and isinstance(rival := site.facts.get(_of(bench, fact)), PriceFact)
    ]
    if bench in site.names and leads and all(abs(one) > words.FLAT for one in leads):
        tails = AHEAD if max(leads) < 0 else BEHIND if min(leads) > 0 else ()
        if tails:
            tail = draw.choice(tails)
            yield from site.ended(f", {tail} the {site.names[bench]}")


def _of(instrument: str, fact: PriceFact) -> str:
    return f"{instrument.lower()}.{fact.id.split('.', 1)[1]}"


AHEAD = ("ahead of", "outpacing", "better than", "more than", "beating", "outrunning")
BEHIND = ("behind", "trailing", "worse than", "less than", "lagging")


def wrong_cause(site: Site, draw: random.Random) -> Iterator[str]:
    """A cause of a move that nothing in the ledger tells."""
    if site.moved():
        yield from site.ended(draw.choice(CAUSES))


def wrong_adjective(site: Site, draw: random.Random) -> Iterator[str]:
    """A word for implied volatility from another band."""
    for text, one, fact in site.bound("word"):
        banded = isinstance(fact, PriceFact) and fact.unit == "percentile"
        if banded and text.lower() in words.band(fact.value):  # type: ignore[union-attr]
            far = [said[0] for said in words.BANDS.values() if text.lower() not in said]
            yield site.over(one, draw.choice(far))


Plant = Callable[[Site, random.Random], Iterator[str]]
PLANTS: dict[str, Plant] = {
    "swapped subject": swapped_subject,
    "exchanged subjects": exchanged_subjects,
    "flipped sign": flipped_sign,
    "shifted day": shifted_day,
    "wrong date": wrong_date,
    "x10": ten_times,
    "percent for basis points": points_for_percent,
    "changed digits": changed_digits,
    "stale close": stale_close,
    "wrong window": wrong_window,
    "wrong direction": wrong_direction,
    "wrong stance": wrong_stance,
    "wrong size of verb": wrong_size,
    "wrong name": wrong_name,
    "wrong source": wrong_source,
    "false first": false_first,
    "wrong side": wrong_side,
    "wrong number word": wrong_word_number,
    "wrong comparative": wrong_comparative,
    "wrong cause": wrong_cause,
    "wrong adjective": wrong_adjective,
}


def planted(draft: Draft, seed: int, *, each: int = 1) -> list[Planted]:
    """One copy of the note for each error, at most `each` of a kind, drawn by seed."""
    found: list[Planted] = []
    facts = {fact.id: fact for fact in draft.ledger.facts}
    names = _names(draft.ledger)
    sites = [Site(one, draft.ledger, facts, names) for one in draft.ledger.claims
             if one.text in draft.markdown]  # fmt: skip
    for kind, plant in PLANTS.items():
        draw = random.Random(f"{seed}|{kind}|{draft.ledger.note.slug}")  # noqa: S311
        copies = [(site.claim, text) for site in sites for text in plant(site, draw)]
        copies = [(claim, text) for claim, text in copies if text != claim.text]
        for claim, text in draw.sample(copies, min(each, len(copies))):
            found.append(_copy(draft, claim, text, kind))
    return found


def _names(ledger: Ledger) -> dict[str, str]:
    """Instrument -> the name that the note prints of it."""
    listed = {one.id for one in ledger.sources} | {one.id for one in ledger.facts}
    return {
        one.fact: claim.text[slice(*one.at)]
        for claim in ledger.claims
        for one in claim.bound
        if one.type == "name" and one.fact not in listed
    }


def _copy(draft: Draft, claim: Claim, text: str, kind: str) -> Planted:
    start = draft.markdown.index(claim.text)
    end = start + len(claim.text)
    return Planted(
        kind=kind,
        markdown=draft.markdown[:start] + text + draft.markdown[end:],
        line=draft.markdown.count("\n", 0, start) + 1,
        old=claim.text,
        new=text,
    )


def caught(plant: Planted, before: Sequence[Finding], ledger: Ledger) -> bool:
    """Whether the proof reports the error on its line; `before` it found untouched."""
    known = {_said(one) for one in before}
    found = check(plant.markdown, ledger)
    return any(
        one.verdict != "SAME" and one.line == plant.line and _said(one) not in known
        for one in found
    )


def _said(one: Finding) -> tuple[object, ...]:
    return (one.line, one.text, one.verdict, one.rule, one.why)


def missed(draft: Draft, plants: Sequence[Planted]) -> list[Planted]:
    """The planted errors that the proof does not report."""
    before = check(draft.markdown, draft.ledger)
    return [one for one in plants if not caught(one, before, draft.ledger)]
