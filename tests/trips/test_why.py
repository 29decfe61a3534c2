"""`draft --why`: what a note was chosen from, and what became of each headline."""

import json
from html import escape
from math import prod
from pathlib import Path

import pytest

from tests.trips.days import FEEDS, a_copy, a_workspace, strykr, the_day

TERMS = ["coverage", "freshness", "relevance", "surprise", "novelty"]
STRANGE = {
    "100 kB": "Stocks " + "soar and soar " * 7_000,
    "another script": "ارتفعت الأسهم اليوم",
    "emoji": "🚀" * 500,
    "control characters": "Stocks\x07 slip\x1b[31m as\u202e yields climb",
    "no words": "!?!",
}


def test_every_candidate_is_listed_with_its_terms_and_its_fate(desk: Path) -> None:
    told = json.loads(strykr(*the_day("draft", desk), "--why", "--json").out)
    assert [one["subject"] for one in told["candidates"] if not one["passed"]] == [
        "SPX", "IXIC",
    ]  # fmt: skip
    for one in told["candidates"]:
        assert [term["name"] for term in one["terms"]] == TERMS
        assert one["score"] == pytest.approx(
            prod(term["worth"] for term in one["terms"]), abs=1e-4
        )
    scores = [one["score"] for one in told["candidates"]]
    assert scores == sorted(scores, reverse=True)
    assert told["hook"]["covered"] == told["hook"]["unusual"] == "SPX"


def test_the_ledger_of_a_note_keeps_the_terms_of_its_angle(desk: Path) -> None:
    for note in desk.glob("notes/*/*/ledger.json"):
        assert [one["name"] for one in json.loads(note.read_text())["angle"]] == TERMS


def test_a_person_reads_the_hook_the_table_and_the_reasons(desk: Path) -> None:
    told = strykr(*the_day("draft", desk), "--why").out
    assert "most covered   SPX" in told
    assert "most unusual   SPX" in told
    assert "shares its subject, theme or story with SPX" in told
    assert "   1.00  novelty: not lately" in told
    assert "toward: " in told
    assert "set aside      0 of " in told


def test_strange_headlines_change_no_note_and_are_told_with_the_reason(
    tmp_path: Path,
) -> None:
    feeds = a_copy(FEEDS, tmp_path / "feeds")
    items = "".join(
        f"<item><title>{escape(title)}</title><link>https://example.com/{number}</link>"
        "<pubDate>Wed, 26 Dec 2018 18:00:00 GMT</pubDate></item>"
        for number, title in enumerate(STRANGE.values())
    )
    (feeds / "strange.xml").write_text(
        '<rss version="2.0"><channel><title>Strange</title>'
        f"{items.replace(chr(7), '').replace(chr(27), '')}</channel></rss>"
    )
    day = a_workspace(tmp_path / "day", "")
    ended = strykr(*the_day("draft", day, feeds=feeds), "--why", "--json")
    told = json.loads(ended.out)
    assert (ended.code, ended.err) == (0, "")
    found = {
        one["title"][:20]: one["aside"]
        for story in told["stories"]
        for one in story["headlines"]
    }
    assert found[STRANGE["another script"][:20]] == "in another script"
    assert found[STRANGE["no words"]] == "no words"
    assert found[STRANGE["emoji"][:20]] == "no words"
    assert [one["slug"] for one in told["notes"]] == ["sp-500", "nasdaq-composite"]
