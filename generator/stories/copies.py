"""The same text from several publishers: one headline with its carriers."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from generator.model.news import Headline

WORD = re.compile(r"[^\W_]+")
# What an agency puts before its title, and a publisher behind it.
LABEL = re.compile(
    r"^(?:(?:update|wrapup|refile|rpt|corrected|exclusive|breaking|breakingviews)"
    r"(?: \d+)?\s*[-:]\s*|\((?:update|lead)\s?\d*\)\s*)+",
    re.IGNORECASE,
)
SIGNED = re.compile(
    r"\s+(?:[-|\u2013\u2014]\s+[^-|\u2013\u2014\d]{2,40}|\((?:reuters|ap|afp|dpa|pti|ani|"
    r"bloomberg|xinhua|dow jones)\))$",
    re.IGNORECASE,
)
TOLD = 5  # different words from which a title is told apart from a column's name
LONG = 8  # and from which it is no column's name, whatever the summary says
OPENING = 20  # words of a summary that are compared
SAID = 8  # words that a summary must have to tell two texts apart or alike
SHARED = 0.5  # of the words of two titles over one summary: boilerplate has fewer
MOST = (
    50  # of those that share a key, the latest that are compared: boilerplate has more
)
WITHIN = timedelta(hours=72)  # a text printed later is a column that came again


def once(headlines: Iterable[Headline]) -> list[Headline]:
    """Each text once, with the others that printed it as its carriers.

    The earliest with a summary speaks for all. Copies are of one link, of one title
    but for punctuation, labels and the publisher's own name (a short one only if the
    summaries do not differ), or of one summary under titles that share half of their
    words. In order of time.
    """
    found: list[list[Headline]] = []
    places: dict[str, list[int]] = {}
    for one in sorted(headlines, key=age):
        keys = [*_keys(one)]
        held = dict.fromkeys(at for key in keys for at in places.get(key, ())[-MOST:])
        place = next((at for at in held if _is_copy(found[at][0], one)), None)
        if place is None:
            place = len(found)
            found.append([])
        found[place].append(one)
        for key in keys:
            told = places.setdefault(key, [])
            if place not in told:
                told.append(place)
    return sorted((_carried(copies) for copies in found), key=age)


def age(headline: Headline) -> tuple[bool, float, str]:
    """Oldest first, those of unknown time last."""
    when = headline.published
    return (when is None, when.timestamp() if when else 0.0, headline.id)


def _keys(one: Headline) -> Iterator[str]:
    """By what a copy of it would be found."""
    yield one.id
    for title in _titles(one.title):
        if len(set(title)) >= TOLD:
            yield f"title {' '.join(title)}"
    opening = _opening(one.summary)
    if len(opening) >= SAID:
        yield f"opening {' '.join(opening)}"


def _titles(text: str) -> list[tuple[str, ...]]:
    """The words of a title without labels, with and without what a dash sets off."""
    lean = LABEL.sub("", text)
    forms = (tuple(_words(SIGNED.sub("", lean))), tuple(_words(lean)))
    return [*dict.fromkeys(form for form in forms if form)]


def _opening(summary: str) -> list[str]:
    return _words(summary[: 12 * OPENING])[:OPENING]


def _words(text: str) -> list[str]:
    return WORD.findall(text.casefold())


def _is_copy(first: Headline, other: Headline) -> bool:
    """Whether two texts that share a key are one."""
    if first.id == other.id:
        return True
    times = [one.published for one in (first, other) if one.published]
    if max(times, default=first.fetched) - min(times, default=first.fetched) > WITHIN:
        return False
    forms, others = _titles(first.title), _titles(other.title)
    ours, theirs = (set(one[0]) if one else set[str]() for one in (forms, others))
    alike = len(ours & theirs) / max(1, min(len(ours), len(theirs)))
    if _opening(first.summary) == _opening(other.summary):
        return alike >= SHARED
    same = next((one for one in forms if one in others), None)
    if same is None:
        return False
    return len(set(same)) >= LONG or not _tells_another(first.summary, other.summary)


def _tells_another(ours: str, theirs: str) -> bool:
    """Whether two summaries have hardly a word in common: a column's next issue."""
    first, other = set(_words(ours)), set(_words(theirs))
    if min(len(first), len(other)) < SAID:
        return False
    return len(first & other) / min(len(first), len(other)) < SHARED / 2


def _carried(copies: Sequence[Headline]) -> Headline:
    """The one that speaks for all, and every other publisher once."""
    best = next((one for one in copies if one.summary), copies[0])
    return best.carried(*(one for one in copies if one is not best))
