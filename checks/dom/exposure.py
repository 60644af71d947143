"""What assistive technology meets: the accessibility tree of a page (Core-AAM, HTML-AAM; ACT's glossary)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.dom._stand_in import is_rendered, style
from checks.dom.aria import ROLES
from checks.dom.focus import is_inert
from checks.dom.roles import role
from checks.dom.tree import Dom, Node, Run, once

if TYPE_CHECKING:
    from collections.abc import Iterator

_SKIPPED: Final = frozenset({None, "generic", "none"})


@once
def is_programmatically_hidden(node: Node) -> bool:
    """Return whether it is hidden from everybody's tools (ACT: programmatically hidden)."""
    return style(node)["visibility"] != "visible" or _is_in_hidden_tree(node)


@once
def is_exposed(node: Node) -> bool:
    """Return whether it is included in the accessibility tree."""
    if role(node) == "none" or _is_presentational_child(node):
        return False
    return not is_programmatically_hidden(node) and is_rendered(node) and not is_inert(node)


def exposed(dom: Dom, *roles: str) -> Iterator[Node]:
    """Yield the exposed elements with one of these semantic roles, in document order."""
    index = _by_role(dom)
    found = index.get(roles[0], []) if len(roles) == 1 else _merged(index, roles)
    return (node for node in found if is_exposed(node))


def owner(node: Node) -> Node | None:
    """Return its parent in the accessibility tree; None for the page's first elements."""
    claimed = _claimed(node.dom)
    above = claimed.get(node, node.parent)
    while above is not None and not _is_noted(above):
        above = claimed.get(above, above.parent)
    return above


def owned(node: Node) -> list[Node]:
    """Return its children in the accessibility tree: its own first, then those of ``aria-owns``."""
    claimed = _claimed(node.dom)
    found: list[Node] = []
    waiting = _below(node, claimed)
    while waiting:
        child = waiting.pop()
        if _is_noted(child):
            found.append(child)
        else:
            waiting.extend(_below(child, claimed))
    return found


def arranged_children(node: Node) -> list[Node | Run]:
    """Return its children in the flat tree, as ``aria-owns`` arranges them: its own first."""
    claimed = _claimed(node.dom)
    if not claimed:
        return node.children
    own = [child for child in node.children if isinstance(child, Run) or child not in claimed]
    return [*own, *(child for child in node.refer("aria-owns") if claimed.get(child) is node)]


def _below(node: Node, claimed: dict[Node, Node]) -> list[Node]:
    """Return children and what it claims, the last first."""
    own = [child for child in node.elements if child not in claimed]
    own += [child for child in node.refer("aria-owns") if claimed.get(child) is node]
    return own[::-1]


def _is_noted(node: Node) -> bool:
    return role(node) not in _SKIPPED and is_exposed(node)


@once
def _is_in_hidden_tree(node: Node) -> bool:
    gone = style(node)["display"] == "none" and node.tag != "area"  # an image map's areas have no boxes
    if gone or node.get("aria-hidden").strip().lower() == "true":
        return True
    above = node.parent or node.dom.frame
    return above is not None and _is_in_hidden_tree(above)


@once
def _is_presentational_child(node: Node) -> bool:
    parent = node.parent
    if parent is None:
        return False
    known = ROLES.get(role(parent) or "")
    return (known is not None and known.presentational_children) or _is_presentational_child(parent)


def _merged(index: dict[str, list[Node]], roles: tuple[str, ...]) -> list[Node]:
    found = [node for name in roles for node in index.get(name, ())]
    return sorted(found, key=lambda node: node.order)


@once
def _by_role(dom: Dom) -> dict[str, list[Node]]:
    index: dict[str, list[Node]] = {}
    for node in dom.nodes:
        name = role(node)
        if name is not None:
            index.setdefault(name, []).append(node)
    return index


@once
def _claimed(dom: Dom) -> dict[Node, Node]:
    """Return who is owned through ``aria-owns``, and by whom: the first claim counts, and no loop."""
    claims: dict[Node, Node] = {}
    for node in dom.nodes:
        if "aria-owns" in node.attributes:
            for child in node.refer("aria-owns"):
                if child not in claims and not _is_above(child, node, claims):
                    claims[child] = node
    return claims


def _is_above(child: Node, node: Node, claims: dict[Node, Node]) -> bool:
    above: Node | None = node
    while above is not None and above is not child:
        above = claims.get(above, above.parent)
    return above is child
