"""Table cells in PDFs end with their table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.pdf.structure._tables import CellRule
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checks.documents.structure.tables import Cell, Table


class PdfTableCellHangs(CellRule):
    """Where a cell reaches below the last row, columns have different lengths, and screen readers lose count.

    Split the merged cells in Word or LibreOffice, merge them anew and export again. Where only the PDF
    is left, correct the row span and the column span in Acrobat's table editor.
    """

    id = "pdf-table-cell-hangs"
    title = msg("Table cells in PDFs end with their table")
    pdfua = ("7.2-41",)
    message = msg(
        "This table cell reaches below the last row of its table. Merge the cells anew in Word or "
        "LibreOffice and export again, or correct its row span in Acrobat's table editor."
    )

    def inside(self, table: Table) -> Iterable[Cell]:
        """Yield the cells up to the first beyond an edge: what follows may be its consequence."""
        misfit = table.misfit
        return table.cells if misfit is None else table.cells[: table.cells.index(misfit) + 1]

    def is_wrong(self, cell: Cell) -> bool:
        """Return whether it reaches below the last row; of the last column, another rule speaks."""
        return cell.hangs and not cell.sticks_out
