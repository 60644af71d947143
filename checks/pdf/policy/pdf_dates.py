"""The dates of a document are dates that there can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.documents.opened import Gap
from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._facts import FactsRule
from checks.pdf.policy._dates import Dated, dates_of, moment
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts
    from checks.subjects import Document


class PdfDates(FactsRule[Dated]):
    """Search engines and archives sort by dates; with a wrong one the newest document is not found.

    Set the clock of the computer right, and export the document anew.
    """

    id = "pdf-dates"
    title = msg("The dates of a document are sane")
    severity = Severity.ADVISORY

    parts = ("metadata",)

    def applicability(self, document: Document) -> Iterator[Dated | Gap]:
        """Yield the dates, to be compared with today's."""
        for target in super().applicability(document):
            yield target if isinstance(target, Gap) else target._replace(today=document.today)

    def targets(self, facts: Facts) -> Iterator[Dated]:
        """Yield when the document says it was made and changed, once or twice."""
        return dates_of(facts)

    def judge(self, dated: Dated) -> Verdict:
        """Require that they are dates, from when there was PDF, and in their order."""
        for written in (dated.created, dated.modified):
            if written is not None and moment(written) is None:
                return Failed(
                    msg(
                        'The document is dated "{date}", which is no date of a document. Set the clock of '
                        "the computer right, and export it anew.",
                        date=written,
                    )
                )
        if dated.to_come is not None:
            return Failed(
                msg(
                    'The document is dated "{date}", which is still to come. Set the clock of the '
                    "computer right, and export it anew.",
                    date=dated.to_come,
                )
            )
        if not dated.is_in_order:
            return Failed(
                msg(
                    "The document says that it was changed ({modified}) before it was made ({created}). "
                    "Set the clock of the computer right, and export it anew.",
                    modified=dated.modified or "",
                    created=dated.created or "",
                )
            )
        return PASSED
