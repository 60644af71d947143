"""The bookmarks of PDFs have a language."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._facts import FactsRule
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts


class Bookmarks(NamedTuple):
    """All bookmarks of a document, by the first; their language is the document's: they have no own."""

    title: str
    language: str | None


class PdfOutlineLanguage(FactsRule[Bookmarks]):
    """A screen reader says bookmarks, too, and without a language it guesses how.

    Set the language of the document in the program that makes it (in Word: Review > Language) and export
    again. In Acrobat it stands under File > Properties > Advanced.
    """

    id = "pdf-outline-language"
    title = msg("The bookmarks of PDFs have a language")
    severity = Severity.BLOCKING
    requirements = wcag("3.1.1")
    pdfua = ("7.2-2",)
    parts = ("catalog", "outline")

    def targets(self, facts: Facts) -> Iterator[Bookmarks]:
        """Yield the bookmarks, if there are any."""
        if facts.outline and facts.catalog is not None:
            yield Bookmarks(facts.outline[0].title, facts.catalog.language)

    def judge(self, bookmarks: Bookmarks) -> Verdict:
        """Require a language of the document."""
        if bookmarks.language is not None:
            return PASSED
        return Failed(
            msg(
                'Nothing says in which language the bookmarks ("{title}" …) are. '
                "Set the document's language (in Word: Review > Language), and export again.",
                title=bookmarks.title,
            )
        )
