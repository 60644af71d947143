"""Which role an element has: its own, the one it is given, or the one that is left of both.

Sources: HTML-AAM 1.0 (3.4), SVG-AAM 1.0, WAI-ARIA 1.2 (5.4 and "Presentational Roles Conflict Resolution"), and
ACT's glossary (explicit, implicit, semantic role; marked as decorative).
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from checks.dom.aria import ATTRIBUTES, ROLES
from checks.dom.focus import is_focusable
from checks.dom.tree import Node, once

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_Test = tuple[str, str | None]
_SYNONYMS: Final = {"presentation": "none", "image": "img"}
_DECORATIVE: Final = frozenset({"none", "presentation"})
_SECTIONING: Final = frozenset({"article", "aside", "nav", "section"})
_SECTIONING_ROLES: Final = frozenset({"article", "complementary", "navigation", "region"})
_LISTS: Final = frozenset({"menu", "ol", "ul"})
_TABLES: Final = frozenset({"table", "grid", "treegrid"})
_REQUIRED_CHILDREN: Final = {
    "li": _LISTS,
    **dict.fromkeys(("caption", "tbody", "td", "tfoot", "th", "thead", "tr"), frozenset({"table"})),
}


def explicit_role(node: Node) -> str | None:
    """Return the first valid role that its ``role`` attribute names; None where there is none."""
    if "role" not in node.attributes:
        return None
    return next((word for word in node.tokens("role") if word in ROLES and not ROLES[word].abstract), None)


def marked_as_decorative(node: Node) -> bool:
    """Return whether its author says that it is decoration: a role of none, or an empty ``alt``."""
    explicit = explicit_role(node)
    if explicit is not None:
        return explicit in _DECORATIVE
    return node.tag == "img" and node.is_html and node.attributes.get("alt") == ""


@once
def implicit_role(node: Node) -> str | None:
    """Return the role that it has of itself, in its place; None for no corresponding role."""
    for tests, role in _ELEMENTS.get(node.tag, ()):
        if all(_fits(node, name, value) for name, value in tests):
            return role
    return "generic" if node.is_html and "-" in node.tag else None


@once
def role(node: Node) -> str | None:
    """Return its semantic role: "none" also for presentation, "img" also for image."""
    explicit = explicit_role(node)
    if explicit in _DECORATIVE:
        return implicit_role(node) if is_conflicted(node) else "none"
    if explicit is not None:
        return _SYNONYMS.get(explicit, explicit)
    if node.tag in _REQUIRED_CHILDREN and _is_presentational_part(node):
        return "none"
    return implicit_role(node)


def is_conflicted(node: Node) -> bool:
    """Return whether an element that is marked as decoration says that it is none.

    It can be focused, or it has a global state or property (WAI-ARIA 1.2, Presentational Roles
    Conflict Resolution).
    """
    return has_global_attribute(node) or is_focusable(node)


def has_global_attribute(node: Node) -> bool:
    """Return whether it has a global state or property with a value."""
    return any(
        name.startswith("aria-") and name != "aria-hidden" and value.strip() and _is_global(name)
        for name, value in node.attributes.items()
    )


def _is_global(name: str) -> bool:
    return name in ATTRIBUTES and ATTRIBUTES[name].is_global


def _is_presentational_part(node: Node) -> bool:
    """Return whether the list or table that it is a part of is presentational, and so it is itself."""
    if has_global_attribute(node) or is_focusable(node):
        return False
    whole = next((above for above in node.ancestors if above.tag in _REQUIRED_CHILDREN[node.tag]), None)
    return whole is not None and role(whole) == "none"


def _fits(node: Node, name: str, value: str | None) -> bool:
    if name in _CONDITIONS:
        return _CONDITIONS[name](node)
    if name not in node.attributes:
        return False
    return value is None or node.attributes[name].lower() == value


def _is_named(node: Node) -> bool:
    """Return whether an attribute names it: names proper are found out in a room above this one."""
    return any(node.get(name).strip() for name in ("aria-label", "aria-labelledby", "title"))


def _is_within(node: Node, tags: frozenset[str], roles: frozenset[str]) -> bool:
    return any(
        above.tag in tags if "role" not in above.attributes else explicit_role(above) in roles
        for above in node.ancestors
    )


def _is_listed(node: Node) -> bool:
    parent = node.parent
    return parent is not None and (parent.tag in _LISTS or explicit_role(parent) == "list")


def _table_role(node: Node) -> str | None:
    table = next((above for above in node.ancestors if above.tag == "table"), None)
    found = role(table) if table is not None else None
    return found if found in _TABLES else None


def _heads_column(node: Node) -> bool:
    if _table_role(node) is None:
        return False
    scope = node.get("scope").lower()
    if scope in {"col", "colgroup"}:
        return True
    if scope in {"row", "rowgroup"} or node.parent is None:
        return False
    return all(cell.tag != "td" for cell in node.parent.elements)


def _heads_row(node: Node) -> bool:
    return _table_role(node) is not None and not _heads_column(node)


def _is_tall(node: Node) -> bool:
    size = re.match(r"[ \t\n\f\r]*\+?([0-9]+)", node.get("size"))
    return size is not None and int(size.group(1)[:9]) > 1


_CONDITIONS: Final[Mapping[str, Callable[[Node], bool]]] = {
    ":decorative": lambda node: node.attributes.get("alt") == "" and not is_conflicted(node),
    ":gridded": lambda node: _table_role(node) in {"grid", "treegrid"},
    ":heading-column": _heads_column,
    ":heading-row": _heads_row,
    ":inside": lambda node: _is_within(node, _SECTIONING | {"main"}, _SECTIONING_ROLES | {"main"}),
    ":listed": _is_listed,
    ":scoped": lambda node: _is_within(node, _SECTIONING, _SECTIONING_ROLES),
    ":suggesting": lambda node: node.has("list"),
    ":tabular": lambda node: _table_role(node) is not None,
    ":tall": _is_tall,
    ":unnamed": lambda node: not _is_named(node),
}


def _read_elements() -> dict[str, list[tuple[list[_Test], str | None]]]:
    table: dict[str, list[tuple[list[_Test], str | None]]] = {}
    for line in (Path(__file__).parent / "aria" / "elements.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            selector, found = line.split()
            tag, *rest = re.findall(r"^\w+|\[[^\]]+\]|:[\w-]+", selector)
            table.setdefault(tag, []).append((list(_tests(rest)), None if found == "-" else found))
    return table


def _tests(parts: list[str]) -> Iterator[_Test]:
    for part in parts:
        name, _, value = part.strip("[]").partition("=")
        yield name, value or None


_ELEMENTS: Final = _read_elements()
