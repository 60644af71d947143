"""An address is the present one, not one that is redirected for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.subjects.answers import Answers, Outlink, Reply
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class ExternalRedirect(Rule[Answers, Outlink]):
    """A redirect costs a visitor time, and one day its owner will take it away.

    Write the new address in place of the old one. Open it first: an old address that now leads to
    a front page has lost what the link was about. Redirects that are only for now are not reported.
    """

    id = "external-redirect"
    title = msg("Addresses of other servers have not moved for good")
    severity = Severity.ADVISORY

    def applicability(self, answers: Answers) -> Iterator[Outlink]:
        """Yield the links that lead somewhere."""
        return (link for link in answers.links if link.answer.reply is Reply.FOUND)

    def expectation(self, link: Outlink) -> Verdict:
        """Require an address that no permanent redirect (301, 308) leads away from."""
        moved_to = link.answer.moved_to
        if not moved_to:
            return PASSED
        message = msg(
            "{address} has moved for good. Write its new address: {new}", address=link.address, new=moved_to
        )
        return Failed(message, link.attribute)
