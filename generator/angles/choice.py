"""Which of the day's candidates become notes, and with which stories beside them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.angles.attention import counts, most_unusual, neighbors
from generator.angles.candidates import the_angle, tradable
from generator.errors import PriceError
from generator.model.facts import EventFact
from generator.model.market import Tape
from generator.model.news import Story
from generator.model.note import Angle, PastNote

SUPPORT = 8  # stories beside the lead that a note can use
TOLD = 4  # of these, how many a note is likely to tell
TOO_LITTLE = "scores under"
WORTH = 0.12  # an angle that scores less is not worth a note


@dataclass(frozen=True, slots=True)
class Sifted:
    """A candidate, and why no note is made of it; "" where one is."""

    angle: Angle
    passed: str


def sift(weighed: Sequence[Angle], tape: Tape, most: int) -> list[Sifted]:
    """At most so many notes, no two on one subject, theme or lead story.

    A day on which no angle is worth one gets a short note on its best index.
    """
    found: list[Sifted] = []
    taken: dict[str, str] = {}
    for angle in weighed:
        marks = [*_marks(angle, tape)]
        held = next((taken[mark] for mark in marks if mark in taken), "")
        if angle.score < WORTH:
            why = f"{TOO_LITTLE} {WORTH}"
        elif held:
            why = f"shares its subject, theme or story with {held}"
        elif len({*taken.values()}) >= most:
            why = "the edition is full"
        else:
            why = ""
            taken |= dict.fromkeys(marks, angle.subject)
        found.append(Sifted(angle, why))
    return found if taken else [*_quiet(found, tape)]


def _quiet(found: Sequence[Sifted], tape: Tape) -> Iterator[Sifted]:
    """The same, the first of them on an index made a note."""
    indices = (one for one in found if _is_index(one.angle, tape))
    chosen = next(indices, None)
    for one in found:
        yield replace(one, passed="") if one is chosen else one


def _is_index(angle: Angle, tape: Tape) -> bool:
    return tape.instruments[angle.subject].kind == "index"


def _marks(angle: Angle, tape: Tape) -> Iterator[str]:
    """By what two angles are one."""
    yield angle.subject
    yield f"theme {tape.instruments[angle.subject].theme}"
    if angle.lead:
        yield f"story {angle.lead.id}"


def dress(
    chosen: Sequence[Angle],
    stories: Sequence[Story],
    tape: Tape,
    events: Sequence[EventFact],
) -> list[Angle]:
    """The angles with their supporting stories, counts and the releases ahead.

    What an earlier one leads with or tells comes last in a later one.
    """
    market = [story for story in stories if story.about_markets]
    told = {angle.lead.id for angle in chosen if angle.lead}
    found = []
    for angle in chosen:
        found.append(_dressed(angle, market, tape, events, told=frozenset(told)))
        told |= {story.id for story in found[-1].supporting[:TOLD]}
    return found


def asked(
    subject: str,
    benchmark: str,
    stories: Sequence[Story],
    tape: Tape,
    *,
    past: Sequence[PastNote],
) -> Angle:
    """The angle on a subject that a person asked for; PriceError if there is none."""
    for name in filter(None, (subject, benchmark)):
        _must_have_prices(name, tape)
    if not tape.instruments[subject].tradable:
        raise PriceError(
            f"{subject}: is a gauge and cannot be traded; ask for what it measures"
        )
    if not tradable(subject, tape):
        raise PriceError(
            f"{subject}: no levels, so no price at which a note would be wrong; add "
            "252 split-adjusted bars with high and low"
        )
    angle = the_angle(subject, stories, tape, past)
    return replace(angle, benchmark=benchmark) if benchmark else angle


def _must_have_prices(name: str, tape: Tape) -> None:
    if name not in tape.instruments:
        message = f"{name}: no such instrument; `strykr lenses` lists the known ids"
        raise PriceError(message)
    if not tape.has(name):
        raise PriceError(f"{name}: {tape.lacks(name)}")


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
    unusual = most_unusual(angle, tape)
    others = [*([unusual] if unusual else []), *neighbors(tape)]
    return replace(
        angle,
        supporting=tuple(dict.fromkeys([*ranked[:SUPPORT], *speaks])),
        counts=counts(stories, angle.subject, tape, others),
        events=tuple(events),
        unusual=unusual,
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
