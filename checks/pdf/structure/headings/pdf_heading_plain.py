"""Headings without a level do not stand beside headings with one in PDFs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Verdict
from checks.pdf.structure._elements import ElementRule
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents.structure import Element


class PdfHeadingPlain(ElementRule):
    """Where only some headings have a level, screen readers list them in a wrong order, or leave some out.

    Give each heading one of the styles Heading 1, Heading 2 … by what it stands under, not by its looks,
    and export again. In Acrobat, change the type of the tag to H1, H2 ….
    """

    id = "pdf-heading-plain"
    title = msg("Headings without a level do not stand beside headings with one in PDFs")
    requirements = wcag("1.3.1")
    pdfua = ("7.4.4-2",)
    roles = ("H",)

    def judge(self, heading: Element) -> Verdict:
        """Require that no heading has a level."""
        if not heading.structure.numbered_headings:
            return PASSED
        return Failed(
            msg(
                "This heading has no level (H), while others of the document have one (H1, H2 …). Give "
                "it the style Heading 1, Heading 2 …, and export again."
            )
        )
