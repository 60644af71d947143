"""Encodings of fonts agree about the direction of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Verdict
from checks.pdf._fonts import FontRule
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents.fonts import Font


class PdfCmapDirection(FontRule):
    """Where a font says both that text runs across and that it runs down, letters stand anywhere.

    Export the document anew from Word, LibreOffice or InDesign, with a version that still gets updates.
    Where that does not help, set the text in another font.
    """

    id = "pdf-cmap-direction"
    title = msg("Encodings of fonts agree about the direction of text")
    pdfua = ("7.21.3.3-2",)

    def concerns(self, font: Font) -> bool:
        """Return whether the CMap of ``font`` is embedded."""
        return font.cmap is not None and font.cmap.is_embedded

    def judge(self, font: Font) -> Verdict:
        """Require the same WMode in the dictionary and in the CMap file."""
        if font.cmap is None or font.cmap.mode == font.cmap.stated_mode:
            return PASSED
        return Failed(
            msg(
                "The encoding of the font {font} says both that text runs across and that it runs down. "
                "Export the document anew, or set the text in another font.",
                font=font.family,
            )
        )
