"""Headlines become stories: grouped, named, toned, about markets or not."""

from dataclasses import replace
from datetime import timedelta
from statistics import fmean

import pytest

from generator.model.news import Story
from generator.model.playbook import Release, Theme
from generator.plain.names import Lexicon, lexicon
from generator.stories import tell
from generator.stories.tone import tone
from tests.builders import NOW, a_headline, an_instrument


def a_lexicon() -> Lexicon:
    kinds = {"SPX": "index", "DJI": "index", "WTI": "commodity", "AAPL": "stock"}
    aliases = {
        "SPX": ("S&P 500",),
        "DJI": ("Dow",),
        "WTI": ("oil",),
        "AAPL": ("Apple",),
    }
    held = [
        an_instrument(name, kind=kind, aliases=aliases[name])
        for name, kind in kinds.items()
    ]
    themes = [Theme(id="fiscal", name="fiscal", match=("government shutdown",))]
    return lexicon(held, themes, [Release(name="CPI")])


LEXICON = a_lexicon()


def told(*titles: str, summary: str = "") -> list[Story]:
    """The stories of these titles, an hour apart, each of its own publisher."""
    headlines = [
        a_headline(
            title,
            id=f"h{number}",
            summary=summary,
            publisher=f"P{number}",
            family=f"p{number}",
            published=NOW - timedelta(hours=len(titles) - number),
        )
        for number, title in enumerate(titles)
    ]
    return tell(headlines, LEXICON)


def test_no_headlines_make_no_stories() -> None:
    assert tell([], LEXICON) == []


def test_headlines_of_one_happening_are_one_story() -> None:
    stories = told(
        "Stocks fall as government shutdown looms",
        "Oil pauses as markets assess OPEC supply",
        "Government shutdown looms over Wall Street as stocks fall",
    )
    assert [len(story.headlines) for story in stories] == [2, 1]
    assert stories[0].families == ("p0", "p2")
    assert stories[0].themes == ("fiscal",)


def test_the_earliest_headline_speaks_for_the_story() -> None:
    (story,) = told("Dow soars past 50,000 mark", "Dow flies past 50,000 mark at last")
    assert story.lead.title == "Dow soars past 50,000 mark"
    assert story.id == "h0"


def test_the_order_of_the_headlines_does_not_matter() -> None:
    headlines = [
        a_headline(f"Dow soars past {n},000 as stocks rally", id=f"h{n}", summary="")
        for n in range(9)
    ]
    assert tell(headlines, LEXICON) == tell(headlines[::-1], LEXICON)


def test_an_instrument_counts_if_a_title_or_half_the_summaries_name_it() -> None:
    headlines = [
        a_headline("Dow soars past 50,000", id="a", summary="Apple helped the Dow.")
    ]
    same = replace(
        headlines[0], id="b", title="Dow soars past 50,000 mark", publisher="B",
        summary="A record for stocks.",
    )  # fmt: skip
    also = replace(same, id="c", title="Dow flies past 50,000", publisher="C")
    (story,) = tell([*headlines, same, also], LEXICON)
    assert story.instruments == ("DJI",)


def test_each_headline_has_a_tone_and_the_story_their_mean() -> None:
    (story,) = told(
        "Stocks plunge as government shutdown looms over Wall Street",
        "Stocks rise as government shutdown looms over Wall Street",
    )
    assert story.tones == (-1.0, 1.0)
    assert -1.0 < story.tone < 1.0
    assert story.tone == pytest.approx(fmean(map(tone, story.headlines)), abs=1e-6)


def test_a_story_has_the_tone_toward_each_name_of_its_titles() -> None:
    (story,) = told("Apple falls as the S&P 500 gains")
    leans = dict(story.leans)
    assert leans["AAPL"] < 0 < leans["SPX"]


@pytest.mark.parametrize(
    "title",
    [
        "S&P 500: No End In Sight",
        "Stocks slip as bond yields climb",
        "Fed holds interest rates steady",
        "Oil prices jump on supply fears",
        "Eurozone inflation rises to 2.2%",
        "Bitcoin price tops $115,000",
        "Wall Street shrugs off the shutdown",
    ],
)
def test_news_of_markets_is_kept(title: str) -> None:
    (story,) = told(title)
    assert story.about_markets


@pytest.mark.parametrize(
    "title",
    [
        "Coach praises striker after cup final",
        "Police arrest suspect in shooting",
        "Singer announces new album",
        "Five recipes for an apple pie",
        "INVESTOR ALERT: Law firm reminds shareholders of class action",
        "Acme Wealth LLC Sells 190 Shares of Apple Inc. $AAPL",
        "Dogecoin price prediction: 100x gains this presale?",
        "Why Acme stock is soaring today",
        "Should you buy Apple stock now?",
        "3 Dividend Stocks to Buy and Hold Forever",
        "Oil painting sells at auction",
        "Tanker with Russian oil detained by France",
        "",
        "日本語の見出し",
    ],
)
def test_other_news_and_copy_are_set_aside(title: str) -> None:
    (story,) = told(title)
    assert not story.about_markets


def test_headlines_like_those_of_the_sample_note_are_about_markets() -> None:
    stories = told(
        "S&P 500: From One Extreme To Another And No End In Sight",
        "Liquidity Drain And Event Risk May Create A Volatile Week For Markets",
        summary="Treasury settlements will withdraw cash, with weaker S&P 500 returns.",
    )
    assert all(story.about_markets for story in stories)


def test_ten_thousand_copies_of_one_headline_are_one_with_its_carriers() -> None:
    same = a_headline("Dow soars past 50,000 points", summary="")
    copies = [
        replace(same, id=f"{n:05}", publisher=f"P{n}", family=f"p{n}")
        for n in range(10_000)
    ]
    (story,) = tell(copies, LEXICON)
    assert len(story.headlines) == 1
    assert len(story.families) == 10_000


def test_a_title_of_any_size_or_script_is_told() -> None:
    stories = told("x" * 100_000, "🚀" * 500, "ارتفعت الأسهم اليوم", "the of and")
    assert sum(len(story.headlines) for story in stories) == 4
