"""What the rules on images share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.accessibility.names._media import can_load
from checks.dom.aria import ROLES
from checks.dom.names import accessible_name
from checks.dom.rendering import is_visible
from checks.dom.roles import role
from checks.dom.tree import Node, once

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.dom.tree import Dom


def seen_images(dom: Dom) -> Iterator[Node]:
    """Yield ``img``, ``canvas`` and ``svg`` elements that are seen and speak for themselves.

    Not those that cannot be loaded, and not those in something whose author names it as a whole.
    """
    for node in dom.all("canvas", "img", "svg"):
        if _is_loaded(node) and not _is_named_as_a_whole(node.parent) and is_visible(node):
            yield node


def _is_loaded(node: Node) -> bool:
    if node.tag != "img":
        return True
    return can_load(node, node.get("src").strip()) or node.has("srcset")


@once
def _replaces_content(node: Node) -> bool:
    """Return whether the author names what would else be named by its content."""
    known = ROLES.get(role(node) or "")
    if known is None or not (known.from_content or known.presentational_children):
        return False
    is_named = node.get("aria-label").strip() or node.refer("aria-labelledby")
    return bool(is_named) and accessible_name(node) != ""


def _is_named_as_a_whole(node: Node | None) -> bool:
    return node is not None and any(map(_replaces_content, node.with_ancestors))
