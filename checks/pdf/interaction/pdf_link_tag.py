"""Links stand in the structure as links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.pdf.interaction._tagged import TaggedRule
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents.annotations import Annotation


class PdfLinkTag(TaggedRule):
    """Where the tags do not say that something is a link, a screen reader reads its text and does not say so.

    Insert it as a link in Word, LibreOffice or InDesign and export a tagged PDF. In Acrobat, find it under
    Accessibility Tags > Find > Unmarked Links and give it the tag Link.
    """

    id = "pdf-link-tag"
    title = msg("Links have the tag Link")
    requirements = wcag("1.3.1", "2.4.4", "4.1.2")
    pdfua = ("7.18.5-1",)
    role = "Link"
    untagged = msg(
        "The link to {shown} has no tag, so screen readers do not find it. Insert it as a link in Word "
        "or LibreOffice and export a tagged PDF, or give it the tag Link in Acrobat."
    )
    mistagged = msg(
        "The link to {shown} stands in the tag {tag}, so screen readers do not say that it is a link. In "
        "Acrobat, put it into a tag of the type Link."
    )

    def concerns(self, annotation: Annotation) -> bool:
        """Return whether it is a link that is shown."""
        return annotation.is_perceivable and annotation.subtype == "Link"
