"""Sentences that an editor split or joined, taken apart again as their claims were."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from generator.model.note import Claim
from generator.proof.sentence import Sentence

GAIN = 0.05  # of likeness that two sentences together must have over one
ALIKE = 0.5  # to which each part of a sentence must be like a claim
JOINT = re.compile(r"(?:,? and|;|,|:| \u2013| \u2014|, while|, but|, yet) ")

Likeness = Callable[[str, str], float]


def mended(
    units: Sequence[Sentence], gone: Sequence[Claim], likeness: Likeness
) -> tuple[list[Sentence], list[Claim]]:
    """The units as claims count them, and the claims that still nothing answers to.

    Two sentences that were one claim become one; a sentence that was two becomes two.
    """
    whole = list(_together(units, likeness))
    left = list(gone)
    found: list[Sentence] = []
    for unit in whole:
        found += _apart(unit, left, likeness)
    return found, left


def _together(units: Sequence[Sentence], likeness: Likeness) -> Iterator[Sentence]:
    position = 0
    while position < len(units):
        one = units[position]
        other = units[position + 1] if position + 1 < len(units) else None
        both = _joined(one, other, likeness) if other else None
        yield both or one
        position += 2 if both else 1


def _joined(one: Sentence, other: Sentence, likeness: Likeness) -> Sentence | None:
    """Two neighbours as one, where one claim is more like both than like either."""
    gap = other.start - one.start - len(one.text)
    claim = one.claim or other.claim
    if one.paragraph != other.paragraph or not 0 <= gap <= 1 or not claim:
        return None
    if one.claim and other.claim:
        return None
    text = f"{one.text}{' ' * gap}{other.text}"
    alone = likeness((one if one.claim else other).text, claim.text)
    if likeness(text, claim.text) < alone + GAIN:
        return None
    return replace(one, text=text, claim=claim)


def _apart(unit: Sentence, left: list[Claim], likeness: Likeness) -> list[Sentence]:
    """A sentence as the two claims that it was, the second of which is taken."""
    for claim in left if unit.claim else ():
        if claim.section != unit.section or len(claim.text) > len(unit.text):
            continue
        splits = [
            _parts(unit, one, claim, likeness) for one in JOINT.finditer(unit.text)
        ]
        best = max(splits, key=lambda one: one[0], default=(0.0, []))
        if best[0]:
            left.remove(claim)
            return best[1]
    return [unit]


def _parts(
    unit: Sentence, match: re.Match[str], claim: Claim, likeness: Likeness
) -> tuple[float, list[Sentence]]:
    """The two sentences that a joint makes, and how like their claims both are."""
    head, tail = unit.text[: match.start()], unit.text[match.end() :]
    own = unit.claim
    assert own, unit
    found: list[tuple[float, list[Sentence]]] = [(0.0, [])]
    for first, second in ((own, claim), (claim, own)):
        near = likeness(head, first.text), likeness(tail, second.text)
        if min(near) >= ALIKE + GAIN:
            at = unit.start + match.end()
            two = [
                replace(unit, text=head, claim=first),
                replace(unit, start=at, text=tail, claim=second),
            ]
            found.append((sum(near), two))
    return max(found, key=lambda one: one[0])
