"""The tags of a document are not in doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._catalog import CatalogRule
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents.catalog import Catalog


class PdfSuspectTags(CatalogRule):
    """Where a program has guessed the tags, what is read aloud may be in the wrong order, or nonsense.

    Have a person compare the tags with the pages in Acrobat, and let Accessibility Check mend the mark;
    or export the document anew from the program that it was written in.
    """

    id = "pdf-suspect-tags"
    title = msg("The document does not say that its tags may be wrong")
    severity = Severity.BLOCKING
    requirements = wcag("1.3.1")
    pdfua = ("7.1-4",)

    def judge(self, catalog: Catalog) -> Verdict:
        """Require that nothing is suspect (ISO 32000-1, table 321)."""
        if not catalog.is_suspect:
            return PASSED
        return Failed(
            msg(
                "The document itself says that its tags may be wrong. Compare them with the pages in "
                "Acrobat, or export the document anew from the program that it was written in."
            )
        )
