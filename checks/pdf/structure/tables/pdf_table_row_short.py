"""Table rows in PDFs have no fewer columns than the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.documents.structure.tables import Row
from checks.model import PASSED, Failed, Verdict
from checks.pdf.structure._tables import TableRule
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checks.documents.structure.tables import Table


class PdfTableRowShort(TableRule[Row]):
    """Where a cell is missing, those behind it are read with the headers of their neighbours.

    Leave cells empty instead of deleting them, and let the program merge cells; then export again. Where
    only the PDF is left, correct the row span and the column span in Acrobat's table editor.
    """

    id = "pdf-table-row-short"
    title = msg("Table rows in PDFs have no fewer columns than the first")
    requirements = wcag("1.3.1")
    pdfua = ("7.2-43",)

    def inside(self, table: Table) -> Iterable[Row]:
        """Yield the rows, unless a cell reaches beyond an edge: then other rules speak of the table."""
        return () if table.misfit else table.rows

    def judge(self, row: Row) -> Verdict:
        """Require no fewer columns than the first row has."""
        if row.width >= row.columns:
            return PASSED
        return Failed(
            msg(
                "Columns in this table row: {width}; in the first row of the table: {columns}. Add the "
                "missing cells, or widen one by merging, and export again.",
                width=row.width,
                columns=row.columns,
            )
        )
