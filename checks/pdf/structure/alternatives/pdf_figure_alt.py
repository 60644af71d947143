"""Pictures in PDFs have an alternative text."""

from __future__ import annotations

from checks.pdf.structure._replacements import ReplacementRule
from pipeline.model import msg


class PdfFigureAlt(ReplacementRule):
    """Who cannot see the picture hears that there is one, and not what it shows.

    In Word or LibreOffice, write it under Alt Text in the picture's menu, in InDesign under Object >
    Object Export Options; mark what only decorates as decorative. Then export again.
    """

    id = "pdf-figure-alt"
    title = msg("Pictures in PDFs have an alternative text")
    pdfua = ("7.3-1",)
    roles = ("Figure",)
    message = msg(
        "This picture has no alternative text. Write one in its menu in Word or LibreOffice (Alt Text), "
        "or mark the picture as decorative, and export again."
    )
