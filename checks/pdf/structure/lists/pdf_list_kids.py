"""Lists in PDFs hold items."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.pdf.structure._nesting import KidsRule
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from pipeline.model import Message


class PdfListKids(KidsRule):
    """What stands in a list outside of its items is counted as an item, or left out.

    Make lists with the list buttons of Word, LibreOffice or InDesign and export them as tagged PDF.
    Where only the PDF is left, move the parts in Acrobat's tags panel.
    """

    id = "pdf-list-kids"
    title = msg("Lists in PDFs hold items")
    requirements = wcag("1.3.1")
    pdfua = ("7.2-19",)
    roles = ("L",)
    kids = ("L", "LI", "Caption")

    def message(self, found: str) -> Message:
        """Return what to say of a kid of the type ``found``."""
        return msg(
            "This list holds {found} beside its items. Move it into an item or behind the list in the "
            "tags, or make the list anew and export again.",
            found=found,
        )
