"""Text on pages has a language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Verdict
from checks.pdf.content._content import PageRule
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents.content import PageContent


class PdfContentLanguage(PageRule):
    """A screen reader that does not know the language of a text reads it with the sounds of another one.

    State the language of the document. Where no language is right for all of it, state one for each tag.
    """

    id = "pdf-content-language"
    title = msg("Text on the pages has a language")
    requirements = wcag("3.1.1")
    pdfua = ("7.2-34",)

    def concerns(self, page: PageContent) -> bool:
        """Return whether the page has text."""
        return page.letters + page.hidden > 0

    def judge(self, page: PageContent) -> Verdict:
        """Require a language of all text that is no artifact."""
        if page.speechless is None:
            return PASSED
        return Failed(
            msg(
                'No language is stated for text on this page: "{text}". State the language of the '
                "document: in Acrobat under File > Properties > Advanced, in Word under Review > Language "
                "before the export.",
                text=page.speechless.text,
            )
        )
