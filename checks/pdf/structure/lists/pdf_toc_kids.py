"""Tables of contents in PDFs hold entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.pdf.structure._nesting import KidsRule
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from pipeline.model import Message


class PdfTocKids(KidsRule):
    """What is no entry is left out where a program shows the table of contents, or counted as one.

    Let the program make the table of contents (in Word: References > Table of Contents) and export it as
    tagged PDF. Where only the PDF is left, move the parts in Acrobat's tags panel.
    """

    id = "pdf-toc-kids"
    title = msg("Tables of contents in PDFs hold entries")
    requirements = wcag("1.3.1")
    pdfua = ("7.2-27",)
    roles = ("TOC",)
    kids = ("TOC", "TOCI", "Caption")

    def message(self, found: str) -> Message:
        """Return what to say of a kid of the type ``found``."""
        return msg(
            "This table of contents holds {found} beside its entries. Make an entry (TOCI) of it or move "
            "it out in the tags, or insert the table of contents anew and export again.",
            found=found,
        )
