"""Bodies over HTTP: bounded in size, time and number, and never from inside."""

import asyncio
import ipaddress
import socket
from collections.abc import Sequence
from dataclasses import dataclass

import aiohttp
from yarl import URL

from generator.model.news import Source

MOST = 15 * 2**20  # bytes of a body, after inflation
SECONDS = 20.0  # for one source, redirects included
AT_ONCE = 8
HOPS = 5
CHUNK = 2**16
HEADERS = {
    "User-Agent": "strykr/1 (research-note generator; reads public feeds)",
    "Accept": "application/rss+xml, application/atom+xml, application/feed+json, "
    "application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5",
}


# What getaddrinfo gives: family, kind, protocol, canonical name, address.
Address = tuple[
    int, int, int, str, tuple[str, int] | tuple[str, int, int, int] | tuple[int, bytes]
]


class RefusedError(OSError):
    """An address that a feed has no business to lead to."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a source sent, or why nothing came."""

    source: Source
    body: bytes
    fault: str | None = None


def fetched(
    sources: Sequence[Source], *, allow_private: bool = False, seconds: float = SECONDS
) -> list[Answer]:
    """One answer for each source, in their order; never raises for the world."""
    return asyncio.run(_all(sources, allow_private=allow_private, seconds=seconds))


async def _all(
    sources: Sequence[Source], *, allow_private: bool, seconds: float
) -> list[Answer]:
    dial = _socket if allow_private else _outside_socket
    connector = aiohttp.TCPConnector(
        limit=AT_ONCE, limit_per_host=2, socket_factory=dial
    )
    async with aiohttp.ClientSession(
        connector=connector,
        headers=HEADERS,
        cookie_jar=aiohttp.DummyCookieJar(),
        timeout=aiohttp.ClientTimeout(total=None),
    ) as session:
        turn = asyncio.Semaphore(AT_ONCE)
        asked = [_answer(session, source, turn, seconds) for source in sources]
        return list(await asyncio.gather(*asked))


async def _answer(
    session: aiohttp.ClientSession,
    source: Source,
    turn: asyncio.Semaphore,
    seconds: float,
) -> Answer:
    """The body of one source; its time runs from its own turn."""
    async with turn:
        try:
            async with asyncio.timeout(seconds):
                return await _body(session, source)
        except TimeoutError:
            return Answer(source, b"", "not reached: timeout")
        except (aiohttp.ClientError, OSError, ValueError) as error:
            return Answer(source, b"", f"not reached: {_reason(error)}")


async def _body(session: aiohttp.ClientSession, source: Source) -> Answer:
    if URL(source.url).scheme not in {"http", "https"}:
        return Answer(source, b"", "not reached: neither http nor https")
    async with session.get(source.url, max_redirects=HOPS) as response:
        if response.status != 200:
            return Answer(source, b"", f"HTTP {response.status}")
        parts, size = [], 0
        async for chunk in response.content.iter_chunked(CHUNK):
            size += len(chunk)
            if size > MOST:
                return Answer(source, b"", f"larger than {MOST // 2**20} MiB")
            parts.append(chunk)
    return Answer(source, b"".join(parts))


def _reason(error: Exception) -> str:
    """Why a source was not reached, in few words."""
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
