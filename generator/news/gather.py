"""A day's headlines from recorded feed files or from the sources themselves."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

from generator.errors import FeedError
from generator.model.news import Harvest, Headline, Silence, Source
from generator.news.links import is_page
from generator.news.mend import MOST
from generator.news.parse import Item, Parsed, parse
from generator.news.store import WITHIN
from generator.plain.clock import brief_day
from generator.plain.text import slug

DAY = timedelta(days=1)
MISSED = 3  # times its cadence, after which a source is stale
WORD = re.compile(r"\w+")
LEAD = 140  # characters of a summary that stand in for a missing title


@dataclass(frozen=True, slots=True)
class Reading:
    """One feed as read, and whose it is."""

    source: str
    publisher: str
    family: str
    parsed: Parsed
    cadence: timedelta = DAY


def gather(
    sources: Sequence[Source],
    as_of: datetime,
    *,
    feeds: Path | None = None,
    within: timedelta = WITHIN,
    allow_private: bool = False,
) -> Harvest:
    """All headlines known at `as_of` and not older than `within`, oldest first.

    With `feeds`, the folder of recorded files is read and nothing is fetched. What
    did not answer, or answered in part, is a Silence. Raises FeedError if the folder
    cannot be listed, ValueError if `as_of` names no zone.
    """
    if as_of.tzinfo is None:
        raise ValueError(f"{as_of} names no time zone")
    if feeds is None:
        readings = [*_from_web(sources, allow_private=allow_private)]
    else:
        readings = [*_from_folder(feeds, sources)]
    since = as_of - within
    headlines = [
        headline
        for reading in readings
        for item in reading.parsed.items
        if _is_out(item, as_of)
        and not _is_old(item, since)
        and (headline := _headline(item, reading, as_of)).title
    ]
    quiet = [silence for one in readings if (silence := _silence(one, as_of, within))]
    return Harvest(tuple(_once(headlines)), tuple(quiet))


def _is_out(item: Item, as_of: datetime) -> bool:
    """Whether an item was published by then, as far as it tells."""
    if item.published:
        return item.published <= as_of
    return item.day is None or item.day <= as_of.date()


def _is_old(item: Item, since: datetime) -> bool:
    """Whether an item says that it is from before; a bare day may be a zone away."""
    if item.published:
        return item.published < since
    return item.day is not None and item.day < since.date() - DAY


def _from_web(sources: Sequence[Source], *, allow_private: bool) -> Iterator[Reading]:
    # aiohttp takes 0.1 s to load, which recorded files need not wait for.
    from generator.news.fetch import fetched  # noqa: PLC0415

    for answer in fetched(sources, allow_private=allow_private):
        source = answer.source
        parsed = (
            Parsed("", (), answer.fault)
            if answer.fault
            else parse(answer.body, source.url)
        )
        cadence = timedelta(hours=source.cadence_hours)
        yield Reading(source.name, source.name, source.family, parsed, cadence)


def _from_folder(folder: Path, sources: Sequence[Source]) -> Iterator[Reading]:
    """Every file of the folder, by name; what is not a readable file is told."""
    try:
        paths = sorted(folder.iterdir())
    except OSError as error:
        message = f"{folder}: {error.strerror}; name a folder of recorded feed files"
        raise FeedError(message) from error
    for path in paths:
        if not path.name.startswith("."):
            yield _from_file(path, sources)


def _from_file(path: Path, sources: Sequence[Source]) -> Reading:
    if path.is_dir():
        return _unread(path, "is a folder, not a feed")
    if path.exists() and not path.is_file():  # a pipe would never end
        return _unread(path, "is not a file")
    try:
        with path.open("rb") as file:
            parsed = parse(file.read(MOST), path.name)
    except OSError as error:
        return _unread(path, f"cannot be read: {error.strerror}")
    publisher = parsed.title or path.stem
    known = {slug(publisher), slug(path.stem)}
    source = next((one for one in sources if known & _slugs(one)), None)
    family = source.family if source else slug(publisher)
    cadence = timedelta(hours=source.cadence_hours) if source else DAY
    name = publisher if parsed.title else path.name
    return Reading(name, publisher, family, parsed, cadence)


def _slugs(source: Source) -> set[str]:
    return {slug(source.name), slug(source.id)}


def _unread(path: Path, why: str) -> Reading:
    return Reading(path.name, path.stem, slug(path.stem), Parsed("", (), why))


def _headline(item: Item, reading: Reading, as_of: datetime) -> Headline:
    """An item with its publisher; without a title its summary speaks for it."""
    title = item.title or item.summary[:LEAD].strip()
    named = item.link if is_page(item.link) else f"{reading.publisher}\n{title}"
    return Headline(
        id=sha256(named.encode()).hexdigest()[:10],
        title=title,
        summary=item.summary,
        publisher=reading.publisher,
        family=reading.family,
        link=item.link,
        published=item.published,
        fetched=as_of,
    )


def _silence(reading: Reading, as_of: datetime, within: timedelta) -> Silence | None:
    """Why a source says nothing, or not all, or nothing lately, if so.

    One that speaks seldom is stale after three times its cadence.
    """
    items = reading.parsed.items
    since = as_of - max(within, MISSED * reading.cadence)
    if reading.parsed.fault:
        return Silence(reading.source, reading.parsed.fault)
    if not all(_is_old(item, since) for item in items):
        return None
    days = [item.published.date() if item.published else item.day for item in items]
    newest = max(day for day in days if day)
    return Silence(reading.source, f"nothing since {brief_day(newest)}")


def _once(headlines: Iterable[Headline]) -> list[Headline]:
    """Each headline once, oldest first, those of unknown time last.

    One link under two publishers is one headline with a carrier.
    """
    places: dict[str, int] = {}
    kept: list[list[Headline]] = []
    for one in sorted(headlines, key=_age):
        words = " ".join(WORD.findall(one.title.casefold()))
        keys = {one.id, f"{one.publisher}\n{words}" if words else one.id}
        keys |= {one.link} if is_page(one.link) else set()
        place = min((places[key] for key in keys if key in places), default=None)
        if place is None:
            place = len(kept)
            kept.append([])
        kept[place].append(one)
        places |= {key: places.get(key, place) for key in keys}
    return [first.carried(*others) for first, *others in kept]


def _age(headline: Headline) -> tuple[bool, float, str]:
    when = headline.published
    return (when is None, when.timestamp() if when else 0.0, headline.id)
