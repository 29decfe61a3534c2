"""A note beside its ledger as every rule sees it, and where its findings stand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.model.note import Finding, Verdict
from generator.proof.book import Book
from generator.proof.edited import judged
from generator.proof.exact import proven
from generator.proof.judged import Judged
from generator.proof.pairing import read
from generator.proof.reading import Page
from generator.proof.sentence import Sentence

Verdicts = tuple[Sentence, tuple[Judged, ...]]


def _without_moved(found: Sequence[Verdicts]) -> Iterator[Verdicts]:
    """The verdicts without what a sentence lost to another of its paragraph."""
    here = {
        _place(sentence, one)
        for sentence, verdicts in found
        if not sentence.exact
        for one in verdicts
        if one.verdict == "SAME" and one.fact
    }
    for sentence, verdicts in found:
        kept = [
            one
            for one in verdicts
            if one.verdict != "LOST" or _place(sentence, one) not in here
        ]
        yield sentence, tuple(kept)


def _place(sentence: Sentence, one: Judged) -> tuple[object, ...]:
    """What is said, and in which paragraph; a name by its words, a figure by its Fact.

    A quotation and its publisher's name rest on one source and are two claims.
    """
    said = one.text.lower() if one.rule == "T9" else ""
    return sentence.paragraph, one.rule, one.fact, said


@dataclass(frozen=True)
class Reading:
    """A note beside its ledger, as every rule sees it."""

    page: Page
    book: Book

    @cached_property
    def judged(self) -> tuple[Finding, ...]:
        """What the sentences' own tokens say against claims and Facts."""
        return tuple(
            self.found(sentence, one)
            for sentence, verdicts in self.verdicts
            for one in verdicts
        )

    @cached_property
    def verdicts(self) -> tuple[tuple[Sentence, tuple[Judged, ...]], ...]:
        """Each sentence with what its tokens say against its claim and the Facts."""
        found = []
        before: dict[int, frozenset[str]] = {}
        for sentence in self.page.sentences:
            near = before.get(sentence.paragraph, frozenset())
            found.append((sentence, tuple(self._verdicts(sentence, near))))
            before[sentence.paragraph] = self._named(sentence) or near
        return tuple(_without_moved(found))

    def _verdicts(self, sentence: Sentence, before: frozenset[str]) -> Iterator[Judged]:
        if sentence.exact and sentence.claim:
            return proven(sentence.claim, self.book)
        return judged(sentence, before, self.book)

    def _named(self, sentence: Sentence) -> frozenset[str]:
        claim = sentence.claim
        ids = {bound.fact for bound in claim.bound} if claim else set()
        if not sentence.exact:
            ids |= {token.id for token in read(sentence.text, self.book)}
        return frozenset(ids & self.book.instruments)

    def found(self, sentence: Sentence, one: Judged) -> Finding:
        """A verdict on a sentence's characters, placed in the file."""
        return self.placed(
            sentence.start + one.start, one.end - one.start, one.text, one.verdict,
            rule=one.rule, fact=one.fact, nearest=one.nearest, why=one.why,
        )  # fmt: skip

    def placed(
        self, start: int, length: int, text: str, verdict: Verdict, *, rule: str,
        fact: str | None = None, nearest: str | None = None, why: str = "",
    ) -> Finding:  # fmt: skip
        """A Finding at an offset of the file; `line` counts from 1, columns from 0."""
        line = self.page.text.count("\n", 0, start) + 1
        column = start - (self.page.text.rfind("\n", 0, start) + 1)
        return Finding(
            line=line, start=column, end=column + length, text=text, verdict=verdict,
            rule=rule, fact=fact, nearest=nearest, why=why,
        )  # fmt: skip

    def whole(
        self, rule: str, text: str, why: str, verdict: Verdict = "NEW"
    ) -> Finding:
        """A Finding on the note as a whole, at its first line."""
        return self.placed(0, 0, text, verdict, rule=rule, why=why)

    def at(self, start: int, text: str, rule: str, why: str) -> Finding:
        """A NEW Finding on a stretch of the file."""
        return self.placed(start, len(text), text, "NEW", rule=rule, why=why)

    @property
    def body(self) -> str:
        """The sentences, as one text."""
        return "\n".join(sentence.text for sentence in self.page.sentences)
