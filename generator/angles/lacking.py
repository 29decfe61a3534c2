"""What the day's angles needed and did not have: prices, or a source's whole answer."""

from collections.abc import Iterator, Sequence

from generator.model.market import Tape
from generator.model.news import Harvest
from generator.model.note import Angle


def lacking(angles: Sequence[Angle], tape: Tape, harvest: Harvest) -> tuple[str, ...]:
    """A line for each gap that an angle rests on; empty where nothing was missing."""
    lines = [line for angle in angles for line in _lacks(angle, tape, harvest)]
    if harvest.silences and not harvest.headlines:
        lines.append("no headlines: every source was silent")
    return tuple(dict.fromkeys(lines))


def _lacks(angle: Angle, tape: Tape, harvest: Harvest) -> Iterator[str]:
    known = tape.instruments[angle.subject]
    led = angle.lead.instruments if angle.lead else ()
    for names in (led, known.benchmarks, known.implied):
        yield from _lost(names, tape)
    stories = [*([angle.lead] if angle.lead else []), *angle.supporting]
    rested_on = {one.publisher for story in stories for one in story.headlines}
    for silence in harvest.silences:
        if silence.source in rested_on:
            yield f"{silence.source}: {silence.reason}"


def _lost(names: Sequence[str], tape: Tape) -> Iterator[str]:
    """The gaps of those that would have been taken before the first with prices."""
    for name in names:
        if tape.has(name):
            return
        for gap in tape.gaps:
            if gap.subject == name:
                yield f"{name}: {gap.reason}"
