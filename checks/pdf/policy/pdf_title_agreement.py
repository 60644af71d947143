"""A document has one title, wherever programs look for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._facts import FactsRule
from checks.pdf.policy._titles import Titles, titles_of
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts


class PdfTitleAgreement(FactsRule[Titles]):
    """Some programs show one title, others the other; people look for the one that they were shown.

    Write the title once, in the program that the document was written in, and export it anew; in
    Acrobat, write it under File > Properties, which sets both.
    """

    id = "pdf-title-agreement"
    title = msg("A document has the same title in both of its metadata")
    severity = Severity.BLOCKING
    requirements = wcag("2.4.2")

    parts = ("metadata",)

    def targets(self, facts: Facts) -> Iterator[Titles]:
        """Yield the titles of a document that has both."""
        titles = titles_of(facts)
        if titles is not None:
            yield titles

    def judge(self, titles: Titles) -> Verdict:
        """Require that one of the languages has the title that stands beside the XMP metadata."""
        if titles.agree:
            return PASSED
        return Failed(
            msg(
                'The document has two titles, "{one}" and "{other}", and programs show one or the other. '
                "Write the right one in Acrobat under File > Properties, which sets both.",
                one=titles.xmp[0],
                other=titles.information,
            )
        )
