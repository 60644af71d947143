"""Texts of list items in PDFs stand in their items."""

from __future__ import annotations

from checks.pdf.structure._nesting import ParentRule
from checks.requirements import wcag
from pipeline.model import msg


class PdfListBodyParent(ParentRule):
    """A text outside of its item is read without its number, and counted as an item of its own or as none.

    Make lists with the list buttons of Word, LibreOffice or InDesign and export them as tagged PDF.
    Where only the PDF is left, move the parts in Acrobat's tags panel.
    """

    id = "pdf-list-body-parent"
    title = msg("Texts of list items in PDFs stand in their items")
    requirements = wcag("1.3.1")
    pdfua = ("7.2-18",)
    roles = ("LBody",)
    parents = ("LI",)
    message = msg(
        "This text of a list item (LBody) stands outside of an item. Move it into its item in the tags, "
        "or make the list anew and export again."
    )
