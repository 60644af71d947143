from __future__ import annotations

from typing import TYPE_CHECKING

from checks.documents import Facts
from checks.documents.reading import read
from checks.specimens import specimen

if TYPE_CHECKING:
    from checks.documents.structure.tables import Cell, Table


def tables(tags: str) -> tuple[Table, ...]:
    found = read(specimen(f"tags\n{tags}"))
    assert isinstance(found, Facts)
    assert found.structure is not None
    return found.structure.tables


def table(*rows: str) -> Table:
    """Return a table of cells such as ``TD``, ``TD.2x3`` (2 rows, 3 columns), ``TH/Column`` (its scope)."""
    lines = ["  Table"]
    for row in rows:
        lines.append("    TR")
        lines += [f"      {_cell(cell)}" for cell in row.split()]
    (found,) = tables("\n".join(lines))
    return found


def _cell(short: str) -> str:
    written, _, scope = short.partition("/")
    kind, _, spans = written.partition(".")
    rows, _, columns = (spans or "1x1").partition("x")
    named = f"/Scope /{scope}" if scope else ""
    return f"{kind} /A << /O /Table /RowSpan {rows} /ColSpan {columns} {named} >>"


def places(found: Table) -> list[tuple[list[int], list[int]]]:
    return [(list(cell.rows), list(cell.columns)) for cell in found.cells]


def widths(found: Table) -> list[int]:
    return [row.width for row in found.rows]


def paths(cells: list[Cell]) -> list[str]:
    return [cell.path for cell in cells]


def test_cells_lie_side_by_side() -> None:
    #  | A | B |
    #  | C | D |
    assert places(table("TD TD", "TD TD")) == [([0], [0]), ([0], [1]), ([1], [0]), ([1], [1])]


def test_a_cell_of_two_columns_pushes_the_next_aside() -> None:
    #  | A   A | B |
    assert places(table("TD.1x2 TD")) == [([0], [0, 1]), ([0], [2])]


def test_a_cell_of_two_rows_takes_its_place_in_the_next() -> None:
    #  | A | B |
    #  | A | C |
    assert places(table("TD.2x1 TD", "TD")) == [([0, 1], [0]), ([0], [1]), ([1], [1])]


def test_a_cell_begins_behind_all_that_reach_down() -> None:
    #  | A | B | C |
    #  | A | B | D |
    assert places(table("TD.2x1 TD.2x1 TD", "TD"))[3] == ([1], [2])


def test_rows_are_as_wide_as_what_is_covered_in_them() -> None:
    #  | A | B | B |
    #  | A | C |
    assert widths(table("TD.2x1 TD.1x2", "TD")) == [3, 2]


def test_a_cell_that_is_wider_than_the_gap_overlaps() -> None:
    #  | A | B |
    #  | C   B?|
    found = table("TD TD.2x1", "TD.1x2")
    assert [cell.overlaps for cell in found.cells] == [False, False, True]
    assert widths(found) == [2, 2]


def test_a_cell_that_claims_more_rows_than_there_are_hangs_over_the_edge() -> None:
    found = table("TD.3x1 TD", "TD")
    assert [cell.hangs for cell in found.cells] == [True, False, False]
    assert list(found.cells[0].rows) == [0, 1]


def test_rows_in_groups_are_rows_of_the_table() -> None:
    (found,) = tables(
        "  Table\n    Caption\n    THead\n      TR\n        TH\n"
        "    TBody\n      TR\n        TD\n      P\n    TR\n      TD"
    )
    assert len(found.rows) == 3
    assert [cell.is_header for cell in found.cells] == [True, False, False]


def test_a_table_in_a_cell_is_another_table() -> None:
    outer, inner = tables(
        "  Table\n    TR\n      TD\n        Table\n          TR\n            TD\n            TD"
    )
    assert (widths(outer), widths(inner)) == ([1], [2])


def test_a_table_without_rows_has_no_columns() -> None:
    assert table().rows == ()


def test_headers_reach_as_far_as_they_are_wide() -> None:
    #  | 2025  2025 | note |
    #  |  x  |  y   |  z   |
    found = table("TH.1x2/Column TD", "TD TD TD")
    assert paths(list(found.unheaded)) == ["Table > TR[1] > TD", "Table > TR[2] > TD[3]"]


def test_a_header_of_rows_heads_its_rows() -> None:
    found = table("TH.2x1/Row TD", "TD", "TD TD")
    assert paths(list(found.unheaded)) == ["Table > TR[3] > TD[1]", "Table > TR[3] > TD[2]"]


def test_a_header_of_both_heads_its_row_and_its_column() -> None:
    found = table("TH.1x1/Both TD", "TD TD")
    assert paths(list(found.unheaded)) == ["Table > TR[2] > TD[2]"]


def test_a_header_that_does_not_say_what_it_heads_heads_nothing() -> None:
    found = table("TH TH/Column", "TD TD")
    assert not found.has_scopes
    assert paths(list(found.unheaded)) == ["Table > TR[2] > TD[1]"]


def test_a_table_without_headers_lacks_no_scope() -> None:
    assert table("TD TD").has_scopes


def test_what_stands_before_all_headers_needs_none() -> None:
    #  | corner | corner | 2025 |
    #  | Altan  | Altan  |  x   |
    found = table("TD TD TH/Column", "TH.1x2/Row TD")
    assert list(found.unheaded) == []


def test_what_stands_before_headers_is_a_corner_whatever_they_say() -> None:
    assert paths(list(table("TD TH", "TH TD").unheaded)) == ["Table > TR[2] > TD"]


def test_an_empty_cell_is_empty() -> None:
    (found,) = tables('  Table\n    TR\n      TD\n      TD "1 200 kr"\n      TD\n        P')
    assert [cell.is_empty for cell in found.cells] == [True, False, False]


def test_tables_beyond_what_can_be_laid_are_not_laid() -> None:
    small = "  Table\n    TR\n      TD\n"
    wide = "  Table\n    TR\n      TD /A << /O /Table /ColSpan 99999 /RowSpan 999999999999 >>\n"
    found = tables(small + wide + "    TR\n" * 5 + small)
    assert [one.is_laid for one in found] == [True, False, False]
