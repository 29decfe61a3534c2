"""Strangers' text made plain, and plain text made safe for Markdown."""

import html
import re
import unicodedata

SPACE = re.compile(r"[\s\u200b\ufeff]+")
TAG = re.compile(r"<[a-zA-Z/!?][^>]*>")
CONTROL = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200e\u200f\u202a-\u202e"
    r"\u2060\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
SPECIAL = re.compile(r"([\\`*_\[\]])")
ENTITIES = {"<": "&lt;", ">": "&gt;"}
ENTITY = re.compile(r"&(?=#?\w+;)")
OPENING = re.compile(r"^(?:([#+-])|(\d+)([.)]))")
MAX_PASSES = 3  # markup escaped twice is seen in real feeds; deeper is an attack
MOST = 20_000  # characters of markup that are looked at
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code em font i ins kbd mark q s samp small "
    "span strike strong sub sup tt u var wbr".split()
)
UNSEEN = "script style template noscript iframe object svg math".split()


def plain_text(markup: str, limit: int = 2000) -> str:
    """The words of a markup or text, on one line; `EPS < 2c` and `AT&T` stay."""
    text = CONTROL.sub("", markup[:MOST])
    for _ in range(MAX_PASSES):
        if TAG.search(text):
            text = _words(text)
        unescaped = html.unescape(text)
        if unescaped == text:
            break
        text = unescaped
    text = CONTROL.sub("", unicodedata.normalize("NFC", TAG.sub(" ", text)))
    return SPACE.sub(" ", text).strip()[:limit].strip()


def _words(markup: str) -> str:
    """The text of a piece of HTML; a block's end parts words, a span's does not."""
    from bs4 import BeautifulSoup  # noqa: PLC0415 - a tenth of a second

    soup = BeautifulSoup(f"<div>{markup}</div>", "lxml")
    for hidden in soup(UNSEEN):
        hidden.replace_with(" ")
    for block in soup(lambda tag: tag.name not in INLINE):
        block.insert_before(" ")
        block.append(" ")
    return soup.get_text()


def inline(text: str) -> str:
    """Plain text as it must stand within a line of Markdown to print as itself.

    What python-markdown cannot escape by a backslash becomes an entity; an ampersand
    does so only where it would be read as the start of one.
    """
    safe = SPECIAL.sub(r"\\\1", ENTITY.sub("&amp;", text))
    return "".join(ENTITIES.get(letter, letter) for letter in safe)


def escaped(text: str) -> str:
    """Plain text as it must stand at the start of a line of Markdown."""
    safe = inline(text)
    return OPENING.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", safe)


def slug(text: str) -> str:
    """`sp-500`: lower-case words joined by dashes, for files and links."""
    lean = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", lean.lower().replace("&", "")).strip("-") or "x"


def sentence_case(text: str) -> str:
    """The text with its first letter raised; `iShares` is as it should be."""
    return text if text[1:2].isupper() else text[:1].upper() + text[1:]
