"""Headers that table cells in PDFs name are there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checks.documents.structure import Placed
from checks.model import PASSED, Failed, Verdict
from checks.pdf.structure._tables import TableRule
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents.structure.tables import Table


@dataclass(frozen=True, slots=True)
class Named(Placed):
    """A cell that names headers, the names that nobody has, and whether a header says that it heads it."""

    unknown: tuple[str, ...]
    is_headed: bool


class PdfTableHeaderIds(TableRule[Named]):
    """A cell that names a header which is not there is read without one.

    Export the table anew, with its header row marked (in Word: Table Layout > Repeat Header Rows). Where
    only the PDF is left, choose the headers of the cell again in Acrobat's table editor.
    """

    id = "pdf-table-header-ids"
    title = msg("Headers that table cells in PDFs name are there")
    requirements = wcag("1.3.1")
    pdfua = ("7.5-2",)

    def inside(self, table: Table) -> Iterator[Named]:
        """Yield the data cells that name headers."""
        naming = [cell for cell in table.cells if cell.element.attributes.headers and not cell.is_header]
        if not naming:
            return
        known = table.element.structure.header_ids
        lost = {cell.element.number for cell in table.unheaded}
        for cell in naming:
            unknown = tuple(name for name in cell.element.attributes.headers or () if name not in known)
            yield Named(cell.element, unknown, cell.element.number not in lost)

    def judge(self, target: Named) -> Verdict:
        """Require that header cells have the names, or that the scopes of headers reach the cell."""
        if target.is_headed or not target.unknown:
            return PASSED
        return Failed(
            msg(
                'This table cell names the header "{name}", which is not there. Choose its headers '
                "again in Acrobat's table editor, or give all header cells a scope.",
                name=target.unknown[0],
            )
        )
