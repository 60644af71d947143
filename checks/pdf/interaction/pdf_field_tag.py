"""Form fields stand in the structure as such."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.pdf.interaction._tagged import TaggedRule
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents.annotations import Annotation


class PdfFieldTag(TaggedRule):
    """Who listens to a form meets a field where its tag stands; without one at the very end, or never.

    In Acrobat, find the fields under Accessibility Tags > Find > Unmarked Annotations, give each the tag Form
    and put it behind its label.
    """

    id = "pdf-field-tag"
    title = msg("Form fields have the tag Form")
    requirements = wcag("1.3.1", "1.3.2", "4.1.2")
    pdfua = ("7.18.4-1",)
    role = "Form"
    untagged = msg(
        "The form field {shown} has no tag, so screen readers do not meet it where it belongs. In "
        "Acrobat, find it under Accessibility Tags > Find > Unmarked Annotations and give it the tag "
        "Form."
    )
    mistagged = msg(
        "The form field {shown} stands in the tag {tag}. In Acrobat, put it into a tag of the type Form."
    )

    def concerns(self, annotation: Annotation) -> bool:
        """Return whether it is a form field that is shown."""
        return annotation.is_perceivable and annotation.subtype == "Widget"
