"""Direction words of an edited sentence, and whether they agree with figures (T7)."""

import re

from generator.model.facts import Fact, PriceFact
from generator.plain import words
from generator.proof.book import Book
from generator.proof.judged import Judged, changed, new, same
from generator.proof.meaning import lean, subjects
from generator.proof.pairing import Match
from generator.proof.sight import Settled, Sight
from generator.proof.tokens import Token
from generator.proof.windows import spans

MODAL = re.compile(
    r"\b(?:if|could|would|should|may|might|can|will|unless|whether|until|to)\b",
    re.IGNORECASE,
)
# Verbs that tell of a move wherever they stand; other direction words also mean other
# things ("add", "lead", "the week ahead") and are asked only close to a figure.
TELLING = re.compile(
    r"rose|risen|fell|fallen|gained|climbed|advanced|jumped|rallied|soared|surged|"
    r"rebounded|dropped|declined|slipped|slid|sank|tumbled|plunged|plummeted|crashed|"
    r"outperform\w*|underperform\w*|lagged|trailed|slumped|retreated|flat|unchanged",
    re.IGNORECASE,
)
AGAINST = re.compile(r"outperform|underperform|lag|trail", re.IGNORECASE)
BESIDE, CLOSE = (
    40,
    12,
)  # characters to the figure that a verb, or another word, tells of


def direction(match: Match, settled: Settled, see: Sight) -> Judged | None:
    """The verdict on a direction word; None where it tells of nothing we know."""
    token, anchor, fact = match.token, match.anchor, see.fact(match)
    if match.how == "same" and anchor:
        return same(token, anchor.fact) if anchor.fact else None
    if fact and match.how == "moved" and _is_with_its_own(match, fact, see):
        return same(token, fact.id)
    told = _told_by(token, settled, see)
    if told is None and match.how == "against":
        told = fact
    move = lean(told) if told else None
    if told and move is not None:
        return agreeing(token, told, move, see.book)
    if anchor and anchor.fact:
        return _out_of_place(match, see)
    return _told_freely(token, see)


def _told_by(token: Token, settled: Settled, see: Sight) -> Fact | None:
    """The Fact of the nearest figure that has a direction."""
    reach = BESIDE if TELLING.fullmatch(token.text) else CLOSE
    near = [fact for gap, fact in see.near(token, settled) if gap <= reach]
    return next((fact for fact in near if lean(fact) is not None), None)


def _is_with_its_own(match: Match, fact: Fact, see: Sight) -> bool:
    """Whether a moved direction word still stands by its own subject."""
    beside = see.owner(match.token)
    own = beside is None or beside.id in subjects(fact)
    return see.pairing.reworded and own


def agreeing(token: Token, fact: Fact, move: float, book: Book) -> Judged:
    """SAME where the word has the sign of the move, else CHANGED."""
    if words.agrees(token.text, move):
        return same(token, fact.id)
    shown = book.printable(fact)
    why = f"{token.text!r} does not agree with {shown}, {book.told(fact)}"
    return changed(token, why, fact=fact.id, nearest=shown)


def _out_of_place(match: Match, see: Sight) -> Judged:
    """A word that took another's place, where no figure tells which is right."""
    assert match.anchor, match
    true, name = match.anchor.token.text, match.anchor.fact
    if match.how == "moved" and see.pairing.reworded:
        return same(match.token, name)
    why = f"the claim says {true!r} here"
    return changed(match.token, why, fact=name, nearest=true)


def _told_freely(token: Token, see: Sight) -> Judged | None:
    """A verb of movement that no figure stands by: some return must agree with it."""
    named = any(one.token.id in see.book.instruments for one in see.matches)
    modal = MODAL.search(see.about.text[: token.start])
    if not named or modal or not TELLING.fullmatch(token.text):
        return None
    metric = "relative_return" if AGAINST.match(token.text) else "return"
    facts = see.book.facts.values()
    returns = [fact for fact in facts if _is_spoken_of(fact, metric, see)]
    for fact in returns:
        if words.agrees(token.text, lean(fact) or 0.0):
            return same(token, fact.id)
    if returns and see.about.windows:
        return agreeing(token, returns[0], lean(returns[0]) or 0.0, see.book)
    return new(token, f"no return of the ledger agrees with {token.text!r}")


def _is_spoken_of(fact: Fact, metric: str, see: Sight) -> bool:
    """Whether a Fact is such a return of the subject, over a window that is spoken."""
    if not isinstance(fact, PriceFact) or fact.metric != metric:
        return False
    windows = see.about.windows
    fitting = not windows or any(spans(key, fact, see.book) for key in windows)
    return fact.subject in see.about.instruments and fitting
