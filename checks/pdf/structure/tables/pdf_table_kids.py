"""Tables in PDFs hold rows and a caption."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.pdf.structure._nesting import KidsRule
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from pipeline.model import Message


class PdfTableKids(KidsRule):
    """Who moves through a table by keys falls out of it where something else stands between its rows.

    Build tables with Insert > Table in Word or LibreOffice and export them as tagged PDF. Where only the
    PDF is left, move the parts in Acrobat's tags panel.
    """

    id = "pdf-table-kids"
    title = msg("Tables in PDFs hold rows and a caption")
    requirements = wcag("1.3.1")
    pdfua = ("7.2-3",)
    roles = ("Table",)
    kids = ("TR", "THead", "TBody", "TFoot", "Caption")

    def message(self, found: str) -> Message:
        """Return what to say of a kid of the type ``found``."""
        return msg(
            "This table holds {found} beside its rows. Move it behind the table in the tags, or insert "
            "the table anew and export again.",
            found=found,
        )
