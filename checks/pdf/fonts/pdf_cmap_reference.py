"""Encodings of fonts build on what every program has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.documents.fonts.predefined import NAMES
from checks.model import PASSED, Failed, Verdict
from checks.pdf._fonts import FontRule
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents.fonts import Font


class PdfCmapReference(FontRule):
    """A program that does not know what the encoding of a font builds on shows no letter of it rightly.

    Export the document anew from Word, LibreOffice or InDesign, with a version that still gets updates.
    Where that does not help, set the text in another font.
    """

    id = "pdf-cmap-reference"
    title = msg("Encodings of fonts build on what every program has")
    pdfua = ("7.21.3.3-3",)

    def concerns(self, font: Font) -> bool:
        """Return whether the CMap of ``font`` uses others."""
        return font.cmap is not None and bool(font.cmap.others)

    def judge(self, font: Font) -> Verdict:
        """Require that they are among those which every program has (ISO 32000-1, Table 118)."""
        strange = [name for name in (font.cmap.others if font.cmap else ()) if name not in NAMES]
        if not strange:
            return PASSED
        return Failed(
            msg(
                "The encoding of the font {font} builds on {cmaps}, which not every program has. Export "
                "the document anew, or set the text in another font.",
                font=font.family,
                cmaps=", ".join(strange),
            )
        )
