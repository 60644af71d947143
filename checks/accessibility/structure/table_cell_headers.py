"""A cell that names its headers names cells of its table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.accessibility.structure._tables import TABLES
from checks.dom.exposure import is_exposed
from checks.dom.rendering import is_visible
from checks.dom.roles import role
from checks.dom.tree import Node
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

_CELLS: Final = ("td", "th")


class TableCellHeaders(Rule[Page, Node]):
    """A screen reader says the headers of a cell first; with headers that name nothing it says none.

    Write the ids of header cells of the same table in headers, or remove the attribute: in a plain
    table the headers above and to the left are found without it.
    """

    id = "table-cell-headers"
    title = msg("The headers that a table cell names are cells of its table")
    severity = Severity.BLOCKING
    requirements = wcag("1.3.1")
    act = ("a25f45",)

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield the cells with ``headers``, in tables that are seen and that assistive technology meets."""
        for cell in page.dom.having("headers"):
            table = _table(cell) if cell.tag in _CELLS else None
            if table is not None and role(table) in TABLES and is_exposed(table) and is_visible(table):
                yield cell

    def expectation(self, cell: Node) -> Verdict:
        """Require that each id is that of another cell in the same table."""
        ids = cell.scope.ids
        for name in cell.get("headers").split():
            header = ids.get(name)
            if header is cell:
                return Failed(
                    msg('The cell names itself, "{name}", as its header. Remove it from headers.', name=name),
                    "headers",
                )
            if header is None or header.tag not in _CELLS or _table(header) is not _table(cell):
                return Failed(
                    msg(
                        'No cell of the table has the id "{name}" that headers names. Correct or remove it.',
                        name=name,
                    ),
                    "headers",
                )
        return PASSED


def _table(cell: Node) -> Node | None:
    return next((above for above in cell.ancestors if above.tag == "table" and above.is_html), None)
