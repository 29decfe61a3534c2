"""Headlines into stories: grouped, named, toned, and sorted by what they are about."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean

from generator.model.news import Headline, Mention, Story
from generator.plain.names import Lexicon, names
from generator.stories.copies import age, once
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

    Every text is in one story, once, with all who printed it as its carriers; copy
    that is sold or filed is a story of its own. A story names an instrument if one of
    its titles does, or half of its summaries; the most named comes first.
    """
    reads = [_read(one, lexicon) for one in once(headlines)]
    news = [one for one in reads if not _is_copy(one)]
    grouped = [[news[at] for at in group] for group in groups([_text(r) for r in news])]
    alone = [[one] for one in reads if _is_copy(one)]
    return sorted(
        (_story(group) for group in grouped + alone), key=lambda story: age(story.lead)
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


def _story(reads: Sequence[Read]) -> Story:
    headlines = tuple(one.headline for one in reads)
    scores = [tone(one) for one in headlines]
    return Story(
        id=headlines[0].id,
        headlines=headlines,
        names=_named(reads),
        titled=_instruments(one for read in reads for one in read.title),
        naming=tuple(_instruments((*one.title, *one.lead)) for one in reads),
        tone=round(fmean(scores), 6),
        tones=tuple(banded(score) for score in scores),
        asides=tuple(one.aside for one in reads),
        same=tuple(() for _ in reads),
    )


def _instruments(mentions: Iterable[Mention]) -> frozenset[str]:
    return frozenset(one.id for one in mentions if one.kind == "instrument")


def _named(reads: Sequence[Read]) -> tuple[Mention, ...]:
    """What the story names, the most named first, ties by id; each id once."""
    titles: Counter[tuple[str, str]] = Counter()
    leads: Counter[tuple[str, str]] = Counter()
    shown: dict[tuple[str, str], Mention] = {}
    for read in reads:
        titles.update({(one.kind, one.id) for one in read.title})
        leads.update({(one.kind, one.id) for one in read.lead})
        for one in (*read.title, *read.lead):
            shown.setdefault((one.kind, one.id), one)
    worth = {key: TITLE * titles[key] + leads[key] for key in shown}
    kept = [key for key in shown if titles[key] or 2 * leads[key] >= len(reads)]
    return tuple(shown[key] for key in sorted(kept, key=lambda key: (-worth[key], key)))
