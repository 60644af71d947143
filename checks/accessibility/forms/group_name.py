"""Choices that belong together say what the question is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.dom.exposure import exposed
from checks.dom.names import accessible_name
from checks.dom.roles import role
from checks.dom.tree import Node, once
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

_GROUPS: Final = frozenset({"group", "radiogroup"})
_CHOICES: Final = frozenset({"checkbox", "radio"})


class GroupName(Rule[Page, Node]):
    """A mere "yes" and "no" say nothing to who moves from field to field: they must hear the question, too.

    Put the choices into a fieldset, and the question into its legend.
    """

    id = "group-name"
    title = msg("Choices that belong together say what the question is")
    severity = Severity.ADVISORY
    requirements = wcag("1.3.1")

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield the first of several radio buttons or checkboxes of one name."""
        seen: dict[tuple[Node | None, str, str], list[Node]] = {}
        for node in exposed(page.dom, *_CHOICES):
            if node.tag == "input" and node.get("name"):
                seen.setdefault((_form(node), node.get("type").lower(), node.get("name")), []).append(node)
        return (nodes[0] for nodes in seen.values() if len(nodes) > 1)

    def expectation(self, choice: Node) -> Verdict:
        """Require a group with a name around them."""
        if _is_in_named_group(choice):
            return PASSED
        return Failed(
            msg(
                "Nothing says what these choices are about: {name}. "
                "Put them into a fieldset, and the question into its legend.",
                name=choice.get("name"),
            )
        )


@once
def _form(node: Node) -> Node | None:
    return node if node.tag == "form" or node.parent is None else _form(node.parent)


@once
def _is_in_named_group(node: Node) -> bool:
    if role(node) in _GROUPS and accessible_name(node):
        return True
    return node.parent is not None and _is_in_named_group(node.parent)
