"""What a note may not promise: advice, certainty, and a call told from one side."""

import re
from collections.abc import Iterator

from generator.model.note import Finding
from generator.proof.quoted import is_quoted
from generator.proof.report import Reading

OTHER_SIDE = "concession"  # the role of the reason against the note's own stance
ADVICE = re.compile(
    r"\b(you (?:should|must|need to|ought to|have to|want to)|guarantee[sd]?|"
    r"risk[- ]free|(?:cannot|can't|can\u2019t) (?:lose|fail|go wrong)|"
    r"sure thing|"
    r"no[- ]brainer|(?:bound|certain|sure|guaranteed|destined) to|"
    r"do(?: not|n't|n\u2019t) miss|act now|last chance|buy now|sell now|"
    r"get (?:in|out) now|time to (?:buy|sell)|"
    r"(?:strong|outright|screaming) (?:buy|sell)|surefire|easy money|free lunch for)\b",
    re.IGNORECASE,
)
FORECAST = re.compile(
    r"\b(?:will|is going to|are going to|won't|will not) (?:\w+ly |soon |now |only )?"
    r"(?:rise|fall|rally|drop|soar|plunge|climb|crash|jump|sink|outperform|surge|tumble|"
    r"rebound|recover|collapse|gain|lose|beat|hit|reach|break|hold|move|go (?:up|down|"
    r"higher|lower))\b",
    re.IGNORECASE,
)
CONDITION = re.compile(
    r"\b(?:if|unless|until|whether|when|once|should|whoever|what|where|which|nobody|"
    r"no one|that)\b",
    re.IGNORECASE,
)


def nothing_is_promised(reading: Reading) -> Iterator[Finding]:
    """T14: no advice to the reader, and no move told as certain to come."""
    for sentence in reading.page.sentences:
        claim = sentence.claim
        for pattern, why in (
            (ADVICE, "this advises or promises; the note gives a view and its price"),
            (
                FORECAST,
                "this tells a move as certain; say could, or name the condition",
            ),
        ):
            found = pattern.search(sentence.text)
            if not found or is_quoted(sentence, found, reading.book):
                continue
            if pattern is FORECAST and CONDITION.search(sentence.text):
                continue
            if claim is None or found.group().lower() not in claim.text.lower():
                start = sentence.start + found.start()
                yield reading.at(start, found.group(), "T14", why)


def other_side_stands(reading: Reading) -> Iterator[Finding]:
    """T13: the reason against the note's own stance is still in the text."""
    had = [one for one in reading.book.ledger.claims if one.role == OTHER_SIDE]
    here = [one for one in reading.page.sentences if one.claim in had]
    if had and not here:
        why = "the reason against the note's own stance is gone"
        yield reading.whole("T13", had[0].text[:40], why, "LOST")
