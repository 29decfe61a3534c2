"""Named releases ahead: those that headlines await, and those the calendar dates."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from generator.model.facts import EventFact
from generator.model.news import Headline
from generator.model.playbook import Dated, Release
from generator.plain.clock import DAYS
from generator.plain.names import Found, Lexicon, found, lexicon
from generator.plain.text import slug

WEEK = timedelta(days=7)
OUT_AT_LAST = 16  # the hour, UTC, by which they are out
FRIDAY = 4
OUT_BY = 12  # hour of the day, UTC, at which the releases of a day begin to come out
OF_THE_WEEK = re.compile(r"\b(?:week|month|tomorrow|delayed)\b", re.IGNORECASE)
SENTENCE = re.compile(r"(?<=[.!?;])(?<![A-Z]\.)\s+")  # not after the dot of "U.S."
ANY_DAY = "|".join(DAYS)
# Said of a date: these make any named release one to come.
AWAITED = re.compile(
    r"\b(?:ahead of|upcoming|awaits?|awaiting|awaited|looms?|looming|(?:is|are) due|"
    r"due (?:on|out|this|next|later)|(?:this|next|coming|busy|big) week|week ahead|"
    r"tomorrow|tonight|delayed|braces? for|bracing for|eyed|eyeing|in focus|"
    r"what to expect|countdown|scheduled|on tap|on deck|to watch|in the spotlight|"
    rf"(?:on|this|next|until|before) (?:{ANY_DAY})|(?:{ANY_DAY})(?:'s|\u2019s))\b",
    re.IGNORECASE,
)
# Said of anything: these do so only for what is an event by its name.
LIKELY = re.compile(
    r"\b(?:will|expected|expects?|could|may|might|set to|prepares?|anticipat\w+|"
    r"forecast|before|until|watch(?:es|ing)?|eyes?|looks? to|previews?|ahead)\b",
    re.IGNORECASE,
)
EVENT = re.compile(
    r"(?:report|data|numbers|decision|meeting|minutes|payrolls?|statement|speech|"
    r"testimony|auction|summit)$",
    re.IGNORECASE,
)
# Said just before or just after a release, these tell that it is out.
OUT_BEFORE = re.compile(
    r"\b(?:after|following|since|despite|on the back of|last (?:week|month)'s|"
    r"yesterday's|(?:driven|lifted|helped|boosted|hit|fuell?ed|supported|spurred) by|"
    r"\w+-than-(?:expected|forecast|feared)|favou?rable|unfavou?rable|"
    r"strong|weak|soft|hot|cool|benign|upbeat)(?: [\w'\u2019.-]+){0,3} ?$",
    re.IGNORECASE,
)
OUT_AFTER = re.compile(
    r"^(?:['\u2019]s)?(?: (?:data|report|index|rate|figures|reading))?"
    r" (?:showed|shows|rose|fell|grew|came in|beat|beats|missed|misses|was|were|"
    r"climbed|dropped|slowed|eased|cooled|cools|jumped|unexpectedly|rises|falls|"
    r"grows|hit|hits)\b",
    re.IGNORECASE,
)
PUT_OFF = re.compile(
    r"\b(?:delay|delays|delaying|postpon\w+|suspend\w*|cancel\w*)\b",
    re.IGNORECASE,
)
# The desk's calendar is American; another country's figure is not this release.
ABROAD = re.compile(
    r"\b(?:India\w*|RBI|Chin\w+|Beijing|UK|U\.K\.|Brit\w+|Euro\w+|ECB|EUR|German\w*|"
    r"France|French|Ital\w+|Spa(?:in|nish)|Japan\w*|BoJ|Austral\w+|RBA|Canad\w+|"
    r"Kore\w+|Brazil\w*|Mexic\w+|Turk\w+|Russia\w*|Swiss|Switzerland|Indonesia\w*|"
    r"Malaysia\w*|Thai\w*|Nigeria\w*|Ghana\w*|Kenya\w*|Pakistan\w*|Bangladesh\w*|"
    r"Vietnam\w*|Philippine\w*|Ireland|Irish|Pol(?:and|ish)|Swed\w+|Norw\w+|Africa\w*|"
    r"Argentin\w+|Hong Kong|Taiwan\w*|Singapore|New Zealand|Uganda\w*|Zambia\w*)\b"
)
AT_HOME = re.compile(r"\b(?:US|U\.S\.|American?|Fed|Federal Reserve|Wall Street)\b")
# "jobs and CPI data": the head of one alias, its tail said once for both.
TAIL = r" (?:report|data|numbers|figures|index|reading)s?"
HEAD = "head of "
COORDINATED = re.compile(
    rf"^,? (?:and|&|or|then) (?:[\w'&.-]+ ){{0,2}}?[\w'&.-]+{TAIL}\b"
)


@dataclass(frozen=True, slots=True)
class Awaited:
    """A release that one headline awaits, in that headline's words."""

    release: str
    text: str
    source: str
    day: date | None


def ahead(
    headlines: Sequence[Headline],
    releases: Sequence[Release],
    as_of: datetime,
    *,
    within_sessions: int = 5,
    dated: Sequence[Dated] = (),
) -> list[EventFact]:
    """The releases named as still to come, or due within so many weekdays of `as_of`.

    A day is known from the calendar, or where a headline names the weekday beside the
    release; else the window is the seven days from `as_of`. `sources` holds the ids
    of the headlines, `renderings` their own words. Ordered by day, then by name.
    """
    today = as_of.date()
    first = today + timedelta(days=as_of.hour >= OUT_BY)
    known = _with_heads(releases)
    awaited = [
        one
        for headline in headlines
        if headline.published is None or as_of - WEEK <= headline.published <= as_of
        for one in _awaited(headline, known, today)
        if one.day is None or one.day >= first
        if one.day or _is_fresh(headline, first)
    ]
    days = {
        one.name: one.day
        for one in sorted(dated, key=lambda one: one.day, reverse=True)
        if first <= one.day and weekdays(today, one.day) <= within_sessions
    }
    names = sorted({one.release for one in awaited} | set(days))
    events = [_event(name, awaited, days.get(name), today) for name in names]
    return sorted(events, key=lambda event: (event.first, event.last, event.id))


def _is_fresh(headline: Headline, first: date) -> bool:
    """Whether what a headline awaits without a day can still be ahead.

    One that speaks of the week is good for its week; any other for the next day on
    which releases come out, which is its own if it was printed before they were.
    """
    if headline.published is None:
        return True
    said = headline.published.date()
    if OF_THE_WEEK.search(f"{headline.title} {headline.summary}"):
        return first - said < WEEK
    late = headline.published.hour >= OUT_AT_LAST
    due = said + timedelta(days=late)
    while due.weekday() > FRIDAY:
        due += timedelta(days=1)
    return first <= due


def weekdays(first: date, last: date) -> int:
    """How many weekdays lie after `first`, up to `last`; holidays count."""
    days = (first + timedelta(days=step + 1) for step in range((last - first).days))
    return sum(day.weekday() < 5 for day in days)


def _event(
    name: str, awaited: Sequence[Awaited], day: date | None, today: date
) -> EventFact:
    mine = [one for one in awaited if one.release == name]
    named = day or min((one.day for one in mine if one.day), default=None)
    return EventFact(
        id=slug(name),
        name=name,
        first=named or today,
        last=named or today + WEEK,
        sources=tuple(dict.fromkeys(one.source for one in mine)),
        renderings=tuple(dict.fromkeys((name, *(one.text for one in mine)))),
    )


def _with_heads(releases: Sequence[Release]) -> Lexicon:
    """The releases, and the heads of their aliases (`jobs` of `jobs data`)."""
    heads = [
        Release(
            name=f"{HEAD}{one.name}",
            aliases=tuple(
                dict.fromkeys(
                    re.sub(rf"{TAIL}$", "", alias)
                    for alias in one.aliases
                    if re.search(rf"{TAIL}$", alias)
                )
            ),
        )
        for one in releases
    ]
    return lexicon((), (), [*releases, *heads])


def _awaited(headline: Headline, known: Lexicon, today: date) -> Iterator[Awaited]:
    """The releases a headline awaits."""
    for text in (headline.title, headline.summary):
        for sentence in SENTENCE.split(text):
            abroad = ABROAD.search(sentence) and not AT_HOME.search(sentence)
            if abroad or PUT_OFF.search(sentence):
                continue
            for name in found(sentence, known):
                if name.kind == "release" and _is_ahead(sentence, name):
                    day = _weekday(_beside(sentence, name), today)
                    release = name.id.removeprefix(HEAD)
                    yield Awaited(release, name.text, headline.id, day)


def _is_ahead(sentence: str, name: Found) -> bool:
    """Whether a release is named in full, awaited, and not told as out."""
    before, after = sentence[: name.start], sentence[name.end :]
    if name.id.startswith(HEAD) and not COORDINATED.match(after):
        return False
    if OUT_BEFORE.search(before) or OUT_AFTER.match(after):
        return False
    event = EVENT.search(name.text) or EVENT.match(after.strip().partition(" ")[0])
    return bool(AWAITED.search(sentence) or (event and LIKELY.search(sentence)))


def _beside(sentence: str, name: Found) -> str:
    """The few words around a release in which its own day would stand."""
    before = re.search(r"\w+(?:['\u2019]s)? ?$", sentence[: name.start])
    after = re.match(
        r"(?: (?:data|report|decision|meeting|due|out|on|is|release)){0,4}(?: \w+)?",
        sentence[name.end :],
    )
    return " ".join(match.group() for match in (before, after) if match)


def _weekday(text: str, today: date) -> date | None:
    """The coming day that a text names, today included."""
    match = re.search(rf"\b({ANY_DAY})\b", text)
    if match is None:
        return None
    return today + timedelta(days=(DAYS.index(match[1]) - today.weekday()) % 7)
