"""Film and sound say of what type they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf.interaction._media import MediaRule
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents.media import MediaClip


class PdfMediaType(MediaRule):
    """A reader that does not know of what type a film is may not find the program that plays it.

    Insert the film or the sound again in Acrobat, which writes the type. Better: put it on a page of the
    site, with captions, and link to it.
    """

    id = "pdf-media-type"
    title = msg("Film and sound name their type")
    severity = Severity.BLOCKING
    pdfua = ("7.18.6.2-1",)

    def judge(self, clip: MediaClip) -> Verdict:
        """Require a content type (ISO 32000-1, table 274)."""
        if clip.content_type is not None:
            return PASSED
        return Failed(
            msg(
                "This film or sound does not name its type, such as video/mp4. Insert it again in Acrobat, "
                "or put it on a page of the site and link to it."
            )
        )
