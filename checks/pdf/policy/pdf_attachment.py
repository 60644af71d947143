"""No file is attached that readers should not get."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.documents.attachments import Attachment
from checks.model import PASSED, CannotTell, Failed, Severity, Verdict
from checks.pdf._facts import FactsRule
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts

_MADE: Final = (  # what programs attach of formulas and styles, and no person sees or names
    "application/mathml",
    "application/tex",
    "application/x-latex",
    "application/x-tex",
    "text/css",
    "text/mathml",
)
_UNSAID: Final = {"", "Unspecified"}


class PdfAttachment(FactsRule[Attachment]):
    """Files in a document go unnoticed: drafts, originals with their comments, lists of people.

    Delete the attachment in Acrobat under Attachments, or export without it: LibreOffice attaches the
    original where Hybrid PDF is chosen. What readers should have, put on the site and link to it.
    """

    id = "pdf-attachment"
    title = msg("Documents have no files attached")
    severity = Severity.BLOCKING
    parts = ("attachments",)

    def targets(self, facts: Facts) -> Iterator[Attachment]:
        """Yield the files in the document that are no film or sound on a page."""
        return (one for one in facts.attachments if one.place != "media")

    def judge(self, attachment: Attachment) -> Verdict:
        """Allow what programs attach; of what is said to belong to the document, a person must know."""
        file = attachment.file
        if file.media_type.lower().startswith(_MADE):
            return PASSED
        name = file.name or file.media_type or "?"
        if file.relationship not in _UNSAID:
            return CannotTell(
                msg(
                    "The document holds the file {name}, which most readers do not notice. Make sure that "
                    "everybody may read it, or delete it in Acrobat under Attachments.",
                    name=name,
                )
            )
        if attachment.place == "none":
            return Failed(
                msg(
                    "A file ({name}) is hidden in the document, where no list shows it. Export the document "
                    "anew, or take it out in Acrobat with Redact > Sanitize Document.",
                    name=name,
                )
            )
        return Failed(
            msg(
                "The file {name} is attached to the document. Delete it in Acrobat under Attachments; if "
                "readers should have it, put it on the site and link to it.",
                name=name,
            )
        )
