"""What its author says of an element's role, and unsays (WAI-ARIA 1.2, 5.4 and 7.1; ACT's glossary)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.dom.aria import ATTRIBUTES, ROLES
from checks.dom.focus import is_focusable

if TYPE_CHECKING:
    from checks.dom.tree import Node

DECORATIVE: Final = frozenset({"none", "presentation"})


def explicit_role(node: Node) -> str | None:
    """Return the first valid role that its ``role`` attribute names; None where there is none."""
    if "role" not in node.attributes:
        return None
    return next((word for word in node.tokens("role") if word in ROLES and not ROLES[word].abstract), None)


def marked_as_decorative(node: Node) -> bool:
    """Return whether its author says that it is decoration: a role of none, or an empty ``alt``."""
    explicit = explicit_role(node)
    if explicit is not None:
        return explicit in DECORATIVE
    return node.tag == "img" and node.is_html and node.attributes.get("alt") == ""


def is_conflicted(node: Node) -> bool:
    """Return whether an element says that it is no decoration, though it may be marked so.

    It can be focused, or has a global state or property ("Presentational Roles Conflict
    Resolution").
    """
    return has_global_attribute(node) or is_focusable(node)


def has_global_attribute(node: Node) -> bool:
    """Return whether it has a global state or property, be it an empty one.

    ``aria-hidden`` does not count, which is no wish to be noticed, and neither do those that only say how
    a name is written in braille.
    """
    return any(
        name.startswith("aria-")
        and not name.startswith(("aria-hidden", "aria-braille"))
        and name in ATTRIBUTES
        and ATTRIBUTES[name].is_global
        for name in node.attributes
    )
