"""No proposals of other words are left over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf.policy._remarks import Remarks, RemarksRule
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents.annotations import Annotation

_EDITS: Final = {"strikeout", "caret"}
_INTENTS: Final = {"replace", "strikeouttextedit", "inserttext", "replacetext"}


class PdfTrackedChange(RemarksRule):
    """Words that are struck out or proposed show what an office thought of first, and leave open what holds.

    Accept or reject all changes in Word under Review, and export again; in Acrobat, delete the marks under
    Comment.
    """

    id = "pdf-tracked-change"
    title = msg("Documents hold no tracked changes")
    severity = Severity.BLOCKING

    def concerns(self, annotation: Annotation) -> bool:
        """Return whether it strikes out, inserts or replaces words."""
        return annotation.subtype.lower() in _EDITS or annotation.intent.lower() in _INTENTS

    def judge(self, remarks: Remarks) -> Verdict:
        """Allow none."""
        if not remarks.found:
            return PASSED
        return Failed(
            msg(
                "Tracked changes are left on page {page}: {number} words or passages are struck out or "
                "proposed. Accept or reject them in Word and export again, or delete the marks in Acrobat.",
                page=remarks.page,
                number=len(remarks.found),
            )
        )
