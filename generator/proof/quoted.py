"""What a sentence rests on beside its Facts: a quotation, a headline, the world."""

import re

from generator.proof.book import Book
from generator.proof.pairing import read
from generator.proof.sentence import Sentence


def is_quoted(sentence: Sentence, match: re.Match[str], book: Book) -> bool:
    """Whether a word stands inside a true quotation."""
    for token in read(sentence.text, book):
        if token.kind == "quote" and token.start <= match.start() < token.end:
            return True
    bounds = sentence.claim.bound if sentence.claim and sentence.exact else ()
    return any(
        one.type == "quote" and one.at[0] <= match.start() < one.at[1] for one in bounds
    )


def is_general(sentence: Sentence) -> bool:
    """Whether an unedited sentence rests on a headline and prints no Fact."""
    claim = sentence.claim
    return bool(sentence.exact and claim and claim.sources and not claim.bound)
