"""Tone follows from what moves and which way, not from single words."""

import csv
import hashlib
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.stories.tone import (
    BAND,
    Told,
    banded,
    leans,
    phrases,
    score,
    tone,
)
from generator.stories.tone.tree import forms
from tests.builders import a_headline

# Our own sentences, in the style of headlines and of companies' announcements.
GOOD = """
Stocks rise
Jobless claims fell
Losses narrow at the airline
Company raises profit forecast
Shares jump despite weak sales
Gold hits 11-month high
Unemployment drops to a new low
Price target raised to $40 from $35 at the bank
Baker's Q2 EPS beats by $0.05, revenue in line
Shares +4% premarket
Fears of a default ease
Short covering lifts copper
The chip maker and the bank among premarket gainers
$ABCD broke out on volume
Baker upgraded, PT raised to $40 at the bank
The carmaker gains a bull on margins
Oil up for a third day
Drug meets its primary endpoint in a late trial
Strong cloud growth lifts the software maker
Operating profit rose to EUR 14.2 mn from EUR 9.6 mn a year earlier.
Operating profit totalled EUR 6.3 mn, up from EUR 4.9 mn a year earlier.
Net sales were EUR 1.31 bn, against EUR 1.19 bn in 2005.
Pretax profit was EUR 5.1 mn, compared to a loss of EUR 1.9 mn the year before.
The loss after taxes narrowed to EUR 0.8 mn from EUR 3.1 mn.
Unit costs fell by 4 % thanks to higher capacity utilisation.
In 2009 the division turned to a profit of EUR 2.2 mn.
The company's market share in Sweden rose to 27 percent from 24 percent.
The lift maker was awarded a EUR 30 mn contract by the road administration.
The new line will double the mill's production capacity to 60,000 tonnes a year.
The board will propose a dividend of EUR 0.45 per share, up from EUR 0.30.
"""
BAD = """
Profit fell 8%
Stocks slide as inflation rises
Bank cuts dividend
Costs surge at the carmaker
Shares tumble after record results
Firm fails to win approval
Traders book profits
Inflation at 11-year high
Retail sales rise 0.2%, below forecasts
Downgraded to hold from buy at the bank
The retailer gains a bear on margins
The President threatens tariffs on steel
The drug maker pauses enrollment in a trial
The airline withdraws its full-year guidance
Gold prices add to losses
Shares look overvalued to brokers
Sell the carmaker with a target of Rs 135: Jane Doe
The company's order book shrank to EUR 130 mn from EUR 190 mn.
Net sales totalled EUR 63.1 mn, down from EUR 71.7 mn in the first half of 2008.
Operating loss totalled EUR 2.7 mn, compared to a profit of EUR 1.8 mn.
Pretax loss was EUR 1.2 mn, down from a profit of EUR 2.1 mn.
The pretax loss widened to EUR 4.4 mn from EUR 1.6 mn.
Earnings per share were EUR 0.04, compared with EUR 0.19 a year earlier.
The company will start temporary lay-offs at its plant in March.
The paper maker said it would close two machines and cut 420 jobs.
The company swung to a net loss of EUR 7 mn.
Rising raw material costs weighed on profitability in the quarter.
The board proposes that no dividend be paid for 2009.
"""
NEITHER = """
Fed meets on Wednesday
Company to raise $40 million
Stocks end flat
Bank names a new chief
Should you buy the carmaker's shares?
Trust declares $0.12 dividend
The value of the contract is about EUR 9 mn.
The financial details of the transaction were not disclosed.
The company had net sales of EUR 41 mn in 2006 and employed 230 people.
Deliveries will begin in the fall of 2010.
The holding of the insurer fell below five percent of the voting rights.
The shopping centre has 34,000 square metres on three floors.
Mr Lind has been appointed chief financial officer as of 1 August 2008.
He previously worked as head of the Nordic sales unit.
The deal is subject to the approval of the competition authority.
The order includes design, installation and commissioning of the equipment.
The share price was EUR 12.10 at the close of trading on Friday.
The company has no plans to move all of its production to Asia.
"""
NAMED = (
    ("Apple falls as Samsung gains", {"Apple": -1, "Samsung": 1}),
    ("Gold rises as dollar weakens", {"Gold": 1, "dollar": -1}),
    ("Infosys beats TCS", {"Infosys": 1, "TCS": -1}),
    ("Sensex down despite gains in IT stocks", {"Sensex": -1, "IT stocks": 1}),
    ("Rupee gains 12 paise against dollar", {"Rupee": 1, "dollar": -1}),
    ("Sensex, Nifty end lower", {"Sensex": -1, "Nifty": -1}),
    ("Infosys gains and TCS falls", {"Infosys": 1, "TCS": -1}),
    ("Tesla surges while Ford slumps", {"Tesla": 1, "Ford": -1}),
    ("Bank names Jane Doe chief", {"Bank": 0, "Jane Doe": 0}),
)
STRANGE = (
    "",
    " ",
    "?",
    "\x00\x1b[31m\u202e\ufeff",
    "12,345.67 3.1 %",
    "\u80a1\u5e02\u4e0a\u6da8",
    "\u0627\u0644\u0623\u0633\u0647\u0645 \u062a\u0631\u062a\u0641\u0639",
    "\U0001f600\U0001f600",
    "\u0130\u0130\u0130",
    "https://example.com/stocks-rise",
)
WORDS = st.sampled_from(
    """
    shares profit loss losses rose fell to from up down not no , as despite on the of
    raises cuts dividend costs 5 4% EUR mn compared against beats misses weak strong
    record high ? : and Apple gains
    """.split()
)
TEXTS = st.lists(WORDS, max_size=25).map(" ".join) | st.text(max_size=80)


@pytest.mark.parametrize("text", GOOD.strip().splitlines())
def test_good_news_is_good(text: str) -> None:
    assert banded(score(text)) == 1.0


@pytest.mark.parametrize("text", BAD.strip().splitlines())
def test_bad_news_is_bad(text: str) -> None:
    assert banded(score(text)) == -1.0


@pytest.mark.parametrize("text", NEITHER.strip().splitlines())
def test_other_news_is_neither(text: str) -> None:
    assert banded(score(text)) == 0.0


def test_a_question_claims_less() -> None:
    assert 0 < score("Will stocks rise?") < score("Stocks rise")


def test_what_stands_outside_the_markets_claims_less() -> None:
    assert 0 < score("A strong, bright child") < score("A strong, bright stock")


def test_the_title_weighs_more_than_the_summary() -> None:
    headline = a_headline(
        "Stocks rise", summary="Losses mount at banks and shares fall."
    )
    assert 0 < tone(headline) < score("Stocks rise")


def test_a_score_is_explained_by_its_phrases() -> None:
    assert phrases("Jobless claims fell") == [Told("jobless claims fell", 1.0)]


@given(TEXTS)
def test_a_score_is_the_sum_of_its_phrases_clipped(text: str) -> None:
    total = sum(told.worth for told in phrases(text))
    assert score(text) == pytest.approx(max(-1.0, min(1.0, total)))
    assert all(told.phrase and told.worth for told in phrases(text))


@given(TEXTS, st.lists(st.tuples(st.integers(-5, 90), st.integers(-5, 90)), max_size=4))
def test_no_text_and_no_place_is_beyond_reading(
    text: str, places: list[tuple[int, int]]
) -> None:
    found = leans(text, places)
    assert len(found) == len(places)
    assert all(-1.0 <= lean <= 1.0 for lean in found)


@pytest.mark.parametrize(("text", "meant"), NAMED)
def test_each_name_has_the_tone_of_what_is_said_of_it(
    text: str, meant: dict[str, int]
) -> None:
    places = [(text.index(name), text.index(name) + len(name)) for name in meant]
    assert [banded(lean) for lean in leans(text, places)] == list(meant.values())


def test_a_name_has_the_tone_of_the_text_where_nothing_is_said_of_it() -> None:
    text = "Infosys in focus; stocks rise"
    assert leans(text, [(0, 7)]) == [score(text)]


def test_a_place_outside_the_text_has_no_tone() -> None:
    assert leans("Stocks rise", [(80, 90), (-3, 2), (4, 4)]) == [0.0, 0.0, 0.0]


@pytest.mark.parametrize("text", STRANGE)
def test_what_holds_no_known_word_has_no_tone(text: str) -> None:
    assert (score(text), phrases(text), leans(text, [(0, 1)])) == (0.0, [], [0.0])


@pytest.mark.parametrize(
    "text", ["stocks rise, " * 8000, "x" * 100_000, "1," * 50_000, "+1.,%" * 20_000]
)
def test_a_title_of_100_kb_is_read(text: str) -> None:
    assert -1.0 <= score(text) <= 1.0
    assert len(leans(text, [(0, 6)] * 10)) == 10


def test_units_of_a_long_text_are_looked_at_a_bounded_number_of_times(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from generator.stories.tone import reading, tree

    def steps(times: int) -> int:
        taken = 0

        def counted(*given: object) -> object:
            nonlocal taken
            taken += 1
            return tree.longest(*given)  # type: ignore[arg-type]

        monkeypatch.setattr(reading, "longest", counted)
        score("profit rose to 5 from 4 as costs fell, " * times)
        return taken

    assert steps(200) <= 2 * steps(100)


@pytest.mark.parametrize(
    ("verb", "meant"),
    [
        ("climb", ("climb", "climbs", "climbing", "climbed")),
        ("slip", ("slip", "slips", "slipping", "slipped")),
        ("rally", ("rally", "rallies", "rallying", "rallied")),
        ("rise:rose:risen", ("rise", "rises", "rising", "rose", "risen")),
        ("crash", ("crash", "crashes", "crashing", "crashed")),
    ],
)
def test_verbs_have_their_forms(verb: str, meant: tuple[str, ...]) -> None:
    assert forms(verb) == meant


@settings(max_examples=30)
@given(st.floats(-1, 1))
def test_a_value_in_the_band_is_no_tone(value: float) -> None:
    assert banded(value) == (0 if abs(value) <= BAND else (1 if value > 0 else -1))


# --- readers' labels: the half of each set that the words were not tuned on

SIGNS = {"positive": 1.0, "neutral": 0.0, "negative": -1.0}


def held_out(shared: Path, name: str) -> list[dict[str, str]]:
    """The rows of one set whose text's hash is odd."""
    with (shared / "labelled" / "tone.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return [
        row
        for row in rows
        if row["set"] == name and hashlib.sha256(row["text"].encode()).digest()[0] % 2
    ]


def agreement(pairs: list[tuple[float, float]]) -> tuple[float, float, float]:
    """Accuracy, macro-F1 and the share of wrong signs."""
    scores = []
    for one in (-1.0, 0.0, 1.0):
        both = sum(meant == found == one for meant, found in pairs)
        scores.append(2 * both / sum((a == one) + (b == one) for a, b in pairs))
    right = sum(meant == found for meant, found in pairs) / len(pairs)
    wrong = sum(meant * found < 0 for meant, found in pairs) / len(pairs)
    return right, sum(scores) / 3, wrong


@pytest.mark.parametrize(
    ("name", "least"), [("sentfin", (0.78, 0.785)), ("twitter", (0.78, 0.735))]
)
def test_tone_agrees_with_readers(
    shared: Path, name: str, least: tuple[float, float]
) -> None:
    rows = held_out(shared, name)
    pairs = [(SIGNS[row["tone"]], banded(score(row["text"]))) for row in rows]
    right, macro, wrong = agreement(pairs)
    assert (right > least[0], macro > least[1], wrong < 0.03) == (True, True, True)


def test_the_tone_toward_names_agrees_with_readers(shared: Path) -> None:
    pairs = []
    for row in held_out(shared, "sentfin"):
        meant = {
            name: tone
            for name, tone in json.loads(row["entities"]).items()
            if name in row["text"]
        }
        places = [
            (row["text"].index(name), row["text"].index(name) + len(name))
            for name in meant
        ]
        found = leans(row["text"], places)
        pairs += [
            (SIGNS[tone], banded(lean))
            for tone, lean in zip(meant.values(), found, strict=True)
        ]
    right, macro, wrong = agreement(pairs)
    assert (right > 0.78, macro > 0.785, wrong < 0.03) == (True, True, True)
