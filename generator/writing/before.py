"""What is new since the last note on a subject: what it said, and what became of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.model.facts import Fact, LevelFact, Part, PriceFact, ScoreFact
from generator.model.note import PastNote, Rating
from generator.plain import figures
from generator.writing.marks import mark
from generator.writing.slots import priced

TOLD = 5  # percentiles by which a component of the Pulse must have moved


def past_slots(
    past: Sequence[PastNote], rating: Rating, slots: Mapping[str, object]
) -> dict[str, object]:
    """What the last note said, which level has broken since, and if its exit was hit.

    Empty without an earlier note. `broken` is the farthest level that the close has
    crossed, `mover` the component that moved the Pulse most.
    """
    if not past:
        return {}
    last, close = past[0], priced(slots, "close")
    found: dict[str, object] = {
        "last_stance": last.stance,
        "last_edition": last.edition,
        "last_pulse": last_pulse(last),
    }
    found |= dict(_mover(last, rating))
    if close:
        found |= dict(_crossed(last, close.value)) | dict(_void(last, close.value))
    return found


def roles_told(past: Sequence[PastNote]) -> dict[str, int]:
    """How many notes ago each role last had a paragraph, 0 in the newest."""
    found: dict[str, int] = {}
    for age, note in enumerate(past):
        for form in note.forms:
            found.setdefault(form.split("/", maxsplit=1)[0], age)
    return found


def past_facts(past: Sequence[PastNote]) -> Iterator[Fact]:
    """What the last note printed, as Facts of this one; their ids begin with `last`."""
    for last in past[:1]:
        yield last_pulse(last)
        yield from map(_renamed, last.levels)
        if last.exit:
            yield replace(last.exit, id="last.exit")


def last_pulse(last: PastNote) -> ScoreFact:
    """The Pulse that the note before printed, as a Fact of this one."""
    return ScoreFact(
        id="last.pulse",
        value=last.pulse,
        parts=(),
        method=f"Pulse of the note of {last.edition.isoformat()}",
        made=(last.edition,),
        renderings=(*figures.renderings(last.pulse, "score"), f"{last.pulse}/100"),
    )


def _mover(last: PastNote, rating: Rating) -> Iterator[tuple[str, object]]:
    """The component that moved most since, and whether it rose."""
    moved = [part for part in rating.pulse.parts if part.name in last.parts]
    most = max(moved, key=lambda part: abs(_moved(part, last)), default=None)
    if most and abs(_moved(most, last)) >= TOLD:
        yield "mover", mark(most.name, "word", most.facts[-1])
        yield "mover_rose", _moved(most, last) > 0


def _moved(part: Part, last: PastNote) -> float:
    return part.percentile - last.parts[part.name]


def _crossed(last: PastNote, close: float) -> Iterator[tuple[str, object]]:
    """The farthest of the levels that lay on the other side of the last close."""
    over = [one for one in last.levels if one.metric == "resistance"]
    under = [one for one in last.levels if one.metric == "support"]
    broken = [one for one in over if close > one.value]
    broken += [one for one in under if close < one.value]
    if broken:
        yield "broken", _renamed(max(broken, key=lambda one: abs(one.distance)))
        yield "broken_up", broken[0].metric == "resistance"


def _renamed(level: LevelFact) -> LevelFact:
    """A level of the last note: it stands in no table of this one."""
    return replace(level, id=f"last.{level.id.split('.', 1)[1]}", metric="level")


def _void(last: PastNote, close: float) -> Iterator[tuple[str, object]]:
    """Whether a close has gone beyond the price that would have ended the call."""
    if isinstance(last.exit, PriceFact | LevelFact):
        price = last.exit.value
        yield "last_exit", replace(last.exit, id="last.exit")
        yield "last_exit_hit", close < price if last.below else close > price
