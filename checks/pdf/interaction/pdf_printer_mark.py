"""Printer's marks are no content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._owned import AnnotationRule, Owned
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents.annotations import Annotation


class PdfPrinterMark(AnnotationRule):
    """Crop marks and colour bars are for the printing press; with a tag, a screen reader reads them out.

    Export the document without printer's marks, or delete their tags in Acrobat, under Accessibility Tags.
    """

    id = "pdf-printer-mark"
    title = msg("Printer's marks have no tag")
    severity = Severity.BLOCKING
    pdfua = ("7.18.8-1",)

    def concerns(self, annotation: Annotation) -> bool:
        """Return whether it is a printer's mark that is shown."""
        return annotation.is_perceivable and annotation.subtype == "PrinterMark"

    def judge(self, one: Owned) -> Verdict:
        """Allow no element around it (ISO 32000-1, 14.8.2.2.3)."""
        if one.owner is None:
            return PASSED
        return Failed(
            msg(
                "A printer's mark stands in the tag {tag}, and is read out. Export the document without "
                "printer's marks, or delete that tag in Acrobat.",
                tag=one.owner.type,
            )
        )
