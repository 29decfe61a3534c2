"""What else moved: which neighbor is told, and that all the forms say is proven."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from generator.model.facts import CountFact, PriceFact, Window
from generator.model.market import Tape
from generator.plain import figures
from generator.proof.book import Book
from generator.proof.exact import proven
from generator.writing.across import across_slots, sector_slots, told_of, topic
from generator.writing.choice import is_short, voice
from generator.writing.forms import Bank, Form, Telling, bank, may_speak, told
from generator.writing.marks import bare, unmarked
from generator.writing.voice import Name, Verb
from tests.builders import a_claim, a_draft, a_tape, an_angle, an_instrument
from tests.writing.lens_days import DAY, base, fact

FUNDS = {  # who speaks for credit, bonds, gold, the dollar and oil
    "HYG": "junk bonds",
    "TLT": "long Treasuries",
    "GLD": "gold",
    "UUP": "the dollar",
    "USO": "crude oil",
}
STOCK = an_instrument("NVDA", name="Nvidia", kind="stock", theme="chips", short=())
SECTORS = {
    "XLE": "energy producers",
    "XLF": "financials",
    "XLK": "technology",
    "XLU": "utilities",
}
SIGMA = 0.008  # of every instrument here: what makes a move so many usual days
MOVES = (-0.03, -0.01, -0.004, 0.0005, 0.004, 0.01, 0.03)
TURNS = 12  # tellings of a form that are read
ROLES = ("credit", "bonds", "gold", "dollar", "oil", "unusual", "rest")


def moved(name: str, move: float, window: Window = DAY) -> tuple[PriceFact, PriceFact]:
    """A day's return, and the same in usual days."""
    return (
        fact("return.1", move, subject=name, window=window),
        fact("zscore.1", move / SIGMA, "sigmas", subject=name, window=window),
    )


def a_market(**moves: float) -> Tape:
    """A tape with these moves of the five funds, of Nvidia and of the Russell 2000."""
    facts = [one for name, move in moves.items() for one in moved(name, move)]
    tape = a_tape(*facts)
    funds = {
        name: an_instrument(name, name=f"{name} ETF", kind="etf", theme=theme, short=())
        for name, theme in (FUNDS | SECTORS).items()
    }
    sectors = {name: replace(funds[name], groups=("sector-funds",)) for name in SECTORS}
    known = {**tape.instruments, **funds, **sectors, "NVDA": STOCK}
    return replace(tape, instruments=known)


def slots_of(tape: Tape, **angle: object) -> dict[str, object]:
    """The slots of a note on the Russell 2000 of that day."""
    own = base({})
    own |= {"return_1": tape.facts["rut.return.1"]}  # type: ignore[dict-item]
    own |= {"zscore_1": tape.facts["rut.zscore.1"]}  # type: ignore[dict-item]
    around = dict(across_slots(an_angle(unusual="NVDA", **angle), tape))
    usual = own["zscore_1"].value
    return {
        **own,
        **around,
        "z": usual,
        "quiet": abs(usual) < 0.6,
        "large": abs(usual) >= 2,
        "register": "quiet" if abs(usual) < 0.6 else "plain",
        "above": tape.facts.get("rut.resistance.1", own["high"]),
        "below": tape.facts.get("rut.support.1", own["low"]),
        "way": "long",
        "exit": own["low"],
    }


def days() -> Iterator[Tape]:
    """Markets of many kinds: the subject's move beside those of its neighbors."""
    for own, credit, bonds in product(MOVES, MOVES, MOVES):
        yield a_market(RUT=own, HYG=credit, TLT=bonds, GLD=0, UUP=0, USO=0, NVDA=0.04)
    for own, credit, bonds in product(MOVES, (0.0005,), MOVES):
        yield a_market(RUT=own, HYG=credit, TLT=bonds, GLD=bonds, UUP=0, USO=0)
    for own, gold, dollar in product(MOVES, MOVES, MOVES):
        yield a_market(RUT=own, HYG=0, TLT=0, GLD=gold, UUP=dollar, USO=-dollar)


def a_count(subject: str, number: int) -> CountFact:
    """So many headlines on a subject."""
    return CountFact(
        id=f"headlines.{subject.lower()}",
        subject=subject,
        metric="headlines",
        value=float(number),
        unit="count",
        renderings=figures.renderings(float(number), "count"),
    )


def counted(number: int) -> dict[str, object]:
    """Twelve headlines, so many of them on Nvidia and on junk bonds."""
    named = {"unusual": "NVDA", "credit": "HYG"}
    told = {f"{slot}_headlines": a_count(one, number) for slot, one in named.items()}
    return {"all_headlines": a_count("all", 12), **told}


NEWS: tuple[dict[str, object], ...] = ({}, counted(0), counted(1), {"shares": False})


def a_bank() -> Bank:
    shipped = bank(())
    voice(shipped, Verb({}, "seed"))
    return shipped


def stands(sentence: str, facts: Mapping[str, PriceFact | CountFact]) -> list[object]:
    """What of a sentence is not proven."""
    text, bound = unmarked(sentence)
    ledger = replace(a_draft().ledger, facts=tuple(facts.values()))
    claim = replace(a_claim(text), bound=bound)
    return [(text, one) for one in proven(claim, Book(ledger)) if one.verdict != "SAME"]


def spoken(role: str) -> Iterator[tuple[Form, Telling, dict[str, object]]]:
    """Each form of a role as it speaks on the first of the days that lets it."""
    spoke: set[str] = set()
    for tape, news in product(days(), NEWS):
        given = told_of(role, {**slots_of(tape), **news})
        for form in a_bank().forms(f"across-{role}"):
            subject = {"subject": Name(an_instrument())}
            if form.id in spoke or not may_speak(form, given | subject):
                continue
            spoke.add(form.id)
            for turn in range(TURNS):
                fresh = given | {"subject": Name(an_instrument())}
                yield form, told(form, fresh, turn), fresh


@pytest.mark.parametrize("role", ROLES)
def test_each_form_speaks_of_some_day_and_nothing_it_says_stands(role: str) -> None:
    spoke = set()
    for form, telling, slots in spoken(role):
        spoke.add(form.id)
        assert is_short(telling), form.id
        facts = [
            one for one in slots.values() if isinstance(one, PriceFact | CountFact)
        ]
        known = {one.id: one for one in facts}
        for sentence in telling.sentences:
            assert not stands(sentence, known), form.id
    assert len(spoke) >= 4
    assert spoke == {form.id for form in a_bank().forms(f"across-{role}")}


def test_the_neighbor_that_moved_most_for_its_size_is_told() -> None:
    tape = a_market(RUT=-0.02, HYG=-0.03, TLT=0.01, GLD=0, UUP=0, USO=-0.001)
    slots = slots_of(tape)
    assert topic(slots, {}) == "credit"
    assert bare(str(slots["credit_name"])) == "the fund for junk bonds"


def test_a_neighbor_that_the_last_note_told_has_to_have_moved_further() -> None:
    tape = a_market(RUT=0, HYG=0, TLT=-0.014, GLD=-0.016, UUP=0, USO=0)
    assert topic(slots_of(tape), {}) == "gold"
    assert topic(slots_of(tape), {"across-gold": 0}) == "bonds"
    assert topic(slots_of(tape), {"across-gold": 1}) == "gold"


def test_nothing_stands_out_among_still_neighbors() -> None:
    tape = a_market(RUT=-0.02, HYG=0.001, TLT=0.002, GLD=0, UUP=0, USO=0.003)
    assert topic(slots_of(tape), {}) == "rest"


def test_a_neighbor_with_another_last_session_is_not_told() -> None:
    other = Window(date(2026, 2, 6), date(2026, 2, 7), 1)
    tape = a_market(RUT=-0.02, TLT=0.01)
    facts = {one.id: one for one in moved("HYG", -0.03, other)}
    slots = slots_of(replace(tape, facts={**tape.facts, **facts}))
    assert "credit" not in slots
    assert "bonds" in slots


def an_index(own: float, **sectors: float) -> Tape:
    """A tape of the S&P 500 with these sector funds under it."""
    tape = a_market(RUT=0, SPX=own, **sectors)
    counts = {
        "members": len(sectors),
        "up": sum(move >= 0.0015 for move in sectors.values()),
        "down": sum(move <= -0.0015 for move in sectors.values()),
        "flat": sum(abs(move) < 0.0015 for move in sectors.values()),
    }
    every = [
        fact(f"{name}.1", number, "count", subject="sector-funds", window=DAY)
        for name, number in counts.items()
    ]
    every.append(fact("mean_size.1", 0.014, subject="sector-funds", window=DAY))
    return replace(tape, facts={**tape.facts, **{one.id: one for one in every}})


UNDER = (-0.04, -0.004, 0.005, 0.03)


def indices() -> Iterator[tuple[Form, Telling, dict[str, object]]]:
    """Each form on sectors as it speaks on the first of the days that lets it."""
    spoke: set[str] = set()
    whole = an_angle(subject="SPX", about=frozenset({"SPX"}), benchmark="RUT")
    for own, *moves in product((-0.012, 0.0004, 0.012), *[UNDER] * 4):
        names = ("XLE", "XLF", "XLK", "XLU")
        tape = an_index(own, **dict(zip(names, moves, strict=True)))
        given: dict[str, object] = {**sector_slots(whole, tape, frozenset())}
        given["return_1"] = tape.facts["spx.return.1"]
        for form in a_bank().forms("sectors"):
            subject = Name(tape.instruments["SPX"])
            if form.id in spoke or not may_speak(form, given | {"subject": subject}):
                continue
            spoke.add(form.id)
            for turn in range(TURNS):
                fresh = given | {"subject": Name(tape.instruments["SPX"])}
                yield form, told(form, fresh, turn), fresh


def test_each_form_on_sectors_speaks_of_some_day_and_nothing_it_says_stands() -> None:
    spoke = set()
    for form, telling, slots in indices():
        spoke.add(form.id)
        assert is_short(telling), form.id
        known = {one.id: one for one in slots.values() if isinstance(one, PriceFact)}
        for sentence in telling.sentences:
            assert not stands(sentence, known), form.id
    assert spoke == {form.id for form in a_bank().forms("sectors")}


def test_the_sectors_are_counted_and_ranked_under_their_index_alone() -> None:
    tape = an_index(-0.01, XLE=-0.03, XLF=0.002, XLK=-0.01)
    whole = an_angle(subject="SPX", about=frozenset({"SPX"}), benchmark="RUT")
    slots = sector_slots(whole, tape, frozenset())
    assert bare(str(slots["sectors_best_name"])) == "the fund for financials"
    assert bare(str(slots["sectors_worst_name"])) == "the fund for energy producers"
    assert sector_slots(an_angle(), tape, frozenset()) == {}
    assert sector_slots(whole, tape, frozenset({"dispersion"})) == {}
