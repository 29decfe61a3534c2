"""Candidates weighed against each other: news-led, tape-led, or asked for.

The best of either kind come first, so that an edition has the story everyone tells
and the move that nobody watches; after them the score alone decides.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from generator.angles import terms
from generator.angles.attention import counts, titled
from generator.errors import PriceError
from generator.model.facts import EventFact
from generator.model.market import Tape
from generator.model.news import Story
from generator.model.note import Angle, PastNote

SUPPORT = 8  # stories beside the lead that a note can use
TOLD = 4  # of these, how many a note is likely to tell
WORTH = 0.8  # an angle that scores less is not worth a note
UNUSUAL = 1.5  # usual days from which a move leads a note of its own


def choose(
    stories: Sequence[Story],
    tape: Tape,
    past: Sequence[PastNote],
    events: Sequence[EventFact],
) -> list[Angle]:
    """The day's angles, the best first; no two share a subject or a theme."""
    market = [story for story in stories if story.about_markets]
    led_by_news = _ranked(_news_led(market, tape, past))
    led_by_tape = _ranked(_tape_led(market, tape, past))
    first = [*led_by_news[:1], *led_by_tape]
    ranked = [*first[:2], *_ranked([*led_by_news[1:], *first[2:]])]
    chosen = _distinct(ranked, tape)
    told = {angle.lead.id for angle in chosen if angle.lead}
    dressed = []
    for angle in chosen:
        dressed.append(_dressed(angle, market, tape, events, told=frozenset(told)))
        told |= {story.id for story in dressed[-1].supporting[:TOLD]}
    return dressed


def _ranked(found: Iterable[Angle]) -> list[Angle]:
    return sorted(found, key=lambda one: (-one.score, one.subject))


def _distinct(ranked: Sequence[Angle], tape: Tape) -> list[Angle]:
    """The angles worth a note, no two on one subject, theme or lead story."""
    chosen: list[Angle] = []
    taken: set[str] = set()
    for angle in ranked:
        marks = {angle.subject, tape.instruments[angle.subject].theme}
        marks |= {angle.lead.id} if angle.lead else set()
        if angle.score >= WORTH and not marks & taken:
            chosen.append(angle)
            taken |= marks
    return chosen


def asked(
    subject: str,
    benchmark: str,
    stories: Sequence[Story],
    tape: Tape,
    *events: EventFact,
) -> Angle:
    """The angle on a subject that a person asked for."""
    for name in filter(None, (subject, benchmark)):
        _must_have_prices(name, tape)
    if not tape.instruments[subject].tradable:
        raise PriceError(
            f"{subject}: is a gauge and cannot be traded; ask for what it measures"
        )
    if not _tradable(subject, tape):
        raise PriceError(
            f"{subject}: no levels, so no price at which a note would be wrong; add "
            "252 split-adjusted bars with high and low"
        )
    market = [story for story in stories if story.about_markets]
    naming = [story for story in market if subject in story.instruments]
    angle = Angle(
        subject=subject,
        benchmark=benchmark or _benchmark(tape, subject) or subject,
        kind="asked",
        lead=naming[0] if naming else None,
        supporting=(),
        counts=(),
        events=(),
        score=0.0,
        terms=(terms.surprise(tape, subject),),
    )
    return _dressed(angle, market, tape, events, told=frozenset())


def _must_have_prices(name: str, tape: Tape) -> None:
    if name not in tape.instruments:
        message = f"{name}: no such instrument; `strykr lenses` lists the known ids"
        raise PriceError(message)
    if not tape.has(name):
        raise PriceError(f"{name}: {tape.lacks(name)}")


def _news_led(
    stories: Sequence[Story], tape: Tape, past: Sequence[PastNote]
) -> Iterator[Angle]:
    for story in stories:
        subject, named = _subject(story, tape)
        if subject:
            yield _angle(subject, story, tape, past, kind="news", named=named)


def _tape_led(
    stories: Sequence[Story], tape: Tape, past: Sequence[PastNote]
) -> Iterator[Angle]:
    shared = {
        one.theme
        for one in tape.instruments.values()
        if one.kind == "index" and _tradable(one.id, tape)
    }
    for name, instrument in sorted(tape.instruments.items()):
        sigma = tape.price(name, "zscore", 1)
        if instrument.kind == "etf" and instrument.theme in shared:
            continue  # the index itself is there to be written about
        if sigma is None or abs(sigma.value) < UNUSUAL or not _tradable(name, tape):
            continue
        naming = [story for story in stories if story.instruments[:1] == (name,)]
        lead = naming[0] if naming else None
        yield _angle(name, lead, tape, past, kind="tape", named=True)


def _angle(
    subject: str,
    story: Story | None,
    tape: Tape,
    past: Sequence[PastNote],
    *,
    kind: Literal["news", "tape"],
    named: bool,
) -> Angle:
    weighed = (
        terms.coverage(story),
        terms.freshness(story, tape.as_of),
        terms.relevance(subject, story, named=named),
        terms.surprise(tape, subject),
        terms.novelty(past, subject),
    )
    return Angle(
        subject=subject,
        benchmark=_benchmark(tape, subject) or subject,
        kind=kind,
        lead=story,
        supporting=(),
        counts=(),
        events=(),
        score=round(sum(one.worth for one in weighed), 4),
        terms=weighed,
    )


def _subject(story: Story, tape: Tape) -> tuple[str | None, bool]:
    """The instrument a story is about, or the proxy we hold prices for.

    Named means in a title: what only a summary mentions is not what it is about.
    """
    for name in story.instruments:
        if _tradable(name, tape):
            return name, titled(story, tape.instruments[name])
    for name in story.instruments:
        known = tape.instruments.get(name)
        proxies = known.benchmarks if known else ()
        proxy = next((one for one in proxies if _tradable(one, tape)), None)
        if proxy:
            return proxy, False
    return None, False


def _tradable(name: str, tape: Tape) -> bool:
    """Whether a note on it could be rated, and could say where it would be wrong."""
    known = tape.instruments.get(name)
    rated = tape.price(name, "zscore", 1) and tape.price(name, "threat", "realised")
    return bool(known and known.tradable and rated and tape.levels(name))


def _benchmark(tape: Tape, subject: str) -> str | None:
    names = tape.instruments[subject].benchmarks
    return next((name for name in names if tape.price(name, "return", 1)), None)


def _dressed(
    angle: Angle,
    stories: Sequence[Story],
    tape: Tape,
    events: Sequence[EventFact],
    *,
    told: frozenset[str],
) -> Angle:
    """The angle with its supporting stories, counts and the releases ahead."""
    lead = angle.lead.id if angle.lead else None
    rest = [story for story in stories if story.id != lead]
    ranked = sorted(rest, key=lambda story: _support(story, angle, tape, told))
    awaited = {name for event in events for name in event.sources}
    speaks = [story for story in rest if awaited & {h.id for h in story.headlines}]
    return Angle(
        subject=angle.subject,
        benchmark=angle.benchmark,
        kind=angle.kind,
        lead=angle.lead,
        supporting=tuple(dict.fromkeys([*ranked[:SUPPORT], *speaks])),
        counts=counts(stories, angle.subject, tape),
        events=tuple(events),
        score=angle.score,
        terms=angle.terms,
    )


def _support(
    story: Story, angle: Angle, tape: Tape, told: frozenset[str]
) -> tuple[bool, bool, bool, int, str]:
    """Sorts what is untold first, then what names the subject or its kin."""
    own = angle.subject in story.instruments
    kin = [
        name
        for name in story.instruments
        if name in tape.instruments
        and angle.subject in tape.instruments[name].benchmarks
    ]
    themed = bool(story.themes)
    count = -len(story.families)
    return (story.id in told, not (own or kin), not themed, count, story.id)
