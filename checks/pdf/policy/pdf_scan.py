"""Pages have text, and are not only pictures of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf.policy._scans import MOST, ScanRule, Scans, has_text
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents.content import PageContent


class PdfScan(ScanRule):
    """A scanned page is one picture: screen readers have nothing to read, and nobody can search it.

    Publish the document that was printed, not a scan of the print. Where only paper is left, let a program
    recognise the text, correct it, and tag it.
    """

    id = "pdf-scan"
    title = msg("Pages have text, not only pictures of it")
    severity = Severity.BLOCKING
    requirements = wcag("1.1.1", "1.4.5")

    def scans(self, pages: list[PageContent]) -> list[PageContent]:
        """Return pages under pictures that nothing stands for; all, if there is nothing else."""
        pictures = [page for page in pages if page.covered >= MOST and not has_text(page)]
        return pages if len(pictures) == len(pages) else [page for page in pictures if page.pictures]

    def judge(self, scans: Scans) -> Verdict:
        """Require that there are none."""
        if not scans.number:
            return PASSED
        if scans.is_all:
            return Failed(
                msg(
                    "The document has no text, only pictures: nobody can have it read aloud. Export it "
                    "anew from the program that it was written in, or recognise its text in Acrobat with "
                    "Scan & OCR and tag it."
                )
            )
        return Failed(
            msg(
                "Pages that have no text, only pictures: {number}, this is the first. Export them anew "
                "from the program that they were written in, or recognise their text in Acrobat with Scan "
                "& OCR.",
                number=scans.number,
            )
        )
