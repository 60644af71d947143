"""Tables in PDFs have one caption."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.pdf.structure._nesting import SingleKidRule
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from pipeline.model import Message


class PdfTableCaptionSingle(SingleKidRule):
    """With two captions nobody knows what the table is called.

    Insert the caption with the program's own command (in Word: References > Insert Caption), once a
    table, and export again. In Acrobat's tags panel, make paragraphs of the others.
    """

    id = "pdf-table-caption-single"
    title = msg("Tables in PDFs have one caption")
    requirements = wcag("1.3.1")
    pdfua = ("7.2-39",)
    roles = ("Table",)
    kid = "Caption"

    def message(self, number: int) -> Message:
        """Return what to say where there are ``number`` of them."""
        return msg(
            "This table has {number} captions. Keep one, and make paragraphs before or behind the table "
            "of the others.",
            number=number,
        )
