"""No link leads to the insides of an office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf.policy._links import Aim, LinkRule, is_private
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents import Facts
    from checks.documents.actions import Action


class PdfLinkLocal(LinkRule):
    """A link to an office's own folder or server fails for readers, and tells strangers what it is called.

    Write the address that the page or the file has on the web. Where it is a file, put it on the site.
    """

    id = "pdf-link-local"
    title = msg("No link in a document leads to its author's own computer or network")
    severity = Severity.BLOCKING

    def concerns(self, action: Action, facts: Facts) -> bool:  # noqa: ARG002 - the document's base changes nothing
        """Return whether it leads to an address."""
        return bool(action.address)

    def judge(self, aim: Aim) -> Verdict:
        """Require a server that others reach too: no file:, C:, localhost, private network, lone name."""
        if not is_private(aim.address):
            return PASSED
        return Failed(
            msg(
                "{address} leads to a computer that readers do not reach. Write its address on the web.",
                address=aim.address,
            )
        )
