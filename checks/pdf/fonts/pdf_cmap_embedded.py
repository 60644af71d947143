"""Encodings of fonts are in the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.documents.fonts.predefined import NAMES
from checks.model import PASSED, Failed, Verdict
from checks.pdf._fonts import FontRule
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents.fonts import Font


class PdfCmapEmbedded(FontRule):
    """A program that does not know the encoding of a font shows no letter of it rightly.

    Export the document anew from Word, LibreOffice or InDesign, with a version that still gets updates.
    Where that does not help, set the text in another font.
    """

    id = "pdf-cmap-embedded"
    title = msg("Encodings of fonts are in the document")
    pdfua = ("7.21.3.3-1",)

    def concerns(self, font: Font) -> bool:
        """Return whether ``font`` has a CMap."""
        return font.cmap is not None

    def judge(self, font: Font) -> Verdict:
        """Require a CMap that is embedded, or one that every program has (ISO 32000-1, Table 118)."""
        cmap = font.cmap
        if cmap is None or cmap.is_embedded or cmap.name in NAMES:
            return PASSED
        return Failed(
            msg(
                "The font {font} uses the encoding {cmap}, which is not in the document. Export the "
                "document anew, or set the text in another font.",
                font=font.family,
                cmap=cmap.name,
            )
        )
