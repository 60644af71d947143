"""Table cells in PDFs do not overlap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.pdf.structure._tables import CellRule
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents.structure.tables import Cell


class PdfTableCellOverlap(CellRule):
    """Where two cells claim the same place, a screen reader says the wrong headers, or leaves a cell out.

    Split the merged cells in Word or LibreOffice, merge them anew and export again. Where only the PDF
    is left, correct the row span and the column span in Acrobat's table editor.
    """

    id = "pdf-table-cell-overlap"
    title = msg("Table cells in PDFs do not overlap")
    pdfua = ("7.2-15",)
    message = msg(
        "This table cell overlaps another one. Merge the cells anew in Word or LibreOffice and export "
        "again, or correct its spans in Acrobat's table editor."
    )

    def is_wrong(self, cell: Cell) -> bool:
        """Return whether another cell has one of its positions already."""
        return cell.overlaps
