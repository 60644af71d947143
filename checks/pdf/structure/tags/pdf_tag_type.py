"""Tag types in PDFs are known, or mapped to known ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.documents.structure.roles import goes_in_circles
from checks.model import PASSED, Failed, Verdict
from checks.pdf.structure._types import TypeRule
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents.structure import Element


class PdfTagType(TypeRule):
    """A screen reader takes a tag that it does not know for plain text: headings, lists and tables get lost.

    Map it to a standard type: in InDesign under Edit All Export Tags, in Acrobat under Edit Role Map in
    the tags panel. Word and LibreOffice do so by themselves for their own styles.
    """

    id = "pdf-tag-type"
    title = msg("Tag types in PDFs are known, or mapped to known ones")
    requirements = wcag("1.3.1")
    pdfua = ("7.1-5",)

    def judge(self, element: Element) -> Verdict:
        """Require a type that is standard, or leads to one; of circles, another rule speaks."""
        if element.role or goes_in_circles(element.type, element.structure.role_map):
            return PASSED
        if not element.type:
            return Failed(msg("This tag has no type. Give it one, such as P or H1, in Acrobat's tags panel."))
        return Failed(
            msg(
                "No screen reader knows the tag type {type}. Map it to a standard type such as P or H1: "
                "in InDesign under Edit All Export Tags, in Acrobat under Edit Role Map.",
                type=element.type,
            )
        )
