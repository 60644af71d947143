"""Table rows in PDFs stand in tables."""

from __future__ import annotations

from checks.pdf.structure._nesting import ParentRule
from checks.requirements import wcag
from pipeline.model import msg


class PdfTableRowParent(ParentRule):
    """A row outside of a table is read as loose text: nobody hears its headers.

    Build tables with Insert > Table in Word or LibreOffice and export them as tagged PDF. Where only the
    PDF is left, move the parts in Acrobat's tags panel.
    """

    id = "pdf-table-row-parent"
    title = msg("Table rows in PDFs stand in tables")
    requirements = wcag("1.3.1")
    pdfua = ("7.2-4",)
    roles = ("TR",)
    parents = ("Table", "THead", "TBody", "TFoot")
    message = msg(
        "This table row stands outside of a table. Move it into its table in the tags, or insert the "
        "table anew and export again."
    )
