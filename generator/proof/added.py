"""What an editor's own words add to a move: a first, a cause, a rank (T5, T10, T4).

Only words that the claim had not are asked, and only beside a figure or a move, so
these patterns may be broader than those for words that a template wrote.
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from generator.plain import words
from generator.proof.directions import TELLING
from generator.proof.judged import Judged, new
from generator.proof.meaning import is_novel
from generator.proof.sight import Settled, Sight
from generator.proof.tokens import Token

WORD = re.compile(r"\S+")
NO_SUPERLATIVE = (
    "rest test interest west honest latest nearest earnest request invest suggest "
    "forest guest contest protest arrest harvest modest almost quest chest digest "
    "manifest at-rest midwest everest"
)
SPAN = r"(?:days?|sessions?|weeks?|months?|quarters?|years?|decades?|generation|memory)"
TIMES = (
    "of|on|a|an|much|well|far|large|little|many|it|usual|soon|long|before|if|in|at|to|"
    "against|we|you|one|two|three|the (?:table|chart)|expected|such|ever|good|high|low"
)
MARKED = (
    r"(?:the |a |an |its |this |that |each |every |most |some |either |both |one )?"
    r"(?:\w+ )?"
    r"(?:day|week|month|quarter|year|session|close|chart|tape|calendar|count|volume|"
    r"basis|side|record|whole|way|average|balance|top|paper|own|page|screen|map|"
    r"morning|afternoon|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d|(?-i:[A-Z]))"
)
HELD = (
    r"\w+ed|rose|fell|sank|slid|fled|sold|bought|spoke|went|came|grew|held|won|lost|"
    r"hit|took|gave"
)


class Added(NamedTuple):
    """A pattern for added words, the rule it breaks, and why."""

    rule: str
    pattern: re.Pattern[str]
    why: str


FIRST = "no Fact of the ledger counts how long this had not been seen"
CAUSE = "no Fact tells a cause; quote who says so, or say they coincided"
RANK = "no Fact of the ledger ranks this among others"
ADDED = (
    Added(
        "T5",
        re.compile(
            rf"\b(?!(?:{NO_SUPERLATIVE.replace(' ', '|')})\b)"
            r"(?:best|worst|\w{2,}(?:iest|[a-z]est))\b|"
            r"\b(?:a|its|the|another|to|at|for) (?:fresh|new|multi\S*|lifetime|record|"
            r"all-time|\w+-(?:day|week|month|year)) (?:closing |intraday )?"
            r"(?:high|low|peak|record|trough)s?\b|"
            rf"\b(?:not|never|hardly|rarely|seldom) seen\b|\bunseen\b|\bunmatched\b|"
            rf"\bin (?:\w+ )?(?:years|months|weeks|decades|a (?:decade|generation|"
            rf"year|long time))\b|\b(?:first|second|third) (?:\w+ )?(?:this|of the|in) "
            rf"(?:the |a |\w+ )?{SPAN}\b|\b(?:never|ever) (?:before|again)\b|"
            r"\b(?:most|least|more) (?:\w+ )?(?:in|since|ever|for)\b|\brecord\b",
            re.IGNORECASE,
        ),
        FIRST,
    ),
    Added(
        "T10",
        re.compile(
            rf"\bas (?!(?:{TIMES})\b)(?:[\w'&]+ ){{1,4}}(?:{HELD})\b|"
            rf"\b(?:when|since|once|after|following) (?!(?:then|that|all|this|which)\b)"
            rf"(?:[\w'&]+ ){{1,4}}(?:{HELD})\b|"
            r"\b(?:after|following) (?:strong|weak|solid|soft|hot|cool|better|worse|"
            r"upbeat|dismal|disappointing)\w*\b|"
            rf"\bon (?!{MARKED})(?:\w+ ){{1,4}}?\w+(?=[.,;]|$)|"
            r"\b(?:reaction|response|answer|thanks|owed|owing|down) to (?:the |a )?\w+|"
            r"\bto (?:blame|thank)\b|\b(?:hence|therefore|consequently)\b|"
            rf"\b(?:{words.DEEDS.replace(' ', '|')}) (?:\w+ )?by (?!\d)\w+",
            re.IGNORECASE,
        ),
        CAUSE,
    ),
    Added(
        "T4",
        re.compile(
            r"\b(?:beat|outdo|outpac|outperform|outrun|outran|lead|led|lag|trail|topp|"
            r"best|surpass|eclips|overtak|outshin|outstrip)\w* (?:any|every|all|its|"
            r"the (?:rest|field|market|others|pack|benchmark|average))\b|"
            r"\b(?:more|less|better|worse|faster|slower|stronger|weaker|further) than "
            r"(?:any|every|all|most|its|the (?:rest|field|market|others|benchmark))\b|"
            r"\bleaving (?:\S+ ){1,4}behind\b|\bunlike\b|\bthe only (?:one|index)\b|"
            r"\b(?:of any|among all|in the whole)\b",
            re.IGNORECASE,
        ),
        RANK,
    ),
)


def added_claims(see: Sight, settled: Settled) -> Iterator[Judged]:
    """A verdict for each first, cause or rank that the claim had not."""
    if not (settled or _moves(see)):
        return
    text = see.about.text
    spans = list(_added(see.pairing.claimed, text))
    held = [one.token for one in see.matches if one.token.kind in {"quote", "name"}]
    for kind in ADDED:
        for match in kind.pattern.finditer(text):
            token = Token(*match.span(), match.group(), "direction", "")
            fresh = any(start <= match.start() < end for start, end in spans)
            inside = any(one.start <= token.start < one.end for one in held)
            if fresh and not inside and not _is_counted(kind.rule, settled, see):
                yield new(token, kind.why, rule=kind.rule)


def _moves(see: Sight) -> bool:
    kinds = [one.token for one in see.matches if one.token.kind == "direction"]
    return any(TELLING.fullmatch(one.text) for one in kinds)


def _is_counted(rule: str, settled: Settled, see: Sight) -> bool:
    """Whether a Fact of the sentence counts how long a thing had not been seen."""
    named = (
        {*settled.values(), *(one.fact for one in see.claim.bound)}
        if see.claim
        else (set(settled.values()))
    )
    facts = [see.book.facts.get(name) for name in named]
    return rule == "T5" and any(fact is not None and is_novel(fact) for fact in facts)


def _added(claimed: str, text: str) -> Iterator[tuple[int, int]]:
    """The stretches of a text that the claim had not."""
    mine = [
        (one.start(), one.end(), one.group().strip(".,;:"))
        for one in WORD.finditer(text)
    ]
    theirs = [one.group().strip(".,;:") for one in WORD.finditer(claimed)]
    matcher = SequenceMatcher(None, [one[2] for one in mine], theirs, autojunk=False)
    for tag, first, last, _, _ in matcher.get_opcodes():
        if tag in {"insert", "delete", "replace"} and last > first:
            yield mine[first][0], mine[last - 1][1]
