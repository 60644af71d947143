"""Attached files have a name that every program can read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.documents.attachments import Attachment
from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._facts import FactsRule
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts


class PdfAttachmentName(FactsRule[Attachment]):
    """Who cannot see the symbol of an attached file hears its name, or else nothing that tells what it is.

    Attach the file anew in Acrobat, which writes its name in both forms. Better still, put it on the
    page as a link of its own: few programs show attachments.
    """

    id = "pdf-attachment-name"
    title = msg("Attached files have a name")
    severity = Severity.BLOCKING
    pdfua = ("7.11-1",)
    parts = ("attachments",)

    def targets(self, facts: Facts) -> Iterator[Attachment]:
        """Yield the attached files."""
        return (one for one in facts.attachments if one.place != "none")

    def judge(self, attachment: Attachment) -> Verdict:
        """Require the name in both forms (ISO 14289-1, 7.11)."""
        if attachment.file.has_both_names:
            return PASSED
        if attachment.file.name:
            return Failed(
                msg(
                    "The attached file {name} has its name in one form only, which some programs cannot "
                    "read. Attach it anew in Acrobat, or link to it on the page.",
                    name=attachment.file.name,
                )
            )
        return Failed(
            msg("An attached file has no name. Attach it anew in Acrobat, or link to it on the page.")
        )
