"""Words that carry a claim: direction, degree, novelty."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.plain import words

MOVES = st.floats(-0.5, 0.5, allow_nan=False)
USUAL = st.one_of(st.none(), st.floats(0.001, 0.1))


@given(MOVES, USUAL)
def test_a_verb_that_is_written_agrees_with_its_move(
    move: float, usual: float | None
) -> None:
    for verb in words.verbs(move, usual):
        (word,) = words.directions(f"The index {verb} that day.")
        assert word.text == verb
        assert words.agrees(word.text, move)
        assert not words.agrees(word.text, -move) or word.sign == 0


@given(MOVES, USUAL)
def test_a_move_under_the_flat_line_takes_no_direction(
    move: float, usual: float | None
) -> None:
    small = abs(move) < words.FLAT
    assert (words.degree(move, usual) == 0) == small
    assert (words.verbs(move, usual) == words.STILL) == small


def test_a_verb_is_as_strong_as_the_move_is_unusual() -> None:
    assert words.degree(0.01, 0.03) == 1
    assert words.degree(0.01, 0.01) == 2
    assert words.degree(0.01, 0.005) == 3
    assert words.degree(0.01, 0.003) == 4


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("It ticked down and edged up.", [-1, 1]),
        ("It closed higher, then opened lower.", [1, -1]),
        ("The index was flat; the other barely moved.", [0, 0]),
        ("It stands above the mean and below the record.", [1, -1]),
        ("The upbeat download fellow rosette.", []),
    ],
)
def test_direction_words_are_read_with_their_sign(text: str, signs: list[int]) -> None:
    assert [word.sign for word in words.directions(text)] == signs


def test_a_place_is_one_at_any_distance() -> None:
    assert words.agrees("above", 0.0001)
    assert words.agrees("Below", -0.0001)
    assert not words.agrees("above", -0.0001)
    assert not words.agrees("rose", 0.0001)


@given(st.floats(0, 100))
def test_every_percentile_has_a_band(percentile: float) -> None:
    assert words.band(percentile)


@pytest.mark.parametrize(
    ("percentile", "word"),
    [(0, "subdued"), (19.9, "subdued"), (20, "mid-table"), (79.9, "mid-table"),
     (80, "elevated"), (97.9, "elevated"), (98, "panic"), (100, "panic")],
)  # fmt: skip
def test_a_band_begins_at_its_line(percentile: float, word: str) -> None:
    assert words.band(percentile)[0] == word


@pytest.mark.parametrize(
    "text",
    [
        "above its 50-day mean for the first time in months",
        "the first close above it since May",
        "a record close",
        "its best day since March 2009",
        "an all-time high",
        "now at a 3-month high",
        "the widest gap in ten sessions",
        "an unprecedented move",
    ],
)
def test_a_phrase_of_novelty_is_read(text: str) -> None:
    assert words.NOVELTY.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "the record of past notes is open",
        "first of all, time will tell",
        "the best of both worlds",
        "a high price",
    ],
)
def test_plain_words_are_no_novelty(text: str) -> None:
    assert not words.NOVELTY.search(text)


def test_a_cause_is_read() -> None:
    said = [
        "because of", "because", "thanks to", "driven by", "due to", "on the back of"
    ]  # fmt: skip
    assert all(words.CAUSE.search(f"It fell {one} the news.") for one in said)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("none", "not adjusted"),
        ("splits", "adjusted for splits"),
        ("splits and dividends", "adjusted for splits and dividends"),
        ("unknown", "adjustment unknown"),
        ("none and splits", "not adjusted and adjusted for splits"),
        ("splits and unknown", "adjusted for splits and adjustment unknown"),
    ],
)
def test_an_adjustment_is_told_in_words(text: str, told: str) -> None:
    assert words.adjusted(text) == told


@pytest.mark.parametrize(
    ("word", "move", "fits"),
    [
        ("slipped", -0.031, False),
        ("plunged", -0.002, False),
        ("plunged", -0.031, True),
        ("edged up", 0.002, True),
        ("fell", -0.031, True),
        ("rose", 0.002, True),
        ("rallied", 0.002, False),
        ("inched higher", 0.031, False),
    ],
)
def test_a_verb_is_sized_by_the_usual_move(
    word: str, move: float, *, fits: bool
) -> None:
    assert words.is_sized(word, move, usual=0.008) is fits


def test_a_phrase_has_the_sign_of_the_whole_and_not_of_its_particle() -> None:
    text = "It gave up ground, put on weight, ended in the red and held steady."
    assert [word.sign for word in words.directions(text)] == [-1, 1, -1, 0]
