"""Bodies over HTTP: each source ends in a named outcome, within its bounds."""

import gzip
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

import pytest

from generator.model.news import Source
from generator.news import gather
from generator.news.fetch import fetched

AS_OF = datetime(2026, 2, 8, 22, tzinfo=UTC)
FEED = b"""<rss version="2.0"><channel><title>A</title><item><title>Dow soars</title>
<link>/1</link>
<pubDate>Sun, 08 Feb 2026 17:00:00 GMT</pubDate></item></channel></rss>"""
BOMB = zlib.compressobj(9, wbits=31)
INFLATES = BOMB.compress(b" " * 2**26) + BOMB.flush()
stopped = Event()


class Site(BaseHTTPRequestHandler):
    """Answers as the path says."""

    def do_GET(self) -> None:
        if self.path == "/loop":
            self.answer(302, b"", Location="/loop")
        elif self.path == "/inside":
            self.answer(302, b"", Location="http://127.0.0.1:1/secret")
        elif self.path == "/script":
            self.answer(302, b"", Location="file:///etc/passwd")
        elif self.path == "/slow":
            self.send_response(200)
            self.end_headers()
            stopped.wait(20)
        elif self.path == "/bomb":
            self.answer(200, INFLATES, **{"Content-Encoding": "gzip"})
        elif self.path == "/gzip":
            self.answer(200, gzip.compress(FEED), **{"Content-Encoding": "gzip"})
        elif self.path == "/short":
            self.answer(200, FEED, **{"Content-Length": str(len(FEED) + 9)})
        elif self.path == "/html":
            self.answer(200, b"<!DOCTYPE html><html></html>")
        elif self.path.startswith("/status/"):
            self.answer(int(self.path.rpartition("/")[2]), b"no")
        else:
            self.answer(200, FEED)

    def answer(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in ({"Content-Length": str(len(body))} | headers).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    stopped.set()
    server.shutdown()
    server.server_close()


def a_source(url: str, name: str = "A") -> Source:
    return Source(id=name, name=name, url=url, family=name.lower())


def fault(url: str, seconds: float = 5) -> str | None:
    answers = fetched([a_source(url)], allow_private=True, seconds=seconds)
    return answers[0].fault


def test_a_live_source_gives_its_headlines(site: str) -> None:
    harvest = gather([a_source(f"{site}/feed", "Wire")], AS_OF, allow_private=True)
    (headline,) = harvest.headlines
    assert (headline.title, headline.publisher) == ("Dow soars", "Wire")
    assert headline.link == f"{site}/1"
    assert harvest.silences == ()


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/status/404", "HTTP 404"),
        ("/status/429", "HTTP 429"),
        ("/status/500", "HTTP 500"),
        ("/loop", "not reached: too many redirects"),
        ("/bomb", "larger than 15 MiB"),
        ("/short", "not reached: body broken off"),
    ],
)
def test_each_failure_has_its_name(site: str, path: str, reason: str) -> None:
    assert fault(site + path) == reason


def test_a_redirect_to_a_file_is_not_followed(site: str) -> None:
    assert (fault(site + "/script") or "").startswith("not reached")


def test_a_slow_source_costs_its_own_time_only(site: str) -> None:
    sources = [a_source(f"{site}/slow", "Slow"), a_source(f"{site}/feed", "Quick")]
    slow, quick = fetched(sources, allow_private=True, seconds=0.5)
    assert slow.fault == "not reached: timeout"
    assert quick.body == FEED


def test_a_compressed_body_is_inflated(site: str) -> None:
    (answer,) = fetched([a_source(site + "/gzip")], allow_private=True)
    assert answer.body == FEED


def test_a_page_instead_of_a_feed_is_a_silence(site: str) -> None:
    harvest = gather([a_source(f"{site}/html", "Wire")], AS_OF, allow_private=True)
    assert [(one.source, one.reason) for one in harvest.silences] == [
        ("Wire", "is HTML, not a feed")
    ]


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://192.168.1.1/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://0.0.0.0/",
        "http://localhost/",
    ],
)
def test_an_address_inside_the_house_is_refused(url: str) -> None:
    (answer,) = fetched([a_source(url)])
    assert answer.fault == "not reached: private address refused"


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://example.com/", "x", ""])
def test_only_http_is_spoken(url: str) -> None:
    assert (fault(url) or "").startswith("not reached")
