"""The metadata keep to themselves where the document was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.documents.origins import Origin
from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._facts import FactsRule
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts


class PdfMetadataPath(FactsRule[Origin | None]):
    """Names of folders and computers tell attackers about accounts and servers of an office.

    Take them out before publishing: in Word under File > Info > Inspect Document, in Acrobat with Redact >
    Sanitize Document or under Document Properties.
    """

    id = "pdf-metadata-path"
    title = msg("Metadata name no folders, computers or servers of the office")
    severity = Severity.BLOCKING
    parts = ("metadata",)

    def targets(self, facts: Facts) -> Iterator[Origin | None]:
        """Yield what they name; where they name nothing, the metadata as a whole."""
        if facts.origins:
            yield from facts.origins
        elif facts.metadata is not None or facts.information is not None:
            yield None

    def judge(self, origin: Origin | None) -> Verdict:
        """Allow none."""
        if origin is None:
            return PASSED
        return Failed(
            msg(
                "The metadata name a folder or a computer, under {entry}: {name}. Take it out, in Acrobat "
                "under Document Properties or with Redact > Sanitize Document.",
                entry=origin.entry,
                name=origin.text,
            )
        )
