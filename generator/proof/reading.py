"""An edited note read: its sentences, each beside the claim that it was."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import groupby

from generator.model.note import Claim
from generator.plain import markdown

ALIKE = 0.5  # ratio from which an edited sentence is taken for a claim
LISTED = re.compile(r"\s*\d+[.)] ")
RULED = re.compile(r"\s*\|?[\s:|-]+\|?\s*$")
ABBREVIATED = re.compile(
    r"(?:\b(?:U\.S|U\.K|e\.g|i\.e|vs|No|Nos|Inc|Corp|Co|Ltd|St|Mr|Mrs|Ms|Dr|Jr|Sr|est|"
    r"approx|cf|al|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|\b[A-Z])\.$"
)
STOP = re.compile(r"[.!?…]+[\"'”’)\]*_]*(?=\s+\S)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, table row or title; `start` is its offset in the file.

    Sentences of one paragraph share its number; `claim` is what it was when it was
    written, None for a new one, and `exact` says that not a character differs.
    """

    start: int
    text: str
    section: str
    paragraph: int
    claim: Claim | None = None
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A note read against its claims: sentences in order, and the claims gone."""

    text: str
    sentences: tuple[Sentence, ...]
    gone: tuple[Claim, ...]
    listed: tuple[markdown.Line, ...]
    sections: dict[str, int]


def page(text: str, claims: Sequence[Claim]) -> Page:
    """The note beside its claims: equal ones first, then the most alike."""
    blocks = tuple(_blocks(text))
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
    )


def _body(text: str) -> list[markdown.Line]:
    return list(markdown.lines(text))


def _is_listed(line: markdown.Line) -> bool:
    return line.section == "sources" and LISTED.match(line.text) is not None


def _blocks(text: str) -> Iterator[Sentence]:
    """Title, paragraphs and table rows; a paragraph's line breaks become spaces."""
    yield from _title(text)
    body = _body(text)
    disclosed = max((n for n, line in enumerate(body) if _is_slanted(line)), default=-1)
    skipped = {n for n, line in enumerate(body) if _is_furniture(body, n)} | {disclosed}
    number = 0
    for kind, group in groupby(
        range(len(body)), lambda n: "" if n in skipped else _kind(body[n], n)
    ):
        shown = [body[n] for n in group]
        number += 1
        if kind:
            lines = text[shown[0].start : shown[-1].end]
            flat = lines.replace("\r", " ").replace("\n", " ")
            yield Sentence(shown[0].start, flat, shown[0].section, number)


def _title(text: str) -> Iterator[Sentence]:
    match = re.match(r"\A\ufeff?---\r?\n(?:.*\n)*?title:[ \t]*(.*?)\s*$", text, re.M)
    if match and match.start(1) < _body(text)[0].start:
        bare = match.group(1).strip("\"'")
        start = match.start(1) + match.group(1).find(bare)
        yield Sentence(start, bare.replace('\\"', '"'), "title", 0)


def _kind(line: markdown.Line, number: int) -> str:
    """What groups lines into one block: rows, heads and list items stand alone."""
    alone = line.text.lstrip().startswith(("|", "- ", "* ", "#")) or line.is_heading
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


def _is_slanted(line: markdown.Line) -> bool:
    """Whether a line of the foot stands in italics, as the disclosure does."""
    shown = line.text.strip()
    return (
        line.section in {"sources", "foot"}
        and re.match(r"[*_](?![*_]).*[*_]$", shown) is not None
    )


def _equal(
    blocks: Sequence[Sentence], claims: Sequence[Claim]
) -> tuple[list[Sentence], list[Sentence], list[Claim]]:
    """Sentences equal to a claim, what is left of the blocks, the claims left."""
    taken: dict[int, list[tuple[int, int]]] = {}
    found: list[Sentence] = []
    left = []
    for claim in claims:
        near = sorted(blocks, key=lambda one: one.section != claim.section)
        place = next(_places(near, claim.text, taken), None)
        if place is None:
            left.append(claim)
            continue
        block, start = place
        taken.setdefault(block.start, []).append((start, start + len(claim.text)))
        at = block.start + start
        found.append(replace(block, start=at, text=claim.text, claim=claim, exact=True))
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
    return aligned, gone


def _units(stretch: Sentence, claims: Sequence[Claim]) -> Iterator[Sentence]:
    """A stretch as claims count it: whole where a claim of several sentences was."""
    if stretch.text.startswith("|") or stretch.section == "title":
        yield stretch
        return
    parts = list(sentences(stretch.text))
    if len(parts) > 1 and any(
        claim.section == stretch.section
        and len(list(sentences(claim.text))) > 1
        and likeness(stretch.text, claim.text) >= ALIKE
        for claim in claims
    ):
        yield stretch
        return
    for start, text in parts:
        yield replace(stretch, start=stretch.start + start, text=text)


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
    opener = re.match(r"[\"'“‘(\[*_$€£¥+−-]*[A-Z0-9$€£¥]", after)
    return bool(opener) and not (
        match.group().startswith(".")
        and ABBREVIATED.search(text[start : match.start() + 1])
    )


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    shown = text[start:end]
    if shown.strip():
        yield start + len(shown) - len(shown.lstrip()), shown.strip()
