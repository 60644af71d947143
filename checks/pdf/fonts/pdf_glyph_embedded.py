"""Embedded fonts have the characters that are used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.pdf._fonts import GlyphRule
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents.fonts import Font, Glyph
    from pipeline.model import Message


class PdfGlyphEmbedded(GlyphRule):
    """A character that the embedded font lacks is shown as an empty box, or not at all.

    Set it in a font that has it, and export the document anew from the program that it was written in.
    """

    id = "pdf-glyph-embedded"
    title = msg("Embedded fonts have the characters that are used")
    pdfua = ("7.21.4.1-2",)

    def concerns(self, font: Font) -> bool:
        """Return whether ``font`` is rendered, and embedded."""
        return font.is_rendered and font.is_embedded

    def is_fault(self, glyph: Glyph) -> bool:
        """Return whether the program has no such glyph; what is invisible needs none."""
        return glyph.is_rendered and glyph.is_present is False

    def message(self, font: Font, characters: str) -> Message:
        """Return which characters are missing."""
        return msg(
            "The embedded font {font} lacks characters that are used ({characters}). Set them in a "
            "font that has them, and export the document anew.",
            font=font.family,
            characters=characters,
        )
