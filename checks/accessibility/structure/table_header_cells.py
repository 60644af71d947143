"""Every header cell heads other cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checks.accessibility.structure._assignment import heads_any
from checks.accessibility.structure._tables import layout
from checks.dom.exposure import exposed, is_exposed
from checks.dom.rendering import is_visible
from checks.dom.roles import role
from checks.model import PASSED, CannotTell, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.dom.tree import Node


class Header(NamedTuple):
    """A header cell and the table that it stands in."""

    element: Node
    table: Node


class TableHeaderCells(Rule[Page, Header]):
    """Who moves through a table hears the header of each cell; a header without cells makes them seek some.

    Make what heads nothing an ordinary cell, td, or say with scope="col" or scope="row" what it
    heads. Check that every row has as many cells as there are columns.
    """

    id = "table-header-cells"
    title = msg("Table headers have cells")
    severity = Severity.BLOCKING
    requirements = wcag("1.3.1")
    act = ("d0f69e",)

    def applicability(self, page: Page) -> Iterator[Header]:
        """Yield the header cells that are seen and met, in tables that are met."""
        for node in exposed(page.dom, "columnheader", "rowheader"):
            table = next((above for above in node.ancestors if role(above) in {"table", "grid"}), None)
            if node.is_html and table is not None and is_exposed(table) and is_visible(node):
                yield Header(node, table)

    def expectation(self, header: Header) -> Verdict:
        """Require a cell that it is assigned to."""
        table = layout(header.table)
        cell = table.cells.get(header.element) if table is not None else None
        if table is None or cell is None:
            return CannotTell(msg("This table cannot be laid out. See whether the header has cells."))
        if heads_any(table, cell, header.table):
            return PASSED
        return Failed(
            msg("This header has no cells under or beside it. Make it a td, or say in scope what it heads.")
        )
