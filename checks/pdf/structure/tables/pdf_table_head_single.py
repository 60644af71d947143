"""Tables in PDFs have one group of header rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.pdf.structure._nesting import SingleKidRule
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from pipeline.model import Message


class PdfTableHeadSingle(SingleKidRule):
    """With two groups of header rows a screen reader cannot tell which of them heads a cell.

    Build tables with Insert > Table in Word or LibreOffice and export them as tagged PDF. Where only the
    PDF is left, move the parts in Acrobat's tags panel.
    """

    id = "pdf-table-head-single"
    title = msg("Tables in PDFs have one group of header rows")
    requirements = wcag("1.3.1")
    pdfua = ("7.2-11",)
    roles = ("Table",)
    kid = "THead"

    def message(self, number: int) -> Message:
        """Return what to say where there are ``number`` of them."""
        return msg(
            "This table has {number} groups of header rows (THead). Move all header rows into one in the "
            "tags, or make several tables of it.",
            number=number,
        )
