"""A document brings all its content with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.documents.media import External
from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._facts import FactsRule
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts


class PdfExternalContent(FactsRule[External | None]):
    """Content that lies in another file is missing for whoever gets the document.

    Export the document anew with everything in it: in InDesign, embed the links. Film and sound belong on a
    page of the site, with captions.
    """

    id = "pdf-external-content"
    title = msg("Documents bring all their content with them")
    severity = Severity.BLOCKING
    parts = ("media",)

    def targets(self, facts: Facts) -> Iterator[External | None]:
        """Yield the content that lies elsewhere; where there is none and something is played, that."""
        if facts.media.externals:
            yield from facts.media.externals
        elif facts.media.clips:
            yield None

    def judge(self, external: External | None) -> Verdict:
        """Allow none (ISO 32000-1, 7.3.8.2, 8.10.4 and 13.2)."""
        if external is None:
            return PASSED
        return Failed(
            msg(
                "A part of the document lies in another file: {name}. Export the document anew with "
                "everything in it, or put film and sound on a page of the site.",
                name=external.file.name or "?",
            )
        )
