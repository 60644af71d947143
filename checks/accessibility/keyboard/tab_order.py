"""Tab follows the order of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.dom.focus import tab_index, tab_stops
from checks.dom.tree import Node
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class TabOrder(Rule[Page, Node]):
    """A tabindex above 0 makes the focus jump: first to these elements, then to the beginning of the page.

    Put the elements in the order in which they are used, and use tabindex 0 and -1 only.
    """

    id = "tab-order"
    title = msg("Tab follows the order of the page")
    severity = Severity.ADVISORY
    requirements = wcag("2.4.3")

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield the elements that Tab reaches and that have a tabindex."""
        return (node for node in tab_stops(page.dom) if node.has("tabindex"))

    def expectation(self, node: Node) -> Verdict:
        """Require that it is not above 0."""
        number = tab_index(node) or 0
        if number <= 0:
            return PASSED
        return Failed(
            msg(
                "tabindex={number} takes the element {tag} out of its place. Write 0, or nothing.",
                number=number,
                tag=node.tag,
            ),
            "tabindex",
        )
