"""Annotations say in words what they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._owned import AnnotationRule, Owned
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents.annotations import Annotation

# A field is named by its form, a popup is its note's, and of links another rule asks more.
_SILENT = {"Widget", "PrinterMark", "TrapNet", "Popup", "Link"}


class PdfAnnotationDescription(AnnotationRule):
    """Of an annotation without a description, a screen reader says no more than that there is one.

    Write what it shows or where it leads: in Acrobat, right-click it and choose Properties, or in
    Accessibility Tags the properties of its tag, and fill in the alternative text.
    """

    id = "pdf-annotation-description"
    title = msg("Annotations have a description")
    severity = Severity.BLOCKING
    requirements = wcag("1.1.1", "4.1.2")
    pdfua = ("7.18.1-2",)

    def concerns(self, annotation: Annotation) -> bool:
        """Return whether it is shown to readers, and has no name of another kind."""
        return annotation.is_perceivable and annotation.subtype not in _SILENT

    def judge(self, one: Owned) -> Verdict:
        """Require contents, or an alternative text of the tag around it."""
        if one.annotation.contents or one.alt:
            return PASSED
        return Failed(
            msg(
                "This annotation ({shown}) has no description. Write one: in Acrobat, open the properties "
                "of its tag under Accessibility Tags and fill in the alternative text.",
                shown=one.shown,
            )
        )
