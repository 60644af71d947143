"""Annotations stand in the structure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.pdf.interaction._tagged import TaggedRule
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents.annotations import Annotation

_OTHERS = {
    "Widget",
    "Link",
    "PrinterMark",
    "TrapNet",
    "Popup",
}  # have rules of their own; a popup is its note's


class PdfAnnotationTag(TaggedRule):
    """Screen readers go through the tags: a note, a film or an attachment without a tag is not met there.

    In Acrobat, open Accessibility Tags, choose Find > Unmarked Annotations and give each the tag Annot, at
    the place where it is to be read. Delete comments that readers do not need.
    """

    id = "pdf-annotation-tag"
    title = msg("Annotations have the tag Annot")
    requirements = wcag("1.3.1", "1.3.2")
    pdfua = ("7.18.1-1",)
    role = "Annot"
    untagged = msg(
        "This annotation ({shown}) has no tag, so screen readers pass it by. In Acrobat, find it under "
        "Accessibility Tags > Find > Unmarked Annotations and give it the tag Annot, or delete it."
    )
    mistagged = msg(
        "This annotation ({shown}) stands in the tag {tag}. In Acrobat, put it into a tag of the type Annot."
    )

    def concerns(self, annotation: Annotation) -> bool:
        """Return whether it is shown, and no link, form field or mark for the printer."""
        return annotation.is_perceivable and annotation.subtype not in _OTHERS
