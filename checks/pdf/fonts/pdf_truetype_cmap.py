"""Fonts of letters lead from letters to glyphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.documents.fonts.nouns import MICROSOFT_SYMBOL
from checks.model import PASSED, Failed, Verdict
from checks.pdf._fonts import FontRule
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents.fonts import Font


class PdfTruetypeCmap(FontRule):
    """Where a font does not say which glyph a letter has, programs guess, and may show other letters.

    Export the document anew from Word, LibreOffice or InDesign, with a version that still gets updates.
    Where that does not help, set the text in another font.
    """

    id = "pdf-truetype-cmap"
    title = msg("Fonts of letters lead from letters to glyphs")
    pdfua = ("7.21.6-1",)

    def concerns(self, font: Font) -> bool:
        """Return whether ``font`` is a rendered TrueType font of letters, whose program could be read."""
        found = font.true_type
        return (
            font.is_rendered and found is not None and not found.is_symbolic and found.subtables is not None
        )

    def judge(self, font: Font) -> Verdict:
        """Require a table of characters beside the one for symbols (ISO 14289-1, 7.21.6)."""
        if font.true_type and set(font.true_type.subtables or ()) - {MICROSOFT_SYMBOL}:
            return PASSED
        return Failed(
            msg(
                "The font {font} does not say which glyph each letter has (cmap). Export the document "
                "anew, or set the text in another font.",
                font=font.family,
            )
        )
