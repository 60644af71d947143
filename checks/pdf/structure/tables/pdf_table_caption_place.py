"""Captions of tables in PDFs stand above or below their rows."""

from __future__ import annotations

from checks.pdf.structure._nesting import CaptionPlaceRule
from checks.requirements import wcag
from pipeline.model import msg


class PdfTableCaptionPlace(CaptionPlaceRule):
    """A caption among the rows is taken for a row, or not read at all.

    Insert the caption with the program's own command (in Word: References > Insert Caption), above or
    below the table, and export again. In Acrobat's tags panel, move it to the beginning or the end of
    the table.
    """

    id = "pdf-table-caption-place"
    title = msg("Captions of tables in PDFs stand above or below their rows")
    requirements = wcag("1.3.1")
    pdfua = ("7.2-16",)
    roles = ("Table",)
    may_end = True
    message = msg(
        "The caption of this table stands among its rows. Move it to the beginning or the end of the "
        "table in the tags."
    )
