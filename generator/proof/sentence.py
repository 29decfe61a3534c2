"""A sentence of a note, beside the claim that it was."""

from dataclasses import dataclass

from generator.model.note import Claim


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, table row or title; `start` is its offset in the file.

    Sentences of one paragraph share its number; `claim` is what it was when it was
    written, None for a new one, and `exact` says that not a character differs.
    """

    start: int
    text: str
    section: str
    paragraph: int
    claim: Claim | None = None
    exact: bool = False
