"""Angles: news-led and tape-led, weighed, and never two on one thing."""

from dataclasses import replace

import pytest

from generator.angles import asked, choose
from generator.errors import PriceError
from generator.model.market import Tape
from tests.builders import a_headline, a_level, a_past_note, a_price, a_story, a_tape


def a_market(rut: float = 3.2, spx: float = 0.4) -> Tape:
    return a_tape(
        a_price("RUT", "close", value=2670.34),
        a_price("SPX", "close", value=6932.3),
        a_price("RUT", "zscore", 1, value=rut),
        a_price("SPX", "zscore", 1, value=spx),
        a_price("RUT", "return", 1, value=0.036),
        a_price("RUT", "threat", "realised", value=75.0),
        a_price("SPX", "threat", "realised", value=55.0),
        a_price("SPX", "return", 1, value=0.0197),
        a_level("RUT", "support", 1, value=2569.23),
        a_level("SPX", "support", 1, value=2569.23),
    )


def test_an_unusual_move_without_headlines_leads_a_note_of_its_own() -> None:
    (angle,) = choose([], a_market(), [], [])
    assert (angle.subject, angle.kind, angle.benchmark) == ("RUT", "tape", "SPX")


def test_a_story_leads_a_note_on_what_it_names() -> None:
    story = a_story(a_headline("Small caps jump"))
    first = choose([story], a_market(), [], [])[0]
    assert (first.kind, first.lead) == ("news", story)


def test_two_notes_never_share_a_subject() -> None:
    stories = [a_story(id="a"), a_story(id="b")]
    chosen = choose(stories, a_market(), [], [])
    assert len({angle.subject for angle in chosen}) == len(chosen)


def test_what_is_not_about_markets_leads_nothing() -> None:
    football = replace(a_story(), about_markets=False)
    assert choose([football], a_market(rut=0.5), [], []) == []


def test_a_subject_written_about_lately_is_worth_less() -> None:
    fresh = choose([], a_market(), [], [])[0]
    stale = choose([], a_market(), [a_past_note()], [])[0]
    assert stale.score < fresh.score


def test_a_story_on_what_has_no_prices_goes_to_its_benchmark() -> None:
    story = a_story(instruments=("RUT",))
    tape = a_tape(
        a_price("SPX", "zscore", 1, value=2.5),
        a_price("SPX", "threat", "realised", value=55.0),
        a_level("SPX", "support", 1, value=2569.23),
    )
    (angle,) = choose([story], tape, [], [])
    assert angle.subject == "SPX"
    assert any("proxy" in term.why for term in angle.terms)


def test_counts_are_of_headlines_that_say_the_name() -> None:
    told = a_story(
        a_headline("Russell 2000 leaps", id="h1"), a_headline("Dow jumps", id="h2")
    )
    (angle,) = choose([told], a_market(spx=0), [], [])[:1]
    counts = {(one.metric, one.subject): one.value for one in angle.counts}
    assert counts["headlines", "all"] == 2
    assert counts["headlines", "RUT"] == 1


def test_an_unknown_instrument_is_named_in_one_line() -> None:
    with pytest.raises(PriceError, match="XYZ: no such instrument"):
        asked("XYZ", "", [], a_market())
