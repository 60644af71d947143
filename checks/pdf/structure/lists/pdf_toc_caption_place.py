"""Captions of tables of contents in PDFs come first."""

from __future__ import annotations

from checks.pdf.structure._nesting import CaptionPlaceRule
from checks.requirements import wcag
from pipeline.model import msg


class PdfTocCaptionPlace(CaptionPlaceRule):
    """Who hears the caption after the entries has heard them without knowing what they are.

    Let the program make the table of contents (in Word: References > Table of Contents) and export it as
    tagged PDF. Where only the PDF is left, move the parts in Acrobat's tags panel.
    """

    id = "pdf-toc-caption-place"
    title = msg("Captions of tables of contents in PDFs come first")
    requirements = wcag("1.3.1")
    pdfua = ("7.2-28",)
    roles = ("TOC",)
    message = msg(
        "The caption of this table of contents does not come first. Move it to the beginning of the "
        "table of contents in the tags."
    )
