"""How clean the English of notes is, and how it reads.

    python -m bench.grammar [DIR ...] [-v] [--links]
    python -m bench.grammar --days SUBJECT FIRST LAST [--prices DIR ...] [-v]

Prose only, as `bench.prose` tells it. Findings are those of harper (the package
harper-py, every rule that is on by default, American English) but for the names in
`bench/words.txt` and in the headlines a note lists, and those of the rules here:
articles, doubled words, unpaired quotes and brackets, small letters that open a
sentence, spaces, sentences of more than 45 words, filler, and paragraphs that print
neither a Fact nor a headline.

- flesch: 206.835 - 1.015 * words / sentences - 84.6 * syllables / words (Flesch 1948),
  the mean over notes; syllables by the letters, initials one a letter, a figure one
  (Flesch leaves long figures out of the count);
- sentence_sd: the standard deviation of a note's sentence lengths in words, the mean;
- short_sentences: the share of sentences of six words or fewer, the mean.

`--links` asks Debian's link-grammar how many words of a sentence fit no parse: advice,
never a finding. `-v` names every finding. The last line is JSON.
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from statistics import fmean, pstdev

from bench.english import OF_SENTENCES, syllables, unpaired
from bench.prose import (
    Note,
    Sentence,
    asked_for,
    counted,
    given_notes,
    paragraphs_of,
    words_in,
)
from generator.errors import GeneratorError

WORDS = Path(__file__).with_name("words.txt")
SHORT = 6
OF_NAMES = frozenset({"SpellCheck", "OrthographicConsistency", "SplitWords"})
SHOWN = 40  # lines of a table
CONTEXT = 30  # characters shown on either side
BOUNDS = {
    "flesch": (55, 70),
    "sentence_sd": (8, None),
    "short_sentences": (0.10, 0.22),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One finding: by which rule, on which words, in which sentence or paragraph."""

    rule: str
    words: str
    note: str
    form: str
    context: str


def faults(note: Note) -> Iterator[Fault]:
    """The findings of our own rules in a note."""
    for sentence in note.sentences:
        for rule, found in OF_SENTENCES.items():
            for hit in found(sentence.text):
                near = around(sentence.text, hit.at)
                yield Fault(rule, hit.words, note.label, sentence.form, near)
    for told in paragraphs_of(note):
        number = told[0].paragraph
        text = note.paragraphs[number]
        for hit in unpaired(text):
            yield Fault("unpaired", hit.words, note.label, told[0].form, text[:80])
        if note.ledger and not note.factual[number]:
            yield Fault("no fact", text[:80], note.label, told[0].form, text[:80])


def around(text: str, at: int) -> str:
    return text[max(at - CONTEXT, 0) : at + 2 * CONTEXT]


# --- harper, where it is installed


def harper_faults(notes: Sequence[Note]) -> list[Fault] | None:
    """What harper finds outside the word list; None where it is not installed."""
    try:
        harper = import_module("harper")
    except ImportError:
        return None
    linter, known = harper.Linter(harper.Dialect.AMERICAN), known_words()
    linter.import_words(known)
    return [
        Fault(f"harper {rule}", lint.problem_text, note.label, form, near)
        for note in notes
        for number, text in enumerate(note.paragraphs)
        for rule, lints in linter.organized_lints(text, language="plaintext").items()
        for lint in lints
        if not (rule in OF_NAMES and lint.problem_text in {*known, *listed(note)})
        for form in [form_at(note, number, lint.span.start)]
        for near in [around(text, lint.span.start)]
    ]


def known_words() -> list[str]:
    """The names that harper does not know; WORDS has one a line."""
    return WORDS.read_text(encoding="utf-8").split("\n")[:-1]


def listed(note: Note) -> frozenset[str]:
    """The words of the headlines that a note lists: strangers' names."""
    if note.ledger is None:
        return frozenset()
    titles = (
        f"{one.title} {one.summary} {one.publisher}" for one in note.ledger.sources
    )
    return frozenset(re.findall(r"[\w&’'-]+", " ".join(titles)))


def form_at(note: Note, paragraph: int, at: int) -> str:
    """The form of the sentence that stands at a place of a paragraph."""
    end, form = 0, "-"
    for one in note.sentences:
        if one.paragraph == paragraph and end <= at:
            end += len(one.text) + 1
            form = one.form
    return form


# --- how it reads


def flesch(note: Note) -> float:
    """The reading ease of a note; 100 is easy, 0 hard."""
    words = [word for one in note.sentences for word in words_in(one.text)]
    count = max(len(words), 1)
    spoken = sum(map(syllables, words))
    sentences = max(len(note.sentences), 1)
    return 206.835 - 1.015 * count / sentences - 84.6 * spoken / count


def lengths(note: Note) -> list[int]:
    """The words of each sentence."""
    return [sentence.words for sentence in note.sentences]


def reading(notes: Sequence[Note]) -> dict[str, float]:
    """The means over notes of how they read."""
    every = [note for note in notes if note.sentences]
    if not every:
        raise ValueError("no prose in these notes; name notes with an Analysis section")
    ease = [flesch(note) for note in every]
    low, high = BOUNDS["flesch"]
    assert high is not None
    return {
        "flesch": round(fmean(ease), 1),
        "flesch_outside": sum(not low <= one <= high for one in ease),
        "sentence_words": round(fmean(fmean(lengths(note)) for note in every), 1),
        "sentence_sd": round(fmean(pstdev(lengths(note)) for note in every), 2),
        "short_sentences": round(fmean(short(note) for note in every), 4),
        "longest_sentence": max(max(lengths(note)) for note in every),
        "paragraph_words": round(fmean(map(per_paragraph, every)), 1),
    }


def short(note: Note) -> float:
    """The share of sentences of six words or fewer."""
    return fmean(count <= SHORT for count in lengths(note))


def per_paragraph(note: Note) -> float:
    return sum(lengths(note)) / len(note.paragraphs)


# --- link-grammar, where it is installed


def unparsed(sentences: Sequence[Sentence]) -> dict[str, int] | None:
    """Words of each sentence that fit no parse; None where there is no link-parser."""
    program = shutil.which("link-parser")
    if program is None:
        return None
    texts = list(dict.fromkeys(one.text.replace("\n", " ") for one in sentences))
    options = ["-graphics=0", "-verbosity=1", "-limit=50", "-timeout=4", "-echo=1"]
    done = subprocess.run(
        [program, "en", *options],
        input="\n".join(texts) + "\n",
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        why = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise ValueError(f"link-parser: {why}; install link-grammar-dictionaries-en")
    found, known, at = {}, frozenset(texts), ""
    for line in done.stdout.splitlines():
        at = line if line in known else at
        unused = re.search(r"\(UNUSED=(\d+)", line)
        if unused and at and at not in found:
            found[at] = int(unused[1])
    return found


def advice(notes: Sequence[Note]) -> Iterator[str]:
    """The forms whose sentences link-grammar parses least, with an example each."""
    sentences = [one for note in notes for one in note.sentences]
    left = unparsed(sentences)
    if left is None:
        yield "link-grammar: no link-parser here; apt-get install link-grammar"
        return
    by_form: dict[str, list[Sentence]] = defaultdict(list)
    for one in sentences:
        if left.get(one.text):
            by_form[one.form].append(one)
    bad = sum(map(len, by_form.values()))
    yield f"link-grammar: {bad} of {len(sentences)} sentences leave words unparsed"
    ranked = sorted(by_form, key=lambda form: -max(left[s.text] for s in by_form[form]))
    for form in ranked:
        worst = max(by_form[form], key=lambda one: left[one.text])
        yield f"  {left[worst.text]} words  {form[:40]:40} {worst.text}"


def table(found: Sequence[Fault], read: Mapping[str, float]) -> Iterator[str]:
    """The lines of what was found and of how it reads."""
    by_rule = counted(found, lambda one: one.rule)
    yield f"{'rule':28}{'findings':>9}   words"
    for rule, mine in by_rule.items():
        most = list(counted(mine, lambda one: one.words).items())[:3]
        told = "; ".join(f"{words[:40]!r} {len(every)}" for words, every in most)
        yield f"{rule:28}{len(mine):9}   {told}"
    for name, value in read.items():
        yield f"{name:28}{value:9}   {bounded(name, value)}".rstrip()


def bounded(name: str, value: float) -> str:
    """Whether a figure is within its bounds, in words."""
    if name not in BOUNDS:
        return ""
    low, high = BOUNDS[name]
    met = low <= value <= (high if high is not None else value)
    span = f"{low} to {high}" if high is not None else f"at least {low}"
    return f"{span}: {'met' if met else 'not met'}"


def by_form(found: Sequence[Fault]) -> Iterator[str]:
    """The forms with most findings, and one of each rule there."""
    yield f"{'form':44}{'findings':>9}   first of each rule"
    for form, mine in list(counted(found, lambda one: one.form).items())[:SHOWN]:
        firsts = {one.rule: one for one in reversed(mine)}.values()
        told = "; ".join(f"{one.rule} {one.words[:30]!r}" for one in firsts)
        yield f"{form[:43]:44}{len(mine):9}   {told}"


def main(
    notes: Sequence[Note], *, verbose: bool = False, links: bool = False
) -> dict[str, object]:
    """Print the tables and give what the last line says."""
    read = reading(notes)
    found = [fault for note in notes for fault in faults(note)]
    theirs = harper_faults(notes)
    if theirs is None:
        print("harper is not installed, so not asked; pip install harper-py")
    found += theirs or []
    print("\n".join([*table(found, read), *by_form(found)]))
    if verbose:
        for one in found:
            print(f"{one.note} {one.form} {one.rule} {one.words!r}: {one.context}")
    if links:
        print("\n".join(advice(notes)))
    rules = {rule: len(mine) for rule, mine in counted(found, lambda f: f.rule).items()}
    return {
        "bench": "grammar",
        "notes": len(notes),
        "findings": len(found),
        "harper": None if theirs is None else len(theirs),
        **read,
        "rules": rules,
    }


def told_line(arguments: Sequence[str] | None = None) -> int:
    """The bench from the command line: 0, or 1 with one line on what to mend."""
    parser = argparse.ArgumentParser(prog="bench.grammar", description=__doc__)
    asked_for(parser)
    parser.add_argument("-v", "--verbose", action="store_true")
    parser.add_argument("--links", action="store_true", help="ask link-grammar too")
    given = parser.parse_args(arguments)
    try:
        notes = given_notes(given)
        print(json.dumps(main(notes, verbose=given.verbose, links=given.links)))
    except (GeneratorError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(told_line())
