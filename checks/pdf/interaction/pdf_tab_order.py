"""The Tab key follows the structure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._facts import FactsRule
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts

_SHOWN = 10  # numbers of pages in a message


class TabOrder(NamedTuple):
    """Pages whose order is not that of the structure; ``page`` is the first, 0 where there is none."""

    page: int
    pages: tuple[int, ...]


class PdfTabOrder(FactsRule[TabOrder]):
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

    def targets(self, facts: Facts) -> Iterator[TabOrder]:
        """Yield the pages with annotations together: one setting mends them all."""
        if facts.annotated:
            pages = tuple(page.page for page in facts.annotated if page.tabs != "S")
            yield TabOrder(pages[0] if pages else 0, pages)

    def judge(self, order: TabOrder) -> Verdict:
        """Require the order of the structure."""
        if not order.pages:
            return PASSED
        shown = ", ".join(map(str, order.pages[:_SHOWN]))
        return Failed(
            msg(
                "On these pages, the Tab key does not follow the order of the tags: {pages}. In Acrobat, "
                "select all pages and choose Page Properties > Tab Order > Use Document Structure.",
                pages=shown if len(order.pages) <= _SHOWN else f"{shown} …",
            )
        )
