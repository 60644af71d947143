"""What a document shows does not change by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf.catalog._layers import LayersRule
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents.catalog import Layers


class PdfLayerChange(LayersRule):
    """With layers that come and go by zooming or printing, listeners and onlookers get different texts.

    Export the document without layers that depend on zooming, printing or the language of the reader;
    in Acrobat, open the properties of each layer and choose Always visible or Never visible.
    """

    id = "pdf-layer-change"
    title = msg("Layers do not change by themselves")
    severity = Severity.BLOCKING
    pdfua = ("7.10-2",)

    def judge(self, layers: Layers) -> Verdict:
        """Require that nothing is automatic (ISO 14289-1, 7.10)."""
        if not layers.changes_by_itself:
            return PASSED
        return Failed(
            msg(
                "Layers of the document are turned on and off by what a reader does. Export it without "
                "layers, or set each to be always visible or never."
            )
        )
