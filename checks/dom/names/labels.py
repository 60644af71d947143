"""Which ``label`` elements belong to a control (HTML, 4.10.4)."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from checks.dom.tree import once

if TYPE_CHECKING:
    from checks.dom.tree import Dom, Node

_LABELABLE: Final = ("button", "input", "meter", "output", "progress", "select", "textarea")


@once
def labels(node: Node) -> list[Node]:
    """Return the ``label`` elements of which ``node`` is the labelled control, in order."""
    return _by_control(node.dom).get(node, [])


def is_labelable(node: Node) -> bool:
    """Return whether a ``label`` can belong to it (HTML, 4.10.2: labelable elements)."""
    hidden = node.tag == "input" and node.get("type").strip().lower() == "hidden"
    return node.is_html and node.tag in _LABELABLE and not hidden


def _by_control(dom: Dom) -> dict[Node, list[Node]]:
    if _by_control not in dom.memory:
        dom.memory[_by_control] = _pair(dom)
    found: dict[Node, list[Node]] = dom.memory[_by_control]
    return found


def _pair(dom: Dom) -> dict[Node, list[Node]]:
    pairs: dict[Node, list[Node]] = {}
    all_labels = [node for node in dom.all("label") if node.is_html]
    controls = [node for node in dom.all(*_LABELABLE) if is_labelable(node)] if all_labels else []
    places = [node.order for node in controls]
    for label in all_labels:
        control = _referred(label) if label.has("for") else _first_inside(label, controls, places)
        if control is not None:
            pairs.setdefault(control, []).append(label)
    return pairs


def _referred(label: Node) -> Node | None:
    """Return what ``for`` means: the first element with this id, if it can be labelled."""
    control = label.scope.ids.get(label.get("for"))
    return control if control is not None and is_labelable(control) else None


def _first_inside(label: Node, controls: list[Node], places: list[int]) -> Node | None:
    number = bisect_right(places, label.order)
    return controls[number] if number < len(places) and places[number] < label.end else None
