"""A form is empty before somebody fills it in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checks.model import PASSED, CannotTell, Failed, Severity, Verdict
from checks.pdf._facts import FactsRule
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts
    from checks.documents.fields import Field

_SEVERAL = 2  # texts that are filled in; a single one among empty fields may be the same for all
_SHOWN = 3  # names of fields in a message


class Form(NamedTuple):
    """The fields of a form that people can fill in."""

    fields: tuple[Field, ...]

    @property
    def page(self) -> int:
        """Return the page of the first that is filled in."""
        return next((field.page for field in self.fields if _is_filled(field)), 0)


class PdfFormData(FactsRule[Form]):
    """A form that somebody has filled in gives away their name, address or case to everybody who opens it.

    Empty the form before publishing: in Acrobat with Prepare a Form > Clear Form. What a field should
    suggest, enter as its default value.
    """

    id = "pdf-form-data"
    title = msg("Forms are published empty")
    severity = Severity.BLOCKING
    parts = ("fields", "annotations")

    def targets(self, facts: Facts) -> Iterator[Form]:
        """Yield the form, where it has fields to fill in."""
        fields = tuple(field for field in facts.fields if not field.is_read_only and not field.is_push_button)
        if fields:
            yield Form(fields)

    def judge(self, form: Form) -> Verdict:
        """Allow defaults; whether a lone text, or what is ticked, is an answer, a person must say."""
        filled = [field for field in form.fields if _is_filled(field)]
        texts = [field for field in filled if field.kind == "Tx"]
        if len(texts) >= _SEVERAL or (texts and len(texts) == len(form.fields)):
            return Failed(
                msg(
                    "The form is filled in: {names}. Empty it in Acrobat with Prepare a Form > Clear Form.",
                    names=_names(texts),
                )
            )
        if filled:
            return CannotTell(
                msg(
                    "Something is entered, ticked or chosen in the form: {names}. Make sure that this is no "
                    "answer that somebody gave; if it is, empty the form.",
                    names=_names(filled),
                )
            )
        return PASSED


def _is_filled(field: Field) -> bool:
    value = field.value.strip()
    return bool(value) and value != field.default.strip() and not (field.kind == "Btn" and value == "Off")


def _names(fields: list[Field]) -> str:
    shown = ", ".join(field.alternate_name or field.name or "?" for field in fields[:_SHOWN])
    return shown if len(fields) <= _SHOWN else f"{shown} …"
