"""Words that carry a claim: direction, degree and novelty; written and read here."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.model.news import Silence

FLAT = 0.0015  # a smaller move takes no direction verb (T7)
Sign = Literal[-1, 0, 1]

# Past-tense verbs by degree: 1 slight, 2 plain, 3 strong, 4 extreme.
UP = {
    1: ("edged up", "inched up", "ticked up"),
    2: ("rose", "gained", "climbed", "advanced"),
    3: ("jumped", "rallied", "leapt"),
    4: ("soared", "surged", "vaulted"),
}
DOWN = {
    1: ("edged down", "slipped", "eased"),
    2: ("fell", "lost", "dropped", "declined"),
    3: ("slid", "sank", "tumbled"),
    4: ("plunged", "plummeted", "crashed"),
}
STILL = ("went nowhere", "finished flat", "stood still", "barely moved")
DEGREES = (0.5, 1.5, 3.0)  # usual days at which a move turns plain, strong, extreme
SIZES = (0.005, 0.015, 0.03)  # the same, where no usual day is known

RISEN = (
    "up higher rise rises rose risen rising gain gains gained gaining climb climbs "
    "climbed climbing advance advances advanced advancing add adds added jump jumps "
    "jumped jumping rally rallies rallied rallying leap leaps leapt soar soars soared "
    "soaring surge surges surged surging vaulted rebound rebounds rebounded rebounding "
    "bounced recovered spiked increased grew strengthened rocketed skyrocketed above "
    "ahead outperform outperforms outperformed outperforming outpace outpaces outpaced "
    "outpacing lead leads led leading beat beats beating"
).split()
FALLEN = (
    "down lower fall falls fell fallen falling lose loses lost losing loss losses drop "
    "drops dropped dropping decline declines declined declining slip slips slipped "
    "slipping ease eases eased easing slide slides slid sliding sink sinks sank "
    "sinking tumble tumbles tumbled tumbling plunge plunges plunged plunging plummeted "
    "crash crashed dip dips dipped retreat retreated slump slumped decreased shrank "
    "weakened nosedived cratered collapsed tanked below behind under lag lags lagged "
    "lagging trail trailed trails trailing underperform underperforms underperformed "
    "underperforming shed sheds"
).split()
PHRASES = {"in front": 1, "put on": 1, "puts on": 1, "picked up": 1, "picks up": 1}
PHRASES |= {"in the green": 1, "in the black": 1, "gained ground": 1}
PHRASES |= {"in the red": -1, "lost ground": -1, "gave back": -1, "came off": -1}
PHRASES |= {f"{word} up": -1 for word in ("give", "gives", "gave", "given", "giving")}
PARTICLES = {"up": 1, "higher": 1, "down": -1, "lower": -1}
CREPT = "edged|inched|ticked|crept|nudged|nosed"
MOVED = f"{CREPT}|moved|went|closed|ended|finished|opened"
STATIC = ("flat", "unchanged", "little changed", "held steady", *STILL)
# A place above or below a line is one at any distance; a move begins at FLAT.
PLACES = frozenset([*"above ahead below behind under".split(), "in front"])

DIRECTION = re.compile(
    rf"\b((?:{MOVED}) (?:{'|'.join(PARTICLES)})|"
    + "|".join([*PHRASES, *STATIC, *sorted({*RISEN, *FALLEN}, key=len, reverse=True)])
    + r")\b",
    re.IGNORECASE,
)

# The degrees of a move that a verb may tell of; all other verbs may tell of any.
SIZED: dict[str, tuple[int, int]] = (
    dict.fromkeys(CREPT.split("|"), (0, 2))
    | dict.fromkeys("slips slipped slipping ease eases eased easing".split(), (0, 2))
    | dict.fromkeys("dip dips dipped".split(), (0, 2))
    | dict.fromkeys("jump jumps jumped jumping rally rallies rallied".split(), (2, 4))
    | dict.fromkeys(
        "rallying leap leaps leapt spiked slide slides slid".split(), (2, 4)
    )
    | dict.fromkeys("sliding sink sinks sank sinking tumble tumbles".split(), (2, 4))
    | dict.fromkeys("tumbled tumbling slump slumped".split(), (2, 4))
    | dict.fromkeys("soar soars soared soaring surge surges surged".split(), (3, 4))
    | dict.fromkeys(
        "surging vaulted rocketed skyrocketed plunge plunges".split(), (3, 4)
    )
    | dict.fromkeys(
        "plunged plunging plummeted crash crashed nosedived".split(), (3, 4)
    )
    | dict.fromkeys("cratered collapsed tanked".split(), (3, 4))
)

# Percentile bands of implied volatility (T8), and the words each allows.
BANDS: dict[tuple[float, float], tuple[str, ...]] = {
    (0, 20): ("subdued", "calm", "low"),
    (20, 80): ("mid-table", "ordinary", "middling"),
    (80, 98): ("elevated", "high", "raised"),
    (98, 101): ("panic", "extreme"),
}
GAUGE = r"volatility|VIX|fear|hedges|protection|option prices"
DEGREE_WORDS = re.compile(
    r"\b(subdued|elevated|panic(?:ky)?|complacent|complacency|euphoric|calm|"
    rf"(?<=volatility )(?:low|high|extreme|ordinary)|"
    rf"(?:muted|depressed|heightened|benign)(?= (?:{GAUGE})\b))\b|"
    rf"\b(?<!reali[sz]ed )(?:{GAUGE})(?: \w+)? "
    r"(?:is|was|looks|seems|stays|remains|sits|are|were)"
    r"(?: \w+)? (low|high|extreme|muted|depressed|heightened|benign|raised)\b",
    re.IGNORECASE,
)
NOVELTY = re.compile(
    r"\b((?:for the )?first (?:time|close|finish|gain|fall|day)\b[^.,;:]*?"
    r"(?:\bin|\bsince)\b(?: \w+){0,2}|for the first time|never before|unprecedented|"
    r"(?:all-time|record|historic) (?:high|low|close|day|gain|fall|run|streak)s?|"
    r"(?:a|its) (?:closing |fresh |new )?record|"
    r"(?:multi|\w+)-(?:day|week|month|year) (?:high|low)s?|"
    r"(?:best|worst|biggest|highest|lowest|largest|longest|widest|busiest|quietest|"
    r"narrowest|steepest)[^.,;:]*?\b(?:since(?: \w+){0,2}|in (?:\w+ ){0,2}"
    r"(?:day|session|week|month|year)s))\b",
    re.IGNORECASE,
)
DEEDS = (  # what a move is said to be the work of
    "sparked triggered fuelled fueled caused prompted spurred boosted lifted helped "
    "hurt hit driven pushed dragged weighed pressured propelled supported buoyed "
    "sent rattled spooked cheered"
)
MOODS = (
    "fears? worries worry hopes? concerns? news optimism pessimism expectations? "
    "speculation relief reports? word bets? anxiety jitters talk signs strength "
    "weakness"
)
HAPPENINGS = (
    "decision meeting report reports data release figures earnings results guidance "
    "minutes statement speech remarks comments tariffs? shutdown election vote ruling "
    "deal attack strike cut hike news announcement print reading"
)
CAUSE = re.compile(
    r"\b(because(?: of)?|thanks to|due to|owing to|on the back of|in response to|"
    r"in reaction to|as a result of|on account of|in the wake of|on the heels of|"
    r"attribut(?:ed|able) to|blamed on|caused|"
    rf"(?:{DEEDS.replace(' ', '|')})"
    r"(?: (?:up|down|higher|lower))? by(?! [\d.,]| (?:one|two) )|"
    rf"(?:on|amid|over) (?:\w+ )?(?:{MOODS.replace(' ', '|')})"
    r"(?= (?:of|that|over|about|for|from|in)\b|[.,;])|"
    r"(?:after|following|on) (?:the |its |a |an |this |news of )?(?:\w+[ -]){0,2}"
    rf"(?:{HAPPENINGS.replace(' ', '|')})\b|"
    r"as (?:the )?(?:traders|investors|buyers|sellers|markets|funds|dealers) "
    r"(?!in\b|of\b|and\b)\w+)\b",
    re.IGNORECASE,
)

NAMED = 3  # silent sources; more are counted
ADJUSTED = {"none": "not adjusted", "unknown": "adjustment unknown"}


def adjusted(text: str) -> str:
    """`adjusted for splits`: how prices were adjusted, from a manifest's word for it.

    Of two instruments adjusted unlike, the words of both are told.
    """
    for alone, told in ADJUSTED.items():
        if text == alone:
            return told
        if text.startswith(f"{alone} and "):
            return f"{told} and {adjusted(text.removeprefix(f'{alone} and '))}"
        if text.endswith(f" and {alone}"):
            return f"{adjusted(text.removesuffix(f' and {alone}'))} and {told}"
    return f"adjusted for {text}"


def silent(silences: Sequence[Silence]) -> str:
    """`silent sources: Demo Wire (empty) and 2 more`: as a note's foot tells them."""
    shown = "; ".join(f"{one.source} ({one.reason})" for one in silences[:NAMED])
    more = len(silences) - NAMED
    return f"silent sources: {shown}" + (f" and {more} more" if more > 0 else "")


@dataclass(frozen=True, slots=True)
class Word:
    """A claiming word in a text; `sign` is 0 for a word of no direction."""

    start: int
    end: int
    text: str
    sign: Sign


def degree(move: float, usual: float | None) -> int:
    """0 flat, 1 slight, 2 plain, 3 strong, 4 extreme, by the instrument's own day.

    `usual` is the size of its usual move over the same span, as a ratio.
    """
    if abs(move) < FLAT:
        return 0
    steps = DEGREES if usual else SIZES
    size = abs(move) / usual if usual else abs(move)
    return 1 + sum(size >= step for step in steps)


def verbs(move: float, usual: float | None) -> tuple[str, ...]:
    """The past-tense verbs that may tell of such a move."""
    step = degree(move, usual)
    if step == 0:
        return STILL
    return (UP if move > 0 else DOWN)[step]


def directions(text: str) -> Iterator[Word]:
    """The direction words of a text, left to right."""
    for match in DIRECTION.finditer(text):
        yield Word(match.start(), match.end(), match.group(), sign_of(match.group()))


def sign_of(word: str) -> Sign:
    """+1 for a word of rising, -1 of falling, 0 of standing still."""
    lean = word.lower()
    last = lean.rsplit(" ", 1)[-1]
    if lean in STATIC:
        return 0
    if lean in PHRASES:
        return 1 if PHRASES[lean] > 0 else -1
    return 1 if last in RISEN else -1


def is_sized(word: str, move: float, usual: float | None) -> bool:
    """Whether a verb is neither too large nor too small for a move (T7)."""
    low, high = SIZED.get(word.lower().split(" ", 1)[0], (0, 4))
    return low <= degree(move, usual) <= high


def agrees(word: str, move: float) -> bool:
    """Whether a direction word may stand beside a move of that sign and size (T7)."""
    sign = sign_of(word)
    if sign == 0:
        return abs(move) < FLAT
    large = move != 0 if word.lower() in PLACES else abs(move) >= FLAT
    return large and (move > 0) == (sign > 0)


def band(percentile: float) -> tuple[str, ...]:
    """The words that a volatility percentile allows."""
    return next(
        words for (low, high), words in BANDS.items() if low <= percentile < high
    )
