"""What an editor may not say otherwise: the foot's lines, the stance, shares in words.

Sentences that stand as they were written are not asked.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.model.note import Finding
from generator.proof.book import Book
from generator.proof.pairing import read
from generator.proof.report import Reading
from generator.proof.sentence import Sentence
from generator.proof.tokens import STANCE, flattened

LEANING = re.compile(rf"{STANCE.pattern}|\b(?:bullish|bearish|neutral)(?:ly)?\b")
DENIED = re.compile(
    r"\b(?:not|never|no|nor|neither|nothing|hardly|less|if|were|was|than)(?: \w+)? $"
)
VIEW = re.compile(r"\b(?:stays?|remains?|are|is|am|turn(?:s|ed)?|be) $", re.IGNORECASE)
STANCES = {"up": "Bullish", "down": "Bearish", "none": "Neutral"}
FOOT = {"call": "T13", "gaps": "T12", "prices": "T14"}  # lines that are not edited
PARTS = r"half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|twentieth"
SOME = r"one|two|three|four|five|six|seven|eight|nine"
SHARES = re.compile(
    r"\b(?:doubl(?:ed|es|ing)|tripl(?:ed|es|ing)|trebl(?:ed|es|ing)|"
    r"quadrupl(?:ed|es|ing)|halv(?:ed|es|ing)|(?:two|three|four|five|ten|hundred)fold|"
    rf"(?:{SOME})[- ](?:{PARTS.replace('half|', '')})s?\b|"
    rf"an? (?:{PARTS}) (?:of|as|more|less|higher|lower)|"
    r"(?:double|triple|half) (?:of|its|the|that|their|as|what)|"
    r"(?:twice|thrice) (?:as|the|its|that|their|what))\b",
    re.IGNORECASE,
)


def foot_stands(role: str, reading: Reading) -> Iterator[Finding]:
    """The line of the call, of prices or of gaps stands word for word."""
    for claim in reading.book.ledger.claims:
        if claim.role != role or claim.section != "foot":
            continue
        said = [one for one in reading.page.sentences if _is_line(one, role)]
        why = f"the line of {role} is the ledger's and is not edited"
        for one in said:
            if not one.exact:
                found = reading.at(one.start, one.text, FOOT[role], why)
                yield replace(found, verdict="CHANGED", nearest=claim.text)
        if role == "call" and not said:
            gone = "the ledger has a call and the note no line **Call:**"
            yield reading.whole(FOOT[role], "**Call:**", gone, "LOST")


def _is_line(sentence: Sentence, role: str) -> bool:
    """Whether a sentence is the foot's line, or was, or begins as it does."""
    claim = sentence.claim
    was = claim is not None and claim.section == "foot" and claim.role == role
    return was or re.match(rf"\**{role}:", sentence.text, re.IGNORECASE) is not None


def stance_stands(reading: Reading) -> Iterator[Finding]:
    """T13: an edited sentence has no stance but the ledger's."""
    true = stance(reading.book)
    for sentence in reading.page.sentences:
        if sentence.exact or not true:
            continue
        for match in LEANING.finditer(sentence.text):
            if match.group().lower() != true.lower() and not (
                _is_of_another(sentence, match)
                or _is_said(sentence, match, reading.book)
            ):
                why = f"the ledger's stance is {true}"
                start = sentence.start + match.start()
                found = reading.at(start, match.group(), "T13", why)
                yield replace(found, verdict="CHANGED", nearest=true)


def _is_of_another(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether a word of stance is denied, or stood in the claim, or tells no view."""
    before = sentence.text[: match.start()]
    claim = sentence.claim.text if sentence.claim else ""
    small = match.group().islower()
    if small and (match.group() in claim or DENIED.search(before)):
        return True
    if match.group() == "neutral":
        return not VIEW.search(before)
    return match.group() in claim and claim.count(match.group()) >= (
        sentence.text.count(match.group())
    )


def stance(book: Book) -> str:
    """The stance of the ledger's call; of the front matter where there is no call."""
    call = book.ledger.call
    return STANCES[call.direction] if call else str(book.front.get("stance") or "")


def shares_are_figures(reading: Reading) -> Iterator[Finding]:
    """T1: "doubled" and "a third of" in an edited sentence are what a Fact prints."""
    facts = reading.book.facts.values()
    printed = {
        form.lower() for fact in facts for form in getattr(fact, "renderings", ())
    }
    for sentence in reading.page.sentences:
        before = sentence.claim.text.lower() if sentence.claim else ""
        for match in () if sentence.exact else SHARES.finditer(sentence.text):
            word = match.group().lower()
            if word in before or word in printed:
                continue
            if not _is_said(sentence, match, reading.book):
                why = f"no Fact of the ledger prints {match.group()!r}"
                start = sentence.start + match.start()
                yield reading.at(start, match.group(), "T1", why)


def _is_said(sentence: Sentence, match: re.Match[str], book: Book) -> bool:
    """Whether a true quotation holds the words, or a source named there says them."""
    found = read(sentence.text, book)
    if any(
        one.kind == "quote" and one.start <= match.start() < one.end for one in found
    ):
        return True
    named = [book.sources[one.id] for one in found if one.id in book.sources]
    lean = flattened(match.group())
    return any(lean in flattened(f"{one.title} {one.summary}") for one in named)
