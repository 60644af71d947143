"""Tables in PDFs have one group of footer rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.pdf.structure._nesting import SingleKidRule
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from pipeline.model import Message


class PdfTableFootSingle(SingleKidRule):
    """Where totals stand in several places, nobody knows which rows they belong to.

    Build tables with Insert > Table in Word or LibreOffice and export them as tagged PDF. Where only the
    PDF is left, move the parts in Acrobat's tags panel.
    """

    id = "pdf-table-foot-single"
    title = msg("Tables in PDFs have one group of footer rows")
    requirements = wcag("1.3.1")
    pdfua = ("7.2-12",)
    roles = ("Table",)
    kid = "TFoot"

    def message(self, number: int) -> Message:
        """Return what to say where there are ``number`` of them."""
        return msg(
            "This table has {number} groups of footer rows (TFoot). Move all footer rows into one in the "
            "tags, or make several tables of it.",
            number=number,
        )
