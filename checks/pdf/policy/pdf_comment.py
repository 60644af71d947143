"""No comments are left over from reviewing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.model import PASSED, CannotTell, Failed, Severity, Verdict
from checks.pdf.policy._remarks import Remarks, RemarksRule
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents.annotations import Annotation
    from checks.pdf._owned import Owned

_COMMENTS: Final = {"text", "highlight", "underline", "squiggly"}
_DRAWN: Final = {"freetext", "ink", "stamp", "line", "square", "circle", "polygon", "polyline"}


class PdfComment(RemarksRule):
    """Comments of colleagues say what was not meant for the public, and who said it.

    Delete them before publishing: in Acrobat under Comment, in Word choose Review > Delete > Delete All
    Comments before you export. A note for readers belongs into the text.
    """

    id = "pdf-comment"
    title = msg("Documents hold no comments left over from reviewing")
    severity = Severity.BLOCKING

    def concerns(self, annotation: Annotation) -> bool:
        """Return whether it is a comment, or a drawing that may be one, but not a proposal of other words."""
        kind = annotation.subtype.lower()
        return kind in _COMMENTS or (kind in _DRAWN and not annotation.is_hidden)

    def judge(self, remarks: Remarks) -> Verdict:
        """Allow none that is left over; of a drawing, and of what has a tag, a person must say."""
        comments = [one.annotation for one in remarks.found if _is_comment(one)]
        if comments:
            return Failed(
                msg(
                    "Comments are left on page {page}: {number}, the first by {author}. Delete them, in "
                    "Acrobat under Comment.",
                    page=remarks.page,
                    number=len(comments),
                    author=next((one.author for one in comments if one.author), "?"),
                )
            )
        if any(one.annotation.author for one in remarks.found):
            return CannotTell(
                msg(
                    "Text or drawings lie on page {page} as comments do. Make sure that they are meant for "
                    "readers; if so, put them into the document itself.",
                    page=remarks.page,
                )
            )
        return PASSED


def _is_comment(one: Owned) -> bool:
    """Return whether it is a comment that nobody has given a place among what is read."""
    return one.annotation.subtype.lower() in _COMMENTS and one.enclosing("Annot") is None
