"""No trap network is left over from printing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._owned import AnnotationRule, Owned
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents.annotations import Annotation


class PdfTrapNetwork(AnnotationRule):
    """A trap network is made for one printing press; on a screen it lies over the page. PDF/UA forbids it.

    Export the document for the screen, without trapping. In Acrobat, Preflight removes it.
    """

    id = "pdf-trap-network"
    title = msg("No page has a trap network for printing presses")
    severity = Severity.BLOCKING
    pdfua = ("7.18.2-1",)

    def concerns(self, annotation: Annotation) -> bool:
        """Return whether it is a trap network."""
        return annotation.subtype == "TrapNet"

    def judge(self, one: Owned) -> Verdict:
        """Allow none that is shown."""
        if not one.annotation.is_perceivable:
            return PASSED
        return Failed(
            msg(
                "This page has a trap network for a printing press. Export the document for the screen, "
                "without trapping."
            )
        )
