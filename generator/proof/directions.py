"""Direction words of an edited sentence, and whether they agree with figures (T7)."""

import re

from generator.model.facts import Fact, PriceFact
from generator.plain import words
from generator.proof.book import Book
from generator.proof.headlines import has_word, is_named
from generator.proof.judged import Judged, changed, new, same
from generator.proof.meaning import lean, subjects
from generator.proof.pairing import Anchor, Match
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
    r"outperform\w*|underperform\w*|lagged|trailed|slumped|retreated|flat|unchanged|"
    r"sank|leapt|eased|dipped|vaulted|rocketed|skyrocketed|nosedived|cratered|collapsed|"
    r"tanked|(?:edged|inched|ticked|crept|nudged|nosed) (?:up|down|higher|lower)|"
    r"gave up",
    re.IGNORECASE,
)
AGAINST = re.compile(r"outperform|underperform|lag|trail", re.IGNORECASE)
WORDS = re.compile(r"[\w.,%]+\b")
AFTER = 1  # words after a place that tell it is the same line
BESIDE = 40  # characters to the figure that a verb tells of
CLOSE = 12  # and to the figure that another word of direction tells of


def direction(match: Match, settled: Settled, see: Sight) -> Judged | None:
    """The verdict on a direction word; None where it tells of nothing we know."""
    token, anchor, fact = match.token, match.anchor, see.fact(match)
    if match.how != "same" and (said := _said_there(token, see)):
        return same(token, said)
    if match.how == "same" and anchor:
        return _kept(token, anchor, fact, see.book)
    if fact and match.how == "moved" and _is_with_its_own(match, fact, see):
        return _kept(token, anchor, fact, see.book)
    told = _told_by(token, settled, see)
    if told is None and match.how == "against":
        told = fact
    move = lean(told) if told else None
    if told and move is not None:
        return agreeing(token, told, move, see.book)
    if anchor and (anchor.fact or _is_turned(match, see)):
        return _out_of_place(match, see)
    return _told_freely(token, see)


def _kept(
    token: Token, anchor: Anchor | None, fact: Fact | None, book: Book
) -> Judged | None:
    """A word of the claim's direction: SAME, unless it is another of another size."""
    move = lean(fact) if fact else None
    if anchor is None or not anchor.fact:
        return None
    if fact and move is not None and token.text.lower() != anchor.token.text.lower():
        return _sized(token, fact, move, book)
    return same(token, anchor.fact)


def _told_by(token: Token, settled: Settled, see: Sight) -> Fact | None:
    """The Fact of the nearest figure that has a direction."""
    reach = BESIDE if TELLING.fullmatch(token.text) else CLOSE
    near = [fact for gap, fact in see.near(token, settled) if gap <= reach]
    return next((fact for fact in near if lean(fact) is not None), None)


def _is_turned(match: Match, see: Sight) -> bool:
    """Whether `above` took the place of `below`, or the like, before one figure."""
    assert match.anchor, match
    token, true = match.token, match.anchor.token
    signs = {token.key, true.key}
    if match.how != "against" or signs != {"place 1", "place -1"}:
        return False
    mine = WORDS.findall(see.about.text[token.end :])[:AFTER]
    return mine == WORDS.findall(see.pairing.claimed[true.end :])[:AFTER]


def _is_with_its_own(match: Match, fact: Fact, see: Sight) -> bool:
    """Whether a moved direction word still stands by its own subject."""
    beside = see.owner(match.token)
    own = beside is None or beside.id in subjects(fact)
    return see.pairing.reworded and own


def agreeing(token: Token, fact: Fact, move: float, book: Book) -> Judged:
    """SAME where the word has the sign of the move, else CHANGED."""
    if words.agrees(token.text, move):
        return _sized(token, fact, move, book)
    shown = book.printable(fact)
    why = f"{token.text!r} does not agree with {shown}, {book.told(fact)}"
    return changed(token, why, fact=fact.id, nearest=shown)


def _sized(token: Token, fact: Fact, move: float, book: Book) -> Judged:
    """SAME where the verb is of the move's size, as far as that is known (T7)."""
    if why := missized(token.text, fact, book):
        fitting = words.verbs(move, book.usual(fact))[0]  # type: ignore[arg-type]
        return changed(token, why, fact=fact.id, nearest=fitting)
    return same(token, fact.id)


def missized(word: str, fact: Fact, book: Book) -> str:
    """Why a verb is too large or too small for a return; empty where it fits."""
    if not isinstance(fact, PriceFact) or fact.metric != "return":
        return ""
    usual = book.usual(fact)
    if words.is_sized(word, fact.value, usual):
        return ""
    size = f", {abs(fact.value) / usual:.1f} usual moves" if usual else ""
    return f"{word!r} is no word for {book.printable(fact)}{size}: {book.told(fact)}"


def _said_there(token: Token, see: Sight) -> str:
    """The source named in the sentence whose headline has the word; empty if none."""
    return next(
        (
            source.id
            for source in see.book.ledger.sources
            if source.id in see.about.sources
            and is_named(source, see.about.text) and has_word(token.text, source)
        ),
        "",
    )  # fmt: skip


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
    beside = see.owner(token)
    if beside and not beside.id and TELLING.fullmatch(token.text):
        return new(token, f"the ledger has no Fact of {beside.text}")
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
