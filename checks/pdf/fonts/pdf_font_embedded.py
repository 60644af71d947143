"""Fonts are in the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Verdict
from checks.pdf._fonts import FontRule
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents.fonts import Font


class PdfFontEmbedded(FontRule):
    """Where a font is not in the document, devices show another one: letters overlap, signs change.

    Export the document anew with embedded fonts: in Word, choose PDF/A compliant under Options when you
    save as PDF; in LibreOffice, Archive (PDF/A). Where the font's licence forbids it, set the text in
    another font.
    """

    id = "pdf-font-embedded"
    title = msg("Fonts are in the document")
    pdfua = ("7.21.4.1-1",)

    def concerns(self, font: Font) -> bool:
        """Return whether ``font`` is rendered; a Type 3 font is made of content itself."""
        return font.is_rendered and font.kind != "Type3"

    def judge(self, font: Font) -> Verdict:
        """Require the program in the file (ISO 14289-1, 7.21.4.1): the standard fonts are no exception."""
        if font.is_embedded:
            return PASSED
        return Failed(
            msg(
                "The font {font} is not in the document, so that other devices show another one. Export "
                "it anew with embedded fonts: in Word, choose PDF/A compliant under Options when you save"
                " as PDF.",
                font=font.family,
            )
        )
