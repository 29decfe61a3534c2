"""How much of a note its readers have read before, and which roles repeat themselves.

    python -m bench.variety [DIR ...] [-v]
    python -m bench.variety --days SUBJECT FIRST LAST [--prices DIR ...] [-v]

Prose only, as `bench.prose` tells it; every figure is one same token, words in small
letters and marks are tokens, a note is one run of tokens. Each note is held against the
20 before it on its subject; figures are means over the notes that have one before them.

- sixgrams_seen: the share of a note's six-grams that one of those notes holds;
- longest_ngram_median: tokens of the longest run shared with the note just before, the
  median over notes (longest_words_median: without marks);
- repeated_sentences: the share of sentences that one of those notes holds;
- self_bleu4: BLEU-4 (Papineni 2002) of a note with those notes as references, counts
  clipped at the largest of any one reference, closest length for brevity; an order
  without a match counts 1/2, 1/4 ... of a match (sacrebleu's `exp` smoothing);
- distinct2: distinct bigrams over bigrams within a note, all notes
  (distinct2_words: without marks).

The table by role says which slots carry the repeats: `own form` is the share of the
repeats that the very same form said before, the rest stands in several forms alike.
`-v` names every repeated sentence and every long shared run. The last line is JSON.
"""

import argparse
import json
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import fmean, median

from bench.prose import Note, Sentence, asked_for, by_subject, given_notes
from generator.errors import GeneratorError

WINDOW = 20
N = 6
ORDERS = 4
TARGETS = {
    "sixgrams_seen": 0.037,
    "longest_ngram_median": 7,
    "repeated_sentences": 0,
    "self_bleu4": 0.29,
    "distinct2": 0.89,
}
ROLES = 60  # rows of the table by role
PHRASES = 4  # repeated phrases named for each role
LONG = 7  # tokens of a shared run that `-v` names
SHORTEST = 3  # spaces of a phrase worth naming; the rest lies in the next sentence
CLOSING, OPENING = ".,;:!?%)’'", ("(", "$", "+", " -")

Gram = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """A run of tokens within a sentence that an earlier note of the window holds."""

    sentence: Sentence
    text: str
    grams: int
    own: int
    earlier: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What one note repeats of the notes before it."""

    note: Note
    before: int
    sixgrams: float
    longest: int
    longest_words: int
    run: str
    repeated: tuple[tuple[Sentence, str], ...]
    bleu: float
    seen: tuple[Seen, ...]


@lru_cache(maxsize=4096)
def grams(tokens: Gram, n: int) -> tuple[Gram, ...]:
    """The n-grams of some tokens, left to right."""
    return tuple(tokens[at : at + n] for at in range(len(tokens) - n + 1))


@lru_cache(maxsize=512)
def counts(tokens: Gram, n: int) -> Counter[Gram]:
    """How often each n-gram stands in some tokens."""
    return Counter(grams(tokens, n))


def figures(note: Note, before: Sequence[Note]) -> Figures:
    """What a note repeats of those before it, the oldest first and at least one."""
    held: dict[Gram, list[tuple[Note, str]]] = defaultdict(list)
    for one in before:
        for at, gram in enumerate(grams(one.tokens, N)):
            held[gram].append((one, one.owners[at].form))
    said = {sentence.tokens: one.label for one in before for sentence in one.sentences}
    own = grams(note.tokens, N)
    at, size = longest(note.tokens, before[-1].tokens)
    run = note.tokens[at : at + size]
    return Figures(
        note=note,
        before=len(before),
        sixgrams=sum(gram in held for gram in own) / max(len(own), 1),
        longest=size,
        longest_words=sum(token[0].isalnum() for token in run),
        run=readable(run),
        repeated=tuple(
            (one, said[one.tokens]) for one in note.sentences if one.tokens in said
        ),
        bleu=bleu(note.tokens, [one.tokens for one in before]),
        seen=tuple(runs(note, held)),
    )


def longest(one: Gram, other: Gram) -> tuple[int, int]:
    """Where in one the longest run that both hold begins, and how long it is.

    If they share a run they share all its parts, so its length can be halved in on.
    """
    low, high, place = 0, min(len(one), len(other)), 0
    while low < high:
        size = (low + high + 1) // 2
        theirs = {other[at : at + size] for at in range(len(other) - size + 1)}
        found = (
            at for at in range(len(one) - size + 1) if one[at : at + size] in theirs
        )
        at = next(found, -1)
        if at < 0:
            high = size - 1
        else:
            low, place = size, at
    return place, low


def runs(note: Note, held: Mapping[Gram, Sequence[tuple[Note, str]]]) -> Iterator[Seen]:
    """The seen six-grams of a note joined to runs, each with the sentence it opens in.

    A run is told to the end of its sentence, so that a phrase belongs to one form.
    """
    every = grams(note.tokens, N)
    at = 0
    while at < len(every):
        if every[at] not in held:
            at += 1
            continue
        owner, start = note.owners[at], at
        while at < len(every) and every[at] in held and note.owners[at] is owner:
            at += 1
        last, _ = held[every[start]][-1]
        own = [any(form == owner.form for _, form in held[g]) for g in every[start:at]]
        parts = zip(note.tokens, note.owners, strict=True)
        shared = [part for part, one in [*parts][start : at + N - 1] if one is owner]
        text = readable(shared)
        yield Seen(owner, text, at - start, sum(own), last.label)


def readable(tokens: Sequence[str]) -> str:
    """Tokens as a person reads them, figures as `0`."""
    text = ""
    for part in tokens:
        close = part in CLOSING or text.endswith(OPENING)
        text += part if close or not text else f" {part}"
    return text


def bleu(tokens: Gram, references: Sequence[Gram]) -> float:
    """BLEU-4 of one text against several, from 0 to 1; smoothed as sacrebleu's exp."""
    logs, smooth = 0.0, 1.0
    for n in range(1, ORDERS + 1):
        own = counts(tokens, n)
        every = [counts(one, n) for one in references]
        matched = sum(
            min(count, max(one[gram] for one in every)) for gram, count in own.items()
        )
        whole = sum(own.values())
        if not whole:
            return 0.0
        if not matched:
            smooth *= 2
        logs += math.log((matched or 1 / smooth) / whole)
    length = len(tokens)
    _, closest = min((abs(len(one) - length), len(one)) for one in references)
    brevity = 1.0 if length >= closest else math.exp(1 - closest / length)
    return brevity * math.exp(logs / ORDERS)


def distinct(tokens: Gram) -> float:
    """Distinct bigrams over bigrams; 1 where there is none."""
    pairs = grams(tokens, 2)
    return len({*pairs}) / len(pairs) if pairs else 1.0


def measured(notes: Sequence[Note]) -> list[Figures]:
    """The figures of every note that has one before it on its subject."""
    return [
        figures(mine[at], mine[max(at - WINDOW, 0) : at])
        for mine in by_subject(notes).values()
        for at in range(1, len(mine))
    ]


def tree(notes: Sequence[Note], told: Sequence[Figures]) -> dict[str, float]:
    """What the last line says of the notes."""
    if not told:
        message = "one note a subject repeats nothing; give two or more of a subject"
        raise ValueError(message)
    sentences = [len(one.repeated) / max(len(one.note.sentences), 1) for one in told]
    return {
        "sixgrams_seen": round(fmean(one.sixgrams for one in told), 4),
        "longest_ngram_median": median(one.longest for one in told),
        "longest_words_median": median(one.longest_words for one in told),
        "repeated_sentences": round(fmean(sentences), 4),
        "self_bleu4": round(fmean(one.bleu for one in told), 4),
        "distinct2": round(fmean(distinct(one.tokens) for one in notes), 4),
        "distinct2_words": round(fmean(distinct(words_of(one)) for one in notes), 4),
        "words": round(fmean(len(words_of(one)) for one in notes), 1),
    }


def words_of(note: Note) -> Gram:
    return tuple(token for token in note.tokens if token[0].isalnum())


@dataclass(frozen=True, slots=True)
class Role:
    """What the sentences of one role repeat, over all notes."""

    name: str
    notes: int
    forms: int
    grams: int
    seen: int
    own: int
    repeated: int
    phrases: tuple[tuple[str, int, str], ...]


def roles(told: Sequence[Figures]) -> list[Role]:
    """Every role, what repeats most first."""
    found = defaultdict(list)
    for one in told:
        for name in {sentence.role for sentence in one.note.sentences}:
            found[name].append(one)
    made = [role(name, mine) for name, mine in sorted(found.items())]
    return sorted(made, key=lambda one: -one.seen)


def role(name: str, told: Sequence[Figures]) -> Role:
    """What one role repeats over these notes, in all of which it speaks."""
    forms = {s.form for one in told for s in one.note.sentences if s.role == name}
    seen = [run for one in told for run in one.seen if run.sentence.role == name]
    owners = (
        owner
        for one in told
        for owner in one.note.owners[: max(len(one.note.tokens) - N + 1, 0)]
    )
    return Role(
        name=name,
        notes=len(told),
        forms=len(forms),
        grams=sum(owner.role == name for owner in owners),
        seen=sum(run.grams for run in seen),
        own=sum(run.own for run in seen),
        repeated=sum(s.role == name for one in told for s, _ in one.repeated),
        phrases=tuple(phrases(seen)),
    )


def phrases(seen: Sequence[Seen]) -> Iterator[tuple[str, int, str]]:
    """The runs that cost most six-grams: as read, how often, by which forms."""
    by_text: dict[str, list[Seen]] = defaultdict(list)
    for run in seen:
        if run.text.count(" ") >= SHORTEST:
            by_text[run.text].append(run)
    costly = sorted(by_text.items(), key=lambda p: (-sum(r.grams for r in p[1]), p[0]))
    for text, mine in costly[:PHRASES]:
        forms = Counter(run.sentence.form.split("/")[-1] for run in mine)
        yield text, len(mine), ", ".join(f"{f} {n}" for f, n in forms.most_common(4))


def role_table(told: Sequence[Figures]) -> Iterator[str]:
    """The lines of the table by role."""
    every = roles(told)
    whole = sum(one.seen for one in every) or 1
    yield (
        f"{'role':28}{'notes':>6}{'forms':>6}{'6-grams':>9}{'seen':>7}{'of all':>8}"
        f"{'own form':>9}{'sentences':>10}"
    )
    for one in every[:ROLES]:
        yield (
            f"{one.name[:27]:28}{one.notes:6}{one.forms:6}{one.grams:9,}"
            f"{one.seen / max(one.grams, 1):7.1%}{one.seen / whole:8.1%}"
            f"{one.own / max(one.seen, 1):9.0%}{one.repeated:10}"
        )
        for text, count, forms in one.phrases:
            yield f"    {count:3}x  {text}   [{forms}]"


def form_table(told: Sequence[Figures]) -> Iterator[str]:
    """The lines of the table by form: how often it spoke, what it repeats a time."""
    spoke = Counter(
        form for one in told for form in {s.form for s in one.note.sentences}
    )
    seen: Counter[str] = Counter()
    for one in told:
        for run in one.seen:
            seen[run.sentence.form] += run.grams
    yield f"{'form':44}{'notes':>6}{'six-grams seen':>16}{'a note':>8}"
    for form, count in seen.most_common():
        yield f"{form[:43]:44}{spoke[form]:6}{count:16,}{count / spoke[form]:8.1f}"


def offences(told: Sequence[Figures]) -> Iterator[str]:
    """Every repeated sentence and every long shared run, by note."""
    for one in told:
        for sentence, earlier in one.repeated:
            where = f"{one.note.label} {sentence.form}"
            yield f"again   {where} (as in {earlier}): {sentence.text}"
        if one.longest > LONG:
            yield f"run {one.longest:3} {one.note.label}: {one.run}"


def main(notes: Sequence[Note], *, verbose: bool = False) -> dict[str, object]:
    """Print the tables and give what the last line says."""
    told = measured(notes)
    every = tree(notes, told)
    full = [one for one in told if one.before == WINDOW]
    print(f"{len(notes)} notes, {len(told)} with a note before, {len(full)} with 20")
    for name, target in TARGETS.items():
        met = every[name] >= target if name == "distinct2" else every[name] <= target
        bound = "at least" if name == "distinct2" else "at most"
        state = "met" if met else "not met"
        print(f"{name:22}{every[name]:9.4f}   {bound} {target}: {state}")
    print("\n".join(role_table(told)))
    if verbose:
        print("\n".join([*form_table(told), *offences(told)]))
    share = {
        "sixgrams_seen_of_20": round(fmean(f.sixgrams for f in full), 4)
        if full
        else None
    }
    return {
        "bench": "variety",
        **every,
        **share,
        "notes": len(notes),
        "subjects": sorted({note.subject for note in notes}),
    }


def told_line(arguments: Sequence[str] | None = None) -> int:
    """The bench from the command line: 0, or 1 with one line on what to mend."""
    parser = argparse.ArgumentParser(prog="bench.variety", description=__doc__)
    asked_for(parser)
    parser.add_argument("-v", "--verbose", action="store_true")
    given = parser.parse_args(arguments)
    try:
        print(json.dumps(main(given_notes(given), verbose=given.verbose)))
    except (GeneratorError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(told_line())
