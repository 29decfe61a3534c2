"""The claims of a note as it stands, so that what was edited keeps its receipts."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.model.note import Bound, Claim, Ledger
from generator.plain import figures, markdown
from generator.proof.book import Book
from generator.proof.exact import PROOFS
from generator.proof.fixed import FOOT
from generator.proof.judged import Judged
from generator.proof.reading import page
from generator.proof.report import Reading
from generator.proof.sentence import Sentence
from generator.proof.tokens import Kind, flattened


def rebound(text: str, ledger: Ledger) -> Ledger:
    """The ledger whose claims are those of the text, in the text's order.

    A sentence that stands as it was written keeps its claim; any other becomes a claim
    `e1`, `e2`, ... of what `check` finds SAME in it. Claims whose sentence is gone are
    dropped; the lines of call, prices and gaps are the ledger's and stay. `check`
    the text against the old ledger first: what it reports there is bound to nothing
    here. Raises NoteError where the front matter cannot be read.
    """
    front, _ = markdown.split(text)
    book = Book(ledger, front)
    reading = Reading(page(text, ledger.claims, ledger.note.disclosure), book)
    told: list[Claim] = []
    edited = 0
    for sentence, verdicts in reading.verdicts:
        if sentence.claim and (sentence.exact or _is_fixed(sentence.claim)):
            told.append(sentence.claim)
        else:
            edited += 1
            told.append(_claimed(f"e{edited}", sentence, verdicts, book))
    told += [claim for claim in reading.page.gone if _is_fixed(claim)]
    return replace(ledger, claims=tuple(told))


def _is_fixed(claim: Claim) -> bool:
    return claim.section == "foot" and claim.role in FOOT


def _claimed(
    name: str, sentence: Sentence, verdicts: Iterable[Judged], book: Book
) -> Claim:
    """An edited or new sentence as a claim, with what it was paired with."""
    was = sentence.claim
    words = tuple(_words(sentence))
    proved = [
        one for one in _proved(sentence, verdicts, book)
        if not any(word.at[0] <= one.at[0] < word.at[1] for word in words)
        and not PROOFS[one.type](sentence.text[slice(*one.at)], one.fact, book)
    ]  # fmt: skip
    bound = _apart([*proved, *words])
    license_of = dict.fromkeys(one.fact for one in was.bound) if was else {}
    return Claim(
        id=name,
        section=sentence.section,
        role=was.role if was else "edited",
        form=was.form if was else "",
        text=sentence.text,
        bound=bound,
        sources=_cited(sentence, bound, book),
        licensed_by=() if bound else tuple(license_of),
    )


def _proved(
    sentence: Sentence, verdicts: Iterable[Judged], book: Book
) -> Iterator[Bound]:
    """The spans that stand on a Fact, on a source or on the editor's own word."""
    for one in verdicts:
        own = book.own.get(figures.key(one.text)) if one.rule in {"T1", "T4"} else None
        if own and own.reason and one.verdict != "LOST":
            yield Bound((one.start, one.end), "figure", own.id)
        elif one.verdict == "SAME" and (one.fact or one.rule == "T3"):
            # a day of the note itself has no Fact
            yield Bound((one.start, one.end), _kind(one, sentence), one.fact or "note")


def _kind(one: Judged, sentence: Sentence) -> Kind:
    if one.rule == "T9":
        return "quote" if sentence.text[: one.start][-1:] in {"“", '"'} else "name"
    kinds: dict[str, Kind] = {"T3": "date", "T4": "window", "T7": "direction"}
    return kinds.get(one.rule, "figure")


def _words(sentence: Sentence) -> Iterator[Bound]:
    """The bound words of its claim (a level's method) that it still has."""
    claim = sentence.claim
    for bound in claim.bound if claim else ():
        said = claim.text[slice(*bound.at)] if claim else ""
        start = sentence.text.find(said) if said and bound.type == "word" else -1
        if start >= 0:
            yield Bound((start, start + len(said)), "word", bound.fact)


def _apart(bound: Iterable[Bound]) -> tuple[Bound, ...]:
    """The spans from left to right, each once."""
    return tuple(sorted(dict.fromkeys(bound), key=lambda one: (one.at, one.type)))


def _cited(sentence: Sentence, bound: Iterable[Bound], book: Book) -> tuple[str, ...]:
    """The sources that a claim had and the sentence still names or quotes."""
    facts, text = {one.fact for one in bound}, flattened(sentence.text)
    had = sentence.claim.sources if sentence.claim else ()
    quoted = {getattr(book.facts.get(name), "source", "") for name in facts}
    return tuple(
        name
        for name in (*had, *sorted((facts & book.sources.keys()) - set(had)))
        if name in book.sources
        and (name in facts | quoted or flattened(book.sources[name].publisher) in text)
    )
