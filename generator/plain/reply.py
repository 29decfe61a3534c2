"""What an address on the web answered; `web` asks, and takes a while to load."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Reply:
    """What an address sent, or why it is of no use.

    `status` is 0 where nothing answered; `headers` have lower-case names. With a fault
    there is no body.
    """

    body: bytes = b""
    status: int = 0
    headers: Mapping[str, str] = field(default_factory=dict)
    fault: str | None = None
