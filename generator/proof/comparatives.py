"""Comparisons of an edited sentence with a rival, over one window (T4)."""

import re
from collections.abc import Iterator

from generator.model.facts import PriceFact
from generator.plain import figures
from generator.proof.judged import Judged, changed, new, same
from generator.proof.pairing import Match
from generator.proof.sight import Settled, Sight
from generator.proof.tokens import Token
from generator.proof.windows import spans

MORE = (
    r"ahead of|outpac(?:ed|es|ing)|outperform(?:ed|s|ing)?|beat(?:s|ing)?|"
    r"outr[au]n(?:ning)?|better than|stronger than|faster than|more than|"
    r"topp(?:ed|ing)|outd(?:id|oing)|outshone|surpass(?:ed|ing)"
)
LESS = (
    r"behind|trail(?:ed|s|ing)|lag(?:ged|s|ging)|underperform(?:ed|s|ing)?|"
    r"worse than|weaker than|slower than|less than"
)
RIVAL = re.compile(
    rf"\b(?:(?P<more>{MORE})|(?P<less>{LESS}))(?: (?:that|those) of)?(?: the)? $",
    re.IGNORECASE,
)
COMPARED = frozenset({"relative_return", "return"})


def compared(see: Sight, settled: Settled) -> Iterator[Judged]:
    """A verdict for each rival that the sentence sets its subject before or behind."""
    text = see.about.text
    for match in see.matches:
        found = RIVAL.search(text[: match.token.start])
        if match.token.kind != "name" or not found or _was_said(found, match, see):
            continue
        word = Token(
            found.start(), found.end(), found.group().rstrip(), "direction", ""
        )
        sign = 1 if found["more"] else -1
        verdict = _judged(word, sign, match, settled=settled, see=see)
        if verdict:
            yield verdict


def _was_said(found: re.Match[str], match: Match, see: Sight) -> bool:
    """Whether the claim had the same words before the same name."""
    said = f"{found.group()}{match.token.text}".lower()
    return said in see.pairing.claimed.lower()


def _judged(
    word: Token, sign: int, match: Match, *, settled: Settled, see: Sight
) -> Judged | None:
    rival, book = match.token.id, see.book
    if rival not in book.instruments:
        why = f"no Fact of the ledger compares with {match.token.text}"
        return new(word, why, rule="T4") if see.about.instruments else None
    own = _own(word, rival, see)
    leads = list(_beside(own, rival, settled, see)) or list(_spoken(own, rival, see))
    if not leads:
        why = f"no Fact compares {book.name_of(own)} with {match.token.text} here"
        return new(word, why, rule="T4")
    wrong = [one for one in leads if one[0] * sign <= 0]
    if not wrong:
        return same(word, "", rule="T4")  # of two legs, so it is bound to neither
    lead, fact = wrong[0]
    shown = (
        f"{figures.signed(lead)} points over {max(fact.window.sessions, 1)} sessions"
    )
    why = f"against {match.token.text} it is {shown}"
    return changed(word, why, fact=fact.id, nearest=shown, rule="T4")


def _beside(
    own: str, rival: str, settled: Settled, see: Sight
) -> Iterator[tuple[float, PriceFact]]:
    """The leads, in points, over the windows of the figures that stand here."""
    for name in settled.values():
        fact = see.book.facts.get(name)
        if isinstance(fact, PriceFact) and fact.metric in COMPARED:
            yield from _over(own, rival, fact, see)


def _over(
    own: str, rival: str, fact: PriceFact, see: Sight
) -> Iterator[tuple[float, PriceFact]]:
    """The lead of one over another in the window of a Fact, where it is known."""
    if {fact.subject, fact.against} == {own, rival}:
        yield (fact.value if fact.subject == own else -fact.value), fact
    metric = fact.id.split(".", 1)[1]
    legs = [see.book.facts.get(f"{one.lower()}.{metric}") for one in (own, rival)]
    mine, theirs = legs
    if (
        fact.metric == "return"
        and fact.subject in {own, rival}
        and isinstance(mine, PriceFact)
        and isinstance(theirs, PriceFact)
        and mine.window == theirs.window
    ):
        yield (mine.value - theirs.value) * 100, mine


def _spoken(own: str, rival: str, see: Sight) -> Iterator[tuple[float, PriceFact]]:
    """The leads over the windows that the sentence speaks of."""
    for fact in see.book.facts.values():
        if isinstance(fact, PriceFact) and fact.metric == "relative_return":
            spoken = any(spans(key, fact, see.book) for key in see.about.windows)
            if spoken and {fact.subject, fact.against} == {own, rival}:
                yield (fact.value if fact.subject == own else -fact.value), fact


def _own(word: Token, rival: str, see: Sight) -> str:
    """Who is compared: the last other name before the word, else the note's subject."""
    names = [
        one.token.id
        for one in see.matches
        if one.token.kind == "name" and one.token.end <= word.start
        and one.token.id in see.book.instruments and one.token.id != rival
    ]  # fmt: skip
    others = sorted(see.about.instruments - {rival})
    subject = see.book.ledger.note.subject
    if names:
        return names[-1]
    return subject if subject in others or not others else others[0]
