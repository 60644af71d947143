"""Menu items have a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.dom.exposure import exposed
from checks.dom.names import accessible_name
from checks.dom.tree import Node
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class MenuItemName(Rule[Page, Node]):
    """A menu item without a name cannot be chosen by who only hears the menu.

    Write in the item what it does. Where it shows only an icon, say it in aria-label.
    """

    id = "menu-item-name"
    title = msg("Menu items have a name")
    severity = Severity.BLOCKING
    requirements = wcag("4.1.2")
    act = ("m6b1q3",)

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield the menu items that assistive technology meets."""
        return (node for node in exposed(page.dom, "menuitem") if node.is_html)

    def expectation(self, item: Node) -> Verdict:
        """Require a name."""
        if accessible_name(item):
            return PASSED
        return Failed(msg("The menu item has no name. Write in it what it does, or say it in aria-label."))
