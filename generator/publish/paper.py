"""Paper: HTML to tagged PDF bytes that are the same for the same page."""

import io
from collections.abc import Callable, Iterator
from functools import cache
from hashlib import sha256
from types import ModuleType
from typing import Any

import pikepdf

from generator.errors import GeneratorError
from generator.publish.look import embedded, faces, sheet

NATIVE = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"


def pdf(html: str, *sheets: str) -> bytes:
    """The page as PDF/UA-1, set with the named stylesheets of the templates.

    Nothing is fetched but `data:` addresses. GeneratorError where WeasyPrint's
    native libraries are missing.
    """
    engine, fonts = _engine()
    page = engine.HTML(string=html, base_url=None, url_fetcher=_fetcher())
    raw = page.write_pdf(
        stylesheets=[_rules(), *map(_stylesheet, sheets)],
        font_config=fonts,
        pdf_variant="pdf/ua-1",
        pdf_identifier=sha256(html.encode()).digest()[:16],
    )
    return _scoped(raw)


def pdf_health() -> str:
    """Whether PDFs can be made on this machine, with the mend where they cannot."""
    try:
        return f"ok: WeasyPrint {_engine()[0].__version__}"
    except GeneratorError as error:
        return str(error)


@cache
def _engine() -> tuple[ModuleType, object]:
    """WeasyPrint and the one font configuration of this process."""
    try:
        import weasyprint  # noqa: PLC0415 - it needs native libraries, and 0.3 s
        from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415
    except OSError as error:
        message = (
            f"PDF: WeasyPrint finds no native library ({str(error).split(':')[0]}); "
            f"run: sudo apt-get install -y {NATIVE}"
        )
        raise GeneratorError(message) from error
    return weasyprint, FontConfiguration()


@cache
def _fetcher() -> Callable[[str], object]:
    """A fetcher that opens nothing but what the page itself carries."""
    from weasyprint.urls import URLFetcher  # noqa: PLC0415 - as in `_engine`

    class DataOnly(URLFetcher):  # type: ignore[misc]
        """Refuses every address but `data:`: no network, no local file."""

        def fetch(self, url: str, headers: object = None) -> object:
            """What the address holds; ValueError unless it is a `data:` one."""
            if not url.startswith("data:"):
                raise ValueError(f"a note's page fetches nothing: {url[:80]}")
            return super().fetch(url, headers)

    return DataOnly()


@cache
def _rules() -> object:
    return _css(faces(embedded) + sheet("page/paper.css"))


@cache
def _stylesheet(path: str) -> object:
    return _css(sheet(path))


def _css(text: str) -> object:
    engine, fonts = _engine()
    return engine.CSS(string=text, font_config=fonts, url_fetcher=_fetcher())


def _scoped(raw: bytes) -> bytes:
    """The PDF with the scope of its table headings, which WeasyPrint leaves out."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(raw)) as document:
        for heading, scope in _headings(document.Root.StructTreeRoot, scope="Row"):
            heading.A = pikepdf.Dictionary(
                O=pikepdf.Name.Table, Scope=pikepdf.Name(f"/{scope}")
            )
        document.save(out, deterministic_id=True)
    return out.getvalue()


def _headings(
    node: pikepdf.Object, *, scope: str
) -> Iterator[tuple[pikepdf.Object, str]]:
    """The table headings under a node: of columns in a table's head, else of rows."""
    kind = str(node.get("/S", ""))
    if kind == "/TH":
        yield node, scope
    within = "Column" if kind == "/THead" else scope
    kids: Any = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            yield from _headings(kid, scope=within)
