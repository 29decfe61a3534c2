"""The playbook: what the seeds' themes must hold, and which saying fits which news."""

import re
from collections import Counter
from itertools import chain

import pytest

from generator.model.playbook import Said, Saying, Theme, fitting
from generator.plain.places import SEEDS
from generator.plain.world import theme

THEMES = [theme(path) for path in sorted((SEEDS / "playbook").glob("*.toml"))]
LEAST = {  # part of a theme -> sayings, at least
    "mechanism": 6,
    "confirmation": 3,
    "falsifier": 4,
    "risk": 4,
    "relief": 3,
    "own": 3,
    "losers": 3,
}
PLAIN = {"mechanism": 5, "confirmation": 3, "falsifier": 2, "risk": 2, "relief": 3}
SENTENCES, CLAUSES = ("mechanism", "risk", "relief"), ("confirmation", "falsifier")
LONGEST = 36  # words of a saying that is still one breath


def told(one: Said) -> str:
    """Its words."""
    return one if isinstance(one, str) else one.say


def all_of(one: Theme, parts: tuple[str, ...]) -> list[str]:
    """Every saying of those parts."""
    return [told(said) for part in parts for said in getattr(one, part)]


def test_the_desk_knows_thirty_themes_or_more() -> None:
    assert len({one.id for one in THEMES}) == len(THEMES) >= 30


@pytest.mark.parametrize("one", THEMES, ids=lambda one: one.id)
def test_a_theme_has_enough_to_say_of_any_of_its_news(one: Theme) -> None:
    for part, least in LEAST.items():
        assert len(getattr(one, part)) >= least, part
    for part, least in PLAIN.items():
        assert len([said for said in getattr(one, part) if told(said) == said]) >= least
    assert one.touches
    assert all(word == word.lower() for word in one.match)


@pytest.mark.parametrize("one", THEMES, ids=lambda one: one.id)
def test_sentences_are_whole_and_clauses_follow_an_if(one: Theme) -> None:
    for said in all_of(one, SENTENCES):
        assert re.fullmatch(r"[A-Z].*\.", said), said
    for said in all_of(one, (*CLAUSES, "own", "losers")):
        assert not said.endswith("."), said
        assert not said.startswith("if "), said
    for said in all_of(one, tuple(LEAST)):
        assert len(said.split()) <= LONGEST, said


def test_no_saying_has_a_figure_or_says_what_another_says() -> None:
    every = list(chain.from_iterable(all_of(one, tuple(LEAST)) for one in THEMES))
    assert not [said for said in every if re.search(r"\d|%", said)]
    assert [said for said, count in Counter(every).items() if count > 1] == []


CUT = Saying(say="Cheaper money.", beside=("cut*", "rate fall"))
RISE = Saying(say="Dearer money.", beside=("hike",))


def test_news_gets_the_sayings_that_ask_for_it_before_the_plain_ones() -> None:
    sayings = ("Money.", CUT, RISE)
    assert fitting(sayings, "Fed CUTS again") == ("Cheaper money.", "Money.")
    both = ("Cheaper money.", "Dearer money.", "Money.")
    assert fitting(sayings, "A hike, then a rate fall") == both


def test_news_that_is_asked_for_often_enough_needs_no_plain_saying() -> None:
    many = [Saying(say=f"Cut {one}.", beside=("cut",)) for one in "abcd"]
    assert fitting(("Money.", *many), "a cut") == tuple(one.say for one in many)
    assert fitting(("Money.", *many[1:]), "a cut")[-1] == "Money."


def test_news_that_no_saying_asks_for_gets_the_plain_ones() -> None:
    assert fitting(("Money.", CUT), "Haircuts and shortcuts") == ("Money.",)
    assert fitting((CUT,), "The Fed waits") == ()


def test_a_word_is_read_as_it_stands_whatever_its_signs() -> None:
    assert Saying(say="x", beside=("s&p 500",)).fits("the S&P 500's day")
    assert not Saying(say="x", beside=("u.s.",)).fits("us")
    assert not Saying(say="x", beside=("gold",)).fits("Goldman")
