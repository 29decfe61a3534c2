"""The tone of a text, the sum of what its phrases add, and that of a headline."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.news import Headline
from generator.stories.tone.figures import compared
from generator.stories.tone.reading import Event, Unit, events, units
from generator.stories.tone.tokens import KINDS

BAND = 0.4  # nearer to zero a text has no tone
TITLE = 0.8  # the title's share of the score, where there is a summary
LEAD = 300  # characters of a summary that count
ASKED = 0.3  # a question claims less
OUTSIDE = 0.5  # and so does what names no market, price or figure
ASIDE = 0.4  # and what is said of politics, courts and regulators, or to "you"
ASKERS = frozenset(
    """
    is are was does do did can could should would will has would have how what who
    when which where here assessing evaluating exploring
    """.split()
)
# Where one of these stands, or a noun that moves, the text is about markets.
MARKET = frozenset(KINDS.values()) | frozenset(
    """
    analyst analysts bank banks bear bears bond bonds bourse bourses brokerage
    brokerages bull bulls buy commodities commodity company currencies currency dollar
    euro fund funds investor investors ipo portfolio quarter results sell shareholder
    shareholders trader traders yen
    """.split()
)
CIVIC = frozenset(
    """
    brexit congress court democrats election government governor impeachment
    lawmakers mayor minister ministry officials parliament pentagon police
    protesters protests regulator regulators republicans sebi sec senate senator supreme
    trump voters
    """.split()
)
PERSONAL = frozenset("he her his i i'm i've me my she you you're your".split())
SPEAKER = re.compile(r": (?:[A-Z][\w.&'-]*,? ?){1,5}$")  # "Buy banks: Jane Doe"


@dataclass(frozen=True, slots=True)
class Told:
    """What a phrase adds to the tone."""

    phrase: str
    worth: float


@dataclass(frozen=True, slots=True)
class Reading:
    """A text's units, what they add, and how much of that counts."""

    units: Sequence[Unit]
    events: Sequence[Event]
    share: float


def tone(headline: Headline) -> float:
    """The score of a headline, -1 to 1; the title weighs more than the summary."""
    title = score(headline.title)
    if not headline.summary or headline.summary == headline.title:
        return title
    return TITLE * title + (1 - TITLE) * score(headline.summary[:LEAD])


def banded(value: float) -> float:
    """-1, 0 or 1."""
    return 0.0 if abs(value) <= BAND else (1.0 if value > 0 else -1.0)


def score(text: str) -> float:
    """The tone of one text, -1 to 1: the sum of its phrases, clipped."""
    return clipped(sum(told.worth for told in phrases(text)))


def phrases(text: str) -> list[Told]:
    """What each phrase of a text adds, in order: the explanation of its score."""
    known = reading(text)
    return [
        Told(event.phrase, event.worth * event.weight * known.share)
        for event in known.events
    ]


def reading(text: str) -> Reading:
    """A text as it is read for its tone."""
    read, used = units(text), set[int]()
    told = list(compared(text, read, used))
    return Reading(read, events(read, told, used), _share(text, read))


def clipped(value: float) -> float:
    """The value, or -1 or 1 where it is beyond them."""
    return max(-1.0, min(1.0, value))


def _share(text: str, read: Sequence[Unit]) -> float:
    """How much of its phrases' worth counts, by what kind of text it is."""
    share = 1.0
    if text.rstrip().endswith("?") or (read and read[0].word in ASKERS):
        share *= ASKED
    if any(
        unit.word in PERSONAL or (unit.clause == 0 and unit.word in CIVIC)
        for unit in read
    ):
        share *= ASIDE
    markets = any(unit.sense.noun is not None or unit.word in MARKET for unit in read)
    return share if markets or SPEAKER.search(text[-100:]) else share * OUTSIDE
