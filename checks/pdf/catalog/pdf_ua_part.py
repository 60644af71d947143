"""A document that follows PDF/UA says which part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._catalog import MetadataRule
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts
    from checks.documents.metadata import Metadata


class PdfUaPart(MetadataRule):
    """Programs read and check a document by the part of PDF/UA that it names; without it, they guess.

    Export the document as PDF/UA-1. Who wants PDF/UA-2 publishes PDF 2.0, which many programs cannot
    read yet.
    """

    id = "pdf-ua-part"
    title = msg("The document names part 1 of PDF/UA")
    severity = Severity.BLOCKING
    pdfua = ("5-2",)

    def targets(self, facts: Facts) -> Iterator[Metadata]:
        """Yield the metadata that have the mark of PDF/UA."""
        return (one for one in super().targets(facts) if one.identification)

    def judge(self, metadata: Metadata) -> Verdict:
        """Require the number 1 (ISO 14289-1, 5)."""
        part = metadata.identified("part")
        if part is None or not part.text:
            return Failed(
                msg("The document does not say which part of PDF/UA it follows. Export it anew as PDF/UA-1.")
            )
        if part.text.isdecimal() and part.text.lstrip("0") == "1":
            return PASSED
        return Failed(
            msg(
                "The document says that it follows part {part} of PDF/UA, but what is asked for is part 1. "
                "Export it as PDF/UA-1.",
                part=part.text,
            )
        )
