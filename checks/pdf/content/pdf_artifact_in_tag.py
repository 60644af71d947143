"""No artifact stands in tagged content."""

from __future__ import annotations

from checks.pdf.content._content import CrossedRule
from pipeline.model import msg


class PdfArtifactInTag(CrossedRule):
    """Screen readers leave artifacts out. In the midst of tagged content, some read them and some do not.

    Decide what it is: tag it with the content around it, or make it an artifact beside the tag.
    """

    id = "pdf-artifact-in-tag"
    title = msg("Tagged content holds no artifacts")
    pdfua = ("7.1-1",)
    crossed = "artifacts"
    message = msg(
        "Artifacts stand in tagged content here: {number}, the first in {path}. In Acrobat, open "
        "Content, and move each out of the container of the tag, or give it the tag around it."
    )
