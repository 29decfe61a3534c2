"""Feeds of every kind, clean and dirty, from their bytes."""

import csv
import gzip
import json
from pathlib import Path

import pytest

from generator.news import Parsed, parse
from generator.plain.clock import stamp

RSS = """<?xml version="1.0" encoding="{encoding}"?>
<rss version="2.0"><channel><title>Wire &amp; Co</title>
<item><title>{title}</title><link>https://example.com/1</link>
<description>{summary}</description>
<pubDate>Sun, 08 Feb 2026 17:00:00 EST</pubDate></item>
<item><title>Second</title><link>https://example.com/2</link></item>
<item><title>Third</title><link>https://example.com/3</link></item>
</channel></rss>"""


ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title>
<entry><title type="html">AT&amp;amp;T &lt;b&gt;gains&lt;/b&gt;</title>
<link rel="self" href="https://example.com/self"/>
<link rel="alternate" href="https://example.com/page?utm_source=a"/>
<published>2026-02-08T17:00:00-05:00</published>
<updated>2026-02-09T01:00:00Z</updated>
<summary>Short.</summary></entry></feed>
"""


MEDIA = """<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel>
<title>A</title><item><media:title>Picture</media:title><title>News</title>
</item></channel></rss>
"""


def rss(title: str = "One", summary: str = "Words.", encoding: str = "utf-8") -> bytes:
    return RSS.format(title=title, summary=summary, encoding=encoding).encode(encoding)


def titles(parsed: Parsed) -> list[str]:
    return [item.title for item in parsed.items]


def test_an_rss_item_has_title_summary_link_and_time() -> None:
    parsed = parse(rss("S&amp;P 500 up", "&lt;p&gt;EPS &lt; 2c&lt;/p&gt;"), "x")
    first = parsed.items[0]
    assert (parsed.title, parsed.fault) == ("Wire & Co", None)
    assert (first.title, first.summary) == ("S&P 500 up", "EPS < 2c")
    assert first.link == "https://example.com/1"
    assert first.published is not None
    assert stamp(first.published) == "2026-02-08T22:00:00Z"


def test_an_atom_entry_takes_its_page_and_its_first_date() -> None:
    item = parse(ATOM.encode(), "x").items[0]
    assert item.title == "AT&T gains"
    assert item.link == "https://example.com/page"
    assert item.published is not None
    assert stamp(item.published) == "2026-02-08T22:00:00Z"


def test_a_media_title_does_not_stand_for_the_title() -> None:
    assert titles(parse(MEDIA.encode(), "x")) == ["News"]


def test_a_json_feed_is_read() -> None:
    entry = {"title": "A & B", "url": "https://example.com/1", "content_text": "Words"}
    entry["date_published"] = "2026-02-08T17:00:00+01:00"
    body = json.dumps({"title": "J", "items": [entry, 7, {"title": 3}]}).encode()
    parsed = parse(body, "x")
    assert titles(parsed) == ["A & B", ""]
    assert parsed.items[0].published is not None


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        (b"", "empty file"),
        (b" \n\t ", "empty file"),
        (b"\xef\xbb\xbf", "empty file"),
        (b"<!DOCTYPE html><html><body>Just a moment...</body></html>", "is HTML"),
        (b"<html><head></head></html>", "is HTML"),
        (b'{"title": "x", "items": [', "broken JSON"),
        (b'{"error": "quota"}', "is JSON, not a feed"),
        (b"[1, 2]", "is JSON, not a feed"),
        (b"[" * 100_000, "broken JSON"),
        (b"hello", "not a feed"),
        (b"\x00\x01\x02\xff\xfe", "not a feed"),
        (b"\x1f\x8bbroken", "empty file"),
        (b"<rss><channel><title>x</title></channel></rss>", "0 items"),
    ],
)
def test_what_is_not_a_feed_is_named(body: bytes, fault: str) -> None:
    parsed = parse(body, "x")
    assert parsed.items == ()
    assert parsed.fault is not None
    assert parsed.fault.startswith(fault)


def test_a_truncated_feed_gives_its_whole_items_and_says_so() -> None:
    whole = rss()
    for cut in (whole.index(b"Third") + 3, whole.index(b"Third") - 8):
        parsed = parse(whole[:cut], "x")
        assert titles(parsed) == ["One", "Second"]
        assert parsed.fault == "truncated: 2 of its items read"


def test_a_feed_cut_in_its_first_item_keeps_nothing() -> None:
    parsed = parse(rss()[:200], "x")
    assert parsed.items == ()
    assert parsed.fault


def test_a_bare_ampersand_costs_no_letter() -> None:
    parsed = parse(rss("AT&T and S&P 500 fell 5% & more"), "x")
    assert titles(parsed)[0] == "AT&T and S&P 500 fell 5% & more"
    assert parsed.fault is None


def test_html_entities_in_xml_are_letters() -> None:
    title = "Caf&eacute;&nbsp;Ren&#233; &ndash; &pound;5 &hellip;"
    assert titles(parse(rss(title), "x"))[0] == "Café René – £5 …"


def test_latin_1_bytes_are_read_declared_or_not() -> None:
    assert titles(parse(rss("Société", encoding="iso-8859-1"), "x"))[0] == "Société"
    undeclared = rss("Société").replace("é".encode(), b"\xe9")
    assert titles(parse(undeclared, "x"))[0] == "Société"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_no_obstacle(encoding: str) -> None:
    body = RSS.format(title="Zürich", summary="", encoding="utf-8").encode(encoding)
    assert titles(parse(body, "x"))[0] == "Zürich"


def test_junk_around_the_feed_is_passed_over() -> None:
    body = (
        b"\n\nWarning: deprecated\n" + rss() + b"\n<!-- cached -->\n<script></script>"
    )
    assert len(parse(body, "x").items) == 3


def test_control_characters_are_taken_out() -> None:
    parsed = parse(rss("A\x0bB \x08C"), "x")
    assert titles(parsed)[0] == "AB C"


def test_a_recorded_gzip_body_is_inflated() -> None:
    assert len(parse(gzip.compress(rss()), "x").items) == 3


def test_markup_in_cdata_becomes_words() -> None:
    summary = "<![CDATA[<p>Oil <b>jumps</b></p><script>alert(1)</script>R&D]]>"
    assert parse(rss(summary=summary), "x").items[0].summary == "Oil jumps R&D"


def test_entity_bombs_and_outside_entities_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("hidden")
    bomb = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    for doctype in (f'<!ENTITY a0 "ha">{bomb}', f'<!ENTITY a11 SYSTEM "{secret}">'):
        body = rss("&a11;").replace(b"<rss", f"<!DOCTYPE r [{doctype}]><rss".encode())
        shown = titles(parse(body, "x"))
        assert "hidden" not in str(shown)
        assert all(len(title) <= 300 for title in shown)


def test_a_link_that_is_not_http_is_empty() -> None:
    body = rss().replace(b"https://example.com/1", b"javascript:alert(1)")
    assert parse(body, "x").items[0].link == ""


def test_a_file_named_in_the_body_is_not_opened(tmp_path: Path) -> None:
    feed = tmp_path / "feed.xml"
    feed.write_bytes(rss())
    assert parse(str(feed).encode(), "x").items == ()


def test_the_fixtures_of_other_parsers_give_the_expected_counts(shared: Path) -> None:
    with (shared / "feeds" / "manifest.tsv").open(encoding="utf-8") as file:
        rows = [
            row for row in csv.DictReader(file, delimiter="\t") if row["expected_items"]
        ]
    counted = {
        row["file"]: len(
            parse((shared / "feeds" / row["file"]).read_bytes(), "x").items
        )
        for row in rows
    }
    assert counted == {row["file"]: int(row["expected_items"]) for row in rows}


def test_every_real_feed_is_read_whole(shared: Path) -> None:
    for path in sorted((shared / "feeds" / "real").iterdir()):
        parsed = parse(path.read_bytes(), path.name)
        assert parsed.fault is None, path.name
        assert parsed.items, path.name
