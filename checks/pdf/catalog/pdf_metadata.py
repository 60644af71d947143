"""A document has metadata."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._catalog import CatalogRule
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents.catalog import Catalog


class PdfMetadata(CatalogRule):
    """Without metadata nobody learns what a document is called, and whether it follows PDF/UA.

    Export the document anew: Word and LibreOffice write metadata from its properties. In InDesign, fill
    in File > File Info before the export.
    """

    id = "pdf-metadata"
    title = msg("The document has metadata")
    severity = Severity.BLOCKING
    pdfua = ("7.1-8",)

    def judge(self, catalog: Catalog) -> Verdict:
        """Require a stream that says what it is (ISO 32000-1, 14.3.2)."""
        if catalog.has_metadata:
            return PASSED
        return Failed(
            msg(
                "The document has no metadata. Fill in its properties in the program that it was written "
                "in, and export it anew."
            )
        )
