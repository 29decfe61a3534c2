"""The bodies of sources, each with its answer or the reason why there is none."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.news import Source
from generator.plain.web import SECONDS, replies

HEADERS = {
    "Accept": "application/rss+xml, application/atom+xml, application/feed+json, "
    "application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5",
}


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
    urls = [source.url for source in sources]
    came = replies(urls, HEADERS, allow_private=allow_private, seconds=seconds)
    return [
        Answer(source, reply.body, reply.fault)
        for source, reply in zip(sources, came, strict=True)
    ]
