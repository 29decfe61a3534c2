"""Small repairs that turn a dirty feed into well-formed XML, or leave it alone."""

import html
import re
import zlib
from html.entities import html5

MOST = 15 * 2**20  # bytes, after inflation
DECLARED = re.compile(rb"<\?xml[^>]*?encoding=[\"']([\w.:-]+)[\"']")
PROLOGUE = re.compile(r"<\?xml[^>]*\?>")
ROOT = re.compile(
    r"<(?:\?xml|!DOCTYPE|(?:\w+:)?(?:rss|feed|RDF|channel)\b)", re.IGNORECASE
)
ENTITY = re.compile(r"&(#\d{1,7};|#[xX][0-9a-fA-F]{1,6};|\w{1,32};)?")
SECTION = re.compile(r"(<!\[CDATA\[.*?\]\]>)", re.DOTALL)
XML_OWN = frozenset({"amp;", "lt;", "gt;", "quot;", "apos;"})
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
END = re.compile(
    r"</(?:\w+:)?(?:rss|feed|RDF|channel)\s*>\s*(?:<!--.*?-->\s*)*$", re.DOTALL
)
LAST = re.compile(r".*</(?:\w+:)?(?:item|entry)\s*>", re.DOTALL)
OPEN = re.compile(r"<((?:\w+:)?(?:rss|feed|RDF|channel|items))\b[^>]*(?<!/)>")
BOMS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}


def unpacked(body: bytes) -> bytes:
    """The body, inflated if it was recorded as gzip; at most 15 MiB of it."""
    if body[:2] == b"\x1f\x8b":
        try:
            return zlib.decompressobj(31).decompress(body, MOST)
        except zlib.error:
            return b""
    return body[:MOST]


def as_it_stands(body: bytes) -> bytes:
    """The body itself."""
    return body


def mended(body: bytes) -> bytes:
    """The body in UTF-8, with what is not XML made harmless, text kept."""
    text = FORBIDDEN.sub("", decoded(body))
    start = ROOT.search(text)
    text = PROLOGUE.sub("", text[start.start() :] if start else text)
    parts = SECTION.split(text)
    parts[::2] = [ENTITY.sub(_spelled, part) for part in parts[::2]]
    whole = "".join(parts)
    ends = list(re.finditer(r"</(?:\w+:)?(?:rss|feed|RDF)\s*>", whole))
    return (whole[: ends[-1].end()] if ends else whole).encode()


def closed(body: bytes) -> bytes:
    """The body up to its last whole item, with the open tags closed."""
    text = mended(body).decode()
    whole = LAST.match(text)
    if whole is None:
        return b""
    tags = [match[1] for match in OPEN.finditer(whole[0])]
    gone = re.findall(r"</((?:\w+:)?(?:rss|feed|RDF|channel|items))\s*>", whole[0])
    open_still = [tag for tag in tags if tag not in gone]
    return (whole[0] + "".join(f"</{tag}>" for tag in reversed(open_still))).encode()


def is_cut(body: bytes) -> bool:
    """Whether a feed ends before its root does."""
    return not END.search(decoded(body[-2000:]))


def decoded(body: bytes) -> str:
    """The body as text: by its mark, as UTF-8, as declared, or as Windows wrote."""
    declared = DECLARED.search(body[:500])
    named = declared[1].decode() if declared else "utf-8"
    marked = next((name for mark, name in BOMS.items() if body.startswith(mark)), None)
    for name in (marked or "utf-8", named, "cp1252"):
        try:
            return body.decode(name)
        except (LookupError, UnicodeDecodeError):
            continue
    return body.decode("latin-1")


def _spelled(match: re.Match[str]) -> str:
    """A reference that XML knows: a bare ampersand and `&nbsp;` are not."""
    name = match[1]
    if name is None or (not name.startswith("#") and name not in html5):
        return "&amp;" + match[0][1:]
    if name in XML_OWN:
        return match[0]
    letter = html.unescape(match[0])
    return "&amp;" if letter == "&" else "&lt;" if letter == "<" else letter
