"""Which role an element has of itself, in its place (HTML-AAM 1.0, SVG-AAM 1.0; ``aria/elements.txt``)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from checks.dom.aria import lines
from checks.dom.roles.explicit import DECORATIVE, explicit_role, is_conflicted
from checks.dom.tree import Node, once

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_SECTIONING: Final = frozenset({"article", "aside", "nav", "section"})
_SECTIONING_ROLES: Final = frozenset({"article", "complementary", "navigation", "region"})
_LISTS: Final = frozenset({"menu", "ol", "ul"})
_GRIDS: Final = frozenset({"grid", "treegrid"})
_TABULAR: Final = _GRIDS | {"table"}
_TALL: Final = re.compile(r"[ \t\n\f\r]*\+?0*(?:[2-9]|1[0-9])")  # a number above 1
_SELECTOR: Final = re.compile(r"(^[\w|]+)|\[([^\]=]+)=?([^\]]*)\]|(:[\w-]+)")


@dataclass(frozen=True)
class _Line:
    """A line of the table: ``attributes`` that it asks for ("" is any value), conditions, and two roles."""

    attributes: tuple[tuple[str, str], ...]
    conditions: tuple[Callable[[Node], bool], ...]
    role: str | None
    stand_in: str | None

    @cached_property
    def asks_nothing(self) -> bool:
        """Return whether it is about every element with its tag, as most lines are."""
        return not self.attributes and not self.conditions


def implicit_role(node: Node) -> str | None:
    """Return the role that it has of itself; None for no corresponding role."""
    line = _line(node)
    if line is not None:
        return line.role
    return "generic" if node.is_html and "-" in node.tag else None


def stand_in_role(node: Node) -> str | None:
    """Return the role whose states and properties it may have all the same (ARIA in HTML); mostly None."""
    line = _line(node)
    return line.stand_in if line is not None else None


def _line(node: Node) -> _Line | None:
    tag = node.tag if node.is_html else f"{node.element.namespace.value}|{node.tag.lower()}"
    for line in _TABLE.get(tag, ()):
        if line.asks_nothing or _fits(node, line):
            return line
    return None


def _fits(node: Node, line: _Line) -> bool:
    for name, value in line.attributes:
        if name not in node.attributes or (value and node.attributes[name].strip().lower() != value):
            return False
    return not line.conditions or all(condition(node) for condition in line.conditions)


def _is_unnamed(node: Node) -> bool:
    """Return whether no attribute names it.

    Names proper belong to a room above this one, which asks this one for roles; sections and forms
    get theirs from attributes alone.
    """
    return not any(node.get(name).strip() for name in ("aria-label", "aria-labelledby", "title"))


def _is_within(node: Node, tags: frozenset[str], roles: frozenset[str]) -> bool:
    return any(above.tag in tags or explicit_role(above) in roles for above in node.ancestors)


def _is_listed(node: Node) -> bool:
    parent = node.parent
    return parent is not None and (parent.tag in _LISTS or explicit_role(parent) == "list")


def _table_role(node: Node) -> str | None:
    """Return the role of the table around it, where this is one of a table."""
    return None if node.parent is None else _nearest_table_role(node.parent)


@once
def _nearest_table_role(node: Node) -> str | None:
    if node.tag != "table":
        return _table_role(node)
    explicit = explicit_role(node)
    if explicit in DECORATIVE:
        explicit = None if is_conflicted(node) else explicit
    return explicit or "table"


def _is_tabular(node: Node) -> bool:
    return _table_role(node) in _TABULAR


def _heads_a_column(node: Node) -> bool:
    """Return whether a ``th`` heads a column: it says so, or there is no data in its row.

    An empty ``td`` counts as no data: it is the corner of a table with headers on two sides.
    """
    scope = node.get("scope").strip().lower()
    if scope in {"row", "rowgroup"} or not _is_tabular(node):
        return False
    return scope in {"col", "colgroup"} or node.parent is None or not _has_data(node.parent)


@once
def _has_data(row: Node) -> bool:
    return any(cell.tag == "td" and (cell.text.strip() or any(cell.elements)) for cell in row.elements)


def _is_described(node: Node) -> bool:
    """Return whether a part of a drawing is more than lines (SVG-AAM, 5.1.2)."""
    if any(node.get(name).strip() for name in ("aria-label", "aria-labelledby", "aria-describedby")):
        return True
    return any(child.tag in {"title", "desc"} for child in node.elements)


_CONDITIONS: Final[Mapping[str, Callable[[Node], bool]]] = {
    ":column-header": _heads_a_column,
    ":decorative": lambda node: node.attributes.get("alt") == "" and not is_conflicted(node),
    ":described": _is_described,
    ":gridded": lambda node: _table_role(node) in _GRIDS,
    ":inside": lambda node: _is_within(node, _SECTIONING | {"main"}, _SECTIONING_ROLES | {"main"}),
    ":listed": _is_listed,
    ":nested": lambda node: _is_within(node, _SECTIONING, _SECTIONING_ROLES),
    ":row-header": _is_tabular,
    ":tabular": _is_tabular,
    ":tall": lambda node: _TALL.match(node.get("size")) is not None,
    ":unnamed": _is_unnamed,
}


def _read() -> dict[str, list[_Line]]:
    table: dict[str, list[_Line]] = {}
    for line in lines("elements.txt"):
        selector, *roles = line.split()
        role, stand_in = (*(None if word == "-" else word for word in roles), None)[:2]
        (tag, *_), *parts = _SELECTOR.findall(selector)
        attributes = tuple((name, value) for _, name, value, _ in parts if name)
        conditions = tuple(_CONDITIONS[condition] for *_, condition in parts if condition)
        table.setdefault(tag, []).append(_Line(attributes, conditions, role, stand_in))
    return table


_TABLE: Final = _read()
