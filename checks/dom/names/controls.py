"""What a control says that stands in the label of another: its value (accname 1.2, step 2C)."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from checks.dom.names.native import input_type
from checks.dom.roles import role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checks.dom.tree import Node

_TEXT: Final = frozenset({"searchbox", "textbox"})
_CHOICE: Final = frozenset({"combobox", "listbox"})
_RANGE: Final = frozenset({"slider", "spinbutton"})
_READ: Final = 2000  # options of a list; who has not come to the chosen one by then stops listening
_CHOSEN: Final = ("aria-selected", "aria-checked")


def embedded_value(node: Node) -> str | Sequence[Node] | None:
    """Return the value of a control that people can adjust, or the elements whose text it is.

    None for everything else.
    """
    kind = role(node)
    if kind in _TEXT:
        return _text(node)
    if kind in _CHOICE:
        return _chosen(node)
    if kind in _RANGE:
        return node.get("aria-valuetext").strip() or node.get("aria-valuenow").strip() or _text(node)
    return None


def _text(node: Node) -> str:
    if input_type(node) is None:
        return _written(node)
    if input_type(node) == "range":
        return node.get("value").strip() or "50"  # the middle of 0 and 100, where nothing else is said
    return node.get("value")


def _chosen(node: Node) -> str | Sequence[Node]:
    if input_type(node) is not None:
        return node.get("value")
    options = [below for below in _parts(node) if role(below) == "option"]
    if node.is_html and node.tag == "select":
        return _selected(node, options)
    chosen = [option for option in options if any(option.get(name) == "true" for name in _CHOSEN)]
    return chosen if options else _written(node)


def _written(node: Node) -> str:
    return "".join(run.data for run in islice(node.runs, _READ))


def _parts(node: Node) -> Iterator[Node]:
    """Yield what may be its options: what stands in it, and in what it owns or controls."""
    places = [node, *node.refer("aria-owns"), *node.refer("aria-controls")]
    return islice((below for place in places for below in _below(place)), _READ)


def _below(node: Node) -> Sequence[Node]:
    first = node.order + 1
    return node.dom.nodes[first : min(node.end, first + _READ)]


def _selected(node: Node, options: list[Node]) -> list[Node]:
    chosen = [option for option in options if option.has("selected")]
    if node.has("multiple"):
        return chosen
    return chosen[-1:] or options[:1]
