"""Links say in words where they lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._owned import AnnotationRule, Owned
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents.annotations import Annotation


class PdfLinkDescription(AnnotationRule):
    """Many programs that read aloud take what a link is called from its description, not from the page.

    In Word, write a ScreenTip in the dialogue Insert Link. LibreOffice writes the description itself if
    Universal Accessibility is chosen in Export as PDF. In InDesign, give the hyperlink an alternative text.
    """

    id = "pdf-link-description"
    title = msg("Links in documents have a description")
    severity = Severity.BLOCKING
    requirements = wcag("2.4.4")
    pdfua = ("7.18.5-2", "7.18.1-2")  # who meets the first meets the second

    def concerns(self, annotation: Annotation) -> bool:
        """Return whether it is a link that is shown."""
        return annotation.is_perceivable and annotation.subtype == "Link"

    def judge(self, one: Owned) -> Verdict:
        """Require contents (ISO 32000-1, 14.9.3)."""
        if one.annotation.contents:
            return PASSED
        return Failed(
            msg(
                "The link to {shown} has no description. Write one as its ScreenTip in Word, or export from "
                "LibreOffice with Universal Accessibility.",
                shown=one.shown,
            )
        )
