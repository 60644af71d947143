"""A document that follows PDF/UA says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._catalog import MetadataRule
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents.metadata import Metadata


class PdfUaIdentifier(MetadataRule):
    """Programs look for the mark of PDF/UA to know whether assistive technology can read a document.

    In LibreOffice, choose Universal Accessibility (PDF/UA) in Export as PDF; in Word, choose PDF/UA
    among the options of Save as PDF, where your version has it. A document from InDesign gets the mark
    in Acrobat, with Preflight.
    """

    id = "pdf-ua-identifier"
    title = msg("The document says that it follows PDF/UA")
    severity = Severity.BLOCKING
    pdfua = ("5-1",)

    def judge(self, metadata: Metadata) -> Verdict:
        """Require the identification schema (ISO 14289-1, 5)."""
        if metadata.problem is not None:
            return Failed(
                msg(
                    "The metadata of the document cannot be read ({problem}), so nobody knows whether it "
                    "follows PDF/UA. Export it anew.",
                    problem=metadata.problem,
                )
            )
        if metadata.identification:
            return PASSED
        return Failed(
            msg(
                "The document does not say that it follows PDF/UA. Choose PDF/UA when you export it from "
                "LibreOffice or Word, or add the mark in Acrobat."
            )
        )
