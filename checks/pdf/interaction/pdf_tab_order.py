"""The Tab key follows the structure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.documents.annotations import AnnotatedPage
from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._facts import FactsRule
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts


class PdfTabOrder(FactsRule[AnnotatedPage]):
    """Who goes through links and fields with the Tab key jumps about on a page whose order nobody has set.

    In Acrobat, select all pages under Page Thumbnails and choose Page Properties > Tab Order > Use Document
    Structure. Word and LibreOffice set it when they export a tagged PDF.
    """

    id = "pdf-tab-order"
    title = msg("The Tab key follows the order of the tags")
    severity = Severity.BLOCKING
    requirements = wcag("2.4.3")
    pdfua = ("7.18.3-1",)
    parts = ("annotations",)

    def targets(self, facts: Facts) -> Iterator[AnnotatedPage]:
        """Yield the pages with annotations."""
        return iter(facts.annotated)

    def judge(self, page: AnnotatedPage) -> Verdict:
        """Require the order of the structure."""
        if page.tabs == "S":
            return PASSED
        return Failed(
            msg(
                "On page {page}, the Tab key does not follow the order of the tags. In Acrobat, choose Page"
                " Properties > Tab Order > Use Document Structure for all pages.",
                page=page.page,
            )
        )
