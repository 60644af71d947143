"""A tagged document says that it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._catalog import CatalogRule
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents.catalog import Catalog


class PdfMarked(CatalogRule):
    """Tags are not looked at where a document does not say it has any: its headings and tables are lost.

    In Word, tick Document structure tags for accessibility among the options of Save as PDF; in
    LibreOffice, Tagged PDF in Export as PDF; in InDesign, Create Tagged PDF.
    """

    id = "pdf-marked"
    title = msg("The document says that it is tagged")
    severity = Severity.BLOCKING
    requirements = wcag("1.3.1")
    pdfua = ("6.2-1",)

    def judge(self, catalog: Catalog) -> Verdict:
        """Require the mark (ISO 32000-1, 14.7.1)."""
        if catalog.is_marked:
            return PASSED
        return Failed(
            msg(
                "The document does not say that it is tagged. Export it anew as a tagged PDF, from Word "
                "with Document structure tags for accessibility."
            )
        )
