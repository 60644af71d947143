"""Groups of body rows in PDFs hold rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.pdf.structure._nesting import KidsRule
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from pipeline.model import Message


class PdfTableBodyKids(KidsRule):
    """Who moves through a table by keys falls out of it where something else stands between its rows.

    Build tables with Insert > Table in Word or LibreOffice and export them as tagged PDF. Where only the
    PDF is left, move the parts in Acrobat's tags panel.
    """

    id = "pdf-table-body-kids"
    title = msg("Groups of body rows in PDFs hold rows")
    requirements = wcag("1.3.1")
    pdfua = ("7.2-37",)
    roles = ("TBody",)
    kids = ("TR",)

    def message(self, found: str) -> Message:
        """Return what to say of a kid of the type ``found``."""
        return msg(
            "This group of body rows holds {found} beside the rows. Move it into a row or behind the "
            "table in the tags, or insert the table anew and export again.",
            found=found,
        )
