"""An image and the words beside it are one link."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from checks.accessibility.names._links import LINKS, address_of
from checks.dom.exposure import exposed
from checks.dom.rendering import visible_text
from checks.dom.roles import role
from checks.dom.tree import Node, once
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class LinkAdjacent(Rule[Page, Node]):
    """Two links to the same page, one an image and one its words, are said twice and take two steps.

    Put image and words into one link, and give the image an empty alt.
    """

    id = "link-adjacent"
    title = msg("An image and the words beside it are one link")
    severity = Severity.ADVISORY

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield the links that stand right behind another, of which one is an image and one is words."""
        for link in exposed(page.dom, *LINKS):
            before = _link_before(link)
            if before is not None and _is_image(before) is not _is_image(link):
                yield link

    def expectation(self, link: Node) -> Verdict:
        """Require that the two lead to different addresses."""
        before = _link_before(link)
        if before is None or address_of(before) != address_of(link):
            return PASSED
        return Failed(
            msg(
                "Two links beside one another lead to {address}. Put the image and the words into one link.",
                address=address_of(link),
            )
        )


def _link_before(link: Node) -> Node | None:
    """Return the link right before ``link``, if only space is between."""
    before = _neighbours(link.parent).get(link) if link.parent is not None else None
    return before if before is not None and role(before) in LINKS and address_of(before) else None


@once
def _neighbours(parent: Node) -> dict[Node, Node]:
    """Return the children of ``parent``, each with the one right before it."""
    shown = [child for child in parent.children if isinstance(child, Node) or child.data.strip()]
    return {
        node: before
        for before, node in pairwise(shown)
        if isinstance(node, Node) and isinstance(before, Node)
    }


def _is_image(link: Node) -> bool:
    return not visible_text(link) and any(node.tag in {"img", "svg"} for node in link.descendants)
