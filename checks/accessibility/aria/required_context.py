"""Parts stand in the whole that they are a part of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.accessibility.aria._states import listed
from checks.dom.aria import ROLES
from checks.dom.exposure import is_exposed, owner
from checks.dom.roles import explicit_role, implicit_role, role
from checks.dom.tree import Node
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class RequiredContext(Rule[Page, Node]):
    """An item outside of its list is not announced as one, nor how many there are.

    Put the items directly into an element with the role of the whole; best use HTML's own lists and tables.
    """

    id = "required-context"
    title = msg("Parts stand in the whole that they are a part of")
    severity = Severity.BLOCKING
    requirements = wcag("1.3.1")
    act = ("ff89c9",)

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield the exposed elements that are given a role of WAI-ARIA 1.2 that is part of another one."""
        for node in page.dom.having("role"):
            name = explicit_role(node)
            if name is None or name.startswith("doc-") or _is_its_own(name, node):
                continue
            if ROLES[name].context and is_exposed(node):
                yield node

    def expectation(self, node: Node) -> Verdict:
        """Require that the parent in the accessibility tree has a role of which this one is a part."""
        name = explicit_role(node) or ""
        whole = owner(node)
        if whole is not None and role(whole) in ROLES[name].context:
            return PASSED
        return Failed(
            msg(
                "An element with the role {role} stands alone. Put it into one of these: {wholes}.",
                role=name,
                wholes=listed(ROLES[name].context),
            ),
            "role",
        )


def _is_its_own(name: str, node: Node) -> bool:
    """Return whether HTML gives it this role of itself; an li is meant to be an item wherever it stands."""
    return name == implicit_role(node) or (node.tag == "li" and name == "listitem")
