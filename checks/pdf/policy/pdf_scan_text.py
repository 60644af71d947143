"""Text that was recognised in scans is read by a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf.policy._scans import FEW, MOST, ScanRule, Scans
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents.content import PageContent


class PdfScanText(ScanRule):
    """Under a scan lies the text that a program took from it: screen readers read its mistakes aloud.

    Publish the document that was printed. Where only paper is left, read the text through and correct it.
    """

    id = "pdf-scan-text"
    title = msg("Text is written, not recognised in scans")
    severity = Severity.ADVISORY

    def scans(self, pages: list[PageContent]) -> list[PageContent]:
        """Return pages under pictures whose text is mostly invisible."""
        return [page for page in pages if page.covered >= MOST and page.hidden >= max(FEW, page.letters)]

    def judge(self, scans: Scans) -> Verdict:
        """Require that there are none."""
        if not scans.number:
            return PASSED
        return Failed(
            msg(
                "Scanned pages whose text was recognised by a program: {number}, this is the first. "
                "Publish the original, or read the text through in Acrobat under Scan & OCR > Correct "
                "Recognized Text.",
                number=scans.number,
            )
        )
