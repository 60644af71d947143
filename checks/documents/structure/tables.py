"""The geometry of tables: which cell covers which rows and columns (ISO 32000-1, 14.8.4.3.4, table 349)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple


if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checks.documents.structure.element import Element

POSITIONS: Final = 300_000  # rows by columns, of all tables of a document

_GROUPS: Final = frozenset({"THead", "TBody", "TFoot"})
_CELLS: Final = frozenset({"TH", "TD"})
_OF_ROWS: Final = frozenset({"Row", "Both"})
_OF_COLUMNS: Final = frozenset({"Column", "Both"})


class Cell(NamedTuple):
    """A cell where it lies; rows and columns are counted from 0.

    ``hangs`` where it claims more rows than the table has; ``overlaps`` where it claims a position that
    another cell has already.
    """

    element: Element
    rows: range
    columns: range
    hangs: bool = False
    overlaps: bool = False

    @property
    def is_header(self) -> bool:
        """Return whether it heads others."""
        return self.element.role == "TH"

    @property
    def is_corner(self) -> bool:
        """Return whether it is the empty cell above headers of rows and beside headers of columns."""
        return not (self.rows.start or self.columns.start or self.element.node.kids)


class Row(NamedTuple):
    """A row, and how many columns are covered in it: by its cells, and by those that reach into it."""

    element: Element
    width: int


class Table(NamedTuple):
    """A table as it is laid: each cell begins where its row is still free.

    A table that is too large to be laid has neither rows nor cells, and ``is_laid`` is False.
    """

    element: Element
    rows: tuple[Row, ...] = ()
    cells: tuple[Cell, ...] = ()
    is_laid: bool = True

    @property
    def columns(self) -> int:
        """Return how many columns it has: those of its first row."""
        return self.rows[0].width if self.rows else 0

    @property
    def has_scopes(self) -> bool:
        """Return whether each of its header cells says what it heads."""
        known = _OF_ROWS | _OF_COLUMNS
        return all(cell.element.attributes.scope in known for cell in self.cells if cell.is_header)

    @property
    def unheaded(self) -> Iterator[Cell]:
        """Yield the data cells whose row and column no header cell says that it heads."""
        headers = [cell for cell in self.cells if cell.is_header]
        rows = {row for cell in headers if cell.element.attributes.scope in _OF_ROWS for row in cell.rows}
        columns = {
            column
            for cell in headers
            if cell.element.attributes.scope in _OF_COLUMNS
            for column in cell.columns
        }
        for cell in self.cells:
            if not cell.is_header and rows.isdisjoint(cell.rows) and columns.isdisjoint(cell.columns):
                yield cell


def lay_tables(elements: Iterable[Element]) -> Iterator[Table]:
    """Lay these tables; from the first on that would take too many positions none is."""
    left = POSITIONS
    for element in elements:
        table = _lay(element, left)
        yield table
        left = left - sum(row.width for row in table.rows) if table.is_laid else 0


def _lay(table: Element, left: int) -> Table:
    """Lay a table, if its cells cover no more than ``left`` positions."""
    rows = list(_rows(table))
    covered: list[set[int]] = [set() for _ in rows]
    cells: list[Cell] = []
    for number, row in enumerate(rows):
        column = 0
        for kid in row.members:
            if kid.role not in _CELLS:
                continue
            while column in covered[number]:
                column += 1
            cell = _placed(kid, number, column, len(rows))
            left -= len(cell.rows) * len(cell.columns)
            if left < 0:
                return Table(table, is_laid=False)
            cells.append(_cover(cell, covered))
            column = cell.columns.stop
    return Table(table, tuple(map(Row, rows, map(len, covered))), tuple(cells))


def _placed(element: Element, row: int, column: int, height: int) -> Cell:
    spans = element.attributes
    below = row + spans.row_span
    rows, columns = range(row, min(below, height)), range(column, column + spans.column_span)
    return Cell(element, rows, columns, hangs=below > height)


def _cover(cell: Cell, covered: list[set[int]]) -> Cell:
    """Take the positions of ``cell``; say so of it where one of them was taken."""
    columns = set(cell.columns)
    overlaps = not all(covered[row].isdisjoint(columns) for row in cell.rows)
    for row in cell.rows:
        covered[row] |= columns
    return cell._replace(overlaps=overlaps)


def _rows(table: Element) -> Iterator[Element]:
    """Yield the rows of a table and of its groups of rows."""
    for kid in table.members:
        if kid.role == "TR":
            yield kid
        elif kid.role in _GROUPS:
            yield from (row for row in kid.members if row.role == "TR")
