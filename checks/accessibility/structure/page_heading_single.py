"""No page has two main headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.accessibility.structure._counted import Counted, counted
from checks.accessibility.structure._headings import main_headings
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class PageHeadingSingle(Rule[Page, Counted]):
    """Of several main headings, nobody who jumps between them knows which says what the page is about.

    Keep the h1 that says the same as the title of the page, and make the others h2. WCAG allows
    several; one is good practice.
    """

    id = "page-heading-single"
    title = msg("Pages have only one main heading")
    severity = Severity.ADVISORY

    def applicability(self, page: Page) -> Iterator[Counted]:
        """Yield the main headings."""
        return counted(main_headings(page))

    def expectation(self, heading: Counted) -> Verdict:
        """Require the first and no more."""
        if heading.number == 1:
            return PASSED
        return Failed(
            msg(
                "This is main heading number {number} of {total}. Keep one h1 and make the others h2.",
                number=heading.number,
                total=heading.total,
            )
        )
