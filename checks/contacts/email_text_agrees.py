"""A link shows the e-mail address that it writes to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checks.contacts._reading import links
from checks.model import PASSED, Failed, Fault, Rule, Severity, Verdict
from checks.subjects import Page
from checks.values import email
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.dom.tree import Node


class Shown(NamedTuple):
    """A link that writes to ``recipients`` and shows ``address``; ``attribute`` where it is read out only."""

    element: Node
    recipients: tuple[str, ...]
    address: str
    attribute: str | None = None


class EmailTextAgrees(Rule[Page, Shown]):
    """Who clicks writes to somebody else than who copies the address.

    Write the same e-mail address in the text and in the address of the link.
    """

    id = "email-text-agrees"
    title = msg("Links show the e-mail address that they write to")
    severity = Severity.BLOCKING
    fault = Fault.WORDS

    def applicability(self, page: Page) -> Iterator[Shown]:
        """Yield the links to e-mail addresses that show one."""
        for link in links(page, "mailto"):
            recipients = email.Mailto.parse(link.get("href").strip()).recipients
            texts = [(link.text, None), (link.get("aria-label"), "aria-label"), (link.get("title"), "title")]
            for text, attribute in texts:
                for found in email.find(text):
                    yield Shown(link, tuple(map(email.canonical, recipients)), found.text, attribute)

    def expectation(self, shown: Shown) -> Verdict:
        """Require one of those that the link writes to."""
        if email.canonical(shown.address) in shown.recipients:
            return PASSED
        return Failed(
            msg(
                "The text says {text}, but the link writes to {recipient}. Write the same address in both.",
                text=shown.address,
                recipient=", ".join(shown.recipients) or "nobody",
            ),
            shown.attribute,
        )
