"""Tables hold data, and do not place things on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.accessibility.structure._tables import layout
from checks.dom.exposure import exposed
from checks.dom.tree import Node
from checks.model import PASSED, CannotTell, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

_OF_DATA: Final = frozenset({"caption", "th", "thead", "tfoot", "colgroup"})


class LayoutTable(Rule[Page, Node]):
    """A screen reader announces the rows and columns of what only stands side by side.

    Place things with the style sheet. Where the table has to stay, give it role="presentation".
    Where it holds data, make its headers th.
    """

    id = "layout-table"
    title = msg("Tables hold data")
    severity = Severity.ADVISORY
    requirements = wcag("1.3.1")

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield the tables made with HTML that assistive technology meets as such."""
        return (table for table in exposed(page.dom, "table") if table.tag == "table")

    def expectation(self, table: Node) -> Verdict:
        """Require what a table of data has; one row, one column or a table within tells what it is for."""
        if any(
            node.tag in _OF_DATA or node.has("headers") or node.has("scope") for node in table.descendants
        ):
            return PASSED
        laid_out = layout(table)
        is_line = laid_out is not None and min(laid_out.width, laid_out.height) == 1
        if is_line or any(node.tag == "table" for node in table.descendants):
            return Failed(
                msg('This table only places things. Give it role="presentation", or use the style sheet.')
            )
        return CannotTell(
            msg('This table has no headers. Make them th, or write role="presentation" if it has no data.')
        )
