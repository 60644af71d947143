"""Roles come with the states and properties that they need."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.accessibility.aria._states import listed
from checks.dom.aria import ROLES
from checks.dom.exposure import is_exposed
from checks.dom.focus import is_focusable
from checks.dom.roles import explicit_role, implicit_role
from checks.dom.tree import Node
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Mapping

# What HTML says itself (HTML-AAM 1.0, 3.5): the state, by an element's own role.
_NATIVE: Final[Mapping[str, frozenset[str]]] = {
    "aria-checked": frozenset({"checkbox", "radio"}),
    "aria-level": frozenset({"heading"}),
    "aria-selected": frozenset({"option"}),
    "aria-valuenow": frozenset({"meter", "progressbar", "slider", "spinbutton"}),
}


class AriaAttributeRequired(Rule[Page, Node]):
    """A checkbox that does not say whether it is checked is half a checkbox, for who cannot see it.

    Set the state that the role needs, and keep it up to date. An HTML element, such as input
    type=checkbox, does both of itself.
    """

    id = "aria-attribute-required"
    title = msg("Roles come with the states that they need")
    severity = Severity.ADVISORY
    act = ("4e8ab6",)

    def applicability(self, page: Page) -> list[Node]:
        """Return the exposed elements whose role is another than their own."""
        return [
            node
            for node in page.dom.having("role")
            if explicit_role(node) not in {None, implicit_role(node)} and is_exposed(node)
        ]

    def expectation(self, node: Node) -> Verdict:
        """Require every state that has no default value."""
        missing = [name for name in _needed(node) if not node.get(name).strip()]
        if not missing:
            return PASSED
        return Failed(
            msg(
                "The role {role} needs {names}. Set it, or use the HTML element that has it.",
                role=explicit_role(node) or "",
                names=listed(missing),
            ),
            "role",
        )


def _needed(node: Node) -> set[str]:
    role = ROLES[explicit_role(node) or "none"]
    needed = {name for name in role.required if name not in role.implicit}
    if role.required_if_focusable and is_focusable(node):
        needed |= role.required_if_focusable
    if role.name == "combobox" and node.get("aria-expanded").strip().lower() != "true":
        needed.discard("aria-controls")  # what it opens need not be there while it is closed
    own = implicit_role(node) or ""
    return {name for name in needed if own not in _NATIVE.get(name, ())}
