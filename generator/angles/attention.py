"""Where the headlines looked: counts of what they name, kept as Facts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.model.facts import CountFact
from generator.model.market import Instrument, Tape
from generator.model.news import Headline, Story
from generator.model.note import Angle
from generator.plain import figures
from generator.plain.neighbors import NEIGHBORS, funds

FAR = 2.0  # usual days from which a move is unusual
WHOLE = frozenset({"index", "etf", "commodity", "currency", "rate"})


@dataclass(frozen=True, slots=True)
class Hook:
    """Attention against signal: what was most covered, and what was most unusual."""

    covered: str | None
    publishers: int
    unusual: str | None
    sigmas: float


def hook(stories: Sequence[Story], tape: Tape) -> Hook:
    """What most publishers named, and what moved most usual days; None for nothing."""
    named = _sizes([story for story in stories if story.about_markets], tape)
    moves = {name: tape.price(name, "zscore", 1) for name in tape.instruments}
    sizes = {name: fact.value for name, fact in moves.items() if fact}
    covered = min(named, key=lambda name: _widest(name, named, tape), default=None)
    unusual = min(sizes, key=lambda name: (-abs(sizes[name]), name), default=None)
    return Hook(
        covered,
        named[covered] if covered else 0,
        unusual,
        round(sizes[unusual], 4) if unusual else 0.0,
    )


def coverage(stories: Sequence[Story], tape: Tape) -> Mapping[str, frozenset[str]]:
    """The families of publishers that name each instrument."""
    families: dict[str, set[str]] = {}
    for story in stories:
        for name in story.instruments:
            if name in tape.instruments:
                families.setdefault(name, set()).update(story.families)
    return {name: frozenset(found) for name, found in families.items()}


def most_unusual(angle: Angle, tape: Tape) -> str | None:
    """What moved most usual days of all over the subject's session, if it moved far.

    None where that is a gauge, the subject, its benchmark or of a theme with them.
    """
    own = tape.price(angle.subject, "zscore", 1)
    sizes = {
        name: abs(fact.value)
        for name in tape.instruments
        if (fact := tape.price(name, "zscore", 1)) and own
        if fact.window.last == own.window.last
    }
    widest = min(sizes, key=lambda name: (-sizes[name], name), default=None)
    if widest is None or sizes[widest] < FAR:
        return None
    near = {tape.instruments[name].theme for name in (angle.subject, angle.benchmark)}
    one = tape.instruments[widest]
    return widest if one.tradable and one.theme not in near else None


def neighbors(tape: Tape) -> list[str]:
    """The funds that speak for other markets and have a last session."""
    held = tape.instruments.values()
    found = (name for theme in NEIGHBORS.values() for name in funds(theme, held))
    return [name for name in found if tape.tells(name, "return", 1)]


def counts(
    stories: Sequence[Story], subject: str, tape: Tape, others: Sequence[str] = ()
) -> tuple[CountFact, ...]:
    """Headlines in all, on the subject, on the most covered name and on others."""
    every = [headline for story in stories for headline in story.headlines]
    if not every:
        return ()
    publishers = {name: headline for headline in every for name in headline.families}
    found = [
        _count("headlines", "all", every),
        _named(stories, subject, tape),
        _count("publishers", "all", list(publishers.values())),
    ]
    top = most_covered(stories, subject, tape)
    rest = dict.fromkeys([*([top] if top else []), *others])
    return (*found, *(_named(stories, name, tape) for name in rest if name != subject))


def _named(stories: Sequence[Story], name: str, tape: Tape) -> CountFact:
    """Headlines that name it, or the same by another price (fund, future)."""
    names = {name, *kin(tape.instruments[name], tape)}
    every = [
        headline
        for story in stories
        for headline, naming in zip(story.headlines, story.naming, strict=True)
        if names & naming
    ]
    return _count("headlines", name, every)


def kin(instrument: Instrument, tape: Tape) -> list[str]:
    """The same thing by another price: the fund on an index, the index of a fund."""
    if instrument.kind not in WHOLE:
        return []
    return [
        other.id
        for other in tape.instruments.values()
        if other.theme == instrument.theme and other.id != instrument.id
        if other.kind in WHOLE
    ]


def _sizes(stories: Sequence[Story], tape: Tape) -> dict[str, int]:
    return {name: len(found) for name, found in coverage(stories, tape).items()}


def most_covered(stories: Sequence[Story], subject: str, tape: Tape) -> str | None:
    """The instrument other than the subject that most publishers name."""
    named = _sizes(stories, tape)
    others = [name for name in named if name != subject]
    return min(others, key=lambda name: _widest(name, named, tape), default=None)


def _widest(
    name: str, named: Mapping[str, int], tape: Tape
) -> tuple[int, bool, bool, str]:
    """Sorts the most named first; at a tie an index, then what has bars to compare."""
    index = tape.instruments[name].kind == "index"
    usual = tape.price(name, "threat", "realised") is not None
    return -named[name], not index, not usual, name


def _count(metric: str, subject: str, headlines: Sequence[Headline]) -> CountFact:
    value = float(len(headlines))
    return CountFact(
        id=f"{metric}.{subject.lower()}",
        subject=subject,
        metric=metric,
        value=value,
        unit="count",
        sources=tuple(dict.fromkeys(headline.id for headline in headlines)),
        renderings=figures.renderings(value, "count"),
    )
