"""What is filled in goes where it should, and nobody reads it on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf.policy._links import Aim, LinkRule, is_private, web_host
from checks.values.reaching import fault_of_mailto
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents import Facts
    from checks.documents.actions import Action


class PdfFormRecipient(LinkRule):
    """What somebody enters in a form may be secret: names, illnesses, accounts.

    Let the form be sent to an address with https:// or mailto: that belongs to the organisation. Better: make
    it a form on the site.
    """

    id = "pdf-form-recipient"
    title = msg("Forms in documents are sent safely")
    severity = Severity.BLOCKING

    def concerns(self, action: Action, facts: Facts) -> bool:  # noqa: ARG002 - the action says it
        """Return whether it sends the form."""
        return action.kind == "SubmitForm"

    def judge(self, aim: Aim) -> Verdict:
        """Require HTTPS or mail to a valid address."""
        file = aim.action.file
        address = "" if file is None else file.name.strip()
        if address.lower().startswith("mailto:") and fault_of_mailto(address) is None:
            return PASSED
        if address.lower().startswith("https:") and web_host(address) and not is_private(address):
            return PASSED
        return Failed(
            msg(
                "The form is sent to {address}, which is not safe or not an address. Send it to an address "
                "with https:// or mailto:, or make it a form on the site.",
                address=address or "?",
            )
        )
