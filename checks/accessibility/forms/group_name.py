"""Fields that belong together say what they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.dom.exposure import exposed, is_exposed
from checks.dom.names import accessible_name
from checks.dom.roles import role
from checks.dom.tree import Node, in_order, once
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

_GROUPS: Final = frozenset({"group", "radiogroup"})
_CHOICES: Final = frozenset({"checkbox", "radio"})
_NO_LEGEND: Final = msg("This fieldset has no legend. Begin it with one that says what its fields are about.")


class GroupName(Rule[Page, Node]):
    """A mere "yes" and "no" say nothing to who moves from field to field: they must hear the question, too.

    Put the fields into a fieldset, and begin it with a legend that says what they are about.
    """

    id = "group-name"
    title = msg("Fields that belong together say what they are about")
    severity = Severity.ADVISORY
    requirements = wcag("1.3.1")

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield the fieldsets with fields, and outside of them the first of several choices of one name."""
        fields = (node for node in page.dom.all("input", "select", "textarea") if is_exposed(node))
        fieldsets = {group for group in map(_fieldset, fields) if group is not None}
        yield from in_order(fieldsets.union(_first_choices(page)))

    def expectation(self, target: Node) -> Verdict:
        """Require a name of the fieldset, or a group with a name around the choices."""
        if target.tag == "fieldset":
            return PASSED if accessible_name(target) else Failed(_NO_LEGEND)
        if _is_in_named_group(target):
            return PASSED
        return Failed(
            msg(
                "Nothing says what these choices are about: {name}. "
                "Put them into a fieldset, and the question into its legend.",
                name=target.get("name"),
            )
        )


def _first_choices(page: Page) -> Iterator[Node]:
    seen: dict[tuple[Node | None, str, str], list[Node]] = {}
    for node in exposed(page.dom, *_CHOICES):
        if node.tag == "input" and node.get("name") and _fieldset(node) is None:
            seen.setdefault((_form(node), node.get("type").lower(), node.get("name")), []).append(node)
    return (nodes[0] for nodes in seen.values() if len(nodes) > 1)


@once
def _fieldset(node: Node) -> Node | None:
    """Return the nearest fieldset around ``node`` that is a group."""
    if node.tag == "fieldset" and role(node) in _GROUPS:
        return node
    return None if node.parent is None else _fieldset(node.parent)


@once
def _form(node: Node) -> Node | None:
    return node if node.tag == "form" or node.parent is None else _form(node.parent)


@once
def _is_in_named_group(node: Node) -> bool:
    if role(node) in _GROUPS and accessible_name(node):
        return True
    return node.parent is not None and _is_in_named_group(node.parent)
