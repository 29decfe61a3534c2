"""What a price provider is asked, what it needs for that, and what it answers."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from generator.market.bars import Bars

SECONDS = 20.0  # for one reply


@dataclass(frozen=True, slots=True)
class Answer:
    """The bars that came, by symbol as asked; a line for all that did not, or is wrong.

    Every symbol asked for stands in `bars` or in a fault. A line says what, where and
    the mend, and never holds a key.
    """

    bars: Mapping[str, Bars]
    faults: tuple[str, ...] = ()


class Provider(Protocol):
    """Where bars come from."""

    def bars(self, symbols: Sequence[str], first: date, last: date) -> Answer:
        """The bars of these symbols from `first` to `last`, both included.

        Symbols are the provider's own (`Instrument.symbols`; for `folder` the ids).
        What the world does wrong is a fault; PriceError only for what must be mended
        before anything can be asked, such as a missing key or folder.
        """
        ...

    def ready(self) -> str:
        """Whether it can be asked, in a few words: `keyless`, `needs KEY`; no call."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What the providers need to be asked; each takes its own part.

    `keys` holds the secrets by the name of their environment variable, such as
    STRYKR_STOOQ_KEY and STRYKR_TIINGO_KEY. `signed` are the symbols whose closes may
    be zero or below: rates and spreads. `now` stamps what is fetched. `base` puts a
    mirror in the place of a provider's address, which may then be a private one;
    `pause` waits, and `seconds` bounds the time of one reply.
    """

    now: datetime
    folders: tuple[Path, ...] = ()
    keys: Mapping[str, str] = field(default_factory=dict, repr=False)
    signed: frozenset[str] = frozenset()
    base: Mapping[str, str] = field(default_factory=dict)
    pause: Callable[[float], None] = time.sleep
    seconds: float = SECONDS
