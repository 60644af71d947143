"""Every code in a text stands for a character."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.pdf._fonts import GlyphRule
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents.fonts import Font, Glyph
    from pipeline.model import Message


class PdfGlyphNotdef(GlyphRule):
    """A code that stands for no character is shown as an empty box, and a screen reader passes over it.

    Type the text anew in a font that has its characters, and export the document. In Word, look for tabs
    and line breaks that were pasted from another program.
    """

    id = "pdf-glyph-notdef"
    title = msg("Every code in a text stands for a character")
    pdfua = ("7.21.8-1",)

    def concerns(self, font: Font) -> bool:
        """Return whether ``font`` is used at all."""
        return bool(font.glyphs)

    def is_fault(self, glyph: Glyph) -> bool:
        """Return whether the code shows .notdef, in whichever rendering mode."""
        return glyph.is_notdef

    def message(self, font: Font, characters: str) -> Message:
        """Return which codes stand for nothing."""
        return msg(
            "Text in the font {font} contains codes that stand for no character ({characters}). Type "
            "it anew in a font that has its characters, and export the document.",
            font=font.family,
            characters=characters,
        )
