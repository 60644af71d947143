"""Fonts of letters have a standard encoding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.documents.fonts.nouns import MICROSOFT_UNICODE
from checks.model import PASSED, Failed, Verdict
from checks.pdf._fonts import FontRule
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents.fonts import Font
    from checks.documents.fonts.nouns import TrueType


_STANDARD = ("MacRomanEncoding", "WinAnsiEncoding")


class PdfTruetypeEncoding(FontRule):
    """A font without a standard encoding shows other letters in one program than in another.

    Export the document anew from Word, LibreOffice or InDesign, with a version that still gets updates.
    Where that does not help, set the text in another font.
    """

    id = "pdf-truetype-encoding"
    title = msg("Fonts of letters have a standard encoding")
    pdfua = ("7.21.6-2",)

    def concerns(self, font: Font) -> bool:
        """Return whether ``font`` is a TrueType font of letters."""
        return font.true_type is not None and not font.true_type.is_symbolic

    def judge(self, font: Font) -> Verdict:
        """Require MacRomanEncoding or WinAnsiEncoding, and differences from it that have known names."""
        if font.true_type is None or _is_standard(font.true_type):
            return PASSED
        return Failed(
            msg(
                "The font {font} has no standard encoding, so that programs may show other letters. "
                "Export the document anew, or set the text in another font.",
                font=font.family,
            )
        )


def _is_standard(font: TrueType) -> bool:
    if font.base not in _STANDARD:
        return False
    if not font.has_differences:
        return True
    return not font.unlisted and (font.subtables is None or MICROSOFT_UNICODE in font.subtables)
