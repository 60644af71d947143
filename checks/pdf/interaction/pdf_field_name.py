"""Form fields have a name that can be read out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._facts import FactsRule
from checks.pdf._owned import Owned, owned
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts
    from checks.documents.fields import Field


class Shown(NamedTuple):
    """A field, and those of its widgets that are shown."""

    field: Field
    widgets: tuple[Owned, ...]

    @property
    def page(self) -> int:
        """Return the page of the first."""
        return self.widgets[0].page

    @property
    def path(self) -> str:
        """Return the place of the first in the structure."""
        return self.widgets[0].path


class PdfFieldName(FactsRule[Shown]):
    """Who cannot see the label beside a field does not learn what to write there.

    In Acrobat, choose Prepare a Form and write the label as the field's tooltip; in Word or LibreOffice, as
    the title or the help text of the field. All buttons of one choice share the tooltip of their group.
    """

    id = "pdf-field-name"
    title = msg("Form fields have a name for screen readers")
    severity = Severity.BLOCKING
    requirements = wcag("1.3.1", "3.3.2", "4.1.2")
    pdfua = ("7.18.1-3",)
    parts = ("annotations", "fields", "structure")

    def targets(self, facts: Facts) -> Iterator[Shown]:
        """Yield the fields that are shown."""
        if not facts.fields:
            return
        widgets = {one.annotation.id: one for one in owned(facts) if one.annotation.is_perceivable}
        for field in facts.fields:
            shown = tuple(widgets[known] for known in field.widgets if known in widgets)
            if shown:
                yield Shown(field, shown)

    def judge(self, shown: Shown) -> Verdict:
        """Require an alternate name of the field, or an alternative text on the tag of each widget."""
        if shown.field.alternate_name or all(widget.alt for widget in shown.widgets):
            return PASSED
        return Failed(
            msg(
                "The form field {name} has no name that screen readers can say. In Acrobat, choose Prepare "
                "a Form and write its label as its tooltip.",
                name=shown.field.name or shown.widgets[0].shown,
            )
        )
