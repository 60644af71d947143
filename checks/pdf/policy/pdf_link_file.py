"""Links do not lead to other files beside the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf.policy._links import Aim, LinkRule, is_private, web_host
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents import Facts
    from checks.documents.actions import Action

_FILES = {"GoToR", "Thread"}


class PdfLinkFile(LinkRule):
    """Who gets one document does not get the file beside it, and browsers do not look for it.

    Lead to the address that the other document has on the web, with https://.
    """

    id = "pdf-link-file"
    title = msg("No link in a document leads to a file that readers do not have")
    severity = Severity.BLOCKING

    def concerns(self, action: Action, facts: Facts) -> bool:  # noqa: ARG002 - the action says it
        """Return whether it leads to another file."""
        return action.kind in _FILES and action.file is not None

    def judge(self, aim: Aim) -> Verdict:
        """Allow files with an address on the web (ISO 32000-1, 7.11.5)."""
        file = aim.action.file
        name = "" if file is None else file.name
        if web_host(name) and not is_private(name):
            return PASSED
        return Failed(
            msg(
                "A link leads to the file {name}, which readers do not get with the document. Write the "
                "address that it has on the web.",
                name=name or "?",
            )
        )
