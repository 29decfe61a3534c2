"""Strangers' text becomes plain, and plain text prints as itself."""

import html
import json
import re
from pathlib import Path

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.plain.text import escaped, plain_text, sentence_case, slug

LIVE = re.compile(r"<[a-zA-Z/!?]")
PLAIN = {
    "AT&T and S&P 500": "AT&T and S&P 500",
    "AT&amp;T": "AT&T",
    "AT&amp;amp;T": "AT&T",
    "EPS < 2c": "EPS < 2c",
    "<p>EPS < 2c and > 1c</p>": "EPS < 2c and > 1c",
    "5 < 6 > 4": "5 < 6 > 4",
    "AT<b>&amp;</b>T": "AT&T",
    "<p>one</p><p>two</p>": "one two",
    "a<br/>b": "a b",
    "<b>R</b>ise": "Rise",
    "a<script>alert(1)</script>b<style>x{}</style>c": "a b c",
    "a<!-- hidden -->b": "ab",
    "&lt;b&gt;bold&lt;/b&gt; news": "bold news",
    "one\r\n\ttwo\u00a0three\u200bfour": "one two three four",
    "a\x00b\x1bc\u202ed\ud800e": "abcde",
    "Cafe\u0301": "Café",
    "": "",
}


@pytest.mark.parametrize(("markup", "words"), PLAIN.items())
def test_markup_becomes_its_words(markup: str, words: str) -> None:
    assert plain_text(markup) == words


def test_a_text_has_a_limit() -> None:
    assert plain_text("word " * 1000, limit=12) == "word word wo"
    assert len(plain_text("<p>" * 500_000 + "x")) <= 2000


@pytest.mark.parametrize("form", ["{}", "<p>{}</p>", "<![CDATA[{}]]>"])
@pytest.mark.parametrize("deep", [0, 1, 2, 4])
def test_no_hostile_payload_lives(shared: Path, form: str, deep: int) -> None:
    path = shared / "labelled" / "hostile-markup.jsonl"
    for line in path.read_text("utf-8").splitlines():
        payload = json.loads(line)["payload"]
        for _ in range(deep):
            payload = html.escape(payload)
        shown = html.escape(plain_text(form.format(payload)))
        assert not LIVE.search(shown), payload


def test_no_hostile_payload_lives_in_markdown(shared: Path) -> None:
    path = shared / "labelled" / "hostile-markup.jsonl"
    for line in path.read_text("utf-8").splitlines():
        payload = json.loads(line)["payload"]
        page = markdown.markdown(escaped(plain_text(payload)), extensions=["tables"])
        assert re.fullmatch(r"(?:<p>[^<]*</p>)?", page, re.DOTALL), payload


ODD = (
    "EPS < 2c", "AT&T", "a | b", "1. first", "1) one", "# head", "- item", "+ 2%",
    "> quote", "*b* _i_ `c`", "**bold**", "[a](javascript:x)", "![a](b)", "\\",
    "&amp;", "A_B_C", "<b>x</b>", "***", "=====", "![", "2026. A year",
)  # fmt: skip


@pytest.mark.parametrize("text", ODD)
def test_plain_text_prints_as_itself(text: str) -> None:
    page = markdown.markdown(escaped(text), extensions=["tables"])
    assert html.unescape(re.sub(r"^<p>|</p>$", "", page)) == text


@given(st.text(max_size=200))
def test_any_text_becomes_one_plain_line(text: str) -> None:
    plain = plain_text(text)
    assert "\n" not in plain
    assert plain == plain.strip()
    assert not LIVE.search(html.escape(plain))


def test_a_slug_names_a_file() -> None:
    assert slug("S&P 500: What’s next?") == "sp-500-whats-next"
    assert slug("日経") == "x"
    assert sentence_case("oil fell") == "Oil fell"
