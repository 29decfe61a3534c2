"""Marks: text that remembers which Fact each stretch of it stands on.

While a template renders, every figure, name, date and direction word is wrapped in
private-use characters that carry its type and Fact; taking the marks off leaves the
sentence and its bound spans. Strangers' text is stripped of such characters first.
"""

import re

from generator.model.note import Bound

OPEN, MID, TEXT, CLOSE = "\ue000", "\ue001", "\ue002", "\ue003"
ANY = re.compile(f"{OPEN}[^{TEXT}]*{TEXT}|[{OPEN}{MID}{TEXT}{CLOSE}]")
HEAD = re.compile(f"{OPEN}([^{MID}]*){MID}([^{TEXT}]*){TEXT}")
PRIVATE = re.compile("[\ue000-\uf8ff]")
STOPS = re.compile(f"([.?!])({CLOSE}*”{CLOSE}*)[.]")  # a quotation that ends a sentence


def mark(text: str, kind: str, fact: str) -> str:
    """The text, marked as standing on a Fact (or an instrument's or source's id)."""
    return f"{OPEN}{kind}{MID}{fact}{TEXT}{text}{CLOSE}"


def unmarked(marked: str) -> tuple[str, tuple[Bound, ...]]:
    """The text alone, and its bound spans in order of their start."""
    text: list[str] = []
    length, found, opened = 0, [], []
    position = 0
    while position < len(marked):
        head = HEAD.match(marked, position)
        if head:
            opened.append((length, head.group(1), head.group(2)))
            position = head.end()
            continue
        if marked[position] == CLOSE:
            start, kind, fact = opened.pop()
            found.append(Bound((start, length), kind, fact))  # type: ignore[arg-type]
        else:
            text.append(marked[position])
            length += 1
        position += 1
    return "".join(text), tuple(sorted(found, key=lambda one: (one.at, one.type)))


def bare(marked: str) -> str:
    """The text without its marks."""
    return ANY.sub("", marked)


def facts_of(marked: str, kind: str | None = None) -> tuple[str, ...]:
    """The ids that the marks carry, in order, of one kind or of all."""
    return tuple(
        head.group(2)
        for head in HEAD.finditer(marked)
        if kind is None or head.group(1) == kind
    )


def stranger(text: str) -> str:
    """Strangers' text without private-use characters, so that it cannot mark."""
    return PRIVATE.sub("", text)
