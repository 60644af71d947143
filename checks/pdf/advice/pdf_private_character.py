"""Text consists of characters that mean the same everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import category

from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._fonts import FontRule, shown
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents.fonts import Font, Glyph

_FEW = 3  # signs that a font without letters lends as bullets or ticks
_PRIVATE = "Co"


class PdfPrivateCharacter(FontRule):
    """Characters that only one font knows are nonsense to a screen reader, and wherever they are pasted.

    Write text in a font that encodes letters, ligatures and numerals by Unicode, as all newer ones do, and
    export the document anew. A pictogram needs an alternative text, or is marked as decoration.
    """

    id = "pdf-private-character"
    title = msg("Text consists of characters that mean the same everywhere")
    severity = Severity.ADVISORY
    requirements = wcag("1.1.1")

    def concerns(self, font: Font) -> bool:
        """Return whether characters of ``font`` are mapped to Unicode."""
        return any(glyph.text for glyph in font.glyphs)

    def judge(self, font: Font) -> Verdict:
        """Require characters outside of the private use areas, but for the few bullets of a font of signs."""
        private = [glyph for glyph in font.glyphs if _is_private(glyph)]
        has_letters = any((glyph.text or "").isalnum() for glyph in font.glyphs)
        if not private or (not has_letters and len(private) <= _FEW):
            return PASSED
        return Failed(
            msg(
                "The font {font} has characters of its own ({characters}), which mean nothing to a screen "
                "reader or where they are pasted. Set them in a newer font, or give pictograms an "
                "alternative text.",
                font=font.family,
                characters=shown(private),
            )
        )


def _is_private(glyph: Glyph) -> bool:
    return any(category(character) == _PRIVATE for character in glyph.text or "")
