"""What is to be blacked out is blacked out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf.policy._remarks import Remarks, RemarksRule
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents.annotations import Annotation


class PdfRedaction(RemarksRule):
    """Text that is only marked to be blacked out is still in the file, for everybody to copy.

    In Acrobat, choose Redact > Apply, which takes the text out, and save the document under a new name.
    """

    id = "pdf-redaction"
    title = msg("What is marked to be blacked out is taken out")
    severity = Severity.BLOCKING

    def concerns(self, annotation: Annotation) -> bool:
        """Return whether it marks something to be blacked out."""
        return annotation.subtype.lower() == "redact"

    def judge(self, remarks: Remarks) -> Verdict:
        """Allow none."""
        if not remarks.found:
            return PASSED
        return Failed(
            msg(
                "Passages on page {page} are only marked to be blacked out: {number}. Their text is still "
                "there. In Acrobat, choose Redact > Apply.",
                page=remarks.page,
                number=len(remarks.found),
            )
        )
