"""Fonts of symbols lead from codes to glyphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.documents.fonts.nouns import MICROSOFT_SYMBOL
from checks.model import PASSED, Failed, Verdict
from checks.pdf._fonts import FontRule
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents.fonts import Font


class PdfSymbolCmap(FontRule):
    """Where a font of symbols has several tables, programs disagree about which symbol a code means.

    Export the document anew from Word, LibreOffice or InDesign, with a version that still gets updates.
    Where that does not help, set the text in another font.
    """

    id = "pdf-symbol-cmap"
    title = msg("Fonts of symbols lead from codes to glyphs")
    pdfua = ("7.21.6-4",)

    def concerns(self, font: Font) -> bool:
        """Return whether ``font`` is a TrueType font of symbols whose program could be read."""
        return (
            font.true_type is not None and font.true_type.is_symbolic and font.true_type.subtables is not None
        )

    def judge(self, font: Font) -> Verdict:
        """Require one table alone, or the one for symbols among them (ISO 14289-1, 7.21.6)."""
        tables = (font.true_type and font.true_type.subtables) or ()
        if len(tables) == 1 or MICROSOFT_SYMBOL in tables:
            return PASSED
        return Failed(
            msg(
                "The font {font} does not say which table its symbols are found by (cmap). Export the "
                "document anew, or set the text in another font.",
                font=font.family,
            )
        )
