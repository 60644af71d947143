"""The geometry of tables: which cell covers which rows and columns (ISO 32000-1, 14.8.4.3.4, table 349)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checks.documents.structure.placed import Placed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from checks.documents.structure.element import Element

POSITIONS: Final = 300_000  # rows by columns, of all tables of a document

_GROUPS: Final = frozenset({"THead", "TBody", "TFoot"})
_CELLS: Final = frozenset({"TH", "TD"})
_OF_ROWS: Final = frozenset({"Row", "Both"})
_OF_COLUMNS: Final = frozenset({"Column", "Both"})
_SCOPES: Final = _OF_ROWS | _OF_COLUMNS


@dataclass(frozen=True, slots=True)
class Cell(Placed):
    """A cell where it lies; rows and columns are counted from 0.

    ``overlaps`` where it claims a position that another cell has already; ``hangs`` where it reaches below
    the last row of the table, ``sticks_out`` where it reaches beyond the last column of the first row.
    """

    rows: range
    columns: range
    overlaps: bool
    hangs: bool
    sticks_out: bool

    @property
    def is_header(self) -> bool:
        """Return whether it heads others."""
        return self.element.role == "TH"

    @property
    def is_empty(self) -> bool:
        """Return whether nothing stands in it."""
        return not self.element.node.kids


@dataclass(frozen=True, slots=True)
class Row(Placed):
    """A row; ``width`` is how many columns are covered in it, ``columns`` how many are in the first row."""

    width: int
    columns: int


@dataclass(frozen=True, slots=True)
class Table(Placed):
    """A table as it is laid: each cell begins where its row is still free.

    A table that is too large to be laid has neither rows nor cells, and ``is_laid`` is False.
    """

    rows: tuple[Row, ...] = ()
    cells: tuple[Cell, ...] = ()
    is_laid: bool = True

    @property
    def misfit(self) -> Cell | None:
        """Return the first cell that reaches beyond an edge; the places of those behind it mean little."""
        return next((cell for cell in self.cells if cell.hangs or cell.sticks_out), None)

    @property
    def headers(self) -> tuple[Cell, ...]:
        """Return the header cells."""
        return tuple(cell for cell in self.cells if cell.is_header)

    @property
    def has_scopes(self) -> bool:
        """Return whether each of its header cells says what it heads."""
        return all(_scope(cell) in _SCOPES for cell in self.headers)

    @property
    def unheaded(self) -> Iterator[Cell]:
        """Yield the data cells that no header cell says that it heads, but for those in the corner."""
        headers = self.headers
        rows = {row for cell in headers if _scope(cell) in _OF_ROWS for row in cell.rows}
        columns = {column for cell in headers if _scope(cell) in _OF_COLUMNS for column in cell.columns}
        is_corner = _corner(headers)
        for cell in self.cells:
            is_headed = not (rows.isdisjoint(cell.rows) and columns.isdisjoint(cell.columns))
            if not (cell.is_header or is_headed or is_corner(cell)):
                yield cell


def lay_tables(elements: Iterable[Element]) -> Iterator[Table]:
    """Lay these tables; from the first on that would take too many positions none is."""
    left = POSITIONS
    for element in elements:
        table = _lay(element, left)
        yield table
        left -= sum(len(cell.rows) * len(cell.columns) for cell in table.cells) if table.is_laid else left


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
            below = min(number + kid.attributes.row_span, len(rows))
            right = column + kid.attributes.column_span
            left -= (below - number) * (right - column)
            if left < 0:
                return Table(table, is_laid=False)
            cells.append(_claim(kid, range(number, below), range(column, right), covered))
            column = right
    widths = [len(columns) for columns in covered]
    laid = (Row(row, width, widths[0]) for row, width in zip(rows, widths, strict=True))
    return Table(table, tuple(laid), tuple(cells))


def _claim(element: Element, rows: range, columns: range, covered: list[set[int]]) -> Cell:
    """Take these positions for a cell, whether another one has them or not."""
    overlaps = not all(covered[row].isdisjoint(columns) for row in rows)
    hangs = element.attributes.row_span > len(rows)
    sticks_out = rows.start > 0 and columns.stop > len(covered[0])
    for row in rows:
        covered[row].update(columns)
    return Cell(element, rows, columns, overlaps, hangs, sticks_out)


def _corner(headers: tuple[Cell, ...]) -> Callable[[Cell], bool]:
    """Return what tells of a cell whether it has headers beside or below it, and none before or above it."""
    left: dict[int, int] = {}  # the first column with a header, by row
    top: dict[int, int] = {}  # the first row with a header, by column
    for cell in headers:
        for row in cell.rows:
            left[row] = min(cell.columns.start, left.get(row, cell.columns.start))
        for column in cell.columns:
            top[column] = min(cell.rows.start, top.get(column, cell.rows.start))

    def is_corner(cell: Cell) -> bool:
        beside = [left[row] > cell.columns.start for row in cell.rows if row in left]
        below = [top[column] > cell.rows.start for column in cell.columns if column in top]
        return bool(beside or below) and all(beside + below)

    return is_corner


def _scope(cell: Cell) -> str:
    return cell.element.attributes.scope


def _rows(table: Element) -> Iterator[Element]:
    """Yield the rows of a table and of its groups of rows."""
    for kid in table.members:
        if kid.role == "TR":
            yield kid
        elif kid.role in _GROUPS:
            yield from (row for row in kid.members if row.role == "TR")
