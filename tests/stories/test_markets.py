"""News of markets is kept; the rest is set aside, and the reader is told why."""

import csv
import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import news, wiring
from generator.model.news import Headline, Mention
from generator.plain import clock
from generator.plain.names import names
from generator.settings import Settings
from generator.stories.markets import COPY, aside, unsigned
from tests.builders import a_headline

ROOT = Path(__file__).resolve().parents[2]
VERDICTS = Path(__file__).with_name("verdicts.tsv")
EDITION, AS_OF = "2025-10-01", "2025-10-01T23:59Z"
LEAD = 400
# Shares of right verdicts on labels by which the lists were mended, so they only guard
# against falling back. Before it was mended by them, the set `fresh` had 0.83 right of
# 200 and 0.91 of the 162 where its labeller was sure.
RIGHT, SURE = 0.93, 0.97


def why(title: str, summary: str = "", *mentions: Mention, **more: str) -> str | None:
    """Why a headline with these names in its title is set aside."""
    told = {"publisher": "The Courier", **more}
    return aside(
        a_headline(title, summary=summary, **told), mentions, (), {"KO": "stock"}
    )


@pytest.mark.parametrize(
    "title",
    [
        "Shares end lower as bond yields climb",
        "Sugar exports fall 4% in May",
        "Factory output grew in March, statistics office says",
        "Central bank holds rates, sees slower inflation",
        "Sterling slides against the dollar",
        "Brewer cuts full-year profit forecast",
        "Retailer's third-quarter sales beat expectations",
        "Lender names Ana Silva as chief executive",
        "Miner in talks to buy rival for $3 billion",
        "Grid operator Northwire files for IPO",
        "Parliament passes budget as deficit widens",
        "New tariffs on steel take effect",
        "Bitcoin tops a record as ETF inflows swell",
        "Refinery strike ends after pay deal",
        "Shoe chain to close 40 shops",
        "Shipyard bags order for six tankers",
        "Cabinet weighs a higher levy on fuel",
        "Drone attack sets oil depot on fire",
        "Carmaker sheds 900 jobs",
        "Watchdog fines Northwire over prices",
        "Oil company discovers gas in the delta",
        "President nominates Ana Silva as chair of the central bank",
        "Poverty rate falls to 9%",
        "Studio announces redundancies",
        "Hoteliers count the cost of a weakening economy",
    ],
)
def test_news_of_markets_and_the_economy_is_kept(title: str) -> None:
    assert why(title) is None


@pytest.mark.parametrize(
    ("title", "reason"),
    [
        ("Late penalty sends Rovers through to the semi-finals", "sport"),
        ("Police arrest two men after stabbing", "crime"),
        ("Actress weds singer in secret ceremony", "screen, music and celebrities"),
        ("Floods leave villages cut off, rescue teams say", "accidents and disasters"),
        ("Students return as new school opens", "schools"),
        ("Troops shell border town, missiles hit hospital", "war and diplomacy"),
        ("Hospitals warn of a wave of measles patients", "health"),
        ("New smartwatch and earbuds leak", "gadgets and games"),
        ("Glaciers shrank 4% as melting sped up", "science and nature"),
    ],
)
def test_another_subject_is_named_with_its_words(title: str, reason: str) -> None:
    told = why(title)
    assert told is not None
    subject, _, words = told.partition(": ")
    assert subject == reason
    assert all(word.split()[0] in title.lower() for word in words.split(", "))


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Acme Wealth LLC Sells 1,900 Shares of Widget Inc.", "holding filed"),
        ("Widget Inc. Shares Sold by Acme Capital Partners", "holding filed"),
        ("Fund Dumps 12,000 Widget Shares", "holding filed"),
        ("INVESTOR ALERT: Doe & Roe LLP Reminds Investors of Widget", "law-firm alert"),
        ("Dogecoin price prediction: what comes next", "price prediction"),
        ("Can Widget Coin Hit $10 by 2030?", "price prediction"),
        ("3 Growth Stocks to Buy and Hold Forever", "stocks to buy"),
        ("Should You Buy Widget Stock Before Friday?", "stocks to buy"),
        ("Better Artificial Intelligence Stock: Widget or Gadget", "stocks to buy"),
        ("Widget plc: Net Asset Value(s)", "company notice"),
        ("Transaction in Own Shares", "company notice"),
        ("Widget to report second-quarter results on 4 May", "company notice"),
        ("Widget (WDG) Q3 2025 Earnings Call Transcript", "transcript"),
        ("Widget Coin presale nears its end", "promotion"),
        ("Widget stock headed for a 30% rally?", "price prediction"),
        ("Is the Widget Fund a strong ETF right now?", "stocks to buy"),
        ("Widget share price today live", "quote bot"),
        ("Widget Bank internships 2026", "job advert"),
        ("Widget bags $5m in seed funding", "startup round"),
        ("Drivers could claim £300 off car cover", "household advice"),
        ("Save $300 on this television", "shopping"),
        ("Smart Fridge Market Size to Reach $9 Billion by 2032", "market research"),
        ("Why Widget stock is soaring today", "quote bot"),
        ("XAUUSD to fall for OANDA:XAUUSD by goldbug", "trade signal"),
    ],
)
def test_copy_is_told_by_its_kind(title: str, kind: str) -> None:
    told = why(title)
    assert told is not None
    assert told.startswith(f"{COPY}: {kind} (")


def test_copy_is_known_by_its_summary_too() -> None:
    told = why(
        "Widget draws attention",
        "The fund lifted its stake in Widget by 4%, its 13F filing shows.",
    )
    assert told is not None
    assert told.startswith(f"{COPY}: holding filed")


def test_a_deal_is_no_filing_and_a_broker_no_bot() -> None:
    assert why("Widget buys 20% stake in rival for $2 billion") is None
    assert why("Shares of Widget fall after Doe Bank cuts rating to sell") is None


def test_news_in_a_press_release_outweighs_it() -> None:
    release = "Widget today announced"
    fact = "Widget reports record quarterly profit, raises dividend"
    assert why(fact, f"{release} net sales for its third quarter.") is None
    soft = why("Widget unveils a new kitchen app", f"{release} an app for cooks.")
    assert soft is not None
    assert soft.startswith(f"{COPY}: press release")


def test_what_a_publisher_prints_for_pay_has_to_tell_more() -> None:
    title = "Widget in talks on a stake in a rival"
    summary = "The firm and an investor met to speak of the stake. " * 5
    assert why(title, summary) is None
    assert why(title, summary, publisher="Globe Newswire") is not None
    fact = "Widget swings to a quarterly loss as sales fall 9%"
    assert why(fact, summary, publisher="Globe Newswire") is None


def test_a_summary_that_shares_no_word_with_its_title_hardly_counts() -> None:
    other = "Central bank cuts interest rates as inflation and bond yields fall. " * 4
    assert why("Village flats for short stays", other) is not None
    assert why("Village flats see inflation", other) is None


def test_two_companies_in_one_title_are_news_of_business() -> None:
    one = Mention("Coca-Cola", "instrument", "KO")
    other = Mention("Northwire", "company", "northwire")
    title = "Coca-Cola and Northwire part ways over prices"
    summary = "Northwire said so as it had come to light. " * 6
    assert why(title, summary, one) is not None
    assert why(title, summary, one, other) is None


def test_a_title_weighs_more_than_a_summary() -> None:
    market, other = "Stocks fall as bond yields rise", "Choirs open the song festival"
    long = " and the week went on as so many had thought that it would go on" * 3
    assert why(market, f"{other}{long}") is None
    assert why(other, f"{market}{long}") is not None


def test_a_named_company_counts_with_a_deed_and_a_place_never() -> None:
    title = "Coca-Cola adds a warehouse in Atlanta"
    company, place = (
        Mention("Coca-Cola", "instrument", "KO"),
        Mention("Atlanta", "place", "atlanta"),
    )
    unlisted = Mention("Coca-Cola", "company", "coca-cola")
    assert why(title) is not None
    assert why(title, "", place) is not None
    assert why(title, "", company) is None
    assert why(title, "", unlisted, place) is None


def test_words_that_only_look_like_markets_do_not_count() -> None:
    for title in (
        "Team wins gold medal in relay",
        "Museum of rolling stock opens its doors",
        "Singer shares a photo with her dog",
        "How to get oil paint out of a shirt",
        "Bank holiday weather: sun at last",
        "Labour Party conference opens in Leeds",
    ):
        assert why(title) is not None, title


def test_a_publisher_behind_a_title_is_no_part_of_it() -> None:
    assert unsigned("Rain ends a long drought - The Stock Market Times") == (
        "Rain ends a long drought"
    )
    assert unsigned("Stocks fall again - even oil, which had held up all week") == (
        "Stocks fall again - even oil, which had held up all week"
    )
    assert why("Rain ends a long drought - Stock Market News") == "names no market"


def test_a_summary_that_is_the_code_of_its_page_is_not_read() -> None:
    code = '", 200); return false;" How will inflation and stocks react to the Fed?'
    assert why("Village gets a new bridge at last", code) is not None


@pytest.mark.parametrize(
    ("title", "reason"),
    [
        ("", "no words"),
        ("1,234 -- 56%", "no words"),
        ("\x00\x1f \U0001f4c8\U0001f680", "no words"),
        ("日経平均が反発、円安で輸出株に買い", "in another script"),
        ("أسعار النفط ترتفع", "in another script"),
        ("Aktien steigen, weil die Zinsen in der Schweiz sinken", "not in English"),
        ("La Bourse recule dans le sillage des valeurs du luxe", "not in English"),
        ("El dólar sube por la inflación y los bonos caen", "not in English"),
    ],
)
def test_what_cannot_be_read_is_set_aside_for_that(title: str, reason: str) -> None:
    told = why(title)
    assert told is not None
    assert told.split(":")[0] == reason


def test_a_title_of_100_kb_is_read_at_its_beginning() -> None:
    assert why("Stocks fall as bond yields rise " + "so on " * 20_000) is None
    assert why("word " * 20_000 + "stocks fall, bond yields rise") == "names no market"


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=20))
def test_any_text_has_a_verdict_of_one_line(
    title: str, summary: str, publisher: str
) -> None:
    told = why(title, summary, publisher=publisher)
    assert told is None or (told.strip() and len(told.splitlines()) == 1)


@cache
def verdicts(shared: Path) -> tuple[tuple[Headline, str | None, str, bool], ...]:
    """Each labelled headline, our reason, the label, whether its labeller was sure."""
    world = wiring.world(Settings(), ROOT)
    feeds = shared / "editions" / EDITION / "feeds"
    harvest = news.gather(world.sources, clock.moment(AS_OF), feeds=feeds)
    labels = labelled()

    def judged() -> Iterator[tuple[Headline, str | None, str, bool]]:
        for one in harvest.headlines:
            digest = hashlib.sha256(f"{one.title}\n{one.summary}".encode()).hexdigest()
            if digest not in labels:
                continue
            title = names(one.title, world.lexicon)
            lead = names(one.summary[:LEAD], world.lexicon)
            reason = aside(one, title, lead, world.lexicon.kinds)
            yield one, reason, *labels[digest]

    return tuple(judged())


def labelled() -> dict[str, tuple[str, bool]]:
    """The verdict on each text, by its sha256, and whether the labeller was sure."""
    with VERDICTS.open(encoding="utf-8") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["sha256"]: (row["verdict"], row["sure"] == "1") for row in rows}


def test_every_label_is_found_in_the_edition(shared: Path) -> None:
    assert len(verdicts(shared)) >= len(labelled()) * 0.99 > 0


def test_a_noisy_day_is_parted_as_a_reader_would(shared: Path) -> None:
    rights = [
        (reason is None) == (label == "keep")
        for _, reason, label, _ in verdicts(shared)
    ]
    assert sum(rights) / len(rights) >= RIGHT


def test_where_a_reader_is_sure_few_are_wrong(shared: Path) -> None:
    wrong = [
        f"{label}: {reason}"
        for _, reason, label, sure in verdicts(shared)
        if sure and (reason is None) != (label == "keep")
    ]
    sure = sum(one[-1] for one in verdicts(shared))
    assert len(wrong) / sure <= 1 - SURE, wrong
