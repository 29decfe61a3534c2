"""Words and phrases as they are listed, and as one tree that finds them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import NamedTuple

GAP = "*"  # in a phrase: up to three words, whatever they are
WIDEST = 3
MARKS = frozenset(";:,?!()\u2013\u2014.-") | {"--"}
# Verbs of one short syllable double their last letter: "slipped".
DOUBLED = re.compile(r"[^aeiou]*[aeiou][bdgmnprt]")


class Sense(NamedTuple):
    """What a phrase means for the tone.

    `worth` is its own; `noun` is what more of it is worth, 0 if nothing; `way` is the
    direction in which it moves a noun, +1 up. Which noun: `transitive`, the one that
    follows; `leading`, the one that it stands before; `bound`, no other, and it says
    nothing without one; `upon`, only one of that worth. `turns` is what a negation
    makes of the words behind it, `clause` the weight of the clause that it begins.
    """

    worth: float = 0.0
    noun: float | None = None
    way: float = 0.0
    transitive: bool = False
    leading: bool = False
    bound: bool = False
    upon: float | None = None
    turns: float | None = None
    clause: float | None = None


NOTHING = Sense()


@dataclass(slots=True)
class Node:
    """A place in the tree: the words that lead on, and the phrase that ends here."""

    after: dict[str, "Node"] = field(default_factory=dict)
    sense: Sense | None = None


def forms(verb: str) -> tuple[str, ...]:
    """A verb's forms: of "climb", or of "rise:rose:risen" where it is irregular."""
    base, *past = verb.split(":")
    stem = base.removesuffix("e") if not base.endswith("ee") else base
    stem += base[-1] if DOUBLED.fullmatch(base) else ""
    third, regular = f"{base}s", f"{stem}ed"
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        third = f"{base}es"
    elif re.search(r"[^aeiou]y$", base):
        third, regular = f"{base[:-1]}ies", f"{base[:-1]}ied"
    return (base, third, f"{stem}ing", *(past or [regular]))


def listed(block: str) -> list[str]:
    """The entries of a block, parted by semicolons."""
    entries = (
        re.sub(r"\s*\|\s*", "|", " ".join(one.split())) for one in block.split(";")
    )
    return [entry for entry in entries if entry]


def inflected(block: str) -> list[str]:
    """All forms of the verbs of a block; of a phrase, its first word has forms."""
    found = []
    for verb in listed(block):
        head, _, rest = verb.partition(" ")
        found += [f"{form} {rest}".rstrip() for form in forms(head)]
    return found


def spelt(phrase: str) -> Iterator[list[str]]:
    """Every spelling of a phrase, as its words.

    "(a|b)" is either, "the?" may be left out, "orders?" is one or many, "~cut" any
    form of a verb, "go_ahead" two words of an alternative, "#" a figure, "*" a gap.
    """
    for chosen in product(*(_choices(part) for part in phrase.split())):
        yield " ".join(chosen).replace("_", " ").split()


def _choices(part: str) -> list[str]:
    spared = part.endswith("?") and not part.endswith("s?")
    found = [""] if spared else []
    for word in part.removesuffix("?" * spared).strip("()").split("|"):
        if word.startswith("~"):
            found += forms(word[1:])
        elif word.endswith("s?"):
            found += [word[:-2], word[:-1]]
        else:
            found.append(word)
    return found


def plant(root: Node, phrases: Iterable[str], sense: Sense) -> None:
    """Give phrases a sense, beside what they mean already."""
    for node in _ends(root, phrases):
        told = zip(node.sense or NOTHING, sense, NOTHING, strict=True)
        node.sense = Sense._make(new if new != no else old for old, new, no in told)


def plant_whole(root: Node, phrases: Iterable[str], sense: Sense) -> None:
    """Give phrases this sense and no other."""
    for node in _ends(root, phrases):
        node.sense = sense


def _ends(root: Node, phrases: Iterable[str]) -> Iterator[Node]:
    for phrase in phrases:
        for words in spelt(phrase):
            node = root
            for word in words:
                node = node.after.setdefault(word, Node())
            yield node


def longest(root: Node, words: Sequence[str], at: int) -> tuple[int, Sense]:
    """Where the longest phrase that begins at `at` ends, and what it means."""
    node = root.after.get(words[at])
    if node is None:
        return at + 1, NOTHING
    best = at + 1, node.sense or NOTHING
    return _further(node, words, at + 1, best) if node.after else best


def _further(
    node: Node, words: Sequence[str], at: int, best: tuple[int, Sense]
) -> tuple[int, Sense]:
    """The end and sense of the longest phrase that goes on at `at`, else `best`."""
    if at >= len(words):
        return best
    deeper = node.after.get(words[at])
    if deeper is not None:
        if deeper.sense is not None and at + 1 > best[0]:
            best = at + 1, deeper.sense
        best = _further(deeper, words, at + 1, best)
    gap = node.after.get(GAP)
    if gap is not None:
        for past in range(at, min(len(words), at + WIDEST + 1)):
            best = _further(gap, words, past, best)
            if words[past] in MARKS:
                break
    return best
