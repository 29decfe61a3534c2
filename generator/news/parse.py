"""A feed's bytes into items: well-formed XML directly, mended XML, then feedparser.

fastfeedparser is not used: it hands on no raw dates (and reads `ET` as UTC), and the
same lxml tree gives titles, links and raw dates in a page of code.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO

import feedparser
from lxml import etree

from generator.news import mend
from generator.news.dates import day_of, moment_of
from generator.news.links import canonical
from generator.news.tree import Raw, items_of, title_of
from generator.plain.text import plain_text

HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
FEED = re.compile(rb"<(?:\w+:)?(?:rss|feed|rdf|channel)\b", re.IGNORECASE)
HEAD = 4096  # bytes in which a feed's root stands
SUMMARY = 600  # characters of a summary that are kept
TITLE = 300


@dataclass(frozen=True, slots=True)
class Item:
    """One entry in plain text; `published` is None where unknown.

    `day` is then the day it names, if it names one.
    """

    title: str
    summary: str
    link: str
    published: datetime | None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a feed says; `fault` is None where it was read whole."""

    title: str
    items: tuple[Item, ...]
    fault: str | None = None


def parse(body: bytes, where: str) -> Parsed:
    """The items of a feed; never raises for what a body holds.

    `where` is the address or file the body came from; relative links are resolved
    against it if it is an http address. A fault names why items are missing: "empty
    file", "is HTML, not a feed", "broken JSON", "not a feed", "0 items",
    "truncated: 3 of its items read".
    """
    lean = mend.unpacked(body).lstrip(b"\xef\xbb\xbf \t\r\n\x00")
    if not lean:
        return Parsed("", (), "empty file")
    base = where if where.startswith(("http://", "https://")) else ""
    if lean[:1] in b"{[":
        return _from_json(lean, base)
    if HTML.search(lean[:HEAD]) and not FEED.search(lean[:HEAD]):
        return Parsed("", (), "is HTML, not a feed")
    return _from_xml(lean, base)


def _from_xml(body: bytes, base: str) -> Parsed:
    """The first reading that yields a tree: as it stands, mended, cut, feedparser."""
    for reading in (mend.as_it_stands, mend.mended):
        root = _root(reading(body))
        if root is not None:
            return _told(title_of(root), items_of(root), base)
    root = _root(mend.closed(body))
    if root is not None:
        read = _told(title_of(root), items_of(root), base)
        return Parsed(read.title, read.items, _truncated(read.items))
    return _from_feedparser(body, base)


def _truncated(items: tuple[Item, ...]) -> str:
    return f"truncated: {len(items)} of its items read"


def _root(body: bytes) -> etree._Element | None:
    """The tree of well-formed XML; nothing is fetched, no entity is expanded."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root: etree._Element | None = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    return root


def _told(title: str, raws: list[Raw], base: str) -> Parsed:
    """The raw items in plain text, links checked, dates read."""
    items = tuple(_item(raw, base) for raw in raws)
    return Parsed(plain_text(title, TITLE), items, None if items else "0 items")


def _item(raw: Raw, base: str) -> Item:
    moments = (moment_of(text) for text in raw.dates)
    days = (day_of(text) for text in raw.dates)
    return Item(
        title=plain_text(raw.title, TITLE),
        summary=plain_text(raw.summary, SUMMARY),
        link=canonical(raw.link, raw.base or base),
        published=next((moment for moment in moments if moment), None),
        day=next((day for day in days if day), None),
    )


def _from_feedparser(body: bytes, base: str) -> Parsed:
    """What feedparser makes of bytes that no mending turned into XML."""
    try:
        # A stream: feedparser opens the file or address that a string or bytes name.
        feed = feedparser.parse(
            BytesIO(body), sanitize_html=False, resolve_relative_uris=False
        )
        raws = [_entry(entry) for entry in feed.entries]
        read = _told(str(feed.feed.get("title", "")), raws, base)
    except Exception as error:  # noqa: BLE001 - foreign code on hostile bytes
        return Parsed("", (), f"not a feed: {type(error).__name__}")
    if read.items and mend.is_cut(body):
        return Parsed(read.title, read.items[:-1], _truncated(read.items[:-1]))
    return read if read.items or feed.version else Parsed("", (), "not a feed")


def _entry(entry: dict[str, object]) -> Raw:
    """An entry as feedparser has it; its own guesses at missing dates are passed by."""
    shown = {key: str(entry.get(key) or "") for key in ("title", "summary", "link")}
    dates = (dict.get(entry, key) for key in ("published", "updated", "created"))
    return Raw(**shown, dates=tuple(str(text) for text in dates if text))


def _from_json(body: bytes, base: str) -> Parsed:
    """A JSON Feed; other JSON is not a feed."""
    try:
        tree = json.loads(body.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError):
        return Parsed("", (), "broken JSON")
    entries = tree.get("items") if isinstance(tree, dict) else None
    if not isinstance(entries, list):
        return Parsed("", (), "is JSON, not a feed")
    raws = [_json_item(entry) for entry in entries if isinstance(entry, dict)]
    return _told(_text(tree, "title"), raws, base)


def _json_item(entry: Mapping[str, object]) -> Raw:
    first: Callable[..., str] = lambda *keys: next(  # noqa: E731
        (text for key in keys if (text := _text(entry, key))), ""
    )
    return Raw(
        title=first("title"),
        summary=first("summary", "content_text", "content_html"),
        link=first("url", "external_url"),
        dates=tuple(
            text
            for key in ("date_published", "date_modified")
            if (text := _text(entry, key))
        ),
    )


def _text(entry: Mapping[str, object], key: str) -> str:
    """The string under a key; anything else is as good as absent."""
    value = entry.get(key)
    return value if isinstance(value, str) else ""
