"""The note before: what it printed, by a plain reading of its Markdown."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bench.second import printed, wording
from bench.second.sheet import Printed
from bench.second.verdict import Verdict, unchecked, verdict
from generator.model.note import Draft

FIELD = r"^{}: (.+)$"
VOID = re.compile(r"void on a close (?:below|above) ([\d,.]*\d)")
ROW = re.compile(
    r"^\| (Support|Resistance) (\d) \| ([\d,.]+) \|.*\| ([^|]+) \|$", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Before:
    """Edition, stance, Pulse, exit and table of the note before on a subject.

    `rows` maps `support.1` to its price and to the words of its method and date.
    """

    edition: date
    stance: str
    pulse: str
    exit: str
    rows: Mapping[str, tuple[str, str]]


def before(draft: Draft) -> Before:
    """What a note printed, for the next one to be held against."""
    text = draft.markdown
    void = VOID.search(text)
    rows = {
        f"{side.lower()}.{number}": (price, words.strip())
        for side, number, price, words in ROW.findall(text)
    }
    return Before(
        edition=draft.ledger.note.edition,
        stance=front(text, "stance"),
        pulse=front(text, "pulse"),
        exit=void[1] if void else "",
        rows=rows,
    )


TAILS = ("", "/100")  # what may stand behind a Pulse


def front(text: str, key: str) -> str:
    """A field of the front matter; empty without it."""
    match = re.search(FIELD.format(key), text, re.MULTILINE)
    return match[1].strip() if match else ""


def of_before(one: Printed, last: Before | None) -> Verdict:
    """A figure or a date of the note before, against what that printed."""
    if last is None:
        return unchecked(one, "last", "the note before is not at hand")
    name = one.fact.removeprefix("last.")
    price, words = last.rows.get(name, ("", ""))
    own = {"pulse": last.pulse, "exit": last.exit}.get(name, price)
    if one.kind == "date" and name == "pulse":
        near = wording.is_day(one.text, last.edition)
        return verdict(one, "last", near, str(last.edition))
    if one.kind == "date":
        return verdict(one, "last", same_day(one.text, words), words)
    if one.kind == "word":
        return verdict(one, "last", is_method(one.text, words), words)
    told = printed.read(one.text)
    out_of = told is None or name != "pulse" or told.tail in TAILS
    return verdict(one, "last", out_of and same_figure(one.text, own), own)


def same_figure(text: str, own: str) -> bool:
    """Whether two printings are of one size."""
    told, wanted = printed.read(text), printed.read(own)
    return told is not None and wanted is not None and told.size == wanted.size


def same_day(text: str, words: str) -> bool:
    """Whether two texts name one day, long or short."""
    found = (wording.DAY.search(text), wording.DAY.search(words))
    if not all(found):
        return False
    keys = [(m["day"], m["month"][:3].lower(), m["year"]) for m in found if m]
    return keys[0] == keys[1]


def is_method(text: str, words: str) -> bool:
    """Whether a method, or the end that it is called by, is that of a row."""
    ends = {"high": "highest", "low": "lowest"}
    return text in words or ends.get(text, "-") in words
