"""HTML's table model: which cell stands where (HTML, 4.9.12.1), and the same for tables made with ARIA.

A table whose spans claim more than ``SLOTS`` slots is not laid out at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Final

from checks.dom.aria import inherits
from checks.dom.exposure import owned
from checks.dom.roles import role
from checks.dom.tree import Node, once

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SLOTS: Final = 100_000
TABLES: Final = frozenset({"table", "grid", "treegrid"})
_WIDEST: Final = 1000  # columns that a cell may span
_NUMBER: Final = re.compile(r"[ \t\n\f\r]*\+?([0-9]{1,5})")
_SECTIONS: Final = frozenset({"thead", "tbody", "tfoot"})
_CELLS: Final = frozenset({"td", "th"})


@dataclass(eq=False, slots=True)
class Cell:
    """A cell: its first column and row, how many it takes, and its section of the table."""

    element: Node
    x: int
    y: int
    width: int
    height: int
    section: Node | None

    @property
    def is_header(self) -> bool:
        """Return whether it heads others: a ``th``, or what has the role of a header."""
        return self.element.tag == "th" or role(self.element) in {"columnheader", "rowheader"}

    @property
    def is_data(self) -> bool:
        """Return whether it has something to be headed; browsers let an empty corner pass."""
        return not self.is_header and bool(self.element.text.strip() or any(self.element.elements))


@dataclass(eq=False, slots=True)
class Table:
    """A table laid out: its cells, by element and by slot, and its groups of columns."""

    cells: dict[Node, Cell] = field(default_factory=dict)
    slots: dict[tuple[int, int], Cell] = field(default_factory=dict)
    groups: list[range] = field(default_factory=list)
    width: int = 0
    height: int = 0
    looks: int = 0  # how often somebody went from a header to one of its cells

    def add_row(self, cells: Sequence[Node], below: int, section: Node | None) -> bool:
        """Lay out the next row, with ``below`` more in its section; False where the table gets too large."""
        x, y = 0, self.height
        self.height += 1
        for node in cells:
            while (x, y) in self.slots:
                x += 1
            cell = Cell(node, x, y, _columns(node), min(_rows(node) or below + 1, below + 1), section)
            if len(self.slots) + cell.width * cell.height > SLOTS:
                return False
            self._add(cell)
        return True

    def _add(self, cell: Cell) -> None:
        self.cells[cell.element] = cell
        self.width = max(self.width, cell.x + cell.width)
        for x in range(cell.x, cell.x + cell.width):
            for y in range(cell.y, cell.y + cell.height):
                self.slots.setdefault((x, y), cell)


def table_of(node: Node) -> Node | None:
    """Return the nearest table around ``node``: an element with the role of one."""
    return next((above for above in node.ancestors if role(above) in TABLES), None)


@once
def layout(node: Node) -> Table | None:
    """Return a table laid out; None where its spans are absurd."""
    table = Table(groups=list(_column_groups(node)))
    sections = _sections(node) if node.tag == "table" and node.is_html else _rows_of_aria(node)
    for section, rows in sections:
        for number, cells in enumerate(rows, start=1):
            if not table.add_row(cells, len(rows) - number, section):
                return None
    return table


def _sections(table: Node) -> Iterator[tuple[Node | None, list[list[Node]]]]:
    """Yield the sections of an HTML table with the cells of their rows, what is the table's foot last."""
    parts = sorted(table.elements, key=lambda part: part.tag == "tfoot")
    for section, found in groupby(parts, key=lambda part: part if part.tag in _SECTIONS else None):
        rows = list(found) if section is None else section.elements
        yield section, [_cells(row) for row in rows if row.tag == "tr"]


def _cells(row: Node) -> list[Node]:
    return [cell for cell in row.elements if cell.tag in _CELLS]


def _rows_of_aria(table: Node) -> Iterator[tuple[Node | None, list[list[Node]]]]:
    for section, found in groupby(owned(table), key=lambda part: part if role(part) == "rowgroup" else None):
        rows = list(found) if section is None else owned(section)
        yield section, [_cells_of_aria(row) for row in rows if role(row) == "row"]


def _cells_of_aria(row: Node) -> list[Node]:
    return [cell for cell in owned(row) if inherits(role(cell), "cell")]


def _column_groups(table: Node) -> Iterator[range]:
    start = 0
    for group in table.elements:
        if group.tag == "colgroup":
            columns = [column for column in group.elements if column.tag == "col"]
            width = sum(_number(column, "span") or 1 for column in columns) or _number(group, "span") or 1
            yield range(start, start + width)
            start += width


def _columns(cell: Node) -> int:
    return min(_number(cell, "colspan", "aria-colspan") or 1, _WIDEST)


def _rows(cell: Node) -> int:
    """Return how many rows a cell takes; 0 for all that are left in its section."""
    number = _number(cell, "rowspan", "aria-rowspan")
    return 1 if number is None else number


def _number(node: Node, *names: str) -> int | None:
    for name in names:
        found = _NUMBER.match(node.attributes[name]) if name in node.attributes else None
        if found:
            return int(found[1])
    return None
