"""List items in PDFs stand in lists."""

from __future__ import annotations

from checks.pdf.structure._nesting import ParentRule
from checks.requirements import wcag
from pipeline.model import msg


class PdfListItemParent(ParentRule):
    """An item outside of a list is read as loose text: nobody hears that it is one of several.

    Make lists with the list buttons of Word, LibreOffice or InDesign and export them as tagged PDF.
    Where only the PDF is left, move the parts in Acrobat's tags panel.
    """

    id = "pdf-list-item-parent"
    title = msg("List items in PDFs stand in lists")
    requirements = wcag("1.3.1")
    pdfua = ("7.2-17",)
    roles = ("LI",)
    parents = ("L",)
    message = msg(
        "This list item stands outside of a list. Move it into its list in the tags, or make the list "
        "anew and export again."
    )
