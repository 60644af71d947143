"""Header rows in PDFs stand in tables."""

from __future__ import annotations

from checks.pdf.structure._nesting import ParentRule
from checks.requirements import wcag
from pipeline.model import msg


class PdfTableHeadParent(ParentRule):
    """Header rows outside of their table head nothing: cells are read without what they are about.

    Build tables with Insert > Table in Word or LibreOffice and export them as tagged PDF. Where only the
    PDF is left, move the parts in Acrobat's tags panel.
    """

    id = "pdf-table-head-parent"
    title = msg("Header rows in PDFs stand in tables")
    requirements = wcag("1.3.1")
    pdfua = ("7.2-5",)
    roles = ("THead",)
    parents = ("Table",)
    message = msg(
        "This group of header rows stands outside of a table. Move it into its table in the tags, or "
        "insert the table anew and export again."
    )
