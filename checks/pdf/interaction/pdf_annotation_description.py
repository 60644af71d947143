"""Annotations say in words what they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._owned import AnnotationRule, Owned
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts
    from checks.documents.annotations import Annotation

_SILENT = {"Widget", "PrinterMark", "TrapNet", "Popup"}  # a field is named by its form, a popup is its note's


class PdfAnnotationDescription(AnnotationRule):
    """Of an annotation without a description, a screen reader says no more than that there is one.

    Write what it shows or where it leads: in Acrobat, right-click it and choose Properties, or in
    Accessibility Tags the properties of its tag, and fill in the alternative text.
    """

    id = "pdf-annotation-description"
    title = msg("Annotations have a description")
    severity = Severity.BLOCKING
    requirements = wcag("1.1.1", "4.1.2")
    pdfua = ("7.18.1-2",)

    def targets(self, facts: Facts) -> Iterator[Owned]:
        """Yield the annotations; of links the first without a description: a rule of their own names each."""
        found = tuple(super().targets(facts))
        links = {one.annotation.id for one in self.first(filter(_is_link, found))}
        return (one for one in found if not _is_link(one) or one.annotation.id in links)

    def concerns(self, annotation: Annotation) -> bool:
        """Return whether it is shown to readers, and has no name of another kind."""
        return annotation.is_perceivable and annotation.subtype not in _SILENT

    def judge(self, one: Owned) -> Verdict:
        """Require contents, or an alternative text of the tag around it."""
        if one.annotation.contents or one.alt:
            return PASSED
        return Failed(
            msg(
                "This annotation ({shown}) has no description. Write one: in Acrobat, open the properties "
                "of its tag under Accessibility Tags and fill in the alternative text.",
                shown=one.shown,
            )
        )


def _is_link(one: Owned) -> bool:
    return one.annotation.subtype == "Link"
