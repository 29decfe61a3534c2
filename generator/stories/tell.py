"""Headlines into stories: grouped, named, toned, and sorted by what they are about."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean

from generator.model.news import Headline, Mention, Story
from generator.plain.names import Found, Lexicon, found_all, named
from generator.stories.copies import age, once
from generator.stories.group import Text, groups
from generator.stories.markets import COPY, aside
from generator.stories.scraps import lead_of
from generator.stories.tone import banded, leans, tone

LEAD = 400  # characters of a summary in which names are looked for
TITLE = 2  # a name in a title counts as often as two in summaries


@dataclass(frozen=True, slots=True)
class Read:
    """A headline, the names in its title and lead, and why it is set aside, if so."""

    headline: Headline
    places: tuple[Found, ...]
    lead: tuple[Mention, ...]
    aside: str | None

    @property
    def title(self) -> tuple[Mention, ...]:
        """What its title names."""
        return tuple(dict.fromkeys(one.mention for one in self.places))


def tell(headlines: Sequence[Headline], lexicon: Lexicon) -> list[Story]:
    """The stories of these headlines, the earliest first; none for no headlines.

    Every text is in one story, once, with all who printed it as its carriers; copy
    that is sold or filed is a story of its own. A story names an instrument if one of
    its titles does, or half of its summaries; the most named comes first.
    """
    reads = _reads(once(headlines), lexicon)
    news = [one for one in reads if not _is_copy(one)]
    told = [
        _story([news[at] for at in group.members], group.same)
        for group in groups([_text(one) for one in news])
    ]
    alone = [_story([one], ((),)) for one in reads if _is_copy(one)]
    return sorted(told + alone, key=lambda story: age(story.lead))


def _reads(headlines: Sequence[Headline], lexicon: Lexicon) -> list[Read]:
    """All headlines read at once, which is faster than one by one."""
    titles = found_all([one.title for one in headlines], lexicon)
    leads = named([lead_of(one.summary, LEAD) for one in headlines], lexicon)
    return [
        _read(headline, tuple(places), lead, lexicon)
        for headline, places, lead in zip(headlines, titles, leads, strict=True)
    ]


def _read(
    headline: Headline,
    places: tuple[Found, ...],
    lead: tuple[Mention, ...],
    lexicon: Lexicon,
) -> Read:
    title = tuple(dict.fromkeys(one.mention for one in places))
    why = aside(headline, title, lead, lexicon.kinds)
    return Read(headline, places, lead, why)


def _is_copy(read: Read) -> bool:
    return bool(read.aside and read.aside.startswith(COPY))


def _text(read: Read) -> Text:
    """What of a headline is compared with others."""
    kinds = {"instrument", "institution", "company", "release"}
    named = {one.id for one in (*read.title, *read.lead) if one.kind in kinds}
    one = read.headline
    return Text(
        one.title,
        lead_of(one.summary, len(one.summary)),
        tuple(sorted(named)),
        one.publisher,
        one.published,
    )


def _story(reads: Sequence[Read], same: tuple[tuple[str, ...], ...]) -> Story:
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
        same=same,
        leans=_leans(reads),
    )


def _leans(reads: Sequence[Read]) -> tuple[tuple[str, float], ...]:
    """The mean tone of the titles toward each instrument that they name."""
    toward: dict[str, list[float]] = {}
    for read in reads:
        held = [one for one in read.places if one.kind == "instrument"]
        spans = [(one.start, one.end) for one in held]
        for one, lean in zip(held, leans(read.headline.title, spans), strict=True):
            toward.setdefault(one.id, []).append(lean)
    return tuple(
        (name, round(fmean(found), 6)) for name, found in sorted(toward.items())
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
