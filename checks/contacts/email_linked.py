"""An e-mail address on a page is a link."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checks.contacts._reading import in_text
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.subjects import Page
from checks.subjects.contacts import Kind, Mention, Source
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.dom.tree import Node


@dataclass(frozen=True, slots=True)
class Address:
    """An e-mail address in the text, and whether a link on the page writes to it."""

    mention: Mention
    is_linked: bool

    @property
    def element(self) -> Node:
        """Return where it stands."""
        return self.mention.node


class EmailLinked(Rule[Page, Address]):
    """An address that is no link must be copied letter by letter, which is hard without sight or a mouse.

    Make the address a link: mailto: and the same address. Once on a page is enough.
    """

    id = "email-linked"
    title = msg("E-mail addresses are links")
    severity = Severity.ADVISORY

    def applicability(self, page: Page) -> Iterator[Address]:
        """Yield the e-mail addresses that people read."""
        linked = {mention.said.key for mention in page.contacts.of(Kind.EMAIL, sources=[Source.LINK])}
        for mention in in_text(page, Kind.EMAIL):
            yield Address(mention, mention.said.key in linked or _in_link(mention.node))

    def expectation(self, address: Address) -> Verdict:
        """Require a link, here or elsewhere on the page."""
        if address.is_linked:
            return PASSED
        return Failed(msg("{address} is no link. Make it one.", address=address.mention.written))


def _in_link(node: Node) -> bool:
    return any(one.tag == "a" and one.has("href") for one in node.with_ancestors)
