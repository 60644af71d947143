"""The file begins with a version of PDF that PDF/UA-1 knows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._catalog import CatalogRule
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents.catalog import Catalog


class PdfHeader(CatalogRule):
    """A program that does not know the version in the first line of a file may read it wrongly.

    Save or export the document as PDF 1.7: in Acrobat with Save as Other > Optimised PDF, in other
    programs in the options of the export.
    """

    id = "pdf-header"
    title = msg("The file begins with a version of PDF from 1.0 to 1.7")
    severity = Severity.BLOCKING
    pdfua = ("6.1-1",)

    def judge(self, catalog: Catalog) -> Verdict:
        """Require the version alone on its line (ISO 14289-1, 6.1)."""
        if re.fullmatch(r"%PDF-1\.[0-7]", catalog.header):
            return PASSED
        return Failed(
            msg(
                'The file begins with "{header}" and not with a version of PDF from 1.0 to 1.7. Export it '
                "as PDF 1.7.",
                header=catalog.header,
            )
        )
