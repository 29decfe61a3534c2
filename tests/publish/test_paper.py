"""The PDF: tagged, the same twice, and closed to the network."""

import io
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from generator.errors import GeneratorError
from generator.publish import (
    MarketRow,
    brief_html,
    brief_pdf,
    chart,
    market_rows,
    note_pdf,
    paper,
    pdf_health,
)
from tests.builders import NOW, a_draft, a_series, some_levels

HOSTILE = '<script>x</script><img src="file:///etc/hostname"> [x](javascript:x)'
MARKET = (
    MarketRow("Russell 2000", "2,670.34", "+3.60%", "+2.17%"),
    MarketRow("VIX", "17.76", "-18.42%", "+1.83%"),
)


@pytest.fixture(scope="module")
def note() -> bytes:
    charts = {"rut.svg": chart(a_series(), some_levels())}
    return note_pdf(a_draft(title=f"Small Caps {HOSTILE}", charts=charts))


@pytest.fixture(scope="module")
def brief() -> bytes:
    drafts = [a_draft(), a_draft(title="The Second Note Of The Day", slug="second")]
    return brief_pdf(NOW.date(), drafts, stamp="DRAFT", market=MARKET)


def told(raw: bytes, tmp_path: Path) -> list[str]:
    """The words of each page."""
    path = tmp_path / "one.pdf"
    path.write_bytes(raw)
    run = ["pdftotext", str(path), "-"]
    text = subprocess.run(run, capture_output=True, check=True).stdout.decode()
    return text.split("\f")[:-1]


def tags(node: Any) -> Iterator[Any]:
    """Every element of the structure tree under a node."""
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from tags(kid)


def test_a_note_is_tagged_named_and_bookmarked(note: bytes) -> None:
    with pikepdf.open(io.BytesIO(note)) as document:
        found = list(tags(document.Root.StructTreeRoot))
        with document.open_outline() as outline:
            first = outline.root[0]
            below = [one.title for one in first.children]
        assert bool(document.Root.MarkInfo.Marked)
        assert str(document.docinfo["/Title"]).startswith("Small Caps")
        assert str(document.docinfo["/CreationDate"]).startswith("D:20260208220000")
    assert below[:2] == ["Strykr Analysis", "Strykr Watch"]
    assert below[-1] == "Figures"
    kinds = {str(one.S) for one in found}
    assert {"/H1", "/H2", "/P", "/Table", "/TH", "/Figure"} <= kinds
    scopes = [str(one.A.Scope) for one in found if str(one.S) == "/TH"]
    assert set(scopes) == {"/Column", "/Row"}
    figures = [one for one in found if str(one.S) == "/Figure"]
    assert all("/Alt" in one for one in figures)


@pytest.mark.needs("poppler")
def test_the_note_can_be_read_out_of_its_pdf(note: bytes, tmp_path: Path) -> None:
    pages = told(note, tmp_path)
    whole = " ".join(" ".join(pages).split())
    assert "up 3.60% on the day" in whole
    assert "30 Jan 2026 to 6 Feb 2026" in whole
    assert "Page 1 of" in pages[0]
    assert all("DRAFT" in page for page in pages)


@pytest.mark.needs("poppler")
def test_a_hostile_title_is_only_words_in_the_pdf(note: bytes, tmp_path: Path) -> None:
    whole = " ".join("".join(told(note, tmp_path)).split())
    assert "<script>x</script>" in whole
    with pikepdf.open(io.BytesIO(note)) as document:
        assert not document.attachments
        links = [link for page in document.pages for link in page.get("/Annots", [])]
        addresses = [str(link.A.URI) for link in links if "/A" in link]
    assert set(addresses) == {"https://example.com/liquidity"}


@pytest.mark.needs("qpdf")
def test_qpdf_finds_nothing_wrong(note: bytes, brief: bytes, tmp_path: Path) -> None:
    for name, raw in (("note", note), ("brief", brief)):
        path = tmp_path / f"{name}.pdf"
        path.write_bytes(raw)
        subprocess.run(["qpdf", "--check", path], capture_output=True, check=True)


def test_the_same_draft_gives_the_same_bytes() -> None:
    assert note_pdf(a_draft()) == note_pdf(a_draft())


@pytest.mark.needs("poppler")
def test_the_brief_has_a_cover_true_page_numbers_and_a_mark_on_each_page(
    brief: bytes, tmp_path: Path
) -> None:
    pages = told(brief, tmp_path)
    cover = " ".join(pages[0].split())
    assert "8 February 2026" in cover
    assert "Russell 2000 2,670.34 +3.60% +2.17%" in cover
    starts = [
        number for number, page in enumerate(pages, 1)
        if "STANCE" in page and "HORIZON" in page
    ]  # fmt: skip
    assert f"Small Caps Had One Good Day {starts[0]}" in cover
    assert f"The Second Note Of The Day {starts[1]}" in cover
    assert len(pages) >= 5
    assert all("DRAFT" in page for page in pages)


def test_the_brief_is_a_page_too() -> None:
    text = brief_html(NOW.date(), [a_draft(), a_draft()], stamp=None, market=MARKET)
    assert 'id="n2-title"' in text
    assert "DRAFT" not in text
    assert "Leave it at this price" in text


def test_market_rows_come_from_the_ledgers() -> None:
    rows = market_rows([a_draft(), a_draft()], {"RUT": "Russell 2000"})
    assert rows == (
        MarketRow("Russell 2000", "2,670.34", "+3.60%", "+2.17%"),
        MarketRow("VIX", "17.76", "", ""),
    )


def test_health_says_whether_pdfs_can_be_made() -> None:
    assert pdf_health().startswith("ok: WeasyPrint ")


def test_an_empty_day_makes_a_brief_that_says_so() -> None:
    text = brief_html(NOW.date(), [], stamp="DRAFT", market=())
    assert "No note could be made from this day." in text


@pytest.mark.parametrize("url", ["http://192.0.2.1/x", "file:///etc/hostname", "x.css"])
def test_a_page_that_asks_for_more_gets_nothing(url: str) -> None:
    with pytest.raises(ValueError, match="fetches nothing"):
        paper._fetcher()(url)
    page = f'<html lang="en"><title>x</title><link rel=stylesheet href="{url}"><p>x</p>'
    assert paper.pdf(page).startswith(b"%PDF")


def test_missing_native_libraries_are_named_with_the_command(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Broken:
        def find_spec(self, name: str, *_: object) -> None:
            if name.partition(".")[0] == "weasyprint":
                raise OSError("cannot load library 'libpango-1.0-0': no such file")

    for name in [one for one in sys.modules if one.partition(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [Broken(), *sys.meta_path])
    paper._engine.cache_clear()
    with pytest.raises(GeneratorError, match="apt-get install -y libpango") as caught:
        note_pdf(a_draft())
    # The sheets know the fonts of the engine with which they were read.
    for kept in (paper._engine, paper._fetcher, paper._rules, paper._stylesheet):
        kept.cache_clear()
    assert "\n" not in str(caught.value)
