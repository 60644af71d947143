"""What a document shows or hides has a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf.catalog._layers import LayersRule
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents.catalog import Layers


class PdfLayerName(LayersRule):
    """Who turns layers of a drawing or a map on and off has to hear which choice of them is which.

    Remove layers that nobody is to turn on and off before the export; in InDesign, do not tick Create
    Acrobat Layers. Where they are needed, export the document with a program that names them.
    """

    id = "pdf-layer-name"
    title = msg("Choices of layers have a name")
    severity = Severity.BLOCKING
    pdfua = ("7.10-1",)

    def judge(self, layers: Layers) -> Verdict:
        """Require a name (ISO 14289-1, 7.10)."""
        if layers.name:
            return PASSED
        return Failed(
            msg(
                "A choice of layers in the document has no name. Export it without layers, or with a "
                "program that names them."
            )
        )
