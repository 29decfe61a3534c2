"""A price service over HTTP: one connection, and patience with bounds.

A service is a record of what it does its own way (`Vendor`); asking is one for all.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from functools import partial
from urllib.parse import quote

from generator.errors import PriceError
from generator.market.bars import Origin
from generator.market.providers.files import bars_of
from generator.market.providers.provider import Answer, Asking
from generator.market.providers.turns import (
    NO_SYMBOL,
    Came,
    Query,
    Trouble,
    one_by_one,
    queries,
)
from generator.plain.reply import Reply

Get = Callable[[str, Mapping[str, str]], Reply]  # address and headers
TRIES = 3
LONGEST = 90.0  # seconds of waiting that one reply is worth
BACKOFF = (2.0, 8.0)  # where nobody says how long
BUSY = frozenset({429, 500, 502, 503, 504})
LOST = frozenset({"not reached: connection lost", "not reached: body broken off"})
GONE = ("no such host", "no connection", "bad certificate", "private address refused")
DEAD = frozenset(f"not reached: {why}" for why in GONE)
REFUSED = frozenset({401, 403})
SPENT = 429
FAILED = 500
SAID = 400  # bytes in which a service says why it sends no bars


def csv_bars(body: bytes, label: str, query: Query, origin: Origin) -> Came:
    """The bars of a reply in CSV and its faults; PriceError if it is of no use."""
    return bars_of(body, label, signed=query.signed, origin=origin)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vendor:
    """What one service does its own way.

    `path` is the address under `base`, without the key; the key goes into the query
    as `parameter`, or where that is empty into the header `Authorization`. `read`
    makes bars of a body and raises PriceError for a body of no use. `adjusted` is what
    is known of a symbol's prices beforehand. `says` tells a refusal that comes with
    status 200. `unknown` are the statuses of a symbol that the vendor does not have.
    `pause` is in seconds, between two symbols.
    """

    name: str
    base: str
    path: Callable[[Query], str]
    unknown: frozenset[int]
    read: Callable[[bytes, str, Query, Origin], Came] = csv_bars
    adjusted: Callable[[str], str] = lambda _: "unknown"
    says: Callable[[str], Trouble | None] = lambda _: None
    accept: str = "text/csv"
    key: str = ""
    parameter: str = ""
    pause: float = 0.5


@dataclass(frozen=True, slots=True)
class Service:
    """A vendor as a Provider."""

    vendor: Vendor
    asking: Asking

    def ready(self) -> str:
        """Whether it can be asked; nothing is called."""
        if not self.vendor.key:
            return "keyless, not tried"
        return f"{self.vendor.key} is set, not tried" if self._key() else self._needs()

    def bars(self, symbols: Sequence[str], first: date, last: date) -> Answer:
        """The bars of these symbols; PriceError where the key is missing."""
        name, key = self.vendor.name, self._key()
        if self.vendor.key and not key:
            raise PriceError(f"{name}: {self._needs()}")
        asked = queries(self.asking, symbols, first, last)
        # aiohttp takes a tenth of a second to load, which few commands need.
        from generator.plain.web import Line  # noqa: PLC0415

        private = name in self.asking.base
        with Line(allow_private=private, seconds=self.asking.seconds) as line:
            ask = partial(self._came, line.get)
            pause = partial(self.asking.pause, self.vendor.pause)
            answer = one_by_one(name, asked, ask, pause)
        # A vendor may send the key back within its own words.
        lines = (one.replace(key, "***") if key else one for one in answer.faults)
        return replace(answer, faults=tuple(lines))

    def _key(self) -> str:
        return self.asking.keys.get(self.vendor.key, "").strip()

    def _needs(self) -> str:
        return f"needs a key; set {self.vendor.key} in the environment"

    def _came(self, get: Get, query: Query) -> Came | Trouble:
        """The bars of one query; PriceError for a body that cannot be read."""
        vendor = self.vendor
        url = self.asking.base.get(vendor.name, vendor.base) + vendor.path(query)
        reply = self._patient(get, url)
        if trouble := refusal(reply, vendor):
            return trouble
        origin = Origin(
            provider=vendor.name,
            vendor=vendor.name,
            adjusted=vendor.adjusted(query.symbol),
            url=url,
            fetched_at=query.now,
        )
        return vendor.read(reply.body, f"{vendor.name} {query.symbol}", query, origin)

    def _patient(self, get: Get, url: str) -> Reply:
        """The reply of an address, asked again while the service is only busy."""
        headers = {"Accept": self.vendor.accept}
        if self.vendor.parameter:
            url += f"&{self.vendor.parameter}={quote(self._key(), safe='')}"
        elif self.vendor.key:
            headers["Authorization"] = f"Token {self._key()}"
        reply = get(url, headers)
        for tried in range(1, TRIES):
            seconds = wait(reply, tried, self.asking.now)
            busy = reply.status in BUSY or reply.fault in LOST
            if not busy or seconds > LONGEST:
                break
            self.asking.pause(seconds)
            reply = get(url, headers)
        return reply


def wait(reply: Reply, tried: int, now: datetime) -> float:
    """The seconds that a busy service asks for, else those of the usual backoff.

    A date in `Retry-After` is counted from the service's own clock.
    """
    told = reply.headers.get("retry-after", "").strip()
    if told.isdecimal():
        return float(told)
    until = moment(told)
    if until is None:
        return BACKOFF[tried - 1]
    here = moment(reply.headers.get("date", "")) or now
    return max(0.0, (until - here).total_seconds())


def moment(text: str) -> datetime | None:
    """The moment of an HTTP date, None where it is none."""
    try:
        found = parsedate_to_datetime(text)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def refusal(reply: Reply, vendor: Vendor) -> Trouble | None:
    """Why a reply has no bars; None where its body may have some."""
    if reply.fault is None:
        return vendor.says(reply.body[:SAID].decode("utf-8", errors="replace").strip())
    if reply.status in vendor.unknown:
        return Trouble(NO_SYMBOL, "check the symbol in the instruments")
    if reply.status in REFUSED and vendor.key:
        what = f"the key was refused ({reply.fault})"
        return Trouble(what, f"set {vendor.key} to a valid one", ends=True)
    if reply.status == SPENT:
        told = reply.headers.get("retry-after", "").strip()[:40]
        until = f", Retry-After {told}" if told else ""
        what = f"the quota is spent ({reply.fault}{until})"
        return Trouble(what, "run again later", ends=True)
    if reply.fault in DEAD:
        return Trouble(reply.fault, "check the network", ends=True)
    down = not reply.status or reply.status >= FAILED
    return Trouble(reply.fault, "run again later", down=down)
