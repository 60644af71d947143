"""No tagged content stands in an artifact."""

from __future__ import annotations

from checks.pdf.content._content import CrossedRule
from pipeline.model import msg


class PdfTagInArtifact(CrossedRule):
    """What is tagged is to be read, what is an artifact is not: what is both, some readers leave out.

    Decide what it is: take the content out of the artifact, or delete its tag.
    """

    id = "pdf-tag-in-artifact"
    title = msg("Artifacts hold no tagged content")
    pdfua = ("7.1-2",)
    crossed = "tagged"
    message = msg(
        'Tagged content stands in artifacts here: {number}, the first is "{text}". In Acrobat, open '
        "Content, and move each out of the container of the artifact, or delete its tag."
    )
