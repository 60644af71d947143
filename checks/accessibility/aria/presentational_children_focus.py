"""Nothing that can be reached with Tab stands where assistive technology sees nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.dom.aria import ROLES
from checks.dom.focus import first_tab_stop
from checks.dom.roles import having_role, role
from checks.dom.tree import Node
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Sequence

_FLAT: Final = tuple(name for name, entry in ROLES.items() if entry.presentational_children)


class PresentationalChildrenFocus(Rule[Page, Node]):
    """A link in a button gets the focus, but a screen reader has nothing to say about it.

    Put the two beside each other, instead of one into the other.
    """

    id = "presentational-children-focus"
    title = msg("Buttons, images and tabs have nothing in them that takes the focus")
    severity = Severity.BLOCKING
    requirements = wcag("4.1.2")
    act = ("307n5z",)

    def applicability(self, page: Page) -> Sequence[Node]:
        """Return the elements whose role makes everything in them presentational."""
        return having_role(page.dom, *_FLAT)

    def expectation(self, node: Node) -> Verdict:
        """Require that Tab reaches nothing in them."""
        stop = first_tab_stop(node)
        if stop is None:
            return PASSED
        return Failed(
            msg(
                "In this element, whose role is {role}, stands the element {tag}, which takes the focus "
                "but is unknown to screen readers. Put it beside this one.",
                role=role(node) or "",
                tag=stop.tag,
            )
        )
