"""The headlines known at a moment, and the sources that said nothing."""

import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from generator.errors import FeedError
from generator.model.news import Harvest, Silence, Source
from generator.news import gather

AS_OF = datetime(2026, 2, 8, 22, tzinfo=UTC)
FEED = """<rss version="2.0"><channel><title>{title}</title>{items}</channel></rss>"""
ITEM = """<item><title>{title}</title><link>{link}</link>
<description>Words about it.</description><pubDate>{date}</pubDate></item>"""


def an_item(title: str, link: str = "", hours_ago: float | None = 1) -> str:
    moment = AS_OF - timedelta(hours=hours_ago or 0)
    date = "" if hours_ago is None else f"{moment:%Y-%m-%dT%H:%M:%SZ}"
    return ITEM.format(title=title, link=link, date=date)


def a_folder(path: Path, **feeds: list[str]) -> Path:
    for name, items in feeds.items():
        text = FEED.format(title=name.replace("_", " "), items="".join(items))
        (path / f"{name}.xml").write_text(text)
    return path


def gathered(path: Path, *sources: Source) -> Harvest:
    return gather(sources, AS_OF, feeds=path)


def titles(harvest: Harvest) -> list[str]:
    return [headline.title for headline in harvest.headlines]


def a_source(name: str = "Big Wire") -> Source:
    return Source(id="wire", name=name, url="https://example.com/", family="big")


def test_headlines_come_oldest_first_and_undated_ones_last(tmp_path: Path) -> None:
    items = [
        an_item("late"),
        an_item("undated", hours_ago=None),
        an_item("early", "", 9),
    ]
    harvest = gathered(a_folder(tmp_path, A=items))
    assert titles(harvest) == ["early", "late", "undated"]
    assert harvest.headlines[2].published is None
    assert {one.fetched for one in harvest.headlines} == {AS_OF}


def test_what_is_published_later_is_not_known(tmp_path: Path) -> None:
    items = [an_item("now", hours_ago=0), an_item("tomorrow", hours_ago=-0.01)]
    harvest = gathered(a_folder(tmp_path, A=items))
    assert titles(harvest) == ["now"]
    assert harvest.silences == ()


def test_what_is_too_old_is_left_out_and_a_stale_source_is_told(tmp_path: Path) -> None:
    feeds = a_folder(tmp_path, A=[an_item("old", hours_ago=100)], B=[an_item("new")])
    harvest = gathered(feeds)
    assert titles(harvest) == ["new"]
    assert [(one.source, one.reason) for one in harvest.silences] == [
        ("A", "nothing since 4 Feb 2026")
    ]


def test_a_day_without_an_hour_still_tells_old_from_new(tmp_path: Path) -> None:
    days = ("2024-02-08", "2026-02-08", "2026-02-09")
    items = [ITEM.format(title=day, link="", date=day) for day in days]
    harvest = gathered(a_folder(tmp_path, A=items))
    assert titles(harvest) == ["2026-02-08"]
    assert harvest.headlines[0].published is None


def test_the_same_link_or_the_same_words_count_once(tmp_path: Path) -> None:
    page = "https://example.com/1"
    items = [
        an_item("Dow soars", page, 3),
        an_item("Dow soars again", f"{page}?utm_source=x", 2),
        an_item("DOW SOARS!", "https://example.com/2", 1),
    ]
    assert titles(gathered(a_folder(tmp_path, A=items))) == ["Dow soars"]


def test_another_publisher_may_say_the_same(tmp_path: Path) -> None:
    feeds = a_folder(tmp_path, A=[an_item("Dow soars")], B=[an_item("Dow soars")])
    assert len(gathered(feeds).headlines) == 2


def test_a_shared_front_page_link_makes_no_duplicates(tmp_path: Path) -> None:
    items = [an_item(title, "https://example.com/") for title in ("one", "two")]
    assert sorted(titles(gathered(a_folder(tmp_path, A=items)))) == ["one", "two"]


def test_a_title_in_another_script_is_not_lost(tmp_path: Path) -> None:
    items = [an_item("日経平均が5%急落"), an_item("股市大涨5%")]
    assert len(gathered(a_folder(tmp_path, A=items)).headlines) == 2


def test_a_known_source_gives_its_family(tmp_path: Path) -> None:
    feeds = a_folder(tmp_path, Big_Wire=[an_item("one")], Other=[an_item("two")])
    found = gathered(feeds, a_source()).headlines
    assert {one.publisher: one.family for one in found} == {
        "Big Wire": "big",
        "Other": "other",
    }


def test_an_id_is_the_same_every_time_and_everywhere(tmp_path: Path) -> None:
    page = "https://example.com/1"
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    first = gathered(a_folder(tmp_path / "a", A=[an_item("x", page)]))
    again = gathered(a_folder(tmp_path / "b", Z=[an_item("x", f"{page}?fbclid=9")]))
    assert first.headlines[0].id == again.headlines[0].id
    assert len(first.headlines[0].id) == 10


def test_without_a_title_the_summary_speaks(tmp_path: Path) -> None:
    assert titles(gathered(a_folder(tmp_path, A=[an_item("")]))) == ["Words about it."]


def test_every_file_that_says_nothing_is_named(tmp_path: Path) -> None:
    a_folder(tmp_path, good=[an_item("one")])
    whole = FEED.format(title="cut", items=an_item("a") + an_item("b"))
    bodies = {
        "cut.xml": whole[:-60].encode(),
        "empty.xml": b"",
        "html.xml": b"<!DOCTYPE html><html></html>",
        "latin.xml": whole.replace("Words", "Caf\xe9").encode("latin-1"),
        "notes.txt": b"hello",
        "quota.json": b'{"error": "quota"}',
        "half.json": b'{"items": [{"title"',
    }
    for name, body in bodies.items():
        (tmp_path / name).write_bytes(body)
    (tmp_path / "folder.xml").mkdir()
    os.mkfifo(tmp_path / "pipe.xml")
    (tmp_path / ".hidden").write_bytes(b"")
    (tmp_path / "gone.xml").symlink_to(tmp_path / "nowhere")
    harvest = gathered(tmp_path)
    assert {one.source: one.reason for one in harvest.silences} == {
        "cut": "truncated: 1 of its items read",
        "empty.xml": "empty file",
        "folder.xml": "is a folder, not a feed",
        "gone.xml": "cannot be read: No such file or directory",
        "half.json": "broken JSON",
        "html.xml": "is HTML, not a feed",
        "notes.txt": "not a feed",
        "pipe.xml": "is not a file",
        "quota.json": "is JSON, not a feed",
    }
    assert "one" in titles(harvest)


def test_a_missing_folder_is_one_line_with_the_mend(tmp_path: Path) -> None:
    with pytest.raises(FeedError, match="name a folder of recorded feed files"):
        gathered(tmp_path / "nowhere")


def test_the_small_edition_is_read_whole(shared: Path) -> None:
    harvest = gathered(shared / "editions" / "2026-02-08" / "feeds")
    assert len(harvest.headlines) == 5
    assert harvest.silences == ()
    assert {one.publisher for one in harvest.headlines} == {
        "MarketWatch",
        "Seeking Alpha",
    }


def test_the_noisy_edition_is_read_whole(shared: Path) -> None:
    as_of = datetime(2025, 10, 1, 22, tzinfo=UTC)
    feeds = shared / "editions" / "2025-10-01" / "feeds"
    harvest = gather((), as_of, feeds=feeds)
    assert len(harvest.headlines) > 1750
    assert harvest == gather((), as_of, feeds=feeds)


def test_a_source_that_speaks_seldom_is_not_stale_before_three_times_its_cadence(
    tmp_path: Path,
) -> None:
    folder = a_folder(tmp_path, Big_Wire=[an_item("old", hours_ago=100)])
    seldom = replace(a_source(), cadence_hours=48)
    assert gathered(folder, seldom).silences == ()
    often = replace(a_source(), cadence_hours=1)
    assert gathered(folder, often).silences == (
        Silence("Big Wire", "nothing since 4 Feb 2026"),
    )
