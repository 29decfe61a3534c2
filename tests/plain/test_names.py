"""Names are found where they are meant, and nowhere else."""

import csv
import pickle
from functools import cache
from pathlib import Path

import pytest

from generator.model.playbook import Release, Theme
from generator.plain.names import (
    Book,
    Lexicon,
    Person,
    found,
    found_all,
    lexicon,
    named,
    names,
)
from generator.plain.places import SEEDS
from generator.plain.world import book, world
from tests.builders import an_instrument

BENCH = Path(__file__).resolve().parents[2] / "bench"


@cache
def a_world_of_names() -> Lexicon:
    """The names that the seeds know."""
    return world(
        instruments=SEEDS / "instruments.toml",
        sources=SEEDS / "sources.toml",
        playbook=SEEDS / "playbook",
        calendar=SEEDS / "calendar.toml",
    ).lexicon


def a_lexicon() -> Lexicon:
    """A few instruments, a theme and two releases, with the seeds' book of names."""
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
    return lexicon(
        held, themes, releases, traps=("Gold Coast",), book=book(SEEDS / "names")
    )


LEXICON = a_lexicon()
MEANT = {
    "Dow soars 1,086 points": ["DJI"],
    "Dow\u2019s best day": ["DJI"],
    "S&P 500 and Nasdaq 100 gain as the Nasdaq Composite slips": ["SPX", "NDX", "IXIC"],
    "Coca-Cola (KO) is expected to grow": ["KO", "KO"],
    "Shares of Coca-Cola (NYSE: KO)": ["KO", "KO"],
    "Is KO:NYSE cheap? See NASDAQ:AAPL and AMZN.O": ["KO", "AAPL", "AMZN"],
    "$AAPL, $META and $KOALA": ["AAPL", "META"],
    "AT&T (NYSE: T) cuts its payout": ["T", "T"],
    "Berkshire (BRK.B) sells": ["BRK_B"],
    "$BTC above 100,000": ["BTC_USD"],
    "McDonald\u2019s raises prices": ["MCD"],
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
    "A million dollar home in gold and oil country",
)


def instruments(text: str) -> list[str]:
    return [one.id for one in found(text, LEXICON) if one.kind == "instrument"]


def ids(text: str, *kinds: str) -> list[str]:
    """The ids of what the seeds know in a text, of these kinds or of all but themes."""
    told = found(text, a_world_of_names())
    return [
        one.id for one in told if (one.kind in kinds if kinds else one.kind != "theme")
    ]


@pytest.mark.parametrize(("text", "ids"), MEANT.items())
def test_what_is_meant_is_found(text: str, ids: list[str]) -> None:
    assert instruments(text) == ids


@pytest.mark.parametrize("text", TRAPS)
def test_what_only_looks_like_a_name_is_left_alone(text: str) -> None:
    assert instruments(text) == []


def the_traps() -> list[tuple[str, str]]:
    with (BENCH / "traps.tsv").open(encoding="utf-8") as lines:
        return [
            (row["text"], row["not"])
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


@pytest.mark.parametrize(("text", "forbidden"), the_traps())
def test_a_trap_is_not_linked(text: str, forbidden: str) -> None:
    told = ids(text, "instrument", "company", "institution", "person", "release")
    places = ids(text, "place")
    assert not {*told, *places} & {one.strip() for one in forbidden.split(";")}
    if not forbidden:
        assert told == []


def test_there_are_many_traps() -> None:
    assert len(the_traps()) >= 120


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("JPMorgan upgrades TSMC", ["JPM", "TSM"]),
        ("HDFC Bank, Infosys drag the Sensex", ["HDFCBANK.NS", "INFY.NS", "SENSEX"]),
        ("Samsung Electronics to cut jobs", ["005930.KS"]),
        ("Powell meets Bessent", ["jerome-powell", "scott-bessent"]),
        ("The Fed and the ECB hold rates", ["fed", "ecb"]),
        ("Dow Chemical cuts jobs", ["DOW"]),
        ("Delta variant spreads in India", ["india"]),
        ("Airbnb (ABNB) guides lower", ["ABNB", "ABNB"]),
        ("$TM and $HDB rise", ["7203.T", "HDFCBANK.NS"]),
        ("TARGET SHARES FALL AS WALMART GAINS", ["TGT", "WMT"]),
        ("US stocks rise", ["SPX", "united-states"]),
    ],
)
def test_companies_people_and_places_are_known(text: str, known: list[str]) -> None:
    assert ids(text) == known


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Visa shares rise", ["V"]),
        ("Visa Shares Rise", ["V"]),
        ("VISA SHARES RISE", ["V"]),
        ("Mastercard, Visa in talks", ["MA", "V"]),
        ("We spoke with Target about its plans", ["TGT"]),
        ("Target (TGT) and its rivals", ["TGT", "TGT"]),
        ("Visa officers are few", []),
        ("A Target For Everyone", []),
        ("The gap is wide and the shell is thin", []),
    ],
)
def test_a_name_that_is_a_word_needs_licence(text: str, meant: list[str]) -> None:
    assert ids(text, "instrument", "company") == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Gilead buys a biotech", ["GILD"]),
        ("GILEAD SHARES JUMP", ["GILD"]),
        ("Gilead, a novel of the prairie", []),
        ("State Street cuts jobs", ["STT"]),
        ("State Street closed after a crash", []),
        ("Chevron Corp drills on", ["CVX"]),
        ("Chevron stripes are in fashion", []),
        ("GE splits in three", ["GE"]),
        ("GE candidates meet voters", []),
        ("KKR raises a fund", ["KKR"]),
        ("KKR raises a fine IPL total", []),
        ("3M to pay for earplugs", ["MMM"]),
        ("Startup raises $3M for earplugs", []),
        ("SNOW HITS TEXAS", []),
        ("Boat sinks off Greece", []),
        ("Cintas Center closes", []),
        ("Cintas shares rise", ["CTAS"]),
    ],
)
def test_a_name_that_others_bear_needs_licence(text: str, meant: list[str]) -> None:
    assert ids(text, "instrument", "company") == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Retail sales rise 0.6%", ["Retail sales"]),
        ("RETAIL SALES JUMP", ["Retail sales"]),
        ("Retail Sales Data Due Friday", ["Retail sales"]),
        ("Retail sales assistant attacked", []),
        ("Factory orders staff to wear masks", []),
        ("Factory orders fall", ["Factory orders"]),
        ("Consumer confidence trick fools pensioners", []),
        ("Consumer confidence slides", ["Consumer confidence"]),
        ("CPI rises more than forecast", ["CPI"]),
        ("CPI(M) cadres march", []),
    ],
)
def test_a_statistic_in_common_words_needs_licence(text: str, meant: list[str]) -> None:
    assert ids(text, "release") == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Brent settles at $82", ["BRENT"]),
        ("BRENT FALLS BELOW $70", ["BRENT"]),
        ("Brent council raises fines", []),
        ("David Brent returns to Netflix", ["NFLX"]),
        ("Silver Bull Saloon closes its doors", []),
        ("SILVER BULL PROVIDES UPDATE ON ITS CASE", []),
        ("Gold ETFs see inflows", ["GOLD"]),
        ("US shares end higher", ["SPX"]),
        ("US shares intelligence with Kyiv", []),
        ("Nasdaq falls 2%", ["IXIC"]),
        ("Firm told of Nasdaq delisting", []),
    ],
)
def test_a_market_in_common_words_needs_licence(text: str, meant: list[str]) -> None:
    assert ids(text, "instrument", "company") == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Shares of (TSX: SHOP) rise", ["SHOP"]),
        ("Shares of (TSX: TAL) rise", []),
        ("Shares of (NYSE: TAL) rise", ["TAL"]),
        ("Shares of (HKG: 700) rise", ["0700.HK"]),
        ("Comerica $CMA sold", ["CMA", "CMA"]),
        ("A long for BINANCE:ZROUSDT", []),
    ],
)
def test_a_ticker_is_that_of_its_exchange(text: str, meant: list[str]) -> None:
    assert ids(text, "instrument", "company", "institution") == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Trump speaks", ["donald-trump"]),
        ("Melania Trump speaks", []),
        ("Jerome Powell speaks", ["jerome-powell"]),
        ("Colin Powell speaks", []),
    ],
)
def test_a_surname_after_another_first_name_is_somebody_elses(
    text: str, meant: list[str]
) -> None:
    assert ids(text, "person") == meant


def test_an_exchange_named_beside_a_ticker_is_no_index() -> None:
    assert ids("Altimmune (NASDAQ: QQQQQ) and Nvidia (NASDAQ: NVDA)") == [
        "NVDA",
        "NVDA",
    ]


def test_a_company_whose_instrument_is_held_is_that_instrument() -> None:
    known = Book(companies={"KO": ("Coke",), "PEP": ("Pepsi",)})
    held = [an_instrument("KO", name="Coca-Cola", kind="stock")]
    told = found("Coke and Pepsi", lexicon(held, book=known))
    assert [(one.id, one.kind) for one in told] == [
        ("KO", "instrument"),
        ("PEP", "company"),
    ]


def test_a_person_is_kept_with_the_office() -> None:
    known = Book(people={"ada": Person("chief of the Mint", ("Ada Bell", "Bell"))})
    made = lexicon((), book=known)
    assert made.offices == {"ada": "chief of the Mint"}
    assert [one.id for one in found("Ada Bell coins it", made)] == ["ada"]


def test_a_mention_is_in_the_words_of_the_text() -> None:
    mentions = names("Consumer prices and the jobs report lift US crude", LEXICON)
    assert [(one.text, one.kind, one.id) for one in mentions] == [
        ("Consumer prices", "release", "CPI"),
        ("jobs report", "release", "Employment report"),
        ("US crude", "instrument", "WTI"),
        ("US", "place", "united-states"),
        ("crude", "theme", "energy"),
    ]


def test_a_place_is_where_the_name_stands() -> None:
    text = "\u0130stanbul\u2019s AT&T and the Dow"
    assert [(one.text, text[one.start : one.end]) for one in found(text, LEXICON)] == [
        ("AT&T", "AT&T"),
        ("Dow", "Dow"),
    ]


def test_a_spelling_is_mentioned_once() -> None:
    assert len(names("Dow, Dow, Dow", LEXICON)) == 1


def test_an_instrument_spelled_in_two_ways_is_found_once() -> None:
    assert [one.id for one in found("NVIDIA", a_world_of_names())] == ["NVDA"]


def test_an_institution_is_known_by_its_abbreviation() -> None:
    assert [one.id for one in names("Fed and ECB meet OPEC+", LEXICON)] == [
        "fed",
        "ecb",
        "opec",
        "energy",
    ]


ODD = [
    "",
    " ",
    "\u6771\u4eac\u682a\u5f0f\u5e02\u5834",
    "\U0001f680" * 1000,
    "x" * 100_000,
]


@pytest.mark.parametrize("text", ODD)
def test_any_text_may_be_asked(text: str) -> None:
    assert names(text, LEXICON) == ()


def test_an_empty_lexicon_finds_nothing() -> None:
    assert names("Dow and the Fed", lexicon(())) == ()


def test_many_texts_at_once_are_read_as_each_alone() -> None:
    texts = [*MEANT, *TRAPS, *ODD, *(text for text, _ in the_traps())] * 2
    told = a_world_of_names()
    assert named(texts, told) == [names(text, told) for text in texts]
    assert found_all(texts, told) == [found(text, told) for text in texts]


def test_no_name_reaches_from_one_text_into_the_next() -> None:
    assert named(["Bank of", "America", "Goldman", "Sachs"], a_world_of_names()) == [
        (),
        *(names(text, a_world_of_names()) for text in ("America", "Goldman", "Sachs")),
    ]


def test_a_lexicon_travels_to_another_process() -> None:
    again = pickle.loads(pickle.dumps(LEXICON))  # noqa: S301 - our own bytes
    assert names("Dow soars", again) == names("Dow soars", LEXICON)
