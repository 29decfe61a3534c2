"""An edited note read: its sentences, each beside the claim that it was."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import groupby

from generator.model.note import Claim
from generator.plain import markdown
from generator.proof.joints import mended
from generator.proof.sentence import Sentence
from generator.proof.tokens import flattened

ALIKE = 0.5  # ratio from which an edited sentence is taken for a claim
LISTED = re.compile(r"\s*\d+[.)] ")
MARKED = re.compile(r"(?:\s*(?:#{1,6}|[-*+>]|\d+[.)])\s+)?")  # heads, items, quotations
RULED = re.compile(r"\s*\|?[\s:|-]+\|?\s*$")
ABBREVIATED = re.compile(
    r"(?:\b(?:U\.S|U\.K|e\.g|i\.e|vs|No|Nos|Inc|Corp|Co|Ltd|St|Mr|Mrs|Ms|Dr|Jr|Sr|est|"
    r"approx|cf|al|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|\b[A-Z])\.$"
)
STOP = re.compile(r"[.!?…]+[\"'”’)\]*_]*(?=\s+\S)")


@dataclass(frozen=True, slots=True)
class Page:
    """A note read against its claims: sentences in order, and the claims gone.

    `start` is where the body begins, `sections` where each heading stands.
    """

    text: str
    sentences: tuple[Sentence, ...]
    gone: tuple[Claim, ...]
    listed: tuple[markdown.Line, ...]
    sections: dict[str, int]
    start: int


def page(text: str, claims: Sequence[Claim], disclosure: str = "") -> Page:
    """The note beside its claims: equal ones first, then the most alike.

    The line that prints the disclosure word for word claims nothing and is left out.
    """
    blocks = tuple(_blocks(text, disclosure))
    exact, rest, gone = _equal(blocks, claims)
    edited, gone = _alike(rest, gone)
    sections = {
        line.section: line.start for line in reversed(_body(text)) if line.section
    }
    return Page(
        text=text,
        sentences=tuple(sorted([*exact, *edited], key=lambda one: one.start)),
        gone=tuple(gone),
        listed=tuple(line for line in _body(text) if _is_listed(line)),
        sections=sections,
        start=_body(text)[0].start,
    )


def _body(text: str) -> list[markdown.Line]:
    return list(markdown.lines(text))


def _is_listed(line: markdown.Line) -> bool:
    return line.section == "sources" and LISTED.match(line.text) is not None


def _blocks(text: str, disclosure: str) -> Iterator[Sentence]:
    """Title, paragraphs and table rows; a paragraph's line breaks become spaces."""
    yield from _title(text)
    body = _body(text)
    skipped = {
        number
        for number, line in enumerate(body)
        if _is_furniture(body, number) or _discloses(line, disclosure)
    }
    groups = groupby(
        range(len(body)), lambda n: "" if n in skipped else _kind(body[n], n)
    )
    for number, (kind, group) in enumerate(groups, 1):
        shown = [body[n] for n in group]
        if kind:
            start = shown[0].start + len(MARKED.match(shown[0].text)[0])  # type: ignore[index]
            flat = text[start : shown[-1].end].replace("\r", " ").replace("\n", " ")
            yield Sentence(start, flat, shown[0].section, number)


def _title(text: str) -> Iterator[Sentence]:
    match = re.match(
        r"\A\ufeff?---\r?\n(?:.*\n)*?title:[ \t]*(.*?)\s*$", text, re.MULTILINE
    )
    if match and match.start(1) < _body(text)[0].start:
        bare = match.group(1).strip("\"'")
        start = match.start(1) + match.group(1).find(bare)
        yield Sentence(start, bare.replace('\\"', '"'), "title", 0)


def _kind(line: markdown.Line, number: int) -> str:
    """What groups lines into one block: rows, heads and list items stand alone."""
    alone = line.text.lstrip().startswith("|") or MARKED.match(line.text)[0]  # type: ignore[index]
    return f"{number}" if alone else f"text {line.section}"


def _is_furniture(body: Sequence[markdown.Line], number: int) -> bool:
    """Blank lines, known headings, pictures, listed sources, heads of tables."""
    line = body[number]
    shown = line.text.strip()
    if not shown or shown.startswith("![") or _is_listed(line):
        return True
    if line.is_heading:
        return not re.search(r"\d", re.sub(r"\(\d+\)\s*$", "", shown))
    below = body[number + 1].text if number + 1 < len(body) else ""
    ruled = _is_rule(shown)
    return ruled or (shown.startswith("|") and _is_rule(below))


def _is_rule(text: str) -> bool:
    return "-" in text and RULED.match(text) is not None


def _discloses(line: markdown.Line, disclosure: str) -> bool:
    """Whether a line in italics is the disclosure, word for word."""
    shown = re.fullmatch(r"[*_](?:Disclosure:)?(.*)[*_]", line.text.strip())
    return bool(disclosure and shown and flattened(shown[1]) == flattened(disclosure))


def _equal(
    blocks: Sequence[Sentence], claims: Sequence[Claim]
) -> tuple[list[Sentence], list[Sentence], list[Claim]]:
    """Sentences equal to a claim, what is left of the blocks, the claims left."""
    taken: dict[int, list[tuple[int, int]]] = {}
    found: list[Sentence] = []
    left = list(claims)
    for own in (True, False):  # a twin of another section waits for its own claim
        waiting, left = left, []
        for claim in waiting:
            near = [one for one in blocks if (one.section == claim.section) is own]
            place = next(_places(near, claim.text, taken), None)
            if place is None:
                left.append(claim)
                continue
            block, start = place
            taken.setdefault(block.start, []).append((start, start + len(claim.text)))
            one = replace(block, start=block.start + start, text=claim.text)
            found.append(replace(one, claim=claim, exact=True))
    rest = [one for block in blocks for one in _left_of(block, taken)]
    return found, rest, left


def _places(
    blocks: Iterable[Sentence], text: str, taken: dict[int, list[tuple[int, int]]]
) -> Iterator[tuple[Sentence, int]]:
    """Where a claim's text stands as whole sentences that are not yet taken."""
    for block in blocks:
        start = block.text.find(text) if text else -1
        while start >= 0:
            end = start + len(text)
            spans = taken.get(block.start, [])
            free = all(end <= first or last <= start for first, last in spans)
            edges = {0, len(block.text)}.union(*spans)
            if free and _is_whole(block.text, start, end, edges):
                yield block, start
            start = block.text.find(text, start + 1)


def _is_whole(text: str, start: int, end: int, edges: set[int]) -> bool:
    """Whether a stretch begins and ends where sentences do."""
    before, after = text[:start].rstrip(), text[end:].lstrip()
    opens = (
        not before or len(before) in edges or re.search(r"[.!?…][\"'”’)\]*_]*$", before)
    )
    closes = (
        not after or end in edges or re.search(r"[.!?…][\"'”’)\]*_]*$", text[start:end])
    )
    return bool(opens and closes)


def _left_of(
    block: Sentence, taken: dict[int, list[tuple[int, int]]]
) -> Iterator[Sentence]:
    """The stretches of a block that no equal claim has taken."""
    position = 0
    for first, last in [*sorted(taken.get(block.start, [])), (len(block.text),) * 2]:
        text = block.text[position:first]
        if text.strip():
            start = position + len(text) - len(text.lstrip())
            yield replace(block, start=block.start + start, text=text.strip())
        position = max(position, last)


def _alike(
    rest: Sequence[Sentence], claims: Sequence[Claim]
) -> tuple[list[Sentence], list[Claim]]:
    """The edited sentences, each with the claim most alike, and the claims gone."""
    units = [unit for stretch in rest for unit in _units(stretch, claims)]
    scored = sorted(
        (-ratio, number, place)
        for number, unit in enumerate(units)
        for place, claim in enumerate(claims)
        if claim.section == unit.section
        and (ratio := likeness(unit.text, claim.text)) >= ALIKE
    )
    partner: dict[int, int] = {}
    for _, number, place in scored:
        if number not in partner and place not in partner.values():
            partner[number] = place
    aligned = [
        replace(unit, claim=claims[partner[number]]) if number in partner else unit
        for number, unit in enumerate(units)
    ]
    gone = [one for place, one in enumerate(claims) if place not in partner.values()]
    return mended(aligned, gone, likeness)


def _units(stretch: Sentence, claims: Sequence[Claim]) -> Iterator[Sentence]:
    """A stretch as claims count it: a sentence each, or as many as a claim had."""
    parts = list(sentences(stretch.text))
    if stretch.text.startswith("|") or stretch.section == "title":
        parts = [(0, stretch.text)]
    runs: dict[int, int] = {}
    for claim in claims:
        if claim.section == stretch.section:
            runs |= _run_like(claim, parts, runs)
    position = 0
    while position < len(parts):
        last = runs.get(position, position + 1)
        yield _joined(stretch, parts[position:last])
        position = last


def _run_like(
    claim: Claim, parts: Sequence[tuple[int, str]], runs: dict[int, int]
) -> dict[int, int]:
    """The run of sentences most like a claim of several, first and after the last."""
    size = len(list(sentences(claim.text)))
    taken = {place for first, last in runs.items() for place in range(first, last)}
    starts = [
        first
        for first in range(len(parts) - size + 1)
        if size > 1 and not taken & set(range(first, first + size))
    ]
    scored = [
        (
            likeness(" ".join(text for _, text in parts[one : one + size]), claim.text),
            -one,
        )
        for one in starts
    ]
    ratio, place = max(scored, default=(0.0, 0))
    return {-place: -place + size} if ratio >= ALIKE else {}


def _joined(stretch: Sentence, parts: Sequence[tuple[int, str]]) -> Sentence:
    """Sentences of a stretch that stand together, as one."""
    (first, _), (start, last) = parts[0], parts[-1]
    text = stretch.text[first : start + len(last)]
    return replace(stretch, start=stretch.start + first, text=text)


def likeness(one: str, other: str) -> float:
    """How alike two texts are, from 0 to 1, whichever comes first."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
        return 0.0
    return matcher.ratio()


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of a text with their offsets; "U.S." and "vs." end none."""
    start = 0
    for match in STOP.finditer(text):
        if _ends(text, start, match):
            yield from _trimmed(text, start, match.end())
            start = match.end()
    yield from _trimmed(text, start, len(text))


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    after = text[match.end() :].lstrip()
    opener = re.match(r"[\"'“\u2018(\[*_$€£¥+−-]*[A-Z0-9$€£¥]", after)
    return bool(opener) and not (
        match.group().startswith(".")
        and ABBREVIATED.search(text[start : match.start() + 1])
    )


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    shown = text[start:end]
    if shown.strip():
        yield start + len(shown) - len(shown.lstrip()), shown.strip()
