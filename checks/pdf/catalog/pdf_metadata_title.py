"""A document has a title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._catalog import MetadataRule
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents.metadata import Metadata


class PdfMetadataTitle(MetadataRule):
    """Who has several documents open, or hears them listed, tells them apart by their titles.

    Write one: in Word under File > Info > Title, in LibreOffice under File > Properties > Description,
    in InDesign under File > File Info. Then export the document anew.
    """

    id = "pdf-metadata-title"
    title = msg("The document has a title in its metadata")
    severity = Severity.BLOCKING
    requirements = wcag("2.4.2")
    pdfua = ("7.1-9",)

    def judge(self, metadata: Metadata) -> Verdict:
        """Require a title that says something (ISO 14289-1, 7.1)."""
        if (metadata.title or "").strip():
            return PASSED
        return Failed(
            msg(
                "The document has no title in its metadata. Write one in Word under File > Info > Title, or "
                "in LibreOffice under File > Properties > Description, and export it anew."
            )
        )
