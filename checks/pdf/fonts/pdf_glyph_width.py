"""Characters are as wide as their font says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.pdf._fonts import GlyphRule
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents.fonts import Font, Glyph
    from pipeline.model import Message


_ROUNDING = 1.0  # thousandths of the size of the font


class PdfGlyphWidth(GlyphRule):
    """Where a font states other widths than its characters have, they overlap or drift apart.

    Export the document anew from Word, LibreOffice or InDesign, with a version that still gets updates.
    Where that does not help, set the text in another font.
    """

    id = "pdf-glyph-width"
    title = msg("Characters are as wide as their font says")
    pdfua = ("7.21.5-1",)

    def concerns(self, font: Font) -> bool:
        """Return whether ``font`` is rendered, and embedded."""
        return font.is_rendered and font.is_embedded

    def is_fault(self, glyph: Glyph) -> bool:
        """Return whether the widths differ by more than a thousandth, as rounding makes them."""
        stated, drawn = glyph.stated_width, glyph.drawn_width
        return (
            glyph.is_rendered and stated is not None and drawn is not None and abs(stated - drawn) > _ROUNDING
        )

    def message(self, font: Font, characters: str) -> Message:
        """Return which characters have another width."""
        return msg(
            "The font {font} states other widths than its characters have ({characters}). Export the "
            "document anew, or set the text in another font.",
            font=font.family,
            characters=characters,
        )
