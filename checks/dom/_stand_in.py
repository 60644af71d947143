"""Styles as attributes tell them, until the room of styles is finished."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from checks.dom.tree import once

if TYPE_CHECKING:
    from checks.dom.tree import Node

_UNSEEN: Final = frozenset("head script style template noscript title meta link datalist".split())


@once
def style(node: Node) -> dict[str, str]:
    """Return display and visibility."""
    written = dict(re.findall(r"([\w-]+)\s*:\s*([\w-]+)", node.get("style")))
    above = style(node.parent)["visibility"] if node.parent else "visible"
    hidden = node.has("hidden") or node.tag in _UNSEEN
    return {"display": "none" if hidden else "block", "visibility": above} | written


@once
def is_rendered(node: Node) -> bool:
    """Return whether it has boxes."""
    if style(node)["display"] == "none":
        return False
    parent = node.parent
    if parent is None:
        return True
    return is_rendered(parent) and (parent.tag != "details" or parent.has("open") or node.tag == "summary")
