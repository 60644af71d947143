"""Links have a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.accessibility.names._links import LINKS, address_of
from checks.dom.exposure import exposed
from checks.dom.names import accessible_name
from checks.dom.tree import Node
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class LinkName(Rule[Page, Node]):
    """A link without a name is read out as "link", or as its address letter by letter.

    Say in the link text where the link leads. Where an image is the whole link, its alternative text is
    the name, and is translated with the rest of the page.
    """

    id = "link-name"
    title = msg("Links have a name")
    severity = Severity.BLOCKING
    requirements = wcag("2.4.4", "2.4.9", "4.1.2")
    act = ("c487ae",)

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield the HTML links that assistive technology meets."""
        return (node for node in exposed(page.dom, *LINKS) if node.is_html)

    def expectation(self, link: Node) -> Verdict:
        """Require a name; whether it is a good one, a person must judge."""
        if accessible_name(link):
            return PASSED
        return Failed(
            msg(
                "The link to {address} has no name. "
                "Write in it where it leads, or in alt where an image is the link.",
                address=address_of(link) or "?",
            )
        )
