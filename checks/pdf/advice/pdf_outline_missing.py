"""Long documents have bookmarks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._facts import FactsRule
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts

_LONG: Final = 20  # pages


class Marked(NamedTuple):
    """How many pages a document has, and how many bookmarks."""

    pages: int
    bookmarks: int


class PdfOutlineMissing(FactsRule[Marked]):
    """In a long document without bookmarks, everybody must scroll, and who enlarges it gets lost.

    Have them made from the headings: in Word under Options when saving as PDF, Create bookmarks using
    headings; in LibreOffice with Export outlines.
    """

    id = "pdf-outline-missing"
    title = msg("Long documents have bookmarks")
    severity = Severity.ADVISORY
    parts = ("outline",)

    def targets(self, facts: Facts) -> Iterator[Marked]:
        """Yield a document of more than twenty pages."""
        if facts.pages > _LONG:
            yield Marked(facts.pages, len(facts.outline))

    def judge(self, marked: Marked) -> Verdict:
        """Require a bookmark."""
        if marked.bookmarks:
            return PASSED
        return Failed(
            msg(
                "The document has {pages} pages and no bookmarks. Have them made from the headings: in Word "
                "under Options when you save as PDF.",
                pages=marked.pages,
            )
        )
