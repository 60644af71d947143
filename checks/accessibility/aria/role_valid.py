"""Roles are roles of WAI-ARIA."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.accessibility.aria._states import is_html_or_svg, likely
from checks.dom.aria import ROLES
from checks.dom.exposure import is_programmatically_hidden
from checks.dom.roles import explicit_role
from checks.dom.tree import Node
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class RoleValid(Rule[Page, Node]):
    """A role that does not exist is ignored: a screen reader says nothing of what was meant.

    Correct the spelling, or use the HTML element that has the meaning of itself. In a list of roles, one that
    exists is enough.
    """

    id = "role-valid"
    title = msg("Roles are roles of WAI-ARIA")
    severity = Severity.ADVISORY
    act = ("674b10",)

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield the elements that are given a role, and are not hidden."""
        for node in page.dom.having("role"):
            if node.tokens("role") and is_html_or_svg(node) and not is_programmatically_hidden(node):
                yield node

    def expectation(self, node: Node) -> Verdict:
        """Require one role that exists and is not abstract."""
        if explicit_role(node) is not None:
            return PASSED
        word = node.tokens("role")[0]
        meant = likely(word, (name for name, role in ROLES.items() if not role.abstract))
        if meant is not None:
            return Failed(
                msg('There is no role "{role}". Is {likely} meant?', role=word, likely=meant), "role"
            )
        return Failed(
            msg('There is no role "{role}". Use one of WAI-ARIA, or remove the attribute.', role=word),
            "role",
        )
