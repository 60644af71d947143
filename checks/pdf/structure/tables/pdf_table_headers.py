"""Header cells of tables in PDFs say what they head."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.documents.structure.tables import Table
from checks.model import PASSED, Failed, Verdict
from checks.pdf.structure._tables import TableRule
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents.structure.tables import Cell


class PdfTableHeaders(TableRule[Table]):
    """Where headers do not say what they head, a screen reader says a number, but not what it is about.

    In Word, choose Table Layout > Repeat Header Rows for the first row, and export again. In Acrobat's
    table editor, give each header cell its scope: row, column or both.
    """

    id = "pdf-table-headers"
    title = msg("Header cells of tables in PDFs say what they head")
    requirements = wcag("1.3.1")
    pdfua = ("7.5-1",)

    def inside(self, table: Table) -> Iterator[Table]:
        """Yield tables with data; where there is no header at all, PDF/UA-1 asks for none."""
        if not all(cell.is_header for cell in table.cells):
            yield table

    def judge(self, table: Table) -> Verdict:
        """Require a scope of each header, or another way to the headers of each data cell."""
        if table.has_scopes or all(_names_headers(cell) or cell.is_corner for cell in table.unheaded):
            return PASSED
        return Failed(
            msg(
                "The header cells of this table do not say what they head. Mark its header row in Word "
                "(Table Layout > Repeat Header Rows) and export again, or give each header cell a scope "
                "in Acrobat's table editor."
            )
        )


def _names_headers(cell: Cell) -> bool:
    """Return whether a cell names headers; whether these are there is the matter of another rule."""
    return bool(cell.element.attributes.headers)
