"""A document is of a version of PDF that can have tags."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._catalog import CatalogRule
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents.catalog import Catalog

_FIRST: Final = "1.4"


class PdfVersion(CatalogRule):
    """Tagged PDF came with version 1.4. Of an older document programs need not read the tags, if it has any.

    Export the document anew with a program of today, as PDF 1.7.
    """

    id = "pdf-version"
    title = msg("Documents are PDF 1.4 or later")
    severity = Severity.ADVISORY

    def judge(self, catalog: Catalog) -> Verdict:
        """Require a version that has tagged PDF (ISO 32000-1, 14.8)."""
        if catalog.version is not None and catalog.version >= _FIRST:
            return PASSED
        return Failed(
            msg(
                "The document is of an old version of PDF ({version}); tagged PDF, which screen readers "
                "follow, came with 1.4. Export it anew, as PDF 1.7.",
                version=catalog.version or catalog.header,
            )
        )
