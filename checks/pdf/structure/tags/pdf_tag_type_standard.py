"""Standard tag types in PDFs keep their meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.documents.structure.roles import STANDARD
from checks.model import PASSED, Failed, Verdict
from checks.pdf.structure._types import TypeRule
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents.structure import Element


class PdfTagTypeStandard(TypeRule):
    """One program follows the map, another does not: what is a heading here is a paragraph there.

    Remove the type from the role map in Acrobat (Edit Role Map in the tags panel), or rename the style
    or the tag in the program that made the document, and export again.
    """

    id = "pdf-tag-type-standard"
    title = msg("Standard tag types in PDFs keep their meaning")
    requirements = wcag("1.3.1")
    pdfua = ("7.1-7",)

    def judge(self, element: Element) -> Verdict:
        """Require that the standard type a tag means is not mapped on to another one."""
        other = element.structure.role_map.get(element.role, element.role)
        if element.role not in STANDARD or other == element.role:
            return PASSED
        return Failed(
            msg(
                "The standard tag type {type} is mapped to {other}. Remove it from the role map in "
                "Acrobat (Edit Role Map), or export the document anew.",
                type=element.role,
                other=other,
            )
        )
