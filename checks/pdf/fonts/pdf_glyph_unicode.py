"""Characters can be read out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.pdf._fonts import MeaningRule
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents.fonts import Font, Glyph
    from pipeline.model import Message


class PdfGlyphUnicode(MeaningRule):
    """Where a font does not say which letters it shows, a screen reader has nothing to read out.

    Export the document from the program that it was written in, rather than printing it into a PDF. Where
    that does not help, set the text in another font.
    """

    id = "pdf-glyph-unicode"
    title = msg("Characters can be read out")
    pdfua = ("7.21.7-1",)

    def concerns(self, font: Font) -> bool:
        """Return whether ``font`` is used at all: what is invisible is read out, too."""
        return bool(font.glyphs)

    def is_fault(self, glyph: Glyph) -> bool:
        """Return whether nothing maps the code to Unicode."""
        return glyph.text is None

    def message(self, font: Font, characters: str) -> Message:
        """Return which characters cannot be read."""
        return msg(
            "The font {font} does not say which letters it shows ({characters}), so that they cannot "
            "be read out or searched. Export the document from the program that it was written in.",
            font=font.family,
            characters=characters,
        )
