"""Readers see the title of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._catalog import CatalogRule
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents.catalog import Catalog


class PdfTitleShown(CatalogRule):
    """Where the title bar shows the name of the file, a screen reader begins with "r-12 slutlig v3.pdf".

    In LibreOffice, tick Display document title in Export as PDF > User Interface. In Acrobat, choose
    File > Properties > Initial View > Show: Document Title. Word sets it when PDF/UA is chosen.
    """

    id = "pdf-title-shown"
    title = msg("The title bar shows the title of the document")
    severity = Severity.BLOCKING
    requirements = wcag("2.4.2")
    pdfua = ("7.1-10",)

    def judge(self, catalog: Catalog) -> Verdict:
        """Require the preference for the title (ISO 32000-1, table 150)."""
        if catalog.shows_title:
            return PASSED
        return Failed(
            msg(
                "Readers are shown the name of the file in place of the title. In Acrobat, choose File > "
                "Properties > Initial View > Show: Document Title; in LibreOffice, Display document title."
            )
        )
