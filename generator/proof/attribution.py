"""In whose mouth an edited sentence puts a headline's words (T9)."""

from collections.abc import Iterable, Iterator

from generator.proof.headlines import (
    denials,
    has_form,
    is_named,
    sayer,
    source_of,
    told_spans,
)
from generator.proof.judged import Judged, changed, new
from generator.proof.sight import Sight
from generator.proof.tokens import SMALL, Token, flattened


def misattributed(see: Sight) -> Iterator[Judged]:
    """Quotations given to another publisher, and headlines' words given to none."""
    yield from _quotations(see)
    yield from _told(see)


def _quotations(see: Sight) -> Iterator[Judged]:
    book, text = see.book, see.about.text
    names = [one.token for one in see.matches if _speaks(one.token, see)]
    for match in see.matches:
        if match.token.kind != "quote":
            continue
        lean = flattened(match.token.text)
        owners = {
            source.publisher: source.id
            for source in book.ledger.sources
            if lean in flattened(f"{source.title} \n {source.summary}")
        }
        name = sayer(match.token, text, names)
        if owners and see.claim and _is_robbed(owners, see.claim.text, text):
            own, number = next(iter(owners.items()))
            why = f"these are words of {own}, which is not named here"
            yield changed(match.token, why, fact=number, nearest=own)
            continue
        if name is None or not owners:
            continue
        if not any(flattened(name.text) in flattened(own) or flattened(own) in (
            flattened(name.text)) for own in owners):  # fmt: skip
            own, number = next(iter(owners.items()))
            why = f"these are words of {own}, not of {name.text}"
            yield changed(name, why, fact=number, nearest=own)


def _is_robbed(owners: Iterable[str], claimed: str, text: str) -> bool:
    """Whether a quotation's publisher was named in the claim and no longer is."""
    names = [flattened(one) for one in owners]
    here, before = flattened(text), flattened(claimed)
    return any(one in before for one in names) and not any(one in here for one in names)


def _speaks(token: Token, see: Sight) -> bool:
    """Whether a name may be a publisher's: one of the sources, or of nothing known."""
    if token.kind != "name" or token.id:
        return token.kind == "name" and token.id in see.book.sources
    return token.key not in see.book.well_known | SMALL


def _told(see: Sight) -> Iterator[Judged]:
    """A headline told in prose: its publisher gone, or a denial put in."""
    claim, text = see.claim, see.about.text
    if claim is None or not any(told_spans(claim)):
        return
    sources = [
        source
        for bound in claim.bound
        if bound.type != "name" and (source := source_of(bound.fact, see.book))
    ]
    whole = Token(0, len(text), text, "quote", "")
    for source in sources[:1]:
        if not any(is_named(one, text) for one in sources):
            why = f"these are words of {source.publisher}, which is not named here"
            yield new(whole, why, fact=source.id, nearest=source.publisher)
    for word in denials(text, claim, sources):
        yield new(whole, f"the headline has no {word!r}")
    for match in see.matches:
        added = match.token.kind == "direction" and match.how in {"new", "against"}
        if added and not has_form(match.token.text, claim.text):
            yield new(match.token, "the headline, as told, has no such word")
