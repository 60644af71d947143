"""Table rows in PDFs have no more columns than the first."""

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


class PdfTableRowLong(TableRule[Row]):
    """Where a row has cells beyond the last column, nobody hears which header they belong to.

    Split the merged cells in Word or LibreOffice, merge them anew and export again. Where only the PDF
    is left, correct the row span and the column span in Acrobat's table editor.
    """

    id = "pdf-table-row-long"
    title = msg("Table rows in PDFs have no more columns than the first")
    requirements = wcag("1.3.1")
    pdfua = ("7.2-42",)

    def inside(self, table: Table) -> Iterable[Row]:
        """Yield the rows up to the first with a cell beyond an edge: what follows may be its consequence."""
        misfit = table.misfit
        if misfit is None:
            return table.rows
        return table.rows[: misfit.rows.start + 1 if misfit.sticks_out else misfit.rows.start]

    def judge(self, row: Row) -> Verdict:
        """Require no more columns than the first row has."""
        if row.width <= row.columns:
            return PASSED
        return Failed(
            msg(
                "Columns in this table row: {width}; in the first row of the table: {columns}. Give all "
                "rows the same number, or merge cells, and export again.",
                width=row.width,
                columns=row.columns,
            )
        )
