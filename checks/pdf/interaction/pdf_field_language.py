"""The language of form fields' names is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._facts import FactsRule
from checks.pdf._owned import owned
from checks.pdf.interaction._language import is_known
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts


class Named(NamedTuple):
    """A field with a name for screen readers, and whether the language of the name is known."""

    page: int
    path: str
    text: str
    is_known: bool


class PdfFieldLanguage(FactsRule[Named]):
    """A voice for the wrong language makes a form field's name hard to understand.

    Set the language of the document: in Word under Review > Language, in LibreOffice under Tools > Language,
    in Acrobat under Document Properties > Advanced.
    """

    id = "pdf-field-language"
    title = msg("The language of form fields' names is known")
    severity = Severity.BLOCKING
    requirements = wcag("3.1.1")
    pdfua = ("7.2-25",)
    parts = ("catalog", "annotations", "fields", "structure")

    def targets(self, facts: Facts) -> Iterator[Named]:
        """Yield the first field whose language nobody knows, or else all: one setting mends them all."""
        found = list(_named(facts))
        unknown = [named for named in found if not named.is_known]
        yield from unknown[:1] or found

    def judge(self, named: Named) -> Verdict:
        """Require the language of the document, of its tag, or its own."""
        if named.is_known:
            return PASSED
        return Failed(
            msg(
                "Nothing says in which language the field name “{text}” is. Set the language of the "
                "document, in Acrobat under Document Properties > Advanced.",
                text=named.text,
            )
        )


def _named(facts: Facts) -> Iterator[Named]:
    widgets = {one.annotation.id: one for one in owned(facts)}
    for field in facts.fields:
        text = field.alternate_name
        if text:
            holders = tuple(widgets[known] for known in field.widgets if known in widgets)
            path = holders[0].path if holders else ""
            # No more than the tag of a widget: a field is in no tag, and inherits nothing of those around it.
            stated = (field.language, *(one.own_language for one in holders))
            yield Named(field.page, path, text, is_known(text, stated, facts))
