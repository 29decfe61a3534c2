"""Bodies over HTTP: bounded in size, time and number, and never from inside."""

import asyncio
import ipaddress
import socket
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Self

import aiohttp
from yarl import URL

from generator.plain.reply import Reply

MOST = 15 * 2**20  # bytes of a body, after inflation
SECONDS = 20.0  # for one address, redirects included
AT_ONCE = 8
PER_HOST = 2
HOPS = 5
CHUNK = 2**16
AGENT = "strykr/1 (research-note generator; reads public feeds)"

# What getaddrinfo gives: family, kind, protocol, canonical name, address.
Address = tuple[
    int, int, int, str, tuple[str, int] | tuple[str, int, int, int] | tuple[int, bytes]
]


class RefusedError(OSError):
    """An address that a stranger has no business to lead to."""


def replies(
    urls: Sequence[str],
    headers: Mapping[str, str],
    *,
    allow_private: bool = False,
    seconds: float = SECONDS,
) -> list[Reply]:
    """One reply for each address, in their order; never raises for the world."""

    async def every() -> list[Reply]:
        async with session(AT_ONCE, PER_HOST, allow_private=allow_private) as calls:
            turn = asyncio.Semaphore(AT_ONCE)
            asked = [
                _in_turn(turn, calls, url, headers, seconds=seconds) for url in urls
            ]
            return list(await asyncio.gather(*asked))

    return asyncio.run(every())


class Line:
    """One connection to one host, kept while addresses are asked one by one."""

    def __init__(
        self, *, allow_private: bool = False, seconds: float = SECONDS
    ) -> None:
        self._allow_private = allow_private
        self._seconds = seconds

    def __enter__(self) -> Self:
        self._runner = asyncio.Runner().__enter__()
        self._calls = self._runner.run(self._opened())
        return self

    async def _opened(self) -> aiohttp.ClientSession:
        return session(1, 1, allow_private=self._allow_private)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._runner.run(self._calls.close())
        self._runner.close()

    def get(self, url: str, headers: Mapping[str, str]) -> Reply:
        """The reply of an address; never raises for the world."""
        return self._runner.run(reply(self._calls, url, headers, seconds=self._seconds))


def session(
    at_once: int, per_host: int, *, allow_private: bool
) -> aiohttp.ClientSession:
    """Connections without cookies, to public addresses unless private are allowed."""
    connector = aiohttp.TCPConnector(
        limit=at_once,
        limit_per_host=per_host,
        socket_factory=_socket if allow_private else _outside_socket,
    )
    return aiohttp.ClientSession(
        connector=connector,
        headers={"User-Agent": AGENT},
        cookie_jar=aiohttp.DummyCookieJar(),
        timeout=aiohttp.ClientTimeout(total=None),
    )


async def _in_turn(
    turn: asyncio.Semaphore,
    calls: aiohttp.ClientSession,
    url: str,
    headers: Mapping[str, str],
    *,
    seconds: float,
) -> Reply:
    """The reply of an address; its time runs from its own turn."""
    async with turn:
        return await reply(calls, url, headers, seconds=seconds)


async def reply(
    calls: aiohttp.ClientSession,
    url: str,
    headers: Mapping[str, str],
    *,
    seconds: float,
) -> Reply:
    """The reply of an address within its time, or why none came."""
    try:
        async with asyncio.timeout(seconds):
            return await _read(calls, url, headers)
    except TimeoutError:
        return Reply(fault="not reached: timeout")
    except (aiohttp.ClientError, OSError, ValueError) as error:
        return Reply(fault=f"not reached: {_reason(error)}")


async def _read(
    calls: aiohttp.ClientSession, url: str, headers: Mapping[str, str]
) -> Reply:
    if URL(url).scheme not in {"http", "https"}:
        return Reply(fault="not reached: neither http nor https")
    async with calls.get(url, headers=headers, max_redirects=HOPS) as response:
        told = {name.lower(): value for name, value in response.headers.items()}
        if response.status != 200:
            fault = f"HTTP {response.status}"
            return Reply(status=response.status, headers=told, fault=fault)
        parts, size = [], 0
        async for chunk in response.content.iter_chunked(CHUNK):
            size += len(chunk)
            if size > MOST:
                fault = f"larger than {MOST // 2**20} MiB"
                return Reply(status=200, headers=told, fault=fault)
            parts.append(chunk)
    return Reply(b"".join(parts), 200, told)


def _reason(error: Exception) -> str:
    """Why an address was not reached, in few words that never hold the address."""
    if isinstance(error.__cause__ or error, RefusedError):
        return str(error.__cause__ or error)
    names = {
        aiohttp.ClientConnectorDNSError: "no such host",
        aiohttp.ClientConnectorCertificateError: "bad certificate",
        aiohttp.ClientConnectorError: "no connection",
        aiohttp.ServerDisconnectedError: "connection lost",
        aiohttp.ClientPayloadError: "body broken off",
        aiohttp.TooManyRedirects: "too many redirects",
        aiohttp.InvalidURL: "bad address",
    }
    known = (words for kind, words in names.items() if isinstance(error, kind))
    return next(known, type(error).__name__)


def _outside_socket(info: Address) -> socket.socket:
    """A socket to a public address; asked at dialling, so redirects are covered."""
    address = ipaddress.ip_address(str(info[4][0]).partition("%")[0])
    inner = getattr(address, "ipv4_mapped", None) or address
    if not inner.is_global or inner.is_multicast:
        raise RefusedError("private address refused")
    return _socket(info)


def _socket(info: Address) -> socket.socket:
    family, kind, protocol, *_ = info
    return socket.socket(family, kind, protocol)
