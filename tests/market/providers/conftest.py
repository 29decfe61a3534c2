"""A price service on this machine that says what a test tells it to say."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

import pytest

from tests.market.providers.wires import Wire


def handler(wire: Wire, stopped: Event) -> type[BaseHTTPRequestHandler]:
    """What answers a request with the next of the wire's replies."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            wire.asked.append((self.path, dict(self.headers), self.client_address[1]))
            said = wire.reply()
            if said.silent:
                stopped.wait(10)
                return
            self.send_response(said.status)
            headers = {"Content-Length": str(len(said.body)), **said.headers}
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(said.body)
            if int(headers["Content-Length"]) > len(said.body):
                self.close_connection = True

        def send_response(self, code: int, message: str | None = None) -> None:
            """The status line alone: a Date header only where a test sends one."""
            self.send_response_only(code, message)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    return Handler


@pytest.fixture
def wire() -> Iterator[Wire]:
    """A service at `wire.base` that has nothing until a test gives it replies."""
    wire, stopped = Wire(), Event()
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler(wire, stopped))
    server.daemon_threads = True
    Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    wire.base = f"http://127.0.0.1:{server.server_port}"
    yield wire
    stopped.set()
    server.shutdown()
    server.server_close()
