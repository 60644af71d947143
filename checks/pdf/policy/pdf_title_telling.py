"""The title of a document says what it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, CannotTell, Failed, Severity, Verdict
from checks.pdf._facts import FactsRule
from checks.pdf.policy._titles import Titled, title_of
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts


class PdfTitleTelling(FactsRule[Titled]):
    """Titles are what readers hear first; "Microsoft Word - r12.docx" says nothing to anybody.

    Write what the document is about as its title: in Word under File > Info > Title, in LibreOffice
    under File > Properties > Description. Then export it anew.
    """

    id = "pdf-title-telling"
    title = msg("The title of a document is no file name and no template's")
    severity = Severity.BLOCKING
    requirements = wcag("2.4.2")

    parts = ("metadata",)

    def targets(self, facts: Facts) -> Iterator[Titled]:
        """Yield the title, if there is any."""
        titled = title_of(facts)
        if titled is not None and titled.text:
            yield titled

    def judge(self, titled: Titled) -> Verdict:
        """Require words of an author's own."""
        if titled.is_file_name:
            return Failed(
                msg(
                    'The title of the document, "{title}", is the name of a file. Write what the document is '
                    "about, in Word under File > Info > Title, and export it anew.",
                    title=titled.text,
                )
            )
        if titled.is_like_file_name:
            return CannotTell(
                msg(
                    'The title of the document, "{title}", may be the name of a file. Write what the '
                    "document is about, in Word under File > Info > Title.",
                    title=titled.text,
                )
            )
        if titled.is_of_template:
            return Failed(
                msg(
                    'The title of the document, "{title}", comes from a program and says nothing. Write what '
                    "the document is about, in Word under File > Info > Title, and export it anew.",
                    title=titled.text,
                )
            )
        return PASSED
