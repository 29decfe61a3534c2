"""Drafts in, pages out: the note, the brief and the site, as text and bytes.

`note_html` and `note_pdf` show one note: masthead, ratings and their components,
prose whose figures open their receipts, levels and chart, sources, gaps, whatever was
withheld or is the editor's own. `brief_html` and `brief_pdf` put an edition behind
one cover, with the `market_rows` of their ledgers; `site_pages` is the static site of
the notes handed in. `chart` draws closes, means and levels with the `marks` of a
ledger, `relative` a subject beside its benchmark, `volatility` what options expect
beside what was delivered. `receipt` tells what a figure stands on; `pdf_health` says
whether this machine can make PDFs. Nothing is written to disk or fetched, and the
same input gives the same bytes. Strangers' words are escaped; their links are http or
https and carry no trust.

May be empty: a chart (fewer than two closes), a brief's drafts, a site's notes.
Raises NoteError (front matter that cannot be read) and GeneratorError (a PDF where
WeasyPrint's native libraries are missing).
"""

from generator.publish.brief import MarketRow, brief_html, brief_pdf, market_rows
from generator.publish.charts import chart, marks, relative, volatility
from generator.publish.page import note_html, note_pdf
from generator.publish.paper import pdf_health
from generator.publish.receipts import receipt
from generator.publish.site import Published
from generator.publish.site import pages as site_pages

__all__ = [
    "MarketRow",
    "Published",
    "brief_html",
    "brief_pdf",
    "chart",
    "market_rows",
    "marks",
    "note_html",
    "note_pdf",
    "pdf_health",
    "receipt",
    "relative",
    "site_pages",
    "volatility",
]
