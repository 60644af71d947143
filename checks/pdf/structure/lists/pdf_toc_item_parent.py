"""Entries of tables of contents in PDFs stand in one."""

from __future__ import annotations

from checks.pdf.structure._nesting import ParentRule
from checks.requirements import wcag
from pipeline.model import msg


class PdfTocItemParent(ParentRule):
    """An entry outside of the table of contents is read as loose text: nobody hears that it leads somewhere.

    Let the program make the table of contents (in Word: References > Table of Contents) and export it as
    tagged PDF. Where only the PDF is left, move the parts in Acrobat's tags panel.
    """

    id = "pdf-toc-item-parent"
    title = msg("Entries of tables of contents in PDFs stand in one")
    requirements = wcag("1.3.1")
    pdfua = ("7.2-26",)
    roles = ("TOCI",)
    parents = ("TOC",)
    message = msg(
        "This entry (TOCI) stands outside of a table of contents. Move it into one (TOC) in the tags, or "
        "insert the table of contents anew and export again."
    )
