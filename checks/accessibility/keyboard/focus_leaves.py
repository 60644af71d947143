"""The focus leaves an element and does not come back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.accessibility.keyboard._trap import comes_back, is_riddle, keeps_tab
from checks.dom.focus import focusable
from checks.dom.tree import Node
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class FocusLeaves(Rule[Page, Node]):
    """Who presses Tab expects to get on; where the focus comes back, there seems to be no more of the page.

    Do not move the focus when an element loses it.
    """

    id = "focus-leaves"
    title = msg("The focus leaves with Tab and does not come back")
    severity = Severity.ADVISORY
    act = ("a1b64e",)

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield what can have the focus, where scripts that move it can be followed."""
        for node in focusable(page.dom):
            if keeps_tab(node) or comes_back(node) or not is_riddle(page.dom):
                yield node

    def expectation(self, node: Node) -> Verdict:
        """Require that leaving it leads on, not back."""
        if keeps_tab(node):
            return Failed(
                msg("Tab does nothing in the element {tag}. Let it through in onkeydown.", tag=node.tag),
                "onkeydown",
            )
        if not comes_back(node):
            return PASSED
        return Failed(
            msg("Tab leads from the element {tag} back to it. Do not move the focus onblur.", tag=node.tag),
            "onblur",
        )
