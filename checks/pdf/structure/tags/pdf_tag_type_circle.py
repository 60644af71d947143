"""Tag types in PDFs are not mapped in circles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.documents.structure.roles import goes_in_circles
from checks.model import PASSED, Failed, Verdict
from checks.pdf.structure._types import TypeRule
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents.structure import Element


class PdfTagTypeCircle(TypeRule):
    """A program that looks for the meaning of such a tag finds none, or hangs.

    Map it to a standard type: in InDesign under Edit All Export Tags, in Acrobat under Edit Role Map in
    the tags panel. Word and LibreOffice do so by themselves for their own styles.
    """

    id = "pdf-tag-type-circle"
    title = msg("Tag types in PDFs are not mapped in circles")
    requirements = wcag("1.3.1")
    pdfua = ("7.1-6",)

    def judge(self, element: Element) -> Verdict:
        """Require that the role map never leads back."""
        if not goes_in_circles(element.type, element.structure.role_map):
            return PASSED
        return Failed(
            msg(
                "The tag type {type} is mapped in a circle. Map it to a standard type such as P or H1 in "
                "Acrobat (Edit Role Map), or export the document anew.",
                type=element.type,
            )
        )
