"""Film and sound are described in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf.interaction._media import MediaRule
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents.media import MediaClip


class PdfMediaDescription(MediaRule):
    """Who cannot see a film or hear a recording learns from its description what it is.

    In Acrobat, open the properties of the film and write a description for each language. Better: put it on a
    page of the site, with captions, and link to it.
    """

    id = "pdf-media-description"
    title = msg("Film and sound have a description")
    severity = Severity.BLOCKING
    requirements = wcag("1.1.1")
    pdfua = ("7.18.6.2-2",)

    def judge(self, clip: MediaClip) -> Verdict:
        """Require texts with their languages, none of them empty (ISO 32000-1, 14.9.2.4)."""
        if clip.descriptions and all(text.strip() for _, text in clip.descriptions):
            return PASSED
        return Failed(
            msg(
                "This film or sound has no description in words. Write one in its properties in Acrobat, or "
                "put it on a page of the site and link to it."
            )
        )
