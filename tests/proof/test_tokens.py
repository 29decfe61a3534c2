"""What a sentence claims, read from its text."""

import pytest

from generator.proof.tokens import quotes, strange_names, tokens

NAMES = {"Russell 2000": "RUT", "small caps": "RUT", "S&P 500": "SPX", "Dow": ""}


def read(text: str) -> list[tuple[str, str]]:
    """The kind and text of each token."""
    return [(one.kind, one.text) for one in tokens(text, NAMES)]


def test_a_sentence_is_read_into_its_tokens_in_order() -> None:
    text = "On Friday the Russell 2000 rose 2.17% in five sessions."
    assert read(text) == [
        ("date", "Friday"),
        ("name", "Russell 2000"),
        ("direction", "rose"),
        ("figure", "2.17%"),
        ("window", "five sessions"),
    ]


def test_a_known_name_is_read_in_any_case_where_it_has_a_space() -> None:
    assert read("Small caps led; the dow did not.") == [
        ("name", "Small caps"),
        ("direction", "led"),
    ]


@pytest.mark.parametrize(
    ("text", "sessions"),
    [
        ("over five sessions", "5"),
        ("over one week", "5"),
        ("over two weeks", "10"),
        ("over a month", "21"),
        ("its 50-day mean", "50"),
        ("the 52-week high", "252"),
        ("within 1,250 sessions", "1250"),
        ("the last quarter", "63"),
        ("this week", "this week"),
        ("year to date", "year to date"),
    ],
)
def test_a_window_is_an_exact_count_of_sessions(text: str, sessions: str) -> None:
    assert [one.key for one in tokens(text, {}) if one.kind == "window"] == [sessions]


@pytest.mark.parametrize("text", ["11% a year", "a week ago", "the month of May"])
def test_a_rate_or_a_date_is_no_window(text: str) -> None:
    assert not [one for one in tokens(text, {}) if one.kind == "window"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Funds sell, as flagged by Goldman Sachs.", ["Goldman Sachs"]),
        ("Reuters reports that funds sell.", ["Reuters"]),
        ("Reuters: “Funds sell”.", ["Reuters"]),
        ("Yet Treasury bills fall.", ["Treasury"]),
        ("Patience is a position.", []),
        ("Wall Street and the U.S. market wait for the ETF.", []),
        ("The Bank of England's view", ["Bank of England"]),
    ],
)
def test_a_name_is_a_run_of_capitals_that_opens_no_sentence(
    text: str, names: list[str]
) -> None:
    assert [one.text for one in strange_names(text)] == names


def test_a_first_word_is_a_name_where_the_claim_began_with_one() -> None:
    assert [one.text for one in strange_names("Reuters ended up.", opened=True)] == [
        "Reuters"
    ]
    assert not list(strange_names("It ended up.", opened=True))


def test_a_quotation_is_what_stands_between_its_marks() -> None:
    text = 'He says “one thing” and "another".'
    assert [one.text for one in quotes(text)] == ["one thing", "another"]


def test_a_number_in_words_is_one_token_however_it_is_read() -> None:
    found = tokens("The worst of four such falls.", {}, spelled=True)
    assert [one.text for one in found if one.kind == "figure"] == ["four"]


@pytest.mark.parametrize("stance", ["Bullish", "Bearish", "Neutral"])
def test_a_stance_begins_no_name(stance: str) -> None:
    found = [one.text for one in tokens(f"**{stance}. Acme Corp rules.**", {})]
    assert found == ["Acme Corp"]
