"""The list of glyphs of a font is true."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Verdict
from checks.pdf._fonts import FontRule
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents.fonts import Font


class PdfFontCidset(FontRule):
    """Programs that convert documents trust the list of a font's glyphs: a wrong one loses letters.

    Export the document anew from Word, LibreOffice or InDesign, with a version that still gets updates.
    Where that does not help, set the text in another font.
    """

    id = "pdf-font-cidset"
    title = msg("The list of glyphs of a font is true")
    pdfua = ("7.21.4.2-2",)

    def concerns(self, font: Font) -> bool:
        """Return whether ``font`` is a subset that lists its glyphs by their CIDs."""
        return font.composite is not None and font.is_subset and font.lists_glyphs is not None

    def judge(self, font: Font) -> Verdict:
        """Require that CIDSet names what is in the program."""
        if font.lists_glyphs:
            return PASSED
        return Failed(
            msg(
                "The list of glyphs of the font {font} (CIDSet) does not name all of them. Export the "
                "document anew, or set the text in another font.",
                font=font.family,
            )
        )
