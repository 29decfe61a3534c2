"""The releases that headlines await, in their own words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from generator.model.news import Headline
from generator.model.playbook import Release
from generator.plain.calendar.abroad import is_abroad, is_foreign
from generator.plain.calendar.moments import (
    AFTER,
    NAMED,
    WEEKDAY,
    When,
    about,
    beside,
    said_on,
)
from generator.plain.clock import MONTHS
from generator.plain.names import Found, Lexicon, found, lexicon

READ = 4000  # letters of a title or a summary; no feed's own text is longer
NEAR = 90  # letters about a release in which its words of waiting stand
SOON = 4  # days: a weekday further off may be the past one
# Not after the dot of "U.S.", nor after that of "Feb."
SENTENCE = re.compile(
    r"(?<=[.!?;])(?<![A-Z]\.)(?<!Sept\.)"
    + "".join(rf"(?<!{name[:3]}\.)" for name in MONTHS)
    + r"\s+"
)
# Said of a date: these make any named release one to come.
AWAITED = re.compile(
    r"\b(?:ahead of|upcoming|awaits?|awaiting|awaited|looms?|looming|(?:is|are) due|"
    r"due (?:on|out|this|next|later|to be released)|(?:this|next|coming|busy|big) week|"
    r"week ahead|busy (?:\w+ ){1,3}week|tomorrow|tonight|delayed|braces? for|"
    r"bracing for|eye|eyes|eyed|eyeing|in focus|(?:focus|attention) (?:\w+ ){0,2}to|"
    r"what to expect|countdown|scheduled|on tap|"
    r"on deck|to watch|in the spotlight|previews?|"
    rf"(?:this|next|until|before) (?-i:{WEEKDAY})|"
    rf"(?:until|before) (?-i:{NAMED}\.? \d{{1,2}}))\b",
    re.IGNORECASE,
)
# Said of anything: these do so only for what is an event by its name, or has a day.
LIKELY = re.compile(
    r"\b(?:will|expected|expects?|could|(?-i:may)|might|set to|prepares?|anticipat\w+|"
    r"forecast|before|until|watch(?:es|ing)?|eyes?|looks? to|ahead|meets|"
    r"to meet|to decide|rescheduled|test)\b",
    re.IGNORECASE,
)
EVENT = re.compile(
    r"(?:report|data|numbers|decision|meeting|minutes|payrolls?|meets|expiry|"
    r"expiration|witching|symposium)$",
    re.IGNORECASE,
)
NEXT = re.compile(r" (?:report|data|numbers|release|decision|deluge)\b", re.IGNORECASE)
# Said just before or just after a release, these tell that it is out.
OUT_BEFORE = re.compile(
    r"\b(?:after|following|since|despite|on the back of|last \w+(?:'s|\u2019s)|last|"
    r"latest|yesterday's|previous|prior|past|during|amid|this morning's|"
    r"(?:driven|lifted|helped|boosted|hit|fuell?ed|supported|spurred) by|"
    r"\w+-than-(?:expected|forecast|feared)|favou?rable|unfavou?rable|in-line|"
    r"strong|weak|soft|hot|cool|benign|upbeat|surprise|surprising|blowout|good|solid|"
    r"robust|disappointing|better|worse|dismal|tepid|mixed|stellar|gloomy)"
    r"(?: (?!ahead|before|until|await|into|for\b)[\w'\u2019.-]+){0,3} ?$|"
    # "their payrolls", "a rise in jobless claims"
    r"\b(?:this|the current|their|its|our|your|in(?: the| a)?(?: delayed| weekly)?) ?$",
    re.IGNORECASE,
)
STILL = (  # what ends like a deed that is done, and is none
    r"delayed|expected|eyed|need|slated|poised|scheduled|awaited|watched|rescheduled|"
    r"anticipated|postponed|pushed|moved|feed|speed"
)
MOVED = "delayed|postponed|rescheduled|pushed|moved"
OUT_AFTER = re.compile(
    r"^(?:['\u2019]s)?(?:,? (?:data|report|index|rate|figures|reading|numbers|PMI))?"
    r"(?:,? (?:out|released|published))?"
    rf"(?::|,? (?:today|yesterday|(?:on )?(?-i:{WEEKDAY})),?)? ?"
    rf"(?:(?!{STILL})\w+ed\b|(?:was|were)(?! (?:{MOVED}))|"
    r"(?:show|rise|fall|grow|come|climb|drop|jump|dip|slip|surge|ease|slow|edge|hold|"
    r"beat|top|sink|shrink|cool|decline|increase|decrease|remain|hover|accelerate|stay|"
    r"plunge|soar|spike|tick|pick|swing|smash|crush|miss|hit)(?:e?s|ing)?|rose|fell|grew|"
    r"came|leapt|sank|slid|shrank|crept|swung|held|stood|blew|"
    r"firms|reveals?|signals?|suggests?|indicates?|points?|confirms?|underscores?|"
    r"surprises?|sinks|shrinks|in line|in-line|above|below|unchanged|steady|hotter|"
    r"cooler|stronger|weaker|softer|unexpectedly|up \d|down \d|at \d|of \d|to \d)\b|"
    rf"^,? (?:data )?(?:released|published|reported) (?:on )?(?:(?-i:{WEEKDAY})|today)",
    re.IGNORECASE,
)
# Of a release itself, not of a rate cut that may wait for it.
PUTS_OFF = re.compile(
    r"\b(?:delay|delays|delaying|postpon\w+|suspend\w*|cancel\w*|halt\w*|jeopardi\w+|"
    r"withh[eo]ld\w*|threaten\w*|not (?:release|publish))(?: (?:the|a|in|to|of|key|all|"
    r"crucial|critical|closely[ -]watched|releases?|publication|monthly|official|vital|"
    r"important|upcoming|government|economic|US|U\.S\.|"
    rf"{NAMED}|{WEEKDAY}['\u2019]s|this|next|(?:week|month)['\u2019]s)){{0,7}} ?$"
)
IS_PUT_OFF = re.compile(
    r"^(?: (?:data|reports?|numbers|release|will|would|could|may|might|is|are|likely|"
    r"to|be|get|faces?|facing|at|in|due|set|also)){0,6} (?:delays?|delayed|postponed|"
    r"cancell?ed|suspended|put off|risk|jeopardy|doubt|limbo)\b(?! (?:to|until|till)\b)"
)
# "jobs and CPI data": the head of one alias, its tail said once for both.
TAIL = r" (?:report|data|numbers|figures|index|reading)s?"
HEAD = "head of "
COORDINATED = re.compile(
    rf"^,? (?:and|&|or|then) (?:[\w'&.-]+ ){{0,2}}?[\w'&.-]+{TAIL}\b"
)
ONLY_HERE = re.compile(r"payroll|nfp\b", re.IGNORECASE)  # America's word for it
OWNING = re.compile(rf"\b{WEEKDAY}['\u2019]s\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Awaited:
    """A release that one headline awaits or doubts, in that headline's words.

    `when` is None where it names no day beside the release, `week` where it speaks of
    no week; `put_off` says that it doubts the day.
    """

    release: str
    text: str
    source: str
    published: datetime | None
    said: date
    when: When | None
    week: When | None
    put_off: bool


@dataclass(frozen=True, slots=True)
class Place:
    """A release in its sentence: what stands before and after it there.

    `abroad` says that the headline speaks of other countries only.
    """

    name: Found
    before: str
    after: str
    abroad: bool

    @property
    def is_foreign(self) -> bool:
        """Whether it is another country's."""
        if ONLY_HERE.search(self.name.text):
            return False
        return is_foreign(self.before, self.after, whole=self.abroad)

    @property
    def release(self) -> str:
        """What it is, by the name of the release."""
        return self.name.id.removeprefix(HEAD)

    @property
    def near(self) -> str:
        """The words about it."""
        return f"{self.before[-NEAR:]}{self.name.text}{self.after[:NEAR]}"


def with_heads(releases: Sequence[Release]) -> Lexicon:
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


def awaited(
    headline: Headline, known: Lexicon, own: frozenset[str], as_of: datetime
) -> Iterator[Awaited]:
    """The releases a headline awaits; `own` are those that no other country has.

    One that it tells as out it awaits again only if it names the day.
    """
    said = said_on(headline.published, as_of)
    places = list(_places(headline, known))
    gone = {place.release for place in places if _is_out(place)}
    for place in places:
        release = place.release
        if release not in own and place.is_foreign:
            continue
        when = beside(place.before, place.after, said)
        put_off = _is_put_off(place)
        again = when is not None or release not in gone
        if put_off or (again and _is_ahead(place, when, said)):
            yield Awaited(
                release=release,
                text=place.name.text,
                source=headline.id,
                published=headline.published,
                said=said,
                when=when,
                week=about(place.near, said),
                put_off=put_off,
            )


def _places(headline: Headline, known: Lexicon) -> Iterator[Place]:
    """Where a headline names releases in full."""
    texts = (headline.title[:READ], headline.summary[:READ])
    abroad = None
    for text in texts:
        names = [name for name in found(text, known) if name.kind == "release"]
        if not names:
            continue
        if abroad is None:
            abroad = is_abroad(" ".join(texts))
        stops = [match.span() for match in SENTENCE.finditer(text)]
        for name in names:
            first = max((end for _, end in stops if end <= name.start), default=0)
            last = min((at for at, _ in stops if at >= name.end), default=len(text))
            before, after = text[first : name.start], text[name.end : last]
            if name.id.startswith(HEAD) and not COORDINATED.match(after):
                continue
            yield Place(name, before, after, abroad)


def _is_put_off(place: Place) -> bool:
    """Whether a release is said to come later than its day, or never."""
    before, after = place.before[-NEAR:], place.after[:NEAR]
    doubted = PUTS_OFF.search(before) or IS_PUT_OFF.match(after)
    return bool(doubted) and not OUT_BEFORE.search(before)


def _is_out(place: Place) -> bool:
    """Whether a release is told as out."""
    before, after = place.before[-NEAR:], place.after[:NEAR]
    return bool(OUT_BEFORE.search(before) or OUT_AFTER.match(after))


def _is_ahead(place: Place, when: When | None, said: date) -> bool:
    """Whether a release is awaited, and not told as out."""
    before, after = place.before[-NEAR:], place.after[:NEAR]
    if _is_out(place):
        return False
    if AWAITED.search(place.near):
        return True
    owning = OWNING.search(before)
    if owning and when and (when.first - said).days >= SOON:
        return False
    event = when or EVENT.search(place.name.text) or NEXT.match(after)
    return bool(event and (LIKELY.search(place.near) or AFTER.match(after)))
