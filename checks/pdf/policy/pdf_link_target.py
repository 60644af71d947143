"""Links within a document lead to something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf.policy._links import Aim, LinkRule
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents import Facts
    from checks.documents.actions import Action


class PdfLinkTarget(LinkRule):
    """Who follows a reference and stays where they are thinks that they did something wrong.

    In Word, update all fields (Ctrl+A, then F9), mend what says that there is no bookmark, and export again.
    """

    id = "pdf-link-target"
    title = msg("Links within a document lead to one of its pages")
    severity = Severity.BLOCKING

    def concerns(self, action: Action, facts: Facts) -> bool:  # noqa: ARG002 - the action says it
        """Return whether it leads to a place in the document that could be looked for."""
        is_followed = action.trigger in {"annotation", "outline"}
        return is_followed and action.kind == "GoTo" and action.destination is not None

    def judge(self, aim: Aim) -> Verdict:
        """Require a page of this document (ISO 32000-1, 12.3.2)."""
        if aim.action.destination:
            return PASSED
        return Failed(
            msg(
                "A link or a bookmark leads to a place that is not in the document. In Word, update all "
                "fields and export again; in Acrobat, set where it leads."
            )
        )
