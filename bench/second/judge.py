"""The judge: each printed stretch of a note held against the second path."""

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import groupby

from bench.second import days, numbers, printed, scores, words
from bench.second.beside import beside
from bench.second.case import Case, metric_of, pulse, words_of
from bench.second.earlier import Before, of_before
from bench.second.loose import of_unbound
from bench.second.sheet import Printed
from bench.second.sheet import printed as on_sheet
from bench.second.shelf import Moment
from bench.second.verdict import Verdict, unchecked, verdict
from generator.model.facts import Fact, ScoreFact
from generator.model.note import Draft


def judged(
    draft: Draft, moment: Moment, last: Before | None = None
) -> Iterator[Verdict]:
    """A verdict on every figure, date, window, name and direction that stands printed.

    `last` is what the note before on the subject printed, if it is at hand.
    """
    case = Case(moment, draft.ledger, draft.markdown, last)
    names = [
        word for row in moment.shelf.instruments.values() for word in words_of(row)
    ]
    numbered = sorted(
        (one for one in names if re.search(r"\d", one)), key=len, reverse=True
    )
    yield stance(case)
    sheet = list(on_sheet(draft.markdown, draft.ledger, numbered))
    found = (of_bound(case, one) for one in sheet)
    yield from (one for one in found if one is not None)
    bound = sorted(
        (one for one in sheet if one.near and one.kind != "unbound"), key=placed
    )
    for _, line in groupby(bound, key=lambda one: one.line):
        yield from beside(case, list(line))


def placed(one: Printed) -> tuple[int, int]:
    """Where a stretch stands: its line, then its place there."""
    return one.line, one.start


def stance(case: Case) -> Verdict:
    """The stance of the front matter, replayed from prices by its bands."""
    match = re.search(r"^stance: (\w+)", case.markdown, re.MULTILINE)
    text = match[1] if match else ""
    one = Printed(text, "stance", "pulse", f"stance: {text}", 8)
    fact = case.facts.get("pulse")
    if not isinstance(fact, ScoreFact):
        return unchecked(one, "stance", "no Pulse")
    try:
        today = float(printed.half_up(pulse(case, fact), 0))
        true = scores.stance(case.moment, case.ledger.note.subject, today)
    except LookupError as error:
        return unchecked(one, "stance", f"not known: {error}")
    return verdict(one, "stance", text == true, true)


def of_bound(case: Case, one: Printed) -> Verdict | None:
    """The verdict on a stretch that a claim binds."""
    fact = case.facts.get(one.fact)
    try:
        if one.kind == "unbound":
            return of_unbound(case, one)
        if one.fact.startswith("last."):
            return of_before(one, case.last)
        return KINDS[one.kind](case, one, fact)
    except LookupError as error:
        return unchecked(one, metric_of(fact, one), f"not known: {error}")


KINDS: Mapping[str, Callable[[Case, Printed, Fact | None], Verdict | None]] = {
    "figure": numbers.figure,
    "direction": words.direction,
    "window": days.window,
    "date": days.dated,
    "name": words.name,
    "quote": words.quote,
    "word": words.word,
}
