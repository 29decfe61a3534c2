"""Beside figures: whose they are and which way they went, by their line's words."""

import re
from collections.abc import Iterator, Sequence

from bench.second import printed
from bench.second.case import Case
from bench.second.sheet import Printed
from bench.second.verdict import Verdict, unchecked, verdict
from generator.model.facts import Fact, LevelFact, PriceFact

SIGNED = frozenset(
    "return relative_return without_day change sma_gap momentum "
    "intraday gap day_return climb_left".split()
)
RISE = (
    "up|rose|rise[sn]?|gain(?:s|ed)?|climbed|added|put on|higher|jumped|rallied|ahead|"
    "above|over its|over the|made|earned|grew|advanced|leapt|soared|surged|vaulted|"
    "bounced|recovered|dearer|more|lead on|brought|supplied|shows"
)
FALL = (
    "down|fell|falls|fallen|fall of|lost|loss|drop(?:s|ped)?|declined|slid|sank|"
    "slipped|eased|lower|behind|below|under its|under the|marked down|gave back|"
    "given back|gone out of|going home|out of|damage|cheaper|tumbled|plunged|"
    "plummeted|crashed|shed|trailed|leaked|less|cost|deficit|gave up"
)
COVER = re.compile(  # how prose calls an implied volatility without its name
    r"\b(?:cover|fear|premium|insur(?:ance|ed|e)|implied|hedge(?:s|rs)?|options?|"
    r"protection|gauge)\b",
    re.IGNORECASE,
)
EITHER = re.compile(
    r"\b(?:remaining|remainder|within|apart|rest of it|lies between|compares)\b",
    re.IGNORECASE,
)
REVERSED = re.compile(
    r"\bago one (?:paid|got)\b|\bleft behind by\b|\bgained\b.*\bon it\b",
    re.IGNORECASE,
)
FAR_SIDE = re.compile(
    r"\b(?:average|mean|line)\b.* (?:lower|higher|below|above)\b", re.IGNORECASE
)
NEXT = 12  # letters between a name and a figure that belongs to it
CUE = re.compile(rf"\b(?:(?P<down>{FALL})|(?P<up>{RISE}))\b", re.IGNORECASE)


def beside(case: Case, line: Sequence[Printed]) -> Iterator[Verdict]:
    """Verdicts on the words beside the figures that claims bind on one line."""
    for number, one in enumerate(line):
        fact = case.facts.get(one.fact)
        if one.kind == "figure" and isinstance(fact, PriceFact | LevelFact):
            yield subject(case, one, fact, line[: number + 1])
        if (
            one.kind == "figure"
            and isinstance(fact, PriceFact)
            and is_bare(one, fact, line)
        ):
            yield way(case, one, fact)


def subject(
    case: Case, one: Printed, fact: PriceFact | LevelFact, line: Sequence[Printed]
) -> Verdict:
    """Whether whose figure it is was said: by name before, or it is the note's own.

    In a claim that names only others the name of one must not stand right before it.
    """
    own = {fact.subject, getattr(fact, "against", None)}
    claim = [other.fact for other in named(case, line) if other.near == one.near]
    claim += [other for other in whole(case, one) if other not in claim]
    if own & {*claim} or (not claim and fact.subject == case.ledger.note.subject):
        return verdict(one, "subject", True, fact.subject)
    if fact.subject == case.ledger.note.subject:
        near = [other for other in named(case, line) if other.near == one.near][-1:]
        gap = [one.around[other.at + len(other.text) : one.at] for other in near]
        close = any(len(words) <= NEXT and "," not in words for words in gap)
        return verdict(one, "subject", not close, fact.subject)
    before = {other.fact for other in named(case, line)}
    gauge = (
        case.moment.shelf.instruments.get(fact.subject, {}).get("kind") == "volatility"
    )
    said = " ".join(other.around for other in line)
    if own & before or (gauge and COVER.search(said)):
        return verdict(one, "subject", True, fact.subject)
    return unchecked(one, "subject", f"{fact.subject} is not named on its line")


def named(case: Case, line: Sequence[Printed]) -> list[Printed]:
    """The names of instruments and groups on a line."""
    known = case.moment.shelf.instruments
    return [
        one
        for one in line
        if one.kind == "name" and (one.fact in known or "-" in one.fact)
    ]


def whole(case: Case, one: Printed) -> list[str]:
    """Those that its whole claim names, behind it as well."""
    known = case.moment.shelf.instruments
    bound = [b for claim in one.near[:1] for b in claim.bound if b.type == "name"]
    return [b.fact for b in bound if b.fact in known or "-" in b.fact]


def is_bare(one: Printed, fact: PriceFact, line: Sequence[Printed]) -> bool:
    """Whether a signed figure stands without a sign and without a bound direction."""
    told = printed.read(one.text)
    words: list[Fact | str] = [
        other.fact for other in line if other.kind == "direction"
    ]
    if fact.metric not in SIGNED or EITHER.search(one.around):
        return False
    return bool(told and not told.sign and told.size and fact.id not in words)


def way(case: Case, one: Printed, fact: PriceFact) -> Verdict:
    """The nearest word of rising or falling in its claim against its sign."""
    truth = case.truth(fact)
    value = truth.value if truth else 0.0
    cues = [
        (abs(match.start() - one.at), 1 if match["up"] else -1)
        for match in CUE.finditer(one.around)
    ]
    if not cues:
        return unchecked(one, "way", f"{value:+.6g}: no word tells it")
    away, told = min(cues)
    if len({sign for _, sign in cues}) > 1 and away > NEXT:
        return unchecked(one, "way", f"{value:+.6g}: words of both ways")
    if REVERSED.search(one.around):
        told = -told
    if told * value > 0:
        return verdict(one, "way", True, f"{value:+.6g}")
    beside_it = away <= NEXT and not FAR_SIDE.search(one.around)
    why = f"{value:+.6g}: the words may tell another way"
    return verdict(one, "way", False, why) if beside_it else unchecked(one, "way", why)
