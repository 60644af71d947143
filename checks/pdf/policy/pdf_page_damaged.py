"""Every page of a document can be read to its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.documents.opened import Gap
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.requirements import Chapter
from checks.subjects import Document
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class PdfPageDamaged(Rule[Document, int | Gap]):
    """Of a damaged page, programs show a part, or nothing, and say nothing about it.

    Export the document anew from the program that it was written in, upload it again, and look at every
    page once before you publish it.
    """

    id = "pdf-page-damaged"
    title = msg("Every page of a document can be read")
    chapter = Chapter.DOCUMENTS
    severity = Severity.BLOCKING

    def applicability(self, document: Document) -> Iterator[int | Gap]:
        """Yield what is damaged on pages; the number of pages where nothing is."""
        facts = document.facts
        damaged = [gap for gap in facts.gaps if gap.what == "content" and gap.why == "broken"]
        yield from damaged
        if facts.pages and not damaged:
            yield facts.pages

    def expectation(self, target: int | Gap) -> Verdict:
        """Require that what is on a page can be unpacked and read."""
        if not isinstance(target, Gap):
            return PASSED
        return Failed(
            msg(
                "Page {page} is damaged: a part of what is on it cannot be read. Export the document anew, "
                "and upload it again.",
                page=target.page,
            )
        )
