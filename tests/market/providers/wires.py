"""Replies of price services, and what is asked of them, for the tests."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any

from generator.market.providers import PROVIDERS, Answer, Asking

NOW = datetime(2026, 2, 8, 22, tzinfo=UTC)
FIRST, LAST = date(2026, 2, 2), date(2026, 2, 6)
KEYS = {"STRYKR_STOOQ_KEY": "stooq-secret", "STRYKR_TIINGO_KEY": "tiingo-secret"}
SYMBOLS = {"cboe": "VIX", "fred": "SP500", "stooq": "^spx", "tiingo": "SPY"}
# Each from the documentation of the service, or as it answered in 2026.
CSV = {
    "cboe": b"DATE,OPEN,HIGH,LOW,CLOSE\n"
    b"01/30/2026,17.1,18,17,17.44\n02/05/2026,19,23.1,18.9,21.77\n"
    b"02/06/2026,20.37,20.5,17.4,17.76\n",
    "fred": b"observation_date,SP500\n2026-02-04,6882.72\n2026-02-05,.\n"
    b"2026-02-06,6932.30\n",
    "stooq": b"Date,Open,High,Low,Close,Volume\r\n"
    b"2026-02-05,6800,6850,6780,6798.4,3\r\n2026-02-06,6818,6940,6815,6932.3,4\r\n",
    "tiingo": b'[{"date":"2026-02-05T00:00:00.000Z","close":677.62,"high":683.69,'
    b'"low":675.79,"open":680.94,"volume":113608900,"adjClose":677.62,"divCash":0.0,'
    b'"splitFactor":1.0},{"date":"2026-02-06T00:00:00.000Z","close":690.62,'
    b'"high":692.1,"low":681.2,"open":681.5,"volume":90000000,"adjClose":690.62,'
    b'"divCash":0.0,"splitFactor":1.0}]',
}
PAGE = b"<!DOCTYPE html><html><body>Get your apikey</body></html>"


@dataclass(frozen=True)
class Said:
    """One reply; a silent one never comes."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    silent: bool = False


@dataclass
class Wire:
    """What a service says, in order, the last for ever; and what it was asked."""

    base: str = ""
    asked: list[tuple[str, dict[str, str], int]] = field(default_factory=list)
    says: list[Said] = field(default_factory=lambda: [Said(status=404)])

    def reply(self) -> Said:
        """The next reply."""
        return self.says.pop(0) if len(self.says) > 1 else self.says[0]


@dataclass
class Pauses:
    """Stands for waiting: remembers how long it would have been."""

    seconds: list[float] = field(default_factory=list)

    def __call__(self, seconds: float) -> None:
        self.seconds.append(seconds)


def asking(name: str, wire: Wire | None = None, **more: Any) -> Asking:
    """What a provider needs, with the wire in its service's place."""
    base = {name: wire.base} if wire else {}
    told = Asking(now=NOW, keys=KEYS, base=base, pause=Pauses(), seconds=5)
    return replace(told, **more)


def answer(name: str, wire: Wire, *symbols: str, **more: Any) -> Answer:
    """What a provider answers, asked for these symbols or for its usual one."""
    asked = symbols or (SYMBOLS[name],)
    return PROVIDERS[name](asking(name, wire, **more)).bars(asked, FIRST, LAST)


def fault(name: str, wire: Wire, *symbols: str, **more: Any) -> str:
    """The one line of an answer without bars."""
    told = answer(name, wire, *symbols, **more)
    assert not told.bars
    (line,) = told.faults
    assert "\n" not in line
    assert "; " in line
    assert "secret" not in line
    return line
