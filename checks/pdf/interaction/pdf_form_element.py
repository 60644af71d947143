"""A tag Form holds one field, or says which one is printed there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._facts import FactsRule
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts
    from checks.documents.structure import Element


class FormElement(NamedTuple):
    """A structure element Form; ``has_field`` tells whether one widget is its only kid."""

    element: Element
    has_field: bool

    @property
    def page(self) -> int:
        """Return the page that it begins on."""
        return self.element.page

    @property
    def path(self) -> str:
        """Return its place in the structure."""
        return self.element.path


class PdfFormElement(FactsRule[FormElement]):
    """A tag Form that holds other things than one field tells a screen reader of a field that is not there.

    In Acrobat, give each field a tag Form of its own, and put labels and other text outside of it. Where a
    form is only printed, give the tag the attribute Role of the owner PrintField.
    """

    id = "pdf-form-element"
    title = msg("Each tag Form holds one form field")
    severity = Severity.BLOCKING
    requirements = wcag("1.3.1", "4.1.2")
    pdfua = ("7.18.4-2",)
    parts = ("annotations", "structure")

    def targets(self, facts: Facts) -> Iterator[FormElement]:
        """Yield the elements Form."""
        structure = facts.structure
        if structure is None:
            return
        pages = facts.annotated
        widgets = {one.id for page in pages for one in page.annotations if one.subtype == "Widget"}
        for element in structure.having("Form"):
            held = next(element.leaves, None) if len(element.node.kids) == 1 else None
            yield FormElement(element, held is not None and held.object in widgets)

    def judge(self, form: FormElement) -> Verdict:
        """Require one widget, or the role of a field that is printed (ISO 32000-1, tables 340 and 348)."""
        if form.has_field or form.element.attributes.role:
            return PASSED
        return Failed(
            msg(
                "This tag Form does not hold just one form field. In Acrobat, give each field a tag Form of "
                "its own and put text outside of it."
            )
        )
