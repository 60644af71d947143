"""HTML's table model (4.9.12): where cells stand, and whether a header is assigned to any."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checks.accessibility.structure._assignment import heads_any
from checks.accessibility.structure._tables import Table, layout
from checks.subjects import Page

if TYPE_CHECKING:
    from checks.dom.tree import Dom, Node


def dom(table: str) -> Dom:
    return Page.read(f"<html><body>{table}</body></html>", "page.html").dom


def laid_out(node: Node) -> Table:
    table = layout(node)
    assert table is not None
    return table


def drawn(html: str) -> list[str]:
    """Draw a table: the letter of the cell in each slot, a dot where there is none."""
    table = laid_out(dom(f"<table>{html}</table>").all("table")[0])
    slots = {place: cell.element.text for place, cell in table.slots.items()}
    return ["".join(slots.get((x, y), ".") for x in range(table.width)) for y in range(table.height)]


@pytest.mark.parametrize(
    ("html", "drawing"),
    [
        ("<tr><td>a<td>b<tr><td>c<td>d", ["ab", "cd"]),
        ("<tr><td colspan=2>a<tr><td>b<td>c", ["aa", "bc"]),
        ("<tr><td rowspan=2>a<td>b<tr><td>c", ["ab", "ac"]),
        ("<tr><td rowspan=9>a<td>b<tr><td>c", ["ab", "ac"]),  # spans end with the table
        ("<tbody><tr><td rowspan=2>a<td>b<tbody><tr><td>c", ["ab", "c."]),  # and with the section
        ("<tr><td rowspan=0>a<td>b<tr><td>c<tr><td>d", ["ab", "ac", "ad"]),
        ("<tr><td colspan=0>a<td colspan=x>b", ["ab"]),  # what is no span is one
        ("<tfoot><tr><td>z</tfoot><tr><td>a", ["a", "z"]),  # the foot stands last, wherever it is written
        ("<tr><td>a<tr><td>b<td>c", ["a.", "bc"]),
    ],
)
def test_every_cell_takes_the_slots_that_the_forming_algorithm_gives_it(
    html: str, drawing: list[str]
) -> None:
    assert drawn(html) == drawing


def test_a_table_of_absurd_spans_is_not_laid_out() -> None:
    rows = '<tr><td colspan="1000" rowspan="65534">' * 200
    assert layout(dom(f"<table>{rows}</table>").all("table")[0]) is None


def has_cells(html: str) -> bool:
    """Return whether the header with the id h, of an HTML or ARIA table, is assigned to a cell."""
    page = dom(html)
    header = page.by_id("h")
    table = next(node for node in page.nodes if node.tag == "table" or node.get("role") == "grid")
    assert header is not None
    return heads_any(laid_out(table), laid_out(table).cells[header], table)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param("<tr><th id=h>A<tr><td>1", True, id="the cell below"),
        pytest.param("<tr><th id=h>A<td>1", True, id="the cell beside it"),
        pytest.param("<tr><th id=h>A", False, id="nothing"),
        pytest.param("<tr><th id=h>A<th>B<tr><td>1", True, id="a column, though the next has no cells"),
        pytest.param("<tr><th>A<th id=h>B<tr><td>1", False, id="a column that no row reaches"),
        pytest.param("<tr><td><th id=h>A<tr><th>B<td>1", True, id="an empty corner beside it"),
        pytest.param(
            "<tr><td>0<th id=h>A<td>1<tr><td>2<td>3<td>4", False, id="between data, without a scope"
        ),
        pytest.param("<tr><td>0<th id=h scope=col>A<tr><td>2<td>3", True, id="between data, with a scope"),
        pytest.param("<tr><th id=h scope=row>A<tr><td>1", False, id="a row without cells"),
        pytest.param("<tr><th id=h>A<tr><th>B", True, id="a header below is headed, too"),
        pytest.param(
            "<tr><th id=h>A<tr><td headers>1<tr><td>2", True, id="past a cell that names its headers"
        ),
        pytest.param(
            "<tr><th id=h>A<tr><td headers>1<tr><th>B<tr><td>2",
            False,
            id="not past a header like it behind data",
        ),
        pytest.param("<tr><th id=h>A<th>B<tr><td headers=h>1", True, id="a cell that names it"),
        pytest.param("<tr><th id=h headers=h>A", False, id="its own name"),
        pytest.param("<colgroup span=2><tr><th id=h scope=colgroup>A<td>1", True, id="a group of columns"),
        pytest.param("<tr><th id=h scope=colgroup>A<td>1", False, id="a group of columns that is not there"),
        pytest.param(
            "<tbody><tr><th id=h scope=rowgroup>A<tbody><tr><td>1",
            False,
            id="a cell of another group of rows",
        ),
    ],
)
def test_a_header_has_cells_where_the_algorithm_assigns_it_to_one(html: str, *, expected: bool) -> None:
    assert has_cells(f"<table>{html}</table>") is expected


def test_a_table_made_with_aria_is_laid_out_by_its_rows() -> None:
    row = '<div role="row"><i role="columnheader">A</i><i role="columnheader" id="h">B</i></div>'
    short = '<div role="rowgroup"><div role="row"><i role="gridcell">1</i></div></div>'
    wide = '<div role="row"><i role="gridcell" aria-colspan="2">1</i></div>'
    assert not has_cells(f'<div role="grid">{row}{short}</div>')
    assert has_cells(f'<div role="grid">{row}{short}{wide}</div>')
