"""Notes in PDFs have an ID."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Verdict
from checks.pdf.structure._elements import ElementRule
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents.structure import Element


class PdfNoteId(ElementRule):
    """Without an ID nothing can lead from a footnote to the place in the text that it belongs to.

    Write an ID of its own for each note in the properties of its tag in Acrobat, or export the document
    with another program: some leave the IDs out, others write them.
    """

    id = "pdf-note-id"
    title = msg("Notes in PDFs have an ID")
    requirements = wcag("1.3.1")
    pdfua = ("7.9-1",)
    roles = ("Note",)

    def judge(self, note: Element) -> Verdict:
        """Require an identifier that is not empty."""
        if note.node.id:
            return PASSED
        return Failed(
            msg(
                "This note has no ID. Write one in the properties of its tag in Acrobat, or export the "
                "document with another program."
            )
        )
