"""No document leads elsewhere before its reader clicks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.documents.actions import Action
from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._facts import FactsRule
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts

_BY_ITSELF: Final = {"open", "document", "page"}
_CLICKED: Final = {"", "U", "D"}  # the events of the button of a mouse (ISO 32000-1, table 194)
_LEADING: Final = {"URI", "SubmitForm", "GoToR", "GoToE", "Thread"}


class PdfAutomaticAction(FactsRule[Action]):
    """A document that asks a server when it is opened tells who reads it, and takes readers astray.

    Take the action out: in Acrobat under Document Properties > Initial View, under Page Properties > Actions,
    or under the properties of the form field.
    """

    id = "pdf-automatic-action"
    title = msg("Documents lead elsewhere only when somebody clicks")
    severity = Severity.BLOCKING
    requirements = wcag("3.2.1")
    parts = ("actions",)

    def targets(self, facts: Facts) -> Iterator[Action]:
        """Yield what happens without a click."""
        return (one for one in facts.actions.all if one.trigger in _BY_ITSELF or one.event not in _CLICKED)

    def judge(self, action: Action) -> Verdict:
        """Allow nothing that leads out of the document."""
        if action.kind not in _LEADING:
            return PASSED
        return Failed(
            msg(
                "The document leads to {address} by itself, without a click. Take this action out in "
                "Acrobat, under Document Properties > Initial View or Page Properties > Actions.",
                address=action.address or (action.file.name if action.file is not None else "") or "?",
            )
        )
