"""No content is taken from another document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Verdict
from checks.pdf.content._forms import FormRule
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents.content import Form


class PdfReferenceObject(FormRule):
    """Content that is taken from another file is missing wherever that file is missing, and has no tags.

    Put the content into the document itself.
    """

    id = "pdf-reference-object"
    title = msg("No content is taken from another file")
    pdfua = ("7.20-1",)

    def judge(self, form: Form) -> Verdict:
        """Require that it stands for itself (8.10.4)."""
        if not form.is_reference:
            return PASSED
        return Failed(
            msg(
                "Something on this page is taken from another PDF file when it is shown. Put the picture "
                "or the page into the document itself, embedded and not as a link, and export it anew."
            )
        )
