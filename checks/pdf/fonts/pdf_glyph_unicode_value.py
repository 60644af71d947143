"""Characters are read out as characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.pdf._fonts import MeaningRule
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents.fonts import Font, Glyph
    from pipeline.model import Message


_FORBIDDEN = frozenset("\0\ufeff\ufffe")


class PdfGlyphUnicodeValue(MeaningRule):
    """Where a font says that its letters are no characters, a screen reader says nothing, or something wrong.

    Export the document from the program that it was written in, rather than printing it into a PDF. Where
    that does not help, set the text in another font.
    """

    id = "pdf-glyph-unicode-value"
    title = msg("Characters are read out as characters")
    pdfua = ("7.21.7-2",)

    def concerns(self, font: Font) -> bool:
        """Return whether the codes of ``font`` are mapped to Unicode."""
        return any(glyph.text is not None for glyph in font.glyphs)

    def is_fault(self, glyph: Glyph) -> bool:
        """Return whether a code in use means U+0000, U+FEFF or U+FFFE."""
        return glyph.text is not None and not _FORBIDDEN.isdisjoint(glyph.text)

    def message(self, font: Font, characters: str) -> Message:
        """Return which characters are mapped to nothing."""
        return msg(
            "The font {font} maps characters ({characters}) to code points that stand for none, such "
            "as U+FFFE. Export the document from the program that it was written in.",
            font=font.family,
            characters=characters,
        )
