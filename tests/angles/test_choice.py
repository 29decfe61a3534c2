"""Angles: news-led and tape-led, weighed, and never two on one thing."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from math import prod
from typing import Any

import pytest

from generator.angles import asked, dress, hook, sift, weigh
from generator.errors import PriceError
from generator.model.market import Tape
from generator.model.news import Carrier, Story
from generator.model.note import Angle
from generator.model.playbook import Theme
from tests.builders import (
    NOW,
    a_headline,
    a_level,
    a_past_note,
    a_price,
    a_story,
    a_tape,
    an_instrument,
)

SHUTDOWN = Theme(
    id="fiscal", name="fiscal policy", match=("shutdown",), touches={"SPX": "down"}
)


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


def chosen(stories: Sequence[Story], tape: Tape, most: int = 3) -> list[Angle]:
    """The angles of which notes are made, without past notes and events."""
    weighed = weigh(stories, tape, [], {"fiscal": SHUTDOWN})
    taken = [one.angle for one in sift(weighed, tape, most) if not one.passed]
    return dress(taken, stories, tape, [])


def carried(title: str, publishers: int, **more: Any) -> Story:
    """A story of one headline that so many publishers print."""
    others = tuple(Carrier(f"P{n}", f"p{n}", "", None) for n in range(1, publishers))
    headline = a_headline(title, id=title, carriers=others)
    return a_story(headline, id=title, **more)


def test_an_unusual_move_without_headlines_leads_a_note_of_its_own() -> None:
    (angle,) = chosen([], a_market())
    assert (angle.subject, angle.kind, angle.benchmark) == ("RUT", "tape", "SPX")
    assert angle.lead is None


def test_a_story_leads_a_note_on_what_it_names() -> None:
    story = a_story(a_headline("Small caps jump"))
    first = chosen([story], a_market())[0]
    assert (first.kind, first.lead) == ("news", story)


def test_two_notes_share_no_subject_theme_or_story() -> None:
    both = a_story(
        a_headline("Small caps jump as the S&P 500 stands still"),
        id="a",
        instruments=("RUT", "SPX"),
    )
    again = a_story(a_headline("Small caps again"), id="b")
    weighed = weigh([both, again], a_market(), [], {})
    fates = {(one.angle.subject, one.passed) for one in sift(weighed, a_market(), 3)}
    assert len(weighed) == 3
    assert fates == {
        ("RUT", ""),
        ("RUT", "shares its subject, theme or story with RUT"),
        ("SPX", "shares its subject, theme or story with RUT"),
    }


def test_an_edition_has_no_more_notes_than_the_desk_asked_for() -> None:
    stories = [
        carried("Small caps jump", 2),
        carried("S&P 500 slips", 2, instruments=("SPX",)),
    ]
    weighed = weigh(stories, a_market(), [], {})
    assert [one.passed for one in sift(weighed, a_market(), 1)] == [
        "",
        "the edition is full",
    ]


def test_what_is_not_about_markets_leads_nothing() -> None:
    (quiet,) = chosen([a_story(aside="sport")], a_market(rut=0.5))
    assert quiet.lead is None


def test_a_day_on_which_nothing_moved_has_one_note_on_an_index() -> None:
    (quiet,) = chosen([], a_market(rut=0.1))
    assert quiet.kind == "tape"
    assert a_market().instruments[quiet.subject].kind == "index"


def test_the_score_is_the_product_of_its_terms() -> None:
    for angle in weigh([carried("Small caps jump", 4)], a_market(), [], {}):
        names = [term.name for term in angle.terms]
        assert names == ["coverage", "freshness", "relevance", "surprise", "novelty"]
        assert angle.score == pytest.approx(
            prod(t.worth for t in angle.terms), abs=1e-4
        )
        assert 0 < angle.score <= 1


@pytest.mark.parametrize(
    ("more", "less"),
    [
        (carried("Small caps jump", 5), carried("Small caps rise", 1)),
        (
            a_story(a_headline("Small caps jump")),
            a_story(a_headline("Small caps", published=NOW - timedelta(hours=40))),
        ),
        (
            a_story(a_headline("Small caps jump")),
            a_story(a_headline("Shares jump"), titled=frozenset()),
        ),
    ],
    ids=["coverage", "freshness", "relevance"],
)
def test_more_of_a_term_scores_more(more: Story, less: Story) -> None:
    (first,), (second,) = (weigh([one], a_market(), [], {})[:1] for one in (more, less))
    assert first.score > second.score


def test_a_larger_move_scores_more_and_a_subject_written_of_lately_less() -> None:
    large, small = (weigh([], a_market(rut=z), [], {})[0] for z in (3.2, -1.6))
    stale = weigh([], a_market(rut=3.2), [a_past_note()], {})[0]
    assert large.score > small.score
    assert large.score > stale.score


def test_an_index_goes_before_a_stock_of_the_same_surprise() -> None:
    tape = a_market(rut=2.5, spx=2.5)
    stock = an_instrument("RUT", name="Acme", kind="stock", theme="makers of things")
    held = Tape(
        as_of=tape.as_of,
        instruments={**tape.instruments, "RUT": stock},
        facts=tape.facts,
        sessions=tape.sessions,
        paths={},
        insights=(),
        gaps=(),
    )
    assert [one.subject for one in weigh([], held, [], {})] == ["SPX", "RUT"]


def test_an_edition_long_past_makes_a_subject_no_staler() -> None:
    others = [
        a_past_note(subject="SPX", edition=date(2026, 2, 1) + timedelta(days=day))
        for day in range(5)
    ]
    old = a_past_note(edition=date(2025, 2, 1))
    first = weigh([], a_market(), [*others, old], {})[0]
    assert (first.subject, first.terms[-1].why) == ("RUT", "not lately")


def test_what_other_stories_say_of_a_subject_adds_to_its_coverage() -> None:
    story = carried("Small caps jump", 1)
    also = carried("Shares jump, small caps too", 6, titled=frozenset())
    alone = weigh([story], a_market(), [], {})[0]
    beside = weigh([story, also], a_market(), [], {})
    mine = next(one for one in beside if one.lead is story)
    assert mine.terms[0].worth > alone.terms[0].worth
    assert "more on the subject" in mine.terms[0].why


def test_a_fund_on_an_index_that_has_a_note_leads_none_of_its_own() -> None:
    fund = an_instrument("SPX", name="Small Fund", kind="etf")
    tape = a_market(rut=2.5, spx=2.5)
    held = Tape(
        as_of=tape.as_of,
        instruments={**tape.instruments, "SPX": fund},
        facts=tape.facts,
        sessions=tape.sessions,
        paths={},
        insights=(),
        gaps=(),
    )
    assert [one.subject for one in weigh([], held, [], {})] == ["RUT"]
    told = carried("Small Fund rises", 1, instruments=("SPX",))
    assert weigh([told], held, [], {})[0].about == {"RUT", "SPX"}


def test_a_story_on_what_has_no_prices_goes_to_its_benchmark() -> None:
    story = carried("Small caps jump", 8)
    tape = a_tape(
        a_price("SPX", "zscore", 1, value=2.5),
        a_price("SPX", "threat", "realised", value=55.0),
        a_level("SPX", "support", 1, value=2569.23),
    )
    angle = chosen([story], tape)[0]
    assert angle.subject == "SPX"
    assert any("nearest we hold prices for" in term.why for term in angle.terms)


def test_a_story_that_names_no_instrument_goes_to_what_its_theme_touches() -> None:
    story = carried("Government shutdown begins", 9, instruments=(), themes=("fiscal",))
    angle = chosen([story], a_market(rut=0.5))[0]
    assert (angle.subject, angle.lead) == ("SPX", story)


def test_the_hook_sets_what_is_most_covered_against_what_moved_most() -> None:
    stories = [
        carried("S&P 500 slips", 6, instruments=("SPX",)),
        carried("Small caps jump", 2),
    ]
    seen = hook(stories, a_market(rut=-3.2))
    assert (seen.covered, seen.publishers) == ("SPX", 6)
    assert (seen.unusual, seen.sigmas) == ("RUT", -3.2)
    assert hook([], a_tape()).covered is None


def test_what_else_moved_furthest_for_its_size_is_counted_too() -> None:
    tape = a_market(rut=1.0, spx=0.4)
    junk = an_instrument("HYG", name="Junk", kind="etf", theme="junk bonds")
    fell = a_price("HYG", "zscore", 1, value=-7.6)
    wild = replace(
        tape,
        instruments={**tape.instruments, "HYG": junk},
        facts={**tape.facts, fell.id: fell},
    )
    (angle,) = chosen([carried("Small caps jump", 9)], wild)[:1]
    assert angle.unusual == "HYG"
    assert ("HYG", 0) in {(one.subject, one.value) for one in angle.counts}
    (alone,) = chosen([carried("Small caps jump", 9)], a_market(rut=3.2))[:1]
    assert alone.unusual is None


def test_counts_are_of_headlines_that_say_the_name() -> None:
    told = a_story(
        a_headline("Russell 2000 leaps", id="h1"),
        a_headline("Dow jumps", id="h2"),
        naming=(frozenset({"RUT"}), frozenset()),
    )
    (angle,) = chosen([told], a_market(spx=0))[:1]
    counts = {(one.metric, one.subject): one.value for one in angle.counts}
    assert counts["headlines", "all"] == 2
    assert counts["headlines", "RUT"] == 1


def test_who_else_prints_a_headline_counts_among_the_publishers() -> None:
    (angle,) = chosen([carried("Russell 2000 leaps", 4)], a_market(spx=0))[:1]
    counts = {(one.metric, one.subject): one.value for one in angle.counts}
    assert counts["headlines", "all"] == 1
    assert counts["publishers", "all"] == 4


def test_an_angle_that_is_asked_for_has_its_best_story_and_its_terms() -> None:
    stories = [carried("Small caps rise", 1), carried("Small caps jump", 7)]
    angle = asked("RUT", "", stories, a_market(), past=[])
    assert (angle.kind, angle.lead) == ("asked", stories[1])
    assert len(angle.terms) == 5
    assert asked("RUT", "", [], a_market(), past=[]).lead is None


def test_an_unknown_instrument_is_named_in_one_line() -> None:
    with pytest.raises(PriceError, match="XYZ: no such instrument"):
        asked("XYZ", "", [], a_market(), past=[])
