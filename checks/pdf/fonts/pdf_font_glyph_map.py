"""Fonts say which glyph each code shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Verdict
from checks.pdf._fonts import FontRule
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents.fonts import Font


class PdfFontGlyphMap(FontRule):
    """Where a font does not say which glyph a code means, programs guess, and may show other letters.

    Export the document anew from Word, LibreOffice or InDesign, with a version that still gets updates.
    Where that does not help, set the text in another font.
    """

    id = "pdf-font-glyph-map"
    title = msg("Fonts say which glyph each code shows")
    pdfua = ("7.21.3.2-1",)

    def concerns(self, font: Font) -> bool:
        """Return whether ``font`` is an embedded CIDFont of type 2."""
        return font.is_embedded and font.kind == "CIDFontType2"

    def judge(self, font: Font) -> Verdict:
        """Require CIDToGIDMap: a stream, or Identity (ISO 32000-1, Table 117)."""
        if font.composite is not None and font.composite.has_glyph_map:
            return PASSED
        return Failed(
            msg(
                "The font {font} does not say which glyph each code shows (CIDToGIDMap). Export the "
                "document anew, or set the text in another font.",
                font=font.family,
            )
        )
