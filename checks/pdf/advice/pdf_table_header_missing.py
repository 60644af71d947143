"""Tables in documents have header cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.documents.structure.tables import Table
from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._facts import FactsRule
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts

_TABLE: Final = 2  # rows and columns: fewer need no header


class PdfTableHeaderMissing(FactsRule[Table]):
    """Without header cells a screen reader says "350", and not that this is the fee for a garage.

    Mark the first row as headers: in Word by Table Layout > Repeat Header Rows, in LibreOffice by Table >
    Properties > Text Flow > Repeat heading. Make no tables only to place things.
    """

    id = "pdf-table-header-missing"
    title = msg("Tables in documents have header cells")
    severity = Severity.ADVISORY
    requirements = wcag("1.3.1")
    parts = ("structure",)

    def targets(self, facts: Facts) -> Iterator[Table]:
        """Yield the tables with several rows and columns."""
        for table in () if facts.structure is None else facts.structure.tables:
            columns = max((row.width for row in table.rows), default=0)
            if table.is_laid and len(table.rows) >= _TABLE and columns >= _TABLE:
                yield table

    def judge(self, table: Table) -> Verdict:
        """Require a header cell."""
        if table.headers:
            return PASSED
        return Failed(
            msg(
                "This table has no header cells, so that a screen reader cannot say what a figure in it is "
                "about. Mark its first row in Word (Table Layout > Repeat Header Rows), and export again."
            )
        )
