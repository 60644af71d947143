"""A link to an e-mail address opens a message to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.contacts._reading import links
from checks.dom.tree import Node
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.subjects import Page
from checks.values.reaching import fault_of_mailto
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class EmailLink(Rule[Page, Node]):
    """A mail program that gets a wrong address opens nothing, or a message that comes back.

    Write mailto: and the address without spaces. A subject follows behind ?subject=, its spaces
    written as %20.
    """

    id = "email-link"
    title = msg("Links with e-mail addresses open a message")
    severity = Severity.BLOCKING

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield the links to e-mail addresses."""
        return links(page, "mailto")

    def expectation(self, link: Node) -> Verdict:
        """Require an address as RFC 6068 has it, of mailboxes that may exist."""
        fault = fault_of_mailto(link.get("href"))
        return PASSED if fault is None else Failed(fault, "href")
