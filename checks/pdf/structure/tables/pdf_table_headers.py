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
    from pipeline.model import Message


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
        """Yield tables with headers and data; where there is no header at all, PDF/UA-1 asks for none."""
        if 0 < len(table.headers) < len(table.cells):
            yield table

    def judge(self, table: Table) -> Verdict:
        """Require for each cell with data headers that it names, or that say that they head it."""
        lost = [cell for cell in table.unheaded if not cell.element.attributes.headers]
        if not table.has_scopes and lost:
            return Failed(
                msg(
                    "The header cells of this table do not say what they head. Mark its header row in "
                    "Word (Table Layout > Repeat Header Rows) and export again, or give each header cell "
                    "a scope in Acrobat's table editor."
                )
            )
        for cell in lost:
            if not cell.is_empty:
                return Failed(_without_header(cell))
        return PASSED


def _without_header(cell: Cell) -> Message:
    return msg(
        "The cell in row {row}, column {column} of this table has no header. Make the first cell of its row "
        "or column a header cell with a scope in Acrobat's table editor, or mark the header row in Word.",
        row=cell.rows.start + 1,
        column=cell.columns.start + 1,
    )
