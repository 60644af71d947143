"""Captions of lists in PDFs come first."""

from __future__ import annotations

from checks.pdf.structure._nesting import CaptionPlaceRule
from checks.requirements import wcag
from pipeline.model import msg


class PdfListCaptionPlace(CaptionPlaceRule):
    """Who hears the caption after the items has heard them without knowing what they are.

    Make lists with the list buttons of Word, LibreOffice or InDesign and export them as tagged PDF.
    Where only the PDF is left, move the parts in Acrobat's tags panel.
    """

    id = "pdf-list-caption-place"
    title = msg("Captions of lists in PDFs come first")
    requirements = wcag("1.3.1")
    pdfua = ("7.2-40",)
    roles = ("L",)
    message = msg(
        "The caption of this list does not come first. Move it to the beginning of the list in the tags."
    )
