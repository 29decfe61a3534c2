"""What the sample note claimed, in our own words, against the ledger of its day."""

from dataclasses import replace
from pathlib import Path

import pytest

from bench.seeds import desk
from generator import angles, market, news, scores, stories, writing
from generator.market.panel import Panel
from generator.model.note import Draft, Finding, SourceLine
from generator.plain import clock
from generator.proof import check, standing
from generator.settings import Desk, Scores
from tests.proof.test_check import with_sentence

AS_OF = clock.moment("2026-02-08T22:00Z")
PRICED = ("RUT", "SPX", "DJI", "VIX")
FALSE = (
    "Everything turns on 2,100 for the Russell 2000.",
    "Buyers of the Russell 2000 have a floor at 2,040.",
    "In two weeks the Russell 2000 has added 2.3% while the S&P 500 stood still.",
    "Not for months was the Russell 2000 over its 50-day mean; this is the first time.",
    "With the VIX near 15, volatility is subdued.",
    "The goal for the Russell 2000 is its peak from before 2022.",
    "Goldman Sachs counts $80 billion of stock that systematic funds may have to sell.",
    "European small caps rose 1.9% in the same two weeks.",
    "The MSCI Europe Small Cap index has its own line at 1,350.",
    "Options on small caps imply the widest swings in three months.",
    "Money is flowing into small-cap ETFs.",
    "The daily chart shows bullish divergences.",
)
TRUE = (
    "Trading volume has been picking up.",
    "The Dow is past 50,000, says Seeking Alpha.",
    "Treasury settlements take $62 billion out of markets, Seeking Alpha writes.",
    "The S&P 500 broke its channel and took the break back, says Seeking Alpha.",
)


def priced(shared: Path, folder: Path) -> Panel:
    """The panel of the few instruments that the note speaks of."""
    for name in (*(f"{one}.csv" for one in PRICED), "manifest.tsv"):
        (folder / name).write_bytes((shared / "prices" / name).read_bytes())
    return market.load([folder], desk().instruments)


@pytest.fixture(scope="module")
def note(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Draft:
    """Our note of that evening on the sample's subject, with all five headlines."""
    home = desk()
    tape = market.read(priced(shared, tmp_path_factory.mktemp("prices")), AS_OF)
    feeds = shared / "editions" / "2026-02-08" / "feeds"
    harvest = news.gather(home.sources, AS_OF, feeds=feeds)
    told = stories.tell(harvest.headlines, home.lexicon)
    asked = angles.asked("RUT", "SPX", told, tape, past=[])
    (angle,) = angles.dress([asked], told, tape, [])
    plan = writing.plan(
        angle,
        scores.rate(angle, tape, Scores()),
        tape,
        edition=AS_OF.date(),
        themes=home.themes,
        silences=harvest.silences,
        past=[],
        desk=Desk(),
    )
    draft = writing.write(plan)
    had = {one.title for one in draft.ledger.sources}
    more = [one for one in harvest.headlines if one.title not in had]
    lines = [
        SourceLine(
            id=f"s{number}",
            title=one.title,
            summary=one.summary,
            publisher=one.publisher,
            family=one.family,
            link=one.link,
            published=one.published,
        )
        for number, one in enumerate(more, len(had) + 1)
    ]
    ledger = replace(draft.ledger, sources=(*draft.ledger.sources, *lines))
    return replace(draft, ledger=ledger)


def reported(note: Draft, sentence: str) -> list[Finding]:
    """What stands against a sentence that is put into the note."""
    text = with_sentence(note, sentence)
    line = text.count("\n", 0, text.index(sentence)) + 1
    return [one for one in standing(check(text, note.ledger)) if one.line == line]


def test_ten_of_the_twelve_false_or_unsourced_claims_are_reported(note: Draft) -> None:
    missed = [sentence for sentence in FALSE if not reported(note, sentence)]
    assert len(FALSE) - len(missed) >= 10, missed


def test_none_of_the_four_true_claims_is_reported(note: Draft) -> None:
    found = {sentence: reported(note, sentence) for sentence in TRUE}
    assert {one: told for one, told in found.items() if told} == {}


def test_the_wrong_window_is_told_with_what_the_window_gave(note: Draft) -> None:
    (found,) = [one for one in reported(note, FALSE[2]) if one.text == "2.3%"]
    assert found.nearest == "+0.04% over 10 sessions"
