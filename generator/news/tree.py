"""RSS 0.9x to 2.0, RDF and Atom from an XML tree: titles, links, raw dates."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

DC = ("http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/")
FOREIGN = ("itunes", "media", "mrss", "podcast", "google", "georss", "yahoo")
BASE = "{http://www.w3.org/XML/1998/namespace}base"
DATES = (  # the first that can be read is taken
    "pubDate", "published", "issued", "date", "created", "updated", "modified",
    "pubdate", "lastBuildDate",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Raw:
    """One item as the feed has it, markup and all."""

    title: str
    summary: str
    link: str
    dates: tuple[str, ...] = ()
    base: str = ""


def items_of(root: etree._Element) -> list[Raw]:
    """The items and entries of a feed, in its own order."""
    found = root.iter("{*}item", "{*}entry", "{*}ITEM")
    return [_raw(node) for node in found if _own(node)]


def title_of(root: etree._Element) -> str:
    """The title of the feed itself, not of its picture or an item."""
    for node in root.iter("{*}title", "{*}TITLE"):
        parent = node.getparent()
        if _own(node) and parent is not None and _name(parent) in {"channel", "feed"}:
            return _text(node)
    return ""


def _name(node: etree._Element) -> str:
    """The tag without its namespace."""
    return str(etree.QName(node).localname)


def _own(node: etree._Element) -> bool:
    """Whether a tag belongs to the feed's own language, not to an extension."""
    space = etree.QName(node).namespace or ""
    return space in DC or not any(word in space.lower() for word in FOREIGN)


def _raw(node: etree._Element) -> Raw:
    """The parts of one item."""
    parts: dict[str, list[etree._Element]] = {}
    for child in node.iterchildren(tag=etree.Element):
        if _own(child):
            parts.setdefault(_name(child), []).append(child)
    return Raw(
        title=next(_texts(parts, "title", "TITLE"), ""),
        summary=next(_texts(parts, "description", "summary", "encoded", "content"), ""),
        link=_link(node, parts),
        dates=tuple(_texts(parts, *DATES)),
        base=node.get(BASE) or "",
    )


def _texts(parts: dict[str, list[etree._Element]], *names: str) -> Iterator[str]:
    """The texts under these tags, where there are any, the plain tag first."""
    for name in names:
        nodes = sorted(
            parts.get(name, ()), key=lambda one: etree.QName(one).namespace in DC
        )
        yield from (text for node in nodes if (text := _text(node).strip()))


def _text(node: etree._Element) -> str:
    """The text of a tag, with its markup if it holds any."""
    if len(node) == 0:
        return node.text or ""
    return (node.text or "") + "".join(
        etree.tostring(child, encoding="unicode") for child in node
    )


def _link(node: etree._Element, parts: dict[str, list[etree._Element]]) -> str:
    """The page of an item: its link, Atom's alternate, or a permanent guid."""
    links = parts.get("link", [])
    written = [text for link in links if (text := (link.text or "").strip())]
    pages = [
        link.get("href", "")
        for link in links
        if link.get("rel", "alternate") == "alternate" and link.get("href")
    ]
    guids = [
        text
        for guid in parts.get("guid", [])
        if guid.get("isPermaLink", "true") != "false" and (text := guid.text or "")
    ]
    anchors = [node.get("HREF", "")]
    return next(iter([*written, *pages, *guids, *filter(None, anchors)]), "")
