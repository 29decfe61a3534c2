"""Tone follows from what moves and which way, not from single words."""

import csv
from pathlib import Path

import pytest

from generator.stories.tone import banded, phrases, score, tone
from tests.builders import a_headline

GOOD = (
    "Stocks rise",
    "Jobless claims fell",
    "Losses narrow at the airline",
    "Company raises profit forecast",
    "Shares jump despite weak sales",
    "Gold hits 11-month high",
    "Unemployment drops to a new low",
)
BAD = (
    "Profit fell 8%",
    "Stocks slide as inflation rises",
    "Bank cuts dividend",
    "Costs surge at the carmaker",
    "Shares tumble after record results",
    "Firm fails to win approval",
    "Traders book profits",
)
NEITHER = (
    "Fed meets on Wednesday",
    "Company to raise $40 million",
    "Stocks end flat",
    "Bank names a new chief",
    "",
)


@pytest.mark.parametrize("text", GOOD)
def test_good_news_is_good(text: str) -> None:
    assert banded(score(text)) == 1.0


@pytest.mark.parametrize("text", BAD)
def test_bad_news_is_bad(text: str) -> None:
    assert banded(score(text)) == -1.0


@pytest.mark.parametrize("text", NEITHER)
def test_other_news_is_neither(text: str) -> None:
    assert banded(score(text)) == 0.0


def test_a_question_claims_less() -> None:
    assert 0 < score("Will stocks rise?") < score("Stocks rise")


def test_the_title_weighs_more_than_the_summary() -> None:
    headline = a_headline(
        "Stocks rise", summary="Losses mount at banks and shares fall."
    )
    assert 0 < tone(headline) < score("Stocks rise")


def test_a_score_is_explained_by_its_phrases() -> None:
    assert [(one.phrase, one.worth) for one in phrases("Jobless claims fell")] == [
        ("claims fell", 1.0)
    ]


def test_tone_agrees_with_readers(shared: Path) -> None:
    path = shared / "labelled" / "tone.tsv"
    signs = {"positive": 1.0, "neutral": 0.0, "negative": -1.0}
    with path.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    read = [(banded(score(row["text"])), signs[row["tone"]]) for row in rows]
    right = sum(found == meant for found, meant in read) / len(read)
    wrong = sum(found * meant < 0 for found, meant in read) / len(read)
    assert right > 0.72
    assert wrong < 0.03
