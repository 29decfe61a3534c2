"""The day's candidates: what a story names or touches, and moves no story leads."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.angles import terms
from generator.angles.attention import coverage, kin
from generator.angles.terms import Link
from generator.model.market import Instrument, Tape
from generator.model.news import Story
from generator.model.note import Angle, PastNote, Term
from generator.model.playbook import Theme

UNUSUAL = 1.5  # usual days or weeks from which a move leads a note of its own
Kind = Literal["news", "tape", "asked"]
NAMED = 3  # instruments in the titles of one story that are weighed


@dataclass(frozen=True, slots=True)
class Known:
    """What candidates are weighed by: the day's stories of markets, and the rest.

    `families` are the publishers that name each instrument, `largest` how many carry
    the most carried story, `tradable` what a note may be on.
    """

    stories: tuple[Story, ...]
    tape: Tape
    past: Sequence[PastNote]
    themes: Mapping[str, Theme]
    families: Mapping[str, frozenset[str]]
    largest: int
    tradable: frozenset[str]

    def about(self, subject: str) -> frozenset[str]:
        """A subject and the same by another price."""
        return frozenset({subject, *kin(self.tape.instruments[subject], self.tape)})

    def others(self, subject: str, story: Story) -> int:
        """The publishers that name a subject, by whatever price, in other stories."""
        names = self.about(subject)
        found = {one for name in names for one in self.families.get(name, ())}
        return len(found.difference(story.families))

    def angle(
        self, kind: Kind, subject: str, lead: Story | None, *weighed: Term
    ) -> Angle:
        """An angle by these terms, the surprise of its subject and its novelty."""
        told = (
            *weighed,
            terms.surprise(self.tape, subject),
            terms.novelty(self.past, self.about(subject)),
        )
        return Angle(
            subject=subject,
            about=self.about(subject),
            benchmark=benchmark(self.tape, subject) or subject,
            kind=kind,
            lead=lead,
            supporting=(),
            counts=(),
            events=(),
            score=terms.score(told),
            terms=told,
        )


def weigh(
    stories: Sequence[Story],
    tape: Tape,
    past: Sequence[PastNote],
    themes: Mapping[str, Theme],
) -> list[Angle]:
    """Every candidate of the day with the terms of its score, the best first.

    A story gives one for each instrument that its titles name, else one for what it
    names in passing or touches; a move of which no title speaks gives one of its own.
    Where nothing moved out of its habit the broad indices give theirs.
    """
    known = _known(stories, tape, past, themes)
    led = [
        (subject, link, story)
        for story in known.stories
        for subject, link in _subjects(story, known)
    ]
    titles = {subject for subject, link, _ in led if link in {"title", "kin"}}
    unusual = [*_unusual(known)] or [*_indices(known)]
    moved = [name for name in unusual if name not in titles]
    by_news = [_by_story(known, *one) for one in led]
    return sorted(
        [*by_news, *(_by_move(known, "tape", name) for name in moved)], key=_rank
    )


def the_angle(
    subject: str, stories: Sequence[Story], tape: Tape, past: Sequence[PastNote]
) -> Angle:
    """The angle on a subject that was asked for, led by its best story if any."""
    known = _known(stories, tape, past, {})
    naming = [story for story in known.stories if subject in story.instruments]
    links: list[Link] = [
        "title" if subject in one.titled else "passing" for one in naming
    ]
    found = [
        _by_story(known, subject, link, story, kind="asked")
        for link, story in zip(links, naming, strict=True)
    ]
    return min(found, key=_rank, default=_by_move(known, "asked", subject))


def _known(
    stories: Sequence[Story],
    tape: Tape,
    past: Sequence[PastNote],
    themes: Mapping[str, Theme],
) -> Known:
    market = [story for story in stories if story.about_markets]
    largest = max((len(story.families) for story in market), default=0)
    return Known(
        stories=tuple(market),
        tape=tape,
        past=past,
        themes=themes,
        families=coverage(market, tape),
        largest=largest,
        tradable=frozenset(name for name in tape.instruments if tradable(name, tape)),
    )


def _rank(angle: Angle) -> tuple[float, str, str]:
    return -angle.score, angle.subject, angle.lead.id if angle.lead else ""


def _by_story(
    known: Known, subject: str, link: Link, story: Story, *, kind: Kind = "news"
) -> Angle:
    """An angle that a story leads."""
    return known.angle(
        kind,
        subject,
        story,
        terms.coverage(story, known.others(subject, story), known.largest),
        terms.freshness(story, known.tape.as_of),
        terms.relevance(known.tape.instruments[subject], link),
    )


def _by_move(known: Known, kind: Kind, subject: str) -> Angle:
    """An angle that only the tape leads."""
    return known.angle(
        kind,
        subject,
        None,
        terms.coverage(None, 0, known.largest),
        terms.recency(known.tape, subject),
        terms.relevance(known.tape.instruments[subject], "tape"),
    )


def _unusual(known: Known) -> Iterator[str]:
    """What moved out of its habit; a fund only where its index has no note to lead."""
    tape = known.tape
    held = [tape.instruments[name] for name in sorted(known.tradable)]
    whole = {one.theme for one in held if one.kind == "index"}
    for one in held:
        doubled = one.kind == "etf" and one.theme in whole
        if not doubled and terms.surprise(tape, one.id).raw >= UNUSUAL:
            yield one.id


def _indices(known: Known) -> Iterator[str]:
    for name in sorted(known.tradable):
        if known.tape.instruments[name].kind == "index":
            yield name


def _subjects(story: Story, known: Known) -> list[tuple[str, Link]]:
    """What a story may be an angle on, and how surely it is about that."""
    tape = known.tape
    held = [
        tape.instruments[one] for one in story.instruments if one in tape.instruments
    ]
    named: dict[str, Link] = {}
    for name, link in _held([one for one in held if one.id in story.titled], known):
        named.setdefault(name, link)
    return [*named.items()][:NAMED] or [*_near(story, held, known)][:1]


def _near(
    story: Story, held: Sequence[Instrument], known: Known
) -> Iterator[tuple[str, Link]]:
    """What it names in passing, then what that is measured by, then what it touches."""
    themes = [known.themes[one] for one in story.themes if one in known.themes]
    found: dict[Link, list[str]] = {
        "passing": [one.id for one in held],
        "proxy": [name for one in held for name in one.benchmarks],
        "theme": [name for theme in themes for name in theme.touches],
    }
    for link, names in found.items():
        yield from ((name, link) for name in names if name in known.tradable)


def _held(named: Sequence[Instrument], known: Known) -> Iterator[tuple[str, Link]]:
    """Those of the named that a note could be on, or the fund that holds the same."""
    for one in named:
        if one.id in known.tradable:
            yield one.id, "title"
            continue
        others = (name for name in kin(one, known.tape) if name in known.tradable)
        yield from ((name, "kin") for name in [*others][:1])


def tradable(name: str, tape: Tape) -> bool:
    """Whether a note on it could be rated, and could say where it would be wrong."""
    known = tape.instruments.get(name)
    rated = tape.tells(name, "zscore", 1) and tape.tells(name, "threat", "realised")
    return bool(known and known.tradable and rated and tape.has_levels(name))


def benchmark(tape: Tape, subject: str) -> str | None:
    """The first of its benchmarks that has prices."""
    names = tape.instruments[subject].benchmarks
    return next((name for name in names if tape.tells(name, "return", 1)), None)
