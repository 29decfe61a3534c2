"""Addresses asked one by one or many at once, within bounds and never inside."""

import socket
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

import pytest

from generator.plain.reply import Reply
from generator.plain.web import AGENT, Line, replies

stopped = Event()


class Site(BaseHTTPRequestHandler):
    """Tells a caller its own headers and port, or answers as the path says."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        if self.path == "/busy":
            self.answer(429, b"later", **{"Retry-After": "7"})
        elif self.path == "/elsewhere":
            port = self.request.getsockname()[1]
            self.answer(302, b"", Location=f"http://localhost:{port}/me")
        elif self.path == "/slow":
            stopped.wait(10)
        elif self.path == "/gone":
            self.close_connection = True
        else:
            told = [self.client_address[1], *map(self.headers.get, ("A", "User-Agent"))]
            told.append(self.headers.get("Authorization"))
            self.answer(200, "|".join(map(str, told)).encode())

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
    Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    stopped.set()
    server.shutdown()
    server.server_close()


def ask(url: str, seconds: float = 5, **headers: str) -> Reply:
    """The reply of one address, private ones allowed."""
    with Line(allow_private=True, seconds=seconds) as line:
        return line.get(url, headers)


def test_a_reply_has_a_body_a_status_and_headers(site: str) -> None:
    reply = ask(f"{site}/me", A="x")
    assert (reply.status, reply.fault) == (200, None)
    assert reply.body.decode().split("|")[1:] == ["x", AGENT, "None"]
    assert reply.headers["content-length"] == str(len(reply.body))


def test_a_refusal_keeps_what_it_says_of_waiting(site: str) -> None:
    reply = ask(f"{site}/busy")
    assert (reply.status, reply.fault, reply.body) == (429, "HTTP 429", b"")
    assert reply.headers["retry-after"] == "7"


def test_a_line_keeps_its_connection(site: str) -> None:
    with Line(allow_private=True) as line:
        ports = {line.get(f"{site}/me", {}).body.split(b"|")[0] for _ in range(3)}
    assert len(ports) == 1


def test_a_key_does_not_follow_to_another_host(site: str) -> None:
    told = ask(f"{site}/elsewhere", Authorization="Token secret").body.decode()
    assert told.endswith("|None")


@pytest.mark.parametrize(
    ("path", "fault"),
    [
        ("/slow", "not reached: timeout"),
        ("/gone", "not reached: connection lost"),
    ],
)
def test_a_failure_has_a_name_and_no_status(site: str, path: str, fault: str) -> None:
    assert ask(site + path, seconds=0.2) == Reply(fault=fault)


def test_nothing_at_an_address_is_no_connection() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        assert ask(f"http://127.0.0.1:{port}/").fault == "not reached: no connection"


@pytest.mark.parametrize("url", ["ftp://example.com/", "x", "", "http://[::1"])
def test_an_address_that_is_none_is_a_fault(url: str) -> None:
    assert (ask(url).fault or "").startswith("not reached: ")


def test_a_header_that_is_none_is_a_fault_without_its_text(site: str) -> None:
    fault = ask(f"{site}/me", Authorization="Token a\nb").fault or ""
    assert fault.startswith("not reached: ")
    assert "Token" not in fault


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "10.0.0.1"])
def test_a_line_does_not_lead_inside_unless_it_may(host: str) -> None:
    with Line() as line:
        reply = line.get(f"http://{host}/", {})
    assert reply.fault == "not reached: private address refused"


def test_many_addresses_are_answered_in_their_order(site: str) -> None:
    urls = [f"{site}/me", f"{site}/slow", f"{site}/busy", "x"]
    told = replies(urls, {"A": "y"}, allow_private=True, seconds=0.3)
    assert [reply.status for reply in told] == [200, 0, 429, 0]
    assert told[0].body.split(b"|")[1] == b"y"
