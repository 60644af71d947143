"""Fonts and their encodings are of one character collection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.documents.fonts.predefined import IDENTITY
from checks.model import PASSED, Failed, Verdict
from checks.pdf._fonts import FontRule
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents.fonts import Font
    from checks.documents.fonts.nouns import Collection


class PdfFontCollection(FontRule):
    """Where font and encoding number their signs differently, other signs are shown than were written.

    Export the document anew from Word, LibreOffice or InDesign, with a version that still gets updates.
    Where that does not help, set the text in another font.
    """

    id = "pdf-font-collection"
    title = msg("Fonts and their encodings are of one character collection")
    pdfua = ("7.21.3.1-1",)

    def concerns(self, font: Font) -> bool:
        """Return whether ``font`` has a CMap that is not Identity."""
        return font.cmap is not None and font.cmap.name not in IDENTITY

    def judge(self, font: Font) -> Verdict:
        """Require one registry and ordering, and a supplement that the CMap covers (7.21.3.1)."""
        own, wanted = font.composite and font.composite.collection, font.cmap and font.cmap.collection
        if own and wanted and _covers(wanted, own):
            return PASSED
        return Failed(
            msg(
                "The font {font} is of the character collection {own}, but its encoding is for {wanted}. "
                "Export the document anew, or set the text in another font.",
                font=font.family,
                own=str(own or "?"),
                wanted=str(wanted or "?"),
            )
        )


def _covers(wanted: Collection, own: Collection) -> bool:
    if (wanted.registry, wanted.ordering) != (own.registry, own.ordering) or None in own or None in wanted:
        return False
    return (own.supplement or 0) <= (wanted.supplement or 0)
