"""A link is http or https, and says nothing of the reader."""

import pytest

from generator.news.links import canonical, is_page


def test_tracking_is_taken_off_and_the_rest_is_kept() -> None:
    link = "https://Example.com:443/a/b?id=7&utm_source=rss&utm_medium=x&fbclid=1#top"
    assert canonical(link) == "https://example.com/a/b?id=7"


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "JaVaScRiPt://example.com/%0aalert(1)",
        "data:text/html,<script>alert(1)</script>",
        "file:///etc/passwd",
        "ftp://example.com/a",
        "https://user:secret@example.com/",
        "https://example.com/a b",
        'https://example.com/"onclick="x',
        "https://[broken/",
        "http://",
        "/relative",
        "https://example.com/" + "a" * 3000,
    ],
)
def test_any_other_link_is_dropped(link: str) -> None:
    assert canonical(link) == ""


def test_a_relative_link_is_resolved_against_its_feed() -> None:
    assert canonical("/a", "https://example.com/feed.xml") == "https://example.com/a"


def test_a_front_door_is_not_a_page() -> None:
    assert not is_page("https://example.com/")
    assert is_page("https://example.com/?p=12")
