"""No tagged content stands in an artifact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.pdf.content._content import CrossedRule
from pipeline.model import Message, msg

if TYPE_CHECKING:
    from checks.documents.content import Crossed


class PdfTagInArtifact(CrossedRule):
    """What is tagged is to be read, what is an artifact is not: what is both, some readers leave out.

    Decide what it is: take the content out of the artifact, or delete its tag.
    """

    id = "pdf-tag-in-artifact"
    title = msg("Artifacts hold no tagged content")
    pdfua = ("7.1-2",)
    crossed = "tagged"

    def found(self, crossed: Crossed) -> Message:
        """Say what stands there."""
        return msg(
            'Tagged content stands in artifacts here: {number}, the first is "{text}". In Acrobat, open '
            "Content, and move each out of the container of the artifact, or delete its tag.",
            number=crossed.number,
            text=crossed.text,
        )
