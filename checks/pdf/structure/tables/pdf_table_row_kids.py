"""Table rows in PDFs hold cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.pdf.structure._nesting import KidsRule
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from pipeline.model import Message


class PdfTableRowKids(KidsRule):
    """What stands in a row outside of its cells is skipped, or screen readers count the columns wrongly.

    Build tables with Insert > Table in Word or LibreOffice and export them as tagged PDF. Where only the
    PDF is left, move the parts in Acrobat's tags panel.
    """

    id = "pdf-table-row-kids"
    title = msg("Table rows in PDFs hold cells")
    requirements = wcag("1.3.1")
    pdfua = ("7.2-10",)
    roles = ("TR",)
    kids = ("TH", "TD")

    def message(self, found: str) -> Message:
        """Return what to say of a kid of the type ``found``."""
        return msg(
            "This table row holds {found} beside its cells. Move it into a cell in the tags, or insert "
            "the table anew and export again.",
            found=found,
        )
