"""What holds of names in any text at all."""

import re
from functools import cache
from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.plain.names import Lexicon, found, found_all, names
from generator.plain.names.spelled import scanned
from generator.plain.names.tickers import tickers
from generator.plain.places import SEEDS
from generator.plain.world import world

PARTS = [
    "Apple", "Visa", "Fed", "the", "Dow Chemical", "Nestl\u00e9", "AT&T", "(NYSE: KO)",
    "$AAPL", "S&P 500", "\u2019s", "'s", "gold", "rises", "3%", "\u0130", "\ufb01",
    "\U0001f680", "\u05e9\u05dc\u05d5\u05dd", "\u202e", "\x00", "\n", "\n\n\n", "-",
    "McDonald\u2019s", "U.S.", "Eli", "Lilly", "TARGET", "Bank of", "America", ":", "(",
]  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=80), st.lists(st.sampled_from(PARTS), max_size=12).map(" ".join)
)


@cache
def known() -> Lexicon:
    return world(
        instruments=SEEDS / "instruments.toml",
        sources=SEEDS / "sources.toml",
        playbook=SEEDS / "playbook",
        calendar=SEEDS / "calendar.toml",
    ).lexicon


@given(TEXTS)
@example("\ufb01rst Nestl\u00e9\u2019s \u0130 (NYSE: KO)")
@settings(max_examples=200, deadline=None)
def test_what_is_found_stands_where_it_is_said_to_stand(text: str) -> None:
    for one in found(text, known()):
        assert text[one.start : one.end] == one.text
        assert one.text.strip() == one.text
        assert one.id


@given(st.lists(TEXTS, max_size=8))
@settings(max_examples=100, deadline=None)
def test_a_text_is_read_alike_alone_and_among_others(texts: list[str]) -> None:
    assert found_all(texts, known()) == [found(text, known()) for text in texts]


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_no_two_names_of_a_kind_overlap(text: str) -> None:
    told = [one for one in found(text, known()) if one.kind in {"company", "person"}]
    for one, two in pairwise(told):
        assert one.end <= two.start or (one.start, one.end) == (two.start, two.end)


@given(st.text())
@settings(max_examples=200, deadline=None)
def test_what_the_machine_reads_is_as_long_as_the_text(text: str) -> None:
    assert len(scanned(text)) == len(text)


def test_every_letter_is_read_as_one() -> None:
    text = "".join(map(chr, range(0x110000)))
    assert len(scanned(text)) == len(text)


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_a_ticker_stands_within_its_mark(text: str) -> None:
    for begin, end, left, right, _ in tickers(text, {"KO": "KO", "AAPL": "AAPL"}):
        assert 0 <= left <= begin < end <= right <= len(text)


def test_a_title_of_any_length_is_read() -> None:
    text = "Apple shares rise. " * 5_000
    told = [one for one in found(text, known()) if one.id == "AAPL"]
    assert [one.start for one in told] == [
        at.start() for at in re.finditer("Apple", text)
    ]


def test_the_order_of_texts_changes_nothing() -> None:
    texts = [
        "Visa shares rise",
        "Visa rules change",
        "Nvidia and Visa",
        "The Fed waits",
    ]
    forward = [names(text, known()) for text in texts]
    assert [names(text, known()) for text in reversed(texts)] == forward[::-1]
