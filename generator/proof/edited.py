"""An edited or new sentence: what it claims, against its claim and the ledger."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from generator.model.facts import Fact, PriceFact, QuotedFact
from generator.plain import figures, words
from generator.proof import lookup
from generator.proof.added import added_claims
from generator.proof.attribution import misattributed
from generator.proof.book import Book
from generator.proof.comparatives import compared
from generator.proof.directions import direction
from generator.proof.judged import Judged, changed, lost, new, same
from generator.proof.meaning import days_of, lengths, prints, subjects
from generator.proof.pairing import Anchor, Match, Paired, paired
from generator.proof.sentence import Sentence
from generator.proof.sight import Settled, Sight, sight
from generator.proof.tokens import Token, flattened, is_common, quotes
from generator.proof.windows import spans


def judged(sentence: Sentence, before: frozenset[str], book: Book) -> Iterator[Judged]:
    """A verdict for each token of the sentence, and for each that is gone.

    `before` holds the instruments that the sentence before it names.
    """
    pairing = paired(sentence.text, sentence.claim, book)
    see = sight(sentence, pairing, before, book)
    settled: dict[Token, str] = {}
    for kind, judge in JUDGES.items():
        for match in see.matches:
            verdict = judge(match, settled, see) if match.token.kind == kind else None
            if verdict:
                if kind == "figure" and verdict.verdict == "SAME" and verdict.fact:
                    settled[match.token] = verdict.fact
                yield verdict
    yield from compared(see, settled)
    yield from added_claims(see, settled)
    yield from misattributed(see)
    yield from _gone(pairing, see, settled)
    yield from _words_gone(sentence, book)


def _gone(pairing: Paired, see: Sight, settled: Settled) -> Iterator[Judged]:
    """The anchors that nothing answers to; a false quotation in a true one's place."""
    gone = [one for one in pairing.lost if one.fact]
    quoted = [one for one in gone if one.token.kind == "quote"]
    false = [
        one for one in quotes(see.about.text) if not see.book.said_in_source(one.text)
    ]
    for token, anchor in zip(false, quoted, strict=False):
        why = f"source {anchor.fact} says “{anchor.token.text}”"
        yield changed(token, why, fact=anchor.fact, nearest=anchor.token.text)
    for anchor in gone:
        if anchor not in quoted[: len(false)] and not _lives_on(anchor, see, settled):
            yield lost(anchor.token.kind, anchor.token.text, anchor.fact)


def _lives_on(anchor: Anchor, see: Sight, settled: Settled) -> bool:
    """Whether a lost token is still said: as "nine days", or by one verb for two."""
    token, here = anchor.token, [one.token for one in see.matches]
    if token.kind == "window":
        return flattened(token.text) in flattened(see.about.text)
    if token.kind == "figure":
        counts = [one.text.split()[0] for one in here if one.kind == "window"]
        return token.key in map(figures.key, counts)
    told = [one for one in here if one.kind == "direction"]
    signs = {words.sign_of(one.text) for one in told}
    return (
        token.kind == "direction"
        and anchor.fact in settled.values()
        and words.sign_of(token.text) in signs
    )


def _words_gone(sentence: Sentence, book: Book) -> Iterator[Judged]:
    """Bound words (a level's method, a vendor) that the sentence no longer has.

    In a table they are what a price is called, so another word there is an error.
    """
    claim, text = sentence.claim, flattened(sentence.text)
    for bound in claim.bound if claim else ():
        said = claim.text[slice(*bound.at)] if claim else ""
        if bound.type != "word" or flattened(said) in text:
            continue
        gone = lost("word", said, bound.fact)
        if claim and claim.role == "row":
            why = f"the ledger has {said!r} for {bound.fact}"
            yield replace(gone, verdict="CHANGED", rule="T6", nearest=said, why=why)
        else:
            yield _other_band(gone, bound.fact, sentence, book)


def _other_band(gone: Judged, name: str, sentence: Sentence, book: Book) -> Judged:
    """A word of another band in the place of a gone one is no mere loss (T8)."""
    fact = book.facts.get(name)
    if not isinstance(fact, PriceFact) or fact.unit != "percentile":
        return gone
    own = words.band(fact.value)
    others = {said for band in words.BANDS.values() for said in band} - {*own}
    for said in sorted(others):
        found = re.search(rf"\b{said}\b", sentence.text, re.IGNORECASE)
        if found and said not in sentence.claim.text.lower():  # type: ignore[union-attr]
            why = f"{book.told(fact)} is {fact.value:.0f}: {own[0]}, not {said}"
            token = Token(*found.span(), found.group(), "word", said)  # type: ignore[arg-type]
            return changed(token, why, fact=name, nearest=own[0])
    return gone


def _figure(match: Match, settled: Settled, see: Sight) -> Judged | None:
    token, anchor, fact = match.token, match.anchor, see.fact(match)
    beside = see.owner(token)
    if anchor is None or (match.how == "against" and not anchor.fact):
        owner = (beside.id or beside.text) if beside else None
        return lookup.figure(token, owner, see.about, see.book)
    if match.how != "against" and fact is None:
        return same(token, anchor.fact) if anchor.fact else None
    if match.how == "against" or fact is None:
        return _against(match, fact, see)
    if beside and not _is_beside(beside, match, fact, see):
        why = f"{token.text} is {see.book.told(fact)}, and stands beside {beside.text}"
        return changed(token, why, fact=fact.id, nearest=see.book.printable(fact))
    if match.how == "moved" and not see.pairing.reworded and not beside:
        return _against(match, fact, see)
    return same(token, fact.id)


def _against(match: Match, fact: Fact | None, see: Sight) -> Judged:
    """A figure in the place of another: that of a window that is spoken, or CHANGED."""
    assert match.anchor, match
    token, true = match.token, match.anchor.token.text
    for other in see.book.facts.values():
        if fact and prints(other, token.key) and _is_other_window(other, fact, see):
            return same(token, other.id)
    told = see.book.told(fact) if fact else "this place"
    why = f"the ledger has {true} for {told}"
    return changed(token, why, fact=match.anchor.fact, nearest=true)


def _is_other_window(other: Fact, fact: Fact, see: Sight) -> bool:
    """Whether a Fact is the same measure over the window that the sentence speaks."""
    if not isinstance(other, PriceFact) or not isinstance(fact, PriceFact):
        return False
    alike = (other.subject, other.against, other.metric) == (
        fact.subject,
        fact.against,
        fact.metric,
    )
    return alike and any(
        spans(key, other, see.book) and not spans(key, fact, see.book)
        for key in see.about.windows
    )


def _is_beside(beside: Token, match: Match, fact: Fact, see: Sight) -> bool:
    """Whether a figure may stand beside a name: its subject, or as in the claim."""
    assert match.anchor, match
    known = subjects(fact) - {"all"}
    if isinstance(fact, QuotedFact) or not known or beside.id in known:
        return True
    before = see.owner_in_claim(match.anchor.token)
    return before is not None and before.key == beside.key


def _window(match: Match, settled: Settled, see: Sight) -> Judged | None:
    token, anchor = match.token, match.anchor
    if match.how == "same" and anchor:
        return same(token, anchor.fact)
    near = [fact for _, fact in see.near(token, settled)]
    if match.how == "against" and anchor and _is_missed(match, near, see):
        return _window_against(match, see)
    windowed = [fact for fact in near if lengths(fact)]
    for fact in windowed[:2]:  # the figure before it and the one after
        if spans(token.key, fact, see.book):
            return same(token, fact.id)
    if anchor and anchor.fact and (match.how == "against" or windowed):
        return _window_against(match, see)
    return lookup.window(token, near, see.about, see.book)


def _is_missed(match: Match, near: Sequence[Fact], see: Sight) -> bool:
    """Whether a figure still stands there that needs the window the claim spoke."""
    assert match.anchor, match
    true, said = match.anchor.token.key, match.token.key
    if true in see.about.windows:
        return match.anchor.fact in {fact.id for fact in near}
    return any(
        spans(true, fact, see.book) and not spans(said, fact, see.book) for fact in near
    )


def _window_against(match: Match, see: Sight) -> Judged:
    assert match.anchor, match
    token, true, fact = match.token, match.anchor.token.text, see.fact(match)
    told = see.book.told(fact) if fact else "the claim"
    why = f"{told}: {true}, not {token.text}"
    return changed(token, why, fact=match.anchor.fact, nearest=true)


def _date(match: Match, settled: Settled, see: Sight) -> Judged | None:
    token, anchor = match.token, match.anchor
    swapped = match.how == "moved" and not see.pairing.reworded
    if anchor and anchor.fact and (match.how == "against" or swapped):
        true, fact = anchor.token.text, see.fact(match)
        told = see.book.told(fact) if fact else "this place"
        why = f"the ledger has {true} for {told}"
        return changed(token, why, fact=anchor.fact, nearest=true)
    if anchor and match.how != "against":
        return same(token, anchor.fact)
    near = [fact for _, fact in see.near(token, settled) if days_of(fact)]
    if anchor is None and near and see.pairing.anchors:
        return lookup.date_beside(token, near, see.events(), see.book)
    return lookup.date(token, see.about, see.book)


def _name(match: Match, settled: Settled, see: Sight) -> Judged | None:
    token, anchor = match.token, match.anchor
    bound = anchor.fact if anchor else ""
    if match.how == "moved":
        return _moved_name(match, settled, see)
    if match.how == "against" and anchor and bound:
        rule = "T1" if token.id in see.book.instruments else "T9"
        why = f"the claim is about {anchor.token.text}, not {token.text}"
        true = anchor.token.text
        return changed(token, why, fact=bound, nearest=true, rule=rule)
    if bound or token.id:
        return same(token, bound or token.id)
    known = token.key in see.book.lore or match.how == "same" or see.about.is_title
    if known or is_common(token):
        return None
    return new(token, f"{token.text} stands in no listed source and no Fact")


def _moved_name(match: Match, settled: Settled, see: Sight) -> Judged:
    """A name in another place: true where the figures beside it are its own."""
    assert match.anchor, match
    token, book = match.token, see.book
    beside = [
        book.facts[name]
        for figure, name in settled.items()
        if name in book.facts and see.owner(figure) == token
    ]
    own = any(
        token.id in subjects(fact) and getattr(fact, "against", None) is None
        for fact in beside
    )
    if see.pairing.reworded or own:
        return same(token, match.anchor.fact or token.id)
    why = f"{token.text} stands in another's place"
    return changed(token, why, fact=match.anchor.fact, rule="T1")


def _quote(match: Match, settled: Settled, see: Sight) -> Judged | None:
    return same(match.token, see.book.said_in_source(match.token.text))


# Figures come first: windows, directions and names are judged by those beside them.
JUDGES: dict[str, Callable[[Match, Settled, Sight], Judged | None]] = {
    "figure": _figure,
    "window": _window,
    "direction": direction,
    "date": _date,
    "name": _name,
    "quote": _quote,
}
