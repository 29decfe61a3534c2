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
from generator.writing.moves import KIN, LENS_NOTES, TELLING, insights
from generator.writing.sayings import GROUPS, seen_slots
from generator.writing.voice import Name, Verb
from tests.builders import (
    FRIDAY,
    a_claim,
    a_draft,
    a_price,
    a_tape,
    an_angle,
    an_instrument,
)

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
NEW = (
    "day_of_year week_rank hole range_rank refund lead_extreme swings_apart days_won "
    "dispersion all_extreme ladder channel_return mean_cross streak season divergence"
).split()
SECTORS = "sector-funds"
CLIMB = (date(2026, 1, 9), date(2026, 1, 20))
DAY = Window(date(2026, 2, 5), FRIDAY, 1)


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
    for lens in NEW:
        ways = a_bank().forms(f"thesis-{lens}")
        assert len(ways) >= 4, lens
        assert len({form.id for form in ways}) == len(ways), lens
        assert all(form.echo for form in ways), lens


def fact(name: str, value: float, unit: str = "ratio", **more: Any) -> PriceFact:
    """A Fact of the Russell 2000, or of another subject: `fact("return.5", 0.02)`."""
    metric, *rest = name.split(".")
    steps = [int(one) if one.isdigit() else one for one in rest]
    made: PriceFact = a_price(
        more.pop("subject", "RUT"), metric, *steps, value=value, unit=unit, **more
    )
    return made


def year(whole: float, part: float, share: float | None = None) -> dict[str, PriceFact]:
    """A year with its last session and without it."""
    begun = Window(date(2025, 12, 31), FRIDAY, 25)
    told = {
        "whole": fact("return.ytd", whole, window=begun),
        "part": fact("without_day.ytd", part),
        "points": fact("day_points.ytd", 100 * (whole - part), "pct_points"),
        "day": fact("return.1", whole - part, window=DAY),
        "sessions": fact("year_sessions", 109, "count"),
        "previous_close": fact("previous_close", 2577.65, "points"),
    }
    return told | ({"share": fact("day_share.ytd", share)} if share else {})


def week(move: float, beyond: int, since: int = 700) -> dict[str, PriceFact]:
    """Five sessions, how many went further, and since when none did."""
    word = "best_since.5" if move > 0 else "worst_since.5"
    return {
        "move": fact("return.5", move),
        "beyond": fact("beyond.5", beyond, "count"),
        "count": fact("beyond_count.5", 3974, "count"),
        word.removesuffix(".5"): fact(word, since, "sessions", made=(CLIMB[0],)),
        "zscore_5": fact("zscore.5", 60 * move, "sigmas"),
    }


def blank(side: str) -> dict[str, PriceFact]:
    """A hole over or under the day before."""
    return {
        "width": fact(f"hole.{side}", 40.0, "points"),
        "share": fact(f"hole_share.{side}", 0.015),
        "days": fact(f"hole_atr.{side}", 1.2, "atr"),
        "low": fact("past_low.1", 2540.0, "points"),
        "high": fact("past_high.1", 2600.0, "points"),
        "move": fact("return.1", 0.03, window=DAY),
        "base_low": fact("low", 2640.0, "points"),
        "base_high": fact("high", 2500.0, "points"),
    }


def climb(up: int, down: int) -> dict[str, PriceFact]:
    """A climb of so many sessions, handed back in so many."""
    return {
        "climb": fact("climb_sessions", up, "sessions", made=CLIMB),
        "refund": fact("refund_sessions", down, "sessions", made=CLIMB),
        "start": fact("climb_from", 2660.0, "points", made=CLIMB[:1]),
        "left": fact("climb_left", 0.0043, made=CLIMB),
        "drawdown": fact("drawdown", -0.0896, made=CLIMB[1:]),
        "close": fact("close", 2670.34, "points"),
    }


def span(word: str, place: float) -> dict[str, PriceFact]:
    """The narrowest or widest session, and where in it the close was."""
    return {
        "range": fact("range", 9.03, "points"),
        "rank": fact(f"range_rank.{word}.ytd", 1, "count"),
        "sessions": fact("year_sessions", 134, "count"),
        "base_close_in_range": fact("close_in_range", place),
    }


def lead(own: float, other: float) -> dict[str, PriceFact]:
    """A lead over the S&P 500 or a lag behind it, with both legs."""
    ahead = 100 * (own - other)
    place = 99.3 if ahead > 0 else 0.6
    return {
        "lead": fact("relative_return.5.spx", ahead, "pct_points", against="SPX"),
        "move": fact("return.5", own),
        "percentile": fact("lead_percentile.5.spx", place, "percentile", against="SPX"),
        "bench_move": fact("return.5", other, subject="SPX"),
    }


def swings(times: float, place: float) -> dict[str, PriceFact]:
    """Swings beside the S&P 500's."""
    return {
        "times": fact("ewvol_ratio.8.spx", times, "times", against="SPX"),
        "own": fact("ewvol.8", 0.14 * times),
        "percentile": fact(
            "ewvol_ratio_percentile.8.spx", place, "percentile", against="SPX"
        ),
        "bench_swings": fact("ewvol.8", 0.14, subject="SPX"),
    }


def days(won: int, ahead: float) -> dict[str, PriceFact]:
    """Days won of five, and the week's lead."""
    return {
        "won": fact("wins.5.spx", won, "count", against="SPX"),
        "lead": fact("relative_return.5.spx", ahead, "pct_points", against="SPX"),
        "same": fact("agreement.5.spx", 4, "count", against="SPX"),
        "base_return_1": fact("return.1", 0.03, window=DAY),
    }


def parts() -> dict[str, PriceFact]:
    """A flat index and the sector funds under it."""
    return {
        "size": fact("mean_size.1", 0.0042, subject=SECTORS),
        "times": fact("multiple.1.rut", 23.99, "times", subject=SECTORS, against="RUT"),
        "up": fact("up.1", 5, "count", subject=SECTORS),
        "down": fact("down.1", 3, "count", subject=SECTORS),
        "members": fact("members.1", 8, "count", subject=SECTORS),
        "count": fact("flat_count.1.rut", 520, "count", subject=SECTORS),
        "percentile": fact(
            "flat_size_percentile.1.rut", 67.0, "percentile", subject=SECTORS
        ),
        "move": fact("return.1", 0.0002, window=DAY),
    }


def extreme(word: str, count: int) -> dict[str, PriceFact]:
    """How many sector funds had their worst or best day."""
    return {
        "extreme": fact(f"{word}_ever.1", count, "count", subject=SECTORS),
        "members": fact("members.1", 8, "count", subject=SECTORS),
        "move": fact("return.1", -0.076 if word == "worst" else 0.09, window=DAY),
        "count": fact("rank_count.1", 2561, "count"),
    }


def rungs(first: str, last: str) -> dict[str, PriceFact]:
    """The first and the last of the US indices over five sessions."""
    group = "us-indices"
    return {
        "apart": fact("apart.5", 4.0, "pct_points", subject=group),
        "members": fact("members.1", 4, "count", subject=group),
        "percentile": fact("apart_percentile.5", 97.0, "percentile", subject=group),
        "first": fact("return.5", 0.022, subject=first),
        "last": fact("return.5", -0.018, subject=last),
    }


def broken(side: str, move: float) -> dict[str, PriceFact]:
    """A break of a channel, taken back."""
    return {
        "sessions": fact(f"back_from_{side}.20", 3, "sessions"),
        "move": fact("return.1", move, window=DAY),
    }


def crossed(side: str, close: float) -> dict[str, PriceFact]:
    """The 50-day mean across the 200-day one, and the close beside them."""
    return {
        "cross": fact(f"cross_{side}.50.200", 1, "sessions"),
        "short": fact("sma.50", 2600.0, "points"),
        "mean": fact("sma.200", 2598.0, "points"),
        "close": fact("close", close, "points"),
    }


def streak(way: str, week: float) -> dict[str, PriceFact]:
    """Closes in a row in one direction."""
    return {
        "streak": fact(f"streak_{way}", 7, "sessions"),
        "week": fact("return.5", week),
        "close": fact("close", 2670.34, "points"),
    }


def season(share: float, mean: float) -> dict[str, PriceFact]:
    """What the month did in earlier years."""
    return {
        "up": fact("season_up.month", share),
        "mean": fact("season_mean.month", mean),
        "count": fact("season_count.month", 15, "count"),
    }


def unconfirmed(word: str, week: float) -> dict[str, PriceFact]:
    """A close at an extreme that its RSI does not confirm."""
    return {
        "rsi": fact("rsi.14", 59, "index"),
        "since": fact(f"{word}_since", 90, "sessions", made=CLIMB[:1]),
        "base_return_5": fact("return.5", week),
    }


EXAMPLES: dict[str, list[dict[str, PriceFact]]] = {
    "day_of_year": [
        year(0.0127, -0.0069),
        year(-0.0089, 0.0019),
        year(0.1132, 0.0158, share=0.86),
        year(-0.0665, -0.0245, share=0.63),
    ],
    "week_rank": [week(-0.09, 11), week(-0.3, 0), week(0.08, 1), week(0.3, 0)],
    "hole": [blank("up"), blank("down")],
    "refund": [climb(33, 6)],
    "range_rank": [span("low", 0.5), *(span("high", n) for n in (0, 0.1, 0.5, 1))],
    "lead_extreme": [
        lead(0.05, -0.02),
        lead(-0.01, -0.06),
        lead(-0.04, 0.01),
    ],
    "swings_apart": [swings(2.7, 99.2), swings(1.1, 97.0), swings(0.2, 1.0)],
    "days_won": [days(1, 1.36), days(4, -0.99)],
    "dispersion": [parts()],
    "all_extreme": [
        extreme(word, count) for word in ("worst", "best") for count in (6, 8)
    ],
    "ladder": [rungs("RUT", "SPX"), rungs("SPX", "RUT")],
    "channel_return": [broken("over", -0.018), broken("under", 0.022)],
    "mean_cross": [
        crossed(side, close) for side in ("over", "under") for close in (2500, 2700)
    ],
    "streak": [streak("up", 0.013), streak("down", -0.117)],
    "season": [season(0.87, 0.029), season(0.33, -0.005)],
    "divergence": [unconfirmed("high", 0.02), unconfirmed("low", -0.02)],
}


def slots_of(roles: Mapping[str, PriceFact], tape: Tape) -> dict[str, object]:
    """What a form may say: what was seen, the subject, and the base Facts."""
    base = {
        name.removeprefix("base_"): one
        for name, one in roles.items()
        if name.startswith("base_") or name in ("previous_close", "zscore_5")
    }
    seen = {role: one for role, one in roles.items() if not role.startswith("base_")}
    return dict(seen_slots(seen, tape, "RUT")) | base


def spoken(lens: str) -> Iterator[tuple[Form, tuple[str, ...], dict[str, PriceFact]]]:
    """Each form of a lens as each of its examples speaks it."""
    tape = a_tape()
    for roles in EXAMPLES[lens]:
        for form in a_bank().forms(f"thesis-{lens}"):
            slots = slots_of(roles, tape) | {"subject": Name(an_instrument())}
            if not may_speak(form, slots):
                continue
            for turn in range(max(form.options, default=1)):
                fresh = slots | {"subject": Name(an_instrument())}
                telling = told(form, fresh, turn)
                assert is_short(telling), form.id
                yield form, telling.sentences, roles


@pytest.mark.parametrize("lens", NEW)
def test_each_form_speaks_of_some_day_and_nothing_it_says_stands(lens: str) -> None:
    spoke = set()
    for form, sentences, roles in spoken(lens):
        spoke.add(form.id)
        ledger = replace(a_draft().ledger, facts=tuple(roles.values()))
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
    slots["subject"] = Name(an_instrument())
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
        form.id
        for form in a_bank().forms("thesis-lead_extreme")
        if may_speak(form, slots)
    ]
    assert speaking == ["thesis-lead_extreme/ahead", "thesis-lead_extreme/ahead-choice"]


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


def ranked(*seen: Insight, **slots: object) -> list[str]:
    """The lenses that a note on the Russell 2000 tells, in order."""
    tape = a_tape(insights=seen)
    return [one.lens for one in insights(an_angle(), tape, slots)]


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
    dull = an_insight("long_run", 0.7)
    assert ranked(dull) == ["long_run"]
    assert ranked(dull, quiet=True) == []


def test_what_is_told_elsewhere_and_of_others_is_left_out() -> None:
    assert ranked(an_insight("precedent", 0.99)) == []
    assert ranked(an_insight("move_rank", 0.99, subject="SPX")) == []


def test_kin_are_lenses_that_have_words() -> None:
    told = [lens for kin in KIN for lens in kin]
    assert len(told) == len(set(told))
    assert set(told) <= set(TELLING)
