"""Where the headlines looked: counts of what they name, kept as Facts."""

import re
from collections import Counter
from collections.abc import Sequence

from generator.model.facts import CountFact
from generator.model.market import Instrument, Tape
from generator.model.news import Headline, Story
from generator.plain import figures


def counts(stories: Sequence[Story], subject: str, tape: Tape) -> tuple[CountFact, ...]:
    """Headlines in all, those on the subject, and those on the most covered name."""
    every = [headline for story in stories for headline in story.headlines]
    if not every:
        return ()
    found = [
        _count("headlines", "all", every),
        _named(stories, subject, tape),
    ]
    publishers = {headline.family: headline for headline in every}
    found.append(_count("publishers", "all", list(publishers.values())))
    top = most_covered(stories, subject, tape)
    if top:
        found.append(_named(stories, top, tape))
    return tuple(found)


def _named(stories: Sequence[Story], name: str, tape: Tape) -> CountFact:
    """Headlines that say its name, or that of another of its theme (fund, future)."""
    theme = tape.instruments[name].theme
    kin = [one for one in tape.instruments.values() if one.theme == theme]
    said = [alias for one in kin for alias in (one.name, *one.aliases)]
    return _count("headlines", name, _on(stories, {one.id for one in kin}, said))


def most_covered(stories: Sequence[Story], subject: str, tape: Tape) -> str | None:
    """The instrument other than the subject that most publishers name."""
    tally: Counter[str] = Counter()
    for story in stories:
        for name in set(story.instruments) - {subject}:
            if name in tape.instruments:
                tally[name] += len(story.families)
    ranked = sorted(tally.items(), key=lambda item: (-item[1], item[0]))
    return ranked[0][0] if ranked else None


def _on(
    stories: Sequence[Story], names: set[str], aliases: Sequence[str]
) -> list[Headline]:
    """The headlines whose own words name it, not those that share its story."""
    naming = [story for story in stories if names & set(story.instruments)]
    every = [headline for story in naming for headline in story.headlines]
    return [headline for headline in every if _says(headline, aliases)]


def _says(headline: Headline, aliases: Sequence[str]) -> bool:
    return _in(f"{headline.title} {headline.summary}", aliases)


def _in(text: str, aliases: Sequence[str]) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(one)}(?!\w)", text) for one in aliases)


def titled(story: Story, instrument: Instrument) -> bool:
    """Whether a title of the story names the instrument."""
    aliases = [instrument.name, *instrument.aliases]
    return any(_in(headline.title, aliases) for headline in story.headlines)


def _count(metric: str, subject: str, headlines: Sequence[Headline]) -> CountFact:
    value = float(len(headlines))
    return CountFact(
        id=f"{metric}.{subject.lower()}",
        subject=subject,
        metric=metric,
        value=value,
        unit="count",
        sources=tuple(headline.id for headline in headlines),
        renderings=figures.renderings(value, "count"),
    )
