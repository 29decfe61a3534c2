"""Headlines into stories: grouped, named, toned, and sorted by what they are about."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from generator.model.news import Headline, Mention, Story
from generator.plain.names import Lexicon, names
from generator.stories.group import Text, groups
from generator.stories.markets import COPY, aside
from generator.stories.tone import banded, tone

LEAD = 400  # characters of a summary in which names are looked for
TITLE = 2  # a name in a title counts as often as two in summaries


@dataclass(frozen=True, slots=True)
class Read:
    """A headline, the names in its title and lead, and why it is set aside, if so."""

    headline: Headline
    title: tuple[Mention, ...]
    lead: tuple[Mention, ...]
    aside: str | None


def tell(headlines: Sequence[Headline], lexicon: Lexicon) -> list[Story]:
    """The stories of these headlines, the earliest first; none for no headlines.

    Every headline is in one story; copy that is sold or filed is a story of its own.
    A story is about markets if at least half of its headlines are. It names an
    instrument if one of its titles does, or half of its summaries; the most named
    comes first.
    """
    reads = [_read(one, lexicon) for one in sorted(headlines, key=_age)]
    news = [one for one in reads if not _is_copy(one)]
    grouped = [[news[at] for at in group] for group in groups([_text(r) for r in news])]
    alone = [[one] for one in reads if _is_copy(one)]
    return sorted(
        (_story(group) for group in grouped + alone), key=lambda story: _age(story.lead)
    )


def _read(headline: Headline, lexicon: Lexicon) -> Read:
    title = names(headline.title, lexicon)
    lead = names(headline.summary[:LEAD], lexicon)
    return Read(headline, title, lead, aside(headline, title, lead, lexicon.kinds))


def _is_copy(read: Read) -> bool:
    return bool(read.aside and read.aside.startswith(COPY))


def _text(read: Read) -> Text:
    """What of a headline is compared with others."""
    kinds = {"instrument", "institution"}
    named = {one.id for one in (*read.title, *read.lead) if one.kind in kinds}
    one = read.headline
    return Text(one.title, one.summary, tuple(sorted(named)), one.publisher)


def _age(headline: Headline) -> tuple[bool, float, str]:
    """Oldest first, those of unknown time last."""
    when = headline.published
    return (when is None, when.timestamp() if when else 0.0, headline.id)


def _story(reads: Sequence[Read]) -> Story:
    headlines = tuple(one.headline for one in reads)
    scores = [tone(one) for one in headlines]
    return Story(
        id=headlines[0].id,
        headlines=headlines,
        instruments=_ranked(reads, "instrument"),
        themes=_ranked(reads, "theme"),
        releases=_ranked(reads, "release"),
        tone=round(fmean(scores), 6),
        tones=tuple(banded(score) for score in scores),
        about_markets=2 * sum(one.aside is None for one in reads) >= len(reads),
    )


def _ranked(reads: Sequence[Read], kind: str) -> tuple[str, ...]:
    """The ids of one kind, the most named first, ties by id."""
    titles: Counter[str] = Counter()
    leads: Counter[str] = Counter()
    for read in reads:
        titles.update({one.id for one in read.title if one.kind == kind})
        leads.update({one.id for one in read.lead if one.kind == kind})
    worth = {name: TITLE * titles[name] + leads[name] for name in titles | leads}
    kept = [name for name in worth if titles[name] or 2 * leads[name] >= len(reads)]
    return tuple(sorted(kept, key=lambda name: (-worth[name], name)))
