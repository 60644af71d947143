"""A document is tagged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._catalog import CatalogRule
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents.catalog import Catalog


class PdfTags(CatalogRule):
    """Without tags a screen reader knows no headings, lists or tables, and guesses the order of reading.

    Export the document as a tagged PDF: in Word, tick Document structure tags for accessibility among
    the options of Save as PDF; in LibreOffice, Tagged PDF in Export as PDF; in InDesign, Create Tagged
    PDF. Printing to a PDF loses the tags.
    """

    id = "pdf-tags"
    title = msg("The document is tagged")
    severity = Severity.BLOCKING
    requirements = wcag("1.3.1")
    pdfua = ("7.1-11",)

    def judge(self, catalog: Catalog) -> Verdict:
        """Require a structure tree (ISO 32000-1, 14.7)."""
        if catalog.has_tags:
            return PASSED
        return Failed(
            msg(
                "The document has no tags: no headings, lists or tables that a screen reader could know. "
                "Export it anew as a tagged PDF; do not print to PDF."
            )
        )
