"""After a comma or "and": another verb, another clause, or who says it."""

from collections.abc import Iterator

from generator.plain.inflection import past
from generator.writing.clauses import verbs
from generator.writing.clauses.cleaning import CONTRARY
from generator.writing.clauses.finite import finite, then
from generator.writing.clauses.following import reduced
from generator.writing.clauses.otherwords import COPULAS, HAVING, MODALS, PREPOSITIONS
from generator.writing.clauses.phrases import Piece, Pieces
from generator.writing.clauses.reading import Reading, Sentence, is_alike
from generator.writing.clauses.subjects import subjects


def further(s: Sentence, at: int, *, back: bool) -> Iterator[Reading]:
    """After a comma or "and": another verb, another clause, a participle."""
    word = s.low(at)
    bare = word == "," and s.low(at + 1) not in {"and", "but"}
    following = at + 1 if word != "," or bare else at + 2
    if following >= s.size:
        return
    joint = tuple(s.kept(i) for i in range(at, following))
    if bare:
        yield from _after_comma(s, at, back=back)
        joint = (Piece("and", turned=True),)
    yield from _same_subject(s, following, joint, back=back)
    if word != "," and not back:
        for kind, verb in verbs.read(s.low(following)):
            kept = s.kept(following)
            for one in then(s, following, verb, kept, tense="present", cost=0.5):
                if kind == "B":
                    yield Reading(joint + one.pieces, one.cost)
    inner = s.clause(following, back=back)
    if inner:
        yield Reading(joint + inner.pieces, inner.cost + 0.8)


def _after_comma(s: Sentence, at: int, *, back: bool) -> Iterator[Reading]:
    """Who says it, the end of what is told, a participle or a preposition."""
    comma, following = s.kept(at), at + 1
    yield from _told_by(s, at)
    if _may_be_cut(s, following):
        yield Reading((), 1.5)
    for one in reduced(s, following, back=back):
        yield Reading((comma, *one.pieces), one.cost - 0.2)
    if s.low(following) in PREPOSITIONS | {"to"}:
        for one in s.freely(following, back=back):
            yield Reading((comma, *one.pieces), one.cost + 0.2)


def _same_subject(
    s: Sentence, at: int, joint: Pieces, *, back: bool
) -> Iterator[Reading]:
    """Another verb of the same subject, in the same tense."""
    if s.low(at) not in verbs.FORMS:
        return
    for plural in (False, True):
        if plural and s.told[at].tags & {"C", "M"}:
            continue
        for one in finite(s, at, plural, main=False, back=back):
            if is_alike(one.tense, back=back):
                yield Reading(joint + one.pieces, one.cost + 0.6)


def _may_be_cut(s: Sentence, at: int) -> bool:
    """Whether a comma ends the first clause: what follows has a verb of its own."""
    rest = s.told[at:]
    if len(rest) < 2 or any(CONTRARY.search(one.low) for one in rest):
        return False
    if _is_plain_verb(s, at):
        return True
    return any(_is_plain_verb(s, one.end) for one in subjects(s, at))


def _is_plain_verb(s: Sentence, at: int) -> bool:
    """Whether a word is a verb and no noun, or a helper of verbs."""
    if at >= s.size:
        return False
    one = s.told[at]
    if one.low in MODALS or one.low in COPULAS or one.low in HAVING:
        return True
    if one.tags & {"C", "M", "P", "J"} or one.shown[:1].isupper():
        return False
    return bool(one.tags & set("ZDG"))


def _told_by(s: Sentence, at: int) -> Iterator[Reading]:
    """Who says it, at the end: ", survey finds", ", says RBI"."""
    comma = s.kept(at)
    for phrase in s.phrases.at(at + 1, "subject"):
        if phrase.end == s.size - 1:
            for kind, verb in verbs.read(s.low(phrase.end)):
                if kind in {"Z", "B"} and verb in verbs.TRAILING:
                    said = Piece(past(verb), phrase.end, turned=True)
                    yield Reading((comma, *phrase.pieces, said), phrase.cost)
    for kind, verb in verbs.read(s.low(at + 1)):
        if kind == "Z" and verb in verbs.TRAILING:
            said = Piece(past(verb), at + 1, turned=True)
            for phrase in s.phrases.at(at + 2, "subject"):
                if phrase.end == s.size:
                    yield Reading((comma, said, *phrase.pieces), phrase.cost)
