"""A form does not draw itself anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._catalog import CatalogRule
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts
    from checks.documents.catalog import Catalog


class PdfDynamicForm(CatalogRule):
    """A form that draws itself anew opens in hardly any program, and has no tags for a screen reader.

    Make the form in HTML, or anew as a form in Acrobat (AcroForm); in Adobe LiveCycle Designer, save it
    as a static PDF form.
    """

    id = "pdf-dynamic-form"
    title = msg("Forms are no dynamic XFA forms")
    severity = Severity.BLOCKING
    pdfua = ("7.15-1",)

    def targets(self, facts: Facts) -> Iterator[Catalog]:
        """Yield the catalog of a document with a form in XML."""
        return (one for one in super().targets(facts) if one.has_xml_form)

    def judge(self, catalog: Catalog) -> Verdict:
        """Require a static form (ISO 14289-1, 7.15)."""
        if not catalog.has_dynamic_form:
            return PASSED
        return Failed(
            msg(
                "The form is a dynamic XFA form, which most programs cannot open. Make it in HTML, or anew "
                "as a form in Acrobat."
            )
        )
