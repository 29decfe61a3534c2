"""The site: whole, relative, and only what was handed in."""

import posixpath
import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import feedparser
from lxml import etree, html

from generator.model.note import Correction
from generator.publish import Published
from generator.publish import site_pages as pages
from tests.builders import NOW, a_draft

ATOM = "{http://www.w3.org/2005/Atom}"
FIXED = Correction(
    2,
    NOW + timedelta(hours=9),
    (("It rose 2%.", "It rose <b>3%</b>."), ("Gone.", ""), ("", "New.")),
)


def a_published(**more: Any) -> Published:
    return Published(a_draft(status="released", **more), 1, NOW)


def a_site(base_url: str = "") -> dict[str, bytes]:
    older = a_published(slug="older", edition=date(2026, 2, 6), tags=["rates"])
    newer = replace(a_published(title="New <b>& bold</b>"), corrections=(FIXED,))
    return pages([older, newer], title="Research & notes", base_url=base_url)


def test_every_relative_link_resolves() -> None:
    site = a_site()
    for path, written in site.items():
        if not path.endswith((".html", ".css")):
            continue
        found = re.findall(r'(?:href|src)="([^"]+)"|url\("([^"]+)"\)', written.decode())
        for link in map("".join, found):
            if not link.startswith(("http", "#", "data:")):
                whole = posixpath.normpath(f"{posixpath.dirname(path)}/{link}")
                assert whole.lstrip("/") in site, f"{path}: {link}"


def test_the_latest_edition_comes_first() -> None:
    titles = html.fromstring(a_site()["index.html"]).xpath("//h3/a/text()")
    assert titles == ["New <b>& bold</b>", "Small Caps Had One Good Day"]


def test_a_tag_page_lists_its_notes() -> None:
    page = html.fromstring(a_site()["tags/rates/index.html"])
    assert page.xpath("//h3/a/@href") == ["../../notes/2026-02-06/older/index.html"]


def test_the_note_shows_its_version_and_corrections() -> None:
    text = a_site()["notes/2026-02-08/small-caps/index.html"].decode()
    assert "version 1" in text
    assert "Version 2, corrected on Mon 9 Feb 2026 07:00Z." in text
    assert "“It rose 2%.” now reads “It rose &lt;b&gt;3%&lt;/b&gt;.”" in text
    assert "Taken out: “Gone.”" in text
    assert "Added: “New.”" in text


def test_the_feed_is_valid_atom() -> None:
    raw = a_site("https://desk.example/notes/")["feed.xml"]
    told = feedparser.parse(raw)
    assert not told.bozo
    assert told.version == "atom10"
    assert [entry.link for entry in told.entries] == [
        "https://desk.example/notes/notes/2026-02-08/small-caps/index.html",
        "https://desk.example/notes/notes/2026-02-06/older/index.html",
    ]
    assert told.feed.updated == "2026-02-09T07:00:00Z"
    root = etree.fromstring(raw)
    for node in (root, *root.findall(f"{ATOM}entry")):
        assert {f"{ATOM}{name}" for name in ("id", "title", "updated")} <= {
            child.tag for child in node
        }


def test_an_entry_keeps_its_id_when_the_site_moves() -> None:
    here, there = (
        feedparser.parse(a_site(base)["feed.xml"]) for base in ("", "https://x.example")
    )
    assert [one.id for one in here.entries] == [one.id for one in there.entries]


def test_a_site_without_notes_is_still_a_site() -> None:
    site = pages([], title="Notes")
    assert b"No note has been released yet." in site["index.html"]
    assert not feedparser.parse(site["feed.xml"]).bozo


def test_licences_travel_with_the_fonts() -> None:
    site = a_site()
    assert b"SIL Open Font License" in site["fonts/OFL-newsreader.txt"]
    assert sum(len(site[path]) for path in site if path.endswith(".woff2")) < 200_000


def test_pages_have_no_inline_style_or_script() -> None:
    for path, written in a_site().items():
        if path.endswith(".html"):
            assert not html.fromstring(written).xpath("//style | //script | //@style")


def test_two_builds_give_the_same_bytes() -> None:
    assert a_site() == a_site()
