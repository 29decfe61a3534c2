"""Every lens has words; each form speaks of some day, and all it says is proven."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from generator.market import LENSES
from generator.model.facts import PriceFact, Window
from generator.model.market import Insight, Tape
from generator.proof.book import Book
from generator.proof.exact import proven
from generator.writing.choice import is_short, voice
from generator.writing.forms import Bank, Form, bank, may_speak, told
from generator.writing.marks import bare, unmarked
from generator.writing.sayings import GROUPS, seen_slots
from generator.writing.seen import KIN, LENS_NOTES, TELLING, insights
from generator.writing.voice import Name, Verb
from tests.builders import (
    FRIDAY,
    a_claim,
    a_draft,
    a_tape,
    an_angle,
    an_instrument,
)
from tests.writing.lens_days import EXAMPLES, SECTORS, base, lead, rungs, year

# Told under Watch, by the forms of precedents and of Threat.
ELSEWHERE = {
    "precedent",
    "same_state",
    "joint_novelty",
    "threat_aftermath",
    "stretched",
    "largest_before",
    "falls_before",
}


VIEWS = (  # how what was seen may stand to the view of a note
    {"leans": "for", "stance": "Bullish"},
    {"leans": "against", "stance": "Bearish"},
    {"leans": "neither", "stance": "Neutral"},
)


def a_bank() -> Bank:
    shipped = bank(())
    voice(shipped, Verb({}, "seed"))
    return shipped


def test_every_lens_has_forms() -> None:
    for lens in set(LENSES) - ELSEWHERE:
        assert a_bank().forms(f"thesis-{lens}"), lens


def test_every_lens_has_its_rank() -> None:
    assert set(TELLING) == set(LENSES) - ELSEWHERE


def test_a_lens_can_be_told_in_several_ways_and_each_is_echoed() -> None:
    for lens in TELLING:
        ways = a_bank().forms(f"thesis-{lens}")
        assert len(ways) >= 5, lens
        assert len({form.id for form in ways}) == len(ways), lens
        assert all(form.echo for form in ways), lens


def slots_of(roles: Mapping[str, PriceFact], tape: Tape) -> dict[str, object]:
    """What a form may say: what was seen, the subject, and what every note has."""
    seen = {role: one for role, one in roles.items() if not role.startswith("base_")}
    told_of = dict(seen_slots(seen, tape, "RUT"))
    every = {**base(roles), "quiet": True, "record": roles.get("record")}
    known = {name: one for name, one in every.items() if one is not None}
    if roles.get("move") and roles["move"].metric == "change":
        del known["return_1"]
    return known | told_of


def spoken(lens: str) -> Iterator[tuple[Form, tuple[str, ...], dict[str, PriceFact]]]:
    """Each form of a lens as each of its examples speaks it."""
    tape = a_tape()
    for roles in EXAMPLES[lens]:
        for form in a_bank().forms(f"thesis-{lens}"):
            for view in VIEWS:
                slots = slots_of(roles, tape) | view
                slots["subject"] = Name(an_instrument())
                if not may_speak(form, slots):
                    continue
                for turn in range(max(form.options, default=1)):
                    fresh = slots | {"subject": Name(an_instrument())}
                    telling = told(form, fresh, turn)
                    assert is_short(telling), form.id
                    yield form, telling.sentences, roles


@pytest.mark.parametrize("lens", TELLING)
def test_each_form_speaks_of_some_day_and_nothing_it_says_stands(lens: str) -> None:
    spoke = set()
    for form, sentences, roles in spoken(lens):
        spoke.add(form.id)
        every = {one.id: one for one in (*base(roles).values(), *roles.values())}
        ledger = replace(a_draft().ledger, facts=tuple(every.values()))
        for sentence in sentences:
            text, bound = unmarked(sentence)
            claim = replace(a_claim(text), bound=bound)
            stands = [
                one for one in proven(claim, Book(ledger)) if one.verdict != "SAME"
            ]
            assert not stands, (form.id, text, stands)
    assert spoke == {form.id for form in a_bank().forms(f"thesis-{lens}")}


def said(lens: str, name: str, roles: dict[str, PriceFact]) -> str | None:
    """What one form of a lens says of an example; None where it is silent."""
    return next(
        (
            " ".join(map(bare, sentences))
            for form, sentences, facts in spoken(lens)
            if form.id == f"thesis-{lens}/{name}" and facts == roles
        ),
        None,
    )


def test_a_part_of_the_year_that_was_flat_takes_no_direction() -> None:
    tape = a_tape()
    slots = slots_of(year(0.02, 0.0002, share=0.99), tape)
    (form,) = [
        one
        for one in a_bank().forms("thesis-day_of_year")
        if one.id.endswith("/with-and-without")
    ]
    slots |= {"subject": Name(an_instrument()), **VIEWS[0]}
    assert "flat at +0.02%" in bare(told(form, slots).sentences[0])


def test_a_lead_made_of_falls_is_not_called_a_gain() -> None:
    rose, fell = EXAMPLES["lead_extreme"][:2]
    assert said("lead_extreme", "ahead-of-falling", fell) is None
    less = said("lead_extreme", "ahead-fell-less", fell)
    assert less
    assert "down 1.00% and the S&P 500 down 6.00%" in less
    assert said("lead_extreme", "ahead-fell-less", rose) is None


def test_legs_of_other_sessions_are_not_set_side_by_side() -> None:
    tape = a_tape()
    roles = lead(0.05, -0.02)
    later = replace(roles["bench_move"], window=Window(date(2026, 1, 29), FRIDAY, 6))
    slots = slots_of(roles | {"bench_move": later}, tape)
    slots["subject"] = Name(an_instrument())
    speaking = [
        form for form in a_bank().forms("thesis-lead_extreme") if may_speak(form, slots)
    ]
    assert speaking
    assert not any("seen_bench_move" in form.needs for form in speaking)


def test_rivals_and_groups_are_named_in_words() -> None:
    tape = a_tape()
    fund = an_instrument(
        "XLE", name="Energy Fund", kind="etf", theme="energy producers",
        groups=(SECTORS,),
    )  # fmt: skip
    tape = replace(tape, instruments={**tape.instruments, "XLE": fund})
    ends = {**rungs("SPX", "XLE"), "lead": lead(0.05, 0.0)["lead"]}
    slots = dict(seen_slots(ends, tape, "RUT"))
    words = {
        name: bare(str(one)) for name, one in slots.items() if isinstance(one, str)
    }
    assert words == {
        "seen_group": GROUPS["us-indices"],
        "seen_first_name": "the S&P 500",
        "seen_last_name": "the fund for energy producers",
        "seen_rival": "the S&P 500",
    }


def an_insight(lens: str, surprise: float, **more: Any) -> Insight:
    """What a lens saw in the Russell 2000."""
    told = {"subject": "RUT", "facts": {"move": "rut.return.1"}, "why": "it is rare"}
    return Insight(lens=lens, surprise=surprise, **{**told, **more})


def ranked(
    *seen: Insight, ages: Mapping[str, int] | None = None, **slots: object
) -> list[str]:
    """The lenses that a note on the Russell 2000 tells, in order."""
    tape = a_tape(insights=seen)
    return [one.lens for one in insights(an_angle(), tape, slots, ages or {})]


def test_the_rarer_by_far_goes_first_and_of_equals_the_more_telling() -> None:
    far = an_insight("range_rank", 0.9996), an_insight("move_rank", 0.96)
    assert ranked(*far) == ["range_rank", "move_rank"]
    even = an_insight("range_rank", 0.97), an_insight("move_rank", 0.96)
    assert ranked(*even) == ["move_rank", "range_rank"]


def test_one_thing_seen_from_several_sides_is_told_once() -> None:
    seen = [an_insight(lens, 0.97) for lens in ("hole", "open_close", "ladder")]
    assert ranked(*seen, an_insight("days_won", 0.999)) == ["days_won", "hole"]


def test_a_note_tells_a_few_lenses_and_a_quiet_day_asks_for_more() -> None:
    many = [an_insight(lens, 0.99) for lens in TELLING]
    assert len(ranked(*many)) == LENS_NOTES
    dull = [an_insight("long_run", 0.7), an_insight("dispersion", 0.65)]
    assert ranked(*dull) == ["dispersion", "long_run"]
    assert ranked(*dull, quiet=True) == ["dispersion"]


def test_what_bears_on_the_kind_of_day_goes_first() -> None:
    seen = [an_insight("hole", 0.97), an_insight("extreme_since", 0.92)]
    assert ranked(*seen) == ["hole", "extreme_since"]
    assert ranked(*seen, register="record") == ["extreme_since", "hole"]
    rare = [an_insight("hole", 0.9999), an_insight("extreme_since", 0.92)]
    assert ranked(*rare, register="record") == ["hole", "extreme_since"]


def test_a_lens_told_in_the_last_notes_has_to_be_rarer_to_go_first() -> None:
    seen = [an_insight("hole", 0.97), an_insight("extreme_since", 0.95)]
    assert ranked(*seen, ages={"thesis-hole": 0}) == ["extreme_since", "hole"]
    assert ranked(*seen, ages={"thesis-hole": 9}) == ["hole", "extreme_since"]
    rare = [an_insight("hole", 0.9999), an_insight("extreme_since", 0.95)]
    assert ranked(*rare, ages={"thesis-hole": 0}) == ["hole", "extreme_since"]


def test_what_is_told_elsewhere_and_of_others_is_left_out() -> None:
    assert ranked(an_insight("precedent", 0.99)) == []
    assert ranked(an_insight("move_rank", 0.99, subject="SPX")) == []


def test_kin_are_lenses_that_have_words() -> None:
    told = [lens for kin in KIN for lens in kin]
    assert len(told) == len(set(told))
    assert set(told) <= set(TELLING)
