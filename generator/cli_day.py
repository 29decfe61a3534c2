"""A drafted day: told to a person, as JSON, and why its angles were chosen."""

from __future__ import annotations  # no wing loads before it is used

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from generator import angles, pipeline, stories
from generator.console import say
from generator.model.news import Story
from generator.model.note import Angle

WIDE = 72  # letters of a title in the table


def day_tree(day: pipeline.Day) -> dict[str, Any]:
    """A day as JSON."""
    return {
        "edition": day.edition,
        "notes": [
            {
                "slug": one.path.name,
                "path": one.path,
                "withheld": one.withheld,
                "kept": one.kept,
                "score": one.angle.score,
                "terms": [asdict(term) for term in one.angle.terms],
            }
            for one in day.laid
        ],
        "silences": [asdict(one) for one in day.silences],
        "failed": day.failed,
        "gaps": day.gaps,
    }


def why_tree(day: pipeline.Day) -> dict[str, Any]:
    """Every candidate with its terms, the hook, and what was set aside, as JSON."""
    return {
        "candidates": [
            {
                "subject": one.angle.subject,
                "kind": one.angle.kind,
                "lead": one.angle.lead.lead.id if one.angle.lead else None,
                "title": title_of(one.angle),
                "score": one.angle.score,
                "terms": [asdict(term) for term in one.angle.terms],
                "passed": one.passed,
            }
            for one in day.sifted
        ],
        "hook": asdict(day.hook),
        "stories": [
            {
                "id": story.id,
                "publishers": len(story.families),
                "tone": story.tone,
                "toward": dict(story.leans),
                "names": [one.id for one in story.names],
                "headlines": [
                    {"id": one.id, "title": one.title, "same": same, "aside": aside}
                    for one, same, aside in zip(
                        story.headlines, story.same, story.asides, strict=True
                    )
                ],
            }
            for story in day.told
        ],
    }


def tell_day(day: pipeline.Day, *, quiet: bool) -> None:
    """What a trip made of the day, a line a note."""
    for one in day.laid:
        kept = f" ({one.kept})" if one.kept else ""
        withheld = (
            f", {counted(one.withheld, 'sentence')} withheld" if one.withheld else ""
        )
        say(f"note      {one.path / 'note.md'}{kept}{withheld}", quiet=quiet)
    for line in day.failed:
        say(f"no note   {line}", quiet=quiet)
    for silence in day.silences:
        say(f"silent    {silence.source}: {silence.reason}", quiet=quiet)
    for line in day.gaps:
        say(f"gap       {line}", quiet=quiet)
    if not day.laid and not day.failed:
        say(f"{day.edition}: nothing was worth a note", quiet=quiet)


def why_lines(day: pipeline.Day) -> Iterator[str]:
    """The hook, every candidate with its terms, the notes' stories, the set aside."""
    yield from hook_lines(day.hook)
    yield from table(day.sifted)
    for one in day.laid:
        yield from ("", *reasons(one.angle))
    yield from ("", *aside_lines(day.told))


def hook_lines(hook: angles.Hook) -> Iterator[str]:
    """Attention against signal: what most publishers named, and what moved most."""
    if hook.covered:
        yield f"most covered   {hook.covered} ({counted(hook.publishers, 'publisher')})"
    if hook.unusual:
        yield f"most unusual   {hook.unusual} ({hook.sigmas:+.1f} usual days)"


def counted(number: int, word: str) -> str:
    """`1 publisher`, `2 publishers`."""
    return f"{number} {word}{'' if number == 1 else 's'}"


def table(sifted: Sequence[angles.Sifted]) -> Iterator[str]:
    """A line for each candidate: its score, its factors, and what became of it.

    Those that score too little come last and are counted, not listed.
    """
    names = [term.name for one in sifted[:1] for term in one.angle.terms]
    if names:
        yield "  ".join(["score", *(name[:9].rjust(9) for name in names), "angle"])
    listed = [one for one in sifted if not one.passed.startswith(angles.TOO_LITTLE)]
    for one in listed:
        factors = "  ".join(f"{term.worth:9.2f}" for term in one.angle.terms)
        title = title_of(one.angle)
        cut = f"{title[:WIDE]}..." if len(title) > WIDE else title
        told = f"{one.angle.kind}-led {one.angle.subject}: {one.passed or 'a note'}"
        yield f"{one.angle.score:5.3f}  {factors}  {told}{f' | {cut}' * bool(cut)}"
    if rest := sifted[len(listed) :]:
        yield f"{'':7}{len(rest)} more: {rest[0].passed}"


def title_of(angle: Angle) -> str:
    """The title that leads an angle; "" without one."""
    return angle.lead.lead.title if angle.lead else ""


def reasons(angle: Angle) -> Iterator[str]:
    """What each factor of a note's score measured, and why its lead is one story."""
    yield f"{angle.score:5.3f}  {angle.subject}, {angle.kind}-led"
    for term in angle.terms:
        yield f"{term.worth:7.2f}  {term.name}: {term.why}"
    if angle.lead:
        yield from story_lines(angle.lead)


def story_lines(story: Story) -> Iterator[str]:
    """Its tone toward each instrument; what brought each headline, and its tone."""
    toward = [f"{name} {lean:+.2f}" for name, lean in story.leans]
    if toward:
        yield f"{'':9}toward: {', '.join(toward)}"
    for one, same in zip(story.headlines, story.same, strict=True):
        others = f" (+{len(one.carriers)})" if one.carriers else ""
        yield f"{'':9}{one.publisher}{others}: {one.title}"
        if same:
            yield f"{'':11}same: {', '.join(same)}"
        toned = [f"{t.phrase} {t.worth:+.2f}" for t in stories.phrases(one.title)]
        if toned:
            yield f"{'':11}tone: {', '.join(toned)}"


def aside_lines(told: tuple[Story, ...]) -> Iterator[str]:
    """How many headlines were set aside, by the kind of the reason."""
    every = [reason for story in told for reason in story.asides]
    kinds = Counter(
        re.split(r" \(|: (?!.*\()", reason)[0] for reason in every if reason
    )
    yield f"set aside      {kinds.total()} of {len(every)} headlines"
    for kind, count in sorted(kinds.items(), key=lambda item: (-item[1], item[0])):
        yield f"{count:9}  {kind}"
