"""Fonts of symbols have no encoding of letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Verdict
from checks.pdf._fonts import FontRule
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents.fonts import Font


class PdfSymbolEncoding(FontRule):
    """A font of symbols that is encoded as letters are shows symbols in one program, and letters in another.

    Export the document anew from Word, LibreOffice or InDesign, with a version that still gets updates.
    Where that does not help, set the text in another font.
    """

    id = "pdf-symbol-encoding"
    title = msg("Fonts of symbols have no encoding of letters")
    pdfua = ("7.21.6-3",)

    def concerns(self, font: Font) -> bool:
        """Return whether ``font`` is a TrueType font of symbols."""
        return font.true_type is not None and font.true_type.is_symbolic

    def judge(self, font: Font) -> Verdict:
        """Require that it has no Encoding (ISO 14289-1, 7.21.6)."""
        if font.true_type is None or not font.true_type.has_encoding:
            return PASSED
        return Failed(
            msg(
                "The font {font} is marked as one of symbols, and yet encoded as letters are. Export the "
                "document anew, or set the text in another font.",
                font=font.family,
            )
        )
