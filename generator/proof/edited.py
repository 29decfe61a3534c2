"""An edited or new sentence: what it claims, judged against the claim and the ledger."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model.facts import Fact, PriceFact, QuotedFact
from generator.plain import words
from generator.proof import lookup
from generator.proof.book import Book
from generator.proof.judged import Judged, changed, lost, new, same
from generator.proof.lookup import Context
from generator.proof.meaning import lean, lengths, subjects
from generator.proof.pairing import Match, Paired, paired
from generator.proof.reading import Sentence
from generator.proof.tokens import Token, quotes
from generator.proof.windows import spans

OF = re.compile(r"\s*(?:for|in|on|of|by)(?: the)?\s*$")
MODAL = re.compile(
    r"\b(?:if|could|would|should|may|might|can|will|unless|whether|until|to)\b", re.I
)
# Verbs that tell of a move wherever they stand; the other direction words also mean
# other things ("add", "lead", "under pressure") and are asked only beside a figure.
TELLING = re.compile(
    r"rose|risen|fell|fallen|gained|climbed|advanced|jumped|rallied|soared|surged|"
    r"rebounded|dropped|declined|slipped|slid|sank|tumbled|plunged|plummeted|crashed|"
    r"outperform\w*|underperform\w*|lagged|trailed|slumped|retreated|flat|unchanged",
    re.IGNORECASE,
)
BESIDE = 40  # characters between a direction word and the figure that it tells of


@dataclass(frozen=True, slots=True)
class Sight:
    """All that the judging of one sentence looks at."""

    pairing: Paired
    about: Context
    book: Book

    @property
    def matches(self) -> tuple[Match, ...]:
        """The sentence's tokens with their anchors."""
        return self.pairing.matches


def judged(sentence: Sentence, before: frozenset[str], book: Book) -> Iterator[Judged]:
    """A verdict for each token of the sentence, and for each that is gone.

    `before` holds the instruments that the sentence before it names.
    """
    pairing = paired(sentence.text, sentence.claim, book)
    see = Sight(pairing, _context(sentence, pairing, before, book), book)
    facts: dict[Token, str] = {}
    for kind in ("figure", "window", "direction", "date", "name", "quote"):
        for match in see.matches:
            if match.token.kind == kind:
                verdict = JUDGES[kind](match, facts, see)
                if verdict:
                    facts |= _settled(match.token, verdict)
                    yield verdict
    misquoted = list(_misquoted(pairing, see))
    yield from misquoted
    for anchor in pairing.lost:
        if anchor.fact and not (misquoted and anchor.token.kind == "quote"):
            yield lost(anchor.token, anchor.fact, 0)


def _misquoted(pairing: Paired, see: Sight) -> Iterator[Judged]:
    """Quotations that took the place of a true one, and that no source has."""
    true = [one for one in pairing.lost if one.token.kind == "quote" and one.fact]
    false = [
        one for one in quotes(see.about.text) if not see.book.said_in_source(one.text)
    ]
    for token, anchor in zip(false, true, strict=False):
        why = f"source {anchor.fact} says “{anchor.token.text}”"
        yield changed(token, why, fact=anchor.fact, nearest=anchor.token.text)


def _settled(token: Token, verdict: Judged) -> dict[Token, str]:
    """The Fact on which a figure stands, for the words beside it."""
    found = verdict.verdict == "SAME" and token.kind == "figure" and verdict.fact
    return {token: verdict.fact} if found and verdict.fact else {}


def _context(
    sentence: Sentence, pairing: Paired, before: frozenset[str], book: Book
) -> Context:
    found = [match.token for match in pairing.matches]
    named = frozenset(one.id for one in found if one.id in book.instruments)
    foreign = any(
        match.token.kind == "name" and is_foreign(match) for match in pairing.matches
    )
    said = {one.id for one in found if one.id in book.sources}
    said |= {
        source.id
        for source in book.ledger.sources
        if any(source.publisher == book.sources[name].publisher for name in said)
    }
    claimed = sentence.claim.sources if sentence.claim else ()
    quoted = {book.said_in_source(one.text) for one in found if one.kind == "quote"}
    fallback = frozenset() if foreign else before or {book.ledger.note.subject}
    return Context(
        text=sentence.text,
        instruments=named or frozenset(fallback),
        sources=frozenset({*said, *claimed, *quoted}),
        windows=tuple(one.key for one in found if one.kind == "window"),
    )


def is_foreign(match: Match) -> bool:
    """Whether a name is a known subject that the ledger says nothing of."""
    token = match.token
    return not token.id and token.text[:1].isupper() and match.how != "same"


def owner(token: Token, found: Sequence[Match], see: Sight) -> Token | None:
    """The instrument's name that a figure stands beside: "2% for NAME", else before."""
    names = [match.token for match in found if _owns(match, see.book)]
    after = [name for name in names if name.start >= token.end]
    if after and OF.match(see.about.text[token.end : after[0].start]):
        return after[0]
    return max(
        (name for name in names if name.end <= token.start),
        key=lambda name: name.start,
        default=None,
    )


def _owns(match: Match, book: Book) -> bool:
    token = match.token
    if token.kind != "name" or token.id in book.sources:
        return False
    small = token.text.islower() and not token.id and match.how == "new"
    return not small and (token.id in book.instruments or is_well_known(token, book))


def is_well_known(token: Token, book: Book) -> bool:
    """Whether a name is one of the markets' own that the ledger does not hold."""
    return any(
        name.lower() == token.text.lower()
        for name, known in book.names.items()
        if not known
    )


def _figure(match: Match, facts: Mapping[Token, str], see: Sight) -> Judged | None:
    token, anchor = match.token, match.anchor
    beside = owner(token, see.matches, see)
    if anchor is None or not anchor.fact:
        held = (beside.id or "?") if beside else None
        return lookup.figure(token, held, see.about, see.book)
    fact = see.book.facts.get(anchor.fact)
    if match.how == "against" or fact is None:
        return _against(match, fact, see)
    if beside and not _is_beside(beside, match, see):
        why = f"{token.text} is {see.book.told(fact)}, and stands beside {beside.text}"
        return changed(token, why, fact=fact.id, nearest=see.book.printable(fact))
    if match.how == "moved" and not see.pairing.reworded and not beside:
        return _against(match, fact, see)
    return same(token, fact.id)


def _against(match: Match, fact: Fact | None, see: Sight) -> Judged:
    """A figure in the place of another: an own one, a true other window, or CHANGED."""
    assert match.anchor, match
    token, true = match.token, match.anchor.token.text
    own = see.book.own.get(token.key)
    if own:
        return lookup.figure(token, None, see.about, see.book)
    for other in see.book.facts.values():
        if fact and _is_other_window(other, fact, token, see):
            return same(token, other.id)
    told = see.book.told(fact) if fact else "this place"
    why = f"the ledger has {true} for {told}"
    return changed(token, why, fact=match.anchor.fact, nearest=true)


def _is_other_window(other: Fact, fact: Fact, token: Token, see: Sight) -> bool:
    """Whether a Fact is the same measure over the window that the sentence speaks."""
    if not isinstance(other, PriceFact) or not isinstance(fact, PriceFact):
        return False
    alike = (other.subject, other.against, other.metric) == (
        fact.subject,
        fact.against,
        fact.metric,
    )
    spoken = any(
        spans(key, other, see.book) and not spans(key, fact, see.book)
        for key in see.about.windows
    )
    return alike and spoken and lookup.has_printing(other, token.key)


def _is_beside(beside: Token, match: Match, see: Sight) -> bool:
    """Whether a figure may stand beside a name: its subject, or as in the claim."""
    assert match.anchor, match
    fact = see.book.facts.get(match.anchor.fact)
    if fact is None or isinstance(fact, QuotedFact) or not subjects(fact):
        return True
    if beside.id in subjects(fact):
        return True
    anchors = [Match(one.token, one, "same") for one in see.pairing.anchors]
    before = _owner_in_claim(match.anchor.token, anchors, see.book)
    return before is not None and before.key == beside.key


def _owner_in_claim(token: Token, found: Sequence[Match], book: Book) -> Token | None:
    names = [match.token for match in found if _owns(match, book)]
    return max(
        (name for name in names if name.end <= token.start),
        key=lambda name: name.start,
        default=None,
    )


def _near(
    token: Token, facts: Mapping[Token, str], see: Sight
) -> list[tuple[int, Fact]]:
    """The Facts of the sentence's figures with their distance, the nearest first."""
    found = [
        (_gap(token, figure), see.book.facts[name])
        for figure, name in facts.items()
        if name in see.book.facts
    ]
    return sorted(found, key=lambda one: (one[0], one[1].id))


def _gap(one: Token, other: Token) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _window(match: Match, facts: Mapping[Token, str], see: Sight) -> Judged | None:
    token, anchor = match.token, match.anchor
    near = [fact for _, fact in _near(token, facts, see)]
    if match.how == "same" and anchor:
        return same(token, anchor.fact)
    if match.how == "against" and anchor and anchor.fact in facts.values():
        return _window_against(match, see)  # the claim's own figure still stands there
    windowed = [fact for fact in near if lengths(fact)]
    if windowed and spans(token.key, windowed[0], see.book):
        return same(token, windowed[0].id)
    if anchor and anchor.fact and (match.how == "against" or windowed):
        return _window_against(match, see)
    return lookup.window(token, near, see.about, see.book)


def _window_against(match: Match, see: Sight) -> Judged:
    assert match.anchor, match
    token, true = match.token, match.anchor.token.text
    fact = see.book.facts.get(match.anchor.fact)
    told = see.book.told(fact) if fact else "the claim"
    why = f"{told}: {true}, not {token.text}"
    return changed(token, why, fact=match.anchor.fact, nearest=true)


def _direction(match: Match, facts: Mapping[Token, str], see: Sight) -> Judged | None:
    token, anchor = match.token, match.anchor
    if match.how == "same" and anchor:
        return same(token, anchor.fact) if anchor.fact else None
    for gap, fact in _near(token, facts, see):
        move = lean(fact)
        if move is not None and gap <= BESIDE:
            return _leaning(token, fact, move, see.book)
    fact = see.book.facts.get(anchor.fact) if anchor else None
    if anchor and anchor.fact and match.how == "against":
        move = lean(fact) if fact else None
        if fact and move is not None:
            return _leaning(token, fact, move, see.book)
        why = f"the claim says {anchor.token.text!r}"
        return changed(token, why, fact=anchor.fact, nearest=anchor.token.text)
    if anchor and match.how == "moved" and anchor.fact:
        if see.pairing.reworded:
            return same(token, anchor.fact)
        why = f"{anchor.token.text!r} was said of {_whose(fact, see.book)}"
        return changed(token, why, fact=anchor.fact)
    return _told_freely(token, see)


def _whose(fact: Fact | None, book: Book) -> str:
    return book.told(fact) if fact else "something else"


def _leaning(token: Token, fact: Fact, move: float, book: Book) -> Judged:
    if words.agrees(token.text, move):
        return same(token, fact.id)
    shown = book.printable(fact)
    why = f"{token.text!r} does not agree with {shown}, {book.told(fact)}"
    return changed(token, why, fact=fact.id, nearest=shown)


def _told_freely(token: Token, see: Sight) -> Judged | None:
    """A verb of movement that no figure stands by: some return must agree with it."""
    before = see.about.text[: token.start]
    named = [
        match.token for match in see.matches if match.token.id in see.book.instruments
    ]
    if not TELLING.fullmatch(token.text) or MODAL.search(before) or not named:
        return None
    returns = [
        fact
        for fact in see.book.facts.values()
        if isinstance(fact, PriceFact)
        and "return" in fact.metric
        and fact.subject in see.about.instruments
        and (
            not see.about.windows
            or any(spans(k, fact, see.book) for k in see.about.windows)
        )
    ]
    for fact in returns:
        if words.agrees(token.text, fact.value):
            return same(token, fact.id)
    if returns and see.about.windows:
        return _leaning(token, returns[0], returns[0].value, see.book)
    return new(token, f"no return of the ledger agrees with {token.text!r}")


def _date(match: Match, facts: Mapping[Token, str], see: Sight) -> Judged | None:
    token, anchor = match.token, match.anchor
    if match.how in {"same", "moved"} and anchor:
        swapped = match.how == "moved" and not see.pairing.reworded
        return _date_against(match, see) if swapped else same(token, anchor.fact)
    if match.how == "against" and anchor and anchor.fact:
        return _date_against(match, see)
    return lookup.date(token, see.about, see.book)


def _date_against(match: Match, see: Sight) -> Judged:
    assert match.anchor, match
    token, true = match.token, match.anchor.token.text
    fact = see.book.facts.get(match.anchor.fact)
    why = (
        f"the ledger has {true} for {see.book.told(fact)}" if fact else f"it was {true}"
    )
    return changed(token, why, fact=match.anchor.fact, nearest=true)


def _name(match: Match, facts: Mapping[Token, str], see: Sight) -> Judged | None:
    token, anchor = match.token, match.anchor
    if match.how == "same" and anchor:
        return same(token, anchor.fact or token.id) if anchor.fact or token.id else None
    if match.how == "moved" and anchor:
        return _moved_name(match, facts, see)
    if match.how == "against" and anchor and anchor.fact:
        true = anchor.token.text
        rule = "T1" if token.id in see.book.instruments else "T9"
        why = f"the claim is about {true}, not {token.text}"
        return changed(token, why, fact=anchor.fact, nearest=true, rule=rule)
    if token.id:
        return same(token, token.id)
    if token.text.islower() or token.key in see.book.lore:
        return None
    return new(token, f"{token.text} stands in no listed source and no Fact")


def _moved_name(match: Match, facts: Mapping[Token, str], see: Sight) -> Judged | None:
    """A name in another place: true where the figures beside it are its own."""
    assert match.anchor, match
    token, book = match.token, see.book
    beside = [
        book.facts[name]
        for figure, name in facts.items()
        if name in book.facts and owner(figure, see.matches, see) == token
    ]
    own = any(
        token.id in subjects(fact) and getattr(fact, "against", None) is None
        for fact in beside
    )
    if see.pairing.reworded or own:
        return same(token, match.anchor.fact or token.id)
    why = f"{token.text} stands in another's place"
    return changed(token, why, fact=match.anchor.fact, rule="T1")


def _quote(match: Match, facts: Mapping[Token, str], see: Sight) -> Judged | None:
    return same(match.token, see.book.said_in_source(match.token.text))


JUDGES: dict[str, Callable[[Match, Mapping[Token, str], Sight], Judged | None]] = {
    "figure": _figure,
    "window": _window,
    "direction": _direction,
    "date": _date,
    "name": _name,
    "quote": _quote,
}
