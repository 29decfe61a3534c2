"""The one look of all pages: fonts, stylesheets and drawings made safe to inline."""

import re
from base64 import b64encode
from collections.abc import Callable
from functools import cache
from hashlib import sha256

from lxml import etree
from markupsafe import Markup

from generator.plain.places import TEMPLATES

FACES = (  # file, family, weight, style
    ("newsreader-400", "Newsreader", 400, "normal"),
    ("newsreader-400-italic", "Newsreader", 400, "italic"),
    ("newsreader-600", "Newsreader", 600, "normal"),
    ("public-sans-400", "Public Sans", 400, "normal"),
    ("public-sans-600", "Public Sans", 600, "normal"),
)
SHAPES = frozenset(
    "svg title desc style g path line polyline polygon rect circle text tspan".split()
)
MANNERS = frozenset(
    "class role viewBox x y width height cx cy r x1 x2 y1 y2 d points transform fill "
    "stroke stroke-width stroke-dasharray text-anchor font-size font-weight".split()
)
FETCHES = re.compile(r"url\(|@import|\\", re.IGNORECASE)
VARIABLE = re.compile(r"var\(--[\w-]+, *([^()]+)\)")
SVG = "{http://www.w3.org/2000/svg}"


@cache
def font(name: str) -> bytes:
    """A file of `templates/fonts`."""
    return (TEMPLATES / "fonts" / name).read_bytes()


@cache
def sheet(path: str) -> str:
    """A stylesheet of the templates."""
    return (TEMPLATES / path).read_text("utf-8")


def faces(address: Callable[[str], str]) -> str:
    """The @font-face rules, each font at the address that the callable gives."""
    return "\n".join(
        f'@font-face {{ font-family: "{family}"; font-weight: {weight}; '
        f"font-style: {style}; font-display: swap; "
        f'src: url("{address(file + ".woff2")}") format("woff2"); }}'
        for file, family, weight, style in FACES
    )


def embedded(name: str) -> str:
    """A font as a `data:` address."""
    return "data:font/woff2;base64," + b64encode(font(name)).decode()


@cache
def screen() -> str:
    """The stylesheet of a page that stands alone, with its fonts inside."""
    parts = faces(embedded), sheet("page/note.css"), sheet("page/chart.css")
    return "\n".join(parts)


def digest(style: str) -> str:
    """What a content security policy names this inline stylesheet by."""
    return "sha256-" + b64encode(sha256(style.encode()).digest()).decode()


def safe(html: str) -> Markup:
    """HTML that this wing has written or sanitised, for a template to print as is."""
    return Markup(html)  # noqa: S704 - the one place; see `prose` for strangers' text


def inlined(svg: str) -> str:
    """A drawing for a page that has its rules; empty if it is more than a drawing."""
    root = _drawing(svg)
    if root is None:
        return ""
    for style in root.findall(f".//{SVG}style"):
        root.remove(style)
    return str(etree.tostring(root, encoding="unicode"))


def printed(svg: str) -> str:
    """A drawing with its own rules and plain colours, for paper."""
    root = _drawing(svg)
    if root is None:
        return ""
    return VARIABLE.sub(r"\1", str(etree.tostring(root, encoding="unicode")))


def _drawing(svg: str) -> etree._Element | None:
    """The SVG, if it holds shapes and words only: its file may have been edited.

    Read and written anew, so that HTML sees what XML saw.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(svg.encode(), parser)
    except etree.XMLSyntaxError:
        return None
    return root if all(map(_draws, root.iter())) else None


def _draws(node: etree._Element) -> bool:
    words = [node.text or "", *node.attrib.values()]
    return (
        str(node.tag).removeprefix(SVG) in SHAPES
        and set(node.attrib) <= MANNERS
        and not any(FETCHES.search(word) for word in words)
    )
