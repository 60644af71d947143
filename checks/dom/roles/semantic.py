"""The role that assistive technology is told (ACT: semantic role)."""

from __future__ import annotations

from typing import Final

from checks.dom.roles.explicit import DECORATIVE, explicit_role, is_conflicted
from checks.dom.roles.implicit import implicit_role
from checks.dom.tree import Dom, Node, once, together

_SYNONYMS: Final = {"image": "img"}
_ROW_GROUPS: Final = ("tbody", "tfoot", "thead")
_WHOLES: Final = {
    "li": frozenset({"menu", "ol", "ul"}),
    "tr": frozenset({"table", *_ROW_GROUPS}),
    **dict.fromkeys(("td", "th"), frozenset({"tr"})),
    **dict.fromkeys(("caption", *_ROW_GROUPS), frozenset({"table"})),
}  # what an element is a required part of, and is decoration with


@once
def role(node: Node) -> str | None:
    """Return its semantic role: "none" also for presentation, "img" also for image."""
    explicit = explicit_role(node)
    if explicit in DECORATIVE:
        return implicit_role(node) if is_conflicted(node) else "none"
    if explicit is not None:
        return _SYNONYMS.get(explicit, explicit)
    if node.tag in _WHOLES and _is_part_of_decoration(node):
        return "none"
    return implicit_role(node)


def having_role(dom: Dom, *roles: str) -> list[Node]:
    """Return the elements with one of these semantic roles, hidden or not, in document order."""
    index = _by_role(dom)
    if len(roles) == 1:
        return index.get(roles[0], [])
    return together([index[name] for name in roles if name in index])


@once
def _by_role(dom: Dom) -> dict[str, list[Node]]:
    index: dict[str, list[Node]] = {}
    for node in dom.nodes:
        name = role(node)
        if name is not None:
            index.setdefault(name, []).append(node)
    return index


def _is_part_of_decoration(node: Node) -> bool:
    """Return whether it inherits its presentational role (WAI-ARIA 1.2, presentation)."""
    whole = node.parent
    if whole is None or not node.is_html or whole.tag not in _WHOLES[node.tag]:
        return False
    return role(whole) == "none" and not is_conflicted(node)
