"""What the keyboard reaches: focusable areas and their order (HTML, 6.6 Focus; ACT's glossary)."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from checks.dom.rendering import is_rendered
from checks.dom.styles import style
from checks.dom.tree import Dom, Node, in_order, once

_INTEGER: Final = re.compile(r"[ \t\n\f\r]*([+-]?[0-9]{1,10})")
_CONTROLS: Final = frozenset({"button", "input", "select", "textarea"})
_ALWAYS_FOCUSABLE: Final = _CONTROLS | {"iframe"}
_TAGS: Final = _ALWAYS_FOCUSABLE | {"a", "area", "audio", "summary", "video"}  # of what may be so by itself
_CAN_BE_DISABLED: Final = _CONTROLS | {"fieldset", "optgroup", "option"}


def tab_index(node: Node) -> int | None:
    """Return the tabindex value: an integer with anything behind it; None where there is none."""
    if "tabindex" not in node.attributes:
        return None
    found = _INTEGER.match(node.attributes["tabindex"])
    return int(found.group(1)) if found else None


def is_focusable(node: Node) -> bool:
    """Return whether it can have focus, by Tab or by script (ACT: focusable)."""
    return (_is_focusable_area(node) or tab_index(node) is not None) and _can_be_reached(node)


def in_tab_order(node: Node) -> bool:
    """Return whether Tab reaches it: whether it is part of sequential focus navigation."""
    number = tab_index(node)
    wanted = _is_focusable_area(node) if number is None else number >= 0
    return wanted and _can_be_reached(node)


def first_tab_stop(node: Node) -> Node | None:
    """Return the first element in ``node`` that Tab reaches."""
    stops = tab_stops(node.dom)
    number = bisect_right(stops, node.order, key=lambda stop: stop.order)
    return stops[number] if number < len(stops) and stops[number].order < node.end else None


@once
def tab_stops(dom: Dom) -> list[Node]:
    """Return the elements that Tab reaches, in document order."""
    return [node for node in _candidates(dom) if in_tab_order(node)]


@once
def focusable(dom: Dom) -> list[Node]:
    """Return the elements that can have focus, in document order."""
    return [node for node in _candidates(dom) if is_focusable(node)]


def is_disabled(node: Node) -> bool:
    """Return whether it is made inoperable, by HTML or by WAI-ARIA (ACT: disabled element)."""
    return _is_actually_disabled(node) or _is_said_to_be_disabled(node)


def opens_details(summary: Node) -> bool:
    """Return whether a ``summary`` opens and closes the details element that it stands in."""
    return summary.parent is not None and summary is _summary(summary.parent)


def drawn_as(node: Node) -> Node | None:
    """Return what is drawn for it: itself, or the image whose map an area is a part of, if any."""
    if node.tag != "area" or not node.is_html:
        return node
    holder = next((above for above in node.ancestors if above.tag == "map"), None)
    return _image_maps(node.dom).get(holder.get("name")) if holder is not None else None


def is_inert(node: Node) -> bool:
    """Return whether it, or an element around it, is inert: said so, or the button in a ``select``."""
    return _has_inert(node.dom) and _is_in_inert_tree(node)


@once
def _has_inert(dom: Dom) -> bool:
    """Return whether anything in ``dom`` may be inert."""
    return dom.frame is not None or bool(dom.having("inert")) or _has_faces(dom)


@once
def _is_in_inert_tree(node: Node) -> bool:
    if node.is_html and ("inert" in node.attributes or _is_face(node)):
        return True
    above = node.parent or node.dom.frame
    return above is not None and _is_in_inert_tree(above)


def _has_faces(dom: Dom) -> bool:
    return any(map(_is_face, dom.all("button"))) if dom.all("select") else False


def _is_face(node: Node) -> bool:
    """Return whether it is the button that shows what is chosen in a ``select`` (HTML, 4.10.7)."""
    return node.tag == "button" and node.parent is not None and node.parent.tag == "select"


@once
def _can_be_reached(node: Node) -> bool:
    if _is_actually_disabled(node) or is_inert(node):
        return False
    drawn = drawn_as(node)
    return drawn is not None and is_rendered(drawn) and style(drawn)["visibility"] == "visible"


@once
def _candidates(dom: Dom) -> list[Node]:
    """Return what has the tag or an attribute of something focusable, in document order."""
    return in_order({*dom.all(*_TAGS), *dom.having("contenteditable", "tabindex")})


def _is_focusable_area(node: Node) -> bool:
    """Return whether it is focusable by itself."""
    tag, attributes = node.tag, node.attributes
    if not node.is_html:
        return tag == "a" and ("href" in attributes or "xlink:href" in attributes)
    if "contenteditable" in attributes and attributes["contenteditable"].strip().lower() != "false":
        return True
    if tag in {"a", "area"}:
        return "href" in attributes
    if tag in {"audio", "video"}:
        return "controls" in attributes
    if tag == "summary":
        return opens_details(node)
    return tag in _ALWAYS_FOCUSABLE and attributes.get("type", "").lower() != "hidden"


@once
def _is_actually_disabled(node: Node) -> bool:
    """Return whether it matches ``:disabled`` (HTML, 4.15)."""
    if not node.is_html or node.tag not in _CAN_BE_DISABLED:
        return False
    if "disabled" in node.attributes:
        return True
    if node.tag == "option":
        return node.parent is not None and node.parent.tag == "optgroup" and node.parent.has("disabled")
    return node.tag in _CONTROLS and _is_in_disabled_fieldset(node)


@once
def _is_in_disabled_fieldset(node: Node) -> bool:
    above = node.parent
    if above is None:
        return False
    if above.tag == "fieldset" and above.has("disabled") and node is not _legend(above):
        return True
    return _is_in_disabled_fieldset(above)


@once
def _is_said_to_be_disabled(node: Node) -> bool:
    if node.get("aria-disabled").strip().lower() == "true":
        return True
    return node.parent is not None and _is_said_to_be_disabled(node.parent)


@once
def _legend(fieldset: Node) -> Node | None:
    return next((child for child in fieldset.elements if child.tag == "legend"), None)


@once
def _summary(parent: Node) -> Node | None:
    """Return what opens and closes ``parent``, where it is a details element."""
    if parent.tag != "details":
        return None
    return next((child for child in parent.elements if child.tag == "summary"), None)


@once
def _image_maps(dom: Dom) -> dict[str, Node]:
    """Return which image shows which map, by the map's name."""
    images = dom.all("img", "object")
    return {image.get("usemap").strip().lstrip("#"): image for image in reversed(images)}
