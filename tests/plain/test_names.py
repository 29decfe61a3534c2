"""Names are found where they are meant, and nowhere else."""

import pickle

import pytest

from generator.model.playbook import Release, Theme
from generator.plain.names import Lexicon, found, lexicon, names
from tests.builders import an_instrument


def a_lexicon() -> Lexicon:
    """A few instruments of each kind, two themes and two releases."""
    aliases = {
        "SPX": ("index", "S&P 500", "S&P"),
        "IXIC": ("index", "Nasdaq Composite", "Nasdaq"),
        "NDX": ("index", "Nasdaq 100"),
        "DJI": ("index", "Dow Jones Industrial Average", "Dow"),
        "RUT": ("index", "Russell 2000", "small caps"),
        "GOLD": ("commodity", "gold", "gold prices"),
        "WTI": ("commodity", "oil", "oil prices", "US crude"),
        "AAPL": ("stock", "Apple"),
        "AMZN": ("stock", "Amazon"),
        "META": ("stock", "Meta"),
        "KO": ("stock", "Coca-Cola"),
        "MCD": ("stock", "McDonald's"),
        "T": ("stock", "AT&T"),
        "BRK_B": ("stock", "Berkshire Hathaway"),
        "BTC_USD": ("coin", "Bitcoin", "bitcoin"),
    }
    held = [
        an_instrument(id_, name=spelled[0], kind=kind, aliases=tuple(spelled))
        for id_, (kind, *spelled) in aliases.items()
    ]
    themes = [Theme(id="energy", name="energy", match=("crude", "opec"))]
    releases = [
        Release(name="CPI", aliases=("consumer prices",)),
        Release(name="Employment report", aliases=("jobs report",)),
    ]
    return lexicon(held, themes, releases, traps=("Gold Coast",))


LEXICON = a_lexicon()
MEANT = {
    "Dow soars 1,086 points": ["DJI"],
    "Dow’s best day": ["DJI"],
    "S&P 500 and Nasdaq 100 gain as the Nasdaq Composite slips": ["SPX", "NDX", "IXIC"],
    "Coca-Cola (KO) is expected to grow": ["KO", "KO"],
    "Shares of Coca-Cola (NYSE: KO)": ["KO", "KO"],
    "$AAPL, $META and $TSLA": ["AAPL", "META"],
    "AT&T (NYSE: T) cuts its payout": ["T", "T"],
    "Berkshire (BRK.B) sells": ["BRK_B"],
    "$BTC above 100,000": ["BTC_USD"],
    "McDonald’s raises prices": ["MCD"],
    "Gold surges, oil slips": ["GOLD", "WTI"],
    "GOLD PRICES JUMP": ["GOLD"],
    "Small Caps Surge": ["RUT"],
    "Apple's iPhone sales": ["AAPL"],
}
TRAPS = (
    "Apple pie for the holidays",
    "The Big Apple sleeps",
    "Dow Chemical cuts jobs",
    "Dow Inc. names a chief",
    "Gold Coast beaches",
    "gold medal for the swimmer",
    "Chesapeake Gold Corp. sells a mine",
    "Legacy Gold Announces a drill program",
    "An oil painting was stolen",
    "Olive oil prices soar",
    "Amazon rainforest fires",
    "Meta-analysis of trials",
    "S&P Global buys a data firm",
    "S&P said activity fell",
    "S&P downgrades France",
    "Golden State win",
    "Boiling point",
    "a dowager and a metaphor",
    "(T) stands for true",
    "apple orchards",
    "@Apple_fan and #Apple",
    "$5 and $KOALA",
    "Visa rules tightened",
    "Target date funds",
    "Lindsay Lohan is a Star",
)


def instruments(text: str) -> list[str]:
    return [one.id for one in found(text, LEXICON) if one.kind == "instrument"]


@pytest.mark.parametrize(("text", "ids"), MEANT.items())
def test_what_is_meant_is_found(text: str, ids: list[str]) -> None:
    assert instruments(text) == ids


@pytest.mark.parametrize("text", TRAPS)
def test_what_only_looks_like_a_name_is_left_alone(text: str) -> None:
    assert instruments(text) == []


def test_a_mention_is_in_the_words_of_the_text() -> None:
    mentions = names("Consumer prices and the jobs report lift US crude", LEXICON)
    assert [(one.text, one.kind, one.id) for one in mentions] == [
        ("Consumer prices", "release", "CPI"),
        ("jobs report", "release", "Employment report"),
        ("US crude", "instrument", "WTI"),
        ("crude", "theme", "energy"),
    ]


def test_a_place_is_where_the_name_stands() -> None:
    text = "İstanbul’s AT&T and the Dow"
    assert [(one.text, text[one.start : one.end]) for one in found(text, LEXICON)] == [
        ("AT&T", "AT&T"),
        ("Dow", "Dow"),
    ]


def test_a_spelling_is_mentioned_once() -> None:
    assert len(names("Dow, Dow, Dow", LEXICON)) == 1


def test_institutions_are_known_without_being_told() -> None:
    assert [one.id for one in names("Fed and ECB meet OPEC+", LEXICON)] == [
        "fed",
        "ecb",
        "opec",
        "energy",
    ]


@pytest.mark.parametrize("text", ["", " ", "東京株式市場", "🚀" * 1000, "x" * 100_000])
def test_any_text_may_be_asked(text: str) -> None:
    assert names(text, LEXICON) == ()


def test_an_empty_lexicon_finds_no_instrument() -> None:
    assert instruments("") == []
    assert [one.kind for one in names("Dow and the Fed", lexicon(()))] == [
        "institution"
    ]


def test_a_lexicon_travels_to_another_process() -> None:
    again = pickle.loads(pickle.dumps(LEXICON))  # noqa: S301 - our own bytes
    assert names("Dow soars", again) == names("Dow soars", LEXICON)
