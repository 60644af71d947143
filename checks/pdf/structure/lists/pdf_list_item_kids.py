"""List items in PDFs hold a label and a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.pdf.structure._nesting import KidsRule
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from pipeline.model import Message


class PdfListItemKids(KidsRule):
    """A screen reader says the number or bullet of an item, then its text; what is neither gets lost.

    Make lists with the list buttons of Word, LibreOffice or InDesign and export them as tagged PDF.
    Where only the PDF is left, move the parts in Acrobat's tags panel.
    """

    id = "pdf-list-item-kids"
    title = msg("List items in PDFs hold a label and a text")
    requirements = wcag("1.3.1")
    pdfua = ("7.2-20",)
    roles = ("LI",)
    kids = ("Lbl", "LBody")

    def message(self, found: str) -> Message:
        """Return what to say of a kid of the type ``found``."""
        return msg(
            "This list item holds {found} beside its label and its text (Lbl, LBody). Move it into the "
            "text of the item in the tags, or make the list anew and export again.",
            found=found,
        )
