"""The writer that uses templates: a plan's moves into sentences, claims and a page."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from generator.model.facts import (
    CountFact,
    EventFact,
    Fact,
    LevelFact,
    PriceFact,
    QuotedFact,
    ScoreFact,
)
from generator.model.note import Claim, Draft, Ledger, Move, Plan, SourceLine
from generator.plain.text import sentence_case
from generator.writing import foot, marks, table
from generator.writing.choice import chosen, pen
from generator.writing.forms import Bank, Form, bank
from generator.writing.marks import facts_of, unmarked
from generator.writing.memory import remembered
from generator.writing.page import page
from generator.writing.paragraph import Paragraph, once, within
from generator.writing.slots import STANDS_ON

Computed = PriceFact | LevelFact | ScoreFact | CountFact
LICENSES = 3  # Facts named for a sentence that prints none of its own


def write(plan: Plan, overrides: Sequence[Path] = ()) -> Draft:
    """The Draft of a plan; templates of the workspace go before the shipped ones."""
    forms = bank(overrides)
    told = once([*_paragraphs(forms, plan)])
    kept = within(told) if plan.slots["brief"] else told
    body = [*kept, *_fixed(plan, kept)]
    order = _order(body, plan)
    claims = tuple(_claims(_numbered(body, order), plan))
    sources = _sources(claims, plan, order)
    ledger = Ledger(
        note=plan.head,
        facts=tuple(_renamed_facts(plan, order)),
        sources=sources,
        claims=claims,
        silences=plan.silences,
        gaps=plan.gaps,
        angle=plan.angle.terms,
        call=plan.call,
    )
    return Draft(markdown=page(plan, claims, sources, forms.env), ledger=ledger)


def _paragraphs(forms: Bank, plan: Plan) -> Iterator[Paragraph]:
    """Each move as told; the moves for which no form may speak are left out."""
    quill = pen(forms, plan)
    memory = remembered(plan.past, grave=plan.slots.get("register") == "crash")
    echo = ""
    titled = [Move(role="title", section="title"), *plan.moves]
    for move in titled:
        telling = chosen(quill, move, memory, echo=echo)
        if telling is None:
            continue
        memory = memory.after(telling)
        echo = echo or telling.form.echo
        sentences = tuple(sentence_case_marked(one) for one in telling.sentences)
        yield Paragraph(
            goal=move.goal,
            role=move.role,
            section=move.section,
            form=telling.form.id,
            sentences=sentences,
            licences=_licences(telling.form, {**plan.slots, **move.slots}),
            rests_on=move.rests_on,
        )


def _licences(form: Form, slots: Mapping[str, object]) -> tuple[str, ...]:
    """The Facts that a form's lines and its condition rest on."""
    names = sorted(form.needs | form.asked)
    named = [slots.get(STANDS_ON.get(name, name)) for name in names]
    found = [fact.id for fact in named if isinstance(fact, Computed)]
    return tuple(dict.fromkeys(found))


def sentence_case_marked(sentence: str) -> str:
    """The sentence with its first visible letter raised, and no doubled stops."""
    start = 0
    while head := marks.HEAD.match(sentence, start):
        start = head.end()
    raised = sentence[:start] + sentence_case(sentence[start:])
    return marks.STOPS.sub(r"\1\2", raised)


def _fixed(plan: Plan, told: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """What no form varies: the table's rows and the lines at the foot."""
    said = {fact for one in told for text in one.sentences for fact in facts_of(text)}
    for row in table.rows(plan):
        yield Paragraph(role="row", section="watch", sentences=(row,))
    ahead = foot.ahead(plan, said)
    if ahead:
        yield Paragraph(role="ahead", section="foot", sentences=(ahead,))
    yield Paragraph(role="call", section="foot", sentences=(foot.call(plan),))
    yield Paragraph(role="prices", section="foot", sentences=(foot.prices(plan),))
    gaps = foot.gaps(plan)
    if gaps:
        yield Paragraph(role="gaps", section="foot", sentences=(gaps,))


def _order(body: Sequence[Paragraph], plan: Plan) -> dict[str, str]:
    """Headline id -> `s1`, `s2`, in the order in which the note cites them."""
    known = {headline.id for headline in plan.headlines}
    cited = (
        fact.split(".")[0]
        for one in body
        for sentence in one.sentences
        for fact in facts_of(sentence)
    )
    order = dict.fromkeys(name for name in cited if name in known)
    return {name: f"s{place}" for place, name in enumerate(order, 1)}


def _numbered(body: Sequence[Paragraph], order: Mapping[str, str]) -> list[Paragraph]:
    return [
        replace(
            one,
            sentences=tuple(_renamed(s, order) for s in one.sentences),
            rests_on=tuple(order[name] for name in one.rests_on if name in order),
        )
        for one in body
    ]


def _renamed(sentence: str, order: Mapping[str, str]) -> str:
    def head(match: re.Match[str]) -> str:
        fact = _numbered_id(match.group(2), order)
        return f"{marks.OPEN}{match.group(1)}{marks.MID}{fact}{marks.TEXT}"

    return marks.HEAD.sub(head, sentence)


def _numbered_id(name: str, order: Mapping[str, str]) -> str:
    stem, dot, rest = name.partition(".")
    return f"{order[stem]}{dot}{rest}" if stem in order else name


def _claims(body: Sequence[Paragraph], plan: Plan) -> Iterator[Claim]:
    sentences = [
        (_behind(one, plan), sentence) for one in body for sentence in one.sentences
    ]
    for serial, (one, sentence) in enumerate(sentences, 1):
        yield _claim(f"c{serial}", one, sentence)


def _behind(one: Paragraph, plan: Plan) -> Paragraph:
    """The paragraph with all that its sentences may rest on: Facts, then headlines."""
    named = [fact for sentence in one.sentences for fact in facts_of(sentence)]
    held = [fact for fact in named if fact in plan.facts]
    cited = [fact.split(".")[0] for fact in named if _is_source(fact)]
    return replace(
        one,
        licences=tuple(dict.fromkeys([*held, *one.licences])),
        rests_on=tuple(dict.fromkeys(cited or one.rests_on)),
    )


def _claim(name: str, one: Paragraph, sentence: str) -> Claim:
    """The claim of a sentence; one without its own Facts names its paragraph's."""
    text, bound = unmarked(sentence)
    own = [b for b in bound if not _is_source(b.fact) and b.type != "name"]
    quoted = [b.fact.split(".")[0] for b in bound if _is_source(b.fact)]
    near = () if own else one.rests_on
    return Claim(
        id=name,
        section=one.section,
        role=one.role,
        form=one.form,
        text=text,
        bound=bound,
        sources=tuple(dict.fromkeys(quoted or near)),
        licensed_by=() if own else one.licences[:LICENSES],
    )


def _is_source(fact: str) -> bool:
    stem = fact.split(".", maxsplit=1)[0]
    return stem[:1] == "s" and stem[1:].isdigit()


def _sources(
    claims: Sequence[Claim], plan: Plan, order: Mapping[str, str]
) -> tuple[SourceLine, ...]:
    """The headlines that the text cites, numbered as it cites them."""
    cited = {name for claim in claims for name in claim.sources}
    by_id = {headline.id: headline for headline in plan.headlines}
    return tuple(
        SourceLine(
            id=number,
            title=by_id[name].title,
            summary=by_id[name].summary,
            publisher=by_id[name].publisher,
            family=by_id[name].family,
            link=by_id[name].link,
            published=by_id[name].published,
        )
        for name, number in order.items()
        if number in cited
    )


def _renamed_facts(plan: Plan, order: Mapping[str, str]) -> Iterator[Fact]:
    """The plan's Facts; a quoted one only if its headline is cited."""
    for fact in plan.facts.values():
        if not isinstance(fact, QuotedFact):
            yield _counted(fact, order)
        elif fact.source in order:
            yield replace(
                fact, id=_numbered_id(fact.id, order), source=order[fact.source]
            )


def _counted(fact: Fact, order: Mapping[str, str]) -> Fact:
    """A Fact whose sources are numbered; those that are not cited are left out."""
    if not isinstance(fact, CountFact | EventFact):
        return fact
    kept = tuple(order[name] for name in fact.sources if name in order)
    return replace(fact, sources=kept)
