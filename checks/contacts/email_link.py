"""A link to an e-mail address opens a message to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.contacts._reading import links
from checks.dom.tree import Node
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.subjects import Page
from checks.values.email import Mailto, is_valid
from pipeline.model import Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterator


_SCHEME = "mailto:"


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
        fault = _fault(link.get("href"))
        return PASSED if fault is None else Failed(fault, "href")


def _fault(href: str) -> Message | None:
    mail = Mailto.parse(href.strip())
    if href != href.strip() or mail.unsafe.isspace() or any(one != one.strip() for one in mail.recipients):
        return msg("{address} has a space in it. Take it out; in a subject, write %20.", address=href)
    if mail.unsafe:
        return msg(
            "{address} holds {character}, which mail programs read differently. Write it percent-encoded.",
            address=href,
            character=mail.unsafe,
        )
    if href.strip()[len(_SCHEME) :].startswith("//"):
        return msg("{address} has slashes that belong to no e-mail address. Take them out.", address=href)
    wrong = next((one for one in (*mail.recipients, *mail.copied) if not is_valid(one)), None)
    if wrong is not None:
        return msg("{recipient} is no e-mail address. Correct it.", recipient=wrong)
    if not mail.recipients and not mail.fields:
        return msg("{address} names nobody. Write the e-mail address behind it.", address=href)
    return None
