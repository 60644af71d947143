"""Whether a header cell heads any: how HTML assigns headers to cells (4.9.12.2), asked from the header."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.accessibility.structure._tables import SLOTS, Cell, Table, layout
from checks.dom.aria import inherits
from checks.dom.roles import role
from checks.dom.tree import Node, once

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_SCOPES: Final = frozenset({"row", "col", "rowgroup", "colgroup"})
_LOOKS: Final = 10 * SLOTS  # cells looked at in one table; then its headers have the benefit of the doubt


def heads_any(table: Table, header: Cell, of: Node) -> bool:
    """Return whether ``header`` is assigned to a cell of ``table``, which lays out the element ``of``."""
    if header.element in _referred(of) or table.looks > _LOOKS:
        return True
    scope = _scope(header, of)
    if scope == "col":
        return any(_reaches(line, _as_wide(header)) for line in _down(table, header))
    if scope == "row":
        return any(_reaches(line, _as_high(header)) for line in _right(table, header))
    if scope in {"rowgroup", "colgroup"}:
        table.looks += len(table.cells)
        return any(_is_headed(cell) for cell in table.cells.values() if _shares_group(table, header, cell))
    return False


def _scope(header: Cell, of: Node) -> str:
    """Return what ``header`` heads: as its author says, else by where it stands; empty for nothing."""
    said = header.element.get("scope").strip().lower()
    if said in _SCOPES and header.element.tag == "th":
        return said
    if header.element.has("role"):
        named = {"columnheader": "col", "rowheader": "row"}.get(role(header.element) or "")
        if named is not None:
            return named
    rows, columns = _with_data(of)
    if not any(y in rows for y in range(header.y, header.y + header.height)):
        return "col"
    return "" if any(x in columns for x in range(header.x, header.x + header.width)) else "row"


@once
def _with_data(table: Node) -> tuple[set[int], set[int]]:
    """Return the rows and the columns of a table that have a data cell."""
    laid_out = layout(table)
    data = [cell for cell in laid_out.cells.values() if cell.is_data] if laid_out else []
    rows = {y for cell in data for y in range(cell.y, cell.y + cell.height)}
    return rows, {x for cell in data for x in range(cell.x, cell.x + cell.width)}


@once
def _referred(table: Node) -> set[Node]:
    """Return the cells of a table that other cells name in ``headers``."""
    laid_out = layout(table) if table.dom.having("headers") else None
    cells = laid_out.cells if laid_out else {}
    return {
        named for node in cells if node.has("headers") for named in node.refer("headers") if named is not node
    }


def _down(table: Table, header: Cell) -> Iterator[Iterator[Cell | None]]:
    """Yield, for each column that ``header`` takes, the cells below it."""
    for x in range(header.x, header.x + header.width):
        yield (_look(table, x, y) for y in range(header.y + header.height, table.height))


def _right(table: Table, header: Cell) -> Iterator[Iterator[Cell | None]]:
    """Yield, for each row that ``header`` takes, the cells after it."""
    for y in range(header.y, header.y + header.height):
        yield (_look(table, x, y) for x in range(header.x + header.width, table.width))


def _look(table: Table, x: int, y: int) -> Cell | None:
    table.looks += 1
    return table.slots.get((x, y))


def _as_wide(header: Cell) -> Callable[[Cell], bool]:
    return lambda cell: (cell.x, cell.width) == (header.x, header.width)


def _as_high(header: Cell) -> Callable[[Cell], bool]:
    return lambda cell: (cell.y, cell.height) == (header.y, header.height)


def _reaches(line: Iterable[Cell | None], is_alike: Callable[[Cell], bool]) -> bool:
    """Return whether a header reaches a cell in ``line``, before one like it takes over behind data."""
    seen_data = False
    for cell in line:
        if cell is None:
            continue
        if cell.is_header and seen_data and is_alike(cell):
            return False
        if _is_headed(cell):
            return True
        seen_data = seen_data or not cell.is_header
    return False


def _is_headed(cell: Cell) -> bool:
    """Return whether a cell gets its headers by where it stands, and has the role of a cell."""
    return not cell.element.has("headers") and inherits(role(cell.element), "cell")


def _shares_group(table: Table, header: Cell, cell: Cell) -> bool:
    """Return whether ``cell`` stands after the group header ``header``, in the same group."""
    if cell is header or cell.x + cell.width <= header.x or cell.y + cell.height <= header.y:
        return False
    if header.element.get("scope").strip().lower() == "rowgroup":
        return header.section is not None and cell.section is header.section
    return any(header.x in group and cell.x in group for group in table.groups)
