"""Header cells in PDFs stand in table rows."""

from __future__ import annotations

from checks.pdf.structure._nesting import ParentRule
from checks.requirements import wcag
from pipeline.model import msg


class PdfHeaderCellParent(ParentRule):
    """A header cell outside of a row heads nothing: cells are read without what they are about.

    Build tables with Insert > Table in Word or LibreOffice and export them as tagged PDF. Where only the
    PDF is left, move the parts in Acrobat's tags panel.
    """

    id = "pdf-header-cell-parent"
    title = msg("Header cells in PDFs stand in table rows")
    requirements = wcag("1.3.1")
    pdfua = ("7.2-8",)
    roles = ("TH",)
    parents = ("TR",)
    message = msg(
        "This header cell stands outside of a table row. Move it into its row in the tags, or insert the "
        "table anew and export again."
    )
