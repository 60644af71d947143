"""The list of characters of a font is true."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Verdict
from checks.pdf._fonts import FontRule
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents.fonts import Font


class PdfFontCharset(FontRule):
    """Programs that convert documents trust the list of a font's characters: a wrong one loses letters.

    Export the document anew from Word, LibreOffice or InDesign, with a version that still gets updates.
    Where that does not help, set the text in another font.
    """

    id = "pdf-font-charset"
    title = msg("The list of characters of a font is true")
    pdfua = ("7.21.4.2-1",)

    def concerns(self, font: Font) -> bool:
        """Return whether ``font`` is a subset that lists its glyphs by their names."""
        return font.composite is None and font.is_subset and font.lists_glyphs is not None

    def judge(self, font: Font) -> Verdict:
        """Require that CharSet names what is in the program, and nothing else."""
        if font.lists_glyphs:
            return PASSED
        return Failed(
            msg(
                "The list of characters of the font {font} (CharSet) is not that of its glyphs. Export "
                "the document anew, or set the text in another font.",
                font=font.family,
            )
        )
