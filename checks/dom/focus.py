"""What the keyboard reaches: focusable areas and their order (HTML, section 6.6, Focus)."""

from __future__ import annotations

import re
from typing import Final

from checks.dom._stand_in import is_rendered, style
from checks.dom.tree import Node, once

_INTEGER: Final = re.compile(r"[ \t\n\f\r]*([+-]?[0-9]+)")
_FORM_CONTROLS: Final = frozenset({"button", "input", "select", "textarea"})
_CAN_BE_DISABLED: Final = _FORM_CONTROLS | {"fieldset", "optgroup", "option"}


def tab_index(node: Node) -> int | None:
    """Return the tabindex value: an integer with anything behind it; None where there is none."""
    found = _INTEGER.match(node.get("tabindex"))
    return int(found.group(1)[:10]) if found else None


def is_focusable(node: Node) -> bool:
    """Return whether it can have focus, by Tab or by script (ACT: focusable)."""
    return (_is_focusable_by_itself(node) or tab_index(node) is not None) and _can_be_reached(node)


def in_tab_order(node: Node) -> bool:
    """Return whether Tab reaches it: it is part of sequential focus navigation."""
    number = tab_index(node)
    wanted = _is_focusable_by_itself(node) if number is None else number >= 0
    return wanted and _can_be_reached(node)


@once
def is_disabled(node: Node) -> bool:
    """Return whether it is disabled by itself, or by a fieldset around it (HTML, 4.10.19.5 and 4.15)."""
    if not node.is_html or node.tag not in _CAN_BE_DISABLED:
        return False
    if node.has("disabled"):
        return True
    return node.tag in _FORM_CONTROLS and _is_in_disabled_fieldset(node)


@once
def is_inert(node: Node) -> bool:
    """Return whether it, or an element around it, is inert."""
    if node.is_html and node.has("inert"):
        return True
    above = node.parent or node.dom.frame
    return above is not None and is_inert(above)


def _is_in_disabled_fieldset(node: Node) -> bool:
    below = node
    for above in node.ancestors:
        if above.tag == "fieldset" and above.has("disabled") and below is not _first_legend(above):
            return True
        below = above
    return False


def _first_legend(fieldset: Node) -> Node | None:
    return next((child for child in fieldset.elements if child.tag == "legend"), None)


@once
def _can_be_reached(node: Node) -> bool:
    if is_disabled(node) or is_inert(node) or (node.tag == "input" and node.get("type").lower() == "hidden"):
        return False
    return is_rendered(node) and style(node)["visibility"] == "visible"


def _is_focusable_by_itself(node: Node) -> bool:
    tag = node.tag
    if node.has("contenteditable") and node.get("contenteditable").strip().lower() != "false":
        return True
    if not node.is_html:
        return tag == "a" and (node.has("href") or node.has("xlink:href"))
    if tag in {"a", "area"}:
        return node.has("href")
    if tag in {"audio", "video"}:
        return node.has("controls")
    if tag == "summary":
        return _opens_details(node)
    return tag in _FORM_CONTROLS or tag == "iframe"


def _opens_details(summary: Node) -> bool:
    parent = summary.parent
    if parent is None or parent.tag != "details":
        return False
    return next((child for child in parent.elements if child.tag == "summary"), None) is summary
